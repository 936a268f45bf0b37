package search

import (
	"slices"
	"strings"
	"sync"

	"findcare/internal/search/lexicon"
	"findcare/internal/search/places"
	"findcare/models"
)

// Term is a value of a field with a fixed set of values, and what people call it.
type Term struct {
	Field Field
	Value string
	Names []string
}

func (t Term) equal(other Term) bool {
	return t.Field == other.Field && t.Value == other.Value && slices.Equal(t.Names, other.Names)
}

// reading is what a phrase means: values of one field, any of which is enough.
type reading struct {
	field  Field
	values []string
	own    int // how many of the values, the first ones, have the phrase for a name
}

// phrase is what a text may have in it that says something. Its readings hold together.
type phrase struct {
	readings []reading
	// unknown is why a directory does not hold what the phrase asks for; nearest are the conditions that come nearest.
	unknown UnusedReason
	nearest []string
	// near is a city in which nobody is, so that those near it are meant.
	near string
}

// phrases finds them by their words.
type phrases struct {
	ids   slugIDs            // of what lay words can mean
	byKey map[string]*phrase // by phraseKey
	// compact has them by their letters, without spaces: UnitedHealthcare is United Healthcare.
	compact map[string]*phrase
	longest map[string]int // how many words the longest phrase has that begins with a key
	// texts are the phrases word by word, sorted, for words that are not finished.
	texts []phraseText
	words *lexicon.Dictionary // all of their words
	names *lexicon.Dictionary // those that the directory itself has
	// unknown are single words of phrases that a directory does not hold, as they stand there: "caring" is one, "care"
	// is not.
	unknown map[string]bool
}

type phraseText struct {
	text string
	*phrase
}

// wordKey is what words have in common that are one word to a search. Very short ones are abbreviations, which have no
// stems: IFS is not "if".
func wordKey(word string) string {
	if len(word) <= 3 {
		return word
	}
	if key, ok := lexicon.Distinct(word); ok {
		return key
	}
	switch stem := lexicon.Stem(word); stem {
	case "counsellor":
		return "counselor"
	default:
		return stem
	}
}

func phraseKey(words []string) string {
	var b strings.Builder
	for i, word := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(wordKey(word))
	}
	return b.String()
}

// wording is the words of a phrase, and what they are looked up by.
type wording struct {
	words              []string
	key, text, letters string
}

func newWording(words []string) wording {
	return wording{words, phraseKey(words), strings.Join(words, " "), strings.Join(words, "")}
}

// layTerm is a term of the lexicon with the wordings of its phrases.
type layTerm struct {
	lexicon.Meaning
	wordings []wording
}

// layTerms are the terms of the lexicon. Their wordings are the same in every vocabulary.
var layTerms = sync.OnceValue(func() []layTerm {
	terms := lexicon.LayTerms()
	made := make([]layTerm, len(terms))
	for i := range terms {
		made[i].Meaning = terms[i].Meaning
		for _, phrase := range terms[i].Phrases {
			made[i].wordings = append(made[i].wordings, newWording(lexicon.Words(phrase)))
		}
	}
	return made
})

// phraseBuilder adds the phrases of one source after the other; where two have the same words, the first one stays,
// with the values of later ones of the same field.
type phraseBuilder struct {
	phrases
	spoken map[string]bool // words, and whether the directory itself has them
	of     map[string]*phrase
}

func newPhraseBuilder() *phraseBuilder {
	const usual = 12_000 // phrases, of half as many words
	return &phraseBuilder{
		phrases: phrases{
			byKey: make(map[string]*phrase, usual), compact: make(map[string]*phrase, usual),
			longest: make(map[string]int, usual/2), unknown: make(map[string]bool),
		},
		spoken: make(map[string]bool, usual/2), of: make(map[string]*phrase, usual),
	}
}

// name adds names of a value.
func (b *phraseBuilder) name(f Field, value string, names ...string) {
	for _, name := range names {
		for _, form := range formsOf(name) {
			w := newWording(lexicon.Words(form))
			if len(w.words) == 0 {
				continue
			}
			p := b.byKey[w.key]
			if p == nil {
				p = &phrase{readings: []reading{{field: f}}}
				b.put(&w, p)
			}
			b.write(&w, p)
			b.speak(w.words, true)
			r := &p.readings[0]
			if len(p.readings) == 1 && r.field == f && !slices.Contains(r.values, value) {
				r.values = append(r.values, value)
				r.own++
			}
		}
	}
}

// put makes the phrase known by its words.
func (b *phraseBuilder) put(w *wording, p *phrase) {
	b.byKey[w.key] = p
	first, _, _ := strings.Cut(w.key, " ")
	b.longest[first] = max(b.longest[first], len(w.words))
	b.write(w, p)
	b.speak(w.words, false)
}

// write makes a phrase known to those who do not finish it, or write it as one word.
func (b *phraseBuilder) write(w *wording, p *phrase) {
	if b.of[w.text] == nil {
		b.of[w.text] = p
	}
	if b.compact[w.letters] == nil {
		b.compact[w.letters] = p
	}
}

// speak makes words known, so that they are what mistyped ones may be.
func (b *phraseBuilder) speak(words []string, own bool) {
	for _, word := range words {
		if known, spoken := b.spoken[word]; !spoken || own && !known {
			b.spoken[word] = own
		}
	}
}

