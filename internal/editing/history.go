package editing

import (
	"context"
	"maps"
	"math"
	"slices"
	"time"

	"github.com/go-json-experiment/json/jsontext"
	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/auth"
	"findcare/models"
)

// History returns the changes of a document or of a token, newest first, only those before a revision if it is given.
func (e *Editor) History(ctx context.Context, id string, first, before *int) ([]Change, error) {
	most, err := pageSize(first)
	if err != nil {
		return nil, err
	}
	last := int64(math.MaxInt64)
	if before != nil {
		last = int64(*before) - 1
	}
	return e.changes(ctx, id, most, last)
}

// changes returns the changes up to a revision, newest first.
func (e *Editor) changes(ctx context.Context, id string, most int, last int64) ([]Change, error) {
	stored, revision, err := e.lastRevision(ctx, id)
	if err != nil {
		return nil, err
	}
	revision = min(revision, last)
	changes := []Change{}
	for ; revision > 0 && len(changes) < most; revision-- {
		change, known, err := e.store.Change(ctx, id, revision)
		if !known && err == nil && revision == 1 && stored != nil {
			change, known, err = e.creation(ctx, stored)
		}
		if err != nil {
			return nil, clientError(err)
		}
		if known {
			changes = append(changes, Change{change})
		}
	}
	return changes, nil
}

// lastRevision returns a stored document, nil for a token, and the last revision that there may be a record of; 0 if
// the document does not exist.
func (e *Editor) lastRevision(ctx context.Context, id string) (models.Document, int64, error) {
	if auth.IsTokenID(id) {
		return nil, auth.LastRevision, nil
	}
	kind, ok := models.KindOfID(id)
	if !ok {
		return nil, 0, models.BadInput("id: %q must be the id of a document or of a token", id)
	}
	stored, found, err := e.store.Find(ctx, kind, id)
	if !found {
		return nil, 0, clientError(err)
	}
	return stored, stored.Head().Revision, nil
}

// creation returns the record of the first revision of a document that an import created, false if that revision is not
// known.
func (e *Editor) creation(ctx context.Context, stored models.Document) (change *models.Change, known bool, err error) {
	const first = 1
	document := stored
	if stored.Head().Revision != first {
		next, found, err := e.store.Change(ctx, stored.Head().ID, first+1)
		if !found {
			return nil, false, err
		}
		if document, _, err = next.Previous(); err != nil {
			return nil, false, err
		}
	}
	if document == nil || document.Head().Revision != first || document.Head().DeletedAt != nil {
		return nil, false, nil
	}
	change, err = models.Creation(document)
	return change, err == nil, err
}

// AsOf returns a document as it was at a time, false if it did not exist then or if that is not known.
func (e *Editor) AsOf(
	ctx context.Context, kind models.Kind, id string, at time.Time,
) (document models.Document, existed bool, err error) {
	stored, found, err := e.store.Find(ctx, kind, id)
	if !found {
		return nil, false, clientError(err)
	}
	if head := stored.Head(); !head.UpdatedAt.After(at) {
		return alive(stored), alive(stored) != nil, nil
	}
	for revision := stored.Head().Revision; revision > 0; revision-- {
		change, recorded, err := e.store.Change(ctx, id, revision)
		if err != nil {
			return nil, false, clientError(err)
		}
		if !recorded { // created by an import: the next change has it as its previous state
			continue
		}
		if !change.At.After(at) {
			return change.Document()
		}
		previous, existed, err := change.Previous()
		if err != nil {
			return nil, false, err
		}
		if !existed || !previous.Head().UpdatedAt.After(at) {
			return previous, existed, nil
		}
	}
	return nil, false, nil
}

// Differences returns the fields that the change changed, sorted by name.
func (c Change) Differences() ([]Difference, error) {
	before, err := c.members(c.Before)
	if err != nil {
		return nil, err
	}
	after, err := c.members(c.After)
	if err != nil {
		return nil, err
	}
	names := maps.Clone(before)
	maps.Copy(names, after)
	differences := []Difference{}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if was, is := before[name], after[name]; string(was) != string(is) {
			differences = append(differences, Difference{name, text(was), text(is)})
		}
	}
	return differences, nil
}

// members returns the fields of a document or a token before or after the change, in the directory format.
func (c Change) members(stored bson.Raw) (map[string]jsontext.Value, error) {
	if stored == nil {
		return membersOf(nil)
	}
	var content any = c.Kind.New()
	if c.Kind == auth.KindToken {
		content = new(auth.Description)
	}
	if err := bson.Unmarshal(stored, content); err != nil {
		return nil, err
	}
	return membersOf(content)
}

func text(value jsontext.Value) *string {
	if value == nil {
		return nil
	}
	text := string(value)
	return &text
}
