package search

import (
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

// meaning is a value that a word of the vocabulary means.
type meaning struct {
	field Field
	value string
}

// vocabulary has the words of what providers refer to: conditions, treatments, credentials, states, languages,
// insurances and insurers. It changes only with the glossary and the dictionaries.
type vocabulary struct {
	glossary *Glossary
	words    *lexicon.Dictionary
	meanings [][]meaning // by word
	// bySlug are the ids of conditions, treatments and credentials, also by their former slugs.
	bySlug map[Field]map[string]string

	suggestibles *suggestibles
	insurers     *insurers
}

// newVocabulary makes the vocabulary that comes after before, which is nil for the first one.
func newVocabulary(glossary *Glossary, d *dictionaries, before *vocabulary) *vocabulary {
	v := &vocabulary{glossary: glossary, bySlug: make(map[Field]map[string]string)}
	byWord := make(map[string][]meaning)
	add := func(m meaning, texts ...string) {
		for _, text := range texts {
			for _, word := range lexicon.Words(text) {
				if !slices.Contains(byWord[word], m) {
					byWord[word] = append(byWord[word], m)
				}
			}
		}
	}
	for f, entries := range [...][]Entry{
		FieldConditions:  glossary.Conditions,
		FieldTreatments:  glossary.Treatments,
		FieldCredentials: glossary.Credentials,
	} {
		v.bySlug[Field(f)] = idsBySlug(entries)
		for i := range entries {
			m := meaning{Field(f), entries[i].ID}
			add(m, entries[i].Label)
			add(m, entries[i].Names...)
		}
	}
	for _, code := range d[FieldStates].values {
		name, _ := models.StateName(code)
		add(meaning{FieldStates, code}, code, name)
	}
	for _, f := range []Field{FieldLanguages, FieldInsurances} {
		for _, value := range d[f].values {
			add(meaning{f, value}, value)
		}
	}
	var known *insurers
	if before != nil {
		known = before.insurers
	}
	v.insurers = newInsurers(glossary.Insurers, d, known)
	v.insurers.meanings(add)
	v.words, v.meanings = wordIndex(byWord)
	v.suggestibles = newSuggestibles(glossary, d)
	return v
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
	id    string // of the document; empty for a place
	text  string
	names []string // folded
}

// suggestibles finds them by their words.
type suggestibles struct {
	all   []suggestible
	terms int // how many of them, the first ones, are conditions, treatments and credentials
	words *lexicon.Dictionary
	of    [][]uint32 // by word, the indexes in all
}

func newSuggestibles(glossary *Glossary, d *dictionaries) *suggestibles {
	x := &suggestibles{}
	x.addEntries(SuggestCondition, glossary.Conditions)
	x.addEntries(SuggestTreatment, glossary.Treatments)
	x.addEntries(SuggestCredential, glossary.Credentials)
	x.terms = len(x.all)
	x.addEntries(SuggestArticle, glossary.Articles)
	cities := d[FieldCities]
	for code, city := range cities.values {
		if cities.head(uint32(code)) == uint32(code) {
			x.add(SuggestPlace, "", city)
		}
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

// beginsName reports whether a name of a condition, a treatment or a credential begins with the words.
func (x *suggestibles) beginsName(words []string) bool {
	start := strings.Join(words, " ")
	for i := range x.terms {
		for _, name := range x.all[i].names {
			if rest, ok := strings.CutPrefix(name, start); ok && (rest == "" || rest[0] == ' ') {
				return true
			}
		}
	}
	return false
}
