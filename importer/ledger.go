package importer

import (
	"context"
	"strconv"

	"github.com/cespare/xxhash/v2"

	"findcare/models"
	"findcare/store"
)

// ledger knows, by its key in the registry, who of the registry is in the directory. It is opened only for a record that is not
// among the digests: where nothing is new, that saves to read the whole directory.
type ledger struct {
	source  string
	digests store.Digests
	seen    map[uint64]bool    // the keys that stand in the file so far
	entries map[string]account // nil before it is opened
	waiting []withdrawal
}

type account struct {
	id      string
	digest  string // of the record as it was last imported; "" where it was not
	deleted bool
	// withdrawn tells that an import deleted it, and so an import may bring it back.
	withdrawn bool
}

// withdrawal is a record that is out of use, and of which nobody knows yet whether the directory has it.
type withdrawal struct {
	key string
	on  models.Date
}

func (l *ledger) load(ctx context.Context, from *store.Store) (err error) {
	l.seen = make(map[uint64]bool)
	l.digests, err = from.Digests(ctx, l.source)
	return err
}

// has tells whether the directory has a record as it is.
func (l *ledger) has(key, digest string) bool {
	known, ok := l.digests[xxhash.Sum64String(key)]
	return ok && known == number(digest)
}

// number is the hash that hashOf has written.
func number(hash string) uint64 {
	n, _ := strconv.ParseUint(hash, 36, 64)
	return n
}

// open learns who is in the store. It reads no more of a document than it needs.
func (l *ledger) open(ctx context.Context, from *store.Store) error {
	if l.entries != nil {
		return nil
	}
	l.entries = make(map[string]account)
	var deleted []*models.Header
	err := from.EachPart(ctx, models.KindProvider, []string{"npi", "imported", "revision", "deletedAt"}, func(document models.Document) error {
		provider := document.(*models.Provider)
		if provider.DeletedAt != nil {
			deleted = append(deleted, &provider.Header)
			return nil
		}
		l.enter(provider, account{id: provider.ID})
		return nil
	})
	if err != nil {
		return err
	}
	for _, head := range deleted {
		change, err := from.Change(ctx, head.ID, head.Revision)
		if err != nil {
			return err
		}
		if change == nil {
			continue
		}
		before, err := change.Previous()
		if err != nil {
			return err
		}
		if provider, ok := before.(*models.Provider); ok {
			l.enter(provider, account{id: head.ID, deleted: true, withdrawn: change.Operation == operation(l.source)})
		}
	}
	return nil
}

// enter keeps a provider under its record's key, and under its NPI. Those in use come before those deleted.
func (l *ledger) enter(provider *models.Provider, a account) {
	if imported := provider.ImportedFrom(l.source); imported != nil {
		a.digest = imported.Digest
		l.put(imported.Record, a)
	}
	if l.source == "nppes" && provider.NPI != "" {
		l.put(string(provider.NPI), a)
	}
}

func (l *ledger) put(key string, a account) {
	if other, taken := l.entries[key]; !taken || other.deleted && !a.deleted {
		l.entries[key] = a
	}
}

// operation is what the record of a change says that an import of a registry did it.
func operation(source string) string { return "import " + source }

// idOf is the id of a provider that an import makes. It follows from the record's key, and so is the same everywhere.
func idOf(source, key string) string {
	return models.IDOfSlug(models.KindProvider, source+" "+key)
}

// imported tells whether a record that is out of use was in the directory after the last import.
func (l *ledger) imported(w withdrawal) bool {
	_, known := l.digests[xxhash.Sum64String(w.key)]
	return known
}

// begin forgets the digests before the first write: until the import has come to its end, they may not hold.
func (i *recording) begin(ctx context.Context) error {
	if i.begun || i.options.DryRun {
		return nil
	}
	i.begun = true
	return i.store.DropDigests(ctx, i.format.source())
}

// remember keeps the digests of all records that the directory has now, for the next import.
func (i *recording) remember(ctx context.Context) error {
	if !i.begun && len(i.ledger.digests) > 0 {
		return nil
	}
	digests := make(store.Digests, len(i.ledger.entries))
	for key, known := range i.ledger.entries {
		if !known.deleted && known.digest != "" {
			digests[xxhash.Sum64String(key)] = number(known.digest)
		}
	}
	if err := i.begin(ctx); err != nil {
		return err
	}
	return i.store.PutDigests(ctx, i.format.source(), digests)
}
