package codes

import "slices"

// Profession is what taxonomy codes make of somebody.
type Profession struct {
	Entry
	// Taxonomies are its codes in behavioural health.
	Taxonomies []string
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
