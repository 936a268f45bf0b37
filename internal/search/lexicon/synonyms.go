package lexicon

import (
	"embed"
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"findcare/models"
)

//go:embed synonyms/*.json
var synonymFiles embed.FS

// Meaning is what a phrase stands for: values of a filter, of each list any one. A directory need not have all of the
// slugs.
type Meaning struct {
	Conditions          []string                      `json:"conditions,omitempty"`
	Treatments          []string                      `json:"treatments,omitempty"`
	Credentials         []string                      `json:"credentials,omitempty"`
	AgeGroups           []models.AgeGroup             `json:"ageGroups,omitempty"`
	SessionFormats      []models.SessionFormat        `json:"sessionFormats,omitempty"`
	Populations         []models.Population           `json:"populations,omitempty"`
	Genders             []models.Gender               `json:"genders,omitempty"`
	Identities          []string                      `json:"identities,omitempty"`
	Faiths              []string                      `json:"faiths,omitempty"`
	Kinds               []models.ProviderKind         `json:"kinds,omitempty"`
	Accessibility       []models.AccessibilityFeature `json:"accessibility,omitempty"`
	LanguageServices    []models.LanguageService      `json:"languageServices,omitempty"`
	OpenAt              []models.OpenTime             `json:"openAt,omitempty"`
	Languages           []string                      `json:"languages,omitempty"`
	Insurances          []string                      `json:"insurances,omitempty"`
	AcceptingNewClients *bool                         `json:"acceptingNewClients,omitempty"`
	FreeConsultation    *bool                         `json:"freeConsultation,omitempty"`
	Prescribes          *bool                         `json:"prescribes,omitempty"`
	HasOpenings         *bool                         `json:"hasOpenings,omitempty"`
	SlidingScale        *bool                         `json:"slidingScale,omitempty"`
	// Unknown is why a directory does not hold what is meant; Nearest is what comes nearest.
	Unknown string   `json:"unknown,omitempty"`
	Nearest *Nearest `json:"nearest,omitempty"`
}

// Nearest are the slugs of what comes nearest to something that a directory does not have.
type Nearest struct {
	Conditions []string `json:"conditions,omitempty"`
}

// References are the slugs of conditions, treatments and credentials, in this order.
func (m *Meaning) References() [3][]string {
	return [...][]string{m.Conditions, m.Treatments, m.Credentials}
}

// LayTerm are words of people, and what they mean.
type LayTerm struct {
	Phrases []string `json:"phrases"`
	Meaning
}

// Meanings finds the longest phrase of the table of synonyms at the beginning of words, which are folded, not stemmed,
// and still with their stop words. It returns what the phrase means and how many of the words it takes; 0 where none
// begins there. The meaning is shared: it must not be changed.
func Meanings(words []string) (meaning Meaning, length int) {
	if len(words) == 0 {
		return Meaning{}, 0
	}
	table := synonyms()
	first := Stem(words[0])
	longest := min(table.longest[first], len(words))
	if longest == 0 {
		return Meaning{}, 0
	}
	stems := append(make([]string, 0, 8), first)
	for _, word := range words[1:longest] {
		stems = append(stems, Stem(word))
	}
	for n := longest; n > 0; n-- {
		if meaning, ok := table.meanings[strings.Join(stems[:n], " ")]; ok {
			return *meaning, n
		}
	}
	return Meaning{}, 0
}

// LayTerms are all that the table of synonyms has. They must not be changed.
func LayTerms() []LayTerm { return layTerms() }

var layTerms = sync.OnceValue(func() []LayTerm {
	terms, err := readSynonyms()
	if err != nil {
		panic(err) // The file is part of the program, and tested with it.
	}
	return terms
})

// synonymTable holds phrases as stems with a space between.
type synonymTable struct {
	meanings map[string]*Meaning
	longest  map[string]int // How many words the longest phrase that begins with a stem has.
}

var synonyms = sync.OnceValue(func() *synonymTable {
	entries := layTerms()
	table := &synonymTable{meanings: map[string]*Meaning{}, longest: map[string]int{}}
	for i := range entries {
		for _, phrase := range entries[i].Phrases {
			stems := stemmedPhrase(phrase)
			if len(stems) == 0 {
				continue
			}
			table.meanings[strings.Join(stems, " ")] = &entries[i].Meaning
			table.longest[stems[0]] = max(table.longest[stems[0]], len(stems))
		}
	}
	return table
})

// readSynonyms reads the table, which has a file for each kind of thing that people ask for.
func readSynonyms() (entries []LayTerm, err error) {
	files, err := synonymFiles.ReadDir("synonyms")
	if err != nil {
		return nil, fmt.Errorf("read synonyms: %w", err)
	}
	for _, file := range files {
		content, err := synonymFiles.Open("synonyms/" + file.Name())
		if err != nil {
			return nil, fmt.Errorf("read synonyms: %w", err)
		}
		decoder := json.NewDecoder(content)
		decoder.DisallowUnknownFields()
		var more []LayTerm
		if err := decoder.Decode(&more); err != nil {
			return nil, fmt.Errorf("read %s: %w", file.Name(), err)
		}
		entries = append(entries, more...)
	}
	return entries, nil
}

func stemmedPhrase(phrase string) []string {
	stems := Words(phrase)
	for i, word := range stems {
		stems[i] = Stem(word)
	}
	return stems
}
