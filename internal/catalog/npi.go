package catalog

import (
	"slices"

	"findcare/internal/codes"
	"findcare/models"
)

// NPIRecord is a provider held against the record in the NPI registry.
type NPIRecord struct {
	*models.NPIRecord
	provider Provider
}

// NPIRecord is nil where no record of the provider's NPI was imported.
func (p Provider) NPIRecord() *NPIRecord {
	record := p.Provider.NPIRecord
	if record == nil || record.NPI != string(p.NPI) { // an editor may have changed the NPI since
		return nil
	}
	return &NPIRecord{record, p}
}

// Label says what came of it. It never says that a licence holds.
func (r NPIRecord) Label() string {
	switch {
	case r.DeactivatedOn != "":
		return "NPI deactivated"
	case r.Matches():
		return "NPI record matches"
	}
	return "NPI record differs"
}

// Matches reports whether all agrees.
func (r NPIRecord) Matches() bool {
	return r.DeactivatedOn == "" && r.NameMatches() && r.StateMatches() && r.TaxonomyMatches()
}

// NameMatches reports whether every word of the entry's name stands in the record's.
func (r NPIRecord) NameMatches() bool { return r.SharesName(r.provider.Name) }

// StateMatches reports whether there is a state in which both have a location.
func (r NPIRecord) StateMatches() bool {
	return slices.ContainsFunc(
		r.provider.Locations,
		func(l models.Location) bool { return slices.Contains(r.States, l.StateCode) },
	)
}

// TaxonomyMatches reports whether one of the entry's credentials is for what the taxonomy says; of organizations,
// whether both are in behavioural health.
func (r NPIRecord) TaxonomyMatches() bool {
	if r.Type != r.provider.Type {
		return false
	}
	if r.Type == models.Organization {
		return slices.ContainsFunc(r.Taxonomies, codes.Behavioural)
	}
	for _, code := range r.Taxonomies {
		profession := codes.ProfessionOf(code)
		if profession != nil &&
			slices.ContainsFunc(
				r.provider.Credentials(),
				func(c Credential) bool { return profession.Fits(c.Slug, string(c.Abbreviation)) },
			) {
			return true
		}
	}
	return false
}
