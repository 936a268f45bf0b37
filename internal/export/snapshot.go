package export

import (
	"context"
	"iter"

	"findcare/models"
)

// Documents are those of a directory in memory, such as a *catalog.Snapshot. They must not be changed.
type Documents interface {
	Documents() iter.Seq[models.Document]
	// Document returns the one with that id, nil where there is none.
	Document(id string) models.Document
}

// FromMemory makes a directory in memory the source of an export.
func FromMemory(documents Documents) Source { return inMemory{documents} }

type inMemory struct{ Documents }

// EachShown is part of Source.
func (m inMemory) EachShown(_ context.Context, kind models.Kind, visit func(models.Document) error) error {
	for document := range m.Documents.Documents() {
		if document.Kind() != kind {
			continue
		}
		copied, err := copyOf(document)
		if err == nil {
			err = visit(copied)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Current is part of Source.
func (m inMemory) Current(_ context.Context, ids []string) (documents []models.Document, err error) {
	for _, id := range ids {
		document := m.Document(id)
		if document == nil {
			continue
		}
		if document, err = copyOf(document); err != nil {
			return nil, err
		}
		documents = append(documents, document)
	}
	return documents, nil
}

// copyOf returns a copy of a document that may be changed.
func copyOf(document models.Document) (models.Document, error) {
	copied := document.Kind().New()
	stored, err := models.Marshal(document)
	if err == nil {
		err = models.Unmarshal(stored, copied)
	}
	return copied, err
}
