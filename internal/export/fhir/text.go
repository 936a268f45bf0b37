package fhir

import (
	"strings"
	"unicode"
)

// clean removes from a text what FHIR does not allow: control characters, and unusual kinds of spaces.
func clean(text string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '\t' || r == '\n' || r == '\r':
			return r
		case unicode.IsSpace(r) || r == '\ufeff':
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, text))
}
