package e2e

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"findcare/models"
)

// TestLicensesHaveTheNameOfTheirState: for editors, in what a mutation returns, and for the public.
func TestLicensesHaveTheNameOfTheirState(t *testing.T) {
	t.Parallel()
	data := demoData(t)
	editor := newToken(t, data, "editor")
	server := openServer(t, "--data", data)
	const licenses = `{ licenses { state stateName } }`
	const want = `{"licenses":[{"state":"MI","stateName":"Michigan"},` +
		`{"state":"DC","stateName":"District of Columbia"}]}`
	made := server.queryAs(t, editor, `mutation($is: String!) { createProvider(input: {name: "Wren Example", `+
		`slug: "wren-example", kind: INDIVIDUAL, credentials: [$is], conditions: ["depression"], licenses: [`+
		`{credential: $is, state: "MI"}, {credential: $is, state: "DC"}]}) { provider `+licenses+
		` userErrors { message } } }`, map[string]any{"is": "licensed-clinical-professional-counselor"})
	if want := `{"data":{"createProvider":{"provider":` + want + `,"userErrors":[]}}}`; made != want {
		t.Errorf("got\n%s, want\n%s", made, want)
	}
	read := server.query(t, `{ provider(by: {slug: "wren-example"}) `+licenses+` }`, nil)
	if want := `{"data":{"provider":` + want + `}}`; read != want {
		t.Errorf("got\n%s, want\n%s", read, want)
	}
}

// pageOfIDs is a page of a connection; ids are what its nodes are known by.
type pageOfIDs struct {
	Nodes    []struct{ ID, Revision any }
	PageInfo struct {
		HasNextPage, HasPreviousPage bool
		EndCursor                    *string
	}
}

// pagesOf reads a list of editors page by page, and returns what its nodes are known by.
func pagesOf(t *testing.T, s *program, token, field string, first int) (all []any) {
	t.Helper()
	var after *string
	for {
		query := `query($first: Int, $after: String) { page: ` + field + ` pageInfo { hasNextPage hasPreviousPage ` +
			`endCursor } } }`
		answer := s.queryAs(t, token, query, map[string]any{"first": first, "after": after})
		var got struct{ Data struct{ Page *pageOfIDs } }
		if err := json.Unmarshal([]byte(answer), &got); err != nil || got.Data.Page == nil {
			t.Fatalf("%s: %s (%v)", field, answer, err)
		}
		page := got.Data.Page
		if page.PageInfo.HasPreviousPage != (after != nil) || len(page.Nodes) > first {
			t.Errorf("%s after %v: %+v", field, after, page)
		}
		for _, node := range page.Nodes {
			all = append(all, fmt.Sprint(node.ID, node.Revision))
		}
		if !page.PageInfo.HasNextPage {
			return all
		}
		after = page.PageInfo.EndCursor
	}
}

// TestRevisionsAndTokensByPage: page by page, they are what the lists say that they replace.
func TestRevisionsAndTokensByPage(t *testing.T) {
	t.Parallel()
	data := demoData(t)
	editor, admin := newToken(t, data, "editor"), newToken(t, data, "admin")
	server := openServer(t, "--data", data)
	const changed = 5
	id := someoneListed(t, server).ID
	for i := range changed {
		server.queryAs(t, editor, `mutation($id: ID!, $statement: String) { updateProvider(id: $id, input: `+
			`{statement: $statement}) { userErrors { message } } }`,
			map[string]any{"id": id, "statement": fmt.Sprint("Text ", i)})
	}
	var listed struct {
		Data struct {
			History []struct{ ID, Revision any }
			Tokens  []struct{ ID, Revision any }
		}
	}
	answer := server.queryAs(t, admin, `query($id: ID!) { history(id: $id) { revision } tokens { id } }`,
		map[string]any{"id": id})
	if err := json.Unmarshal([]byte(answer), &listed); err != nil || len(listed.Data.History) < changed {
		t.Fatalf("%s (%v)", answer, err)
	}
	for _, test := range []struct {
		field string
		want  []struct{ ID, Revision any }
	}{
		{`revisions(id: "` + id + `", first: $first, after: $after) { nodes { revision }`, listed.Data.History},
		{`apiTokens(first: $first, after: $after) { nodes { id }`, listed.Data.Tokens},
	} {
		var want []any
		for _, node := range test.want {
			want = append(want, fmt.Sprint(node.ID, node.Revision))
		}
		for first := 1; first <= len(want)+1; first++ {
			if got := pagesOf(t, server, admin, test.field, first); !slices.Equal(got, want) {
				t.Errorf("%s by %d: got %v, want %v", test.field, first, got, want)
			}
		}
	}
	revisions := func(id, arguments string) string {
		return server.queryAs(t, editor, `query($id: ID!) { revisions(id: $id`+arguments+`) { nodes { revision } `+
			`edges { cursor } } viewer { role } }`, map[string]any{"id": id})
	}
	cursor := strings.Split(strings.SplitAfter(revisions(id, ""), `"cursor":"`)[1], `"`)[0]
	for arguments, message := range map[string]string{
		`, first: -1`:                  `first: -1 must be from 0 to 100`,
		`, first: 101`:                 `first: 101 must be from 0 to 100`,
		`, after: "x"`:                 `after: \"x\" must be a cursor that this list gave`,
		`, after: "` + cursor + `x"`:   `must be a cursor of this document; it is of another one`,
		`, first: 1, after: "MSBwcnY"`: `must be a cursor of this document; it is of another one`,
	} {
		// What fails leaves the rest of the answer alone.
		mustContain(t, arguments, revisions(id, arguments), message, `"path":["revisions"]`,
			`"data":{"revisions":null,"viewer":{"role":"EDITOR"}}`)
	}
	nobody := models.IDOfSlug(models.KindProvider, "nobody")
	mustContain(t, "another id", revisions(nobody, ""), `"revisions":{"nodes":[],"edges":[]}`)
	mustContain(t, "a token", revisions("tok_none", ""), "this needs the role ADMIN", `"revisions":null`)
}

