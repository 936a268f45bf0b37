package search

import (
	"cmp"
	"slices"
	"strings"

	"findcare/internal/search/lexicon"
	"findcare/models"
)

// nameWord is a word that a provider's own texts are searched for.
type nameWord struct {
	word     string
	prefix   bool // the word may be unfinished
	anywhere bool // not only in names
}

// wholeName reads a text that is the name of a provider, word for word.
func (r *textReader) wholeName(text string) bool {
	r.in = &Interpretation{}
	key := models.Fold(strings.TrimSpace(text))
	if len(r.tokens) < 2 || !slices.ContainsFunc(r.index.views, func(v *view) bool { return v.hasName(key) }) {
		return false
	}
	r.name(0, len(r.tokens))
	return true
}

// hasName reports whether a live provider has a name, which is folded.
func (v *view) hasName(key string) bool {
	i, _ := slices.BinarySearchFunc(v.providers, key, func(p provider, key string) int {
		return cmp.Compare(p.key, key)
	})
	for ; i < len(v.providers) && v.providers[i].key == key; i++ {
		if v.isLive(uint32(i)) {
			return true
		}
	}
	return false
}

// name adds an intent for words of a name.
func (r *textReader) name(first, end int) {
	in := Intent{Kind: IntentName}
	for i := first; i < end; i++ {
		if word := r.tokens[i].word; !lexicon.IsStopWord(word) || end-first == len(r.tokens) {
			in.words = append(in.words, nameWord{word: word, prefix: r.unfinished(i)})
		}
	}
	r.add(in, first, end)
}

// unfinished reports whether a word is the last one, and no provider has it as it is in the name.
func (r *textReader) unfinished(i int) bool {
	return i == len(r.tokens)-1 && !r.index.has(nameWord{word: r.tokens[i].word})
}

// has reports whether anybody has all of the words.
func (x *Index) has(words ...nameWord) bool {
	for _, v := range x.views {
		var all bitset
		for _, w := range words {
			b := newBitset(len(v.providers))
			for _, s := range v.wordSources(w) {
				s.addTo(b)
			}
			if all != nil {
				b.and(all)
			}
			all = b
		}
		if v.live != nil {
			all.and(v.live)
		}
		if all.count() > 0 {
			return true
		}
	}
	return false
}

// correct puts words in the place of those that nobody has, and that are like them but for a typing error.
func (r *textReader) correct() (corrected bool) {
	return r.correctAll() && (r.correctAll() || true) // a word may fit a corrected one beside it
}

func (r *textReader) correctAll() (corrected bool) {
	for i := range r.tokens {
		t := &r.tokens[i]
		if t.use != left || t.quoted || t.typed != "" {
			continue
		}
		word, ok := lexicon.Misspelling(t.word)
		if !ok && !r.isOwnWord(i) {
			word, ok = r.likely(i)
		}
		if ok {
			t.word, t.key, t.typed = word, wordKey(word), t.word
			r.keys[i] = t.key
			corrected = true
		}
	}
	return corrected
}

// isOwnWord reports whether a word is one of the vocabulary, or stands in a provider's own texts, or begins something
// that does.
func (r *textReader) isOwnWord(i int) bool {
	word, last := r.tokens[i].word, i == len(r.tokens)-1
	if _, known := r.known.words.Find(word); known || r.index.has(nameWord{word: word, anywhere: true}) {
		return true
	}
	return last && (len(r.completionsAt(i)) > 0 || r.index.has(nameWord{word: word, prefix: true}))
}

// guess is a word that a mistyped one may be.
type guess struct {
	word     string
	distance int
	fit      int // how many words the longest phrase has that the guess is part of
	source   int
}

// before says which of two guesses is the likelier one.
func (g guess) before(other guess) bool {
	return other.word == "" || cmp.Or(
		cmp.Compare(g.distance, other.distance), cmp.Compare(other.fit, g.fit), cmp.Compare(g.source, other.source),
	) < 0
}

