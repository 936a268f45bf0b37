package fhir_test

import (
	"bytes"
	"context"
	"flag"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"findcare/demo"
	"findcare/internal/export"
	"findcare/models"
)

// update writes the golden file anew: go test ./internal/export/fhir -update
var update = flag.Bool("update", false, "write golden files")

// demoDirectory is the demo directory with a few providers, one of which has an NPI record.
type demoDirectory struct{ *models.Directory }

func (d demoDirectory) EachShown(_ context.Context, kind models.Kind, visit func(models.Document) error) error {
	var documents []models.Document
	switch kind {
	case models.KindCredential:
		documents = asDocuments(d.Credentials)
	case models.KindProvider:
		documents = asDocuments(d.Providers)
	}
	for _, document := range documents {
		if err := visit(document); err != nil {
			return err
		}
	}
	return nil
}

func (d demoDirectory) Current(_ context.Context, ids []string) (documents []models.Document, err error) {
	for _, p := range d.Providers {
		if slices.Contains(ids, p.ID) {
			documents = append(documents, p)
		}
	}
	return documents, nil
}

func asDocuments[D models.Document](list []D) (documents []models.Document) {
	for _, document := range list {
		documents = append(documents, document)
	}
	return documents
}

func mustDemo(t *testing.T) demoDirectory {
	t.Helper()
	const providers = 6
	directory, err := demo.Documents(providers, time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	first := directory.Providers[0]
	first.NPI = "1234567893"
	first.NPIRecord = &models.NPIRecord{
		NPI:        "1234567893",
		Type:       first.Type,
		Name:       first.Name,
		Taxonomies: []string{"101YM0800X"},
		FileDate:   "2026-11-08",
	}
	return demoDirectory{directory}
}

func TestDemoDirectoryGolden(t *testing.T) {
	const path = "testdata/demo.golden.json"
	var b bytes.Buffer
	if _, err := export.Export(
		t.Context(), &b, mustDemo(t), export.Options{Format: export.FHIR, BaseURL: "https://care.example/fhir"},
	); err != nil {
		t.Fatal(err)
	}
	bundle, err := jsonschema.UnmarshalJSON(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if err := bundleSchema(t).Validate(bundle); err != nil {
		t.Error(err)
	}
	got := jsontext.Value(b.Bytes())
	if err := got.Indent(jsontext.WithIndent("  ")); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(path, append(got, '\n'), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != string(got)+"\n" {
		t.Errorf("%s differs from\n%s", path, got)
	}
}
