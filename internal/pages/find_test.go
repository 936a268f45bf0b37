package pages_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"findcare/models"
)

// lively is a directory of two providers, with all that a card shows.
func lively() *models.Directory {
	yes, no := true, false
	head := func(slug string) models.Header {
		return models.Header{ID: models.IDOfSlug(models.KindProvider, slug), Slug: slug, Revision: 1}
	}
	return &models.Directory{Providers: []*models.Provider{
		{
			Header: head("wren"), Name: "Wren Sample", Type: models.Individual, AcceptingNewClients: &yes,
			Locations:      []models.Location{{City: "Flint", State: "Michigan", StateCode: "MI", PostalCode: "48507"}},
			SessionFormats: []models.SessionFormat{models.InPerson, models.Video},
			Languages:      []string{"Spanish", "English"},
			Insurances:     []string{"Aetna", "Cigna", "Humana"},
			SessionFee:     &models.FeeRange{Currency: "USD", Minimum: 90, Maximum: 1200, SlidingScale: true},
		},
		{
			Header: head("robin"), Name: "Robin Sample", Type: models.Individual, AcceptingNewClients: &no,
			Locations:      []models.Location{{City: "Toledo", State: "Ohio", StateCode: "OH", PostalCode: "43604"}},
			SessionFormats: []models.SessionFormat{models.Phone}, Insurances: []string{"Aetna", "Optum"},
		},
	}}
}

// A card says how, in which language, for how much and who pays, and whether new clients are accepted, also where that
// is asked for.
func TestCards(t *testing.T) {
	handler := serve(t, lively())
	for path, wants := range map[string][]string{
		"/find?accepting=1": {
			"<li>In person, by video</li>", "<li>Speaks Spanish, English</li>",
			"<li>$90 to $1,200 a session, on a sliding scale</li>",
			"<details><summary>Takes Aetna and 2 others</summary>Aetna, Cigna, Humana</details>",
			`<span class="accepting">Accepting new clients</span>`,
		},
		"/find?q=robin&near=43604": {
			"<li>By phone</li>", "<li>Takes Aetna, Optum</li>", "Toledo, Ohio", "0.0 miles away",
			"Not accepting new clients at the moment",
		},
	} {
		body := get(handler, path).Body.String()
		for _, want := range wants {
			if !strings.Contains(body, want) {
				t.Errorf("%s lacks %s:\n%s", path, want, body)
			}
		}
	}
}

var (
	legends = regexp.MustCompile("<legend>([^<]+)</legend>")
	boxes   = regexp.MustCompile(`<input type="checkbox" name="([^"]+)" value="([^"]+)"( checked)?( disabled)?>`)
)

// The filters come in the order in which people choose. What no result has is there and cannot be chosen; what is
// chosen can be taken back.
func TestFiltersWithoutAMatchAreDisabled(t *testing.T) {
	handler := serve(t, lively())
	for _, test := range []struct {
		path string
		want []string // those that are checked or disabled
	}{
		{"/find", nil},
		{"/find?state=OH", []string{
			"accepting=1 disabled", "insurance=Cigna disabled", "insurance=Humana disabled", "state=OH checked",
			"format=IN_PERSON disabled", "format=VIDEO disabled", "language=English disabled",
			"language=Spanish disabled",
		}},
		{"/find?state=WY&format=PHONE", []string{
			"accepting=1 disabled", "insurance=Aetna disabled", "insurance=Cigna disabled", "insurance=Humana disabled",
			"insurance=Optum disabled", "state=MI disabled", "state=WY checked", "format=PHONE checked",
			"format=IN_PERSON disabled", "format=VIDEO disabled", "language=English disabled",
			"language=Spanish disabled",
		}},
		{"/find?near=48500", nil}, // which cannot be done
	} {
		body := get(handler, test.path).Body.String()
		var got []string
		for _, box := range boxes.FindAllStringSubmatch(body, -1) {
			if state := box[3] + box[4]; state != "" {
				got = append(got, box[1]+"="+box[2]+state)
			}
		}
		got = slices.DeleteFunc(got, func(box string) bool {
			return strings.HasPrefix(box, "openings=") || strings.HasPrefix(box, "free=") ||
				strings.HasPrefix(box, "sliding=") || strings.HasPrefix(box, "prescribes=") // nobody has said
		})
		slices.Sort(got)
		slices.Sort(test.want)
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.path, got, test.want)
		}
	}
	var order []string
	for _, legend := range legends.FindAllStringSubmatch(get(handler, "/find").Body.String(), -1) {
		order = append(order, legend[1])
	}
	if want := []string{"Insurance", "State", "How you meet", "Language"}; !slices.Equal(order, want) {
		t.Errorf("the order is %q, want %q", order, want)
	}
}

// What can be asked for follows the directory.
func TestOptionsFollowTheDirectory(t *testing.T) {
	directory := lively()
	const path = "/find?state=OH"
	if body := get(serve(t, directory), path).Body.String(); !strings.Contains(body, `value="Cigna" disabled`) {
		t.Error(body)
	}
	directory.Providers = directory.Providers[1:]
	if body := get(serve(t, directory), path).Body.String(); strings.Contains(body, "Cigna") {
		t.Error(body)
	}
}
