package e2e

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
)

func TestExportTellsOfWhatIsNotPublished(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	draft := filepath.Join(data, "draft.ndjson")
	writeFile(t, draft, `{"type":"condition","slug":"grief","name":"Grief"}
{"type":"article","slug":"draft","status":"DRAFT","title":"Later","topic":{"condition":"grief"},"lead":"A `+
		`lead.","author":"us","updatedOn":"2020-01-01"}
`)
	mustRun(t, "import", "--data", data, draft)
	command := findcare(t, "export", "--data", data, "--format", "ndjson")
	var stderr bytes.Buffer
	command.Stderr = &stderr
	out, err := command.Output()
	if err != nil || strings.Contains(string(out), "Later") ||
		!strings.Contains(stderr.String(), "--unpublished exports them too") {
		t.Errorf("%v: %s%s", err, out, &stderr)
	}
	if all := mustRun(t, "export", "--data", data, "--format", "ndjson", "--unpublished"); !strings.Contains(
		all,
		`"status":"DRAFT"`,
	) {
		t.Errorf("all: %s", all)
	}
}

func TestExportChecksTheBaseURL(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{
		{"--format", "fhir", "--base-url", "care.example"},
		{"--format", "fhir", "--base-url", "https://care.example/fhir?x=1"},
		{"--format", "json", "--base-url", "https://care.example/fhir"},
	} {
		out, err := findcare(t, append([]string{"export", "--data", t.TempDir()}, args...)...).CombinedOutput()
		if err == nil || !strings.Contains(string(out), "--base-url: ") {
			t.Errorf("%v: %v: %s", args, err, out)
		}
	}
}

// TestPublishedProfiles has the validator of another maker hold an export against the profiles that HL7 publishes:
// invented providers, and invented records of the NPI registry.
func TestPublishedProfiles(t *testing.T) {
	installClients(t)
	data, bundle := t.TempDir(), filepath.Join(t.TempDir(), "bundle.json")
	for _, file := range [][]string{
		{"--providers", "30"}, {"--format", "nppes", "--providers", "30", "--behavioural", "100"},
	} {
		path := filepath.Join(data, "generated")
		mustRun(t, append([]string{"generate", "--output", path}, file...)...)
		mustRun(t, "import", "--data", data, path)
	}
	mustRun(t, "export", "--data", data, "--format", "fhir", "--output", bundle)
	t.Setenv("FHIR_BUNDLE", bundle)
	runNode(t, "test/conformance", "--test", "--test-reporter=spec", "--test-timeout=120000", "fhir/profiles.test.mjs")
}
