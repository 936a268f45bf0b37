package fhir

import (
	"reflect"
	"testing"

	"findcare/models"
)

func TestNames(t *testing.T) {
	for text, want := range map[string]humanName{
		"Juniper Examplar":        {Family: "Examplar", Given: []string{"Juniper"}},
		"Wren A. Examplar":        {Family: "Examplar", Given: []string{"Wren", "A."}},
		"Rosa de la Cruz":         {Family: "de la Cruz", Given: []string{"Rosa"}},
		"Martin Luther King, Jr.": {Family: "King", Given: []string{"Martin", "Luther"}, Suffix: []string{"Jr."}},
		"Martin King III":         {Family: "King", Given: []string{"Martin"}, Suffix: []string{"III"}},
		"Dr. Sorrel Examplar, PhD": {
			Family: "Examplar", Given: []string{"Sorrel"}, Prefix: []string{"Dr."}, Suffix: []string{"PhD"},
		},
		"Vincent Van Gogh": {Family: "Gogh", Given: []string{"Vincent", "Van"}},
		"bell hooks":       {Family: "hooks", Given: []string{"bell"}},
		"Björk":            {Family: "Björk"},
		"李 小龍":             {Family: "小龍", Given: []string{"李"}},
		"Jr.":              {Family: "Jr."},
		", MD":             {Family: ", MD"},
	} {
		want.Text = text
		got := nameOf(text)
		if len(got.Suffix) == 0 {
			got.Suffix = nil
		}
		if len(got.Given) == 0 {
			got.Given = nil
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q: got %+v, want %+v", text, got, want)
		}
	}
}

func TestClean(t *testing.T) {
	for text, want := range map[string]string{
		"plain": "plain", "a\x00b\x1fc\x7f": "abc", "a\u00a0b\u2028c\u3000d": "a b c d", "\ufeffa": "a",
		"a\n\tb\r": "a\n\tb", "\x00": "", "naïve 🙂 क्षि": "naïve 🙂 क्षि",
	} {
		if got := clean(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// Where the entry goes by the name of the NPI record, the record tells its parts; else they are split as those of any
// name.
func TestNamesOfNPIRecords(t *testing.T) {
	person := func(family, suffix string, given ...string) *models.PersonName {
		return &models.PersonName{Family: family, Given: given, Suffix: models.OptionalString(suffix)}
	}
	for _, test := range []struct {
		name, recorded string
		person         *models.PersonName
		want           humanName
	}{
		{
			"Mary Ann Hodge Spears", "Mary Ann Hodge Spears", person("Hodge Spears", "", "Mary Ann"),
			humanName{Family: "Hodge Spears", Given: []string{"Mary Ann"}},
		},
		{
			"Juniper Q. St. John", "Juniper Q. St. John", person("St. John", "", "Juniper", "Q."),
			humanName{Family: "St. John", Given: []string{"Juniper", "Q."}},
		},
		{
			"Juniper Examplar I", "Juniper Examplar I", person("Examplar", "I", "Juniper"),
			humanName{Family: "Examplar", Given: []string{"Juniper"}, Suffix: []string{"I"}},
		},
		{
			"Juniper Examplar VI", "Juniper Examplar VI", person("Examplar", "VI", "Juniper"),
			humanName{Family: "Examplar", Given: []string{"Juniper"}, Suffix: []string{"VI"}},
		},
		{ // an editor has changed the name
			"June Spears", "Mary Ann Hodge Spears", person("Hodge Spears", "", "Mary Ann"),
			humanName{Family: "Spears", Given: []string{"June"}},
		},
		{ // of a release that did not keep the parts
			"Juniper Hodge Spears", "Juniper Hodge Spears", nil,
			humanName{Family: "Spears", Given: []string{"Juniper", "Hodge"}},
		},
	} {
		p := &models.Provider{Name: test.name, NPIRecord: &models.NPIRecord{Name: test.recorded, Person: test.person}}
		test.want.Text = test.name
		got := (&subject{Provider: p}).humanName()
		if len(got.Suffix) == 0 {
			got.Suffix = nil
		}
		if !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: got %+v, want %+v", test.name, got, test.want)
		}
	}
}
