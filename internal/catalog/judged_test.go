package catalog

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

//go:embed testdata/judged.tsv
var judgedQueries string

// blindQueries were written by somebody who had not seen the words that the search was taught.
//
//go:embed testdata/judged_blind.tsv
var blindQueries string

// judgedQuery is a query as people type it, and what they mean.
type judgedQuery struct {
	kind, text string
	meant      string   // a filter in JSON; empty where nothing but the unknown words matters
	unknown    []string // words
}

func readJudged(t *testing.T, file string) (queries []judgedQuery) {
	t.Helper()
	for line := range strings.Lines(file) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		columns := strings.Split(strings.TrimSpace(line), "\t")
		if len(columns) < 3 {
			t.Fatalf("%q has %d columns", line, len(columns))
		}
		q := judgedQuery{kind: columns[0], text: columns[1], meant: columns[2]}
		if words, ok := strings.CutPrefix(q.meant, "unknown: "); ok {
			q.unknown, q.meant = strings.Split(words, ", "), strings.Join(columns[3:], "")
		}
		queries = append(queries, q)
	}
	return queries
}

// judge returns why a query is not answered as it is meant; "" where it is.
func (j *judge) judge(q judgedQuery) string {
	j.Helper()
	f := j.searchText(q.text)
	if len(q.unknown) > 0 {
		if match := f.names(q.unknown, q.meant == ""); match != "" {
			return fmt.Sprintf("a match says %q", match)
		}
		if word := f.reports(q.unknown); word != "" {
			return fmt.Sprintf("%q is not reported; unused are %q", word, f.unused)
		}
	}
	if q.meant == "" {
		return ""
	}
	why := ""
	for _, meant := range j.meant([]byte(q.meant)) {
		if why = f.fits(meant); why == "" {
			return ""
		}
	}
	return why
}

// tally counts what is right, by kind.
type tally struct{ right, all map[string]int }

func newTally() tally { return tally{map[string]int{}, map[string]int{}} }

func (y tally) add(kind string, right bool) {
	y.all[kind]++
	if right {
		y.right[kind]++
	}
}

// report logs the shares, and returns how many are right.
func (y tally) report(t *testing.T) (right int) {
	t.Helper()
	all := 0
	for _, kind := range slices.Sorted(maps.Keys(y.all)) {
		t.Logf("%-16s %4d of %4d", kind, y.right[kind], y.all[kind])
		right, all = right+y.right[kind], all+y.all[kind]
	}
	t.Logf("%-16s %4d of %4d, %.1f %%", "together", right, all, 100*float64(right)/float64(all))
	return right
}

// Queries as people type them find who is meant: the first five results fit, and nine in ten of those who fit are found
// and of those found fit.
func TestJudged(t *testing.T) {
	j := newJudge(t)
	for _, set := range []struct {
		name, file string
		floor      int // how many are right at least; it only rises
	}{
		{"judged", judgedQueries, 740},
		{"blind", blindQueries, 767},
	} {
		counts := newTally()
		for _, q := range readJudged(t, set.file) {
			why := j.judge(q)
			counts.add(q.kind, why == "")
			if why != "" {
				t.Logf("%s: %q: %s", q.kind, q.text, why)
			}
		}
		if right := counts.report(t); right < set.floor {
			t.Errorf("%s: %d are right, want %d at least", set.name, right, set.floor)
		}
	}
}

// The judged queries are what they must be: enough, of all kinds, and each means somebody.
func TestJudgedQueries(t *testing.T) {
	j, kinds, seen := newJudge(t), map[string]int{}, map[string]bool{}
	for _, q := range readJudged(t, judgedQueries+blindQueries) {
		kinds[q.kind]++
		if seen[q.text] {
			t.Errorf("%q is there twice", q.text)
		}
		seen[q.text] = true
		if q.meant == "" {
			continue
		}
		if !slices.ContainsFunc(j.meant([]byte(q.meant)), func(meant crowd) bool { return len(meant) > 0 }) {
			t.Errorf("%q means nobody: %s", q.text, q.meant)
		}
	}
	if len(seen) < 1200 || len(kinds) < 10 || kinds["not known"] < 60 || kinds["mistyped"] < 80 {
		t.Errorf("%d queries: %v", len(seen), kinds)
	}
}
