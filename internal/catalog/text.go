package catalog

import (
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"findcare/internal/search/lexicon"
	"findcare/internal/search/places"
	"findcare/models"
)

// How well a provider matches a word is one number from 1 to 18: what kind of match it is counts most, then
// where the word stands. Of several matches of one word the best counts, and a provider's score is the sum over words.
const (
	inStatement  = 1
	inPlace      = 2 // city, state, ZIP code, language, insurance, age group, session format
	inCredential = 3
	inTreatment  = 4
	inCondition  = 5
	inName       = 6

	typo      = 0
	beginning = inName
	exact     = 2 * inName
)

// shortestInStatements is how long the beginning of a word must be to be looked for in statements: shorter ones are
// in nearly all of them.
const shortestInStatements = 3

// textFields are the texts of a provider that a segment indexes. Those of what they refer to are in the vocabulary.
const (
	textNames = iota
	textCities
	textStatements
	textFields
)

var textWeights = [textFields]int{textNames: inName, textCities: inPlace, textStatements: inStatement}

// textIndex finds providers by the words of their own texts.
type textIndex struct {
	words  *lexicon.Dictionary
	fields [textFields]wordPostings
}

// denseWordFrom is the share of all providers (one in so many) from which on words of a set are no larger than a list.
// Nobody counts in these, so that size is what matters.
const denseWordFrom = 32

// wordPostings has, for every word of a dictionary, the ordinals of those who have it in one text.
type wordPostings struct {
	offsets []uint32
	all     []uint32
	dense   map[uint32]bitset // of the words that very many have
}

func (p *wordPostings) list(word uint32) []uint32 { return p.all[p.offsets[word]:p.offsets[word+1]] }

func (p *wordPostings) of(word uint32) postings {
	list := p.list(word)
	return postings{list, p.dense[word], len(list)}
}

func newTextIndex(providers []provider) textIndex {
	numbers := make(map[string]uint32)
	var words []string
	// The words of provider i are has[f][ends[f][i-1]:ends[f][i]], each once.
	var has, ends [textFields][]uint32
	var buffer []string
	for i := range providers {
		p := &providers[i]
		for f := range textFields {
			buffer = buffer[:0]
			switch f {
			case textNames:
				buffer = lexicon.AppendWords(buffer, p.Name)
			case textCities:
				for j := range p.Locations {
					buffer = lexicon.AppendWords(buffer, p.Locations[j].City)
				}
			case textStatements:
				buffer = lexicon.AppendWords(buffer, string(p.Statement))
			}
			first := len(has[f])
			for _, word := range buffer {
				if f == textStatements && lexicon.IsStopWord(word) {
					continue
				}
				number, known := numbers[word]
				if !known {
					number = uint32(len(words))
					word = strings.Clone(word)
					words, numbers[word] = append(words, word), number
				}
				if !slices.Contains(has[f][first:], number) {
					has[f] = append(has[f], number)
				}
			}
			ends[f] = append(ends[f], uint32(len(has[f])))
			has[f] = foresee(has[f], i, len(providers))
		}
	}
	slices.Sort(words)
	renumbered := make([]uint32, len(words))
	for i, word := range words {
		renumbered[numbers[word]] = uint32(i)
	}
	x := textIndex{words: lexicon.NewDictionary(words)}
	for f := range x.fields {
		p := &x.fields[f]
		p.offsets = make([]uint32, len(words)+1)
		p.all = make([]uint32, len(has[f]))
		for _, word := range has[f] {
			p.offsets[renumbered[word]+1]++
		}
		for i := range words {
			p.offsets[i+1] += p.offsets[i]
		}
		next := slices.Clone(p.offsets)
		start := uint32(0)
		for i, end := range ends[f] {
			for _, number := range has[f][start:end] {
				word := renumbered[number]
				p.all[next[word]] = uint32(i)
				next[word]++
			}
			start = end
		}
		p.dense = make(map[uint32]bitset)
		for i := range words {
			if list := p.list(uint32(i)); len(list) >= 64 && len(list) >= len(providers)/denseWordFrom {
				p.dense[uint32(i)] = newPostings(list, len(providers)).words
			}
		}
	}
	return x
}

// foresee makes room in a list that grows by some values for each provider, once it is seen how many.
func foresee[T any](list []T, done, all int) []T {
	const sample = 4096
	if done != sample {
		return list
	}
	return slices.Grow(list, len(list)/sample*(all-done)/10*11)
}

// reference is a value that a word of the vocabulary speaks of.
type reference struct {
	field field
	value string
}

// vocabulary has the words of what providers refer to: conditions, treatments, credentials, states, languages and
// insurances.
type vocabulary struct {
	words      *lexicon.Dictionary
	references [][]reference // by word

	suggestibles *suggestibles
	crisisNames  []crisisName
}

