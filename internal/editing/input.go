package editing

import (
	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/catalog"
	"findcare/models"
)

// applied returns the document that comes of a document, nil for a new one, and an input, and what is wrong with it. It
// shares nothing with either: what is done to it is done to it alone.
func applied(input models.Input, before models.Document) (models.Document, []UserError) {
	after, faults := input.Apply(before)
	if len(faults) > 0 {
		return nil, userErrors(faults...)
	}
	return clone(after), nil
}

// prepare brings a document into the form that it is stored in, and holds it against the models' rules, but for what it
// refers to.
func (e *Editor) prepare(document models.Document) []UserError {
	e.resolve(document)
	return userErrors(document.Validate(models.DateOf(e.now()), everything{})...)
}

// resolve normalizes a document, and makes ids of its references.
func (e *Editor) resolve(document models.Document) {
	document.Normalize()
	snapshot := e.catalog.Current()
	document.References(func(_ string, kind models.Kind, reference *string) {
		if id, known := snapshot.IDOf(kind, *reference); known {
			*reference = id
		}
	})
}

// existing tells which documents a snapshot has.
type existing struct{ snapshot *catalog.Snapshot }

// Exists tells whether there is such a document.
func (x existing) Exists(kind models.Kind, id string) bool {
	found, known := x.snapshot.IDOf(kind, id)
	return known && found == id
}

// clone copies a document. What comes out of the database can go there and back again, so nothing here can fail.
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

// askedFor tells what is asked for, unless somebody has done so who knows better.
func (w Write) askedFor(input any) Write {
	if w.Input == nil {
		w.Input = input
	}
	return w
}
