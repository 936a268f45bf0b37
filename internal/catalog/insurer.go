package catalog

import (
	"slices"

	"findcare/models"
)

// Insurer is an insurer in a snapshot.
type Insurer struct {
	*models.Insurer
	key      string // the folded name
	snapshot *Snapshot
}

// Label is the name.
func (i Insurer) Label() string { return i.Name }

func (i Insurer) head() *models.Header { return &i.Insurer.Header }
func (i Insurer) sortKey() string      { return i.key }

// IsNode marks Insurer as a Node of the schema.
func (Insurer) IsNode() {}

// IsTopic marks Insurer as a Topic of the schema.
func (Insurer) IsTopic() {}

// Providers are those who take the insurer.
func (i Insurer) Providers(
	filter *ProviderFilter,
	orderBy *ProviderOrder,
	first *int,
	after *string,
	last *int,
	before *string,
) (ProviderConnection, error) {
	return i.snapshot.providersOf(
		models.KindInsurer,
		i.ID,
		ProviderSearch{Filter: filter, OrderBy: orderBy, Page: Page{first, after, last, before}},
	)
}

// Articles are those about the insurer.
func (i Insurer) Articles(first *int, after *string, last *int, before *string) (ArticleConnection, error) {
	return i.snapshot.articlesAbout(i.ID, Page{first, after, last, before}, nil)
}

// Coverage is that a provider takes an insurer, in a snapshot.
type Coverage struct {
	models.Coverage
	Insurer Insurer
}

// Network is nil where nobody has said.
func (c Coverage) Network() *models.Network { return given(c.Coverage.Network) }

// Source is nil where nobody has said who says so.
func (c Coverage) Source() *models.CoverageSource { return given(c.Coverage.Source) }

// Coverage is what is known of the insurers that the provider takes: what was said of each and, of those that only a
// label means, no more than that. Labels that mean no insurer are no coverage.
func (p Provider) Coverage() []Coverage {
	coverage := make([]Coverage, 0, len(p.Provider.Coverage)+len(p.Insurances))
	for _, said := range p.Provider.Coverage {
		if insurer, ok := p.snapshot.insurers.byID[said.InsurerID]; ok {
			coverage = append(coverage, Coverage{said, insurer})
		}
	}
	for _, id := range p.Takes(p.snapshot.insurerNames) {
		if !slices.ContainsFunc(p.Provider.Coverage, func(said models.Coverage) bool { return said.InsurerID == id }) {
			coverage = append(coverage, Coverage{models.Coverage{InsurerID: id}, p.snapshot.insurers.byID[id]})
		}
	}
	return coverage
}

// InsurerNames says which insurer a label means.
func (s *Snapshot) InsurerNames() models.InsurerNames { return s.insurerNames }

// insurerGiven returns the insurer that a filter gives by any of its names, slug or id.
func (s *Snapshot) insurerGiven(text string) (id string, known bool) {
	if insurer, known := s.insurerNames.Find(text); known {
		return insurer.ID, true
	}
	return s.insurers.idOf(text)
}

// insurances tells what a filter asks for: the ids of insurers, and labels that mean none.
func (s *Snapshot) insurances(given []string) (labels, ids []string) {
	for _, text := range given {
		if id, known := s.insurerGiven(text); known {
			ids = append(ids, id)
		} else {
			labels = append(labels, text)
		}
	}
	return labels, ids
}

// InsuranceName returns a value of the filter as the facet has it: the name of the insurer that it gives, else itself.
func (s *Snapshot) InsuranceName(value string) string {
	if id, known := s.insurerGiven(value); known {
		return s.insurers.byID[id].Name
	}
	return value
}

// insurances says which insurers and labels of a filter the provider takes.
func (m *matching) insurances(given []string) {
	labels, ids := m.snapshot.insurances(given)
	taken := m.edge.Node.Takes(m.snapshot.insurerNames)
	for _, id := range ids {
		if slices.Contains(taken, id) {
			m.say("Takes %s", m.snapshot.insurers.byID[id].Name)
		}
	}
	for _, label := range labels {
		m.spelled("Takes %s", label, m.edge.Node.Insurances)
	}
}

// insurance says a label, by the name of the insurer where it means one.
func (m *matching) insurance(label string) {
	if insurer, known := m.snapshot.insurerNames.Find(label); known {
		label = insurer.Name
	}
	m.say("Takes %s", label)
}
