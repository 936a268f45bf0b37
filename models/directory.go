package models

import "iter"

// Directory is a set of documents of all kinds.
type Directory struct {
	Credentials []*Credential
	Conditions  []*Condition
	Treatments  []*Treatment
	Insurers    []*Insurer
	Providers   []*Provider
	Articles    []*Article
}

// Add appends a document to the list of its kind.
func (d *Directory) Add(document Document) {
	switch document := document.(type) {
	case *Credential:
		d.Credentials = append(d.Credentials, document)
	case *Condition:
		d.Conditions = append(d.Conditions, document)
	case *Treatment:
		d.Treatments = append(d.Treatments, document)
	case *Insurer:
		d.Insurers = append(d.Insurers, document)
	case *Provider:
		d.Providers = append(d.Providers, document)
	case *Article:
		d.Articles = append(d.Articles, document)
	}
}

// Len counts the documents.
func (d *Directory) Len() int {
	return len(d.Credentials) + len(d.Conditions) + len(d.Treatments) + len(d.Insurers) + len(d.Providers) +
		len(d.Articles)
}

// All yields the documents, one kind after the other.
func (d *Directory) All() iter.Seq[Document] {
	return func(yield func(Document) bool) {
		_ = each(d.Credentials, yield) && each(d.Conditions, yield) && each(d.Treatments, yield) &&
			each(d.Insurers, yield) && each(d.Providers, yield) && each(d.Articles, yield)
	}
}

func each[T Document](documents []T, yield func(Document) bool) (all bool) {
	for _, document := range documents {
		if !yield(document) {
			return false
		}
	}
	return true
}
