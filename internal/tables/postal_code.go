package tables

import "strings"

// zerosOf are the first digits of the ZIP codes that start with a zero, by state (Publication 65 of the Postal
// Service). Spreadsheets take such a code for a number and drop the zeros.
var zerosOf = map[string][]string{
	"CT": {
		"06",
	}, "MA": {"01", "02", "055"}, "ME": {"039", "04"}, "NH": {
		"030", "031", "032", "033", "034", "035", "036", "037", "038",
	},
	"NJ": {"07", "08"}, "NY": {"005", "063"}, "PR": {"006", "007", "009"}, "RI": {"028", "029"}, "VI": {"008"},
	"VT": {"050", "051", "052", "053", "054", "056", "057", "058", "059"}, "AE": {"09"},
}

// ShortZIP is how many digits a ZIP code has.
const ShortZIP = len("48507")

const longZIP = len("485071234")

// PostalCode writes a ZIP code or ZIP+4 of digits with what else stands between them, and gives back zeros that were
// lost where the state has such codes. It is false for anything else.
func PostalCode(text, state string) (code string, ok bool) {
	digits := Digits(text)
	if strings.Trim(text, "0123456789- .") != "" {
		return "", false
	}
	full := ShortZIP
	if len(digits) > ShortZIP {
		full = longZIP
	}
	if missing := full - len(digits); missing > 0 && missing <= 2 {
		digits = strings.Repeat("0", missing) + digits
		if !startsWithOneOf(digits, zerosOf[state]) {
			return "", false
		}
	}
	switch len(digits) {
	case ShortZIP:
		return digits, true
	case longZIP:
		if digits[ShortZIP:] == "0000" { // no such delivery route
			return digits[:ShortZIP], true
		}
		return digits[:ShortZIP] + "-" + digits[ShortZIP:], true
	}
	return "", false
}

func startsWithOneOf(text string, starts []string) bool {
	for _, start := range starts {
		if strings.HasPrefix(text, start) {
			return true
		}
	}
	return false
}

// Digits are those of a text.
func Digits(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, text)
}
