package editing

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/auth"
	"findcare/models"
)

const usualChanges, mostChanges = 20, 100

// History returns the changes of a document or of a token, the last one first: those before a revision where it is
// given.
func (e *Editor) History(ctx context.Context, id string, first, before *int) ([]Change, error) {
	most := usualChanges
	if first != nil {
		most = *first
	}
	if most < 0 || most > mostChanges {
		return nil, models.BadInput("first: %d must be from 0 to %d", most, mostChanges)
	}
	stored, revision, err := e.lastRevision(ctx, id)
	if err != nil {
		return nil, err
	}
	if before != nil {
		revision = min(revision, int64(*before)-1)
	}
	changes := []Change{}
	for ; revision > 0 && len(changes) < most; revision-- {
		change, err := e.store.Change(ctx, id, revision)
		if change == nil && err == nil && revision == 1 && stored != nil {
			change, err = e.creation(ctx, stored)
		}
		if err != nil {
			return nil, shown(err)
		}
		if change != nil {
			changes = append(changes, Change{change})
		}
	}
	return changes, nil
}

// lastRevision is the last one of a document, which is returned too, or of a token that there may be a record of; 0
// where there is none.
func (e *Editor) lastRevision(ctx context.Context, id string) (models.Document, int64, error) {
	if auth.IsTokenID(id) {
		return nil, auth.LastRevision, nil
	}
	kind, ok := models.KindOfID(id)
	if !ok {
		return nil, 0, models.BadInput("id: %q must be the id of a document or of a token", id)
	}
	stored, err := e.store.Find(ctx, kind, id)
	if err != nil || stored == nil {
		return nil, 0, shown(err)
	}
	return stored, stored.Head().Revision, nil
}

// creation is the record of the first revision of a document that an import made, nil where that revision is not known.
func (e *Editor) creation(ctx context.Context, stored models.Document) (*models.Change, error) {
	const first = 1
	document := stored
	if stored.Head().Revision != first {
		next, err := e.store.Change(ctx, stored.Head().ID, first+1)
		if next == nil {
			return nil, err
		}
		if document, err = next.Previous(); err != nil {
			return nil, err
		}
	}
	if document == nil || document.Head().Revision != first || document.Head().DeletedAt != nil {
		return nil, nil
	}
	return models.Creation(document)
}

// AsOf returns a document as it was at a time: nil where it was not there, or where that is not known.
func (e *Editor) AsOf(ctx context.Context, kind models.Kind, id string, at time.Time) (models.Document, error) {
	stored, err := e.store.Find(ctx, kind, id)
	if err != nil || stored == nil {
		return nil, shown(err)
	}
	if head := stored.Head(); !head.UpdatedAt.After(at) {
		return alive(stored), nil
	}
	for revision := stored.Head().Revision; revision > 0; revision-- {
		change, err := e.store.Change(ctx, id, revision)
		if err != nil {
			return nil, shown(err)
		}
		if change == nil { // the creation by an import: what the later change found
			continue
		}
		if !change.At.After(at) {
			return change.Document()
		}
		previous, err := change.Previous()
		if err != nil {
			return nil, err
		}
		if previous == nil || !previous.Head().UpdatedAt.After(at) {
			return previous, nil
		}
	}
	return nil, nil
}

// Differences returns the fields that differ before and after the change, by name.
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

// members are the fields of what a change has before or after it: of a document, in the directory format.
func (c Change) members(stored bson.Raw) (map[string]jsontext.Value, error) {
	members := map[string]jsontext.Value{}
	if stored == nil {
		return members, nil
	}
	var content any = c.Kind.New()
	if c.Kind == auth.KindToken {
		content = new(auth.Description)
	}
	if err := bson.Unmarshal(stored, content); err != nil {
		return nil, err
	}
	encoded, err := json.Marshal(content, json.Deterministic(true))
	if err != nil {
		return nil, err
	}
	return members, json.Unmarshal(encoded, &members)
}

func text(value jsontext.Value) *string {
	if value == nil {
		return nil
	}
	text := string(value)
	return &text
}
