package models_test

import (
	"testing"

	"github.com/go-json-experiment/json"
	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/models"
)

func TestValidateNeeds(t *testing.T) {
	type provider = models.Provider
	availability := func(weeks int, asOf models.Date) func(*provider) {
		return func(d *provider) {
			d.Availability = &models.Availability{HasOpenings: true, WaitingWeeks: &weeks, AsOf: asOf}
		}
	}
	skill := func(language string, level models.LanguageProficiency) func(*provider) {
		return func(d *provider) {
			d.Languages = []string{"English", "Spanish"}
			d.LanguageSkills = []models.LanguageSkill{{Language: language, Proficiency: level}}
		}
	}
	checkMutations(t, validProvider, []mutation[*provider]{
		{func(d *provider) {
			d.Accessibility, d.Populations = models.AccessibilityFeatures(), models.Populations()
		}, ""},
		{
			func(d *provider) { d.Accessibility = models.Said[models.AccessibilityFeature]{"RAMP"} },
			`/accessibility/0: "RAMP" must be one of WHEELCHAIR_ENTRANCE, EXAM_ROOM, RESTROOM, PARKING, ` +
				`PUBLIC_TRANSIT, SENSORY`,
		},
		{
			func(d *provider) {
				d.LanguageServices = models.Said[models.LanguageService]{models.Interpreters, models.Interpreters}
			},
			`/languageServices/1: "INTERPRETERS" must not be listed twice`,
		},
		{func(d *provider) { d.Gender = "FEMALE" }, `/gender: "FEMALE" must be one of WOMAN, MAN, NONBINARY`},
		{func(d *provider) { d.Identities = models.Said[string]{""} }, "/identities/0: is required"},
		{skill("Spanish", models.NativeProficiency), ""},
		{
			skill("German", models.NativeProficiency),
			`/languageSkills/0/language: "German" must be one of the provider's languages`,
		},
		{
			skill("Spanish", "GOOD"), `/languageSkills/0/proficiency: "GOOD" must be one of ELEMENTARY, ` +
				`LIMITED_WORKING, PROFESSIONAL, ADVANCED, NATIVE`,
		},
		{availability(0, "2024-05-06"), ""},
		{availability(105, "2024-05-06"), "/availability/waitingWeeks: 105 must be from 0 to 104"},
		{availability(1, ""), "/availability/asOf: is required: a calendar date such as 2024-06-24"},
	})
}

func TestValidateHours(t *testing.T) {
	type provider = models.Provider
	hours := func(periods ...models.OpeningHours) func(*provider) {
		return func(d *provider) { d.Hours = &models.Hours{TimeZone: "America/Detroit", Weekly: periods} }
	}
	monday := func(opens, closes string) models.OpeningHours {
		return models.OpeningHours{Day: models.Monday, Opens: opens, Closes: closes}
	}
	checkMutations(t, validProvider, []mutation[*provider]{
		{hours(monday("09:00", "12:00"), monday("12:00", "24:00")), ""},
		{hours(), "/hours/weekly: must have 1 to 28 periods, not 0"},
		{
			func(d *provider) {
				d.Hours = &models.Hours{TimeZone: "EST", Weekly: []models.OpeningHours{monday("09:00", "10:00")}}
			},
			`/hours/timeZone: "EST" must be a time zone of the IANA database, such as America/Detroit`,
		},
		{
			hours(monday("9am", "9b")),
			`/hours/weekly/0/opens: "9am" must be a time from 00:00 to 23:59, such as 09:00` + "\n" +
				`/hours/weekly/0/closes: "9b" must be a time from 00:01 to 24:00, such as 17:30`,
		},
		{
			hours(monday("09:00", "24:30")),
			`/hours/weekly/0/closes: "24:30" must be a time from 00:01 to 24:00, such as 17:30`,
		},
		{
			hours(monday("22:00", "06:00")), `/hours/weekly/0/closes: "06:00" must be later than opens, 22:00; ` +
				`hours past midnight are those of the next day`,
		},
		{
			hours(monday("09:00", "12:00"), monday("11:00", "13:00")),
			"/hours/weekly/1: must not overlap with other hours of MONDAY, 09:00 to 12:00",
		},
	})
}

// What nobody has said is not stored; what somebody has said is, also where it is an empty list.
func TestSaidIsKept(t *testing.T) {
	for name, test := range map[string]struct {
		said models.Said[models.Population]
		json string
	}{
		"not said": {nil, `{}`},
		"none":     {models.Said[models.Population]{}, `{"populations":[]}`},
		"some":     {models.Said[models.Population]{models.Veterans}, `{"populations":["VETERANS"]}`},
	} {
		type holder struct {
			Populations models.Said[models.Population] `bson:"populations,omitempty" json:"populations,omitzero"`
		}
		content, err := json.Marshal(holder{test.said})
		if err != nil || string(content) != test.json {
			t.Errorf("%s: %s, %v, want %s", name, content, err, test.json)
		}
		stored, err := bson.Marshal(holder{test.said})
		if err != nil {
			t.Fatal(err)
		}
		for from, back := range map[string]func(*holder) error{
			"JSON": func(h *holder) error { return json.Unmarshal(content, h) },
			"BSON": func(h *holder) error { return bson.Unmarshal(stored, h) },
		} {
			var h holder
			if err := back(&h); err != nil || (h.Populations == nil) != (test.said == nil) ||
				len(h.Populations) != len(test.said) {
				t.Errorf("%s from %s: %#v, %v", name, from, h.Populations, err)
			}
		}
	}
}

// No two enums that people read share a value, so that one table has the words for all.
func TestLabels(t *testing.T) {
	if got := models.Label(models.LGBTQ); got != "LGBTQ+ people" {
		t.Errorf("got %q", got)
	}
	if got := models.Label("Quaker"); got != "Quaker" {
		t.Errorf("got %q", got)
	}
	seen := make(map[string]bool)
	see := func(values ...string) {
		for _, value := range values {
			if models.Label(value) == value {
				t.Errorf("%s has no label", value)
			}
			if seen[value] {
				t.Errorf("%s is of two enums", value)
			}
			seen[value] = true
		}
	}
	for _, values := range [][]string{
		texts(models.AccessibilityFeatures()), texts(models.LanguageServices()), texts(models.LanguageProficiencies()),
		texts(models.Genders()), texts(models.Populations()), texts(models.DaysOfWeek()),
		texts(models.EntryParts()), texts([]models.OpenTime{models.Evenings, models.Weekends}),
		texts([]models.SessionFormat{models.InPerson, models.Video, models.Phone}),
		texts([]models.AgeGroup{models.Children, models.Teens, models.Adults, models.OlderAdults}),
		texts([]models.PhonePurpose{models.MainPhone, models.IntakePhone, models.FaxPhone, models.TTYPhone}),
	} {
		see(values...)
	}
}

func texts[T ~string](values []T) (list []string) {
	for _, value := range values {
		list = append(list, string(value))
	}
	return list
}
