package lexicon

import (
	"strings"
	"testing"
)

func TestGist(t *testing.T) {
	for _, test := range []struct {
		text            string
		want            string // a condition
		length, telling int
	}{
		{"", "", 0, 0},
		{"zebra", "", 0, 0},
		{"nightmares", "", 0, 0}, // one word is a phrase, and no gist
		{"heart just wont stop pounding", "panic-attacks", 5, 2},
		{"heart of a lion pounds", "", 0, 0},
		{"he lines up all of his toys", "", 0, 0}, // begins with a word that tells nothing
		{"lines up all of his toys", "autism-spectrum", 6, 2},
		{"checks again and again that the stove is off", "obsessive-compulsive-disorder", 7, 2},
		{"never sits still in class", "attention-deficit-hyperactivity-disorder", 2, 2},
		{"dad has died", "grief", 3, 2},
		{"husband died", "grief", 2, 2},
		{"only slept three hours", "", 0, 0},
		{"slept three hours", "insomnia", 3, 3},
		{"children with nightmares", "", 0, 0}, // for whom, and what
		{"not at all", "", 0, 0},
	} {
		meaning, length, telling := Gist(Words(test.text))
		got := ""
		if meaning != nil {
			got = meaning.Conditions[0]
		}
		if got != test.want || length != test.length || telling != test.telling {
			t.Errorf("Gist(%q) = %q, %d, %d; want %q, %d, %d",
				test.text, got, length, telling, test.want, test.length, test.telling)
		}
	}
}

// Whatever little words stand between those of a phrase, its gist is that of some phrase.
func TestEveryGistIsFound(t *testing.T) {
	for gist := range gists().meanings {
		if vagueGists()[gist] {
			t.Errorf("%q is vague", gist)
		}
	}
	for _, lay := range LayTerms() {
		for _, phrase := range lay.Phrases {
			var keys, words []string
			for i, key := range gistKeys(Words(phrase)) {
				if words = append(words, Words(phrase)[i]); key != "" {
					keys, words = append(keys, key), append(words, "really")
				}
			}
			if gists().meanings[strings.Join(keys, " ")] == nil || strings.HasPrefix(phrase, "feel like") {
				continue
			}
			for len(words) > 0 && gistKeys(words)[0] == "" {
				words = words[1:]
			}
			if Telling(words) == len(keys) && !hasLongGap(words) {
				if _, _, telling := Gist(words); telling != len(keys) {
					t.Errorf("%q in %q tells %d, want %d", phrase, words, telling, len(keys))
				}
			}
		}
	}
}

// hasLongGap reports whether so many little words stand together that those around them do not.
func hasLongGap(words []string) bool {
	const longest = 5
	gap := 0
	for _, key := range gistKeys(words) {
		if gap++; key != "" {
			gap = 0
		}
		if gap > longest {
			return true
		}
	}
	return false
}

func TestAside(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "phone": 0, "on": 0, "on my phone": 3, "on my phone all day": 3, "my parents fight": 2,
	} {
		if got := Aside(Words(text)); got != want {
			t.Errorf("Aside(%q) = %d, want %d", text, got, want)
		}
	}
}

// Words that are told from others of their stem have such others.
func TestDistinct(t *testing.T) {
	for word, key := range distinct() {
		if got, ok := Distinct(word); !ok || got != key {
			t.Errorf("Distinct(%q) = %q, %v", word, got, ok)
		}
	}
	for word, other := range map[string]string{
		"clinical": "clinic", "eating": "eat", "organization": "organ", "trans": "tran", "dating": "date",
		"transitioning": "transit", "mindfulness": "mind", "hospitals": "hospitality", "fired": "fire",
	} {
		mine, _ := Distinct(word)
		if others, ok := Distinct(other); Stem(word) != Stem(other) || ok && others == mine {
			t.Errorf("%q and %q are told apart for nothing", word, other)
		}
	}
	if _, ok := Distinct("clinic"); ok {
		t.Error("clinic is distinct")
	}
}

func TestIsFaint(t *testing.T) {
	for word, want := range map[string]bool{"school": true, "ptsd": false, "": false} {
		if IsFaint(word) != want {
			t.Errorf("IsFaint(%q) = %v", word, !want)
		}
	}
}
