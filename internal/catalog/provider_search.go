package catalog

import (
	"findcare/internal/search"
	"findcare/internal/search/lexicon/crisis"
	"findcare/models"
)

// ProviderOrder is an order of providers; ties are ordered by name, then id.
type ProviderOrder string

// The orders of providers.
const (
	OrderRelevance       ProviderOrder = "RELEVANCE"
	OrderName            ProviderOrder = "NAME"
	OrderDistance        ProviderOrder = "DISTANCE"
	OrderExperience      ProviderOrder = "EXPERIENCE"
	OrderRecentlyUpdated ProviderOrder = "RECENTLY_UPDATED"
	OrderRecommended     ProviderOrder = "RECOMMENDED"
	OrderConfirmation    ProviderOrder = "LEAST_RECENTLY_CONFIRMED"
)

// engineOrder returns the order as the engine knows it.
func (o ProviderOrder) engineOrder() search.Order {
	switch o {
	case OrderRelevance:
		return search.ByRelevance
	case OrderDistance:
		return search.ByDistance
	case OrderExperience:
		return search.ByExperience
	case OrderRecentlyUpdated:
		return search.ByUpdate
	case OrderRecommended:
		return search.ByRecommendation
	case OrderConfirmation:
		return search.ByConfirmation
	}
	return search.ByName
}

// orderOf returns the order of the results of a query: the wanted one or the default.
func orderOf(q *search.Query, wanted *ProviderOrder) (ProviderOrder, error) {
	switch {
	case wanted == nil && q.HasText():
		return OrderRelevance, nil
	case wanted == nil && q.HasCircle():
		return OrderDistance, nil
	case wanted == nil:
		return OrderName, nil
	case *wanted == OrderDistance && !q.HasCircle():
		return "", models.BadInput("orderBy: DISTANCE must come with filter.near, which says from where")
	case *wanted == OrderRelevance && !q.HasText():
		return OrderName, nil // all are equally relevant
	}
	return *wanted, nil
}

// ProviderSearch asks for a page of the providers that match a filter, in an order.
type ProviderSearch struct {
	Filter  *ProviderFilter
	OrderBy *ProviderOrder
	// Relax asks for the first relaxation where nobody meets everything.
	Relax bool
	Page
}

// ProviderConnection is a page of the providers that match.
type ProviderConnection struct {
	snapshot *Snapshot
	filter   *ProviderFilter
	read     *search.Interpretation // of the filter's text, nil without one
	results  *search.Results
	scope    uint32
	byName   bool // whether the order is by name alone
	// shuffled is the day of the order RECOMMENDED, nil in other orders.
	shuffled *models.Date
	// about is the condition or treatment whose providers these are, or the article beside which they are listed; nil
	// elsewhere.
	about   interface{ crisisKinds() crisis.Kinds }
	list    providerList
	relaxed *Relaxation
	asked   *search.Interpretation // of the text that was relaxed
}

// providerList is what is searched.
type providerList struct {
	name  string // for cursors
	index *search.Index
	// restrict reduces a query to the list, nil where all are in it.
	restrict func(*search.Query)
}

// Providers returns a page of the providers that match a filter.
func (s *Snapshot) Providers(wanted ProviderSearch) (ProviderConnection, error) {
	return s.searchProviders(providerList{name: "providers", index: s.index}, wanted)
}

// providersOf searches among those who refer to a document.
func (s *Snapshot) providersOf(kind models.Kind, id string, wanted ProviderSearch) (ProviderConnection, error) {
	field := search.FieldConditions
	list := providerList{name: "providers of " + id, index: s.index}
	switch kind {
	case models.KindInsurer:
		list.restrict = func(q *search.Query) { q.InInsurer(id) }
		return s.searchProviders(list, wanted)
	case models.KindTreatment:
		field = search.FieldTreatments
	case models.KindCredential:
		field = search.FieldCredentials
	}
	list.restrict = func(q *search.Query) { q.In(field, id) }
	return s.searchProviders(list, wanted)
}

