package catalog

import (
	"findcare/internal/search"
	"findcare/models"
)

// WorksFor are the organizations that a person works for. One that the public does not see, or that is none any more,
// is left out.
func (p Provider) WorksFor() []Provider {
	organizations := make([]Provider, 0, len(p.WorksForIDs))
	for _, id := range p.WorksForIDs {
		if d, ok := p.snapshot.index.ByID(id); ok && d.Type == models.Organization {
			organizations = append(organizations, Provider{d, p.snapshot})
		}
	}
	return organizations
}

// Staff are the people who work for an organization.
func (p Provider) Staff(
	filter *ProviderFilter,
	orderBy *ProviderOrder,
	first *int,
	after *string,
	last *int,
	before *string,
) (ProviderConnection, error) {
	employer := p.ID
	if p.Type != models.Organization {
		employer = "" // nobody's
	}
	wanted := ProviderSearch{Filter: filter, OrderBy: orderBy, Page: Page{first, after, last, before}}
	return p.snapshot.searchProviders(providerList{
		name: "staff of " + p.ID, index: p.snapshot.index,
		restrict: func(q *search.Query) { q.In(search.FieldWorksFor, employer) },
	}, wanted)
}
