package importing

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// ValueCounts counts values. Whatever a file holds, it keeps a bounded number of them; the zero value is empty.
type ValueCounts struct {
	counts map[string]int
	others int // values that found no room
}

// ValueCount is how often a value was added.
type ValueCount struct {
	Value string
	Count int
}

// Add counts a value, of which no more than the beginning is kept.
func (c *ValueCounts) Add(value string) {
	const mostValues, longest = 1000, 60
	if utf8.RuneCountInString(value) > longest {
		value = string([]rune(value)[:longest]) + "…"
	}
	if _, known := c.counts[value]; !known && len(c.counts) >= mostValues {
		c.others++
		return
	}
	if c.counts == nil {
		c.counts = make(map[string]int)
	}
	c.counts[value]++
}

// Most returns the most frequent values, and how often all others were added.
func (c *ValueCounts) Most(limit int) (values []ValueCount, others int) {
	for value, count := range c.counts {
		values = append(values, ValueCount{value, count})
	}
	slices.SortFunc(values, func(a, b ValueCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	others = c.others
	for _, value := range values[min(limit, len(values)):] {
		others += value.Count
	}
	return values[:min(limit, len(values))], others
}

// Total returns how often a value was added.
func (c *ValueCounts) Total() (total int) {
	total = c.others
	for _, count := range c.counts {
		total += count
	}
	return total
}
