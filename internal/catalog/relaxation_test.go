package catalog

import (
	"fmt"
	"strings"
	"testing"

	"findcare/models"
)

// relaxed are the relaxations of a search, a line each.
func relaxed(t *testing.T, c ProviderConnection) string {
	t.Helper()
	all, err := c.Relaxations()
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, r := range all {
		line := r.Field + "=" + strings.Join(r.Values, "|")
		if r.Text != nil {
			line += fmt.Sprintf(" %q", *r.Text)
		}
		lines = append(lines, line+": "+r.Label)
	}
	return strings.Join(lines, "\n")
}

func TestRelaxations(t *testing.T) {
	s := newJudge(t).snapshot
	weekends := []models.OpenTime{models.Weekends}
	for _, test := range []struct {
		name   string
		filter ProviderFilter
		want   string
	}{
		{"somebody meets everything", ProviderFilter{Text: ptr("insomnia")}, ""},
		{
			"parts of the text",
			ProviderFilter{Text: ptr("insomnia spanish boise weekends")},
			`cities= "insomnia spanish weekends": Without: Boise, Idaho`,
		},
		{
			"filters",
			ProviderFilter{Cities: []string{"Nowhere"}, OpenAt: weekends},
			"cities=: Without this city",
		},
		{
			"farther away",
			ProviderFilter{Near: &Near{At: Place{Place: ptr("Dalhart, TX")}, WithinMiles: ptr(5.0)}},
			"near=5: Or by video in the state, within 5 miles\nnear=250: Within 250 miles\nnear=: Without this place",
		},
	} {
		c, err := s.Providers(ProviderSearch{Filter: &test.filter})
		if err != nil {
			t.Fatal(err)
		}
		if got := relaxed(t, c); got != test.want {
			t.Errorf("%s\ngot  %s\nwant %s", test.name, got, test.want)
		}
	}
}

// With relax, what nobody meets gives the results of the first relaxation, page by page.
func TestRelax(t *testing.T) {
	s := newJudge(t).snapshot
	filter := ProviderFilter{Text: ptr("insomnia"), Cities: []string{"Nowhere"}}
	wanted := ProviderSearch{Filter: &filter, Relax: true, Page: Page{First: ptr(5)}}
	first, err := s.Providers(wanted)
	if err != nil {
		t.Fatal(err)
	}
	plain := s.search(t, "insomnia")
	total := plain.TotalCount()
	if first.Relaxed() == nil || first.TotalCount() != total || first.Relaxed().TotalCount != total {
		t.Fatalf("%d of %d; relaxed %+v", first.TotalCount(), plain.TotalCount(), first.Relaxed())
	}
	if got := said(first.Interpretation()); got != "conditions=insomnia" {
		t.Errorf("read as %s", got)
	}
	wanted.After = ptr(string(first.PageInfo().EndCursor))
	second, err := s.Providers(wanted)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := second.Nodes()[0].ID, plain.Nodes()[5].ID; got != want {
		t.Errorf("the second page begins with %s, want %s", got, want)
	}
	filter.Cities = nil
	if c, err := s.Providers(wanted); err == nil && c.Relaxed() != nil {
		t.Error("what somebody meets was relaxed")
	}
}
