package models_test

import (
	"strings"
	"testing"

	"findcare/models"
)

func TestLanguageName(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Spanish", "Spanish"},
		{"sPANISH", "Spanish"},
		{"es", "Spanish"},
		{"es-419", "Spanish"},
		{"pt-BR", "Portuguese"},
		{"zh-Hant", "Chinese"},
		{"ase", "American Sign Language"},
		{"american sign language", "American Sign Language"},
		{"Mandarin", "Mandarin"},
		{"Farsi", "Farsi"},
		{"Tagalog", "Tagalog"},
		{"Norwegian", "Norwegian"},
		{"Haitian Creole", "Haitian Creole"},
		{"ga", "Irish"},
		{"Ga", "Ga"},
		{"gaa", "Ga"},
		{"hopi", "Hopi"},
		{"hop", "Hopi"},
		{"Creole", "Creole"},

		{"", ""},
		{" Spanish", ""},
		{"Spanglish", ""},
		{"Spanish, English", ""},
		{"qq", ""},
		{"und", ""},
		{"mul", ""},
		{"Unknown language", ""},
		{"No linguistic content", ""},
		{"x-private", ""},
		{"und-US", ""},
		{"es-", ""},
		{"\xff", ""},
	}
	for _, test := range tests {
		if got, known := models.LanguageName(test.text); got != test.want || known != (test.want != "") {
			t.Errorf("%q: got %q, %v, want %q", test.text, got, known, test.want)
		}
	}
}

func TestLanguageTag(t *testing.T) {
	for name, want := range map[string]string{
		"English": "en", "Spanish": "es", "Portuguese": "pt", "Chinese": "zh", "Mandarin": "cmn", "Cantonese": "yue",
		"Farsi": "fa", "Persian": "fa",
		"American Sign Language": "ase", "Haitian Creole": "ht", "Norwegian": "no", "Hmong": "hmn", "Ga": "gaa",
		"Irish": "ga", "Hopi": "hop", "Creole": "crp",
		"spanish": "", "Spanglish": "", "": "",
	} {
		if got := models.LanguageTag(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}

// Whatever has a name has a tag, and the tag leads back to the language.
func TestLanguageTagLeadsBack(t *testing.T) {
	for _, tag := range []string{
		"en", "es", "fr", "vi", "ar", "ru", "ko", "ht", "so", "am", "hmn", "nv", "yi", "sr", "sw", "tl", "ase", "cmn",
		"haw", "chr", "hop", "crp",
	} {
		name, known := models.LanguageName(tag)
		if again, _ := models.LanguageName(models.LanguageTag(name)); !known || again != name {
			t.Errorf("%s is %q with the tag %q, which is %q", tag, name, models.LanguageTag(name), again)
		}
	}
}

func FuzzLanguageName(f *testing.F) {
	for _, seed := range []string{
		"Spanish", "es", "pt-BR", "ga", "zh-Hant-TW", "i-klingon", "und", "x-a", "en-u-co-phonebk", "Vai", "",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		name, known := models.LanguageName(text)
		if known != (name != "") || name != strings.TrimSpace(name) {
			t.Errorf("%q: %q, %v", text, name, known)
		}
		if again, _ := models.LanguageName(name); again != name {
			t.Errorf("%q is %q, and that is %q", text, name, again)
		}
	})
}
