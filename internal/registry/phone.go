package registry

import (
	"strings"

	"findcare/internal/tables"
)

// phone returns a phone number of the United States in E.164, which has no place for an extension. models.phone reads
// what people type.
func phone(text string) (e164 string, ok bool) {
	if extension := strings.IndexAny(text, "xX"); extension > 0 {
		text = text[:extension]
	}
	digits := tables.Digits(text)
	const national = len("8105550123")
	if len(digits) == national+1 && digits[0] == '1' {
		digits = digits[1:]
	}
	if len(digits) != national || digits[0] < '2' || digits[3] < '2' || strings.ContainsFunc(text, isLetter) {
		return "", false
	}
	return "+1" + digits, true
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
