package catalog

import (
	_ "embed"
	"encoding/json"
	"hash/fnv"
	"strings"
	"testing"
)

const (
	// Of a hundred terms that are held out, how many at least are right in the first three results, and how many at
	// most are wrong. The first only rises, and the second only falls.
	icdRight, icdWrong = 88, 2
	icdResults         = 3
)

//go:embed testdata/icd10cm.tsv
var icdTerms string

// heldOut reports whether the data files were made without a code.
func heldOut(code string) bool {
	const each = 3
	h := fnv.New32a()
	_, _ = h.Write([]byte(code))
	return h.Sum32()%each == 0
}

// Terms of ICD-10-CM find those who treat what they name, also those that the data files were made without.
func TestICD10CM(t *testing.T) {
	j := newJudge(t)
	all, right, wrong := map[bool]int{}, map[bool]int{}, map[bool]int{}
	for line := range strings.Lines(icdTerms) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		columns := strings.Split(strings.TrimSpace(line), "\t")
		if len(columns) != 3 {
			t.Fatalf("%q has %d columns", line, len(columns))
		}
		filter, err := json.Marshal(ProviderFilter{Conditions: strings.Fields(columns[2])})
		if err != nil {
			t.Fatal(err)
		}
		out := heldOut(columns[0])
		all[out]++
		found := j.searchText(columns[1])
		found.first = found.first[:min(icdResults, len(found.first))]
		switch why := found.begins(j.meant(filter)[0]); {
		case why == "" && len(found.first) > 0:
			right[out]++
		case why != "":
			wrong[out]++
			t.Logf("held out %t: %s %q is wrong: %s", out, columns[0], columns[1], why)
		default:
			t.Logf("held out %t: %s %q finds nobody", out, columns[0], columns[1])
		}
	}
	for out, name := range map[bool]string{false: "known", true: "held out"} {
		t.Logf("%-8s %d terms: %d right, %d wrong", name, all[out], right[out], wrong[out])
	}
	if 100*right[true] < icdRight*all[true] || 100*wrong[true] > icdWrong*all[true] {
		t.Errorf("want %d of 100 right at least, and %d wrong at most", icdRight, icdWrong)
	}
}
