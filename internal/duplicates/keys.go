package duplicates

import (
	"slices"
	"strings"

	"github.com/cespare/xxhash/v2"

	"findcare/internal/search/lexicon"
	"findcare/models"
)

// Reason is why two entries look like one provider.
type Reason string

// The reasons, the strongest first.
const (
	SameNPI     Reason = "NPI"
	SameLicense Reason = "LICENSE"
	SameName    Reason = "NAME_AND_PLACE"
	SamePhone   Reason = "PHONE" // and a word of the name, since many people share the number of a clinic
)

// Reasons returns all reasons, the strongest first.
func Reasons() []Reason { return []Reason{SameNPI, SameLicense, SameName, SamePhone} }

// Compare is negative where the reason is stronger than another one, and positive where it is weaker.
func (r Reason) Compare(other Reason) int {
	return slices.Index(Reasons(), r) - slices.Index(Reasons(), other)
}

// key is a property that two entries for one provider share. Two different properties have the same hash about never.
type key struct {
	reason Reason
	hash   uint64
}

// keysOf returns the keys of an entry, each once.
func keysOf(p *models.Provider) (keys []key) {
	add := func(reason Reason, parts ...string) {
		k := key{reason, xxhash.Sum64String(strings.Join(parts, "\x00"))}
		if !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	if p.NPI != "" {
		add(SameNPI, string(p.NPI))
	}
	if p.NPIRecord != nil {
		add(SameNPI, p.NPIRecord.NPI)
	}
	for i := range p.Licenses {
		if l := &p.Licenses[i]; l.Number != "" {
			add(SameLicense, l.CredentialID, l.State, models.Fold(string(l.Number)))
		}
	}
	names := make([]string, 0, 1+len(p.OtherNames))
	for _, name := range append([]string{p.Name}, p.OtherNames...) {
		names = append(names, plainNames(name)...)
	}
	for i := range p.Locations {
		l := &p.Locations[i]
		for _, name := range names {
			add(SameName, string(p.Type), name, models.Fold(l.City), l.StateCode)
		}
	}
	for _, phone := range p.AllPhones() {
		if phone.Purpose == models.FaxPhone {
			continue
		}
		for _, word := range tellingWords(p) {
			add(SamePhone, string(p.Type), phone.Number, word)
		}
	}
	return keys
}

// legalForms say nothing of who somebody is.
var legalForms = map[string]bool{
	"llc": true, "pllc": true, "inc": true, "pc": true, "pa": true, "ltd": true, "corp": true, "corporation": true,
	"incorporated": true, "the": true, "co": true, "llp": true, "and": true, "dba": true,
}

// plainNames returns a name as [plainName] does and, where people write a part of it in one word or in two, in one: O
// Brien is obrien, too.
func plainNames(name string) []string {
	words := wordsOf(name)
	plain, joined := plainName(words), plainName(lexicon.JoinName(words))
	if plain == joined {
		return []string{plain}
	}
	return []string{plain, joined}
}

// plainName joins the words of a name without legal forms and single letters between others.
func plainName(words []string) string {
	saysNothing := func(word string) bool { return legalForms[word] || len(word) == 1 }
	plain := slices.DeleteFunc(slices.Clone(words), saysNothing)
	if len(plain) == 0 {
		plain = words
	}
	return strings.Join(plain, " ")
}

func wordsOf(name string) []string {
	name = strings.NewReplacer(".", "", "'", "", "’", "").Replace(models.Fold(name))
	return strings.FieldsFunc(name, func(r rune) bool { return !isWord(r) })
}

func isWord(r rune) bool { return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 0x7f }

// everydayWords stand in the names of many organizations.
var everydayWords = map[string]bool{
	"associates": true, "behavioral": true, "behavioural": true, "care": true, "center": true, "centers": true,
	"centre": true, "clinic": true, "clinical": true, "collective": true, "community": true, "counseling": true,
	"county": true, "department": true, "family": true, "group": true, "health": true, "healthcare": true,
	"hospital": true, "institute": true, "medical": true, "mental": true, "network": true, "outpatient": true,
	"practice": true, "program": true, "psychiatric": true, "psychiatry": true, "psychological": true,
	"psychology": true, "recovery": true, "service": true, "services": true, "solutions": true, "therapy": true,
	"treatment": true, "wellness": true,
}

// tellingWords are the words of a name that two entries with one telephone number do not share by chance: the family
// name of a person, and of an organization the words that few others have.
func tellingWords(p *models.Provider) []string {
	if p.Type != models.Organization {
		return familyNames(p.Name)
	}
	words := strings.Fields(plainName(wordsOf(p.Name)))
	return slices.DeleteFunc(words, func(word string) bool { return everydayWords[word] || len(word) < 3 })
}

// familyNames returns the last word of a name, in each of the ways in which it may be written.
func familyNames(name string) (last []string) {
	for _, plain := range plainNames(name) {
		if words := strings.Fields(plain); len(words) > 0 {
			last = append(last, words[len(words)-1])
		}
	}
	return last
}
