package catalog

import (
	"slices"

	"findcare/internal/search"
	"findcare/models"
)

// Family is several conditions for which people have one word, such as anxiety.
type Family struct {
	Slug, Label string
	Conditions  []string // their slugs
}

// families are those with pages of their own. What belongs to each is what a search for it finds.
var families = []string{"Anxiety", "Eating disorders", "Addiction"}

// Families returns the families of which the directory has more than one condition. A word that is the slug of a
// condition or a treatment is none.
func (s *Snapshot) Families() (known []Family) {
	for _, label := range families {
		in := s.index.Interpret(label)
		f := Family{Slug: models.Slugify(label), Label: label}
		_, isCondition := s.conditions.idOf(f.Slug)
		_, isTreatment := s.treatments.idOf(f.Slug)
		if len(in.Intents) != 1 || len(in.Unused) > 0 || isCondition || isTreatment {
			continue
		}
		intent := &in.Intents[0]
		if intent.Kind == search.IntentValue && intent.Field == search.FieldConditions && len(intent.Values) > 1 {
			f.Conditions = s.filterValues(intent)
			known = append(known, f)
		}
	}
	return known
}

// has reports whether a provider treats a condition of the family, which is one of this snapshot.
func (f Family) has(s *Snapshot, p *models.Provider) bool {
	return slices.ContainsFunc(p.ConditionIDs, func(id string) bool {
		c, known := s.conditions.byID[id]
		return known && slices.Contains(f.Conditions, c.Slug)
	})
}
