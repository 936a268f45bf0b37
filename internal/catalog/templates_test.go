package catalog

import (
	_ "embed"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"findcare/internal/search/lexicon"
)

const (
	templateQueries = 2_000
	templateTypos   = 500 // of them have a typing error
	// templateFloor is how many of the queries at least find exactly those who meet their filter. It only rises.
	templateFloor = 1990
)

// templates are sentences whose slots are filled with words of the vocabulary.
var templates = []string{
	"{condition} therapist in {city} who takes {insurer}",
	"{language} speaking {profession} in {state}",
	"{treatment} for {condition}",
	"{profession} in {city}",
	"{treatment} {format}",
	"therapist for {age} with {condition}",
	"{profession} in {state} accepting {insurer}",
	"help with {condition} {format}",
	"{identity} therapist in {state}",
	"{condition} therapist, {need}",
	"{population} {condition}",
	"{profession} who offers {treatment}",
	"{insurer} insurance {state}",
	"{language} speaking therapist for {age}",
	"{profession} {hours}",
	"{condition} {treatment} {language}",
	"{kind} in {city}",
	"{profession} for {population} {format}",
	"I need a therapist for {condition} who speaks {language}",
	"{insurer} {condition} {city}",
}

// templated is a query made of a template, and the filter that it says in words.
type templated struct {
	text   string
	filter ProviderFilter
	typo   bool
}

// fill makes a query of a template.
func (v vocabulary) fill(r *rand.Rand, template string) (q templated) {
	for {
		before, rest, ok := strings.Cut(template, "{")
		q.text += before
		if !ok {
			return q
		}
		slot, after, _ := strings.Cut(rest, "}")
		choice := v[slot][r.IntN(len(v[slot]))]
		q.text += choice.text
		q.filter = bothOf(q.filter, choice.filter)
		template = after
	}
}

// bothOf returns the filter that has the fields of two filters, of which none is in both.
func bothOf(a, b ProviderFilter) ProviderFilter {
	to, from := reflect.ValueOf(&a).Elem(), reflect.ValueOf(b)
	for i := range from.NumField() {
		if !from.Field(i).IsZero() {
			to.Field(i).Set(from.Field(i))
		}
	}
	return a
}

// mistype puts one typing error into a word of five letters or more; false where there is none.
func mistype(r *rand.Rand, text string) (string, bool) {
	words := strings.Split(text, " ")
	var long []int
	for i, word := range words {
		isLetter := func(c rune) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
		if len(word) >= 5 && strings.IndexFunc(word, func(c rune) bool { return !isLetter(c) }) < 0 {
			long = append(long, i)
		}
	}
	if len(long) == 0 {
		return text, false
	}
	i := long[r.IntN(len(long))]
	word := []byte(words[i])
	at := 1 + r.IntN(len(word)-2) // the first letter is rarely wrong
	switch r.IntN(4) {
	case 0:
		word = slices.Delete(word, at, at+1)
	case 1:
		word[at], word[at+1] = word[at+1], word[at]
	case 2:
		word = slices.Insert(word, at, word[at])
	default:
		word[at] = byte('a' + r.IntN(26))
	}
	mistyped := string(word) != words[i]
	words[i] = string(word)
	return strings.Join(words, " "), mistyped
}

// queries makes queries that each mean somebody, always the same.
func (j *judge) queries(v vocabulary) (queries []templated) {
	r := rand.New(rand.NewPCG(17, 2026))
	for len(queries) < templateQueries {
		q := v.fill(r, templates[len(queries)%len(templates)])
		n := len(queries)
		q.typo = (n+n/len(templates))%(templateQueries/templateTypos) == 0
		if q.typo {
			if q.text, q.typo = mistype(r, q.text); !q.typo {
				continue
			}
		}
		c, err := j.snapshot.Providers(ProviderSearch{Filter: &q.filter})
		if err != nil {
			j.Fatal(err)
		}
		if c.TotalCount() > 0 {
			queries = append(queries, q)
		}
	}
	return queries
}

//go:embed testdata/template_exceptions.tsv
var templateExceptions string

// exceptions are queries that do not find what their filter does, and why that cannot be helped.
func exceptions(t *testing.T) map[string]string {
	why := map[string]string{}
	for line := range strings.Lines(templateExceptions) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		query, reason, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			t.Errorf("%q has no reason", line)
		}
		why[query] = reason
	}
	return why
}

// Queries made of all words of the directory find exactly those who meet the filter that they say in words.
func TestTemplates(t *testing.T) {
	directory, err := demoOfDay()
	if err != nil {
		t.Fatal(err)
	}
	j, counts, excepted := newJudge(t), newTally(), exceptions(t)
	for _, q := range j.queries(j.vocabularyOf(directory)) {
		kind := "as they are"
		if q.typo {
			kind = "mistyped"
		}
		want, got := j.search(&q.filter).all, j.searchText(q.text).all
		right := reflect.DeepEqual(want, got)
		counts.add(kind, right)
		if _, known := excepted[q.text]; known && right {
			t.Errorf("%q is no exception any more", q.text)
		} else if !known && !right {
			t.Logf("%s: %q finds %d, of whom %d are of the %d wanted: %q",
				kind, q.text, len(got), want.shared(got), len(want), lexicon.Words(q.text))
		}
	}
	if right := counts.report(t); right < templateFloor {
		t.Errorf("%d are right, want %d at least", right, templateFloor)
	}
	const most = 20
	if len(excepted) > most {
		t.Errorf("%d exceptions, want %d at most", len(excepted), most)
	}
}
