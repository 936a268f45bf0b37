package dirformat

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Spreadsheets run what starts with one of these, in their narrow or their wide form, as a formula, and so a text that
// somebody put into the directory.
const formulaStarts = "=+-@＝＋－＠"

// startsFormula looks past characters that a program may leave out, and past the apostrophes that shielded puts there.
func startsFormula(cell string) bool {
	start := strings.TrimLeftFunc(cell, func(r rune) bool {
		return r == '\'' || unicode.IsSpace(r) || unicode.In(r, unicode.Cc, unicode.Cf)
	})
	first, size := utf8.DecodeRuneInString(start)
	return size > 0 && strings.ContainsRune(formulaStarts, first)
}

var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// shielded puts an apostrophe before what a spreadsheet would run, and makes one kind of line break of all.
func shielded(cell string) string {
	cell = lineBreaks.Replace(cell)
	if startsFormula(cell) {
		return "'" + cell
	}
	return cell
}

// unshielded takes the apostrophe away again. Other apostrophes at the start of a text stay.
func unshielded(cell string) string {
	if text, ok := strings.CutPrefix(cell, "'"); ok && startsFormula(text) {
		return text
	}
	return cell
}

// joined makes one text of several, with a semicolon between them. One within a text has a backslash before it.
func joined[T ~string](values []T) string {
	var b strings.Builder
	for i, value := range values {
		if i > 0 {
			b.WriteString("; ")
		}
		for _, r := range string(value) {
			if r == ';' || r == '\\' {
				b.WriteByte('\\')
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

// split takes a text of joined apart. Spaces around a value are none of it, and nothing between semicolons is no value.
func split(text string) (values []string) {
	var value strings.Builder
	escaped := false
	for _, r := range text + ";" {
		switch {
		case !escaped && r == ';':
			if trimmed := strings.TrimSpace(value.String()); trimmed != "" {
				values = append(values, trimmed)
			}
			value.Reset()
		case !escaped && r == '\\':
			escaped = true
			continue
		default:
			value.WriteRune(r)
		}
		escaped = false
	}
	return values
}
