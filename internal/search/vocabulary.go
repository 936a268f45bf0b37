package search

import (
	"maps"
	"slices"
	"strings"
	"sync"

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
	glossary     *Glossary
	dictionaries dictionaries
	insurers     *insurers
	// phrases and suggestibles are made when they are first needed, and shared with the vocabularies after this one for
	// as long as what they are made from stays the same.
	phrases      func() *phrases
	suggestibles func() *suggestibles
}

// newVocabulary makes the vocabulary that comes after before, which is nil for the first one.
func newVocabulary(glossary *Glossary, d *dictionaries, before *vocabulary) *vocabulary {
	v := &vocabulary{glossary: glossary, dictionaries: *d}
	if before == nil {
		v.insurers = newInsurers(glossary.Insurers, d, nil)
	} else {
		v.insurers = newInsurers(glossary.Insurers, d, before.insurers)
	}
	names := before != nil && v.hasNamesOf(before)
	if names && v.hasValuesOf(before, FieldInsurances, FieldLanguages, FieldIdentities, FieldFaiths, FieldCities) {
		v.phrases = before.phrases
	} else {
		v.phrases = sync.OnceValue(func() *phrases { return newPhrases(glossary, &v.dictionaries) })
	}
	if names && slices.EqualFunc(glossary.Articles, before.glossary.Articles, Entry.equal) &&
		v.hasValuesOf(before, slices.Collect(maps.Values(valueFields))...) {
		v.suggestibles = before.suggestibles
	} else {
		v.suggestibles = sync.OnceValue(func() *suggestibles { return newSuggestibles(glossary, &v.dictionaries) })
	}
	return v
}

// hasNamesOf reports whether everything is named as in another vocabulary, but for the values of dictionaries and
// articles.
func (v *vocabulary) hasNamesOf(other *vocabulary) bool {
	a, b := v.glossary, other.glossary
	return a == b || slices.EqualFunc(a.Conditions, b.Conditions, Entry.equal) &&
		slices.EqualFunc(a.Treatments, b.Treatments, Entry.equal) &&
		slices.EqualFunc(a.Credentials, b.Credentials, Entry.equal) &&
		slices.Equal(a.Insurers.All, b.Insurers.All) && slices.EqualFunc(a.Terms, b.Terms, Term.equal)
}

// hasValuesOf reports whether the dictionaries of some fields are those of another vocabulary.
func (v *vocabulary) hasValuesOf(other *vocabulary, of ...Field) bool {
	return !slices.ContainsFunc(of, func(f Field) bool { return v.dictionaries[f] != other.dictionaries[f] })
}

func (e Entry) equal(other Entry) bool {
	return e.ID == other.ID && e.Slug == other.Slug && e.Label == other.Label &&
		slices.Equal(e.FormerSlugs, other.FormerSlugs) && slices.Equal(e.Names, other.Names)
}

// Prepare makes what the first text would have to wait for.
func (x *Index) Prepare() {
	x.vocabulary.phrases()
	x.vocabulary.suggestibles()
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
