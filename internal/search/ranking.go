package search

import (
	"cmp"
	"math"

	"findcare/models"
)

// How well a provider meets a part of a text is one number from 1 to 18. The kind of match counts most, then where
// the word is. Of several matches of one part the best counts, and the score of a provider is the sum over the parts.
const (
	weightStatement  = 1
	weightOther      = 2 // city, state, ZIP code, language, insurance, age group, session format
	weightCredential = 3
	weightTreatment  = 4
	weightCondition  = 5
	weightName       = 6

	matchPrefix = weightName
	matchExact  = 2 * weightName
)

// textWeights are those of a provider's own texts.
var textWeights = [texts]int{TextName: weightName, TextCity: weightOther, TextStatement: weightStatement}

// fieldWeight is that of a value that a word means.
func fieldWeight(f Field) int {
	switch f {
	case FieldConditions:
		return weightCondition
	case FieldTreatments:
		return weightTreatment
	case FieldCredentials:
		return weightCredential
	}
	return weightOther
}

// Order is an order of results. Ties are ordered by name, then by id.
type Order uint8

// The orders.
const (
	ByName           Order = iota
	ByRelevance            // best score first; the query must have a text
	ByDistance             // nearest first; the query must have a circle
	ByExperience           // earliest first year of practice first
	ByUpdate               // last written first
	ByRecommendation       // by the page's Recommendation
	ByConfirmation         // never confirmed first, then the longest ago
)

// rank sets what the rows are sorted by before the name, lowest first. Relevance is scored when rows are gathered.
func (e *evaluation) rank(page *Page) {
	switch page.Order {
	case ByDistance:
		e.primary = func(i uint32) uint64 {
			chord, _ := e.geo.chord(i, e.query.near.center)
			return math.Float64bits(float64(chord)) // the bits of numbers that are not negative sort like the numbers
		}
	case ByExperience:
		e.primary = func(i uint32) uint64 { return uint64(e.since[i]) }
		e.permutation = e.bySince
	case ByUpdate:
		e.primary = func(i uint32) uint64 { return uint64(math.MaxInt64 - e.updated[i]) }
		e.permutation = e.byUpdated
	case ByConfirmation:
		e.primary = func(i uint32) uint64 { return uint64(e.confirmed[i]) }
	case ByRecommendation:
		e.primary = e.recommendation(&page.Recommendation)
		if e.isDense() {
			e.permutation = e.recommended(&page.Recommendation)
		}
	}
}

// Row is a provider among results.
type Row struct {
	view    *view
	ordinal uint32
	primary uint64 // what is sorted by before the name
}

func (r Row) provider() *provider { return &r.view.providers[r.ordinal] }

// Provider returns the document.
func (r Row) Provider() *models.Provider { return r.provider().Provider }

// Position returns where the row is in its order.
func (r Row) Position() Position { return Position{r.primary, r.provider().key, r.provider().ID} }

func compareRows(a, b Row) int {
	if a.primary != b.primary {
		return cmp.Compare(a.primary, b.primary)
	}
	if a.view == b.view {
		return cmp.Compare(a.ordinal, b.ordinal)
	}
	return compareProviders(*a.provider(), *b.provider())
}

// Position is a position in an order, whether there is a row or not.
type Position struct {
	Primary uint64 // what is sorted by first; 0 in the order ByName
	Key     string // the folded name
	ID      string
}

// compare reports whether the row is before the position (-1), at it (0) or after it (1).
func (p *Position) compare(r Row) int {
	if r.primary != p.Primary {
		return cmp.Compare(r.primary, p.Primary)
	}
	row := r.provider()
	return cmp.Or(cmp.Compare(row.key, p.Key), cmp.Compare(row.ID, p.ID))
}
