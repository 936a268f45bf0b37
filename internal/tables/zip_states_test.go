package tables_test

import (
	"fmt"
	"testing"

	"findcare/internal/search/places"
	"findcare/internal/tables"
)

func TestZIPStates(t *testing.T) {
	for code, want := range map[string]string{
		"48507": "[MI]", "48507-1234": "[MI]", "06390": "[CT NY]", "96910": "[GU MP PW FM MH]", "83414": "[ID WY]",
		"00501": "[NY]", "20500": "[DC]", "22222": "[VA]", "55555": "[MN]", "09012": "[AE]", "12345": "[NY]",
		"00000": "[]", "99999": "[]", "11111": "[]", "00100": "[]", "21301": "[]", "88801": "[]", "": "[]",
		"4850": "[]", "x8507": "[]",
	} {
		if got := fmt.Sprint(tables.ZIPStates(code)); got != want {
			t.Errorf("%q: got %s, want %s", code, got, want)
		}
	}
}

// Every code that a map shows has a state.
func TestZIPStatesOfAllPlaces(t *testing.T) {
	for n := range 100_000 {
		code := fmt.Sprintf("%05d", n)
		if _, known := places.ZIP(code); known && len(tables.ZIPStates(code)) == 0 {
			t.Errorf("%s is said to be of no state", code)
		}
	}
}

func TestZerosOfZIPs(t *testing.T) {
	for _, test := range []struct {
		text, state, want string
	}{
		{"6708", "CT", "06708"},
		{"67082460", "CT", "06708-2460"},
		{"501", "NY", "00501"},
		{"6390", "NY", "06390"},
		{"4850", "MI", ""},
		{"0", "CT", ""},
		{"48507", "MI", "48507"},
	} {
		if got, ok := tables.PostalCode(test.text, test.state); got != test.want || ok != (got != "") {
			t.Errorf("%s of %s: got %q", test.text, test.state, got)
		}
	}
}
