package catalog

import (
	"strings"
	"testing"

	"findcare/models"
)

func TestPlacesThatAreNotKnown(t *testing.T) {
	s := Build(&models.Directory{}, options)
	for _, test := range []struct {
		at   Place
		want string
	}{
		{
			Place{Place: ptr("Flnt, MI")},
			`filter.near.at.place: "Flnt, MI" must be one city of the United States, such as Flint, MI, or a ZIP code; ` +
				"did you mean Flint, MI?",
		},
		{
			Place{Place: ptr("Flint, OH")},
			`filter.near.at.place: "Flint, OH" must be one city of the United States, such as Flint, MI, or a ZIP code; ` +
				"did you mean Flint, MI or Flint, TX?",
		},
		{
			Place{Place: ptr("48500")},
			`filter.near.at.place: "48500" must be one city of the United States, such as Flint, MI, or a ZIP code; ` +
				"did you mean 48502 or 48503 or 48504?",
		},
		{
			Place{Place: ptr("")},
			`filter.near.at.place: "" must be one city of the United States, such as Flint, MI, or a ZIP code`,
		},
		{Place{Place: ptr(strings.Repeat("x", 201))}, "filter.near.at.place: 201 bytes must be at most 200"},
		{
			Place{PostalCode: ptr("4850")},
			`filter.near.at.postalCode: "4850" must be a ZIP code of the United States, such as 48507; ` +
				"did you mean 48502 or 48503 or 48504?",
		},
		{Place{}, "filter.near.at: must have a postalCode, a place or a point"},
	} {
		_, err := s.Providers(ProviderSearch{Filter: &ProviderFilter{Near: &Near{At: test.at}}})
		if err == nil || err.Error() != test.want {
			t.Errorf("got %v, want %s", err, test.want)
		}
	}
}
