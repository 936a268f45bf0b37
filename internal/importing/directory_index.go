package importing

import (
	"context"
	"crypto/rand"
	"fmt"
	"strings"

	"findcare/internal/dirformat"
	"findcare/internal/store"
	"findcare/models"
)

// index knows the documents of the store and of the file by their names.
type index struct {
	// ids holds the id of every slug, by kind. An id stands there for itself, too, where something can refer to it.
	ids map[models.Kind]map[string]string
	// stored holds what the store has, by id.
	stored map[string]stored
	// former holds the former slugs of those that have any, by id.
	former map[string][]string
	// reviews holds the medical reviews of articles that have one, by id.
	reviews map[string]*models.MedicalReview
	// retired holds the providers that are retired, by id.
	retired map[string]bool
	// npis holds who has an NPI.
	npis map[string]string
	// seen holds where in the file an id stands.
	seen map[string]string
}

type stored struct {
	revision int64
	hash     [16]byte
	slug     string
	npi      string
	deleted  bool
}

func (x *index) load(ctx context.Context, from *store.Store) error {
	x.ids = make(map[models.Kind]map[string]string)
	x.stored, x.former = make(map[string]stored), make(map[string][]string)
	x.npis, x.seen = make(map[string]string), make(map[string]string)
	x.reviews, x.retired = make(map[string]*models.MedicalReview), make(map[string]bool)
	for _, kind := range models.Kinds {
		ids := make(map[string]string)
		x.ids[kind] = ids
		err := from.Each(ctx, kind, func(document models.Document) error {
			head := document.Head()
			if head.DeletedAt != nil {
				x.stored[head.ID] = stored{revision: head.Revision, deleted: true}
				return nil
			}
			hash, err := models.ContentHash(document)
			if err != nil {
				return err
			}
			entry := stored{revision: head.Revision, hash: hash, slug: head.Slug}
			if provider, ok := document.(*models.Provider); ok && provider.NPI != "" {
				entry.npi = string(provider.NPI)
				x.npis[entry.npi] = head.ID
			}
			if provider, ok := document.(*models.Provider); ok && provider.Retired() {
				x.retired[head.ID] = true
			}
			if article, ok := document.(*models.Article); ok && article.MedicalReview != nil {
				x.reviews[head.ID] = article.MedicalReview
			}
			if len(head.FormerSlugs) > 0 {
				x.former[head.ID] = head.FormerSlugs
			}
			ids[head.Slug], ids[head.ID] = head.ID, head.ID
			x.stored[head.ID] = entry
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// Exists tells whether a document is in the store or in the file.
func (x *index) Exists(kind models.Kind, id string) bool { return x.ids[kind][id] == id && id != "" }

// identify finds or makes the id of a document in the file, and tells whether its names are taken.
func (x *index) identify(r dirformat.Record) *models.Fault {
	name := r.Names()
	if !models.ValidSlug(name.Slug) {
		return nil // reported by Validate
	}
	ids := x.ids[r.Kind]
	id, taken := ids[name.Slug]
	switch {
	case name.ID == "" && !taken:
		id = x.newID(r.Kind, name.Slug)
	case name.ID != "" && taken && name.ID != id && x.stored[id].slug == name.Slug:
		return &models.Fault{
			Path:  "/slug",
			Value: name.Slug,
			Rule:  "is the slug of another " + string(r.Kind) + ", " + id,
		}
	case name.ID != "":
		id = name.ID
	}
	if place, twice := x.seen[id]; twice {
		return &models.Fault{Path: "/slug", Value: name.Slug, Rule: "must be unique; it stands at " + place + " too"}
	}
	if place, twice := x.seen[string(r.Kind)+"/"+name.Slug]; twice {
		return &models.Fault{Path: "/slug", Value: name.Slug, Rule: "must be unique; it stands at " + place + " too"}
	}
	place := strings.TrimSuffix(r.Place, ": ")
	x.seen[id], x.seen[string(r.Kind)+"/"+name.Slug] = place, place
	ids[name.Slug], ids[id] = id, id
	if name.NPI == "" {
		return nil
	}
	if owner, taken := x.npis[name.NPI]; taken && owner != id {
		return &models.Fault{
			Path:  "/npi",
			Value: name.NPI,
			Rule:  fmt.Sprintf("must be unique; the provider %s has it", owner),
		}
	}
	x.npis[name.NPI] = id
	return nil
}

// newID is the id that follows from the slug, unless a document that was renamed since has that one.
func (x *index) newID(kind models.Kind, slug string) string {
	id := models.IDOfSlug(kind, slug)
	if known, taken := x.stored[id]; taken && !known.deleted {
		return models.IDOfSlug(kind, rand.Text())
	}
	return id
}
