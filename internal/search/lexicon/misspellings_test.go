package lexicon

import "testing"

func TestMisspelling(t *testing.T) {
	for word, right := range misspellings() {
		if other, ok := Misspelling(right); ok {
			t.Errorf("%s is %s, which is a misspelling of %s", word, right, other)
		}
		if IsStopWord(word) || IsWeak(word) {
			t.Errorf("%s is a word of its own", word)
		}
		if meaning, n := Meanings([]string{word}); n > 0 {
			t.Errorf("%s means %+v", word, meaning)
		}
	}
	if right, ok := Misspelling("physcologist"); right != "psychologist" || !ok {
		t.Errorf("physcologist is %q, %t", right, ok)
	}
	if right, ok := Misspelling("psychologist"); ok {
		t.Errorf("psychologist is %q", right)
	}
}
