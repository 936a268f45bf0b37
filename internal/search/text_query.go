package search

import (
	"unicode/utf8"

	"findcare/internal/search/lexicon"
)

// minPrefixInStatements is how long a prefix must be to be looked for in statements: nearly all of them have a word
// that begins with a shorter one.
const minPrefixInStatements = 3

// textQuery is what of a text is searched for in the words of providers, and by what the text ranks them. What else it
// asks for are clauses like those of filters.
type textQuery struct {
	words []nameWord // all of them must match
	ranks []rank
}

// rank is a part of a text that providers meet more or less well.
type rank struct {
	field       Field
	exact, like []uint32   // codes: of what has the words for a name, and of what else they mean
	words       []nameWord // that raise the score, but need not match
}

// Text matches who has the words of the names and texts that an interpretation has, and nobody where it says so. It
// also is by what results are ranked ByRelevance. What else the interpretation asks for is to be added by the caller,
// as filters.
func (q *Query) Text(filter string, in *Interpretation) {
	q.text = &textQuery{}
	if in.Nobody() {
		q.add(filter, fields, func(v *view) bitset { return newBitset(len(v.providers)) })
	}
	for _, condition := range in.Hints {
		q.text.ranks = append(q.text.ranks, rank{
			field: FieldConditions, like: q.index.dictionaries.codes(FieldConditions, []string{condition}),
		})
	}
	for i := range in.Intents {
		intent := &in.Intents[i]
		if intent.Kind == IntentValue {
			q.text.ranks = append(q.text.ranks, q.index.rankOf(intent))
			continue
		}
		switch intent.Kind {
		case IntentNPI:
			q.add(filter, fields, func(v *view) bitset { return v.withNPI(intent.Values[0]) })
		case IntentPhone:
			q.add(filter, fields, func(v *view) bitset { return v.withPhone(intent.Values[0]) })
		}
		for _, word := range intent.words {
			q.text.words = append(q.text.words, word)
			q.text.ranks = append(q.text.ranks, rank{words: []nameWord{word}})
			q.add(filter, fields, func(v *view) bitset {
				b := newBitset(len(v.providers))
				for _, s := range v.wordSources(word) {
					s.addTo(b)
				}
				return b
			})
		}
	}
}

func (x *Index) rankOf(in *Intent) rank {
	r := rank{field: in.Field}
	if in.Field > FieldCredentials {
		return r // whoever has one of the values has what is asked for
	}
	if in.Own < len(in.Values) && in.Own > 0 {
		r.exact = x.dictionaries.codes(in.Field, in.Values[:in.Own])
		r.like = x.dictionaries.codes(in.Field, in.Values[in.Own:])
	}
	for _, word := range lexicon.Words(in.Words) {
		if !saysNothing(word) {
			r.words = append(r.words, nameWord{word: word, anywhere: true})
		}
	}
	return r
}

// source is one way in which a provider matches a part of a text, and how well.
type source struct {
	score int
	postings
	text Text   // which of the provider's own texts it is, and
	word uint32 // which word of it
}

// sources returns all ways in which providers meet a part of a text that tell them apart.
func (v *view) sources(r *rank) (sources []source) {
	of, weight := v.fields[r.field].postings, fieldWeight(r.field)
	for _, code := range r.exact {
		sources = append(sources, source{score: matchExact + weight, postings: of[code]})
	}
	for _, code := range r.like {
		sources = append(sources, source{score: matchPrefix + weight, postings: of[code]})
	}
	for _, word := range r.words {
		sources = append(sources, v.wordSources(word)...)
	}
	return sources
}

// wordSources returns the ways in which a word is one of the providers' own texts.
func (v *view) wordSources(w nameWord) (sources []source) {
	last := TextName
	if w.anywhere {
		last = texts - 1
	}
	add := func(quality int, word uint32, statements bool) {
		for text := TextName; text <= last; text++ {
			p := v.text.texts[text].of(word)
			if p.size > 0 && (text != TextStatement || statements) {
				sources = append(sources, source{quality + textWeights[text], p, text, word})
			}
		}
	}
	for _, i := range v.text.words.Stemmed(lexicon.Stem(w.word)) {
		add(matchExact, i, true)
	}
	if w.prefix {
		long := utf8.RuneCountInString(w.word) >= minPrefixInStatements
		low, high := v.text.words.Prefixed(w.word)
		for i := low; i < high; i++ {
			add(matchPrefix, uint32(i), long)
		}
	}
	return sources
}

// TextMatch is the best way in which a provider's own texts have one of the words that were searched for in them.
type TextMatch struct {
	Text Text
	Word string // of the provider's text
}

// TextMatches returns how a provider of the page matches each of the words that must match.
func (r *Results) TextMatches(row Row) (matches []TextMatch) {
	if r.query.text == nil {
		return nil
	}
	v := row.view
	for _, word := range r.query.text.words {
		best := source{}
		for _, s := range v.wordSources(word) {
			if s.score > best.score && s.contains(row.ordinal) {
				best = s
			}
		}
		if best.score > 0 {
			matches = append(matches, TextMatch{best.text, v.text.words.Word(int(best.word))})
		}
	}
	return matches
}
