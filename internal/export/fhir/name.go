package fhir

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	prefixes = []string{"dr", "mr", "mrs", "ms", "mx", "prof", "rev"}
	suffixes = []string{"jr", "sr", "ii", "iii", "iv", "2nd", "3rd", "4th"}
)

// humanName is the name of a person: in the parts that the NPI record has, where the entry goes by the record's name.
func (s *subject) humanName() humanName {
	record := s.NPIRecord
	if record == nil || record.Person == nil || record.Name != s.Name || clean(record.Person.Family) == "" {
		return nameOf(s.name())
	}
	name := humanName{Text: clean(s.Name), Family: clean(record.Person.Family)}
	for _, given := range record.Person.Given {
		if given = clean(given); given != "" {
			name.Given = append(name.Given, given)
		}
	}
	if suffix := clean(string(record.Person.Suffix)); suffix != "" {
		name.Suffix = []string{suffix}
	}
	return name
}

// nameOf splits a name, which the directory keeps in one text, into its parts in the usual reading of an English name.
// The full text is kept beside them. The family name is the last word with the particles before it, as in de la Cruz.
func nameOf(text string) humanName {
	name := humanName{Text: clean(text)}
	front, back, _ := strings.Cut(name.Text, ",")
	words := strings.Fields(front)
	for len(words) > 1 && isOne(prefixes, words[0]) {
		name.Prefix, words = append(name.Prefix, words[0]), words[1:]
	}
	end := len(words)
	for end > 1 && isOne(suffixes, words[end-1]) {
		end--
	}
	name.Suffix = append(words[end:len(words):len(words)], strings.Fields(strings.ReplaceAll(back, ",", " "))...)
	words = words[:end]
	start := max(len(words)-1, 0)
	for start > 1 && isParticle(words[start-1]) {
		start--
	}
	name.Family, name.Given = strings.Join(words[start:], " "), words[:start]
	if name.Family == "" { // nothing before the comma
		name.Family, name.Suffix = name.Text, nil
	}
	return name
}

func isOne(of []string, word string) bool {
	return slices.Contains(of, strings.ToLower(strings.TrimSuffix(word, ".")))
}

func isParticle(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(first)
}
