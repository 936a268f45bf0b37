package catalog

import (
	"fmt"
	"strings"
	"testing"
)

// A search has articles about what it asks for, in filters and in words, those whose topic it is first.
func TestArticlesOfASearch(t *testing.T) {
	s := Build(read(t, documents), options)
	text := func(text string) *ProviderFilter { return &ProviderFilter{Text: &text} }
	for _, test := range []struct {
		name   string
		filter *ProviderFilter
		first  int
		want   string
	}{
		{"nothing", nil, 3, ""},
		{
			"a topic before what speaks to it",
			&ProviderFilter{Conditions: []string{"insomnia"}}, 3, "care-for-sleep about-cbt",
		},
		{"what speaks to it", &ProviderFilter{AllOfConditions: []string{"anxiety"}}, 3, "care-for-sleep"},
		{
			"a treatment and a credential",
			&ProviderFilter{Treatments: []string{"cbt"}, Credentials: []string{"counselor"}}, 3, "about-cbt counselors",
		},
		{"no more than asked for", &ProviderFilter{Conditions: []string{"insomnia"}}, 1, "care-for-sleep"},
		{"a text that asks for a condition", text("insomnai help"), 3, "care-for-sleep about-cbt"},
		{
			"a text and a filter",
			&ProviderFilter{Text: text("grief").Text, Treatments: []string{"cbt"}}, 3, "about-cbt care-for-grief",
		},
		{"lay words", text("sleep"), 3, "care-for-sleep about-cbt"},
		{"words of a title", text("cbt"), 3, "about-cbt"},
		{"words that no title has", text("zebra"), 3, ""},
		{"words that say nothing", text("for"), 3, ""},
	} {
		c, err := s.Providers(ProviderSearch{Filter: test.filter})
		if err != nil {
			t.Fatal(err)
		}
		articles, err := c.Articles(&test.first)
		if got := slugsOfArticles(articles); err != nil || got != test.want {
			t.Errorf("%s: got %s, want %s (%v)", test.name, got, test.want, err)
		}
	}
	c, _ := s.Providers(ProviderSearch{})
	for _, first := range []int{-1, 11} {
		if _, err := c.Articles(&first); err == nil || !strings.Contains(err.Error(), fmt.Sprint("first: ", first)) {
			t.Errorf("first %d: %v", first, err)
		}
	}
}

func slugsOfArticles(articles []Article) string {
	var slugs []string
	for _, a := range articles {
		slugs = append(slugs, a.Slug)
	}
	return strings.Join(slugs, " ")
}

// spoken is a directory with insurers, labels that name none, and languages.
const spoken = `{"type":"insurer","slug":"blue-cross","name":"Blue Cross","alsoKnownAs":["BCBS"]}
{"type":"insurer","slug":"blue-moon","name":"Blue Moon"}
{"type":"condition","slug":"blues","name":"Blues"}
{"type":"provider","slug":"wren","name":"Wren Blue","kind":"INDIVIDUAL",` +
	`"insurances":["bcbs","Sliding scale"],"languages":["Spanish"],` +
	`"locations":[{"city":"Flint","state":"Michigan","stateCode":"MI"}]}
{"type":"provider","slug":"robin","name":"Robin","kind":"INDIVIDUAL",` +
	`"coverage":[{"insurer":"blue-cross"}],"languages":["Slovak","Spanish"]}`

// Insurers are suggested by any of their names, once, where somebody takes them; so are languages, and what else people
// pay with. Of places alone, those where nobody is are suggested, too.
func TestSuggestionsOfAKind(t *testing.T) {
	s := Build(read(t, spoken), options)
	for _, test := range []struct {
		text  string
		kinds []SuggestionKind
		want  string
	}{
		{"blue", nil, "CONDITION Blues, INSURER Blue Cross, PROVIDER Wren Blue"},
		{"bcb", nil, "INSURER Blue Cross"},
		{"sl", nil, "INSURER Sliding scale, LANGUAGE Slovak"},
		{"span", nil, "LANGUAGE Spanish"},
		{"blue", []SuggestionKind{SuggestInsurer}, "INSURER Blue Cross"},
		{"blue", []SuggestionKind{SuggestLanguage, SuggestPlace}, ""},
		{"spanihs", []SuggestionKind{SuggestLanguage}, "LANGUAGE Spanish"},
		{"flin", []SuggestionKind{SuggestPlace, SuggestCondition}, "PLACE Flint, Michigan"},
		{"ann arb", nil, ""},
		{"ann arb", []SuggestionKind{SuggestPlace}, "PLACE Ann Arbor, Michigan"},
		{"4850", []SuggestionKind{SuggestInsurer}, ""},
	} {
		list, err := s.Suggest(test.text, nil, test.kinds)
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for _, suggestion := range list {
			lines = append(lines, fmt.Sprint(suggestion.Kind, " ", suggestion.Text))
			if hasNode := suggestion.Node != nil; hasNode == (suggestion.Text == "Sliding scale" ||
				suggestion.Kind == SuggestPlace || suggestion.Kind == SuggestLanguage) {
				t.Errorf("%s has the node %v", suggestion.Text, suggestion.Node)
			}
		}
		if got := strings.Join(lines, ", "); got != test.want {
			t.Errorf("%q of %v: got %s, want %s", test.text, test.kinds, got, test.want)
		}
	}
	zips, err := s.Suggest("4850", nil, []SuggestionKind{SuggestPlace})
	if err != nil || len(zips) == 0 || zips[0].Text != "48502" {
		t.Errorf("%v, %v", zips, err)
	}
}

// What a reading says can be taken back: a part of the text, words that were not used, a correction.
func TestReadingsCanBeTakenBack(t *testing.T) {
	s := Build(read(t, documents), options)
	text := "insomnai with zebra art therapy"
	c, err := s.Providers(ProviderSearch{Filter: &ProviderFilter{Text: &text}})
	if err != nil {
		t.Fatal(err)
	}
	in := c.Interpretation()
	if len(in.Intents) != 2 || len(in.Unused) != 1 {
		t.Fatalf("%+v", in)
	}
	first, second := in.Intents[0], in.Intents[1]
	if first.TextWithout != "with zebra art therapy" || first.TextAsTyped == nil ||
		*first.TextAsTyped != `"insomnai" with zebra art therapy` || second.TextWithout != "insomnia with zebra" ||
		second.TextAsTyped != nil || in.Unused[0].TextWithout != "insomnia with art therapy" {
		t.Errorf("%+v, %s", in, *first.TextAsTyped)
	}
}
