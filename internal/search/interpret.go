package search

import (
	"cmp"
	"slices"
	"strings"

	"findcare/internal/search/lexicon"
	"findcare/internal/search/places"
	"findcare/models"
)

// textReader reads a text into intents.
type textReader struct {
	index  *Index
	known  *phrases
	tokens []token
	keys   []string
	either bool // the last word was "or"
	miles  distance
	in     *Interpretation
}

// Interpret reads a text into what a filter can ask for: the longest phrases first, of the directory's own words and of
// those that people use for them; then names of providers, typing errors, and words that are not finished.
func (x *Index) Interpret(text string) *Interpretation {
	r := &textReader{index: x, known: x.vocabulary.phrases(), tokens: tokensOf(text)}
	if !r.wholeName(text) {
		r.read()
		if r.correct() {
			r.read()
		}
		r.finish()
	}
	for _, t := range r.tokens {
		r.in.Words = append(r.in.Words, t.word)
	}
	slices.SortStableFunc(r.in.Intents, func(a, b Intent) int { return a.first - b.first })
	slices.SortStableFunc(r.in.Unused, func(a, b Unused) int { return a.first - b.first })
	return r.in
}

// read finds what can be found without looking at providers.
func (r *textReader) read() {
	r.in, r.either, r.miles = &Interpretation{}, false, distance{}
	r.keys = r.keys[:0]
	for i := range r.tokens {
		r.tokens[i].use = left
		r.keys = append(r.keys, r.tokens[i].key)
	}
	for i := 0; i < len(r.tokens); {
		r.either = r.either || r.tokens[i].slash
		n := r.readAt(i)
		if n == 0 {
			r.skip(i)
			n = 1
		}
		i += n
	}
	r.aroundPlace()
	r.settle()
}

// skip leaves out a word that says nothing by itself.
func (r *textReader) skip(i int) {
	if t := &r.tokens[i]; saysNothing(t.word) || r.isSpanish(i) {
		t.use = silent
		r.either = t.word == "or" || r.either && t.word == "and"
	} else {
		r.either = false
	}
}

func saysNothing(word string) bool { return lexicon.IsStopWord(word) || lexicon.IsWeak(word) }

// readAt returns how many words were understood from word i on.
func (r *textReader) readAt(i int) int {
	for _, read := range []func(int) int{
		r.age, r.wait, r.distance, r.number, r.license, r.stateCode, r.phrase, r.farCity, r.negation,
	} {
		if n := read(i); n > 0 {
			return n
		}
	}
	return 0
}

// phrase reads the longest phrase that begins with a word.
func (r *textReader) phrase(i int) int {
	p, n := r.known.find(r.keys[i:])
	if gist, length := r.gist(i, n); gist != nil {
		return r.understand(gist, i, length)
	}
	if aside := r.aside(i); aside >= n && aside > 0 {
		return r.silence(i, i+aside)
	}
	if n > 1 {
		if joined, length := r.joinedAt(i); length > n {
			p, n = joined, length // post partum depression
		}
	}
	if p == nil || n == 1 && (r.isFiller(i, p) || r.isSpanish(i)) {
		if p, n = r.joinedAt(i); p == nil {
			return 0
		}
	}
	return r.understand(p, i, n)
}

// joinedAt is a phrase that is written in one word, or in more of them than usual.
func (r *textReader) joinedAt(i int) (*phrase, int) {
	const longest = 4
	words := make([]string, 0, longest)
	for j := i; j < min(i+longest, len(r.tokens)); j++ {
		words = append(words, r.at(j))
	}
	p, n := r.known.joined(words)
	if p == nil || n == 1 && saysNothing(words[0]) {
		return nil, 0
	}
	return p, n
}

// understand takes n words for a phrase, and returns how many it took.
func (r *textReader) understand(p *phrase, i, n int) int {
	if p.unknown != "" {
		return r.unused(p.unknown, p.nearest, i, i+n)
	}
	if p.near != "" {
		return r.add(Intent{Kind: IntentNear, Values: []string{p.near}}, i, i+n)
	}
	for _, reading := range p.readings {
		if reading.field == FieldCities {
			return r.city(reading.values, i, n)
		}
		if r.index.onlySaid(reading.field) && !r.index.anybody(reading) {
			return r.unused(UnusedNobodySays, nil, i, i+n)
		}
	}
	for _, reading := range p.readings {
		r.value(reading.field, reading.values, reading.own, i, i+n)
	}
	return n
}

// onlySaid reports whether a field holds what providers say of themselves, and what is not asked for where nobody does.
func (x *Index) onlySaid(f Field) bool {
	switch f {
	case FieldIdentities, FieldFaiths, FieldGenders, FieldPopulations:
		return true
	}
	return false
}

