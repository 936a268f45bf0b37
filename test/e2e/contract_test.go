package e2e

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// contract is what test/conformance/contract.mjs reports.
type contract struct {
	Breaking, Dangerous []struct{ Path, Message string }
	Invalid, Undated    []string
}

// TestContractOfTheLastRelease holds the schema against the last release's, and the operations of that release and of
// today against the schema. What is dangerous by graphql-inspector's rules stands in the CHANGELOG by its path.
func TestContractOfTheLastRelease(t *testing.T) {
	t.Parallel()
	installClients(t)
	now := filepath.Join(t.TempDir(), "schema.graphql")
	writeFile(t, now, mustRun(t, "schema"))
	const earlier = "testdata/contract/0.1.0"
	args := []string{"test/conformance/contract.mjs", earlier + "/schema.graphql", now}
	for _, pattern := range []string{
		earlier + "/operations/*.graphql", "testdata/*.graphql", "web/operations/*.graphql",
		"web/playground/examples/*.graphql",
		"tools/bench/operations/*.graphql", "test/conformance/genqlient/*.graphql", "README.md", "docs/*.md",
	} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no file is %s (%v)", pattern, err)
		}
		args = append(args, files...)
	}
	var found contract
	if err := json.Unmarshal([]byte(runNode(t, ".", args...)), &found); err != nil {
		t.Fatal(err)
	}
	for _, change := range found.Breaking {
		t.Errorf("breaks clients: %s (%s)", change.Message, change.Path)
	}
	changelog, err := os.ReadFile("CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range found.Dangerous {
		if !strings.Contains(string(changelog), "`"+change.Path+"`") {
			t.Errorf("CHANGELOG.md does not list `%s`: %s", change.Path, change.Message)
		}
	}
	for _, fault := range found.Invalid {
		t.Errorf("not valid any more: %s", fault)
	}
	for _, path := range found.Undated {
		t.Errorf("deprecated without a date: the reason of %s must say since when, such as: since 2026-11-28", path)
	}
}

// TestContractIsChecked shows that each kind of fault is found.
func TestContractIsChecked(t *testing.T) {
	t.Parallel()
	installClients(t)
	dir := t.TempDir()
	file := func(name, content string) string {
		path := filepath.Join(dir, name)
		writeFile(t, path, content)
		return path
	}
	earlier := file("earlier.graphql", `type Query { a: Int b(first: Int = 1): Int }`)
	now := file(
		"now.graphql",
		`type Query { b(first: Int = 2): Int c: Int @deprecated(reason: "Use b.") d: Int @deprecated(reason: "Use `+
			`b, since 2026-11-28.") }`,
	)
	var found contract
	out := runNode(t, ".", "test/conformance/contract.mjs", earlier, now, file("a.graphql", "{ a }"),
		file("b.md", "```graphql\n{ b }\n```\n"))
	if err := json.Unmarshal([]byte(out), &found); err != nil {
		t.Fatal(err)
	}
	if len(found.Breaking) != 1 || found.Breaking[0].Path != "Query.a" {
		t.Errorf("breaking: %v", found.Breaking)
	}
	if len(found.Dangerous) != 1 || found.Dangerous[0].Path != "Query.b.first" {
		t.Errorf("dangerous: %v", found.Dangerous)
	}
	if len(found.Invalid) != 1 || !strings.Contains(found.Invalid[0], `Cannot query field "a"`) {
		t.Errorf("invalid: %v", found.Invalid)
	}
	if !slices.Equal(found.Undated, []string{"Query.c"}) {
		t.Errorf("undated: %v", found.Undated)
	}
}

// TestIntrospection holds introspection against graphql-js's, at a limit of cost that a careful operator may set.
func TestIntrospection(t *testing.T) {
	t.Parallel()
	installClients(t)
	file := filepath.Join(t.TempDir(), "schema.graphql")
	writeFile(t, file, mustRun(t, "schema"))
	s := openServer(t, "--data", demoData(t), "--max-cost", "8000")
	t.Log(runNode(t, "test/conformance", "introspection.mjs", s.url+"/graphql", file))
}

// generateHoudini runs Houdini's generator over the project in test/conformance/houdini with a schema, and gives what
// it prints.
func generateHoudini(t *testing.T, schema string) string {
	t.Helper()
	project := t.TempDir()
	modules, err := filepath.Abs("test/conformance/node_modules")
	if err == nil {
		err = errors.Join(
			os.CopyFS(project, os.DirFS("test/conformance/houdini")),
			os.Symlink(modules, project+"/node_modules"),
		)
	}
	if err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(schema)
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(project, "schema.graphql"), string(content))
	out := runNode(t, project, "node_modules/.bin/houdini", "generate")
	if _, err := os.Stat(filepath.Join(project, "$houdini", "artifacts", "CarePage.js")); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	return out
}

// TestSchemaTools has the tools of frontends and gateways take the schema, as printed or from a server.
func TestSchemaTools(t *testing.T) {
	installClients(t)
	file := filepath.Join(t.TempDir(), "schema.graphql")
	writeFile(t, file, mustRun(t, "schema"))
	t.Run("composition", func(t *testing.T) {
		subgraph := filepath.Join(t.TempDir(), "subgraph.graphql")
		writeFile(t, subgraph, mustRun(t, "schema", "--federation"))
		t.Log(runNode(t, "test/conformance", "compose.mjs", subgraph))
	})
	t.Run("Houdini", func(t *testing.T) {
		t.Log(generateHoudini(t, file))
	})
	t.Run("graphql-codegen", func(t *testing.T) {
		s := openServer(t, "--data", demoData(t), "--max-cost", "8000")
		t.Setenv("GRAPHQL_URL", s.url+"/graphql")
		out := filepath.Join(t.TempDir(), "types.ts")
		t.Setenv("CODEGEN_OUTPUT", out)
		runNode(t, "test/conformance", "node_modules/@graphql-codegen/cli/cjs/bin.js", "--config", "codegen.mjs")
		types, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"export type Provider = ", "export type CarePageQuery = "} {
			if !strings.Contains(string(types), name) {
				t.Errorf("what graphql-codegen makes has no %q", name)
			}
		}
	})
}