// likely returns the word that a mistyped one most likely is: with the fewest errors and the same first letter, then
// one that makes a longer phrase with those around it, then one of the directory's own names before one that people
// use, that before one that says nothing, and that before one of a provider's name.
func (r *textReader) likely(at int) (string, bool) {
	word := r.at(at)
	edits := lexicon.Edits(word)
	if edits == 0 || len(word) < shortestMistyped || isNumber(word) || r.isForm(word) {
		return "", false
	}
	var best guess
	consider := func(source int, words *lexicon.Dictionary) {
		for _, i := range words.Similar(word, edits) {
			g := guess{word: words.Word(int(i)), source: source}
			if !mayBe(word, g.word) {
				continue
			}
			g.distance, g.fit = 2*lexicon.Distance(word, g.word, edits), r.fit(at, g.word)
			if g.word[0] != word[0] {
				if g.distance > 2 {
					continue // two errors, one of them in the first letter, make another word
				}
				g.distance++
			}
			if g.before(best) {
				best = g
			}
		}
	}
	consider(0, r.known.names)
	consider(1, r.known.words)
	consider(2, lexicon.WeakWords())
	if best.word == "" {
		best.word = scrambled(word, r.known.words)
	}
	if best.word == "" && (r.tokens[at].title || !r.isPersonalText()) {
		for _, v := range r.index.views {
			consider(3, v.text.words)
		}
	}
	if lexicon.IsOrdinary(word) && best.fit < 2 {
		return "", false // christmas is not christian, but rode island is Rhode Island
	}
	return strings.Clone(best.word), best.word != ""
}

// isForm reports whether a word is one of a phrase in another number or tense, and so spelled right.
func (r *textReader) isForm(word string) bool {
	const ending, shortest = 2, 4
	stem := lexicon.Stem(word)
	if len(stem) < shortest {
		return false // "shied" is no form of "shy" to those who look for Blue Shield
	}
	for _, i := range r.known.words.Stemmed(stem) {
		if n := len(r.known.words.Word(int(i))); n-len(word) <= ending && len(word)-n <= ending {
			return true
		}
	}
	return false
}

// scrambled returns the word that has the same letters as a mistyped one and begins like it; "" without one.
func scrambled(typed string, words *lexicon.Dictionary) string {
	const shortest = 7
	if len(typed) < shortest {
		return ""
	}
	low, high := words.Prefixed(typed[:1])
	for i := low; i < high; i++ {
		if word := words.Word(i); isSwap(typed, word) {
			return word
		}
	}
	return ""
}

// fit returns how many words the longest phrase has that a word would be part of.
func (r *textReader) fit(at int, word string) (longest int) {
	const before = 4
	keys := slices.Clone(r.keys)
	keys[at] = wordKey(word)
	for first := max(0, at-before); first <= at; first++ {
		if _, n := r.known.find(keys[first:]); first+n > at {
			longest = max(longest, n)
		}
	}
	return longest
}

// shortestMistyped is how long a word must be to be taken for a mistyped one.
const shortestMistyped = 4

// mayBe reports whether a word may be another with a typing error. Short words have so many neighbours that only
// swapped letters and one that is missing inside are errors in them.
func mayBe(typed, word string) bool {
	if len(word) < shortestMistyped {
		return false
	}
	return len(typed) > shortestMistyped || isSwap(typed, word) || len(word) > len(typed) && word[0] == typed[0]
}

