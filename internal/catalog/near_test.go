package catalog

import (
	"fmt"
	"strings"
	"testing"

	"findcare/internal/search/places"
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

func TestFoundPlaces(t *testing.T) {
	at := places.Point{Latitude: 40.76, Longitude: -73.99}
	s := Build(&models.Directory{Providers: []*models.Provider{{
		Header:    header(models.KindProvider, "here"),
		Locations: []models.Location{{StateCode: "NY", Latitude: &at.Latitude, Longitude: &at.Longitude}},
	}}}, options)
	for _, test := range []struct {
		at         Place
		want, says string
	}{
		{Place{PostalCode: ptr("10118")}, "10118, NY, taken as 10119", "0.7 miles from 10118 (taken as 10119)"},
		{Place{PostalCode: ptr("10118-0110")}, "10118-0110, NY, taken as 10119", "0.7 miles from 10118-0110 (taken as 10119)"},
		{Place{Place: ptr("10118")}, "10118, NY, taken as 10119", "0.7 miles from 10118 (taken as 10119)"},
		{Place{PostalCode: ptr("10119")}, "10119, NY, taken as ", "0.7 miles away"},
		{Place{Place: ptr("nyc")}, "New York, NY, NY, taken as ", "0.7 miles away"},
		{Place{Point: (*Point)(&at)}, ", NY, taken as ", "0.0 miles away"},
		{Place{Point: &Point{41.5, -73}}, ", CT, taken as ", ""},
		{Place{Point: &Point{51.5, 0}}, ", , taken as ", ""},
	} {
		c, err := s.Providers(ProviderSearch{Filter: &ProviderFilter{Near: &Near{At: test.at}}})
		if err != nil {
			t.Fatal(err)
		}
		near := c.Near()
		got, says := fmt.Sprintf("%s, %s, taken as %s", near.Label, near.State(), near.TakenAs), ""
		for _, edge := range c.Edges() {
			says = strings.Join(edge.Matches(), "; ")
		}
		if got != test.want || says != test.says || near.WithinMiles != 25 {
			t.Errorf("got %s within %v, and %q, want %s and %q", got, near.WithinMiles, says, test.want, test.says)
		}
	}
	if c, _ := s.Providers(ProviderSearch{}); c.Near() != nil {
		t.Errorf("found %v, which nobody asked for", c.Near())
	}
}
