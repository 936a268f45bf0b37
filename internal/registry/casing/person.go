package casing

import (
	"slices"
	"strings"
	"unicode/utf8"

	"findcare/internal/codes"
)

// Person is the name of a person in the columns of a registry.
type Person struct {
	Given, Middle, Family string
	// Suffix is what stands after the family name: Jr., III.
	Suffix string
}

// Write returns the name as the person would write it, column by column. Degrees that stand in the column of the family
// name are left out, and a suffix there is put where it belongs. All of it is empty where there is no family name.
func (p Person) Write() Person {
	family, suffix := familyName(p.Family)
	if family == "" {
		return Person{}
	}
	if own := Suffix(p.Suffix); own != "" {
		suffix = own
	}
	return Person{Given: givenName(p.Given), Middle: givenName(p.Middle), Family: family, Suffix: suffix}
}

// Full returns the whole name in one line.
func (p Person) Full() string {
	parts := []string{p.Given, p.Middle, p.Family, p.Suffix}
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), " ")
}

// suffixes are what may stand after a name, as they are written.
var suffixes = map[string]string{
	"jr": "Jr.", "junior": "Jr.", "sr": "Sr.", "senior": "Sr.",
	"i": "I", "ii": "II", "iii": "III", "iv": "IV", "v": "V", "vi": "VI", "2nd": "II", "3rd": "III", "4th": "IV",
}

// Suffix writes a suffix of a name, and is empty where it is none.
func Suffix(text string) string { return suffixes[strings.Trim(strings.ToLower(text), "., ")] }

// particles are small where a name follows them.
var particles = strings.Fields("" +
	"de la las los del der den di da do dos das du van von ter ten y e el bin ibn zu zur")

// familyName returns a family name without the degrees and the suffix that stand behind it.
func familyName(text string) (family, suffix string) {
	text = strings.Trim(spaced(apostrophes.Replace(text)), " ,;-")
	text, suffix = cutSuffixes(text)
	if !recase(text) {
		return text, suffix
	}
	words := join(strings.Fields(strings.ToLower(text)))
	for i, word := range words {
		if i < len(words)-1 && slices.Contains(particles, word) {
			continue
		}
		words[i] = inside(word, func(bare string) string { return eachPart(bare, "-", name) })
	}
	return strings.Join(words, " "), suffix
}

// join puts together what belongs to one name: Mc Donald, O Brien.
func join(words []string) []string {
	joined := words[:0]
	for i := 0; i < len(words); i++ {
		word := words[i]
		if i+1 < len(words) && utf8.RuneCountInString(words[i+1]) > 2 {
			switch {
			case word == "mc", word == "mac" && slices.Contains(macNames, word+words[i+1]):
				i++
				word += words[i]
			case word == "o", word == "d", word == "o'", word == "d'":
				i++
				word = word[:1] + "'" + words[i]
			case word == "st":
				word = "st."
			}
		}
		joined = append(joined, word)
	}
	return joined
}

// cutSuffixes cuts degrees and suffixes off the end of a family name: "Smith, PhD", "MacDonald III", "Smith (LCSW)".
func cutSuffixes(text string) (family, suffix string) {
	family, list, _ := strings.Cut(text, ",")
	for _, part := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' || r == ';' }) {
		if known := Suffix(part); known != "" {
			suffix = known
		} else if !isDegree(part, true) {
			return spaced(text), suffix // whatever this is, it is not ours to cut
		}
	}
	words := strings.Fields(family)
	for len(words) > 1 {
		last := words[len(words)-1]
		if known := Suffix(last); known != "" {
			suffix = known
		} else if !isDegree(last, strings.HasPrefix(last, "(")) {
			break
		}
		words = words[:len(words)-1]
	}
	return strings.Trim(strings.Join(words, " "), " ,;"), suffix
}

// alsoNames are degrees that are family names, too.
var alsoNames = strings.Fields("do ma ba an ed pa la lac mac bass msn ms rn")

// degrees are what may stand after a name without being a credential that the directory has.
var degrees = strings.Fields("" +
	"aprn arnp ba bs bsn bsw crnp dc dds dmin dnp do dph drph edd edm eds esq facs fnp jd llc ma mba md " +
	"mdiv med mph ms msed msn mssw msw np ot otr pa pac pharmd phd pmhnp pmhnpbc psyd rn scd thd ncc " +
	"lcswr bcba bcbad cadc lac lpn ncsp")

// isDegree reports whether a word is a degree or a licence. Behind a comma, there is no doubt that it is no name.
func isDegree(word string, apart bool) bool {
	letters := codes.Letters(strings.Trim(word, "()."))
	if !apart && slices.Contains(alsoNames, strings.ToLower(letters)) && !strings.Contains(word, ".") {
		return false
	}
	return codes.CredentialOf(letters) != nil || slices.Contains(degrees, strings.ToLower(letters))
}

// givenName is a first or middle name: its particles are no particles (La Toya, Van), and an initial has a dot.
func givenName(text string) string {
	text = strings.Trim(spaced(apostrophes.Replace(text)), " ,;-")
	if utf8.RuneCountInString(text) == 1 && strings.ToUpper(text) != strings.ToLower(text) {
		return strings.ToUpper(text) + "."
	}
	if !recase(text) {
		return text
	}
	words := strings.Fields(strings.ToLower(text))
	if len(words) > 1 && slices.Contains([]string{"dr", "dr.", "mr", "mr.", "mrs", "mrs.", "ms", "ms."}, words[0]) {
		words = words[1:]
	}
	for i, word := range words {
		words[i] = inside(word, func(bare string) string { return eachPart(bare, "-", givenWord) })
	}
	return strings.Join(words, " ")
}

// pairs are initials with a vowel among them that people use as a first name.
var pairs = strings.Fields("aj ej oj ac ag aw ew ec")

func givenWord(lower string) string {
	const longest = 3
	switch {
	case strings.Contains(lower, "."):
		isLong := func(part string) bool { return len(part) > 1 }
		if !slices.ContainsFunc(strings.Split(lower, "."), isLong) {
			return strings.ToUpper(lower) // J.R.
		}
	case slices.Contains(pairs, lower),
		len(lower) > 1 && len(lower) <= longest && !strings.ContainsAny(lower, vowels) &&
			strings.IndexFunc(lower, notASCII) < 0:
		return strings.ToUpper(lower) // JD
	case utf8.RuneCountInString(lower) == 1:
		return strings.ToUpper(lower)
	}
	return name(lower)
}
