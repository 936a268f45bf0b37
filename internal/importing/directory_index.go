package importing

import (
	"context"
	"crypto/rand"
	"fmt"
	"maps"
	"slices"
	"strings"

	"findcare/internal/dirformat"
	"findcare/internal/store"
	"findcare/models"
)

// index finds the documents of the store and of the file by their names.
type index struct {
	// ids maps every slug to an id, by kind. It also maps ids to themselves, so that references may use either.
	ids map[models.Kind]map[string]string
	// stored has the documents of the store, by id.
	stored map[string]stored
	// former has the former slugs of documents in the store, by id.
	former map[string][]string
	// reviews has the medical reviews of articles in the store, by id.
	reviews map[string]*models.MedicalReview
	// retired has the ids of retired providers, and organizations those of the ones that people work for.
	retired       map[string]bool
	organizations map[string]bool
	// insurers are those of the store and of the file, by id, and names says which of them a label means.
	insurers map[string]*models.Insurer
	names    *models.InsurerNames
	// npis maps NPIs to the ids of providers.
	npis map[string]string
	// providers counts those of the store.
	providers int
	// seen maps ids, and kinds with slugs, to their place in the file.
	seen map[string]string
}

type stored struct {
	revision int64
	hash     [16]byte
	slug     string
	npi      string
	deleted  bool
}

// standing is what stays of a stored document whatever a file says.
type standing struct {
	slug    string
	former  []string
	retired bool
	review  *models.MedicalReview
}

// standing returns that of a document of the store, false if there is none.
func (x *index) standing(id string) (standing, bool) {
	known, exists := x.stored[id]
	return standing{known.slug, x.former[id], x.retired[id], x.reviews[id]}, exists && !known.deleted
}

// standingOf returns that of a stored document.
func standingOf(stored models.Document) (s standing) {
	s.slug, s.former = stored.Head().Slug, stored.Head().FormerSlugs
	switch stored := stored.(type) {
	case *models.Provider:
		s.retired = stored.Retired()
	case *models.Article:
		s.review = stored.MedicalReview
	}
	return s
}

func (x *index) load(ctx context.Context, from *store.Store) error {
	x.ids = make(map[models.Kind]map[string]string)
	x.stored, x.former = make(map[string]stored), make(map[string][]string)
	x.npis, x.seen = make(map[string]string), make(map[string]string)
	x.insurers = make(map[string]*models.Insurer)
	x.reviews, x.retired = make(map[string]*models.MedicalReview), make(map[string]bool)
	x.organizations = make(map[string]bool)
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
			switch document := document.(type) {
			case *models.Provider:
				entry.npi = string(document.NPI)
				x.addProvider(document)
			case *models.Article:
				if document.MedicalReview != nil {
					x.reviews[head.ID] = document.MedicalReview
				}
			case *models.Insurer:
				x.insurers[head.ID] = document
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

// addProvider adds what is to be known of a provider of the store.
func (x *index) addProvider(p *models.Provider) {
	x.providers++
	if p.NPI != "" {
		x.npis[string(p.NPI)] = p.ID
	}
	if p.Retired() {
		x.retired[p.ID] = true
	}
	if p.Type == models.Organization {
		x.organizations[p.ID] = true
	}
}

// addInsurer adds an insurer of the file, which has its id by now. One that cannot be read is reported when the
// document is checked.
func (x *index) addInsurer(r dirformat.Record) {
	insurer := new(models.Insurer)
	if r.Decode(insurer) == nil {
		insurer.Normalize()
		id := x.ids[models.KindInsurer][insurer.Slug]
		insurer.ID = id
		x.insurers[id] = insurer
	}
}

// insurerNames says which insurer a label means, once all insurers of the file are known.
func (x *index) insurerNames() models.InsurerNames {
	if x.names == nil {
		names := models.NewInsurerNames(slices.Collect(maps.Values(x.insurers)))
		x.names = &names
	}
	return *x.names
}

// Exists reports whether a document is in the store or in the file.
func (x *index) Exists(kind models.Kind, id string) bool { return x.ids[kind][id] == id && id != "" }

// faultsOf returns the rules that a document breaks, those of whom people work for among them.
func (x *index) faultsOf(document models.Document, today models.Date) []models.Fault {
	faults := document.Validate(today, x)
	document.References(func(path string, kind models.Kind, id *string) {
		if kind == models.KindProvider && x.Exists(kind, *id) && !x.organizations[*id] {
			faults = append(faults, models.Reference{Path: path, Kind: kind, ID: *id}.NotAnOrganization())
		}
	})
	return faults
}

// identify finds or assigns the id of a document in the file, and returns a fault if another document has one of its
// names.
func (x *index) identify(r dirformat.Record) *models.Fault {
	name := r.Names()
	if !models.ValidSlug(name.Slug) {
		return nil // reported by Validate
	}
	ids := x.ids[r.Kind]
	id, exists := ids[name.Slug]
	switch {
	case name.ID == "" && !exists:
		id = x.newID(r.Kind, name.Slug)
	case name.ID != "" && exists && name.ID != id && x.stored[id].slug == name.Slug:
		return &models.Fault{
			Path:  "/slug",
			Value: name.Slug,
			Rule:  "is the slug of another " + string(r.Kind) + ", " + id,
		}
	case name.ID != "":
		id = name.ID
	}
	if place, twice := x.seen[id]; twice {
		return &models.Fault{Path: "/slug", Value: name.Slug, Rule: "must be unique; it is also at " + place}
	}
	if place, twice := x.seen[string(r.Kind)+"/"+name.Slug]; twice {
		return &models.Fault{Path: "/slug", Value: name.Slug, Rule: "must be unique; it is also at " + place}
	}
	place := strings.TrimSuffix(r.Place, ": ")
	x.seen[id], x.seen[string(r.Kind)+"/"+name.Slug] = place, place
	ids[name.Slug], ids[id] = id, id
	if name.Kind == models.Organization {
		x.organizations[id] = true
	} else if name.Kind != "" {
		delete(x.organizations, id)
	}
	if name.NPI == "" {
		return nil
	}
	if owner, exists := x.npis[name.NPI]; exists && owner != id {
		return &models.Fault{
			Path:  "/npi",
			Value: name.NPI,
			Rule:  fmt.Sprintf("must be unique; the provider %s has it", owner),
		}
	}
	x.npis[name.NPI] = id
	return nil
}

// newID returns the id that follows from the slug, unless a document that was renamed since has that id.
func (x *index) newID(kind models.Kind, slug string) string {
	id := models.IDOfSlug(kind, slug)
	if known, exists := x.stored[id]; exists && !known.deleted {
		return models.IDOfSlug(kind, rand.Text())
	}
	return id
}
