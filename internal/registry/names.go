package registry

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Registries write names and addresses in capitals. These functions restore their usual spelling, and leave alone what
// has lower-case letters already.

// particles are lower-case within a family name.
var particles = []string{
	"de", "la", "las", "los", "del", "der", "den", "di", "da", "do", "dos", "das", "du", "van", "von", "ter", "ten",
	"y", "e", "el", "bin", "ibn", "zu", "zur",
}

// macNames have a capital after Mac; most names, such as Macy and Machado, do not.
var macNames = []string{
	"macalister", "macarthur", "macaulay", "maccallum", "maccormack", "macdonald", "macdonell", "macdougall",
	"macfarlane", "macgregor",
	"macintosh", "macintyre", "mackay", "mackenzie", "mackinnon", "maclachlan", "maclaren", "maclean", "macleod",
	"macmahon", "macmillan",
	"macneil", "macneill", "macpherson", "macrae", "mactavish",
}

// properName spells a part of a person's name: McDonald, O'Brien, de la Cruz.
func properName(name string) string {
	if hasSmall(name) {
		return name
	}
	words := strings.Fields(name)
	for i, word := range words {
		lower := strings.ToLower(word)
		// A particle is lower-case if a name follows it; alone it is a name, such as Van.
		if i < len(words)-1 && slices.Contains(particles, lower) {
			words[i] = lower
			continue
		}
		words[i] = eachPart(lower, '-', properWord)
	}
	return strings.Join(words, " ")
}

// givenName spells a first or middle name, in which particles are capitalized (La Toya, Van) and an initial has a
// period.
func givenName(name string) string {
	name = properName(name)
	if utf8.RuneCountInString(name) == 1 && unicode.IsLetter([]rune(name)[0]) {
		return name + "."
	}
	return capitalized(name)
}

// suffixes are name suffixes and their spelling.
var suffixes = map[string]string{
	"JR": "Jr.", "SR": "Sr.", "I": "I", "II": "II", "III": "III", "IV": "IV", "V": "V", "VI": "VI",
}

func properSuffix(text string) string {
	return suffixes[strings.ToUpper(strings.TrimSuffix(text, "."))]
}

func properWord(lower string) string {
	if suffix := suffixes[strings.ToUpper(lower)]; len(suffix) > 1 {
		return suffix
	}
	word := capitalized(lower)
	switch {
	case strings.HasPrefix(lower, "mc") && len(lower) > 3:
		word = "Mc" + capitalized(lower[2:])
	case slices.Contains(macNames, lower):
		word = "Mac" + capitalized(lower[3:])
	}
	if at := strings.IndexAny(word, "'’"); at >= 0 {
		_, size := utf8.DecodeRuneInString(word[at:])
		// O'Brien and D'Angelo, but not Smith's.
		if rest := word[at+size:]; at <= 2 && len(rest) > 1 {
			word = word[:at+size] + properWord(rest)
		}
	}
	return word
}

// smallWords are lower-case within the name of an organization.
var smallWords = []string{"a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"}

// spellings are the spellings of words in names and addresses that do not follow the rules.
var spellings = map[string]string{
	"llc": "LLC", "pllc": "PLLC", "llp": "LLP", "pc": "PC", "pa": "PA", "psc": "PSC", "sc": "SC", "plc": "PLC",
	"pllp": "PLLP", "ps": "PS", "lcsw": "LCSW",
	"lpc": "LPC", "lmft": "LMFT", "lmhc": "LMHC", "md": "MD", "do": "DO", "dba": "dba", "usa": "USA", "us": "US",
	"va": "VA", "ymca": "YMCA", "ywca": "YWCA", "phd": "PhD",
	"psyd": "PsyD", "aba": "ABA", "mh": "MH", "po": "PO", "ii": "II", "iii": "III", "iv": "IV", "nw": "NW", "ne": "NE",
	"sw": "SW", "se": "SE",
	"st": "St", "dr": "Dr", "mt": "Mt", "ft": "Ft", "rd": "Rd", "ln": "Ln", "blvd": "Blvd", "hwy": "Hwy",
	"pkwy": "Pkwy", "ctr": "Ctr", "mr": "Mr", "mrs": "Mrs", "ms": "Ms",
}

// properTitle spells the name of an organization or place, or a line of an address.
func properTitle(text string) string {
	if hasSmall(text) {
		return strings.Join(strings.Fields(text), " ")
	}
	words := strings.Fields(text)
	for i, word := range words {
		lower := strings.ToLower(word)
		if i > 0 && slices.Contains(smallWords, lower) {
			words[i] = lower
			continue
		}
		words[i] = eachPart(lower, '-', func(part string) string { return eachPart(part, '/', titleWord) })
	}
	return strings.Join(words, " ")
}

func titleWord(lower string) string {
	bare := strings.Trim(lower, ".,()&'\"")
	if known, ok := spellings[bare]; ok {
		return strings.Replace(lower, bare, known, 1)
	}
	switch {
	case strings.ContainsAny(bare, "."): // P.C., L.L.C.
		return strings.ToUpper(lower)
	case len(bare) > 1 && !strings.ContainsAny(bare, "aeiouy0123456789") && isLetters(bare): // an acronym
		return strings.ToUpper(lower)
	case bare != "" && bare[0] >= '0' && bare[0] <= '9' && !isOrdinal(bare): // 12B
		return strings.ToUpper(lower)
	}
	start := strings.IndexFunc(lower, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	if start < 0 {
		return lower
	}
	return lower[:start] + properWord(lower[start:])
}

// isOrdinal reports whether a word is an ordinal, such as 32nd, and not a number with a letter, such as 32B.
func isOrdinal(word string) bool {
	for _, end := range []string{"st", "nd", "rd", "th"} {
		if number, found := strings.CutSuffix(word, end); found && strings.Trim(number, "0123456789") == "" {
			return true
		}
	}
	return false
}

func isLetters(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}

func hasSmall(s string) bool { return strings.IndexFunc(s, unicode.IsLower) >= 0 }

// capitalized returns the text with its first letter in upper case.
func capitalized(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

// eachPart applies a function to the parts of a word between separators.
func eachPart(word string, separator rune, write func(string) string) string {
	if !strings.ContainsRune(word, separator) {
		return write(word)
	}
	parts := strings.Split(word, string(separator))
	for i, part := range parts {
		parts[i] = write(part)
	}
	return strings.Join(parts, string(separator))
}
