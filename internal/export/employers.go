package export

import (
	"context"
	"slices"

	"findcare/models"
)

// employers are the organizations that people work for. They may come later than the people, so each is looked up when
// it is first referred to.
type employers struct {
	from  Source
	slugs portable
	// known reports, for each that was looked up, whether the export has it.
	known map[string]bool
}

// keep removes from a provider the organizations that the export does not have, and learns the slugs of the others.
func (e *employers) keep(ctx context.Context, provider *models.Provider, options Options) error {
	var unknown []string
	for _, id := range provider.WorksForIDs {
		if _, known := e.known[id]; !known {
			unknown = append(unknown, id)
			e.known[id] = false
		}
	}
	if len(unknown) > 0 {
		documents, err := e.from.Current(ctx, unknown)
		if err != nil {
			return err
		}
		for _, document := range documents {
			organization, ok := document.(*models.Provider)
			if ok && organization.Type == models.Organization && options.shows(organization) {
				e.known[organization.ID], e.slugs[organization.ID] = true, organization.Slug
			}
		}
	}
	provider.WorksForIDs = slices.DeleteFunc(provider.WorksForIDs, func(id string) bool { return !e.known[id] })
	return nil
}
