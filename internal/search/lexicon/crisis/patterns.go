package crisis

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"findcare/internal/search/lexicon"
)

// A pattern is a sequence of elements, one or more words apart:
//
//	word        the word in any form of its English stem
//	=word       the word as it is
//	@class      one of a class of words
//	#           a number of two digits or more
//	a|@b|c      any of these
//	a?          there or not
//	!a|b        at the end: none of these may follow
//	^|a  $|a    at the beginning and the end: where the text begins or ends, or beside one of these
type pattern struct {
	elements      []element
	before, after *element // what must stand beside the words; nil for anything
	kinds         Kinds
}

type element struct {
	words    set
	optional bool
	edge     bool // of the text
	not      bool
	number   bool
}

// set is a set of words, by their numbers.
type set []uint64

func (s *set) add(word int) {
	for len(*s) <= word/64 {
		*s = append(*s, 0)
	}
	(*s)[word/64] |= 1 << (word % 64)
}

func (s set) has(word int) bool { return word/64 < len(s) && s[word/64]&(1<<(word%64)) != 0 }

// patterns are all patterns, and the words they are made of.
type patterns struct {
	conditions map[string]Kinds
	ambiguous  map[string]bool
	spellings  map[string][]string
	joined     map[string][]string
	fillers    map[string]bool
	ordinary   map[string]bool
	classes    map[string][]string

	numbers map[string]int // of stems and, after =, of words
	words   *lexicon.Dictionary
	known   map[string]bool
	all     []pattern
	first   map[int][]int // patterns by the words that they can begin with
	numeric []int         // patterns that can begin with a number
}

func newPatterns(file *phraseFile, ordinary []string) (*patterns, error) {
	t := &patterns{
		conditions: map[string]Kinds{}, ambiguous: map[string]bool{},
		fillers: setOf(file.Fillers), ordinary: setOf(ordinary),
		spellings: fieldsOf(file.Spellings), joined: fieldsOf(file.Joined), classes: fieldsOf(file.Words),
		numbers: map[string]int{}, known: map[string]bool{}, first: map[int][]int{},
	}
	for slug, kind := range file.Conditions {
		t.conditions[slug] = kindsByName[kind]
	}
	for _, word := range file.Ambiguous {
		t.ambiguous[lexicon.Stem(word)] = true
	}
	for kind, texts := range file.Phrases {
		if kindsByName[kind] == 0 {
			return nil, fmt.Errorf("crisis: there is no kind %q", kind)
		}
		for _, text := range texts {
			if err := t.add(text, kindsByName[kind]); err != nil {
				return nil, err
			}
		}
	}
	for _, text := range file.Harmless {
		if err := t.add(text, 0); err != nil {
			return nil, err
		}
	}
	t.words = lexicon.NewDictionary(slices.Sorted(maps.Keys(t.known)))
	return t, nil
}

func setOf(lists []string) map[string]bool {
	words := map[string]bool{}
	for _, list := range lists {
		for _, word := range strings.Fields(list) {
			words[word] = true
		}
	}
	return words
}

func fieldsOf(texts map[string]string) map[string][]string {
	fields := make(map[string][]string, len(texts))
	for key, text := range texts {
		fields[key] = strings.Fields(text)
	}
	return fields
}

func (t *patterns) add(text string, kinds Kinds) error {
	p := pattern{kinds: kinds}
	fields := strings.Fields(text)
	for i, field := range fields {
		e, err := t.element(field)
		switch {
		case err != nil:
			return fmt.Errorf("crisis: pattern %q: %w", text, err)
		case i == 0 && strings.HasPrefix(field, "^"):
			p.before = &e
		case i == len(fields)-1 && (e.not || e.edge):
			p.after = &e
		case e.edge || e.not:
			return fmt.Errorf("crisis: pattern %q has %q in its middle", text, field)
		case e.words != nil || e.number:
			p.elements = append(p.elements, e)
		default:
			return fmt.Errorf("crisis: pattern %q has %q, of which only fillers are left", text, field)
		}
	}
	if len(p.elements) == 0 {
		return fmt.Errorf("crisis: pattern %q has no words", text)
	}
	for _, e := range p.elements {
		t.index(e, len(t.all))
		if !e.optional {
			break
		}
	}
	t.all = append(t.all, p)
	return nil
}

func (t *patterns) index(e element, at int) {
	for _, number := range t.numbers {
		if e.words.has(number) {
			t.first[number] = append(t.first[number], at)
		}
	}
	if e.number {
		t.numeric = append(t.numeric, at)
	}
}

// element reads one element; that of nothing but fillers has no words.
func (t *patterns) element(field string) (e element, err error) {
	field, e.optional = strings.CutSuffix(field, "?")
	field, e.not = strings.CutPrefix(field, "!")
	for _, part := range strings.Split(field, "|") {
		switch {
		case part == "^" || part == "$":
			e.edge = true
		case part == "#":
			e.number = true
		case strings.HasPrefix(part, "@"):
			words, known := t.classes[part[1:]]
			if !known {
				return e, fmt.Errorf("there is no class %s", part)
			}
			for _, word := range words {
				t.addWord(&e, word)
			}
		default:
			t.addWord(&e, part)
		}
	}
	return e, nil
}

func (t *patterns) addWord(e *element, word string) {
	exact, isExact := strings.CutPrefix(word, "=")
	if t.fillers[exact] {
		return
	}
	t.known[exact] = true
	key := lexicon.Stem(word)
	if isExact {
		key = word
	}
	number, known := t.numbers[key]
	if !known {
		number = len(t.numbers)
		t.numbers[key] = number
	}
	e.words.add(number)
}

// matches are the spans of a text that the patterns match.
func (t *patterns) matches(tokens []token) (spans []span) {
	for i := range tokens {
		try := func(candidates []int) {
			for _, at := range candidates {
				p := &t.all[at]
				if end := p.match(tokens, i); end > i {
					spans = append(spans, span{tokens[i].from, tokens[end-1].to, end - i, p.kinds})
				}
			}
		}
		for _, number := range tokens[i].numbers {
			try(t.first[number])
		}
		if tokens[i].number {
			try(t.numeric)
		}
	}
	return spans
}

// match returns where the pattern's words end that begin at a token; at is not after it where they do not.
func (p *pattern) match(tokens []token, start int) (end int) {
	if p.before != nil && !p.before.beside(tokens, start-1) {
		return start
	}
	return p.rest(tokens, start, start, p.elements)
}

func (p *pattern) rest(tokens []token, start, at int, elements []element) (end int) {
	if len(elements) == 0 {
		alone := at == start+1
		if p.after != nil && !p.after.beside(tokens, at) || alone && tokens[start].doubtful {
			return start
		}
		return at
	}
	if at < len(tokens) && elements[0].takes(&tokens[at]) {
		if end := p.rest(tokens, start, at+1, elements[1:]); end > start {
			return end
		}
	}
	if elements[0].optional {
		return p.rest(tokens, start, at, elements[1:])
	}
	return start
}

func (e *element) takes(token *token) bool {
	return e.number && token.number || slices.ContainsFunc(token.numbers, e.words.has)
}

// beside reports whether the element holds of what stands at a place beside the words.
func (e *element) beside(tokens []token, at int) bool {
	if at < 0 || at >= len(tokens) {
		return e.edge || e.not
	}
	return e.takes(&tokens[at]) != e.not
}