func (x *Index) anybody(of reading) bool {
	for _, value := range of.values {
		codes := x.dictionaries.codes(of.field, []string{value})
		if spelled(of.field) {
			codes = x.dictionaries[of.field].spellingsOf(models.Fold(value))
		}
		for _, code := range codes {
			if x.having(of.field, code) > 0 {
				return true
			}
		}
	}
	return false
}

// take marks words as understood.
func (r *textReader) take(first, end int) {
	for i := first; i < end; i++ {
		r.tokens[i].use = taken
	}
	r.either = false
}

func (r *textReader) unused(reason UnusedReason, nearest []string, first, end int) int {
	r.take(first, end)
	words := cmp.Or(r.typed(first, end), r.words(first, end))
	r.in.Unused = append(r.in.Unused, Unused{words, reason, nearest, first, end})
	return end - first
}

func (r *textReader) add(in Intent, first, end int) int {
	in.Words, in.CorrectedFrom, in.first, in.end = r.words(first, end), r.typed(first, end), first, end
	r.in.Intents = append(r.in.Intents, in)
	r.take(first, end)
	return end - first
}

// value adds an intent for values, or adds those to the last one: places are alternatives, and so is what stands on
// both sides of "or".
func (r *textReader) value(f Field, values []string, own, first, end int) int {
	for i := range r.in.Intents {
		in := &r.in.Intents[i]
		if in.Kind != IntentValue || in.Field != f {
			continue
		}
		if !(f == FieldCities || f == FieldStates || r.either && i == len(r.in.Intents)-1) {
			if slices.Equal(in.Values, values) {
				r.take(first, end)
				return end - first // said twice
			}
			continue
		}
		in.Values = slices.Clone(in.Values)
		for _, value := range values {
			if !slices.Contains(in.Values, value) {
				in.Values = append(in.Values, value)
			}
		}
		in.Own, in.end = len(in.Values), end
		in.Words = r.words(in.first, end)
		r.take(first, end)
		return end - first
	}
	return r.add(Intent{Field: f, Values: values, Own: own}, first, end)
}

// license reads "licensed in Texas".
func (r *textReader) license(i int) int {
	if r.tokens[i].key != "licens" && r.at(i) != "licence" && r.at(i) != "licences" {
		return 0
	}
	j := i + 1
	if r.at(j) == "in" {
		j++
	}
	code, n := r.stateAt(j)
	if n == 0 {
		return 0
	}
	return r.add(Intent{Kind: IntentLicensedIn, Values: []string{code}}, i, j+n)
}

// negation reads what a person does not want. Filters can leave nobody out.
func (r *textReader) negation(i int) int {
	switch r.at(i) {
	case "no", "not", "non", "except", "isnt", "arent":
	case "without":
		if r.isPersonalText() && !r.asksForSomebody() {
			return 0 // cannot get through the day without a drink
		}
	default:
		return 0
	}
	for j := i + 1; j < len(r.tokens); j++ {
		if p, n := r.known.find(r.keys[j:]); p != nil && !saysNothing(r.at(j)) {
			return r.unused(UnusedNegation, nil, i, j+n)
		}
		if !saysNothing(r.at(j)) {
			break
		}
	}
	r.tokens[i].use = silent
	return 1
}

// number reads ZIP codes, fees, years of practice and ages.
func (r *textReader) number(i int) int {
	word := r.at(i)
	if !isNumber(word) {
		return 0
	}
	if _, ok := places.ZIP(word); ok && len(word) == 5 {
		return r.add(Intent{Kind: IntentNear, Values: []string{word}}, i, i+1)
	}
	if n := r.longNumber(i); n > 0 || len(word) > 4 {
		return n
	}
	n := 0
	for _, digit := range word {
		n = n*10 + int(digit-'0')
	}
	if isYears(r.at(i + 1)) {
		if !r.isExperience(i) {
			return r.silence(i, i+2)
		}
		return r.add(Intent{Kind: IntentExperience, Number: n}, i, i+2)
	}
	if r.tokens[i].money || isPrice(r.at(i-1), r.at(i+1)) {
		end := i + 1
		if strings.HasPrefix(r.at(end), "dollar") {
			end++
		}
		return r.add(Intent{Kind: IntentFee, Number: n}, i, end)
	}
	return 0
}

// isPrice reports whether a number between these words is one of dollars.
func isPrice(before, after string) bool {
	switch before {
	case "under", "below", "max", "maximum", "than", "most":
		return true
	}
	switch after {
	case "dollar", "dollars", "usd", "bucks":
		return true
	}
	return false
}
