package pages

import (
	"fmt"
	"net/url"
	"strconv"
)

// interpretation is how the text was read.
type interpretation struct {
	Intents []struct {
		Label, Words, TextWithout, CorrectedFrom, TextAsTyped string
	}
	Unused []struct{ Word, Reason, TextWithout string }
}

// relaxation is a search that asks for less, and that somebody meets.
type relaxation struct {
	Field      string
	Values     []string
	Text       string
	Label      string
	TotalCount int
}

// chip is a part of what is asked for, and the path of the search without it.
type chip struct{ Label, Path string }

// withText is the path of the search with another text.
func (f finding) withText(text string) string {
	return f.path(func(next url.Values) { setOrDelete(next, paramText, text) })
}

func setOrDelete(values url.Values, parameter string, value string) {
	if value == "" {
		values.Del(parameter)
		return
	}
	values.Set(parameter, value)
}

// Chips are all that is asked for: the parts of the text as they were read, and the filters.
func (f finding) Chips() (chips []chip) {
	if f.Interpretation != nil {
		for _, in := range f.Interpretation.Intents {
			chips = append(chips, chip{in.Label, f.withText(in.TextWithout)})
		}
	}
	for _, c := range choices {
		for _, v := range f.values(c.parameter) {
			if v.Chosen {
				chips = append(chips, chip{v.Label, f.without(c.parameter, v.Value)})
			}
		}
	}
	if near := f.Near(); near != "" {
		chips = append(chips, chip{
			fmt.Sprintf("Within %d miles of %s, or by video", f.Within(), near), f.without(paramNear, ""),
		})
	}
	if f.Area() != "" {
		chips = append(chips, chip{"In the area of the map", f.without(paramArea, "")})
	}
	for _, t := range toggles {
		if f.Get(t.parameter) != "" {
			chips = append(chips, chip{t.label, f.without(t.parameter, "")})
		}
	}
	return chips
}

// unusedReasons say why words were not used. The script has the same.
var unusedReasons = map[string]string{
	"NOT_FOUND":      "nothing here has it",
	"NOT_RECORDED":   "the directory does not record it",
	"NOBODY_SAYS_SO": "no provider says so",
	"ONLY_MENTIONED": "only some providers’ own words have it",
	"NEEDS_PLACE":    "enter a city or ZIP code",
	"NEGATION":       "a search leaves nobody out",
}

// unusedChip is what was not used of the text, and why.
type unusedChip struct {
	chip
	Reason string
}

// Unused are the words of the text by which nobody was looked for.
func (f finding) Unused() (chips []unusedChip) {
	if f.Interpretation == nil {
		return nil
	}
	for _, u := range f.Interpretation.Unused {
		chips = append(chips, unusedChip{chip{u.Word, f.withText(u.TextWithout)}, unusedReasons[u.Reason]})
	}
	return chips
}

// correction is a typing error that was put right, and the path of the search as it was typed.
type correction struct{ Words, Typed, Path string }

// Corrections are the typing errors that were put right.
func (f finding) Corrections() (all []correction) {
	if f.Interpretation == nil {
		return nil
	}
	for _, in := range f.Interpretation.Intents {
		if in.TextAsTyped != "" {
			all = append(all, correction{in.Words, in.CorrectedFrom, f.withText(in.TextAsTyped)})
		}
	}
	return all
}

// Instead are the searches that ask for less and that somebody meets, where nobody meets this one.
func (f finding) Instead() (all []chip) {
	for _, r := range f.Relaxations {
		path, known := f.relaxed(r)
		if known {
			label := fmt.Sprintf("%s: %s", r.Label, count(r.TotalCount, "provider", "providers"))
			all = append(all, chip{label, path})
		}
	}
	return all
}

// relaxed is the path of a relaxation; false where the page has no parameter for what it changes. One that keeps the
// text and has no values leaves the filter out.
func (f finding) relaxed(r relaxation) (path string, known bool) {
	parameter, known := parameterOf(r.Field)
	if !known && r.Text == f.Text() {
		return "", false
	}
	return f.path(func(next url.Values) {
		switch {
		case r.Field == "near" && len(r.Values) > 0:
			if miles, err := strconv.ParseFloat(r.Values[0], 64); err == nil {
				next.Set(paramWithin, strconv.Itoa(int(miles)))
			}
		case known && len(r.Values) > 0:
			next[parameter] = r.Values
		case known && r.Text == f.Text():
			next.Del(parameter)
		}
		setOrDelete(next, paramText, r.Text)
		if next.Get(paramNear) == "" {
			next.Del(paramWithin)
		}
	}), true
}

// parameterOf is the parameter of a filter, by the name that the schema has for it.
func parameterOf(filter string) (parameter string, known bool) {
	switch filter {
	case "near":
		return paramNear, true
	case "text":
		return paramText, true
	case "within":
		return paramArea, true
	}
	for _, c := range choices {
		if c.filter == filter {
			return c.parameter, true
		}
	}
	for _, t := range toggles {
		if t.filter == filter {
			return t.parameter, true
		}
	}
	return "", false
}
