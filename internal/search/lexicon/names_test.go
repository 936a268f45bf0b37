package lexicon

import (
	"slices"
	"strings"
	"testing"
)

func TestNameWords(t *testing.T) {
	for name, want := range map[string]string{
		"O'Brien":            "obrien o brien",
		"O’Brien":            "obrien o brien",
		"O Brien":            "o brien obrien",
		"obrien":             "obrien o brien",
		"Olson":              "olson",
		"McDonald":           "mcdonald mc donald",
		"Mcdonald":           "mcdonald mc donald",
		"Mc Donald":          "mc donald mcdonald",
		"MacDonald":          "macdonald mac donald",
		"Mackenzie":          "mackenzie",
		"Mac Donald":         "mac donald macdonald",
		"D'Angelo":           "dangelo d angelo",
		"Maria de la Cruz":   "maria de la cruz delacruz lacruz",
		"VanDyke":            "vandyke van dyke",
		"Women's Center":     "womens center",
		"BetterMinds":        "betterminds",
		"Wren Mc":            "wren mc",
		"Mci":                "mci",
		"Zoë O'Sample-Mcgee": "zoe osample mcgee o sample mc gee",
		"":                   "",
		"'":                  "",
		"O'":                 "o",
		"o'b'c":              "obc",
	} {
		if got := strings.Join(AppendNameWords(nil, name), " "); got != want {
			t.Errorf("%q: got %s, want %s", name, got, want)
		}
	}
	if got := AppendNameWords([]string{"a"}, "O Brien"); !slices.Equal(got, []string{"a", "o", "brien", "obrien"}) {
		t.Errorf("got %q", got)
	}
}

func TestJoinName(t *testing.T) {
	for name, want := range map[string]string{
		"wren o brien": "wren obrien", "mc donald": "mcdonald", "maria de la cruz": "maria delacruz",
		"jo mc": "jo mc", "": "",
	} {
		if got := strings.Join(JoinName(strings.Fields(name)), " "); got != want {
			t.Errorf("%q: got %s, want %s", name, got, want)
		}
	}
}

func FuzzAppendNameWords(f *testing.F) {
	for _, name := range []string{"O'Brien", "Mc Donald", "De La Cruz", "É'É", "mc\xff", "''"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		words := AppendNameWords(nil, name)
		if own := Words(name); !slices.Equal(words[:len(own)], own) {
			t.Errorf("%q: got %q, want %q first", name, words, own)
		}
		for _, word := range words {
			if again := Words(word); len(again) != 1 || again[0] != word {
				t.Errorf("%q has %q, which is no word: %q", name, word, again)
			}
		}
	})
}
