package fhir_test

import (
	"bytes"
	"compress/gzip"
	"os"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"findcare/internal/export/fhir"
)

// bundleSchema returns the schema of a Bundle and all resources in it.
func bundleSchema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	file, err := os.Open("testdata/fhir.schema.json.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	content, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(content)
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("fhir.schema.json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("fhir.schema.json#/definitions/Bundle")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// faults returns what the schema finds wrong with a Bundle of some entries, nil for nothing.
func faults(schema *jsonschema.Schema, entries any) error {
	content, err := json.Marshal(map[string]any{"resourceType": "Bundle", "type": "collection", "entry": entries})
	if err != nil {
		return err
	}
	bundle, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
	if err != nil {
		return err
	}
	return schema.Validate(bundle)
}

// A schema that accepts everything would prove nothing.
func TestSchemaRejectsInvalidResources(t *testing.T) {
	schema := bundleSchema(t)
	type object = map[string]any
	for name, resource := range map[string]object{
		"an element that there is not":    {"resourceType": "Practitioner", "id": "a", "nickname": "x"},
		"an id with an underscore":        {"resourceType": "Practitioner", "id": "prv_1"},
		"a single value in place of many": {"resourceType": "Practitioner", "id": "a", "name": object{"family": "x"}},
		"an unknown status":               {"resourceType": "Location", "id": "a", "status": "open"},
		"a resource that there is not":    {"resourceType": "Physician", "id": "a"},
		"an empty text":                   {"resourceType": "Location", "id": "a", "name": ""},
	} {
		if err := faults(schema, []fhir.Entry{{FullURL: "urn:uuid:1", Resource: resource}}); err == nil {
			t.Errorf("%s is let through", name)
		}
	}
	if err := faults(
		schema,
		[]fhir.Entry{{FullURL: "urn:uuid:1", Resource: object{"resourceType": "Location", "id": "a", "name": "x"}}},
	); err != nil {
		t.Error(err)
	}
}
