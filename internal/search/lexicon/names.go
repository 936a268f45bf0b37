package lexicon

import (
	"slices"
	"strings"
	"unicode"

	"findcare/models"
)

// nameParticles begin family names that people write in one word or in two: O'Brien, McDonald, De La Cruz.
var nameParticles = map[string]bool{
	"o": true, "mc": true, "mac": true, "d": true, "de": true, "del": true, "della": true, "di": true, "da": true,
	"du": true, "la": true, "le": true, "van": true, "von": true, "fitz": true, "st": true,
}

// IsNameParticle reports whether a folded word begins family names that people also write in one word.
func IsNameParticle(word string) bool { return nameParticles[word] }

// irishNames are what stands behind O' in the most common of such names.
var irishNames = func() map[string]bool {
	names := make(map[string]bool)
	for name := range strings.FieldsSeq(`
		boyle brian brien bryan bryant byrne callaghan conner connell connor daniel dell doherty donnell
		donoghue donovan dowd driscoll dwyer farrell flaherty flynn gara gorman grady hagan hanlon hara
		hare hearn higgins keefe kelly lary leary loughlin mahoney mahony malley malia mara meara neal
		neil neill quinn reilly riley riordan rourke shaughnessy shea steen sullivan toole
	`) {
		names["o"+name] = true
	}
	return names
}()

// AppendNameWords appends the [Words] of a name to words, and those of the other forms in which people write parts of
// it: of O'Brien and O Brien these are obrien, o and brien, of McDonald and Mc Donald mcdonald, mc and donald.
func AppendNameWords(words []string, name string) []string {
	first := len(words)
	words = AppendWords(words, name)
	own := slices.Clone(words[first:])
	for i := range own {
		if joined, n := joinedName(own[i:]); n > 1 {
			words = append(words, joined)
		}
	}
	for part := range strings.FieldsFuncSeq(name, func(r rune) bool {
		return !unicode.IsLetter(r) && !isApostrophe(r)
	}) {
		if particle, rest, ok := splitName(part); ok {
			words = append(words, particle, rest)
		}
	}
	return words
}

// JoinName returns the words of a name with particles and what they belong to in one: o brien is obrien.
func JoinName(words []string) (joined []string) {
	for i := 0; i < len(words); {
		word, n := joinedName(words[i:])
		joined, i = append(joined, word), i+n
	}
	return joined
}

// joinedName returns the first word with what its particles belong to, and how many words that are.
func joinedName(words []string) (joined string, n int) {
	for n < len(words)-1 && nameParticles[words[n]] {
		n++
	}
	n++
	return strings.Join(words[:n], ""), n
}

// splitName splits a word of a name after its particle: at an apostrophe, before a capital, after Mc, and in O'Brien
// and the like.
func splitName(word string) (particle, rest string, ok bool) {
	at := -1
	for i, r := range word {
		if isApostrophe(r) || i > 0 && unicode.IsUpper(r) && unicode.IsLower(rune(word[i-1])) {
			at = i
			break
		}
	}
	folded := models.Fold(word)
	switch {
	case at > 0:
		particle = models.Fold(word[:at])
		rest = strings.TrimFunc(models.Fold(word[at:]), func(r rune) bool { return !isWordRune(r) })
	case strings.HasPrefix(folded, "mc"):
		particle, rest = folded[:2], folded[2:]
	case irishNames[folded]:
		particle, rest = folded[:1], folded[1:]
	}
	const shortest = 2 // letters, so that nothing is split off that is an ending
	return particle, rest, nameParticles[particle] && len(rest) >= shortest && !strings.ContainsFunc(rest, isApostrophe)
}
