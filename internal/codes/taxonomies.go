package codes

import "slices"

// Profession is what taxonomy codes say somebody does.
type Profession struct {
	Entry
	// Taxonomies are its codes in behavioural health.
	Taxonomies []string
}

// Behavioural reports whether a taxonomy code is one of behavioural health.
func Behavioural(code string) bool {
	_, known := load().byTaxonomy[code]
	return known
}

// BehaviouralTaxonomies returns the codes of behavioural health in ascending order, those of individuals and those of
// organizations.
func BehaviouralTaxonomies() (people, organizations []string) {
	for _, p := range load().professions {
		people = append(people, p.Taxonomies...)
	}
	slices.Sort(people)
	return people, slices.Sorted(slices.Values(load().organizations))
}

// ProfessionOf returns the profession of a taxonomy code, nil if it is unknown or one of organizations.
func ProfessionOf(code string) *Profession { return load().byTaxonomy[code] }

// Fits reports whether a credential, given by its slug or abbreviation, is one for the profession according to the
// tables.
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
