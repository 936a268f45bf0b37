package catalog

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"time"

	"pgregory.net/rapid"

	"findcare/internal/search"
	"findcare/models"
)

// everyMet reports whether all clauses hold, but for those of a filter, or of a field.
func everyMet(met map[clauseName]bool, butFilter, butField string) bool {
	for name, holds := range met {
		if !holds && name.filter != butFilter && name.field != butField {
			return false
		}
	}
	return true
}

// searched is a search and what it must find.
type searched struct {
	*oracle
	filter *ProviderFilter
	order  ProviderOrder
	text   *search.Interpretation
	want   []*models.Provider
	// without has who matches all filters except one, by that one; others who matches all clauses but those of a field.
	without, others map[string][]*models.Provider
}

// check compares everything that a snapshot says of a search with reading every provider.
func (o *oracle) check(t *rapid.T, s *Snapshot, f *ProviderFilter, order *ProviderOrder, size int) {
	if order != nil && *order == OrderDistance && f.Near == nil {
		order = nil
	}
	w := o.search(t, s, f, order)
	forward, last := w.walk(t, s, order, size, false)
	backward, _ := w.walk(t, s, order, size, true)
	wantIDs := []string(nil)
	for _, p := range w.want {
		wantIDs = append(wantIDs, p.ID)
	}
	if !slices.Equal(forward, wantIDs) || !slices.Equal(backward, wantIDs) {
		t.Fatalf("by %s\nforward  %v\nbackward %v\nwant     %v\ntext %+v",
			w.order, forward, backward, wantIDs, w.text)
	}
	w.checkFacets(t, last)
	w.checkClusters(t, last)
	w.checkWidenings(t, last)
}

func (o *oracle) search(t *rapid.T, s *Snapshot, f *ProviderFilter, order *ProviderOrder) *searched {
	w := &searched{oracle: o, filter: f, order: OrderName}
	if f.Text != nil {
		c, err := w.list(s, ProviderSearch{Filter: f})
		if err != nil {
			t.Fatal(err)
		}
		w.text = c.read
	}
	hasText := w.text != nil && !w.text.Empty()
	switch {
	case order != nil && (*order != OrderRelevance || hasText):
		w.order = *order
	case order != nil:
	case hasText:
		w.order = OrderRelevance
	case f.Near != nil:
		w.order = OrderDistance
	}
	w.without, w.others = make(map[string][]*models.Provider), make(map[string][]*models.Provider)
	for _, p := range o.Providers {
		w.try(p)
	}
	slices.SortFunc(w.want, func(a, b *models.Provider) int {
		return cmp.Or(cmp.Compare(w.primary(a), w.primary(b)), byName(a, b))
	})
	return w
}

// try holds a provider against the search.
func (w *searched) try(p *models.Provider) {
	met := w.clauses(p, w.filter, w.text)
	if everyMet(met, "-", "-") {
		w.want = append(w.want, p)
	}
	add := func(to map[string][]*models.Provider, name string, holds bool) {
		if !holds || len(to[name]) > 0 && to[name][len(to[name])-1] == p {
			return
		}
		to[name] = append(to[name], p)
	}
	for name := range met {
		add(w.without, name.filter, everyMet(met, name.filter, "-"))
		add(w.others, name.field, everyMet(met, "-", name.field))
	}
}

// near is where distances are from.
func (w *searched) near() *Near {
	if w.filter.Near != nil || w.text == nil {
		return w.filter.Near
	}
	for i := range w.text.Intents {
		if part := asFilter(&w.text.Intents[i]); part.Near != nil {
			return part.Near
		}
	}
	return nil
}

// primary is what is sorted by first.
func (w *searched) primary(p *models.Provider) float64 {
	switch w.order {
	case OrderRelevance:
		return -float64(w.relevance(p, w.text))
	case OrderDistance:
		return distance(p, placeOf(w.filter.Near))
	case OrderExperience:
		if p.PracticingSince == nil {
			return math.Inf(1)
		}
		return float64(*p.PracticingSince)
	case OrderRecentlyUpdated:
		return -float64(p.UpdatedAt.UnixMilli())
	case OrderConfirmation:
		confirmed, _ := time.Parse(time.DateOnly, string(p.ConfirmedOn))
		return float64(confirmed.Unix())
	case OrderRecommended:
		return recommendedPlace(p, options.Today())
	}
	return 0
}

