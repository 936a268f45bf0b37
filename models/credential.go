package models

// Credential is a degree, licence or certification that a provider may hold.
type Credential struct {
	Header       `bson:",inline"`
	Name         string         `bson:"name" json:"name"`
	Abbreviation OptionalString `bson:"abbreviation,omitempty" json:"abbreviation,omitempty"`
}

// Kind returns KindCredential.
func (*Credential) Kind() Kind { return KindCredential }

// Label is the name, with the abbreviation in brackets where there is one.
func (d *Credential) Label() string { return label(d.Name, d.Abbreviation) }

// References visits nothing: credentials refer to nothing.
func (*Credential) References(func(path string, kind Kind, reference *string)) {}

// Normalize trims the texts.
func (d *Credential) Normalize() { trim(&d.Name); trim(&d.Abbreviation) }

// Validate returns the broken rules.
func (d *Credential) Validate(today Date, references References) []Fault {
	return validate(d, today, references)
}

func (d *Credential) check(c *checker) {
	c.header(KindCredential, &d.Header)
	c.line("/name", d.Name, 200)
	c.optionalLine("/abbreviation", string(d.Abbreviation), 20)
}
