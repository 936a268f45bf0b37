package importer

import (
	"context"
	"strconv"
	"strings"

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
	id     string
	digest string // of the record as it was last imported; "" where it was not
	// deletion is the id of the record of the change that deleted the provider; "" where nobody did.
	deletion string
	// withdrawn tells that an import deleted it, and so an import may bring it back.
	withdrawn bool
}

func (a account) deleted() bool { return a.deletion != "" }

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
	here := make(map[string]bool)
	err := from.EachPart(ctx, models.KindProvider, []string{"npi", "imported", "deletedAt"}, func(document models.Document) error {
		if provider := document.(*models.Provider); provider.DeletedAt == nil {
			here[provider.ID] = true
			l.enter(provider, account{id: provider.ID})
		}
		return nil
	})
	if err != nil {
		return err
	}
	deletions := make(map[string]*models.Change)
	err = from.EachDeletion(ctx, models.KindProvider, []string{"npi", "imported"}, func(change *models.Change) error {
		change.DocumentID = strings.TrimPrefix(change.DocumentID, "@")
		if last := deletions[change.DocumentID]; !here[change.DocumentID] && (last == nil || last.At.Before(change.At)) {
			deletions[change.DocumentID] = change
		}
		return nil
	})
	if err != nil {
		return err
	}
	for id, change := range deletions {
		before, err := change.Previous()
		if err != nil {
			return err
		}
		if provider, ok := before.(*models.Provider); ok {
			l.enter(provider, account{id: id, deletion: change.ID, withdrawn: change.Operation == models.ImportOperation(l.source)})
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
	if other, taken := l.entries[key]; !taken || other.deleted() && !a.deleted() {
		l.entries[key] = a
	}
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
		if !known.deleted() && known.digest != "" {
			digests[xxhash.Sum64String(key)] = number(known.digest)
		}
	}
	if err := i.begin(ctx); err != nil {
		return err
	}
	return i.store.PutDigests(ctx, i.format.source(), digests)
}
