package importing_test

import (
	"fmt"
	"testing"

	"findcare/internal/importing"
)

func TestValueCounts(t *testing.T) {
	var c importing.ValueCounts
	if values, others := c.Most(3); len(values) != 0 || others != 0 {
		t.Errorf("nothing was added: %v and %d", values, others)
	}
	const added = 5000
	for i := range added {
		c.Add("often")
		c.Add(fmt.Sprint("value ", i))
	}
	values, others := c.Most(2)
	if got := fmt.Sprint(values); got != "[{often 5000} {value 0 1}]" || others != added-1 || c.Total() != 2*added {
		t.Errorf("got %s and %d others of %d", got, others, c.Total())
	}
}