// searchProviders searches a list.
func (s *Snapshot) searchProviders(list providerList, wanted ProviderSearch) (c ProviderConnection, err error) {
	r, err := s.read(list, wanted.Filter)
	if err != nil {
		return c, err
	}
	q, scope := r.query, r.scope.String()
	order, err := orderOf(q, wanted.OrderBy)
	if err != nil {
		return c, err
	}
	if order != OrderName {
		scope += "\nby " + string(order)
	}
	c = ProviderConnection{
		list: list, snapshot: s, filter: wanted.Filter, read: r.text,
		scope: scopeHash(list.name + scope), byName: order == OrderName,
	}
	if c.filter == nil {
		c.filter = &ProviderFilter{}
	}
	if wanted.Relax {
		if c.results = q.Run(search.Page{}); c.results.Total == 0 {
			return c.relax(wanted)
		}
	}
	page := search.Page{Order: order.engineOrder(), Backward: wanted.Last != nil}
	if page.Size, err = wanted.size(); err != nil {
		return c, err
	}
	if order == OrderRecommended {
		if err := c.shuffle(wanted.Page); err != nil {
			return c, err
		}
	}
	if err := c.decode(&page.After, "after", wanted.After); err != nil {
		return c, err
	}
	if err := c.decode(&page.Before, "before", wanted.Before); err != nil {
		return c, err
	}
	if c.shuffled != nil {
		page.Recommendation = search.Recommendation{Day: *c.shuffled, ConfirmedFrom: s.confirmedFrom(*c.shuffled)}
	}
	c.results = q.Run(page)
	return c, nil
}

// relax searches for the first relaxation of a search that nobody meets; where there is none, it finds nobody.
func (c ProviderConnection) relax(wanted ProviderSearch) (ProviderConnection, error) {
	wanted.Relax = false
	relaxations, err := c.Relaxations()
	if err != nil {
		return c, err
	}
	if len(relaxations) == 0 {
		return c.snapshot.searchProviders(c.list, wanted)
	}
	read := c.read
	wanted.Filter = relaxations[0].filter
	c, err = c.snapshot.searchProviders(c.list, wanted)
	c.relaxed, c.asked = &relaxations[0], read
	return c, err
}

// Nodes are the page's providers.
func (c ProviderConnection) Nodes() []Provider {
	nodes := make([]Provider, len(c.results.Rows))
	for i, r := range c.results.Rows {
		nodes[i] = Provider{r.Provider(), c.snapshot}
	}
	return nodes
}

// Edges are the page's providers with what the search says of them.
func (c ProviderConnection) Edges() []ProviderEdge {
	edges := make([]ProviderEdge, len(c.results.Rows))
	for i, r := range c.results.Rows {
		edges[i] = ProviderEdge{Node: Provider{r.Provider(), c.snapshot}, connection: &c, row: r}
	}
	return edges
}

// TotalCount is the number of all who match.
func (c ProviderConnection) TotalCount() int { return c.results.Total }

// PageInfo says what is around the page.
func (c ProviderConnection) PageInfo() PageInfo {
	rows := c.results.Rows
	info := PageInfo{HasNextPage: c.results.More, HasPreviousPage: c.results.Less}
	if n := len(rows); n > 0 {
		space := make([]byte, 0, usualCursor)
		info.StartCursor = models.OptionalString(c.appendCursor(space, rows[0]))
		info.EndCursor = models.OptionalString(c.appendCursor(space, rows[n-1]))
	}
	return info
}

// Widening is how many would match without one of the filters.
type Widening struct {
	WithoutFilter string
	TotalCount    int
}

// Widenings says, where nothing matched, which single filter to leave out, most matches first.
func (c ProviderConnection) Widenings() []Widening {
	widenings := []Widening{}
	for _, w := range c.results.Widenings() {
		widenings = append(widenings, Widening{w.Filter, w.Count})
	}
	return widenings
}

// ProviderEdge is a provider among the results of a search.
type ProviderEdge struct {
	Node       Provider
	connection *ProviderConnection
	row        search.Row
}

// Cursor is the row's position, also after rows before it have come or gone.
func (e ProviderEdge) Cursor() string { return string(e.AppendCursor(nil)) }

// AppendCursor appends what Cursor returns.
func (e ProviderEdge) AppendCursor(dst []byte) []byte { return e.connection.appendCursor(dst, e.row) }

// DistanceMiles is from the filter's near to the provider's nearest location, nil without near.
func (e ProviderEdge) DistanceMiles() *float64 {
	if miles, ok := e.connection.results.Miles(e.row); ok {
		return &miles
	}
	return nil
}
