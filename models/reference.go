package models

import "fmt"

// Reference is that a document refers to another one.
type Reference struct {
	// Path is where in the document it stands, as a JSON pointer.
	Path string
	Kind Kind
	ID   string
}

// Missing is the fault of a reference to a document that does not exist.
func (r Reference) Missing() Fault {
	rule := fmt.Sprintf("must be the slug or id of %s that exists", WithIndefiniteArticle(string(r.Kind)))
	return Fault{Path: r.Path, Value: r.ID, Rule: rule}
}

// Referable reports whether documents of a kind stay for as long as others refer to them. References to providers are
// weak: a provider is retired or deleted whoever refers to it, and what refers to it then is as if it did not.
func (k Kind) Referable() bool {
	return k == KindCredential || k == KindCondition || k == KindTreatment || k == KindInsurer
}

// RefersTo reports whether a document refers to the one with an id.
func RefersTo(document Document, id string) (refers bool) {
	document.References(func(_ string, _ Kind, reference *string) { refers = refers || *reference == id })
	return refers
}

// AddedReferences are the references of a document that the one before it, nil for a new one, does not have.
func AddedReferences(before, after Document) (added []Reference) {
	known := make(map[string]bool)
	if before != nil {
		before.References(func(_ string, _ Kind, reference *string) { known[*reference] = true })
	}
	after.References(func(path string, kind Kind, reference *string) {
		if !known[*reference] {
			added = append(added, Reference{path, kind, *reference})
		}
	})
	return added
}

// AddedReferences are the references that the change adds to the document.
func (c *Change) AddedReferences() ([]Reference, error) {
	if c.added != nil {
		return *c.added, nil
	}
	before, _, err := c.Previous()
	if err != nil {
		return nil, err
	}
	after, exists, err := c.Document()
	if !exists {
		return nil, err
	}
	return AddedReferences(before, after), nil
}
