package importing

import (
	"context"
	"errors"
	"sync"

	"findcare/internal/codes"
	"findcare/internal/store"
	"findcare/models"
)

// terms are the credentials and treatments of the directory, by what registries call them. What a record needs and the
// directory lacks is made from the tables of package registry, unless an editor has deleted it.
type terms struct {
	bySlug    map[models.Kind]map[string]term
	byLetters map[string]term // credentials
	// look is asked for what is not among them: whether the directory has it all the same, or an editor has deleted it.
	look func(kind models.Kind, slug string) (found term, deleted bool, err error)
	made []models.Document
	err  error // of look
}

type term struct{ id, slug, abbreviation string }

func newTerms(look func(models.Kind, string) (term, bool, error)) *terms {
	return &terms{
		bySlug:    map[models.Kind]map[string]term{models.KindCredential: {}, models.KindTreatment: {}},
		byLetters: make(map[string]term), look: look,
	}
}

func loadTerms(ctx context.Context, from *store.Store) (*terms, error) {
	t := newTerms(deletedTerms(ctx, from))
	for kind := range t.bySlug {
		former := make(map[string]term)
		err := from.Each(ctx, kind, func(document models.Document) error {
			head := document.Head()
			if head.DeletedAt != nil {
				return nil
			}
			known := term{id: head.ID, slug: head.Slug}
			if credential, ok := document.(*models.Credential); ok {
				known.abbreviation = string(credential.Abbreviation)
			}
			t.add(kind, known)
			for _, slug := range head.FormerSlugs {
				former[slug] = known
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		for slug, known := range former {
			if _, taken := t.bySlug[kind][slug]; !taken {
				t.bySlug[kind][slug] = known
			}
		}
	}
	return t, nil
}

// deletedTerms reads which were deleted when the first one is asked for, since that takes long.
func deletedTerms(ctx context.Context, from *store.Store) func(kind models.Kind, slug string) (term, bool, error) {
	read := sync.OnceValues(func() (map[string]bool, error) {
		deleted := make(map[string]bool)
		return deleted, from.EachDeletion(ctx, []models.Kind{models.KindCredential, models.KindTreatment}, nil, func(change *models.Change) error {
			deleted[change.DocumentID] = true
			return nil
		})
	})
	return func(kind models.Kind, slug string) (term, bool, error) {
		deleted, err := read()
		return term{}, deleted[models.IDOfSlug(kind, slug)], err
	}
}

func (t *terms) add(kind models.Kind, known term) {
	t.bySlug[kind][known.slug] = known
	if letters := codes.Letters(known.abbreviation); letters != "" && kind == models.KindCredential {
		if other, taken := t.byLetters[letters]; !taken || known.slug < other.slug {
			t.byLetters[letters] = known
		}
	}
}

// credentialOf returns the credential that letters stand for; false where nobody knows them.
func (t *terms) credentialOf(held codes.Held) (term, bool) {
	if known, ok := t.byLetters[held.Letters]; ok {
		return known, true
	}
	if c := held.Credential; c != nil {
		if known, ok := t.byLetters[codes.Letters(c.Abbreviation)]; ok {
			return known, true
		}
		return t.get(models.KindCredential, &c.Entry)
	}
	return term{}, false
}

// get returns the document of an entry of the tables, and makes it where the directory has none.
func (t *terms) get(kind models.Kind, entry *codes.Entry) (term, bool) {
	if known, ok := t.bySlug[kind][entry.Slug]; ok {
		return known, true
	}
	found, deleted, err := t.look(kind, entry.Slug)
	switch {
	case err != nil || deleted:
		t.err = errors.Join(t.err, err)
		return term{}, false
	case found.id != "":
		t.bySlug[kind][entry.Slug] = found
		return found, true
	}
	made := term{id: models.IDOfSlug(kind, entry.Slug), slug: entry.Slug, abbreviation: entry.Abbreviation}
	document := kind.New()
	switch d := document.(type) {
	case *models.Credential:
		d.Name, d.Abbreviation = entry.Name, models.OptionalString(entry.Abbreviation)
	case *models.Treatment:
		d.Name, d.Abbreviation = entry.Name, models.OptionalString(entry.Abbreviation)
	}
	*document.Head() = models.Header{ID: made.id, Slug: made.slug, Revision: 1}
	t.made = append(t.made, document)
	t.add(kind, made)
	return made, true
}