// also makes a phrase known by other words, unless they mean something else already.
func (b *phraseBuilder) also(p *phrase, text string) {
	w := newWording(lexicon.Words(text))
	if len(w.words) > 0 && b.byKey[w.key] == nil {
		b.put(&w, p)
	}
}

// mean adds what lay people mean by some words. What the directory itself names so comes first, and stays alone where
// it is something of another kind.
func (b *phraseBuilder) mean(w *wording, p *phrase) {
	if p.unknown != "" && len(w.words) == 1 {
		b.unknown[w.words[0]] = true
	}
	old := b.byKey[w.key]
	if old == nil {
		b.put(w, p)
		return
	}
	b.write(w, old)
	b.speak(w.words, false)
	if len(p.readings) == 0 || len(old.readings) != 1 || p.readings[0].field != old.readings[0].field {
		return
	}
	own := &old.readings[0]
	for _, value := range p.readings[0].values {
		if !slices.Contains(own.values, value) {
			own.values = append(own.values, value)
		}
	}
	old.readings = append(old.readings, p.readings[1:]...)
}

// place returns what a place is here: "Dallas, TX; Fort Worth, TX" those of the cities in which anybody is, else what
// is near the first one, or "TX" the state; nil where none is known.
func (b *phraseBuilder) place(place string) *phrase {
	if !strings.Contains(place, ", ") {
		return &phrase{readings: []reading{{FieldStates, []string{place}, 1}}}
	}
	var values []string
	for city := range strings.SplitSeq(place, "; ") {
		if value := b.cityValue(city); value != "" {
			values = append(values, value)
		}
	}
	if len(values) == 0 {
		first, _, _ := strings.Cut(place, "; ")
		name, state, _ := strings.Cut(first, ", ")
		city, ok := places.FindCity(name, state)
		if !ok {
			return nil
		}
		return &phrase{near: city.Label()}
	}
	return &phrase{readings: []reading{{FieldCities, values, len(values)}}}
}

// cityValue is how the directory writes a city, such as "Fort Worth, TX"; "" where it has none.
func (b *phraseBuilder) cityValue(city string) string {
	city, state, _ := strings.Cut(city, ", ")
	p := b.byKey[phraseKey(lexicon.Words(city))]
	if p == nil || len(p.readings) == 0 || p.readings[0].field != FieldCities {
		return ""
	}
	name, _ := models.StateName(state)
	for _, value := range p.readings[0].values {
		if strings.HasSuffix(value, ", "+name) {
			return value
		}
	}
	return ""
}

// done returns the phrases, ready to be looked up.
func (b *phraseBuilder) done() *phrases {
	p := b.phrases
	words, names := make([]string, 0, len(b.spoken)), make([]string, 0, len(b.spoken))
	for word, own := range b.spoken {
		words = append(words, word)
		if own {
			names = append(names, word)
		}
	}
	slices.Sort(words)
	slices.Sort(names)
	p.words, p.names = lexicon.NewDictionary(words), lexicon.NewDictionary(names)
	p.texts = make([]phraseText, 0, len(b.of))
	for text, of := range b.of {
		p.texts = append(p.texts, phraseText{text, of})
	}
	slices.SortFunc(p.texts, func(a, b phraseText) int { return strings.Compare(a.text, b.text) })
	return &p
}

// formsOf are the ways in which people write a name: with what stands in brackets and without it, and that alone; and
// without a word for disorders at its end.
func formsOf(name string) []string {
	forms := []string{name}
	if before, rest, ok := strings.Cut(name, "("); ok {
		inside, after, _ := strings.Cut(rest, ")")
		forms = append(forms, before+" "+after, inside)
	}
	for _, form := range forms {
		for _, end := range []string{" disorder", " disorders", " syndrome"} {
			if short, ok := strings.CutSuffix(models.Fold(strings.TrimSpace(form)), end); ok {
				forms = append(forms, short)
			}
		}
	}
	return forms
}

// find returns the longest phrase at the beginning of some words, and how many of them it takes.
func (p *phrases) find(keys []string) (found *phrase, length int) {
	for n := min(p.longest[keys[0]], len(keys)); n > 0; n-- {
		if found := p.byKey[strings.Join(keys[:n], " ")]; found != nil {
			return found, n
		}
	}
	return nil, 0
}

// joined returns the phrase that some words are when they are written as one, or the other way round.
func (p *phrases) joined(words []string) (found *phrase, length int) {
	const longest = 4
	letters := strings.Join(words[:min(longest, len(words))], "")
	for n := min(longest, len(words)); n > 0; n-- {
		if found := p.compact[letters]; found != nil && len(letters) > 3 {
			return found, n
		}
		letters = letters[:len(letters)-len(words[n-1])]
	}
	return nil, 0
}

// completions are the phrases that begin with a text whose last word is not finished. What people say must have more of
// that word itself: "better" does not begin "better off dead".
func (p *phrases) completions(text string) (found []phraseText) {
	low, _ := slices.BinarySearchFunc(p.texts, text, func(p phraseText, text string) int {
		return strings.Compare(p.text, text)
	})
	for _, t := range p.texts[low:] {
		rest, ok := strings.CutPrefix(t.text, text)
		if !ok {
			break
		}
		if own := len(t.readings) > 0 && t.readings[0].own > 0; own || !strings.HasPrefix(rest, " ") {
			found = append(found, t)
		}
	}
	return found
}
