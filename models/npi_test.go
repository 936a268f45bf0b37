package models_test

import (
	"testing"

	"pgregory.net/rapid"

	"findcare/models"
)

func TestValidNPI(t *testing.T) {
	tests := []struct {
		npi  string
		want bool
	}{
		{"1234567893", true}, // the example of CMS
		{"1245319599", true},
		{"2000000002", true},
		{"1234567890", false}, // another check digit
		{"3456789015", false}, // the check digit is right, but an NPI starts with 1 or 2
		{"123456789", false},
		{"12345678930", false},
		{"", false},
		{"123456789x", false},
		{"12345/7893", false},
		{"12345 7893", false},
		{"１２３４５６７８９３", false},
	}
	for _, test := range tests {
		if got := models.ValidNPI(test.npi); got != test.want {
			t.Errorf("%q: got %v", test.npi, got)
		}
	}
}

// Nine digits have one check digit, and no single wrong digit goes unnoticed.
func TestValidNPIDetectsEveryWrongDigit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var valid []string
		base := rapid.StringMatching(`[12][0-9]{8}`).Draw(t, "nine digits")
		for digit := '0'; digit <= '9'; digit++ {
			if npi := base + string(digit); models.ValidNPI(npi) {
				valid = append(valid, npi)
			}
		}
		if len(valid) != 1 {
			t.Fatalf("valid: %q", valid)
		}
		for i := range valid[0] {
			for digit := byte('0'); digit <= '9'; digit++ {
				wrong := []byte(valid[0])
				wrong[i] = digit
				if digit != valid[0][i] && models.ValidNPI(string(wrong)) {
					t.Errorf("%s passes for %s", wrong, valid[0])
				}
			}
		}
	})
}
