package search

import (
	"iter"
	"slices"
)

// Intent is a part of a text that was read as something that a filter can ask for.
type Intent struct {
	Kind IntentKind
	// Words are those of the text, as they were understood.
	Words string
	// CorrectedFrom is what was typed, where that had a typing error.
	CorrectedFrom string
	// Field and Values are what is asked for where Kind is IntentValue: any of the values, of which the first Own ones
	// are named so.
	Field  Field
	Values []string
	Own    int
	// Number is that of years, weeks, dollars or miles.
	Number int

	first, end int // which words of the text it is
	words      []nameWord
}

// IntentKind says what an intent asks for.
type IntentKind uint8

// The kinds of intents.
const (
	IntentValue      IntentKind = iota // Field and Values
	IntentLicensedIn                   // Values are codes of states
	IntentNear                         // Values has a ZIP code, or a city with its state; Number is 0 or the miles around it
	IntentExperience                   // Number is the least number of years in practice
	IntentFee                          // Number is the highest fee in US dollars
	IntentNPI                          // Values has the NPI
	IntentPhone                        // Values has the digits of a telephone number, with the country code
	IntentWait                         // Number is the longest wait for a first session in weeks
	IntentName                         // Words of the provider's name
	IntentWord                         // a word of the provider's own texts
)

// Unused is a part of a text that was not understood, or that nobody can be found by.
type Unused struct {
	Word   string // as it was typed
	Reason UnusedReason
	// Nearest are the conditions that come nearest to what is meant, by id.
	Nearest    []string
	first, end int
}

// UnusedReason says why words of a text were not used.
type UnusedReason string

// The reasons.
const (
	// UnusedNotFound is for a word that nothing in the directory has.
	UnusedNotFound UnusedReason = "NOT_FOUND"
	// UnusedNotRecorded is for what a directory does not hold, such as ratings.
	UnusedNotRecorded UnusedReason = "NOT_RECORDED"
	// UnusedNobodySays is for what providers can say of themselves, and none has.
	UnusedNobodySays UnusedReason = "NOBODY_SAYS_SO"
	// UnusedOnlyMentioned is for a word that only stands in what providers say in their own words, or only hints at
	// something, beside others that say more.
	UnusedOnlyMentioned UnusedReason = "ONLY_MENTIONED"
	// UnusedNeedsPlace is for "near me".
	UnusedNeedsPlace UnusedReason = "NEEDS_PLACE"
	// UnusedNegation is for what a person does not want: nobody can be left out.
	UnusedNegation UnusedReason = "NEGATION"
)

// Interpretation is how a text was read. All of the intents must hold. Where there are none, everybody matches if the
// text has nothing but words that say nothing, and nobody if it has words that were not understood.
type Interpretation struct {
	Intents []Intent
	Unused  []Unused
	// Hints are conditions, by id, that the text only hints at: who treats one of them comes before others who fit
	// as well.
	Hints []string
	// Words are those of the text, corrected.
	Words []string
}

// Nobody reports whether the text asks for something, and nothing of it was understood.
func (in *Interpretation) Nobody() bool {
	if len(in.Intents) > 0 {
		return false
	}
	for _, u := range in.Unused {
		if u.Reason != UnusedNeedsPlace {
			return true
		}
	}
	return false
}

// Empty reports whether the text says nothing at all.
func (in *Interpretation) Empty() bool { return len(in.Intents) == 0 && len(in.Unused) == 0 }

// Without returns the text without the words of an intent.
func (in *Interpretation) Without(i int) string {
	return in.without(in.Intents[i].first, in.Intents[i].end)
}

// WithoutUnused returns the text without some words that were not used.
func (in *Interpretation) WithoutUnused(i int) string {
	return in.without(in.Unused[i].first, in.Unused[i].end)
}

// AsTyped returns the text with what was corrected in an intent as it was typed, in quotation marks.
func (in *Interpretation) AsTyped(i int) string {
	intent := &in.Intents[i]
	typed := []string{`"` + intent.CorrectedFrom + `"`}
	return joinWords(slices.Concat(in.Words[:intent.first], typed, in.Words[intent.end:]))
}

func (in *Interpretation) without(first, end int) string {
	return joinWords(slices.Concat(in.Words[:first], in.Words[end:]))
}

// OwnWords yields the words that a provider's own texts must have, and whether each may be the beginning of one.
func (in *Intent) OwnWords() iter.Seq2[string, bool] {
	return func(yield func(string, bool) bool) {
		for _, w := range in.words {
			if !yield(w.word, w.prefix) {
				return
			}
		}
	}
}