func newVocabulary(s *Snapshot) *vocabulary {
	byWord := make(map[string][]reference)
	add := func(r reference, texts ...string) {
		for _, text := range texts {
			for _, word := range lexicon.Words(text) {
				if !slices.Contains(byWord[word], r) {
					byWord[word] = append(byWord[word], r)
				}
			}
		}
	}
	for _, c := range s.conditions.all {
		r := reference{fieldConditions, c.ID}
		add(r, c.Name, string(c.Abbreviation))
		add(r, c.AlsoKnownAs...)
	}
	for _, t := range s.treatments.all {
		r := reference{fieldTreatments, t.ID}
		add(r, t.Name, string(t.Abbreviation))
		add(r, t.AlsoKnownAs...)
	}
	for _, c := range s.credentials.all {
		add(reference{fieldCredentials, c.ID}, c.Name, string(c.Abbreviation))
	}
	for _, code := range s.dictionaries[fieldStates].values {
		name, _ := models.StateName(code)
		add(reference{fieldStates, code}, code, name)
	}
	for _, f := range []field{fieldLanguages, fieldInsurances} {
		for _, value := range s.dictionaries[f].values {
			add(reference{f, value}, value)
		}
	}
	words := make([]string, 0, len(byWord))
	for word := range byWord {
		words = append(words, word)
	}
	slices.Sort(words)
	v := &vocabulary{
		lexicon.NewDictionary(words),
		make([][]reference, len(words)),
		newSuggestibles(s),
		crisisNames(s.conditions.all),
	}
	for i, word := range words {
		v.references[i] = byWord[word]
	}
	return v
}

// weightOf says where a value stands that a word speaks of.
func weightOf(f field) int {
	switch f {
	case fieldConditions:
		return inCondition
	case fieldTreatments:
		return inTreatment
	case fieldCredentials:
		return inCredential
	}
	return inPlace
}

// textQuery is a text that was understood: all of its units must match.
type textQuery struct {
	text  string
	units []textUnit
}

// textUnit is one word, or several that mean something together.
type textUnit struct {
	word   string // folded; empty for several
	last   bool   // the word may be unfinished
	hits   []hit  // of the vocabulary and the synonyms
	circle *circle
	typos  bool // the word as typed matches nobody, so it is taken for a typing error
}

// hit is a value that a unit speaks of, and the score of that.
type hit struct {
	score int
	field field
	code  uint32
}

// understand splits a text into units. Nil means that the text says nothing, so that everybody matches.
func (s *Snapshot) understand(text string) *textQuery {
	words := lexicon.Words(text)
	q := &textQuery{text: text}
	for i := 0; i < len(words); {
		meaning, length := lexicon.Meanings(words[i:])
		hits, known := s.meant(meaning)
		if !known || s.vocabulary.suggestibles.beginsName(words[i:i+length]) {
			length, hits = 0, nil // "postpartum depression" means just that where it is a condition of its own
		}
		switch {
		case length > 1:
			q.units = append(q.units, textUnit{hits: hits})
		case length == 1 || !lexicon.IsStopWord(words[i]):
			length = 1
			q.units = append(q.units, s.wordUnit(words[i], i == len(words)-1, hits))
		default:
			length = 1 // a stop word
		}
		i += length
	}
	if len(q.units) == 0 {
		return nil
	}
	return q
}

func (s *Snapshot) wordUnit(word string, last bool, hits []hit) textUnit {
	u := textUnit{word: word, last: last, hits: hits}
	if point, ok := places.ZIP(word); ok && len(word) == 5 {
		zip := &Near{At: Place{Point: &Point{point.Latitude, point.Longitude}}}
		u.circle, _ = zip.circle("")
	}
	for _, i := range s.vocabulary.words.Stemmed(lexicon.Stem(word)) {
		u.hits = s.appendHits(u.hits, exact, i)
	}
	if last {
		low, high := s.vocabulary.words.Prefixed(word)
		for i := low; i < high; i++ {
			u.hits = s.appendHits(u.hits, beginning, uint32(i))
		}
	}
	if edits := lexicon.Edits(word); edits > 0 && u.circle == nil && !s.anybody(&u) {
		u.typos = true
		for _, i := range s.vocabulary.words.Similar(word, edits) {
			u.hits = s.appendHits(u.hits, typo, i)
		}
	}
	return u
}

// anybody tells whether a live provider matches the unit.
func (s *Snapshot) anybody(u *textUnit) bool {
	for _, v := range s.views {
		for _, source := range v.sources(u) {
			if v.liveIn(source.postings) {
				return true
			}
		}
	}
	return false
}