// isSwap reports whether two words differ by the order of their letters only.
func isSwap(a, b string) bool {
	x, y := []byte(a), []byte(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// finish reads what is left by looking at providers: names, unfinished words, and words of statements.
func (r *textReader) finish() {
	tale := r.isTale()
	for i := range r.tokens {
		if r.tokens[i].use == left && len(r.at(i)) > 1 && r.index.has(nameWord{word: r.at(i)}) {
			r.nameAround(i, tale && !r.tokens[i].title && !isTitleOf(r.at(i-1)))
		}
	}
	if last := len(r.tokens) - 1; last >= 0 && r.tokens[last].use == left && !tale {
		r.complete(last)
	}
	alone := len(r.in.Intents) == 0 && !tale
	for i := range r.tokens {
		if r.tokens[i].use != left {
			continue
		}
		r.uncorrect(i)
		word := nameWord{word: r.at(i), anywhere: true, prefix: r.unfinished(i)}
		switch {
		case !r.index.has(word):
			r.unused(UnusedNotFound, nil, i, i+1)
		case alone:
			r.add(Intent{Kind: IntentWord, words: []nameWord{word}}, i, i+1)
		default:
			r.unused(UnusedOnlyMentioned, nil, i, i+1)
		}
	}
}

// isTitleOf reports whether a word stands before names.
func isTitleOf(word string) bool {
	switch word {
	case "dr", "doctor", "mr", "mrs", "ms", "named", "called":
		return true
	}
	return false
}

// uncorrect puts back a word whose correction says nothing, so that people read what they typed.
func (r *textReader) uncorrect(i int) {
	if t := &r.tokens[i]; t.typed != "" {
		t.word, t.key, t.typed = t.typed, wordKey(t.typed), ""
	}
}

// nameAround adds an intent for a word of a name and those beside it that are in the same name, also where they mean
// something by themselves: Grace Austin. In a tale, one word is not enough.
func (r *textReader) nameAround(i int, tale bool) {
	words := []nameWord{{word: r.at(i)}}
	first, end := i, i+1
	for end < len(r.tokens) {
		w := nameWord{word: r.at(end), prefix: r.unfinished(end)}
		if !r.index.has(append(words, w)...) {
			break
		}
		words, end = append(words, w), end+1
	}
	for first > 0 && (r.tokens[first-1].use != silent || lexicon.IsNameParticle(r.at(first-1))) {
		w := nameWord{word: r.at(first - 1)}
		if !r.index.has(append(words, w)...) {
			break
		}
		words, first = append(words, w), first-1
	}
	for end > i+1 && lexicon.IsStopWord(r.at(end-1)) {
		end--
	}
	if tale && end-first < 2 {
		return
	}
	for j := len(r.in.Intents) - 1; j >= 0; j-- { // one that the name takes a word of
		in := &r.in.Intents[j]
		if in.first >= end || in.end <= first {
			continue
		}
		if in.first < first || in.end > end {
			first, end = i, i+1 // it needs its words
			break
		}
	}
	r.in.Intents = slices.DeleteFunc(r.in.Intents, func(in Intent) bool { return in.first < end && in.end > first })
	r.in.Unused = slices.DeleteFunc(r.in.Unused, func(u Unused) bool { return u.first < end && u.end > first })
	r.name(first, end)
}

// completionsAt are the phrases that the words up to the last one begin, of as many words as possible.
func (r *textReader) completionsAt(last int) []phraseText {
	const shortest, longest = 2, 4
	if len(r.at(last)) < shortest {
		return nil
	}
	whole := lexicon.IsOrdinary(r.at(last)) // "art" is the beginning of art therapy, and "soon" of no longer word
	for first := max(0, last-longest); first <= last; first++ {
		text := r.words(first, last+1)
		found := slices.DeleteFunc(slices.Clone(r.known.completions(text)), func(c phraseText) bool {
			lay := len(c.readings) > 0 && c.readings[0].own == 0
			return lay && strings.Count(c.text, " ") > last-first // one word does not begin what people say in many
		})
		if whole {
			found = slices.DeleteFunc(found, func(c phraseText) bool {
				return len(c.text) > len(text) && c.text[len(text)] != ' '
			})
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// complete reads a last word that is not finished: as the phrases that it begins, those of the first kind among them,
// else as the beginning of a name.
func (r *textReader) complete(last int) {
	word := r.at(last)
	if low, high := lexicon.WeakWords().Prefixed(word); len(word) > 2 && high > low {
		r.tokens[last].use = silent
		return
	}
	found := r.completionsAt(last)
	var values []string
	field := fields
	for _, c := range found {
		if len(c.readings) > 0 {
			field = min(field, c.readings[0].field)
		}
	}
	for _, c := range found {
		if len(c.readings) == 0 || c.readings[0].field != field {
			continue
		}
		for _, value := range c.readings[0].values {
			if !slices.Contains(values, value) {
				values = append(values, value)
			}
		}
	}
	if len(values) > 0 {
		r.value(field, values, len(values), last, last+1)
		return
	}
	if w := (nameWord{word: word, prefix: true}); r.index.has(w) {
		r.nameAround(last, false)
	}
}
