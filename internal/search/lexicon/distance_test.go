package lexicon

import (
	"testing"

	"pgregory.net/rapid"
)

func TestEdits(t *testing.T) {
	for word, want := range map[string]int{
		"": 0, "abc": 0, "abcd": 1, "abcdefg": 1, "abcdefgh": 2, "äöü": 0, "äöüß": 1,
	} {
		if got := Edits(word); got != want {
			t.Errorf("Edits(%q) = %d, want %d", word, got, want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, test := range []struct {
		a, b       string
		most, want int
	}{
		{"", "", 2, 0},
		{"", "ab", 2, 2},
		{"anxiety", "anxeity", 2, 1},
		{"anxiety", "anxity", 1, 1},
		{"therapist", "teraphist", 3, 2},
		{"ca", "abc", 5, 3},
		{"kitten", "sitting", 5, 3},
		{"kitten", "sitting", 1, 2},
		{"jürgen", "jurgen", 2, 1},
		{"abcd", "wxyz", 0, 1},
	} {
		if got := Distance(test.a, test.b, test.most); got != test.want {
			t.Errorf("Distance(%q, %q, %d) = %d, want %d", test.a, test.b, test.most, got, test.want)
		}
	}
}

// textbookDistance is optimal string alignment as it is defined, with the whole table and no shortcuts.
func textbookDistance(first, second string) int {
	a, b := []rune(first), []rune(second)
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		d[i][0] = i
	}
	for j := range d[0] {
		d[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)]
}

func TestDistanceIsOptimalStringAlignment(t *testing.T) {
	word := rapid.StringOfN(rapid.RuneFrom([]rune("abcß€😀")), 0, 12, -1)
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		most := rapid.IntRange(0, 14).Draw(t, "most")
		want := min(textbookDistance(a, b), most+1)
		if got := Distance(a, b, most); got != want {
			t.Fatalf("Distance(%q, %q, %d) = %d, want %d", a, b, most, got, want)
		}
		if got := Distance(b, a, most); got != want {
			t.Fatalf("Distance(%q, %q, %d) = %d the other way round, want %d", b, a, most, got, want)
		}
	})
}

func TestDistanceOfLongWords(t *testing.T) {
	word := rapid.StringOfN(rapid.RuneFrom([]rune("ab")), 40, 120, -1)
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		if got, want := Distance(a, b, 200), textbookDistance(a, b); got != want {
			t.Fatalf("Distance(%q, %q) = %d, want %d", a, b, got, want)
		}
	})
}

func BenchmarkDistance(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Distance("psychologist", "pyschologsit", 2)
	}
}
