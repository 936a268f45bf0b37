package e2e

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// Editors see a provider as it was, also one that is changed, renamed or deleted since.
func TestAProviderAsItWas(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	editor := strings.TrimSpace(mustRun(t, "token", "create", "--data", data, "--role", "editor", "--name", "Ada"))
	server := openServer(t, "--data", data, "--demo=false")
	do := func(query string) string { return server.queryAs(t, editor, query, nil) }
	made := do(
		`mutation { createProvider(input: {name: "Wren Examplar", slug: "wren", kind: INDIVIDUAL, statement: "At ` +
			`first."}) { provider { id updatedAt } } }`,
	)
	id, at := between(made, `"id":"`, `"`), between(made, `"updatedAt":"`, `"`)
	created, err := time.Parse(time.RFC3339, at)
	if err != nil {
		t.Fatal(made, err)
	}
	asOf := func(by string, at time.Time) string {
		return do(
			fmt.Sprintf(
				`{ provider(by: {%s}, asOf: %q) { name statement profileUrl similar { name } } }`,
				by,
				at.Format(time.RFC3339Nano),
			),
		)
	}
	const first = `{"data":{"provider":{"name":"Wren Examplar","statement":"At first."`
	now := do(
		`mutation { updateProvider(id: "` + id + `", input: {name: "Wren Renamed", slug: "renamed", statement: ` +
			`"Later."}) { provider { updatedAt } } }`,
	)
	for _, by := range []string{`id: "` + id + `"`, `slug: "renamed"`, `slug: "wren"`} {
		if got := asOf(by, created); !strings.HasPrefix(got, first) {
			t.Errorf("%s: %s", by, got)
		}
	}
	updated, err := time.Parse(time.RFC3339, between(now, `"updatedAt":"`, `"`))
	if err != nil {
		t.Fatal(now, err)
	}
	do(`mutation { deleteProvider(id: "` + id + `") { userErrors { code } } }`)
	for _, test := range []struct {
		at   time.Time
		want string
	}{
		{created.Add(-time.Second), `{"data":{"provider":null}}`},
		{created, first},
		{updated, `{"data":{"provider":{"name":"Wren Renamed","statement":"Later."`},
		{updated.Add(24 * time.Hour), `{"data":{"provider":null}}`},
	} {
		if got := asOf(`id: "`+id+`"`, test.at); !strings.HasPrefix(got, test.want) {
			t.Errorf("as of %s, after it was deleted: %s, want %s", test.at, got, test.want)
		}
	}
	if got := asOf(`slug: "renamed"`, updated); got != `{"data":{"provider":null}}` { // a slug is free again
		t.Errorf("by the slug, after it was deleted: %s", got)
	}
}

// between is what stands in a text between two others.
func between(text, before, after string) string {
	_, rest, _ := strings.Cut(text, before)
	found, _, _ := strings.Cut(rest, after)
	return found
}
