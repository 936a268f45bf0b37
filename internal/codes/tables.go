// Package codes knows the codes of the public registries that providers are imported from: what a taxonomy code of the
// NPI registry makes of somebody, what letters after a name stand for, and what a service code of SAMHSA means. The
// tables are the JSON files beside it. Codes are those of the NUCC's Health Care Provider Taxonomy (© AMA); the names
// are our own.
package codes

import (
	"embed"
	"encoding/json"
	"slices"
	"strings"
	"sync"
)

//go:embed *.json
var files embed.FS

// Entry is a document that an import makes where the directory does not have it.
type Entry struct {
	Slug, Name, Abbreviation string
}

// Profession is what taxonomy codes make of somebody.
type Profession struct {
	Entry
	// Taxonomies are its codes in behavioural health.
	Taxonomies []string
}

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

// Service is what a facility offers, accepts or speaks, by SAMHSA's code for it.
type Service struct {
	Code          string
	Label         string
	Treatment     *Entry
	AgeGroups     []string
	SessionFormat string
	Language      string
	Payment       string
}

type tables struct {
	professions []Profession
	byTaxonomy  map[string]*Profession // nil for those of organizations
	credentials []Credential
	byText      map[string]*Credential
	byName      map[string]*Credential // by the name in capitals, without spaces and without "and"
	ranks
	byCredential  map[string]*Credential
	services      map[string]*Service
	organizations []string
}

// longestAbbreviation is how many letters one has at most; longer ones are words.
const longestAbbreviation = 8

var load = sync.OnceValue(func() *tables {
	t := &tables{
		byTaxonomy: make(
			map[string]*Profession,
		), byText: make(map[string]*Credential), byName: make(map[string]*Credential),
		byCredential: make(map[string]*Credential), services: make(map[string]*Service),
	}
	var taxonomies struct {
		Professions   []Profession
		Organizations []string
	}
	read("taxonomies.json", &taxonomies)
	t.professions, t.organizations = taxonomies.Professions, taxonomies.Organizations
	for i := range t.professions {
		for _, code := range t.professions[i].Taxonomies {
			t.byTaxonomy[code] = &t.professions[i]
		}
	}
	for _, code := range t.organizations {
		t.byTaxonomy[code] = nil
	}
	read("credentials.json", &t.credentials)
	for i := range t.credentials {
		c := &t.credentials[i]
		t.byCredential[c.Slug] = c
		t.byName[Letters(strings.ReplaceAll(c.Name, " and ", ""))] = c
		for _, text := range append([]string{Letters(c.Abbreviation)}, c.Also...) {
			t.byText[text] = c
			if len(text) > longestAbbreviation {
				t.byName[text] = c
			}
		}
	}
	t.ranks = readRanks()
	var services []Service
	read("services.json", &services)
	for i := range services {
		t.services[services[i].Code] = &services[i]
	}
	return t
})

func read(name string, into any) {
	content, err := files.ReadFile(name)
	if err == nil {
		err = json.Unmarshal(content, into)
	}
	if err != nil {
		panic(name + ": " + err.Error()) // it is part of the program, and tested with it
	}
}

// Behavioural tells whether a taxonomy code is one of behavioural health.
func Behavioural(code string) bool {
	_, known := load().byTaxonomy[code]
	return known
}

// BehaviouralTaxonomies lists the codes of behavioural health, ascending: those of people, and those of organizations.
func BehaviouralTaxonomies() (people, organizations []string) {
	for _, p := range load().professions {
		people = append(people, p.Taxonomies...)
	}
	slices.Sort(people)
	return people, slices.Sorted(slices.Values(load().organizations))
}

// ProfessionOf returns what a taxonomy code makes of somebody, nil where that is not known.
func ProfessionOf(code string) *Profession { return load().byTaxonomy[code] }

// CredentialOf returns what letters stand for, nil where that is not known. They are as Letters makes them.
func CredentialOf(letters string) *Credential { return load().byText[letters] }

// ServiceOf returns what a service code of SAMHSA means, nil where the directory has no place for it.
func ServiceOf(code string) *Service { return load().services[code] }

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

// Fits tells whether a credential, by its slug or its abbreviation, is one for a profession, as far as the tables know.
func (p *Profession) Fits(slug, abbreviation string) bool {
	if slug == p.Slug {
		return true
	}
	c := load().byCredential[slug]
	if c == nil && abbreviation != "" {
		c = CredentialOf(Letters(abbreviation))
	}
	return c != nil && slices.Contains(c.Professions, p.Slug)
}
