package importing

import (
	"context"
	"iter"
	"strconv"

	"findcare/internal/store"
	"findcare/models"
)

// ledger knows which records of the registry the directory has, by their keys. It is opened only for a record that is
// not among the digests, so that a file with nothing new does not cause the whole directory to be read. Entries are
// small, since there may be millions.
type ledger struct {
	source   string
	digests  store.Digests
	accounts map[recordKey]account // nil before it is opened
	// elsewhere has the ids of providers that the registry's imports did not create, and deletions the ids of the
	// changes that deleted a provider.
	elsewhere, deletions map[recordKey]string
	// providers counts those that the directory had when the ledger was opened.
	providers int
}

// account is what is known of a record's provider.
type account struct {
	digest uint64 // of the record as last imported; 0 if it was not
	state  state
}

// state is the state of a record's provider.
type state uint8

const (
	absent state = iota
	present
	deleted   // by an editor
	withdrawn // deleted by an import, so an import may restore it
)

func (l *ledger) load(ctx context.Context, from *store.Store, source string) (err error) {
	l.source = source
	l.digests, err = from.Digests(ctx, source)
	return err
}

// has reports whether the directory has a record in this form.
func (l *ledger) has(key recordKey, digest uint64) bool {
	known, ok := l.digests[uint64(key)]
	return ok && known == digest && digest != 0
}

// mayHave reports whether the directory may have had a record after the last import. It may if that import was
// interrupted.
func (l *ledger) mayHave(key recordKey) bool {
	_, known := l.digests[uint64(key)]
	return known || len(l.digests) == 0
}

// number parses the hash in a digest; 0 if there is none.
func number(digest string) uint64 {
	n, _ := strconv.ParseUint(digest, 36, 64)
	return n
}

// open reads the providers of the store, and no more of each than it needs.
func (l *ledger) open(ctx context.Context, from *store.Store) error {
	if l.accounts != nil {
		return nil
	}
	l.accounts = make(map[recordKey]account)
	l.elsewhere, l.deletions = make(map[recordKey]string), make(map[recordKey]string)
	fields := []string{"npi", "imported"}
	err := from.EachPart(ctx, models.KindProvider, append(fields, "deletedAt"), func(document models.Document) error {
		if provider := document.(*models.Provider); provider.DeletedAt == nil {
			l.providers++
			l.enter(provider, present, "")
		}
		return nil
	})
	if err != nil {
		return err
	}
	last := make(map[string]*models.Change)
	err = from.EachDeletion(ctx, []models.Kind{models.KindProvider}, fields, func(change *models.Change) error {
		if known := last[change.DocumentID]; known == nil || known.At.Before(change.At) {
			last[change.DocumentID] = change
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, change := range last {
		before, _, err := change.Previous()
		if err != nil {
			return err
		}
		state := deleted
		if change.Operation == models.ImportOperation(l.source) {
			state = withdrawn
		}
		if provider, ok := before.(*models.Provider); ok {
			provider.ID = change.DocumentID
			l.enter(provider, state, change.ID)
		}
	}
	return nil
}

// enter adds a provider under its record's key and its NPI. Existing providers take precedence over deleted ones.
func (l *ledger) enter(provider *models.Provider, state state, deletion string) {
	if imported := provider.ImportedFrom(l.source); imported != nil {
		l.put(imported.Record, provider.ID, account{number(imported.Digest), state}, deletion)
	}
	if l.source == "nppes" && provider.NPI != "" {
		l.put(string(provider.NPI), provider.ID, account{0, state}, deletion)
	}
}

func (l *ledger) put(record, id string, a account, deletion string) {
	key := keyOf(record)
	if other := l.accounts[key]; other.state != absent && (other.state == present || a.state != present) {
		return
	}
	l.accounts[key] = a
	delete(l.elsewhere, key)
	delete(l.deletions, key)
	if id != models.IDOfRecord(l.source, record) {
		l.elsewhere[key] = id
	}
	if deletion != "" {
		l.deletions[key] = deletion
	}
}

// idOf returns the id of a record's provider, or the one that it would get.
func (l *ledger) idOf(record string) string {
	if id, ok := l.elsewhere[keyOf(record)]; ok {
		return id
	}
	return models.IDOfRecord(l.source, record)
}

// current yields the digests of the records that the directory has now, 0 for those to compare again.
func (l *ledger) current() iter.Seq2[uint64, uint64] {
	return func(yield func(uint64, uint64) bool) {
		for key, known := range l.accounts {
			if known.state == present && !yield(uint64(key), known.digest) {
				return
			}
		}
	}
}
