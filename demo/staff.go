package demo

import (
	"math/rand/v2"

	"findcare/models"
)

// worksFor lets some of the people work for an organization in their state, the last one before them.
func (g *generator) worksFor(i int, d *models.Provider, home city) {
	if d.Type == models.Organization {
		g.organizations[home.StateCode] = d.Slug
		return
	}
	// Of its own, so that nothing else of the provider depends on it.
	r := random{rand.New(rand.NewPCG(2025, uint64(i)))}
	if organization, known := g.organizations[home.StateCode]; known && r.chance(30) {
		d.WorksForIDs = []string{organization}
	}
}
