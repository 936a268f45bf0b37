package test

import (
	"os"
	"slices"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

// entered are the types of what editors enter. A description of one of their fields is the help beside it at the desk,
// where it would only repeat what most labels say.
var entered = []string{
	"Article", "Availability", "CallToAction", "Condition", "Coverage", "Credential", "FeeRange", "Hours", "Insurer",
	"LanguageSkill", "License", "Location", "MedicalReview", "OpeningHours", "PhoneNumber", "Provider", "Section",
	"Source", "Treatment",
}

// What the public asks for explains itself: every type, field and value says what it is.
func TestPublicSchemaHasDescriptions(t *testing.T) {
	for _, file := range []string{
		"../schema.graphqls", "../subscriptions.graphqls", "../changes.graphqls", "../federation.graphqls",
		"../webhooks.graphqls",
	} {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		schema, err := parser.ParseSchema(&ast.Source{Name: file, Input: string(content)})
		if err != nil {
			t.Fatal(err)
		}
		for _, definition := range schema.Definitions {
			for _, element := range undescribed(definition) {
				t.Errorf("%s: %s has no description", file, element)
			}
		}
	}
}

// undescribed are a definition and its members, as far as they have no description.
func undescribed(definition *ast.Definition) (elements []string) {
	see := func(element, description string) {
		if description == "" {
			elements = append(elements, element)
		}
	}
	see(definition.Name, definition.Description)
	if slices.Contains(entered, definition.Name) {
		return elements
	}
	for _, field := range definition.Fields {
		see(definition.Name+"."+field.Name, field.Description)
	}
	for _, value := range definition.EnumValues {
		see(definition.Name+"."+value.Name, value.Description)
	}
	return elements
}
