package search

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"findcare/internal/search/lexicon"
	"findcare/models"
)

// Glossary has the documents that providers refer to, and the articles, which are suggested like them. Each list is in
// the order in which the catalog lists the documents.
type Glossary struct {
	Conditions, Treatments, Credentials, Articles []Entry

	Insurers models.InsurerNames
	// Terms are the values of fields with a fixed set of them, and what people call those.
	Terms []Term
}

// Entry is a document of a Glossary.
type Entry struct {
	ID          string
	Slug        string
	FormerSlugs []string
	// Label is the name as it is shown.
	Label string
	// Names are other names of the document, some of which may be empty.
	Names []string
}

// vocabulary has what texts can mean: the names of what providers refer to, those of states, cities, languages and
// insurers, and lay words. It changes only with the glossary and the dictionaries.
type vocabulary struct {
	glossary *Glossary
	phrases  *phrases
	// bySlug are the ids of conditions, treatments and credentials, also by their former slugs.
	bySlug map[Field]map[string]string

	suggestibles *suggestibles
	insurers     *insurers
}

// newVocabulary makes the vocabulary that comes after before, which is nil for the first one.
func newVocabulary(glossary *Glossary, d *dictionaries, before *vocabulary) *vocabulary {
	v := &vocabulary{glossary: glossary, bySlug: make(map[Field]map[string]string)}
	for f, entries := range v.references() {
		v.bySlug[f] = idsBySlug(entries)
	}
	var known *insurers
	if before != nil {
		known = before.insurers
	}
	v.insurers = newInsurers(glossary.Insurers, d, known)
	v.phrases = v.newPhrases(d)
	v.suggestibles = newSuggestibles(glossary, d)
	return v
}

// references are the documents that providers refer to, by the field.
func (v *vocabulary) references() iter.Seq2[Field, []Entry] {
	return func(yield func(Field, []Entry) bool) {
		_ = yield(FieldConditions, v.glossary.Conditions) &&
			yield(FieldTreatments, v.glossary.Treatments) &&
			yield(FieldCredentials, v.glossary.Credentials)
	}
}

// newPhrases has the phrases of the vocabulary. Where two have the same words, what comes first here is meant.
func (v *vocabulary) newPhrases(d *dictionaries) *phrases {
	b := newPhraseBuilder()
	for f, entries := range v.references() {
		for i := range entries {
			b.name(f, entries[i].ID, entries[i].Label)
			b.name(f, entries[i].ID, entries[i].Names...)
		}
	}
	for _, insurer := range v.glossary.Insurers.All {
		b.name(FieldInsurances, insurer.Name, insurer.Name)
		b.name(FieldInsurances, insurer.Name, insurer.AlsoKnownAs...)
	}
	for _, label := range d[FieldInsurances].values {
		if _, known := v.glossary.Insurers.Find(label); !known {
			b.name(FieldInsurances, label, label)
		}
	}
	for _, lay := range lexicon.LayTerms() {
		if p := v.phraseOf(lay.Meaning); p != nil {
			for _, words := range lay.Phrases {
				b.mean(lexicon.Words(words), p)
			}
		}
	}
	for _, term := range v.glossary.Terms {
		b.name(term.Field, term.Value, term.Names...)
	}
	for _, f := range []Field{FieldLanguages, FieldIdentities, FieldFaiths} {
		for code, value := range d[f].values {
			if d[f].head(uint32(code)) == uint32(code) {
				b.name(f, value, value)
			}
		}
	}
	v.addPlaces(b, d)
	return b.done()
}

// addPlaces adds the cities of the directory and all states: New York is the city where there is one.
func (v *vocabulary) addPlaces(b *phraseBuilder, d *dictionaries) {
	cities := d[FieldCities]
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
func (v *vocabulary) phraseOf(m lexicon.Meaning) *phrase {
	p := &phrase{unknown: UnusedReason(m.Unknown)}
	if m.Nearest != nil {
		p.nearest = v.ids(FieldConditions, m.Nearest.Conditions)
	}
	complete := true
	add := func(f Field, values []string) {
		if len(values) > 0 {
			p.readings = append(p.readings, reading{field: f, values: values})
		}
	}
	for f, slugs := range m.References() {
		ids := v.ids(Field(f), slugs)
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

// ids returns those of the documents with these slugs that there are.
func (v *vocabulary) ids(f Field, slugs []string) (ids []string) {
	for _, slug := range slugs {
		if id, ok := v.bySlug[f][slug]; ok {
			ids = append(ids, id)
		}
	}
	return ids
}

func stringsOf[T ~string](values []T) (list []string) {
	for _, value := range values {
		list = append(list, string(value))
	}
	return list
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

// wordIndex makes a dictionary of words, and a list of what each of them has.
func wordIndex[T any](byWord map[string][]T) (*lexicon.Dictionary, [][]T) {
	words := make([]string, 0, len(byWord))
	for word := range byWord {
		words = append(words, word)
	}
	slices.Sort(words)
	of := make([][]T, len(words))
	for i, word := range words {
		of[i] = byWord[word]
	}
	return lexicon.NewDictionary(words), of
}

// suggestible is something that can be suggested, other than a provider.
type suggestible struct {
	kind  SuggestionKind
	id    string // of the document; empty where there is none
	text  string
	names []string // folded
}

// suggestibles finds them by their words.
type suggestibles struct {
	all   []suggestible
	words *lexicon.Dictionary
	of    [][]uint32 // by word, the indexes in all
}

func newSuggestibles(glossary *Glossary, d *dictionaries) *suggestibles {
	x := &suggestibles{}
	x.addEntries(SuggestCondition, glossary.Conditions)
	x.addEntries(SuggestTreatment, glossary.Treatments)
	x.addEntries(SuggestCredential, glossary.Credentials)
	x.addEntries(SuggestArticle, glossary.Articles)
	for _, insurer := range glossary.Insurers.All {
		x.add(SuggestInsurer, insurer.ID, insurer.Name, insurer.AlsoKnownAs...)
	}
	for kind, f := range valueFields {
		x.addValues(kind, d[f], func(value string) bool {
			_, isName := glossary.Insurers.Find(value)
			return f == FieldInsurances && isName
		})
	}
	byWord := make(map[string][]uint32)
	for i, item := range x.all {
		for _, name := range item.names {
			for _, word := range strings.Fields(name) {
				if list := byWord[word]; len(list) == 0 || list[len(list)-1] != uint32(i) {
					byWord[word] = append(list, uint32(i))
				}
			}
		}
	}
	x.words, x.of = wordIndex(byWord)
	return x
}

// addValues adds the values of a field, each in one spelling, but for those that known reports to be there already.
func (x *suggestibles) addValues(kind SuggestionKind, values *dictionary, known func(value string) bool) {
	for code, value := range values.values {
		if values.head(uint32(code)) == uint32(code) && !known(value) {
			x.add(kind, "", value)
		}
	}
}

func (x *suggestibles) addEntries(kind SuggestionKind, entries []Entry) {
	for i := range entries {
		x.add(kind, entries[i].ID, entries[i].Label, entries[i].Names...)
	}
}

func (x *suggestibles) add(kind SuggestionKind, id, text string, names ...string) {
	item := suggestible{kind: kind, id: id, text: text}
	item.addName(text)
	for _, name := range names {
		item.addName(name)
	}
	x.all = append(x.all, item)
}

func (s *suggestible) addName(name string) {
	if folded := strings.Join(lexicon.Words(name), " "); folded != "" {
		s.names = append(s.names, folded)
	}
}
