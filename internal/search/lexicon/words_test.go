package lexicon

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"findcare/models"
)

func TestWords(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{" - ' ’", nil},
		{"Can't sleep", []string{"cant", "sleep"}},
		{"Don’t PANIC!", []string{"dont", "panic"}},
		{"'quoted' dogs' beds", []string{"quoted", "dogs", "beds"}},
		{"rock 'n' roll", []string{"rock", "n", "roll"}},
		{"C-PTSD, 24/7", []string{"c", "ptsd", "24", "7"}},
		{"José Núñez", []string{"jose", "nunez"}},
		{"Straße Ελλάδα", []string{"straße", "ελλαδα"}},
		{"bad\xffbyte", []string{"bad", "byte"}},
	} {
		if got := Words(test.text); !slices.Equal(got, test.want) {
			t.Errorf("Words(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

func TestAppendWords(t *testing.T) {
	got := AppendWords([]string{"first"}, "Second third")
	if want := []string{"first", "second", "third"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzWords(f *testing.F) {
	for _, seed := range []string{
		"Can't sleep", "Don’t", "José 24/7", "ﬁne ½ ŉ İ", "\xff'a'\xc3", "Ἀθῆναι", "がぎぐ", "한국어", "कि",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		words := Words(text)
		for _, word := range words {
			if word == "" || models.Fold(word) != word {
				t.Errorf("Words(%q) has %q, which is empty or not folded", text, word)
			}
			Stem(word)
		}
		if again := Words(strings.Join(words, " ")); !slices.Equal(again, words) {
			t.Errorf("Words(%q) = %q, but %q of those", text, words, again)
		}
	})
}

func TestIsStopWord(t *testing.T) {
	for _, word := range []string{"for", "my", "the", "who", "i", "a", "in", "near", "help", "with"} {
		if !IsStopWord(word) {
			t.Errorf("%q says something", word)
		}
	}
	for _, word := range []string{"", "therapist", "trauma", "will", "no", "down", "2"} {
		if IsStopWord(word) {
			t.Errorf("%q says nothing", word)
		}
	}
}

func TestStem(t *testing.T) {
	for word, want := range map[string]string{
		"sleeping": "sleep", "sleeps": "sleep", "worried": "worri", "worry": "worri", "as": "as",
		"": "", "90s": "90s", "straße": "straße", "therapies": "therapi", "therapy": "therapi",
	} {
		if got := Stem(word); got != want {
			t.Errorf("Stem(%q) = %q, want %q", word, got, want)
		}
	}
}

func BenchmarkWords(b *testing.B) {
	text := strings.Repeat("I can't sleep, and I worry about my children. ", 20)
	var words []string
	b.ReportAllocs()
	for b.Loop() {
		words = AppendWords(words[:0], text)
	}
}

func BenchmarkStem(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Stem("relationships")
	}
}

func TestWordsOfEachRune(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		words := Words(string(r))
		for _, word := range words {
			if word == "" || models.Fold(word) != word {
				t.Errorf("Words(%U) has %q, which is empty or not folded", r, word)
			}
		}
		if again := Words(strings.Join(words, " ")); !slices.Equal(again, words) {
			t.Errorf("Words(%U) = %q, but %q of those", r, words, again)
		}
	}
}
