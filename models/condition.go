package models

// Condition is something that people seek care for.
type Condition struct {
	Header       `bson:",inline"`
	Name         string         `bson:"name" json:"name"`
	Abbreviation OptionalString `bson:"abbreviation,omitempty" json:"abbreviation,omitempty"`
	Description  OptionalString `bson:"description,omitempty" json:"description,omitempty"`
	AlsoKnownAs  []string       `bson:"alsoKnownAs,omitempty" json:"alsoKnownAs,omitempty"`
}

// Kind returns KindCondition.
func (*Condition) Kind() Kind { return KindCondition }

// Label is the name, with the abbreviation in brackets where there is one.
func (d *Condition) Label() string { return label(d.Name, d.Abbreviation) }

// References visits nothing: conditions refer to nothing.
func (*Condition) References(func(path string, kind Kind, reference *string)) {}

// Normalize trims the texts.
func (d *Condition) Normalize() {
	trim(&d.Name)
	trim(&d.Abbreviation, &d.Description)
	d.AlsoKnownAs = trimAll(d.AlsoKnownAs)
}

// Validate returns the broken rules.
func (d *Condition) Validate(today Date, references References) []Fault {
	return validate(d, today, references)
}

func (d *Condition) check(c *checker) {
	c.header(KindCondition, &d.Header)
	c.names(d.Name, d.Abbreviation, d.Description, d.AlsoKnownAs)
}

func (c *checker) names(name string, abbreviation, description OptionalString, alsoKnownAs []string) {
	c.line("/name", name, 200)
	c.optionalLine("/abbreviation", string(abbreviation), 20)
	c.optionalText("/description", string(description), 5000)
	list(c, "/alsoKnownAs", alsoKnownAs, func(path, value string) { c.line(path, value, 200) })
}
