package catalog

import "findcare/internal/search"

// DirectoryQuality is how much of the directory was confirmed lately.
type DirectoryQuality struct{ snapshot *Snapshot }

// Quality tells how much of the directory was confirmed lately.
func (d Directory) Quality() DirectoryQuality { return DirectoryQuality{d.snapshot} }

// QualityCount is how many providers with a value were not confirmed lately.
type QualityCount struct {
	ValueCount
	Unconfirmed int
}

// Share is the part of them that was not confirmed lately, from 0 to 1.
func (c QualityCount) Share() float64 { return float64(c.Unconfirmed) / float64(c.Count) }

// Unconfirmed is how many providers nobody has confirmed lately.
func (q DirectoryQuality) Unconfirmed() int { return q.results(true).Total }

// Share is the part of the providers that nobody has confirmed lately, from 0 to 1.
func (q DirectoryQuality) Share() float64 {
	all := q.snapshot.index.Len()
	if all == 0 {
		return 0
	}
	return float64(q.Unconfirmed()) / float64(all)
}

// ByState counts by the states of the locations.
func (q DirectoryQuality) ByState() []QualityCount { return q.by(search.FieldStates) }

// BySource counts by the registries that entries come from.
func (q DirectoryQuality) BySource() []QualityCount { return q.by(search.FieldSources) }

func (q DirectoryQuality) results(unconfirmed bool) *search.Results {
	query := q.snapshot.index.NewQuery()
	if unconfirmed {
		query.Unconfirmed("unconfirmed", q.snapshot.confirmedFrom(q.snapshot.Today()))
	}
	return query.Run(search.Page{})
}

func (q DirectoryQuality) by(f search.Field) []QualityCount {
	count := func(results *search.Results) []ValueCount {
		return search.Facet(results, f, maxFacet, nil, func(value string, count int) ValueCount {
			return ValueCount{value, count, f}
		})
	}
	unconfirmed := make(map[string]int)
	for _, c := range count(q.results(true)) {
		unconfirmed[c.Value] = c.Count
	}
	all := count(q.results(false))
	counts := make([]QualityCount, len(all))
	for i, c := range all {
		counts[i] = QualityCount{c, unconfirmed[c.Value]}
	}
	return counts
}
