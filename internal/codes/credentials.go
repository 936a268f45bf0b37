package codes

import "strings"

// Credential is what letters after a name stand for.
type Credential struct {
	Entry
	// Also are other spellings, in capitals without marks and without "and".
	Also []string
	// Professions are the slugs of those that it is a licence or a certification for.
	Professions []string
	// General tells that it leaves open whether its holder is in behavioural health, as a degree does.
	General bool
	// Ambiguous tells that the letters stand for other things, too.
	Ambiguous bool
}

// longestAbbreviation is how many letters one has at most; longer ones are words.
const longestAbbreviation = 8

// CredentialOf returns what letters stand for, nil where that is not known. They are as Letters makes them.
func CredentialOf(letters string) *Credential { return load().byText[letters] }

// Letters makes capitals without marks of the letters after a name: LCSW of L.C.S.W.
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
