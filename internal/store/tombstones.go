package store

import (
	"maps"
	"slices"
	"sync"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/models"
)

// tombstones are the deleted documents of the embedded engine, which has no index to find them by. Loading reads every
// document, so it lists them; what this process deletes afterwards is added. What another process leaves is found
// at the next start.
type tombstones struct {
	mutex sync.Mutex
	known bool
	at    map[models.Kind]map[string]time.Time // when each was deleted, by id
}

// clear forgets all, before everything is read.
func (t *tombstones) clear() {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	t.at, t.known = make(map[models.Kind]map[string]time.Time), false
}

// complete says that everything was read.
func (t *tombstones) complete() {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	t.known = true
}

func (t *tombstones) add(kind models.Kind, id string, at time.Time) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	if t.at == nil {
		return // nothing was read yet
	}
	if t.at[kind] == nil {
		t.at[kind] = make(map[string]time.Time)
	}
	t.at[kind][id] = at
}

// note adds a document that is about to be written, if it is deleted. One that is not written after all does no harm:
// only what is stored as deleted is purged.
func (t *tombstones) note(document models.Document) {
	if head := document.Head(); head.DeletedAt != nil {
		t.add(document.Kind(), head.ID, *head.DeletedAt)
	}
}

// read adds a stored document if it is deleted.
func (t *tombstones) read(kind models.Kind, stored bson.Raw) {
	if at, deleted := stored.Lookup("deletedAt").TimeOK(); deleted {
		t.add(kind, IDOf(stored.Lookup("_id")), at)
	}
}

// before returns the ids of the documents of a kind that were deleted before a time; false if not all are known.
func (t *tombstones) before(kind models.Kind, before time.Time) (ids []string, known bool) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	for id, at := range t.at[kind] {
		if at.Before(before) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids, t.known
}

// forget drops those that were purged.
func (t *tombstones) forget(kind models.Kind, ids []string) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	maps.DeleteFunc(t.at[kind], func(id string, _ time.Time) bool { return slices.Contains(ids, id) })
}
