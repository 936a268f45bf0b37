package registry

import (
	"errors"

	"findcare/internal/codes"
	"findcare/models"
)

// Terms are the credentials and treatments of the directory. What a record needs and the directory lacks is created
// from the tables of package codes, unless an editor has deleted it.
type Terms struct {
	bySlug    map[models.Kind]map[string]Term
	byLetters map[string]Term // credentials
	// look looks up a slug that is not among them: the directory may have it all the same, or an editor may have
	// deleted it.
	look func(kind models.Kind, slug string) (found Term, deleted bool, err error)
	// Insurers are those of the directory, whose names labels are written by. A server writes them so by itself.
	Insurers models.InsurerNames
	// Made are the documents to be created.
	Made []models.Document
	// Err is the error of a failed lookup.
	Err error
}

// Term is a credential or a treatment of the directory.
type Term struct{ ID, Slug, Abbreviation string }

// TermKinds returns the kinds of terms.
func TermKinds() []models.Kind { return []models.Kind{models.KindCredential, models.KindTreatment} }

// NewTerms returns an empty set of terms.
func NewTerms(look func(models.Kind, string) (Term, bool, error)) *Terms {
	return &Terms{
		bySlug:    map[models.Kind]map[string]Term{models.KindCredential: {}, models.KindTreatment: {}},
		byLetters: make(map[string]Term), look: look,
	}
}

// Add adds a term that the directory has.
func (t *Terms) Add(kind models.Kind, known Term) {
	t.bySlug[kind][known.Slug] = known
	if letters := codes.Letters(known.Abbreviation); letters != "" && kind == models.KindCredential {
		if other, exists := t.byLetters[letters]; !exists || known.Slug < other.Slug {
			t.byLetters[letters] = known
		}
	}
}

// AddFormer adds a term by a former slug, unless another term has that slug.
func (t *Terms) AddFormer(kind models.Kind, slug string, known Term) {
	if _, exists := t.bySlug[kind][slug]; !exists {
		t.bySlug[kind][slug] = known
	}
}

// insurance returns the label of what a record says that clients pay with.
func (t *Terms) insurance(label string) string {
	if insurer, known := t.Insurers.Find(label); known {
		return insurer.Name
	}
	return label
}

// credentialOf returns the credential that letters stand for, false if they are unknown.
func (t *Terms) credentialOf(held codes.Held) (Term, bool) {
	if known, ok := t.byLetters[held.Letters]; ok {
		return known, true
	}
	if c := held.Credential; c != nil {
		if known, ok := t.byLetters[codes.Letters(c.Abbreviation)]; ok {
			return known, true
		}
		return t.get(models.KindCredential, &c.Entry)
	}
	return Term{}, false
}

// get returns the term of an entry in the tables, and creates it if the directory has none.
func (t *Terms) get(kind models.Kind, entry *codes.Entry) (Term, bool) {
	if known, ok := t.bySlug[kind][entry.Slug]; ok {
		return known, true
	}
	found, deleted, err := t.look(kind, entry.Slug)
	switch {
	case err != nil || deleted:
		t.Err = errors.Join(t.Err, err)
		return Term{}, false
	case found.ID != "":
		t.bySlug[kind][entry.Slug] = found
		return found, true
	}
	made := Term{ID: models.IDOfSlug(kind, entry.Slug), Slug: entry.Slug, Abbreviation: entry.Abbreviation}
	document := kind.New()
	switch d := document.(type) {
	case *models.Credential:
		d.Name, d.Abbreviation = entry.Name, models.OptionalString(entry.Abbreviation)
	case *models.Treatment:
		d.Name, d.Abbreviation = entry.Name, models.OptionalString(entry.Abbreviation)
	}
	*document.Head() = models.Header{ID: made.ID, Slug: made.Slug, Revision: 1}
	t.Made = append(t.Made, document)
	t.Add(kind, made)
	return made, true
}
