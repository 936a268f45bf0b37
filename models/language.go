package models

import (
	"iter"
	"strings"
	"sync"

	"golang.org/x/text/currency"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// everydayLanguages are names that people use and the Unicode tables spell otherwise.
var everydayLanguages = []string{"Mandarin", "Cantonese", "Farsi", "Tagalog", "American Sign Language", "Haitian Creole", "Norwegian"}

// languageNames maps lower-case English names to the names themselves.
var languageNames = sync.OnceValue(func() map[string]string {
	names := make(map[string]string)
	namer := display.English.Languages()
	for base := range isoLanguages() {
		if name := namer.Name(base); name != "" {
			names[strings.ToLower(name)] = name
		}
	}
	for _, name := range everydayLanguages {
		names[strings.ToLower(name)] = name
	}
	return names
})

// isoLanguages yields every language that has a two- or three-letter code in BCP 47.
func isoLanguages() iter.Seq[language.Base] {
	const letters = "abcdefghijklmnopqrstuvwxyz"
	return func(yield func(language.Base) bool) {
		for i := range 26 * 26 * 27 {
			code := string([]byte{letters[i/26%26], letters[i%26]})
			if third := i / (26 * 26); third > 0 {
				code += letters[third-1 : third]
			}
			switch code {
			case "und", "mul", "mis", "zxx": // unknown, several, uncoded, none
				continue
			}
			if base, err := language.ParseBase(code); err == nil && !yield(base) {
				return
			}
		}
	}
}

// LanguageName returns the English name of a language that is given by its name in any case, or by its BCP 47 tag.
func LanguageName(text string) (name string, known bool) {
	name = languageNames()[strings.ToLower(text)]
	if name != text {
		if ofTag, ok := languageOfTag(text); ok { // ga is Irish, and Ga is Ga
			return ofTag, true
		}
	}
	return name, name != ""
}

// languageOfTag goes by the language of the tag, whatever its region or script: pt-BR is Portuguese.
func languageOfTag(text string) (name string, known bool) {
	tag, err := language.Parse(text)
	if err != nil {
		return "", false
	}
	base, confidence := tag.Base()
	name, known = languageNames()[strings.ToLower(display.English.Languages().Name(base))]
	return name, known && confidence == language.Exact
}

func validCurrency(code string) bool {
	if code != strings.ToUpper(code) {
		return false
	}
	_, err := currency.ParseISO(code)
	return err == nil
}
