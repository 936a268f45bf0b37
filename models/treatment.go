package models

import "fmt"

// Treatment is a way of caring for one or more conditions.
type Treatment struct {
	Header       `bson:",inline"`
	Name         string         `bson:"name" json:"name"`
	Abbreviation OptionalString `bson:"abbreviation,omitempty" json:"abbreviation,omitempty"`
	Description  OptionalString `bson:"description,omitempty" json:"description,omitempty"`
	AlsoKnownAs  []string       `bson:"alsoKnownAs,omitempty" json:"alsoKnownAs,omitempty"`
	// ConditionIDs are the conditions that it is used for.
	ConditionIDs []string `bson:"conditions,omitempty" json:"conditions,omitempty"`
}

// Kind returns KindTreatment.
func (*Treatment) Kind() Kind { return KindTreatment }

// Label is the name, with the abbreviation in brackets where there is one.
func (d *Treatment) Label() string { return label(d.Name, d.Abbreviation) }

// References visits the conditions.
func (d *Treatment) References(visit func(path string, kind Kind, reference *string)) {
	visitAll(visit, "/conditions", KindCondition, d.ConditionIDs)
}

// Normalize trims the texts.
func (d *Treatment) Normalize() {
	trim(&d.Name)
	trim(&d.Abbreviation, &d.Description)
	d.AlsoKnownAs = trimAll(d.AlsoKnownAs)
	d.ConditionIDs = trimAll(d.ConditionIDs)
}

// Validate returns the broken rules.
func (d *Treatment) Validate(today Date, references References) []Fault {
	return validate(d, today, references)
}

func (d *Treatment) check(c *checker) {
	c.header(KindTreatment, &d.Header)
	c.names(d.Name, d.Abbreviation, d.Description, d.AlsoKnownAs)
	list(c, "/conditions", d.ConditionIDs, c.reference(KindCondition))
}

func visitAll(visit func(path string, kind Kind, reference *string), path string, kind Kind, ids []string) {
	for i := range ids {
		visit(fmt.Sprintf("%s/%d", path, i), kind, &ids[i])
	}
}
