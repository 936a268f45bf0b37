package tables

import "strings"

// zerosOf are the first digits of ZIP codes with leading zeros, by state (USPS Publication 65). Spreadsheets read such
// codes as numbers and drop the zeros.
var zerosOf = map[string][]string{
	"AE": {"09"},
	"CT": {"06"},
	"MA": {"01", "02", "055"},
	"ME": {"039", "04"},
	"NH": {"030", "031", "032", "033", "034", "035", "036", "037", "038"},
	"NJ": {"07", "08"},
	"NY": {"005", "063"},
	"PR": {"006", "007", "009"},
	"RI": {"028", "029"},
	"VI": {"008"},
	"VT": {"050", "051", "052", "053", "054", "056", "057", "058", "059"},
}

// ShortZIP is the number of digits of a ZIP code.
const ShortZIP = len("48507")

const longZIP = len("485071234")

// PostalCode formats a ZIP code or ZIP+4, and restores leading zeros if the state has such codes. It is false for
// anything else.
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
		if digits[ShortZIP:] == "0000" { // not a delivery route
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

// Digits returns the digits of a text.
func Digits(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, text)
}
