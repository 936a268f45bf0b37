package lexicon

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

func TestDictionary(t *testing.T) {
	words := []string{"anxiety", "panic", "sleep", "sleeping", "sleeps", "straße", "trauma", "traumas"}
	d := NewDictionary(words)
	if d.Len() != len(words) {
		t.Errorf("%d words, want %d", d.Len(), len(words))
	}
	for i, word := range words {
		if got, ok := d.Find(word); !ok || got != i || d.Word(i) != word {
			t.Errorf("Find(%q) = %d, %t; Word(%d) = %q", word, got, ok, i, d.Word(i))
		}
	}
	if _, ok := d.Find("slee"); ok {
		t.Error("found a word that is not there")
	}
	if got := d.Stemmed("sleep"); !slices.Equal(got, []uint32{2, 3, 4}) {
		t.Errorf("Stemmed(sleep) = %d", got)
	}
	if got := d.Stemmed("straße"); !slices.Equal(got, []uint32{5}) {
		t.Errorf("Stemmed(straße) = %d", got)
	}
	if got := d.Stemmed("sleeping"); len(got) > 0 {
		t.Errorf("Stemmed(sleeping) = %d, but it is no stem", got)
	}
	if low, high := d.Prefixed("sleep"); low != 2 || high != 5 {
		t.Errorf("Prefixed(sleep) = %d, %d", low, high)
	}
	if low, high := d.Prefixed("q"); low != high {
		t.Errorf("Prefixed(q) = %d, %d", low, high)
	}
	if low, high := d.Prefixed(""); low != 0 || high != len(words) {
		t.Errorf("Prefixed() = %d, %d", low, high)
	}
	if got := d.Similar("trauams", 1); !slices.Equal(got, []uint32{7}) {
		t.Errorf("Similar(trauams, 1) = %d", got)
	}
	if got := d.Similar("anxiety", 0); !slices.Equal(got, []uint32{0}) {
		t.Errorf("Similar(anxiety, 0) = %d", got)
	}
}

func TestEmptyDictionary(t *testing.T) {
	for _, d := range []*Dictionary{NewDictionary(nil), {}} {
		_, found := d.Find("")
		low, high := d.Prefixed("a")
		if d.Len() != 0 || found || low != 0 || high != 0 || len(d.Stemmed("a")) > 0 || len(d.Similar("a", 2)) > 0 {
			t.Errorf("%+v has something", d)
		}
	}
}

func TestDictionaryAgreesWithItsWords(t *testing.T) {
	// Letters that stems depend on, and some beyond ASCII.
	word := rapid.StringOfN(rapid.RuneFrom([]rune("sleping7ß😀")), 0, 7, -1)
	rapid.Check(t, func(t *rapid.T) {
		words := sorted(rapid.SliceOf(word).Draw(t, "words"))
		d := NewDictionary(words)
		asked := word.Draw(t, "asked")
		var stemmed []uint32
		for i, w := range words {
			if Stem(w) == asked {
				stemmed = append(stemmed, uint32(i))
			}
		}
		if got := d.Stemmed(asked); !slices.Equal(got, stemmed) {
			t.Fatalf("Stemmed(%q) = %d, want %d", asked, got, stemmed)
		}
		low, high := d.Prefixed(asked)
		for i, w := range words {
			if strings.HasPrefix(w, asked) != (i >= low && i < high) {
				t.Fatalf("Prefixed(%q) = %d, %d of %q", asked, low, high, words)
			}
		}
		want, wantOK := slices.BinarySearch(words, asked)
		if got, ok := d.Find(asked); got != want || ok != wantOK {
			t.Fatalf("Find(%q) = %d, %t, want %d, %t", asked, got, ok, want, wantOK)
		}
	})
}

// The automaton, the scan and the textbook must find the same words.
func TestSimilarAgreesWithDistance(t *testing.T) {
	word := rapid.OneOf(
		rapid.StringOfN(rapid.RuneFrom([]rune("ab")), 0, 9, -1),
		rapid.StringOfN(rapid.RuneFrom([]rune("abcßé€字😀𝄞")), 0, 9, -1),
	)
	rapid.Check(t, func(t *rapid.T) {
		words := sorted(rapid.SliceOfN(word, 1, 60).Draw(t, "words"))
		d := NewDictionary(words)
		fuzzy := newAutomaton(words)
		asked := word.Draw(t, "asked")
		for edits := range 3 {
			var want []uint32
			for i, w := range words {
				if textbookDistance(asked, w) <= edits {
					want = append(want, uint32(i))
				}
			}
			if got := d.Similar(asked, edits); !slices.Equal(got, want) {
				t.Fatalf("%d edits of %q in %q: the scan finds %d, want %d", edits, asked, words, got, want)
			}
			if edits == 0 {
				continue
			}
			if got, ok := fuzzy.similar(asked, edits); !ok || !slices.Equal(got, want) {
				t.Fatalf("%d edits of %q in %q: the automaton finds %d, want %d", edits, asked, words, got, want)
			}
		}
	})
}

