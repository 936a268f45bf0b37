package catalog

import (
	"strings"
	"testing"

	"findcare/models"
)

// Telephone numbers, however they are grouped, and NPIs find whoever has them.
func TestNumbersFindProviders(t *testing.T) {
	j, phones := newJudge(t), 0
	const npi = "1234567893"
	known := *j.providers[0]
	known.NPI, known.Revision = npi, known.Revision+1
	j.snapshot = j.snapshot.Apply(Changes{Written: []models.Document{&known}})
	if found := j.searchText("NPI " + npi).all; len(found) != 1 || !found[known.ID] {
		t.Errorf("NPI %s finds %v, want %s", npi, found, known.ID)
	}
	for _, p := range j.providers {
		for _, phone := range p.AllPhones() {
			digits, american := strings.CutPrefix(phone.Number, "+1")
			if !american || phones > 50 {
				continue
			}
			phones++
			for _, text := range []string{
				phone.Number, digits, "(" + digits[:3] + ") " + digits[3:6] + "-" + digits[6:],
				digits[:3] + "." + digits[3:6] + "." + digits[6:],
			} {
				if found := j.searchText(text).all; !found[p.ID] {
					t.Errorf("%q does not find %s", text, p.ID)
				}
			}
		}
	}
	if phones == 0 {
		t.Error("nobody has a telephone number")
	}
	if got := said(j.snapshot.search(t, "512 555 0000").Interpretation()); got != "NOT_FOUND: 512 555 0000" {
		t.Error(got)
	}
}
