package codes

import (
	"embed"
	"encoding/json"
	"strings"
	"sync"
)

//go:embed *.json
var files embed.FS

// Entry is a document that an import creates if the directory does not have it.
type Entry struct {
	Slug, Name, Abbreviation string
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
	serviceLabels map[string]*Service // by their letters and digits
	organizations []string
}

var load = sync.OnceValue(func() *tables {
	t := &tables{
		byTaxonomy:   make(map[string]*Profession),
		byText:       make(map[string]*Credential),
		byName:       make(map[string]*Credential),
		byCredential: make(map[string]*Credential),
		services:     make(map[string]*Service), serviceLabels: make(map[string]*Service),
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
		s := &services[i]
		if s.Code != "" {
			t.services[s.Code] = s
		}
		for _, label := range append([]string{s.Label}, s.Also...) {
			t.serviceLabels[labelKey(label)] = s
		}
	}
	return t
})

func read(name string, into any) {
	content, err := files.ReadFile(name)
	if err == nil {
		err = json.Unmarshal(content, into)
	}
	if err != nil {
		panic(name + ": " + err.Error()) // a bug: the file is embedded and tested
	}
}
