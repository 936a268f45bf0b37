package codes_test

import (
	"encoding/csv"
	"os"
	"slices"
	"strings"
	"testing"

	"findcare/internal/codes"
	"findcare/models"
)

// described writes services as their codes, and those without one as their labels.
func described(services []*codes.Service) string {
	var all []string
	for _, s := range services {
		if s.Code == "" {
			all = append(all, s.Label)
		} else {
			all = append(all, s.Code)
		}
	}
	return strings.Join(all, " ")
}

func TestReadServices(t *testing.T) {
	const sign = "Sign language services for the deaf and hard of hearing"
	for _, test := range []struct{ text, want, unknown string }{
		{"CBT; SP-Spanish; MD", "CBT SP MD", ""},
		{"CBT;SP;MD", "CBT SP MD", ""},
		{"CBT SP MD", "CBT SP MD", ""},
		{"CBT, SP, MD", "CBT SP MD", ""},
		{"CBT/DBT", "CBT DBT", ""},
		{"\"Spanish\"; CBT.", "SP CBT", ""},
		{"CBT | SP\nMD", "CBT SP MD", ""},
		{"md", "MD", ""},
		{"cbt dbt", "CBT DBT", ""},
		{"SP-Spanish; md ,, F17-Any Chinese Language*TELE", "SP MD F17 TELE", ""},
		{"F17-Any Chinese Language TELE", "F17 TELE", ""},
		{"SP-Spanish MD-Medicaid", "SP MD", ""},
		{"SP - Spanish", "SP", ""},
		{"SP: Spanish", "SP", ""},
		{"SP (Spanish)", "SP", ""},
		{"Spanish", "SP", ""},
		{"SPANISH", "SP", ""},
		{"Cognitive behavioral therapy", "CBT", ""},
		{"cognitive Behavioral Therapy; medicaid", "CBT MD", ""},
		{"Cognitive behavioral therapy, Group therapy, Medicaid", "CBT GT MD", ""},
		{"Individual psychotherapy; IPT", "IPT", ""},
		{"Sliding fee scale (fee is based on income and other factors)", "SS", ""},
		{"Military insurance (e.g., TRICARE)", "MI", ""},
		{"Military insurance (e.g., TRICARE), Medicare", "MI MC", ""},
		{"LGBT (Lesbian, gay, bisexual, transgender)", "GL", ""},
		{"Lesbian, gay, bisexual, transgender, or queer/questioning (LGBTQ), Veterans", "GL VET", ""},
		{"Adults (18 and older); Youth (under 18)", "ADLT CHLD", ""},
		{"Seniors (65 or older); Young adults", "SE ADLT", ""},
		{"Free services, no payment needed, Medicaid", "NP MD", ""},
		{"Services for the deaf and hard of hearing", "AH", ""},
		{sign, sign, ""},
		{"AH", "AH", ""},
		{"Telemedicine/telehealth", "TELE", ""},
		{"CBT; XYZ; QQ9", "CBT", "XYZ|QQ9"},
		{"CBT XYZ", "CBT", "XYZ"},
		{"Basket weaving; CBT", "CBT", "Basket weaving"},
		{"Basket weaving, Medicaid", "MD", "Basket weaving"},
		{"OP; RES", "OP RES", ""},
		{"", "", ""},
		{" ; , ;; ", "", ""},
		{"N/A", "", ""},
	} {
		found, unknown := codes.ReadServices(test.text)
		if got := described(found); got != test.want || strings.Join(unknown, "|") != test.unknown {
			t.Errorf("%q: got %q and unknown %q", test.text, got, unknown)
		}
	}
}

// All that FindTreatment.gov filters by is known, by its code and by its label.
func TestFiltersOfFindTreatment(t *testing.T) {
	content, err := os.ReadFile("testdata/findtreatment_filters.csv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(string(content))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		code, _, _ := strings.Cut(row[1], "-")
		for _, text := range []string{code, row[1], row[2]} {
			if s := codes.ServiceNamed(text); s == nil || s.Code != code {
				t.Errorf("%q: got %+v, want %s", text, s, code)
			}
		}
		languages := []string{"F19", "N13"} // whose languages the directory cannot name
		if s := codes.ServiceOf(code); row[0] == "languages" && s.Language == "" && !slices.Contains(languages, code) {
			t.Errorf("%s has no language", code)
		}
	}
}

func TestPopulationsAndLanguageServices(t *testing.T) {
	for text, want := range map[string]string{
		"VET": "VETERANS", "GL": "LGBTQ", "AH": "DEAF_AND_HARD_OF_HEARING", "MF": "MILITARY_FAMILIES",
		"Sign language": "AMERICAN_SIGN_LANGUAGE",
	} {
		s := codes.ServiceNamed(text)
		if s == nil || strings.Join(append(s.Populations, s.LanguageServices...), " ") != want {
			t.Errorf("%s: got %+v", text, s)
			continue
		}
		for _, population := range s.Populations {
			if !slices.Contains(models.Populations(), models.Population(population)) {
				t.Errorf("%s: %q is no population of the directory", text, population)
			}
		}
		for _, service := range s.LanguageServices {
			if !slices.Contains(models.LanguageServices(), models.LanguageService(service)) {
				t.Errorf("%s: %q is no language service of the directory", text, service)
			}
		}
	}
}

func FuzzReadServices(f *testing.F) {
	for _, text := range []string{
		"SP-Spanish; MD", "CBT DBT XYZ", "a, b (c, d), e", "F17-Any Chinese Language*TELE", "((,",
		" \f",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		found, unknown := codes.ReadServices(text)
		for _, value := range unknown {
			if strings.TrimSpace(value) == "" {
				t.Errorf("%q: an empty value is unknown", text)
			}
		}
		for _, s := range found {
			if again := codes.ServiceNamed(s.Label); again != s {
				t.Errorf("%q: %q is %+v", text, s.Label, again)
			}
		}
	})
}
