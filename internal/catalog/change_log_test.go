package catalog

import (
	"fmt"
	"slices"
	"testing"
)

// The log keeps the last entries, and says where it does not go back far enough.
func TestChangeLogIsBounded(t *testing.T) {
	var log changeLog
	const all = 3 * maxLogged
	for number := range int64(all) {
		if end := log.add([]Logged{{ID: fmt.Sprint(number)}}); end != number+1 {
			t.Fatalf("after %d entries its end is %d", number+1, end)
		}
	}
	if len(log.entries) < maxLogged || len(log.entries) > maxLogged+maxLogged/4 {
		t.Errorf("it keeps %d entries", len(log.entries))
	}
	for _, test := range []struct {
		from, to int64
		want     []string
		known    bool
	}{
		{all - 2, all, []string{"299998", "299999"}, true},
		{all, all, nil, true},
		{all - maxLogged, all - maxLogged + 1, []string{"200000"}, true},
		{0, all, nil, false},
		{all, all + 1, nil, false},
		{all, all - 1, nil, false},
	} {
		var got []string
		entries, known := log.between(test.from, test.to)
		for _, entry := range entries {
			got = append(got, entry.ID)
		}
		if known != test.known || !slices.Equal(got, test.want) {
			t.Errorf("from %d to %d: %v, %t", test.from, test.to, got, known)
		}
	}
}
