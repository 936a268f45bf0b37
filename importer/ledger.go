package importer

import (
	"context"

	"findcare/models"
	"findcare/store"
)

// ledger knows, by its key in the registry, who of the registry is in the directory.
type ledger struct {
	source  string
	entries map[string]account
}

type account struct {
	id      string
	digest  string // of the record as it was last imported; "" where it was not
	line    int    // of the file, where the record stands; 0 before it was seen
	deleted bool
	// withdrawn tells that an import deleted it, and so an import may bring it back.
	withdrawn bool
}

// load learns who is in the store. It reads no more of a document than it needs.
func (l *ledger) load(ctx context.Context, from *store.Store) error {
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
