package federation

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
	"github.com/vektah/gqlparser/v2/parser"
)

// Service is this server as a subgraph.
type Service struct{ SDL string }

// header says which version of the specification the schema is written for: the first one that has all that is used, so
// that gateways of any age take it. Composition does not know @oneOf unless it is defined.
const header = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.0", import: ["@key", "@shareable"])

directive @oneOf on INPUT_OBJECT

`

// known are the directives that a gateway knows. Those of this server, such as @auth and @cost, are followed here, and
// other subgraphs may call others by the same names.
var known = []string{"deprecated", "specifiedBy", "oneOf"}

// shareable are the types that other subgraphs may define as well: every Relay server has PageInfo. Query.node and
// Query.nodes are not among their fields: a gateway would ask any of the subgraphs for any id.
var shareable = []string{"PageInfo"}

// SDL writes a schema as gateways compose it: with the keys of its entities, and without what is for gateways alone.
func SDL(sources ...*ast.Source) (string, error) {
	document, err := parser.ParseSchemas(sources...)
	if err != nil {
		return "", err
	}
	document.Directives = nil
	document.Definitions = public(document.Definitions)
	document.Extensions = public(document.Extensions)
	for _, definition := range document.Definitions {
		for _, key := range entities[definition.Name].keys {
			definition.Directives = append(definition.Directives, directive("key", "fields", string(key)))
		}
		if slices.Contains(shareable, definition.Name) {
			definition.Directives = append(definition.Directives, &ast.Directive{Name: "shareable"})
		}
	}
	var text strings.Builder
	text.WriteString(header)
	formatter.NewFormatter(&text, formatter.WithIndent("  ")).FormatSchemaDocument(document)
	return text.String(), nil
}

func directive(name, argument, value string) *ast.Directive {
	return &ast.Directive{Name: name, Arguments: ast.ArgumentList{
		{Name: argument, Value: &ast.Value{Kind: ast.StringValue, Raw: value}},
	}}
}

// public are definitions without those for gateways, whose names begin with an underscore, and without directives that
// a gateway does not know.
func public(definitions ast.DefinitionList) ast.DefinitionList {
	return slices.DeleteFunc(definitions, func(definition *ast.Definition) bool {
		fields := len(definition.Fields)
		definition.Fields = slices.DeleteFunc(definition.Fields, func(field *ast.FieldDefinition) bool {
			field.Directives = onlyKnown(field.Directives)
			for _, argument := range field.Arguments {
				argument.Directives = onlyKnown(argument.Directives)
			}
			return strings.HasPrefix(field.Name, "_")
		})
		for _, value := range definition.EnumValues {
			value.Directives = onlyKnown(value.Directives)
		}
		definition.Directives = onlyKnown(definition.Directives)
		return strings.HasPrefix(definition.Name, "_") || fields > 0 && len(definition.Fields) == 0
	})
}

func onlyKnown(directives ast.DirectiveList) ast.DirectiveList {
	return slices.DeleteFunc(directives, func(d *ast.Directive) bool { return !slices.Contains(known, d.Name) })
}
