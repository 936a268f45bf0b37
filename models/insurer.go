package models

import (
	"cmp"
	"slices"
	"strings"
)

// Insurer is who pays for care: a company, or a program of the government.
type Insurer struct {
	Header `bson:",inline"`
	Name   string `bson:"name" json:"name"`
	// AlsoKnownAs are other names and abbreviations under which people write the insurer down.
	AlsoKnownAs []string `bson:"alsoKnownAs,omitempty" json:"alsoKnownAs,omitempty"`
}

// Kind returns KindInsurer.
func (*Insurer) Kind() Kind { return KindInsurer }

// References visits nothing: insurers refer to nothing.
func (*Insurer) References(func(path string, kind Kind, reference *string)) {}

// Normalize trims the texts.
func (d *Insurer) Normalize() {
	trim(&d.Name)
	d.AlsoKnownAs = trimAll(d.AlsoKnownAs)
}

// Validate returns the broken rules.
func (d *Insurer) Validate(today Date, references References) []Fault {
	return validate(d, today, references)
}

func (d *Insurer) check(c *checker) {
	c.header(KindInsurer, &d.Header)
	c.insuranceLabel("/name", d.Name) // which stands among the insurances of a provider
	list(c, "/alsoKnownAs", d.AlsoKnownAs, c.insuranceLabel)
}

// Absorb takes over the names of another insurer, so that labels with them keep their meaning.
func (d *Insurer) Absorb(other *Insurer) {
	d.AlsoKnownAs = slices.Clone(d.AlsoKnownAs)
	for _, name := range append([]string{other.Name}, other.AlsoKnownAs...) {
		if name != d.Name && !slices.Contains(d.AlsoKnownAs, name) {
			d.AlsoKnownAs = append(d.AlsoKnownAs, name)
		}
	}
}

// InsurerNames finds insurers by their names, whatever the case and accents. This is the one rule of which insurer a
// label means: the one with that name, else the one that is also known by it; of several, the first one by name. The
// zero value knows no insurers.
type InsurerNames struct {
	// All are the insurers, by name. They must not be changed.
	All   []*Insurer
	byKey map[string]*Insurer
}

// NewInsurerNames returns the names of some insurers.
func NewInsurerNames(insurers []*Insurer) InsurerNames {
	n := InsurerNames{slices.Clone(insurers), make(map[string]*Insurer)}
	slices.SortFunc(n.All, func(a, b *Insurer) int {
		return cmp.Or(cmp.Compare(Fold(a.Name), Fold(b.Name)), cmp.Compare(a.ID, b.ID))
	})
	for _, d := range n.All {
		n.add(d.Name, d)
	}
	for _, d := range n.All {
		for _, name := range d.AlsoKnownAs {
			n.add(name, d)
		}
	}
	return n
}

func (n InsurerNames) add(name string, d *Insurer) {
	if key := Fold(name); n.byKey[key] == nil {
		n.byKey[key] = d
	}
}

// Find returns the insurer that a label means; false for a label that is the name of none.
func (n InsurerNames) Find(label string) (d *Insurer, known bool) {
	d, known = n.byKey[Fold(strings.TrimSpace(label))]
	return d, known
}

// Spelled returns labels as they are stored: those that mean an insurer by its name, and each insurer once.
func (n InsurerNames) Spelled(labels []string) []string {
	if len(n.All) == 0 {
		return labels
	}
	spelled, seen := make([]string, 0, len(labels)), make(map[*Insurer]bool)
	for _, label := range labels {
		d, known := n.Find(label)
		switch {
		case !known:
			spelled = append(spelled, label)
		case !seen[d]:
			seen[d] = true
			spelled = append(spelled, d.Name)
		}
	}
	return trimAll(spelled)
}
