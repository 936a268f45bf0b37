package dirformat

import (
	"regexp"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"findcare/internal/tables"
)

// Spreadsheets show numbers, dates and booleans as people in their country write them, and write into CSV what they
// show. A cell that cannot be read stays a text, so that the broken rule is reported with it.

var (
	// noFraction matches the end of a whole number shown as an amount, and inThousands a number with grouped digits.
	noFraction  = regexp.MustCompile(`[.,]0{1,2}$`)
	inThousands = regexp.MustCompile(`^[+-]?\d{1,3}([.,' \x{a0}\x{202f}\x{2019}]\d{3})+$`)
	notDigits   = regexp.MustCompile(`[^0-9+-]`)
	decimal     = regexp.MustCompile(`^[+-]?\d+[.,]\d+$`)
)

// plain removes from a number what is not part of it: the apostrophe that makes it a text in a spreadsheet, a currency,
// and a minus sign that JSON does not know.
func plain(cell string) string {
	return strings.Trim(strings.ReplaceAll(strings.TrimPrefix(cell, "'"), "\u2212", "-"), "$€£ \u00a0")
}

// asWhole reads 1,234 and 1.234,00 as whole numbers, since no such number of a provider has a fraction.
func asWhole(cell string) any {
	digits := noFraction.ReplaceAllString(plain(cell), "")
	if inThousands.MatchString(digits) {
		digits = notDigits.ReplaceAllString(digits, "")
	}
	return asNumber(digits, cell)
}

// asDegrees reads 42.97 and 42,97, since degrees have no thousands.
func asDegrees(cell string) any {
	digits := plain(cell)
	if decimal.MatchString(digits) {
		digits = strings.Replace(digits, ",", ".", 1)
	}
	return asNumber(digits, cell)
}

func asNumber(digits, cell string) any {
	if value := jsontext.Value(strings.TrimPrefix(digits, "+")); value.IsValid() && value.Kind() == '0' {
		return value
	}
	return cell
}

// truths are the words for booleans that people and spreadsheets in some languages write.
var truths = map[string]bool{
	"true": true, "yes": true, "y": true, "1": true, "verdadero": true, "vrai": true, "wahr": true, "sí": true,
	"si":    true,
	"false": false, "no": false, "n": false, "0": false, "falso": false, "faux": false, "falsch": false,
}

func asTruth(cell string) any {
	if value, ok := truths[strings.ToLower(strings.TrimPrefix(cell, "'"))]; ok {
		return value
	}
	return cell
}

// asDay reads a date as spreadsheets write it, such as 10/19/2026.
func asDay(cell string) any {
	if date, err := tables.ReadDate(strings.TrimPrefix(cell, "'")); err == nil {
		return string(date)
	}
	return cell
}

// asDigits reads digits that are not a quantity. Spreadsheets turn 1234567893 into 1234567893.0, and people put an
// apostrophe before it to prevent that.
func asDigits(cell string) any {
	return strings.TrimSuffix(strings.TrimPrefix(cell, "'"), ".0")
}

// asPhone reads digits, or a text that starts with a plus sign.
func asPhone(cell string) any { return asDigits(unshielded(cell)) }

var postalCodePattern = regexp.MustCompile(`^\d{5}(-\d{4})?$`)

// restorePostalCode restores the leading zeros of a ZIP code that a spreadsheet dropped.
func restorePostalCode(location map[string]any) {
	code, ok := location["postalCode"].(string)
	if !ok || postalCodePattern.MatchString(code) {
		return
	}
	state, ok := location["stateCode"].(string)
	if !ok {
		state = textOf(location["stateCode"])
	}
	if mended, ok := tables.PostalCode(code, strings.ToUpper(state)); ok {
		location["postalCode"] = mended
	}
}

// textOf returns the text of a JSON string, "" for anything else.
func textOf(value any) string {
	content, ok := value.(jsontext.Value)
	if !ok || content.Kind() != '"' {
		return ""
	}
	text, err := jsontext.AppendUnquote(nil, content)
	if err != nil {
		return ""
	}
	return string(text)
}