// walk goes through all pages and returns the ids in the list's order, and the last page.
func (w *searched) walk(
	t *rapid.T, s *Snapshot, order *ProviderOrder, size int, backward bool,
) (ids []string, c ProviderConnection) {
	var cursor *string
	for {
		page := Page{First: &size, After: cursor}
		if backward {
			page = Page{Last: &size, Before: cursor}
		}
		c, err := w.list(s, ProviderSearch{Filter: w.filter, OrderBy: order, Page: page})
		if err != nil {
			t.Fatal(err)
		}
		if c.TotalCount() != len(w.want) {
			t.Fatalf("total %d, want %d", c.TotalCount(), len(w.want))
		}
		info, more := c.PageInfo(), false
		if backward {
			ids, cursor, more = append(w.checkPage(t, c), ids...), (*string)(&info.StartCursor), info.HasPreviousPage
		} else {
			ids, cursor, more = append(ids, w.checkPage(t, c)...), (*string)(&info.EndCursor), info.HasNextPage
		}
		if !more {
			return ids, c
		}
	}
}

// checkPage returns the ids of a page.
func (w *searched) checkPage(t *rapid.T, c ProviderConnection) (ids []string) {
	for _, edge := range c.Edges() {
		ids = append(ids, edge.Node.ID)
		near, far := w.near(), edge.DistanceMiles()
		switch {
		case near == nil:
			if far != nil {
				t.Errorf("distance %v from nowhere", *far)
			}
		case far == nil:
			if want := distance(edge.Node.Provider, placeOf(near)); !math.IsInf(want, 1) {
				t.Errorf("no distance, want %v", want)
			}
		case math.Abs(*far-distance(edge.Node.Provider, placeOf(near))) > 1e-4:
			t.Errorf("distance %v", *far)
		}
		if met := edge.Matches(); len(met) == 0 && len(w.without) > 0 {
			t.Errorf("nothing is said of why %s matches", edge.Node.Slug)
		}
	}
	return ids
}

func (w *searched) checkFacets(t *rapid.T, c ProviderConnection) {
	facets, size := c.Facets(), 100
	values := func(list []ValueCount, err error) (lines []string) {
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range list {
			lines = append(lines, fmt.Sprint(v.Value, " ", v.Count))
		}
		return lines
	}
	w.checkDocumentFacets(t, facets, size)
	same := func(value string) string { return value }
	w.checkFacet(t, "states", values(facets.States(&size)), func(p *models.Provider) (own []string) {
		for _, l := range p.Locations {
			own = append(own, l.StateCode)
		}
		return own
	}, same)
	w.checkFacet(t, "cities", values(facets.Cities(&size)), func(p *models.Provider) (own []string) {
		for _, l := range p.Locations {
			own = append(own, l.City+", "+l.State)
		}
		return own
	}, same)
	w.checkFacet(t, "languages", values(facets.Languages(&size)),
		func(p *models.Provider) []string { return p.Languages }, same)
	w.checkFacet(t, "insurances", values(facets.Insurances(&size)),
		w.insurances, same)
	w.checkInsurers(t, facets, size)
	w.checkFacet(t, "sessionFormats", values(facets.SessionFormats()),
		func(p *models.Provider) []string { return stringsOf(p.SessionFormats) }, same)
	w.checkFacet(t, "ageGroups", values(facets.AgeGroups()),
		func(p *models.Provider) []string { return stringsOf(p.AgeGroups) }, same)
	w.checkFacet(t, "openAt", values(facets.OpenAt()), openAt, same)
	w.checkFacet(t, "accessibility", values(facets.Accessibility()),
		func(p *models.Provider) []string { return stringsOf(p.Accessibility) }, same)
	w.checkFacet(t, "languageServices", values(facets.LanguageServices()),
		func(p *models.Provider) []string { return stringsOf(p.LanguageServices) }, same)
	w.checkFacet(t, "genders", values(facets.Genders()), func(p *models.Provider) []string {
		return slices.DeleteFunc([]string{string(p.Gender)}, func(gender string) bool { return gender == "" })
	}, same)
	w.checkFacet(t, "identities", values(facets.Identities(&size)),
		func(p *models.Provider) []string { return p.Identities }, same)
	w.checkFacet(t, "faiths", values(facets.Faiths(&size)), func(p *models.Provider) []string {
		return slices.DeleteFunc([]string{string(p.Faith)}, func(faith string) bool { return faith == "" })
	}, same)
	w.checkFacet(t, "populations", values(facets.Populations()),
		func(p *models.Provider) []string { return stringsOf(p.Populations) }, same)
	for name, facet := range map[string]func() ([]ValueCount, error){
		"acceptingNewClients": facets.AcceptingNewClients, "freeConsultation": facets.FreeConsultation,
		"prescribes": facets.Prescribes, "hasOpenings": facets.HasOpenings,
		"slidingScale": facets.SlidingScale,
	} {
		w.checkFacet(t, name, values(facet()), func(p *models.Provider) []string { return truthsOf(p)[name] }, same)
	}
}

