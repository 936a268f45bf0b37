package codes

import "strings"

// Credential is what letters after a name stand for.
type Credential struct {
	Entry
	// Also are other spellings, in capitals without punctuation and without "and".
	Also []string
	// Professions are the slugs of the professions that it is a licence or certification for.
	Professions []string
	// General reports that it does not show whether its holder is in behavioural health, as with a degree.
	General bool
	// Ambiguous reports that the letters also stand for other things.
	Ambiguous bool
}

// longestAbbreviation is the maximum length of an abbreviation; longer texts are words.
const longestAbbreviation = 8

// CredentialOf returns the credential of letters in the form of Letters, nil if they are unknown.
func CredentialOf(letters string) *Credential { return load().byText[letters] }

// Letters reduces the letters after a name to capitals without punctuation: L.C.S.W. becomes LCSW.
func Letters(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return r - 'a' + 'A'
		case r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
			return r
		}
		return -1
	}, text)
}