// TestFacetsOfEnums: the typed facets say what those of strings say, and their values go back into the filter.
func TestFacetsOfEnums(t *testing.T) {
	t.Parallel()
	server := openServer(t, "--data", demoData(t), "--max-cost", "0")
	filters := map[string]string{ // the facet of strings by the typed one, and the filter that takes its values
		"sessionFormatCounts": "sessionFormats [SessionFormat!]", "ageGroupCounts": "ageGroups [AgeGroup!]",
		"openAtCounts": "openAt [OpenTime!]", "accessibilityCounts": "accessibility [AccessibilityFeature!]",
		"languageServiceCounts": "languageServices [LanguageService!]", "genderCounts": "genders [Gender!]",
		"populationCounts": "populations [Population!]",
	}
	for typed, filter := range filters {
		plain, list, _ := strings.Cut(filter, " ")
		var got struct {
			Data struct {
				Providers struct {
					Facets struct {
						Plain, Typed []struct {
							Value, Label string
							Count        int
						}
					}
				}
			}
		}
		answer := server.query(t, `{ providers(first: 0) { facets { plain: `+plain+` { value label count } typed: `+
			typed+` { value label count } } } }`, nil)
		if err := json.Unmarshal([]byte(answer), &got); err != nil {
			t.Fatalf("%s: %v", answer, err)
		}
		facets := got.Data.Providers.Facets
		if len(facets.Typed) == 0 || !slices.Equal(facets.Typed, facets.Plain) {
			t.Errorf("%s: %v, %s: %v", typed, facets.Typed, plain, facets.Plain)
		}
		for _, found := range facets.Typed {
			answer := server.query(t, `query($values: `+list+`) { providers(filter: {`+plain+`: $values}, first: 0) `+
				`{ totalCount } }`, map[string]any{"values": []string{found.Value}})
			if want := fmt.Sprintf(`{"data":{"providers":{"totalCount":%d}}}`, found.Count); answer != want {
				t.Errorf("%s %s: got %s, want %s", plain, found.Value, answer, want)
			}
		}
	}
}

// TestDifferencesAsValues: what is told as the text of JSON is told as a value, too.
func TestDifferencesAsValues(t *testing.T) {
	t.Parallel()
	data := demoData(t)
	editor := newToken(t, data, "editor")
	server := openServer(t, "--data", data)
	id := someoneListed(t, server).ID
	send := func(query string) string {
		return server.queryAs(t, editor, query, map[string]any{"id": id})
	}
	send(`mutation($id: ID!) { updateProvider(id: $id, input: {faith: null, sessionFee: null, pronouns: null}) ` +
		`{ action } }`)
	send(`mutation($id: ID!) { updateProvider(id: $id, input: {faith: "Quaker \"<&>\"", sessionFee: ` +
		`{currency: "USD", minimum: 10, maximum: 20}}) { action } }`)
	const want = `{"field":"faith","before":null,"after":"\"Quaker \\\"<&>\\\"\"","beforeValue":null,` +
		`"afterValue":"Quaker \"<&>\""},{"field":"sessionFee","before":null,"after":"{\"currency\":\"USD\"` +
		`,\"minimum\":10,\"maximum\":20,\"slidingScale\":false}","beforeValue":null,"afterValue":{"currency":"USD",` +
		`"minimum":10,"maximum":20,"slidingScale":false}}`
	mustContain(t, "revisions", send(`query($id: ID!) { revisions(id: $id, first: 1) { nodes { differences { field `+
		`before after beforeValue afterValue } } } }`), want)
	send(`mutation($id: ID!) { saveWorkingCopy(id: $id, provider: {faith: "Shaker"}) { workingCopy { save } } }`)
	send(`mutation($id: ID!) { updateProvider(id: $id, input: {faith: "Mennonite"}) { action } }`)
	mustContain(t, "conflicts", send(`query($id: ID!) { workingCopy(id: $id) { conflicts { field published `+
		`working publishedValue workingValue } } }`), `"published":"\"Mennonite\"","working":"\"Shaker\"",`+
		`"publishedValue":"Mennonite","workingValue":"Shaker"`)
}
