package models

import (
	"strconv"
	"strings"
	"unicode"
)

// Summary returns the listing's one or two sentences about a provider. Label is that of the first credential, empty
// where there is none; conditions are the names of what the provider treats, of which the first three are told.
func (d *Provider) Summary(label string, conditions []string, today Date) string {
	return string(d.AppendSummary(nil, WithIndefiniteArticle(label), conditions, today))
}

// AppendSummary appends what Summary returns. Title is the label after its indefinite article.
func (d *Provider) AppendSummary(dst []byte, title string, conditions []string, today Date) []byte {
	dst = append(append(dst, d.Name...), " is "...)
	switch {
	case d.Type == Organization:
		dst = append(dst, "a practice"...)
	case title == "":
		dst = append(dst, "a provider"...)
	default:
		dst = append(dst, title...)
	}
	if len(d.Locations) > 0 {
		dst = append(append(dst, " in "...), d.Locations[0].City...)
		dst = append(append(dst, ", "...), d.Locations[0].State...)
	} else if d.worksRemotely() {
		dst = append(append(dst, relative(d.Type)...), " works remotely"...)
	}
	if years, known := d.YearsInPractice(today); known {
		dst = appendYears(append(dst, " and has been in practice for "...), years)
	}
	dst = append(dst, '.')
	if len(conditions) == 0 {
		return dst
	}
	before := " They treat "
	if d.Type == Organization {
		before = " It treats "
	}
	for _, condition := range conditions[:min(3, len(conditions))] {
		dst = append(append(dst, before...), condition...)
		before = ", "
	}
	return append(dst, '.')
}

func relative(kind ProviderKind) string {
	if kind == Organization {
		return " that"
	}
	return " who"
}

func (d *Provider) worksRemotely() bool {
	for _, format := range d.SessionFormats {
		if format == Video || format == Phone {
			return true
		}
	}
	return false
}

// InYears says a number of whole years in words.
func InYears(years int) string { return string(appendYears(nil, years)) }

func appendYears(dst []byte, years int) []byte {
	switch years {
	case 0:
		return append(dst, "less than a year"...)
	case 1:
		return append(dst, "1 year"...)
	}
	return append(strconv.AppendInt(dst, int64(years), 10), " years"...)
}

// WithIndefiniteArticle returns a phrase after "a" or "an", whichever is right; an empty one stays empty.
func WithIndefiniteArticle(phrase string) string {
	if phrase == "" {
		return ""
	}
	return indefiniteArticle(phrase) + " " + phrase
}

// indefiniteArticle returns "an" before a vowel sound and "a" before any other. It goes by the spelling, with the
// exceptions that titles bring; an abbreviation goes by the name of its first letter.
func indefiniteArticle(phrase string) string {
	word, _, _ := strings.Cut(
		strings.TrimLeftFunc(phrase, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }),
		" ",
	)
	if word == "" {
		return "a"
	}
	vowel := "aeio8"
	if isAbbreviation(word) {
		// ef, aitch, el, em, en, ar, es, ex
		vowel = "aefhilmnorsx8"
	}
	lower := Fold(word)
	if lower == "" {
		return "a"
	}
	if !isAbbreviation(word) {
		for _, prefix := range []string{"hour", "heir", "honest", "honor", "honour", "herb", "11", "18"} {
			if strings.HasPrefix(lower, prefix) {
				return "an"
			}
		}
		for _, prefix := range []string{"eu", "ewe", "one", "once"} {
			if strings.HasPrefix(lower, prefix) {
				return "a"
			}
		}
		if lower[0] == 'u' {
			return articleBeforeU(lower)
		}
	}
	if strings.IndexByte(vowel, lower[0]) >= 0 {
		return "an"
	}
	return "a"
}

// articleBeforeU tells "a unit" and "a urologist" from "an uncle".
func articleBeforeU(word string) string {
	for _, prefix := range []string{"unin", "unim", "unid", "unil"} {
		if strings.HasPrefix(word, prefix) && !strings.HasPrefix(word, "unidirect") &&
			!strings.HasPrefix(word, "unilat") {
			return "an"
		}
	}
	for _, prefix := range []string{
		"uni", "use", "usu", "uta", "ute", "uti", "uto", "uga", "ura", "ure", "uri", "uro", "uru", "ubi", "uk",
	} {
		if strings.HasPrefix(word, prefix) {
			return "a"
		}
	}
	return "an"
}

// isAbbreviation reports whether the first two letters are capitals, as in MD/PhD.
func isAbbreviation(word string) bool {
	letters := 0
	for _, r := range word {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
		if letters == 2 {
			return true
		}
	}
	return false
}
