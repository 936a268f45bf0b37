package editing

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/go-json-experiment/json"
	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/auth"
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

func userErrors(faults ...models.Fault) (errs []UserError) {
	for _, fault := range faults {
		field := strings.Split(strings.TrimPrefix(fault.Path, "/"), "/")
		if fault.Path == "" {
			field = nil
		}
		errs = append(errs, UserError{codeOf[fault.Kind], strings.TrimPrefix(fault.Error(), ": "), field})
	}
	return errs
}

var codeOf = map[models.FaultKind]Code{
	models.FaultInvalid: CodeInvalid,
	models.FaultUnknown: CodeNotFound,
	models.FaultLoss:    CodeLoss,
}

// placed are faults where they stand in what the client gave.
func (w Write) placed(errs []UserError) []UserError {
	for i := range errs {
		if err := &errs[i]; w.place != nil && len(err.Field) > 0 {
			at := "/" + strings.Join(err.Field, "/")
			place := w.place(at)
			err.Field = strings.Split(place[1:], "/")
			if rest, found := strings.CutPrefix(err.Message, at); found {
				err.Message = place + rest
			}
		}
	}
	return errs
}

// same tells whether two documents differ in nothing but their revisions and times, and the ids of their members.
func same(a, b models.Document) bool {
	return contentOf(a) == contentOf(b)
}

func contentOf(document models.Document) string {
	copied := clone(document)
	head := copied.Head()
	*head = models.Header{Slug: head.Slug, FormerSlugs: head.FormerSlugs}
	content, _ := bson.Marshal(copied)
	return string(models.WithoutMemberIDs(content))
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

// key is the idempotency key as it is stored: nobody can use another's.
func (w Write) key(who *auth.Principal) string {
	if w.IdempotencyKey == nil || *w.IdempotencyKey == "" {
		return ""
	}
	id := ""
	if who != nil {
		id = who.ID
	}
	sum := sha256.Sum256([]byte(id + "\x00" + *w.IdempotencyKey))
	return hex.EncodeToString(sum[:])
}

// askedFor tells what is asked for, unless somebody has done so who knows better.
func (w Write) askedFor(input any) Write {
	if w.Input == nil {
		w.Input = input
	}
	return w
}

func hashOf(w Write) string {
	content, err := json.Marshal([]any{w.Operation, w.ExpectedRevision, w.Input}, json.Deterministic(true))
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:16])
}

func conflictMessage(expected int, revision int64) string {
	return fmt.Sprintf(
		"expectedRevision: %d is not the current revision, %d; look at what changed and try again",
		expected,
		revision,
	)
}
