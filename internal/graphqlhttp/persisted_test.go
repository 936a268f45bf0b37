package graphqlhttp_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"findcare/internal/graphqlhttp"
)

const (
	typenameHash = "ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38"
	byHash       = `{"persistedQuery":{"version":1,"sha256Hash":"` + typenameHash + `"}}`
)

func TestAutomaticPersistedQueries(t *testing.T) {
	handler := newHandler(t, usual)
	for _, step := range []struct {
		name, target string
		status       int
		want         string
	}{
		{"not known yet", get("extensions", byHash), 200, `"PERSISTED_QUERY_NOT_FOUND"`},
		{
			"another query's hash", get("extensions", byHash, "query", "{directory{version}}"), 400,
			`"PERSISTED_QUERY_MISMATCH"`,
		},
		{"still not known", get("extensions", byHash), 200, `"PersistedQueryNotFound"`},
		{"told", get("extensions", byHash, "query", "{__typename}"), 200, answered},
		{"known", get("extensions", byHash), 200, answered},
		{
			"another version", get("extensions", `{"persistedQuery":{"version":2,"sha256Hash":"a"}}`), 400,
			"extensions.persistedQuery",
		},
	} {
		t.Run(step.name, func(t *testing.T) {
			response := send(handler, "GET", step.target, "", "Accept", "application/graphql-response+json")
			if body := content(t, response); response.StatusCode != step.status || !strings.Contains(body, step.want) {
				t.Errorf("status %d, want %d; got %s, want %s", response.StatusCode, step.status, body, step.want)
			}
		})
	}
	options := usual
	options.AutomaticPersistedQueries = false
	if body := content(t, send(newHandler(t, options), "GET", get("extensions", byHash), "")); codeOf(
		t,
		body,
	) != "PERSISTED_QUERY_NOT_SUPPORTED" {
		t.Errorf("turned off: %s", body)
	}
}

func TestTrustedDocuments(t *testing.T) {
	for name, manifest := range map[string]string{
		"Apollo's": `{"format":"apollo-persisted-query-manifest","version":1,"operations":[{"id":"` + typenameHash +
			`","name":"A","type":"query","body":"{__typename}"}]}`,
		"Relay's": `{"` + typenameHash + `":"{__typename}"}`,
	} {
		t.Run(name, func(t *testing.T) {
			options := usual
			options.TrustedDocumentsFile = write(t, manifest)
			also := newHandler(t, options)
			options.TrustedDocuments = "only"
			only := newHandler(t, options)
			for _, test := range []struct{ name, target, also, only string }{
				{"by documentId", get("documentId", typenameHash), "", ""},
				{"by doc_id", get("doc_id", typenameHash), "", ""},
				{"by Apollo's hash", get("extensions", byHash), "", ""},
				{"by its text", get("query", "{__typename}"), "", ""},
				{"another id", get("documentId", "x"), "UNKNOWN_DOCUMENT", "UNTRUSTED_DOCUMENT"},
				{"another text", get("query", "{directory{version}}"), "", "UNTRUSTED_DOCUMENT"},
				{
					"another text under its id", get("query", "{directory{version}}", "documentId", typenameHash), "",
					"UNTRUSTED_DOCUMENT",
				},
				{"introspection", get("query", "{__schema{types{name}}}"), "", "UNTRUSTED_DOCUMENT"},
			} {
				if code := codeOf(t, content(t, send(also, "GET", test.target, ""))); code != test.also {
					t.Errorf("%s: %q, want %q", test.name, code, test.also)
				}
				if code := codeOf(t, content(t, send(only, "GET", test.target, ""))); code != test.only {
					t.Errorf("%s, only those: %q, want %q", test.name, code, test.only)
				}
			}
		})
	}
	for name, test := range map[string]struct{ manifest, want string }{
		"not JSON":     {"{", "must be Apollo's manifest"},
		"not valid":    {`{"a":"{nope}"}`, "the operation a: Cannot query field"},
		"of version 2": {`{"format":"apollo-persisted-query-manifest","version":2}`, "version: 2 must be 1"},
	} {
		options := usual
		options.TrustedDocumentsFile = write(t, test.manifest)
		if _, err := graphqlhttp.New(newExecutor(t, true), options); err == nil ||
			!strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %s", name, err, test.want)
		}
	}
}

func write(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "manifest.json")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