func TestSimilarInManyWords(t *testing.T) {
	words := manyWords(scanned + 1000)
	d := NewDictionary(words)
	if d.fuzzy == nil {
		t.Fatal("no automaton")
	}
	var wait sync.WaitGroup
	for worker := range 4 {
		wait.Go(func() {
			random := rand.New(rand.NewPCG(1, uint64(worker)))
			for range 100 {
				asked := mistype(random, words[random.IntN(len(words))])
				for edits := range 3 {
					if got, want := d.Similar(asked, edits), d.scan(asked, edits); !slices.Equal(got, want) {
						t.Errorf("%d edits of %q: %d, want %d", edits, asked, got, want)
					}
				}
			}
		})
	}
	wait.Wait()
}

func TestSimilarToStrangeWords(t *testing.T) {
	d := NewDictionary(manyWords(scanned))
	for _, word := range []string{
		"", "\xff", "a\xffb", strings.Repeat("x", longestFuzzy), strings.Repeat("ab", longestFuzzy),
		strings.Repeat("😀", longestFuzzy/4), strings.Repeat("long", 2000), // More states than an automaton may have.
	} {
		for edits := -1; edits <= 3; edits++ {
			if got, want := d.Similar(word, edits), d.scan(word, edits); !slices.Equal(got, want) {
				t.Errorf("%d edits of %.20q: %d, want %d", edits, word, got, want)
			}
		}
	}
}

func sorted(words []string) []string {
	slices.Sort(words)
	return slices.Compact(words)
}

// manyWords makes up words out of syllables, some of them with letters beyond ASCII.
func manyWords(n int) []string {
	syllables := strings.Fields("an ber co da el fi ga hol in ka la mer no or pe ri sa ther tra un va wil xi yo zu " +
		"ing er son ton ley ner man well ford ski ova berg ße ł")
	random := rand.New(rand.NewPCG(1, 2))
	seen := map[string]bool{}
	for len(seen) < n {
		var b strings.Builder
		for range 2 + random.IntN(4) {
			b.WriteString(syllables[random.IntN(len(syllables))])
		}
		seen[b.String()] = true
	}
	words := make([]string, 0, n)
	for word := range seen {
		words = append(words, word)
	}
	return sorted(words)
}

func mistype(random *rand.Rand, word string) string {
	runes := []rune(word)
	for range random.IntN(3) {
		i := random.IntN(len(runes))
		switch random.IntN(4) {
		case 0:
			runes = slices.Insert(runes, i, 'e')
		case 1:
			runes[i] = 'o'
		case 2:
			if len(runes) > 1 {
				runes = slices.Delete(runes, i, i+1)
			}
		default:
			if i > 0 {
				runes[i-1], runes[i] = runes[i], runes[i-1]
			}
		}
	}
	return string(runes)
}

func BenchmarkNewDictionary(b *testing.B) {
	for _, n := range []int{30, 1_900, 300_000} {
		words := manyWords(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				NewDictionary(words)
			}
		})
	}
}

func BenchmarkSimilar(b *testing.B) {
	for _, n := range []int{30, 1_900, 300_000} {
		words := manyWords(n)
		d := NewDictionary(words)
		for edits := 1; edits <= 2; edits++ {
			b.Run(fmt.Sprintf("%d/%d", n, edits), func(b *testing.B) {
				random := rand.New(rand.NewPCG(1, 2))
				asked := make([]string, 64)
				for i := range asked {
					asked[i] = mistype(random, words[random.IntN(n)])
				}
				d.Similar(asked[0], edits)
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					d.Similar(asked[i%len(asked)], edits)
				}
			})
		}
	}
}

func BenchmarkStemmed(b *testing.B) {
	d := NewDictionary(manyWords(300_000))
	b.ReportAllocs()
	for b.Loop() {
		d.Stemmed("sather")
	}
}
