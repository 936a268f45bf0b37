package catalog

import (
	"slices"
	"strings"

	"findcare/internal/search/lexicon"
	"findcare/models"
)

// spokenTerm is what people say for a filter.
type spokenTerm struct {
	text   string
	filter ProviderFilter
}

// vocabulary has all that the texts of searches are made of, by the name of a slot.
type vocabulary map[string][]spokenTerm

func (v vocabulary) add(slot, text string, filter ProviderFilter) {
	if text != "" {
		v[slot] = append(v[slot], spokenTerm{text, filter})
	}
}

// vocabularyOf has every name that the directory has for something, and the labels of all values.
func (j *judge) vocabularyOf(d *models.Directory) vocabulary {
	v := vocabulary{}
	for _, c := range d.Conditions {
		for _, name := range append([]string{c.Name, string(c.Abbreviation), c.Label()}, c.AlsoKnownAs...) {
			v.add("condition", name, ProviderFilter{Conditions: withFamily(name, c.Slug)})
		}
	}
	for _, t := range d.Treatments {
		for _, name := range append([]string{t.Name, string(t.Abbreviation), t.Label()}, t.AlsoKnownAs...) {
			v.add("treatment", name, ProviderFilter{Treatments: []string{t.Slug}})
		}
	}
	for _, c := range d.Credentials {
		dotted := strings.Join(strings.Split(string(c.Abbreviation), ""), ".") + "."
		for _, name := range []string{c.Name, string(c.Abbreviation), c.Label(), strings.TrimPrefix(dotted, ".")} {
			v.add("profession", name, ProviderFilter{Credentials: []string{c.Slug}})
		}
	}
	for _, i := range d.Insurers {
		for _, name := range append([]string{i.Name}, i.AlsoKnownAs...) {
			v.add("insurer", name, ProviderFilter{Insurances: []string{i.Name}})
		}
	}
	v.ofProviders(d.Providers)
	v.ofValues()
	return v
}

// withFamily returns a condition, and those of which people mean any by the name.
func withFamily(name, slug string) []string {
	slugs := []string{slug}
	words := lexicon.Words(name)
	if meaning, n := lexicon.Meanings(words); n == len(words) {
		for _, other := range meaning.Conditions {
			if !slices.Contains(slugs, other) && other != "histrionic-personality" {
				slugs = append(slugs, other)
			}
		}
	}
	return slugs
}

// ofProviders adds what providers have: places, languages, and what they say of themselves.
func (v vocabulary) ofProviders(providers []*models.Provider) {
	seen := map[string]bool{}
	once := func(slot, text string, filter ProviderFilter) {
		if !seen[slot+text] {
			seen[slot+text] = true
			v.add(slot, text, filter)
		}
	}
	for _, p := range providers {
		for i := range p.Locations {
			l := &p.Locations[i]
			once("city", l.City, ProviderFilter{Cities: []string{l.City}})
			once("city", l.City+", "+l.StateCode, ProviderFilter{Cities: []string{l.City + ", " + l.StateCode}})
			once("city", l.City+" "+l.State, ProviderFilter{Cities: []string{l.City + ", " + l.StateCode}})
			if l.State != "New York" && l.State != "Washington" { // the cities of these names come first
				once("state", l.State, ProviderFilter{States: []string{l.StateCode}})
			}
		}
		for _, language := range p.Languages {
			if language != models.Label(models.AmericanSignLanguage) { // a service first
				once("language", language, ProviderFilter{Languages: []string{language}})
			}
		}
		for _, identity := range p.Identities {
			if identity != "LGBTQ+" { // a population first
				once("identity", identity, ProviderFilter{Identities: []string{identity}})
			}
		}
		if p.Faith != "" {
			once("identity", string(p.Faith), ProviderFilter{Faiths: []string{string(p.Faith)}})
		}
	}
}

// ofValues adds the labels of enums, and of what providers say yes to.
func (v vocabulary) ofValues() {
	yes := true
	for _, term := range terms() {
		for _, name := range term.Names {
			filter, slot := ProviderFilter{}, "need"
			switch intentOf[term.Field].name {
			case "sessionFormats":
				slot, filter.SessionFormats = "format", []models.SessionFormat{models.SessionFormat(term.Value)}
			case "ageGroups":
				slot, filter.AgeGroups = "age", []models.AgeGroup{models.AgeGroup(term.Value)}
			case "openAt":
				slot, filter.OpenAt = "hours", []models.OpenTime{models.OpenTime(term.Value)}
			case "accessibility":
				filter.Accessibility = []models.AccessibilityFeature{models.AccessibilityFeature(term.Value)}
			case "languageServices":
				filter.LanguageServices = []models.LanguageService{models.LanguageService(term.Value)}
			case "genders":
				slot, filter.Genders = "identity", []models.Gender{models.Gender(term.Value)}
			case "populations":
				slot, filter.Populations = "population", []models.Population{models.Population(term.Value)}
			case "kinds":
				slot, filter.Kinds = "kind", []models.ProviderKind{models.ProviderKind(term.Value)}
			case "acceptingNewClients":
				slot, filter.AcceptingNewClients = "need", &yes
			case "freeConsultation":
				slot, filter.FreeConsultation = "need", &yes
			case "slidingScale":
				slot, filter.SlidingScale = "need", &yes
			case "prescribes":
				slot, filter.Prescribes = "need", &yes
			case "hasOpenings":
				slot, filter.HasOpenings = "need", &yes
			}
			if term.Value != "false" {
				v.add(slot, name, filter)
			}
		}
	}
}