func (s *Snapshot) appendHits(hits []hit, quality int, word uint32) []hit {
	for _, r := range s.vocabulary.references[word] {
		if code, known := s.dictionaries[r.field].find(r.value); known {
			hits = append(hits, hit{quality + weightOf(r.field), r.field, code})
		}
	}
	return hits
}

// meant returns the values of this directory that a lay phrase means; false where the directory has none of them.
func (s *Snapshot) meant(m lexicon.Meaning) (hits []hit, known bool) {
	add := func(f field, value string) {
		known = true
		if code, ok := s.dictionaries[f].find(value); ok {
			hits = append(hits, hit{exact + weightOf(f), f, code})
		}
	}
	for _, id := range s.idsOf(models.KindCondition, m.Conditions) {
		add(fieldConditions, id)
	}
	for _, id := range s.idsOf(models.KindTreatment, m.Treatments) {
		add(fieldTreatments, id)
	}
	for _, id := range s.idsOf(models.KindCredential, m.Credentials) {
		add(fieldCredentials, id)
	}
	for _, group := range m.AgeGroups {
		add(fieldAgeGroups, string(group))
	}
	for _, format := range m.SessionFormats {
		add(fieldSessionFormats, string(format))
	}
	return hits, known
}

// source is one way in which a unit matches: who does, and how well.
type source struct {
	score int
	postings
	text int    // which text of the provider's own it is, and
	word uint32 // which word of it
}

// sources are all ways in which a unit matches, but for its circle.
func (v *view) sources(u *textUnit) (sources []source) {
	for _, h := range u.hits {
		if p, ok := v.fields[h.field].postings[h.code]; ok {
			sources = append(sources, source{score: h.score, postings: p})
		}
	}
	return append(sources, v.ownSources(u)...)
}

// ownSources are the ways in which a unit matches the provider's own texts.
func (v *view) ownSources(u *textUnit) (sources []source) {
	if u.word == "" {
		return nil
	}
	word := func(quality int, i uint32, statements bool) {
		for f := range v.text.fields {
			if p := v.text.fields[f].of(i); p.size > 0 && (f != textStatements || statements) {
				sources = append(sources, source{quality + textWeights[f], p, f, i})
			}
		}
	}
	for _, i := range v.text.words.Stemmed(lexicon.Stem(u.word)) {
		word(exact, i, true)
	}
	if u.last {
		low, high := v.text.words.Prefixed(u.word)
		for i := low; i < high; i++ {
			word(beginning, uint32(i), utf8.RuneCountInString(u.word) >= shortestInStatements)
		}
	}
	if u.typos {
		for _, i := range v.text.words.Similar(u.word, lexicon.Edits(u.word)) {
			word(typo, i, true)
		}
	}
	return sources
}

// match returns who matches all units.
func (q *textQuery) match(v *view) bitset {
	var all bitset
	for i := range q.units {
		u := &q.units[i]
		if all == nil {
			all = newBitset(len(v.providers))
			v.addUnit(u, all)
			continue
		}
		b := borrowBitset(len(v.providers))
		v.addUnit(u, b)
		all.and(b)
		scratchWords.give(b)
	}
	return all
}

// addUnit adds who matches a unit.
func (v *view) addUnit(u *textUnit, b bitset) {
	for _, source := range v.sources(u) {
		source.addTo(b)
	}
	if u.circle != nil {
		v.places.addWithin(u.circle, b)
	}
}

// scores returns the score of each of those who match all units, by ordinal; that of others says nothing.
// It is on loan from scratchScores.
func (q *textQuery) scores(v *view, matches bitset) []uint16 {
	sums, best := scratchScores.take(len(v.providers)), scratchBest.take(len(v.providers))
	defer scratchBest.give(best)
	for i := range q.units {
		u := &q.units[i]
		if i > 0 {
			clear(best)
		}
		sources := v.sources(u)
		if u.circle != nil {
			within := newBitset(len(v.providers))
			v.places.addWithin(u.circle, within)
			sources = append(sources, source{score: exact + inPlace, postings: postings{words: within}})
		}
		for _, source := range sources {
			score := uint8(source.score)
			if source.words != nil {
				for at, word := range source.words {
					for word &= matches[at]; word != 0; word &= word - 1 {
						if i := at*64 + bits.TrailingZeros64(word); best[i] < score {
							best[i] = score
						}
					}
				}
				continue
			}
			for _, i := range source.list {
				if best[i] < score {
					best[i] = score
				}
			}
		}
		for at, word := range matches {
			for ; word != 0; word &= word - 1 {
				i := at*64 + bits.TrailingZeros64(word)
				sums[i] += uint16(best[i])
			}
		}
	}
	return sums
}
