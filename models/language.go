package models

import (
	"iter"
	"strings"
	"sync"

	"golang.org/x/text/currency"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// everydayLanguages are names that people use and the Unicode tables spell otherwise or lack, with their BCP 47 tags.
// Creole is what a survey of facilities counts without saying which one: its tag is that of the family.
var everydayLanguages = map[string]string{
	"Mandarin": "cmn", "Cantonese": "yue", "Farsi": "fa", "Tagalog": "tl", "American Sign Language": "ase",
	"Haitian Creole": "ht", "Norwegian": "no", "Hopi": "hop", "Creole": "crp",
}

// languages has the English names by themselves in lower case, and the BCP 47 tags by the names.
var languages = sync.OnceValue(func() (known struct{ names, tags map[string]string }) {
	known.names, known.tags = make(map[string]string), make(map[string]string)
	namer := display.English.Languages()
	for base := range isoLanguages() {
		name := namer.Name(base)
		if name == "" {
			continue
		}
		known.names[strings.ToLower(name)] = name
		if known.tags[name] == "" { // several dialects have the name of the language above them
			if above := languageAbove(base); namer.Name(above) == name {
				base = above
			}
			known.tags[name] = base.String()
		}
	}
	for name, tag := range everydayLanguages {
		known.names[strings.ToLower(name)], known.tags[name] = name, tag
		if base, err := language.ParseBase(tag); err != nil || namer.Name(base) == "" {
			known.names[tag] = name
		}
	}
	return known
})

// languageAbove is the language that a dialect with a code of its own is counted under, as Hmong for Northern Qiandong
// Miao.
func languageAbove(base language.Base) language.Base {
	tag, err := language.Compose(base)
	if err == nil {
		tag, err = language.All.Canonicalize(tag)
	}
	if err != nil {
		return base
	}
	above, _ := tag.Base()
	return above
}

// LanguageTag returns the BCP 47 tag of a language that is given by its name as LanguageName returns it, "" where that
// is not known.
func LanguageTag(name string) string { return languages().tags[name] }

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
	name = languages().names[strings.ToLower(text)]
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
	name, known = languages().names[strings.ToLower(display.English.Languages().Name(base))]
	return name, known && confidence == language.Exact
}

func validCurrency(code string) bool {
	if code != strings.ToUpper(code) {
		return false
	}
	_, err := currency.ParseISO(code)
	return err == nil
}
