package editing

import (
	"slices"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/catalog"
	"findcare/models"
)

// applied returns the document that an input makes of a stored one, which is nil for a new document, or the faults of
// the input. The result shares no memory with either.
func applied(input models.Input, before models.Document) (models.Document, []UserError) {
	after, faults := input.Apply(before)
	if len(faults) > 0 {
		return nil, userErrors(faults...)
	}
	return clone(after), nil
}

// prepare normalizes a document and checks it against all rules, except whether the documents that it refers to exist.
// What is tolerated in the document before, which is nil for a new one, does not block a change of something else.
func (e *Editor) prepare(before, after models.Document) []UserError {
	return e.prepareFor(models.DateOf(e.now()), before, after)
}

// prepareFor is prepare for a change on another day.
func (e *Editor) prepareFor(day models.Date, before, after models.Document) []UserError {
	e.resolve(after)
	faults := e.faultsOf(after, day)
	if before == nil || len(faults) == 0 {
		return userErrors(faults...)
	}
	known := e.faultsOf(before, day)
	return userErrors(slices.DeleteFunc(faults, func(fault models.Fault) bool {
		return fault.Tolerated && slices.ContainsFunc(known, fault.Repeats)
	})...)
}

// faultsOf returns the rules that a document breaks: those of models, and which images the operator allows.
func (e *Editor) faultsOf(document models.Document, today models.Date) []models.Fault {
	faults := document.Validate(today, anyReference{})
	if article, ok := document.(*models.Article); ok {
		faults = append(faults, e.catalog.Current().ImageHosts().Foreign(article)...)
	}
	return faults
}

// resolve normalizes a document, replaces slugs in its references by ids, and spells insurances as their insurers do.
func (e *Editor) resolve(document models.Document) {
	document.Normalize()
	snapshot := e.catalog.Current()
	document.References(func(_ string, kind models.Kind, reference *string) {
		if id, known := snapshot.IDOf(kind, *reference); known {
			*reference = id
		}
	})
	if provider, ok := document.(*models.Provider); ok {
		provider.Insurances = snapshot.InsurerNames().Spelled(provider.Insurances)
	}
}

// snapshotReferences are the documents of a snapshot.
type snapshotReferences struct{ snapshot *catalog.Snapshot }

// Exists reports whether the snapshot has the document.
func (x snapshotReferences) Exists(kind models.Kind, id string) bool {
	found, known := x.snapshot.IDOf(kind, id)
	return known && found == id
}

// clone returns a deep copy of a document. Every document survives being stored and read, so an error here is a bug.
func clone(document models.Document) models.Document {
	copied := document.Kind().New()
	content, err := bson.Marshal(document)
	if err == nil {
		err = bson.Unmarshal(content, copied)
	}
	if err != nil {
		panic(err)
	}
	return copied
}

// withInput sets the request, unless a caller has set it already.
func (w Write) withInput(input any) Write {
	if w.Input == nil {
		w.Input = input
	}
	return w
}
