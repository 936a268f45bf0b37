package importing

import (
	"context"
	"sync"

	"findcare/internal/registry"
	"findcare/internal/store"
	"findcare/models"
)

// loadTerms reads the credentials, treatments and insurers of a store.
func loadTerms(ctx context.Context, from *store.Store) (*registry.Terms, error) {
	t := registry.NewTerms(deletedTerms(ctx, from))
	for _, kind := range registry.TermKinds() {
		former := make(map[string]registry.Term)
		err := from.Each(ctx, kind, func(document models.Document) error {
			head := document.Head()
			if head.DeletedAt != nil {
				return nil
			}
			known := registry.Term{ID: head.ID, Slug: head.Slug}
			if credential, ok := document.(*models.Credential); ok {
				known.Abbreviation = string(credential.Abbreviation)
			}
			t.Add(kind, known)
			for _, slug := range head.FormerSlugs {
				former[slug] = known
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		for slug, known := range former {
			t.AddFormer(kind, slug, known)
		}
	}
	var insurers []*models.Insurer
	err := from.Each(ctx, models.KindInsurer, func(document models.Document) error {
		if document.Head().DeletedAt == nil {
			insurers = append(insurers, document.(*models.Insurer))
		}
		return nil
	})
	t.Insurers = models.NewInsurerNames(insurers)
	return t, err
}

// deletedTerms reports which terms were deleted. It reads the deletions on first use, since that is slow.
func deletedTerms(
	ctx context.Context,
	from *store.Store,
) func(kind models.Kind, slug string) (registry.Term, bool, error) {
	read := sync.OnceValues(func() (map[string]bool, error) {
		deleted := make(map[string]bool)
		return deleted, from.EachDeletion(ctx, registry.TermKinds(), nil, func(change *models.Change) error {
			deleted[change.DocumentID] = true
			return nil
		})
	})
	return func(kind models.Kind, slug string) (registry.Term, bool, error) {
		deleted, err := read()
		return registry.Term{}, deleted[models.IDOfSlug(kind, slug)], err
	}
}
