package tables

import (
	"slices"
	"strings"
)

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
		if !slices.Contains(ZIPStates(digits), state) { // spreadsheets drop the zeros of 06708, not those of 48507
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

// Digits returns the digits of a text.
func Digits(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, text)
}
