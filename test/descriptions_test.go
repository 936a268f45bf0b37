package test

import (
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"findcare/tools/forms"
)

// The schema explains itself: each type, field, argument, value and directive says what it is.
func TestSchemaHasDescriptions(t *testing.T) {
	sources, err := forms.Sources("..")
	if err != nil {
		t.Fatal(err)
	}
	described := 0
	for _, source := range sources {
		schema, err := parser.ParseSchema(source)
		if err != nil {
			t.Fatal(err)
		}
		see := func(element, description string) {
			if described++; description == "" {
				t.Errorf("%s: %s has no description", source.Name, element)
			}
		}
		for _, definition := range schema.Definitions {
			see(definition.Name, definition.Description)
			seeMembers(definition, see)
		}
		for _, extension := range schema.Extensions {
			seeMembers(extension, see)
		}
		for _, directive := range schema.Directives {
			see("@"+directive.Name, directive.Description)
			seeArguments("@"+directive.Name, directive.Arguments, see)
		}
	}
	if described < 1000 {
		t.Errorf("there are only %d elements", described)
	}
}

func seeMembers(definition *ast.Definition, see func(element, description string)) {
	for _, field := range definition.Fields {
		name := definition.Name + "." + field.Name
		see(name, field.Description)
		seeArguments(name, field.Arguments, see)
	}
	for _, value := range definition.EnumValues {
		see(definition.Name+"."+value.Name, value.Description)
	}
}

func seeArguments(of string, arguments ast.ArgumentDefinitionList, see func(element, description string)) {
	for _, argument := range arguments {
		see(of+"("+argument.Name+")", argument.Description)
	}
}