func (w *searched) checkDocumentFacets(t *rapid.T, facets ProviderFacets, size int) {
	var lines []string
	conditions, _ := facets.Conditions(&size)
	for _, entry := range conditions {
		lines = append(lines, fmt.Sprint(entry.Condition.Name, " ", entry.Count))
	}
	w.checkFacet(t, "conditions", lines, func(p *models.Provider) []string { return p.ConditionIDs },
		func(id string) string { return w.conditions[id].(*models.Condition).Name })
	lines = nil
	treatments, _ := facets.Treatments(&size)
	for _, entry := range treatments {
		lines = append(lines, fmt.Sprint(entry.Treatment.Name, " ", entry.Count))
	}
	w.checkFacet(t, "treatments", lines, func(p *models.Provider) []string { return p.TreatmentIDs },
		func(id string) string { return w.treatments[id].(*models.Treatment).Name })
	lines = nil
	credentials, _ := facets.Credentials(&size)
	for _, entry := range credentials {
		lines = append(lines, fmt.Sprint(entry.Credential.Name, " ", entry.Count))
	}
	w.checkFacet(t, "credentials", lines, func(p *models.Provider) []string { return p.CredentialIDs },
		func(id string) string { return w.credentials[id].(*models.Credential).Name })
}

// checkFacet compares the lines of a facet with counting the values that providers have of their own.
func (w *searched) checkFacet(
	t *rapid.T, name string, got []string, own func(*models.Provider) []string, label func(string) string,
) {
	matching, filtered := w.others[name]
	if !filtered {
		matching = w.want
	}
	shown := spellings(w.indexed, own, label)
	counts := make(map[string]int)
	for _, p := range matching {
		var values []string
		for _, value := range own(p) {
			values = append(values, shown[models.Fold(label(value))])
		}
		slices.Sort(values)
		for _, value := range slices.Compact(values) {
			counts[value]++
		}
	}
	lines := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(models.Fold(a), models.Fold(b)))
	})
	for i, value := range lines {
		lines[i] = fmt.Sprint(value, " ", counts[value])
	}
	if !slices.Equal(got, lines) {
		t.Fatalf("facet %s: got %q, want %q", name, got, lines)
	}
}

// spellings returns, for values that differ only in case and accents, the spelling that most providers have, and the
// first of several.
func spellings(
	providers []*models.Provider, own func(*models.Provider) []string, label func(string) string,
) map[string]string {
	counts, shown := make(map[string]int), make(map[string]string)
	for _, p := range providers {
		values := slices.Clone(own(p))
		slices.Sort(values)
		for _, value := range slices.Compact(values) {
			counts[label(value)]++
		}
	}
	for _, value := range slices.Sorted(maps.Keys(counts)) {
		key := models.Fold(value)
		if before, known := shown[key]; !known || counts[value] > counts[before] {
			shown[key] = value
		}
	}
	return shown
}

func (w *searched) checkWidenings(t *rapid.T, c ProviderConnection) {
	var lines, got []string
	if len(w.want) == 0 {
		for name, list := range w.without {
			lines = append(lines, fmt.Sprintf("%03d %s", 999-len(list), name))
		}
	}
	for _, widening := range c.Widenings() {
		got = append(got, fmt.Sprintf("%03d %s", 999-widening.TotalCount, widening.WithoutFilter))
	}
	slices.Sort(lines)
	if !slices.Equal(got, lines) {
		t.Fatalf("widenings %q, want %q", got, lines)
	}
}
