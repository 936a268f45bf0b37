package lexicon

import "testing"

func TestIsOrdinary(t *testing.T) {
	for word, want := range map[string]bool{"shied": true, "rode": true, "anxeity": false, "depression": false} {
		if got := IsOrdinary(word); got != want {
			t.Errorf("IsOrdinary(%s) = %t", word, got)
		}
	}
}
