package federation_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"findcare/graph/generated"
	"findcare/internal/federation"
)

// What is an entity in the schema has its keys there, and nothing else has.
func TestKeysOfEntities(t *testing.T) {
	plain := generated.NewExecutableSchema(generated.Config{}).Schema()
	document, err := parser.ParseSchema(&ast.Source{Input: generated.SubgraphSDL()})
	if err != nil {
		t.Fatal(err)
	}
	for _, definition := range document.Definitions {
		var keys []string
		for _, directive := range definition.Directives.ForNames("key") {
			key := directive.Arguments.ForName("fields").Value.Raw
			keys = append(keys, key)
			if definition.Fields.ForName(key) == nil {
				t.Errorf("%s has no field %s", definition.Name, key)
			}
		}
		if is := slices.Contains(plain.Types["_Entity"].Types, definition.Name); is != (len(keys) > 0) {
			t.Errorf("%s: an entity: %t; keys: %v", definition.Name, is, keys)
		}
		if definition.Name == "Provider" && !slices.Equal(keys, []string{"id", "slug", "npi"}) {
			t.Errorf("the keys of Provider are %v", keys)
		}
	}
}

// Of what is for this server or for gateways alone, a gateway composes nothing. The rest is all there.
func TestSDL(t *testing.T) {
	text, err := federation.SDL(&ast.Source{Input: `
		directive @auth(role: Role!) on FIELD_DEFINITION
		directive @mark on FIELD_DEFINITION | ARGUMENT_DEFINITION | ENUM_VALUE | OBJECT | INPUT_FIELD_DEFINITION
		enum Role { EDITOR @mark OLD @deprecated(reason: "Gone.") }
		"Who gives care."
		type Provider @mark { id: ID! "Seen by editors." notes(first: Int = 3 @mark): String @auth(role: EDITOR) }
		type Query { provider: Provider }
		type PageInfo { hasNextPage: Boolean! }
		input By @oneOf { id: ID @mark }
		scalar _Any
		union _Entity = Provider
		extend type Query { _entities(representations: [_Any!]!): [_Entity]! }
		extend type Query { _service: String  providers(by: By): [Provider!]! @mark }
	`})
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("testdata/subgraph.graphql")
	if err != nil {
		t.Fatal(err)
	}
	if strings.TrimSpace(text) != strings.TrimSpace(string(want)) {
		t.Errorf("got\n%s", text)
	}
	if _, err := federation.SDL(&ast.Source{Input: "type {"}); err == nil {
		t.Error("no error of what is no schema")
	}
}
