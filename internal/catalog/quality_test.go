package catalog

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"findcare/models"
)

// What is said of the quality of a directory is what looking at every provider gives.
func TestQuality(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		d := drawer{r}
		directory := taxonomy()
		for i := range rapid.IntRange(0, 20).Draw(r, "providers") {
			p := d.provider(i)
			for _, source := range d.some("source", "nppes", "samhsa") {
				p.Imported = append(p.Imported, models.Imported{Source: source, Record: fmt.Sprint(i)})
			}
			directory.Providers = append(directory.Providers, p)
		}
		unconfirmed, states, sources := 0, map[string][2]int{}, map[string][2]int{}
		for _, p := range directory.Providers {
			is := 0
			if p.ConfirmedOn < "2026-10-19" {
				is = 1
			}
			unconfirmed += is
			count := func(into map[string][2]int, value string, seen map[string]bool) {
				if !seen[value] {
					seen[value] = true
					into[value] = [2]int{into[value][0] + 1, into[value][1] + is}
				}
			}
			seen := make(map[string]bool)
			for _, l := range p.Locations {
				count(states, l.StateCode, seen)
			}
			for _, i := range p.Imported {
				count(sources, i.Source, seen)
			}
			if len(p.Imported) == 0 {
				count(sources, "editors", seen)
			}
		}
		quality := Build(directory, options).Directory().Quality()
		if got := quality.Unconfirmed(); got != unconfirmed {
			r.Errorf("%d unconfirmed, want %d", got, unconfirmed)
		}
		for name, counts := range map[string]struct {
			got  []QualityCount
			want map[string][2]int
		}{"states": {quality.ByState(), states}, "sources": {quality.BySource(), sources}} {
			got := make(map[string][2]int)
			for _, c := range counts.got {
				got[c.Value] = [2]int{c.Count, c.Unconfirmed}
			}
			if fmt.Sprint(got) != fmt.Sprint(counts.want) {
				r.Errorf("by %s: %v, want %v", name, got, counts.want)
			}
		}
	})
}

// A ledger shows what the registry confirms, and until when each confirmation counts.
func TestConfirmations(t *testing.T) {
	directory := taxonomy()
	directory.Providers = []*models.Provider{{
		Header: header(models.KindProvider, "wren"), Name: "Wren Examplar", ConfirmedOn: "2026-10-18",
	}}
	wren := Build(directory, options).Provider(ProviderBy{Slug: ptr("wren")})
	ledger := wren.Confirmations()
	if len(ledger) != 1 || ledger[0].By != models.ByProvider || ledger[0].Until() != "2026-11-23" ||
		ledger[0].Counts() {
		t.Errorf("got %+v", ledger)
	}
	if !wren.Unconfirmed() {
		t.Error("a confirmation of 37 days ago counts for 36 days")
	}
}
