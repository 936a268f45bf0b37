package crisis

import (
	"maps"
	"slices"
	"strings"

	"findcare/internal/search/lexicon"
	"findcare/models"
)

// Kinds is a set of kinds of crisis.
type Kinds uint8

// The kinds of crisis.
const (
	Suicide Kinds = 1 << iota
	SelfHarm
	Overdose
	DomesticViolence
	SexualAssault
	ChildAbuse
)

var kindsByName = map[string]Kinds{
	"suicide": Suicide, "self-harm": SelfHarm, "overdose": Overdose,
	"domestic-violence": DomesticViolence, "sexual-assault": SexualAssault, "child-abuse": ChildAbuse,
}

// String names the kinds.
func (k Kinds) String() string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(kindsByName)) {
		if k&kindsByName[name] != 0 {
			names = append(names, name)
		}
	}
	return strings.Join(names, "+")
}

// LongestText is how many bytes of a text are read at most.
const LongestText = 2_000

// In returns the kinds of crisis that a text speaks of, whoever they happen to. It reads English and Spanish, forgives
// typing errors, and rather takes somebody for suicidal who is not than the other way round.
func In(text string) Kinds {
	return table().kindsIn(cut(text), true)
}

// Among returns the kinds of crisis that names and texts speak of which were written with care: nothing is taken for a
// typing error, and sentences stand for themselves.
func Among(texts ...string) (kinds Kinds) {
	for _, text := range texts {
		for sentence := range strings.FieldsFuncSeq(text, endsSentence) {
			kinds |= table().kindsIn(cut(sentence), false)
		}
	}
	return kinds
}

func endsSentence(r rune) bool { return strings.ContainsRune(".!?;:\n", r) }

func cut(text string) string { return text[:min(len(text), LongestText)] }

// OfCondition returns the kind of crisis that a condition of the lexicon is.
func OfCondition(slug string) Kinds {
	return table().conditions[slug]
}

// span is what some words of a text were taken for.
type span struct {
	from, to int   // of its words
	tokens   int   // how many of them say something
	kinds    Kinds // none where it is harmless
}

func (s span) overlaps(o span) bool   { return s.from < o.to && o.from < s.to }
func (s span) within(other span) bool { return other.from <= s.from && s.to <= other.to }

func (t *patterns) kindsIn(text string, typos bool) (kinds Kinds) {
	words := lexicon.Words(text)
	tokens := t.tokens(words, typos)
	spans := append(t.meant(words, tokens), t.matches(tokens)...)
	for _, s := range spans {
		if s.kinds != 0 && !slices.ContainsFunc(spans, s.overruledBy) {
			kinds |= s.kinds
		}
	}
	return kinds
}

// overruledBy reports whether another reading of the same words is the better one: a harmless one that is no shorter
// ("cut my hair"), or a longer one that has these words in it ("sexually abused").
func (s span) overruledBy(other span) bool {
	if other.kinds == 0 {
		return s.overlaps(other) && other.tokens >= s.tokens
	}
	return other.tokens > s.tokens && s.within(other)
}

// meant are the phrases of the lexicon that mean a condition which is a crisis. A single word that also means
// something else is left to the patterns, which look at the words beside it.
func (t *patterns) meant(words []string, tokens []token) (spans []span) {
	for i := 0; i < len(words); {
		meaning, length := lexicon.Meanings(words[i:])
		var kinds Kinds
		for _, slug := range meaning.Conditions {
			kinds |= t.conditions[slug]
		}
		if kinds != 0 && (length > 1 || !t.ambiguous[lexicon.Stem(words[i])]) {
			spans = append(spans, span{i, i + length, count(tokens, i, i+length), kinds})
		}
		i += max(length, 1)
	}
	return spans
}

func count(tokens []token, from, to int) (n int) {
	for _, token := range tokens {
		if from <= token.from && token.to <= to {
			n++
		}
	}
	return n
}

// Resource is somebody to call or write to now.
type Resource struct {
	Name        string                `json:"name"`
	CallNumber  models.OptionalString `json:"callNumber"`
	SMSNumber   models.OptionalString `json:"smsNumber"`
	SMSKeyword  models.OptionalString `json:"smsKeyword"`
	Note        models.OptionalString `json:"note"`
	URL         string                `json:"url"`
	Description string                `json:"description"`
	// Press is the key to press once the call is answered.
	Press string `json:"press"`
	// Kinds name what the resource is for.
	Kinds []string `json:"kinds"`
	// Source is where the organization publishes these numbers, and CheckedOn when that was last looked at.
	Source    string      `json:"source"`
	CheckedOn models.Date `json:"checkedOn"`
}

// Phone is the number in words, as earlier versions gave it: a line that only takes messages has that number here.
func (r Resource) Phone() models.OptionalString {
	switch {
	case r.CallNumber == "":
		return r.SMSNumber
	case r.Press != "":
		return r.CallNumber + ", then press " + models.OptionalString(r.Press)
	}
	return r.CallNumber
}

// Text says in words what to write and to which number, as earlier versions did.
func (r Resource) Text() models.OptionalString {
	if r.SMSKeyword != "" {
		return r.SMSKeyword + " to " + r.SMSNumber
	}
	return r.SMSNumber
}

// Resources are those for any of the kinds, most urgent first. The list is shared: it must not be changed.
func (k Kinds) Resources() []Resource {
	return resources()[k]
}
