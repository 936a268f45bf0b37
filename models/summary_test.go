package models_test

import (
	"strings"
	"testing"

	"findcare/models"
)

var (
	flint    = []models.Location{{City: "Flint", State: "Michigan"}, {City: "Saginaw", State: "Michigan"}}
	stevens  = []models.Location{{City: "Stevens Point", State: "Wisconsin"}}
	treated  = []string{"Borderline Personality", "Depression", "Physical Stress", "Anxiety"}
	remotely = []models.SessionFormat{models.InPerson, models.Video}
)

// summaries are of providers with the label of a credential and names of conditions.
var summaries = []struct {
	provider   models.Provider
	label      string
	conditions []string
	want       string
}{
	{
		models.Provider{Name: "Nikki Moorman", PracticingSince: new(2019), Locations: flint},
		"Licensed Professional Counselor (LPC)", treated,
		"Nikki Moorman is a Licensed Professional Counselor (LPC) in Flint, Michigan and has been in practice " +
			"for 7 years. They treat Borderline Personality, Depression, Physical Stress.",
	},
	{
		models.Provider{Name: "Ann", PracticingSince: new(2025), Locations: flint},
		"Art Therapist",
		nil,
		"Ann is an Art Therapist in Flint, Michigan and has been in practice for 1 year.",
	},
	{
		models.Provider{Name: "Ann", PracticingSince: new(2026)},
		"Art Therapist",
		nil,
		"Ann is an Art Therapist and has been in practice for less than a year.",
	},
	{models.Provider{Name: "Ann", Locations: flint}, "", nil, "Ann is a provider in Flint, Michigan."},
	{models.Provider{Name: "Ann"}, "", nil, "Ann is a provider."},
	{models.Provider{Name: "Ann"}, "", treated[:1], "Ann is a provider. They treat Borderline Personality."},
	{models.Provider{Name: "Ann", SessionFormats: remotely}, "", nil, "Ann is a provider who works remotely."},
	{
		models.Provider{Name: "Ann", SessionFormats: remotely, PracticingSince: new(2016)},
		"LCSW",
		nil,
		"Ann is an LCSW who works remotely and has been in practice for 10 years.",
	},
	{
		models.Provider{Name: "Ann", SessionFormats: []models.SessionFormat{models.Phone}},
		"",
		nil,
		"Ann is a provider who works remotely.",
	},
	{models.Provider{Name: "Ann", SessionFormats: remotely[:1]}, "", nil, "Ann is a provider."},
	{
		models.Provider{Name: "Ann", SessionFormats: remotely, Locations: flint},
		"",
		nil,
		"Ann is a provider in Flint, Michigan.",
	},
	{
		models.Provider{
			Type:            models.Organization,
			Name:            "Calm Minds",
			Locations:       stevens,
			PracticingSince: new(2020),
		},
		"", treated[:2],
		"Calm Minds is a practice in Stevens Point, Wisconsin and has been in practice for 6 years. It treats " +
			"Borderline Personality, Depression.",
	},
	{
		models.Provider{Type: models.Organization, Name: "Calm Minds", SessionFormats: remotely},
		"Art Therapist",
		nil,
		"Calm Minds is a practice that works remotely.",
	},
}

func TestSummary(t *testing.T) {
	for _, test := range summaries {
		if got := test.provider.Summary(test.label, test.conditions, today); got != test.want {
			t.Errorf("\n got %s\nwant %s", got, test.want)
		}
	}
}

func TestSummaryArticle(t *testing.T) {
	for _, want := range []string{
		"an Art Therapist", "an Eating Disorder Specialist", "an Intern", "an Occupational Therapist",
		"an unlicensed Coach",
		"an uninsured Coach", "an Urban Counselor", "an Umbrella Clinic", "an Honorary Fellow", "an Herbalist",
		"an École Graduate",
		"an LCSW", "an MD", "an M.D.", "an RN", "an SUD Counselor", "an LMFT-S", "an MD/PhD", "an MSEd",
		"an EMDR Therapist",
		"an 8-Week Coach", "an 11-Step Coach", "an 18-Hour Coach", "an (Interim) Director",
		"a Licensed Counselor", "a Union Counselor", "a University Fellow", "a Unilateral Counselor", "a Urologist",
		"a Utah Counselor",
		"a European Counselor", "a One-to-One Coach", "a Holistic Healer", "a Yoga Teacher", "a user",
		"a PhD", "a DO", "a US Counselor", "a US-licensed Counselor", "a UK-trained Counselor", "a BCBA", "a CADC",
		"a 12-Step Coach",
		"a (Licensed) Counselor", "a 心理师", "a ﾞ",
	} {
		_, label, _ := strings.Cut(want, " ")
		if got := (&models.Provider{Name: "Ann"}).Summary(label, nil, today); got != "Ann is "+want+"." {
			t.Errorf("got %q, want %q", got, "Ann is "+want+".")
		}
	}
}

// Whatever is known and whatever is not, the summary is made of whole sentences.
func TestSummaryOfAllCombinations(t *testing.T) {
	const name = "Nikki Moorman"
	var (
		labels    = []string{"", "Licensed Professional Counselor (LPC)", "Art Therapist", "LCSW"}
		locations = [][]models.Location{
			nil,
			{{City: "Flint", State: "Michigan"}},
			{{City: "Flint", State: "Michigan"}, {City: "Reno", State: "Nevada"}},
		}
		formats    = [][]models.SessionFormat{nil, {models.InPerson}, {models.Phone, models.Video}}
		since      = []*int{nil, new(1900), new(2019), new(2025), new(2026), new(2027)}
		conditions = []string{"Anxiety", "Depression", "Grief", "Stress"}
	)
	check := func(got string) {
		for _, never := range []string{"undefined", "<nil>", "()", "  ", " .", " ,", "..", ",,", " -"} {
			if strings.Contains(got, never) {
				t.Errorf("%q contains %q", got, never)
			}
		}
		if !strings.HasPrefix(got, name+" is a") || !strings.HasSuffix(got, ".") {
			t.Errorf("%q does not start with the name or not end with a full stop", got)
		}
	}
	for _, kind := range []models.ProviderKind{models.Individual, models.Organization} {
		for _, label := range labels {
			for _, at := range locations {
				for _, format := range formats {
					for _, year := range since {
						p := models.Provider{
							Type:            kind,
							Name:            name,
							Locations:       at,
							SessionFormats:  format,
							PracticingSince: year,
						}
						for n := range len(conditions) + 1 {
							check(p.Summary(label, conditions[:n], today))
						}
					}
				}
			}
		}
	}
}
