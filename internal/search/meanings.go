package search

import (
	"iter"
	"maps"
	"slices"

	"findcare/internal/search/lexicon"
	"findcare/models"
)

// references are the documents that providers refer to, by the field.
func (g *Glossary) references() iter.Seq2[Field, []Entry] {
	return func(yield func(Field, []Entry) bool) {
		_ = yield(FieldConditions, g.Conditions) &&
			yield(FieldTreatments, g.Treatments) &&
			yield(FieldCredentials, g.Credentials)
	}
}

// newPhrases has the phrases of a vocabulary. Where two have the same words, what comes first here is meant.
func newPhrases(glossary *Glossary, d *dictionaries) *phrases {
	b := newPhraseBuilder()
	ids := make(slugIDs)
	b.ids = ids
	for f, entries := range glossary.references() {
		ids[f] = idsBySlug(entries)
		for i := range entries {
			b.name(f, entries[i].ID, entries[i].Label)
			b.name(f, entries[i].ID, entries[i].Names...)
		}
	}
	for _, insurer := range glossary.Insurers.All {
		b.name(FieldInsurances, insurer.Name, insurer.Name)
		b.name(FieldInsurances, insurer.Name, insurer.AlsoKnownAs...)
	}
	for _, label := range d[FieldInsurances].values {
		if _, known := glossary.Insurers.Find(label); !known {
			b.name(FieldInsurances, label, label)
		}
	}
	for i, terms := 0, layTerms(); i < len(terms); i++ {
		if p := ids.phraseOf(&terms[i].Meaning); p != nil {
			for j := range terms[i].wordings {
				b.mean(&terms[i].wordings[j], p)
			}
		}
	}
	for _, term := range glossary.Terms {
		b.name(term.Field, term.Value, term.Names...)
	}
	for _, f := range []Field{FieldLanguages, FieldIdentities, FieldFaiths} {
		for code, value := range d[f].values {
			if d[f].head(uint32(code)) == uint32(code) {
				b.name(f, value, value)
			}
		}
	}
	b.addPlaces(d[FieldCities])
	return b.done()
}

// addPlaces adds the cities of the directory and all states: New York is the city where there is one.
func (b *phraseBuilder) addPlaces(cities *dictionary) {
	for code, value := range cities.values {
		if cities.head(uint32(code)) == uint32(code) {
			b.name(FieldCities, value, lexicon.CityForms(cityName(value))...)
		}
	}
	for code, name := range models.States() {
		b.name(FieldStates, code, name, name+" state")
	}
	names := lexicon.PlaceNames()
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if p := b.place(names[name]); p != nil {
			b.also(p, name)
		}
	}
}

// phraseOf returns what some lay words mean in this directory; nil where it has nothing of the kind.
func (s slugIDs) phraseOf(m *lexicon.Meaning) *phrase {
	p := &phrase{unknown: UnusedReason(m.Unknown)}
	if m.Nearest != nil {
		p.nearest = s.ids(FieldConditions, m.Nearest.Conditions)
	}
	complete := true
	add := func(f Field, values []string) {
		if len(values) > 0 {
			p.readings = append(p.readings, reading{field: f, values: slices.Clip(values)})
		}
	}
	for f, slugs := range m.References() {
		ids := s.ids(Field(f), slugs)
		complete = complete && (len(slugs) == 0 || len(ids) > 0)
		add(Field(f), ids)
	}
	add(FieldInsurances, m.Insurances)
	add(FieldLanguages, m.Languages)
	add(FieldSessionFormats, stringsOf(m.SessionFormats))
	add(FieldAgeGroups, stringsOf(m.AgeGroups))
	add(FieldOpenAt, stringsOf(m.OpenAt))
	add(FieldAccessibility, stringsOf(m.Accessibility))
	add(FieldLanguageServices, stringsOf(m.LanguageServices))
	add(FieldGenders, stringsOf(m.Genders))
	add(FieldIdentities, m.Identities)
	add(FieldFaiths, m.Faiths)
	add(FieldPopulations, stringsOf(m.Populations))
	add(FieldKinds, stringsOf(m.Kinds))
	for f, truth := range map[Field]*bool{
		FieldAcceptingNewClients: m.AcceptingNewClients, FieldFreeConsultation: m.FreeConsultation,
		FieldPrescribes: m.Prescribes, FieldHasOpenings: m.HasOpenings,
		FieldSlidingScale: m.SlidingScale,
	} {
		if truth != nil {
			add(f, []string{Truth(*truth)})
		}
	}
	if p.unknown == "" && (!complete || len(p.readings) == 0) {
		return nil
	}
	return p
}

// slugIDs are the ids of conditions, treatments and credentials by their slugs, also by former ones.
type slugIDs map[Field]map[string]string

// ids returns those of the documents with these slugs that there are.
func (s slugIDs) ids(f Field, slugs []string) (ids []string) {
	for _, slug := range slugs {
		if id, ok := s[f][slug]; ok {
			ids = append(ids, id)
		}
	}
	return ids
}

// idsBySlug has former slugs, too, as long as no other document has taken them.
func idsBySlug(entries []Entry) map[string]string {
	ids := make(map[string]string, len(entries))
	for i := range entries {
		for _, slug := range entries[i].FormerSlugs {
			ids[slug] = entries[i].ID
		}
	}
	for i := range entries {
		ids[entries[i].Slug] = entries[i].ID
	}
	return ids
}

func stringsOf[T ~string](values []T) (list []string) {
	for _, value := range values {
		list = append(list, string(value))
	}
	return list
}
