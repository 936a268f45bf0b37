package search

import (
	"slices"
	"strings"

	"findcare/internal/search/lexicon"
	"findcare/models"
)

// Text is one of a provider's own texts. The names of what a provider refers to are in the vocabulary.
type Text uint8

// The texts of a provider that a segment indexes.
const (
	TextName Text = iota
	TextCity
	TextStatement
	texts // the number of texts
)

// appendTextWords appends the words of a text of a provider.
func appendTextWords(words []string, p *models.Provider, text Text) []string {
	switch text {
	case TextName:
		words = lexicon.AppendNameWords(words, p.Name)
		for _, name := range p.OtherNames {
			words = lexicon.AppendNameWords(words, name)
		}
	case TextCity:
		for i := range p.Locations {
			words = lexicon.AppendWords(words, p.Locations[i].City)
		}
	case TextStatement:
		words = lexicon.AppendWords(words, string(p.Statement))
		words = slices.DeleteFunc(words, lexicon.IsStopWord)
	}
	return words
}

// textIndex finds providers by the words of their own texts.
type textIndex struct {
	words *lexicon.Dictionary
	texts [texts]wordPostings
}

// denseWordFrom is the share of all providers (one in so many) from which a bitset is no larger than a posting list.
// Nobody counts in these, so only size matters.
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

// textBuilder collects the words of providers in the order of their ordinals. Words are numbered as they come.
type textBuilder struct {
	numbers map[string]uint32
	words   []string
	texts   [texts]forwardIndex
	buffer  []string
}

// forwardIndex has the words of each provider in one text, each once: those of provider i end at ends[i].
type forwardIndex struct{ words, ends []uint32 }

func newTextIndex(providers []provider) textIndex {
	b := &textBuilder{numbers: make(map[string]uint32)}
	for i := range providers {
		for text := range texts {
			b.add(providers[i].Provider, text)
			b.texts[text].words = reserve(b.texts[text].words, i, len(providers))
		}
	}
	slices.Sort(b.words)
	sorted := make([]uint32, len(b.words)) // the place of each word in the order of words, by its number
	for i, word := range b.words {
		sorted[b.numbers[word]] = uint32(i)
	}
	x := textIndex{words: lexicon.NewDictionary(b.words)}
	for text := range x.texts {
		x.texts[text] = b.texts[text].invert(sorted, len(providers))
	}
	return x
}

// add adds a text of the next provider.
func (b *textBuilder) add(p *models.Provider, text Text) {
	forward := &b.texts[text]
	first := len(forward.words)
	b.buffer = appendTextWords(b.buffer[:0], p, text)
	for _, word := range b.buffer {
		number, known := b.numbers[word]
		if !known {
			number = uint32(len(b.words))
			word = strings.Clone(word)
			b.words, b.numbers[word] = append(b.words, word), number
		}
		if !slices.Contains(forward.words[first:], number) {
			forward.words = append(forward.words, number)
		}
	}
	forward.ends = append(forward.ends, uint32(len(forward.words)))
}

// invert makes the postings of each word.
func (f *forwardIndex) invert(sorted []uint32, providers int) wordPostings {
	p := wordPostings{
		offsets: make([]uint32, len(sorted)+1),
		all:     make([]uint32, len(f.words)),
		dense:   make(map[uint32]bitset),
	}
	for _, number := range f.words {
		p.offsets[sorted[number]+1]++
	}
	for i := range sorted {
		p.offsets[i+1] += p.offsets[i]
	}
	next := slices.Clone(p.offsets)
	start := uint32(0)
	for i, end := range f.ends {
		for _, number := range f.words[start:end] {
			word := sorted[number]
			p.all[next[word]] = uint32(i)
			next[word]++
		}
		start = end
	}
	for i := range sorted {
		if list := p.list(uint32(i)); len(list) >= 64 && len(list) >= providers/denseWordFrom {
			p.dense[uint32(i)] = newPostings(list, providers).words
		}
	}
	return p
}
