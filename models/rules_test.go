package models_test

import (
	"testing"

	"findcare/models"
)

// What is known of the rules is what Validate says.
func TestRules(t *testing.T) {
	for _, c := range []struct {
		kind models.Kind
		path string
		want models.Rule
	}{
		{models.KindCondition, "/name", models.Rule{Required: true, Line: true, MaxLength: 200}},
		{models.KindCondition, "/description", models.Rule{MaxLength: 5000}},
		{models.KindCondition, "/alsoKnownAs/*", models.Rule{Required: true, Line: true, MaxLength: 200}},
		{models.KindTreatment, "/conditions/*", models.Rule{Required: true, Reference: models.KindCondition}},
		{models.KindInsurer, "/name", models.Rule{
			Required: true, Line: true, MaxLength: 120, Format: models.FormatInsurer,
		}},
		{models.KindProvider, "/locations/*/postalCode", models.Rule{
			Pattern: `^\d{5}(-\d{4})?$`, Says: "must be a ZIP code (48507) or ZIP+4 (48507-1234)",
		}},
		{models.KindProvider, "/locations/*/phone", models.Rule{Format: models.FormatPhone}},
		{models.KindProvider, "/locations/*/state", models.Rule{Follows: "stateCode"}},
		{models.KindProvider, "/phones", models.Rule{MaxMembers: 20}},
		{models.KindProvider, "/availability/waitingWeeks", models.Rule{Min: new(0.0), Max: new(104.0)}},
		{models.KindProvider, "/availability/asOf", models.Rule{Past: true}},
		{models.KindProvider, "/kind", models.Rule{Required: true}},
		{models.KindProvider, "/coverage/*/network", models.Rule{}},
		{models.KindArticle, "/lead", models.Rule{Required: true, MaxLength: 5000, Markdown: true}},
		{models.KindArticle, "/sections/*/sections/*/body", models.Rule{MaxLength: 50_000, Markdown: true}},
		{models.KindArticle, "/sources", models.Rule{MaxMembers: 1000}},
		{models.KindArticle, "/updatedOn", models.Rule{Past: true}},
		{models.KindArticle, "/topic/insurer", models.Rule{Required: true, Reference: models.KindInsurer}},
	} {
		got := models.Rules(c.kind)[c.path]
		for _, limit := range []struct{ got, want **float64 }{{&got.Min, &c.want.Min}, {&got.Max, &c.want.Max}} {
			if *limit.got != nil && *limit.want != nil && **limit.got == **limit.want {
				*limit.got = *limit.want
			}
		}
		if got != c.want {
			t.Errorf("%s %s: %+v, want %+v", c.kind, c.path, got, c.want)
		}
	}
}
