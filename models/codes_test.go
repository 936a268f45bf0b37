package models_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// codes returns the values of the constants of a type in codes.go.
func codes(t *testing.T, typeName string) (values []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "codes.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(node ast.Node) bool {
		spec, is := node.(*ast.ValueSpec)
		if !is || spec.Type.(*ast.Ident).Name != typeName {
			return true
		}
		value, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		values = append(values, value)
		return true
	})
	slices.Sort(values)
	return values
}

// part returns what stands between two texts in a file.
func part(t *testing.T, path, from, to string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, after, found := strings.Cut(string(content), from)
	found = found && strings.Contains(after, to)
	if !found {
		t.Fatalf("%s has no part from %q to %q", path, from, to)
	}
	before, _, _ := strings.Cut(after, to)
	return before
}

func wantCodes(t *testing.T, in string, got map[string]bool, want []string) {
	t.Helper()
	if got := slices.Sorted(maps.Keys(got)); !slices.Equal(got, want) {
		t.Errorf("%s has\n%s\nwant\n%s", in, strings.Join(got, " "), strings.Join(want, " "))
	}
}

func TestCodesAreDocumented(t *testing.T) {
	got := make(map[string]bool)
	for line := range strings.Lines(part(t, "../docs/frontend.md", "| Code | Meaning |", "\n\n")) {
		cells := strings.Split(line, "|")
		if len(cells) < 2 {
			continue
		}
		for _, code := range regexp.MustCompile("`([A-Z_]+)`").FindAllStringSubmatch(cells[1], -1) {
			got[code[1]] = true
		}
	}
	wantCodes(t, "the table of docs/frontend.md", got, codes(t, "Code"))
}

func TestUserErrorCodesAreInTheSchema(t *testing.T) {
	got := make(map[string]bool)
	for line := range strings.Lines(part(t, "../mutations.graphqls", "enum UserErrorCode {", "}")) {
		if line := strings.TrimSpace(line); line != "" && line[0] != '"' {
			got[line] = true
		}
	}
	wantCodes(t, "the enum UserErrorCode", got, codes(t, "UserErrorCode"))
}
