package execution

import (
	"bytes"
	"context"
	"hash/maphash"
	"strings"
	"sync/atomic"
	"weak"

	"findcare/internal/cache"
	"findcare/internal/catalog"
	"findcare/models"
)

// fragments keeps the JSON of documents as plans have written them within responses: pages differ, but most of them
// show the same conditions, treatments and credentials, and many the same providers. What a document looks like in a
// selection follows from the snapshot alone, so a fragment is good for one snapshot, however few changes there are to
// the next: to write all fragments of a page anew takes less than a change takes to be applied.
//
// A document has one slot, and the last of those that share it is kept.
type fragments struct {
	seed   maphash.Seed
	slots  [fragmentSlots]atomic.Pointer[fragment]
	recent *cache.Recent // most documents do not come again, so one is kept only the second time
	// last is the edition of the snapshot that was asked for last.
	last     atomic.Pointer[edition]
	editions atomic.Uint64
}

const (
	fragmentSlots = 1 << 14
	// maxFragment is the maximum size of a fragment in bytes, so that all of them take at most 32 MB.
	maxFragment = 2 << 10
	// minFragment is how many fields a selection must have: to write fewer takes no longer than to look for them.
	minFragment = 5
)

// edition gives a snapshot a number, so that fragments need not point to it. It is immutable.
type edition struct {
	snapshot weak.Pointer[catalog.Snapshot]
	number   uint64
}

// fragmentKey is everything that a fragment depends on.
type fragmentKey struct {
	edition   uint64
	plan      uint64
	selection int
	id        string
	revision  int64
}

// fragment is immutable.
type fragment struct {
	fragmentKey
	json []byte
}

func newFragments() *fragments {
	return &fragments{seed: maphash.MakeSeed(), recent: cache.NewRecent(fragmentSlots)}
}

// edition returns the number of a snapshot.
func (f *fragments) edition(snapshot *catalog.Snapshot) uint64 {
	if last := f.last.Load(); last != nil && last.snapshot.Value() == snapshot {
		return last.number
	}
	next := &edition{weak.Make(snapshot), f.editions.Add(1)}
	f.last.Store(next)
	return next.number
}

// hash is the same in all editions.
func (f *fragments) hash(key *fragmentKey) uint64 {
	const spread = 0x9e3779b97f4a7c15
	return maphash.String(f.seed, key.id) ^ (key.plan*64+uint64(key.selection)+uint64(key.revision)<<32)*spread
}

func (f *fragments) get(hash uint64, key *fragmentKey) (json []byte, ok bool) {
	kept := f.slots[hash%fragmentSlots].Load()
	if kept == nil || kept.fragmentKey != *key {
		return nil, false
	}
	return kept.json, true
}

func (f *fragments) put(hash uint64, key fragmentKey, json []byte) {
	if len(json) > maxFragment || !f.recent.Again(hash) {
		return
	}
	key.id = strings.Clone(key.id) // which may be a part of something larger
	f.slots[hash%fragmentSlots].Store(&fragment{key, bytes.Clone(json)})
}

// headed are the values that are documents.
type headed interface{ Head() *models.Header }

// keeping returns an encoder that keeps what encode appends of a document. It returns encode itself where T is no
// document, and where keeping does not pay: for the root of a response, and for few fields. Fields and slots are what
// the plan had before the selection; a selection whose arguments depend on variables is not kept.
func keeping[T any](c *Compiler, at Place, fields, slots int, encode Encoder[T]) Encoder[T] {
	var none T
	_, isDocument := any(none).(headed)
	isRoot := at.field.parent == nil && at.depth == 0
	if !isDocument || isRoot || c.slots > slots || c.fields < fields+minFragment {
		return encode
	}
	number := c.kept
	c.kept++
	return func(ctx context.Context, e *State, v T) bool {
		document, is := any(v).(headed)
		if e.fragments == nil || !is {
			return encode(ctx, e, v)
		}
		head := document.Head()
		key := fragmentKey{e.edition, e.number, number, head.ID, head.Revision}
		hash := e.fragments.hash(&key)
		if json, ok := e.fragments.get(hash, &key); ok {
			e.buffer = append(e.buffer, json...)
			return true
		}
		start, reported, late := len(e.buffer), e.reported, len(e.late)
		if !encode(ctx, e, v) {
			return false
		}
		if e.reported == reported && len(e.late) == late && e.stopped == nil {
			e.fragments.put(hash, key, e.buffer[start:])
		}
		return true
	}
}
