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
	const want = `{"licenses":[{"state":"MI","stateName":"Michigan"},{"state":"DC","stateName":"District of Columbia"}]}`
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
		query := `query($first: Int, $after: String) { page: ` + field + ` pageInfo { hasNextPage hasPreviousPage endCursor } } }`
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
	mustContain(t, "another id", revisions(models.IDOfSlug(models.KindProvider, "nobody"), ""), `"revisions":{"nodes":[],"edges":[]}`)
	mustContain(t, "a token", revisions("tok_none", ""), "this needs the role ADMIN", `"revisions":null`)
}
