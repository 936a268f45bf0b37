package fhir

import (
	"reflect"
	"testing"
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
