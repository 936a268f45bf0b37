package main

import (
	"os"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

// TestOperationsAreOfTheSchema tells when the schema has left behind what this command asks for.
func TestOperationsAreOfTheSchema(t *testing.T) {
	content, err := os.ReadFile("../../schema.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	schema, err := gqlparser.LoadSchema(&ast.Source{Input: string(content)})
	if err != nil {
		t.Fatal(err)
	}
	files, err := documents.ReadDir("operations")
	if err != nil || len(files) == 0 {
		t.Fatalf("no operations: %v", err)
	}
	for _, file := range files {
		query, err := document(strings.TrimSuffix(file.Name(), ".graphql"))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := gqlparser.LoadQueryWithRules(schema, query, nil); err != nil {
			t.Errorf("%s: %v", file.Name(), err)
		}
	}
}
