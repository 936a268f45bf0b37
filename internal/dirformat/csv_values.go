package dirformat

import (
	"regexp"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"findcare/internal/tables"
)

// Spreadsheets show numbers, dates and truths as people in their country write them, and write into CSV what they show.
// What cannot be read stays the text that it is, so that the rule it breaks is told with it.

var (
	// noFraction is what stands behind a whole number that is shown as an amount, and inThousands how its digits stand
	// in groups.
	noFraction  = regexp.MustCompile(`[.,]0{1,2}$`)
	inThousands = regexp.MustCompile(`^[+-]?\d{1,3}([.,' \x{a0}\x{202f}\x{2019}]\d{3})+$`)
	notDigits   = regexp.MustCompile(`[^0-9+-]`)
	decimal     = regexp.MustCompile(`^[+-]?\d+[.,]\d+$`)
)

// plain takes off a number what is not of it: the apostrophe by which it is a text in a spreadsheet, a currency, and a
// minus sign that is none in JSON.
func plain(cell string) string {
	return strings.Trim(strings.ReplaceAll(strings.TrimPrefix(cell, "'"), "\u2212", "-"), "$€£ \u00a0")
}

// asWhole reads 1,234 and 1.234,00 as they are meant: no whole number of a provider has a fraction.
func asWhole(cell string) any {
	digits := noFraction.ReplaceAllString(plain(cell), "")
	if inThousands.MatchString(digits) {
		digits = notDigits.ReplaceAllString(digits, "")
	}
	return asNumber(digits, cell)
}

// asDegrees reads 42.97 and 42,97: no degrees are in the thousands.
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

// truths are how people, and spreadsheets in some languages, write them.
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

// asDigits reads a number that counts nothing. Spreadsheets make 1234567893.0 of 1234567893, and people put an
// apostrophe before it against that.
func asDigits(cell string) any {
	return strings.TrimSuffix(strings.TrimPrefix(cell, "'"), ".0")
}

// asPhone is digits, or a text that starts with a plus sign.
func asPhone(cell string) any { return asDigits(unshielded(cell)) }

var postalCodePattern = regexp.MustCompile(`^\d{5}(-\d{4})?$`)

// mendPostalCode gives a ZIP code back the zeros that a spreadsheet took from it.
func mendPostalCode(location map[string]any) {
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

// textOf is a text in JSON, "" for anything else.
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
