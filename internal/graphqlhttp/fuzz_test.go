package graphqlhttp_test

import (
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/textproto"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/alecthomas/kong"

	"findcare/demo"
	"findcare/graph"
	"findcare/internal/catalog"
	"findcare/internal/execution"
	"findcare/internal/graphqlhttp"
	"findcare/models"
	"findcare/tools/loadtest/attack"
)

// FuzzHandler checks that no request ends in a panic, in a server error, or in a response that is not GraphQL.
func FuzzHandler(f *testing.F) {
	handler := defaultHandler(f)
	addSeeds(f)
	f.Fuzz(func(t *testing.T, method, parameters, headers string, body []byte) {
		request := &http.Request{
			Method: method, URL: &url.URL{Path: "/graphql", RawQuery: parameters}, Header: readHeader(headers),
			Body: io.NopCloser(strings.NewReader(string(body))), ContentLength: int64(len(body)),
			Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		}
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, request.WithContext(t.Context()))
		checkAnswer(t, method, recorder)
	})
}

func checkAnswer(t *testing.T, method string, recorder *httptest.ResponseRecorder) {
	answer := recorder.Body.Bytes()
	switch {
	case method == http.MethodHead,
		recorder.Code == http.StatusNoContent,
		recorder.Code == http.StatusFound,
		recorder.Code == http.StatusNotModified:
		return
	case !json.Valid(answer):
		t.Fatalf("status %d, and no JSON: %.300s", recorder.Code, answer)
	case answer[0] == '[': // of a batch
		return
	}
	var response struct {
		Data   *json.RawMessage
		Errors []struct{ Extensions struct{ Code string } }
	}
	if err := json.Unmarshal(answer, &response); err != nil {
		t.Fatalf("%v: %.300s", err, answer)
	}
	if response.Data == nil && len(response.Errors) == 0 {
		t.Errorf("neither data nor errors: %.300s", answer)
	}
	for _, err := range response.Errors {
		busy := err.Extensions.Code == "OVERLOADED" || err.Extensions.Code == "TIMEOUT"
		if err.Extensions.Code == "" || err.Extensions.Code == string(models.CodeInternal) ||
			recorder.Code >= 500 && !busy {
			t.Errorf("status %d: %.300s", recorder.Code, answer)
		}
	}
}

// defaultHandler is the endpoint without flags.
func defaultHandler(t testing.TB) http.Handler {
	t.Helper()
	var flags struct {
		graphqlhttp.Options `embed:""`
		Limits              execution.Limits `embed:"" prefix:"max-"`
	}
	parser, err := kong.New(&flags)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := parser.Parse(nil); err != nil {
		t.Fatal(err)
	}
	documents, err := demo.Documents(30, time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	directory := &catalog.Catalog{}
	directory.Publish(
		catalog.Build(
			documents,
			catalog.Options{SiteURL: "https://care.example", Today: func() models.Date { return "2026-11-24" }},
		),
	)
	executor := execution.NewExecutor(graph.NewSchema(directory, graph.Services{}), directory,
		execution.Options{
			Limits: flags.Limits, Introspection: flags.Introspection, Logger: slog.New(slog.DiscardHandler),
		},
	)
	handler, err := graphqlhttp.New(executor, flags.Options)
	if err != nil {
		t.Fatal(err)
	}
	return handler
}

// readHeader reads lines of names and values. Other lines are skipped.
func readHeader(lines string) http.Header {
	header := http.Header{}
	for line := range strings.SplitSeq(lines, "\n") {
		if name, value, found := strings.Cut(line, ":"); found {
			header.Add(textproto.CanonicalMIMEHeaderKey(name), strings.TrimSpace(value))
		}
	}
	return header
}

// addSeeds starts from the queries of the frontends and from all attacks.
func addSeeds(f *testing.F) {
	const isJSON = "Content-Type: application/json"
	queries, err := filepath.Glob("../../testdata/*.graphql")
	if err != nil || len(queries) == 0 {
		f.Fatalf("no queries: %v", err)
	}
	for _, file := range queries {
		query, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		variables := map[string]any{
			"slug": "ketamine-assisted-psychotherapy",
			"text": "depr",
			"filter": map[string]any{
				"text": "anxiety",
				"near": map[string]any{"at": map[string]any{"postalCode": "48502"}},
			},
		}
		body, err := json.Marshal(
			map[string]any{"query": string(query), "variables": variables, "extensions": map[string]any{"cost": true}},
		)
		if err != nil {
			f.Fatal(err)
		}
		f.Add("POST", "", isJSON, body)
		f.Add(
			"GET",
			url.Values{"query": {string(query)}, "variables": {`{"slug":"kap"}`}}.Encode(),
			"Accept: application/graphql-response+json\nIf-None-Match: *",
			[]byte{},
		)
	}
	f.Add("POST", "", isJSON, []byte(`[{"query":"{__typename}"}]`))
	f.Add("HEAD", "query={__typename}", "", []byte{})
	f.Add("OPTIONS", "", "Origin: https://care.example", []byte{})
	for _, a := range attack.All() {
		request := a.Example()
		if request == nil {
			continue
		}
		body, err := io.ReadAll(request.Body)
		if err != nil {
			f.Fatal(err)
		}
		var lines strings.Builder
		for name, values := range request.Header {
			lines.WriteString(name + ": " + strings.Join(values, ",") + "\n")
		}
		f.Add(request.Method, request.URL.RawQuery, lines.String(), body)
	}
}
