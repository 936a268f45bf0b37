package pages

import (
	"fmt"
	"strings"
)

// chip is a filter, and the path of the search without it.
type chip struct{ Label, Path string }

// Chips are all filters except the text.
func (f finding) Chips() (chips []chip) {
	for _, c := range choices {
		for _, v := range f.values(c.parameter) {
			if v.Chosen {
				chips = append(chips, chip{v.Label, f.without(c.parameter, v.Value)})
			}
		}
	}
	if zip := f.ZIP(); zip != "" {
		chips = append(chips, chip{fmt.Sprintf("Within %d miles of %s", f.Within(), zip), f.without(paramNear, "")})
	}
	for _, t := range toggles {
		if f.Get(t.parameter) != "" {
			chips = append(chips, chip{t.label, f.without(t.parameter, "")})
		}
	}
	return chips
}

// widened is a search with one filter fewer.
type widened struct{ Label, Path string }

// wideningOf has the parameters and labels of filters, by the names that the schema has for them.
var wideningOf = map[string]option{
	"text": {paramText, "the words in the search box"},
	"near": {paramNear, "the distance"},
}

// Wider are the searches with one filter fewer that have results.
func (f finding) Wider() (all []widened) {
	for _, w := range f.Widenings {
		way, known := wideningOf[w.WithoutFilter]
		for _, c := range choices {
			if c.filter == w.WithoutFilter {
				way, known = option{c.parameter, strings.ToLower(c.legend)}, true
			}
		}
		for _, t := range toggles {
			if t.filter == w.WithoutFilter {
				way, known = option{t.parameter, "asking for: " + lowerFirst(t.label)}, true
			}
		}
		if known {
			all = append(
				all,
				widened{
					fmt.Sprintf("Without %s: %s", way.Label, count(w.TotalCount, "provider", "providers")),
					f.without(way.Value, ""),
				},
			)
		}
	}
	return all
}
