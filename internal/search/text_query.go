package search

import (
	"unicode/utf8"

	"findcare/internal/search/lexicon"
	"findcare/internal/search/places"
)

// minPrefixInStatements is how long a prefix must be to be looked for in statements: nearly all of them have a word
// that begins with a shorter one.
const minPrefixInStatements = 3

// textQuery is a parsed text. All of its units must match.
type textQuery struct{ units []unit }

// unit is one word, or several that mean something together.
type unit struct {
	word   string // folded; empty for several
	last   bool   // the word may be unfinished
	hits   []hit  // of the vocabulary and the synonyms
	circle *Circle
	fuzzy  bool // nobody matches the word as typed, so words with typing errors match
}

// hit is a value that a unit means, and the score of that.
type hit struct {
	score int
	field Field
	code  uint32
}

// parseText splits a text into units; false where there are none, so that everybody matches.
func (x *Index) parseText(text string) (q *textQuery, ok bool) {
	words := lexicon.Words(text)
	q = &textQuery{}
	for i := 0; i < len(words); {
		meaning, length := lexicon.Meanings(words[i:])
		hits, known := x.synonymHits(meaning)
		if !known || x.vocabulary.suggestibles.beginsName(words[i:i+length]) {
			length, hits = 0, nil // "postpartum depression" means just that where it is a condition of its own
		}
		switch {
		case length > 1:
			q.units = append(q.units, unit{hits: hits})
		case length == 1 || !lexicon.IsStopWord(words[i]):
			length = 1
			q.units = append(q.units, x.wordUnit(words[i], i == len(words)-1, hits))
		default:
			length = 1 // a stop word
		}
		i += length
	}
	return q, len(q.units) > 0
}

func (x *Index) wordUnit(word string, last bool, hits []hit) unit {
	u := unit{word: word, last: last, hits: hits}
	if point, ok := places.ZIP(word); ok && len(word) == 5 {
		u.circle = NewCircle(point.Latitude, point.Longitude, DefaultMiles)
	}
	words := x.vocabulary.words
	for _, i := range words.Stemmed(lexicon.Stem(word)) {
		u.hits = x.appendHits(u.hits, matchExact, i)
	}
	if last {
		low, high := words.Prefixed(word)
		for i := low; i < high; i++ {
			u.hits = x.appendHits(u.hits, matchPrefix, uint32(i))
		}
	}
	if edits := lexicon.Edits(word); edits > 0 && u.circle == nil && !x.anyMatch(&u) {
		u.fuzzy = true
		for _, i := range words.Similar(word, edits) {
			u.hits = x.appendHits(u.hits, matchFuzzy, i)
		}
	}
	return u
}

// anyMatch reports whether a live provider matches the unit.
func (x *Index) anyMatch(u *unit) bool {
	for _, v := range x.views {
		for _, source := range v.sources(u) {
			if v.anyLive(source.postings) {
				return true
			}
		}
	}
	return false
}

func (x *Index) appendHits(hits []hit, quality int, word uint32) []hit {
	for _, m := range x.vocabulary.meanings[word] {
		if code, ok := x.dictionaries[m.field].find(m.value); ok {
			hits = append(hits, hit{quality + fieldWeight(m.field), m.field, code})
		}
	}
	return hits
}

// synonymHits returns the values of this directory that a lay phrase means; false where the directory has none of them.
func (x *Index) synonymHits(m lexicon.Meaning) (hits []hit, known bool) {
	add := func(f Field, value string) {
		known = true
		if code, ok := x.dictionaries[f].find(value); ok {
			hits = append(hits, hit{matchExact + fieldWeight(f), f, code})
		}
	}
	for f, slugs := range [...][]string{
		FieldConditions: m.Conditions, FieldTreatments: m.Treatments, FieldCredentials: m.Credentials,
	} {
		for _, slug := range slugs {
			if id, ok := x.vocabulary.bySlug[Field(f)][slug]; ok {
				add(Field(f), id)
			}
		}
	}
	for _, group := range m.AgeGroups {
		add(FieldAgeGroups, string(group))
	}
	for _, format := range m.SessionFormats {
		add(FieldSessionFormats, string(format))
	}
	return hits, known
}

