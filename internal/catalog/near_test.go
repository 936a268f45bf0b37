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
			`filter.near.at.place: "Flnt, MI" must be one city of the United States, such as Flint, MI, ` +
				"or a ZIP code; did you mean Flint, MI?",
		},
		{
			Place{Place: ptr("Flint, OH")},
			`filter.near.at.place: "Flint, OH" must be one city of the United States, such as Flint, MI, ` +
				"or a ZIP code; did you mean Flint, MI or Flint, TX?",
		},
		{
			Place{Place: ptr("48500")},
			`filter.near.at.place: "48500" must be one city of the United States, such as Flint, MI, ` +
				"or a ZIP code; did you mean 48502 or 48503 or 48504?",
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
		{
			Place{PostalCode: ptr("10118-0110")},
			"10118-0110, NY, taken as 10119", "0.7 miles from 10118-0110 (taken as 10119)",
		},
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

func TestByVideoInTheState(t *testing.T) {
	type formats = []models.SessionFormat
	provider := func(slug, state, city, zip string, meets formats, licenses ...models.License) *models.Provider {
		return &models.Provider{
			Header: header(models.KindProvider, slug), Name: slug, SessionFormats: meets, Licenses: licenses,
			Locations: []models.Location{{City: city, StateCode: state, PostalCode: models.OptionalString(zip)}},
		}
	}
	video, phone := formats{models.Video}, formats{models.Phone}
	s := Build(&models.Directory{Providers: []*models.Provider{
		provider("here", "MI", "Flint", "48507", video),
		provider("near-in-person", "MI", "Flint", "48502", formats{models.InPerson}),
		provider("far-in-person", "MI", "Marquette", "49855", formats{models.InPerson}),
		provider("far-by-video", "MI", "Marquette", "49855", append(phone, video...)),
		provider("licensed", "OH", "Toledo", "43604", phone, models.License{State: "MI", ExpiresOn: options.Today()}),
		provider("expired", "OH", "Toledo", "43604", video, models.License{State: "MI", ExpiresOn: "2026-11-23"}),
		provider("nowhere", "OH", "", "", video, models.License{State: "MI"}),
	}}, options)
	for _, test := range []struct {
		at   Place
		also bool
		want string
	}{
		{Place{Place: ptr("Flint, MI")}, false, "near-in-person: 1.1 miles away, here: 3.3 miles away"},
		{
			Place{Place: ptr("Flint, MI")},
			true,
			"near-in-person: 1.1 miles away, here: 3.3 miles away, licensed: By phone in Michigan, " +
				"far-by-video: By video or phone in Michigan, nowhere: By video in Michigan",
		},
		{
			Place{Point: &Point{42.97, -83.72}},
			true,
			"here: 0.2 miles away, near-in-person: 3.5 miles away, licensed: By phone in Michigan, " +
				"far-by-video: By video or phone in Michigan, nowhere: By video in Michigan",
		},
		{Place{PostalCode: ptr("75762")}, true, ""},
		{Place{Point: &Point{51.5, 0}}, true, ""},
	} {
		near := &Near{At: test.at, OrByVideoInState: &test.also}
		c, err := s.Providers(ProviderSearch{Filter: &ProviderFilter{Near: near}})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, edge := range c.Edges() {
			got = append(got, edge.Node.Slug+": "+strings.Join(edge.Matches(), "; "))
		}
		if got := strings.Join(got, ", "); got != test.want {
			t.Errorf("%+v: got %s, want %s", test.at, got, test.want)
		}
	}
}
