package models_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"findcare/models"
)

func TestSlugify(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Nikki Moorman", "nikki-moorman"},
		{"  What is it?  ", "what-is-it"},
		{"Children's & Teens’ Care", "childrens-teens-care"},
		{"José Núñez–Ōe", "jose-nunez-oe"},
		{"ﬁve ½ Å", "five-1-2-a"},
		{"12-Step, 2nd", "12-step-2nd"},
		{"already-a-slug", "already-a-slug"},
		{"--a--b--", "a-b"},
		{"心理", ""},
		{"", ""},
	}
	for _, test := range tests {
		if got := models.Slugify(test.text); got != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
}

func TestSlugifyGivesSlugs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[ A-Za-zÀ-ž0-9'’-]*`)).Draw(t, "text")
		slug := models.Slugify(text)
		if slug != "" && len(slug) <= 120 && !models.ValidSlug(slug) {
			t.Errorf("%q gives %q, no slug", text, slug)
		}
		if again := models.Slugify(slug); again != slug {
			t.Errorf("%q gives %q, and that gives %q", text, slug, again)
		}
		if upper := models.Slugify(strings.ToUpper(slug)); upper != slug {
			t.Errorf("%q gives %q, and its capitals give %q", text, slug, upper)
		}
	})
}

func TestValidSlug(t *testing.T) {
	for slug, want := range map[string]bool{
		"a":                      true,
		"nikki-moorman-2":        true,
		strings.Repeat("a", 120): true,
		strings.Repeat("a", 121): false,
		"":                       false,
		"-a":                     false,
		"a-":                     false,
		"a--b":                   false,
		"A":                      false,
		"a b":                    false,
		"a_b":                    false,
		"é":                      false,
		"a\n":                    false,
		"a/b":                    false,
		strings.Repeat("a-", 60): false,
	} {
		if got := models.ValidSlug(slug); got != want {
			t.Errorf("%q: got %v", slug, got)
		}
	}
}

func TestFold(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Nikki", "nikki"},
		{"ÉCOLE", "ecole"},
		{"E\u0301cole", "ecole"},
		{"Đặng", "đang"},
		{"Ω", "ω"},
		{"İ", "i"},
		{"心理 A", "心理 a"},
		{"", ""},
	}
	for _, test := range tests {
		if got := models.Fold(test.text); got != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
}

func TestFoldTwiceIsFold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		folded := models.Fold(rapid.String().Draw(t, "text"))
		if again := models.Fold(folded); again != folded {
			t.Errorf("%q is folded again to %q", folded, again)
		}
	})
}
