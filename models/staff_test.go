package models_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"findcare/models"
)

func TestWorksForRules(t *testing.T) {
	many := make([]string, 21)
	for i := range many {
		many[i] = fmt.Sprint("prv_", i)
	}
	for name, test := range map[string]struct {
		kind     models.ProviderKind
		worksFor []string
		want     string // of a fault, "" for none
	}{
		"a person":           {models.Individual, []string{"prv_1", "prv_2"}, ""},
		"an organization":    {models.Organization, nil, ""},
		"of an organization": {models.Organization, []string{"prv_1"}, "must be empty for an organization"},
		"one twice":          {models.Individual, []string{"prv_1", "prv_1"}, "must not be listed twice"},
		"one that is none":   {models.Individual, []string{"gone"}, "must be the slug or id of a provider that exists"},
		"too many":           {models.Individual, many, "must have at most 20 organizations, not 21"},
	} {
		p := &models.Provider{Type: test.kind, Name: "Wren Examplar", WorksForIDs: test.worksFor}
		p.Slug = "wren-examplar"
		var got []string
		for _, fault := range p.Validate("2026-11-24", allBut("gone")) {
			got = append(got, fault.Rule)
		}
		if test.want == "" && len(got) > 0 || test.want != "" && !slices.Contains(got, test.want) {
			t.Errorf("%s: got %s, want %q", name, strings.Join(got, "; "), test.want)
		}
	}
}

// allBut are references to all documents but one.
type allBut string

func (x allBut) Exists(_ models.Kind, id string) bool { return id != string(x) }
