package importing

import (
	"context"
	"iter"
	"strconv"

	"findcare/internal/store"
	"findcare/models"
)

// ledger knows, by its key in the registry, who of the registry is in the directory. It is opened only for a record
// that is not among the digests: where nothing is new, that saves to read the whole directory. It is small, since there
// may be millions.
type ledger struct {
	source   string
	digests  store.Digests
	accounts map[recordKey]account // nil before it is opened
	// elsewhere holds the ids of the providers that no import of the registry made, and deletions the records of the
	// changes that deleted a provider.
	elsewhere, deletions map[recordKey]string
}

// account is what is known of the provider of a record.
type account struct {
	digest uint64 // of the record as it was last imported; 0 where it was not
	state  state
}

// state tells where a provider is.
type state uint8

const (
	absent state = iota
	present
	deleted   // by an editor
	withdrawn // deleted by an import, and so an import may bring it back
)

func (l *ledger) load(ctx context.Context, from *store.Store, source string) (err error) {
	l.source = source
	l.digests, err = from.Digests(ctx, source)
	return err
}

// has tells whether the directory has a record as it is.
func (l *ledger) has(key recordKey, digest uint64) bool {
	known, ok := l.digests[uint64(key)]
	return ok && known == digest && digest != 0
}

// mayHave tells whether the directory may have had a record after the last import. It may where that did not come to
// its end.
func (l *ledger) mayHave(key recordKey) bool {
	_, known := l.digests[uint64(key)]
	return known || len(l.digests) == 0
}

// number is the hash that a digest is the text of.
func number(digest string) uint64 {
	n, _ := strconv.ParseUint(digest, 36, 64)
	return n
}

// open learns who is in the store. It reads no more of a document than it needs.
func (l *ledger) open(ctx context.Context, from *store.Store) error {
	if l.accounts != nil {
		return nil
	}
	l.accounts, l.elsewhere, l.deletions = make(
		map[recordKey]account,
	), make(
		map[recordKey]string,
	), make(
		map[recordKey]string,
	)
	err := from.EachPart(
		ctx,
		models.KindProvider,
		[]string{"npi", "imported", "deletedAt"},
		func(document models.Document) error {
			if provider := document.(*models.Provider); provider.DeletedAt == nil {
				l.enter(provider, present, "")
			}
			return nil
		},
	)
	if err != nil {
		return err
	}
	last := make(map[string]*models.Change)
	err = from.EachDeletion(
		ctx,
		[]models.Kind{models.KindProvider},
		[]string{"npi", "imported"},
		func(change *models.Change) error {
			if known := last[change.DocumentID]; known == nil || known.At.Before(change.At) {
				last[change.DocumentID] = change
			}
			return nil
		},
	)
	if err != nil {
		return err
	}
	for _, change := range last {
		before, err := change.Previous()
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

// enter keeps a provider under its record's key, and under its NPI. Those in use come before those deleted.
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

// idOf is the id of the provider that a record is of, or would be.
func (l *ledger) idOf(record string) string {
	if id, ok := l.elsewhere[keyOf(record)]; ok {
		return id
	}
	return models.IDOfRecord(l.source, record)
}

// current are the digests of the records that the directory has now; 0 for those that are to be looked at anew.
func (l *ledger) current() iter.Seq2[uint64, uint64] {
	return func(yield func(uint64, uint64) bool) {
		for key, known := range l.accounts {
			if known.state == present && !yield(uint64(key), known.digest) {
				return
			}
		}
	}
}
