package lexicon

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// Dictionary is a fixed set of words, numbered in their order. It never changes, and any number of goroutines may
// use it at once. A nil Dictionary is not usable; the zero value is an empty one.
type Dictionary struct {
	words strings32
	stems stemIndex
	fuzzy *automaton // nil where there are so few words that scanning them all is faster.
}

// NewDictionary takes folded words in ascending byte order, each once. It keeps its own compact copy of them.
func NewDictionary(sorted []string) *Dictionary {
	d := &Dictionary{words: newStrings32(sorted), stems: newStemIndex(sorted)}
	if len(sorted) >= scanned {
		d.fuzzy = newAutomaton(sorted)
	}
	return d
}

// Len returns the number of words.
func (d *Dictionary) Len() int {
	return d.words.len()
}

// Word returns the word of number i, which must be below [Dictionary.Len].
func (d *Dictionary) Word(i int) string {
	return d.words.at(i)
}

// Find returns the number of a folded word.
func (d *Dictionary) Find(word string) (i int, ok bool) {
	return d.words.find(word)
}

// Stemmed returns the numbers of the words with that [Stem], ascending.
func (d *Dictionary) Stemmed(stem string) []uint32 {
	numbers := slices.Clone(d.stems.numbers(stem))
	if i, ok := d.Find(stem); ok && Stem(stem) == stem {
		at, _ := slices.BinarySearch(numbers, uint32(i))
		numbers = slices.Insert(numbers, at, uint32(i))
	}
	return numbers
}

// Prefixed returns the range [low, high) of the words that begin with prefix.
func (d *Dictionary) Prefixed(prefix string) (low, high int) {
	low, _ = d.words.find(prefix)
	high = low + sort.Search(d.Len()-low, func(i int) bool {
		return !strings.HasPrefix(d.Word(low+i), prefix)
	})
	return low, high
}

// Similar returns the numbers of the words within so many typing errors of word, ascending:
// just those whose [Distance] from it is at most edits, which is 0, 1 or 2.
func (d *Dictionary) Similar(word string, edits int) []uint32 {
	if edits == 0 {
		if i, ok := d.Find(word); ok {
			return []uint32{uint32(i)}
		}
		return nil
	}
	if d.fuzzy != nil && (edits == 1 || edits == 2) {
		if numbers, ok := d.fuzzy.similar(word, edits); ok {
			return numbers
		}
	}
	return d.scan(word, edits)
}

// scan compares each word whose length makes it possible.
func (d *Dictionary) scan(word string, edits int) []uint32 {
	if edits < 0 {
		return nil
	}
	var numbers []uint32
	runes := appendRunes(make([]rune, 0, 48), word)
	other := make([]rune, 0, 48)
	for i := range d.Len() {
		w := d.Word(i)
		// A word of n bytes has from n/4 to n runes.
		if len(w) < len(runes)-edits || len(w) > utf8.UTFMax*(len(runes)+edits) {
			continue
		}
		other = appendRunes(other[:0], w)
		if distance(runes, other, edits) <= edits {
			numbers = append(numbers, uint32(i))
		}
	}
	return numbers
}

// stemIndex finds words by their stems. Words that are their own stems are left out: their number is found by the
// word. With names and the like that is most of a large dictionary.
type stemIndex struct {
	stems  strings32 // Each once, ascending.
	starts []uint32  // Where the words of each stem start, and the end.
	words  []uint32  // Numbers of words, by stem, then ascending.
}

func newStemIndex(sorted []string) stemIndex {
	type stemmed struct {
		stem   string
		number uint32
	}
	var changed []stemmed
	for i, word := range sorted {
		if stem := Stem(word); stem != word {
			changed = append(changed, stemmed{stem, uint32(i)})
		}
	}
	slices.SortFunc(changed, func(a, b stemmed) int {
		return cmp.Or(strings.Compare(a.stem, b.stem), cmp.Compare(a.number, b.number))
	})
	x := stemIndex{words: make([]uint32, len(changed))}
	var stems []string
	for i, c := range changed {
		if i == 0 || c.stem != changed[i-1].stem {
			stems = append(stems, c.stem)
			x.starts = append(x.starts, uint32(i))
		}
		x.words[i] = c.number
	}
	x.starts = slices.Clip(append(x.starts, uint32(len(changed))))
	x.stems = newStrings32(stems)
	return x
}

func (x *stemIndex) numbers(stem string) []uint32 {
	i, ok := x.stems.find(stem)
	if !ok {
		return nil
	}
	return x.words[x.starts[i]:x.starts[i+1]]
}

// strings32 is an ascending list of strings in one piece of memory: four bytes for each beside the text.
type strings32 struct {
	text string
	ends []uint32
}

func newStrings32(sorted []string) strings32 {
	s := strings32{text: strings.Join(sorted, ""), ends: make([]uint32, len(sorted))}
	end := uint32(0)
	for i, item := range sorted {
		end += uint32(len(item))
		s.ends[i] = end
	}
	return s
}

func (s *strings32) len() int {
	return len(s.ends)
}

func (s *strings32) at(i int) string {
	if i == 0 {
		return s.text[:s.ends[0]]
	}
	return s.text[s.ends[i-1]:s.ends[i]]
}

// find returns where item is, or would be.
func (s *strings32) find(item string) (i int, ok bool) {
	return sort.Find(len(s.ends), func(i int) int {
		return strings.Compare(item, s.at(i))
	})
}
