package search

import "findcare/internal/search/lexicon"

// gist reads what the words from i on mean together though others stand between them. It is nil where a phrase of n
// words that begins there says as much.
func (r *textReader) gist(i, n int) (*phrase, int) {
	const longest = 16
	words := r.next(i, longest)
	meaning, length, telling := lexicon.Gist(words)
	if meaning == nil || telling <= lexicon.Telling(words[:min(n, len(words))]) {
		return nil, 0
	}
	return r.known.ids.phraseOf(meaning), length
}

// next are up to n words from i on, as far as they may be read otherwise than they stand there.
func (r *textReader) next(i, n int) []string {
	words := make([]string, 0, n)
	for ; len(words) < n && i < len(r.tokens) && !r.tokens[i].quoted; i++ {
		words = append(words, r.at(i))
	}
	return words
}

// aside returns how many words from i on are an aside. None are where something begins in it that says more.
func (r *textReader) aside(i int) int {
	const longest = 5
	n := lexicon.Aside(r.next(i, longest))
	for j := i; j < i+n; j++ {
		if p, length := r.known.find(r.keys[j:]); p != nil && j+length > i+n {
			return 0
		}
		if gist, _ := r.gist(j, 0); gist != nil {
			return 0
		}
	}
	return n
}

// silence leaves out words that say nothing here.
func (r *textReader) silence(first, end int) int {
	for i := first; i < end; i++ {
		r.tokens[i].use = silent
	}
	r.either = false
	return end - first
}
