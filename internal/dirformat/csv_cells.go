package dirformat

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// formulaStarts are the characters that make a spreadsheet run a cell as a formula, in their narrow and wide forms.
// Cells contain texts that anybody may have put into the directory.
const formulaStarts = "=+-@＝＋－＠"

// startsFormula ignores leading characters that a program may drop, and apostrophes that shielded adds.
func startsFormula(cell string) bool {
	start := strings.TrimLeftFunc(cell, func(r rune) bool {
		return r == '\'' || unicode.IsSpace(r) || unicode.In(r, unicode.Cc, unicode.Cf)
	})
	first, size := utf8.DecodeRuneInString(start)
	return size > 0 && strings.ContainsRune(formulaStarts, first)
}

var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// shielded puts an apostrophe before what a spreadsheet would run, and normalizes line breaks.
func shielded(cell string) string {
	cell = lineBreaks.Replace(cell)
	if startsFormula(cell) {
		return "'" + cell
	}
	return cell
}

// unshielded removes that apostrophe. Other leading apostrophes stay.
func unshielded(cell string) string {
	if text, ok := strings.CutPrefix(cell, "'"); ok && startsFormula(text) {
		return text
	}
	return cell
}

// joined joins values with semicolons. Semicolons within a value are escaped with a backslash.
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

// split reverses joined. Values are trimmed, and empty ones dropped.
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
