package catalog

import (
	"math"
	"strings"
	"testing"

	"findcare/models"
)

// FuzzText shows that no text breaks search or suggestions, and that only its length can be wrong with it.
func FuzzText(f *testing.F) {
	s := Build(read(f, documents), options)
	for _, seed := range []string{
		"", "counselor", "anxeity therapist madison", "can't sleep", "48507", "a", "\x00", "é\xff",
		strings.Repeat("a", 200), strings.Repeat("ab ", 60),
		"𝔸nxiety", "the for my", "İstanbul", "ﬃ", "’’’", "12345678901234567890",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := s.Providers(ProviderSearch{Filter: &ProviderFilter{Text: &text}})
		_, suggestError := s.Suggest(text, nil, nil)
		_, articleError := s.Articles(&ArticleFilter{Text: &text}, Page{})
		for _, err := range []error{err, suggestError, articleError} {
			if (err != nil) != (len(text) > maxTextLength) ||
				err != nil && models.ErrorCode(err) != models.CodeBadUserInput {
				t.Errorf("%q: err = %v", text, err)
			}
		}
		if err != nil {
			return
		}
		for _, edge := range c.Edges() {
			edge.Matches()
		}
		c.CrisisResources()
		if c.TotalCount() > 3 {
			t.Errorf("%q matches %d of 3 providers", text, c.TotalCount())
		}
	})
}

// FuzzFilter shows that no filter breaks search: it has an error that names a field, or an answer whose total is no
// less than its page.
func FuzzFilter(f *testing.F) {
	s := Build(read(f, documents), options)
	f.Add("insomnia", "MI", "Flint, MI", "Spanish", "Aetna", "48507", 0.0, 0.0, 25.0, 5, 100, "2026-01-01")
	f.Add("", "", "", "", "", "", 91.0, -181.0, -1.0, -1, -1, "")
	f.Add("inomnia", "Michigan", ",", "xx", "\xff", "485",
		math.NaN(), math.Inf(1), math.NaN(), math.MaxInt, math.MinInt, "0001-01-01")
	f.Fuzz(func(
		t *testing.T, document, state, city, language, insurance, zip string,
		latitude, longitude, within float64, years, fee int, since string,
	) {
		date := models.Date(since)
		documents, states := []string{document}, []string{state}
		near := &Near{At: Place{PostalCode: &zip}, WithinMiles: &within}
		filter := &ProviderFilter{
			Conditions: documents, AllOfConditions: documents, Treatments: documents, Credentials: documents,
			States: states, LicensedIn: states, Cities: []string{city}, Languages: []string{language},
			Insurances: []string{insurance}, Near: near,
			YearsInPractice: &years, SessionFeeAtMost: &fee, ConfirmedSince: &date,
		}
		for _, filter := range []*ProviderFilter{
			filter,
			{Conditions: documents},
			{Treatments: documents},
			{Credentials: documents},
			{States: states},
			{Cities: filter.Cities},
			{Languages: filter.Languages},
			{Insurances: filter.Insurances},
			{Near: near},
			{Near: &Near{At: Place{Point: &Point{latitude, longitude}}, WithinMiles: &within}},
			{Near: &Near{}},
			{YearsInPractice: &years},
			{SessionFeeAtMost: &fee},
			{ConfirmedSince: &date},
		} {
			fuzzSearch(t, s, filter)
		}
	})
}

func fuzzSearch(t *testing.T, s *Snapshot, filter *ProviderFilter) {
	c, err := s.Providers(ProviderSearch{Filter: filter})
	if err != nil {
		if models.ErrorCode(err) != models.CodeBadUserInput || !strings.HasPrefix(err.Error(), "filter.") {
			t.Errorf("err = %v", err)
		}
		return
	}
	for _, edge := range c.Edges() {
		edge.Matches()
	}
	c.Widenings()
	if c.TotalCount() < len(c.Nodes()) {
		t.Errorf("%d providers on a page of %d", len(c.Nodes()), c.TotalCount())
	}
}