// source is one way in which a unit matches: who does, and how well.
type source struct {
	score int
	postings
	text Text   // which of the provider's own texts it is, and
	word uint32 // which word of it
}

// sources returns all ways in which a unit matches, except its circle.
func (v *view) sources(u *unit) (sources []source) {
	for _, h := range u.hits {
		if p, ok := v.fields[h.field].postings[h.code]; ok {
			sources = append(sources, source{score: h.score, postings: p})
		}
	}
	return v.appendTextSources(sources, u)
}

// appendTextSources appends the ways in which a unit matches the provider's own texts.
func (v *view) appendTextSources(sources []source, u *unit) []source {
	if u.word == "" {
		return sources
	}
	add := func(quality int, word uint32, statements bool) {
		for text := range v.text.texts {
			p := v.text.texts[text].of(word)
			if p.size > 0 && (Text(text) != TextStatement || statements) {
				sources = append(sources, source{quality + textWeights[text], p, Text(text), word})
			}
		}
	}
	for _, i := range v.text.words.Stemmed(lexicon.Stem(u.word)) {
		add(matchExact, i, true)
	}
	if u.last {
		long := utf8.RuneCountInString(u.word) >= minPrefixInStatements
		low, high := v.text.words.Prefixed(u.word)
		for i := low; i < high; i++ {
			add(matchPrefix, uint32(i), long)
		}
	}
	if u.fuzzy {
		for _, i := range v.text.words.Similar(u.word, lexicon.Edits(u.word)) {
			add(matchFuzzy, i, true)
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
		scratchWords.release(b)
	}
	return all
}

// addUnit adds who matches a unit.
func (v *view) addUnit(u *unit, b bitset) {
	for _, source := range v.sources(u) {
		source.addTo(b)
	}
	if u.circle != nil {
		v.geo.addWithin(u.circle, b)
	}
}

// TextMatch is the best way in which a provider matches one unit of a text: by a value of a field, by a word of its own
// texts, or by being near a ZIP code.
type TextMatch struct {
	Kind  TextMatchKind
	Field Field
	Value string
	Text  Text
	Word  string  // of the provider's text, or the ZIP code
	Miles float64 // from the ZIP code
}

// TextMatchKind says which fields of a TextMatch are set.
type TextMatchKind uint8

// The kinds of text matches.
const (
	MatchesValue TextMatchKind = iota // Field and Value
	MatchesWord                       // Text and Word
	MatchesZIP                        // Word and Miles
)

// TextMatches returns how a provider of the page matches each unit of the query's text.
func (r *Results) TextMatches(row Row) (matches []TextMatch) {
	if r.query.text == nil {
		return nil
	}
	for i := range r.query.text.units {
		if m, ok := r.bestMatch(&r.query.text.units[i], row); ok {
			matches = append(matches, m)
		}
	}
	return matches
}

func (r *Results) bestMatch(u *unit, row Row) (m TextMatch, ok bool) {
	v, best := row.view, 0
	for _, h := range u.hits {
		if h.score > best && v.fields[h.field].postings[h.code].contains(row.ordinal) {
			best = h.score
			m = TextMatch{Kind: MatchesValue, Field: h.field, Value: r.query.index.dictionaries[h.field].values[h.code]}
		}
	}
	for _, own := range v.appendTextSources(nil, u) {
		if own.score > best && own.contains(row.ordinal) {
			best = own.score
			m = TextMatch{Kind: MatchesWord, Text: own.text, Word: v.text.words.Word(int(own.word))}
		}
	}
	if best == 0 && u.circle != nil {
		chord, _ := v.geo.chord(row.ordinal, u.circle.center)
		return TextMatch{Kind: MatchesZIP, Word: u.word, Miles: milesOf(chord)}, true
	}
	return m, best > 0
}
