package graph_test

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"findcare/graph"
	"findcare/internal/auth"
	"findcare/internal/catalog"
	"findcare/internal/execution"
	"findcare/internal/graphqlhttp"
	"findcare/models"
)

// documents is a small directory. Juniper's licence is in a credential that was deleted.
//
//go:embed testdata/documents.ndjson
var documents string

// build makes a snapshot of lines in the directory format.
func build(t *testing.T, lines string, today func() models.Date) *catalog.Snapshot {
	t.Helper()
	directory := new(models.Directory)
	for line := range strings.Lines(strings.TrimSpace(lines)) {
		var header struct{ Type models.Kind }
		if err := json.Unmarshal([]byte(line), &header); err != nil {
			t.Fatal(err)
		}
		document := header.Type.New()
		if err := json.Unmarshal([]byte(line), document); err != nil {
			t.Fatal(err)
		}
		head := document.Head()
		head.ID, head.Revision, head.UpdatedAt = models.IDOfSlug(header.Type, head.Slug), 1, time.UnixMilli(0).UTC()
		document.References(func(_ string, kind models.Kind, reference *string) {
			*reference = models.IDOfSlug(kind, *reference)
		})
		directory.Add(document)
	}
	return catalog.Build(directory, catalog.Options{SiteURL: "https://example.org", Today: today})
}

func always(date models.Date) func() models.Date { return func() models.Date { return date } }

// newHandler serves the snapshot, and gives the log that errors go to.
func newHandler(snapshot *catalog.Snapshot) (http.Handler, *bytes.Buffer) {
	directory, log := new(catalog.Catalog), new(bytes.Buffer)
	directory.Publish(snapshot)
	return handlerOf(directory, slog.New(slog.NewTextHandler(log, nil))), log
}

// handlerOf serves a catalog over HTTP, with what the log is told of requests that panic.
func handlerOf(directory *catalog.Catalog, logger *slog.Logger) http.Handler {
	executor := execution.NewExecutor(
		graph.NewSchema(directory, graph.Services{}), directory, execution.Options{Introspection: true, Logger: logger},
	)
	handler, err := graphqlhttp.New(executor, graphqlhttp.Options{RequestTimeout: time.Minute, MaxBody: 1 << 20})
	if err != nil {
		panic(err)
	}
	return handler
}

func post(handler http.Handler, body string) (status int, answer string) {
	request := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	return serve(handler, request)
}

func serve(handler http.Handler, request *http.Request) (status int, answer string) {
	response := httptest.NewRecorder()
	handler.ServeHTTP(response, request)
	return response.Code, response.Body.String()
}

// operation is the body of a POST; variables are pairs of names and values.
func operation(query string, variables ...any) string {
	values := make(map[string]any)
	for i := 0; i < len(variables); i += 2 {
		values[variables[i].(string)] = variables[i+1]
	}
	body, err := json.Marshal(map[string]any{"query": query, "variables": values})
	if err != nil {
		panic(err)
	}
	return string(body)
}

// object is a value of an input type.
type object map[string]any

// checkAnswers asks for the answers of the small directory.
func checkAnswers(t *testing.T, cases []answerCase) {
	t.Helper()
	handler, log := newHandler(build(t, documents, always("2026-11-24")))
	for _, test := range cases {
		t.Run(test.name, func(t *testing.T) {
			status, answer := post(handler, test.body)
			if status != test.status {
				t.Errorf("status %d, want %d", status, test.status)
			}
			for _, want := range test.want {
				whole := strings.HasPrefix(want, `{"data"`) && strings.HasSuffix(want, "}}")
				if !strings.Contains(answer, want) || whole && answer != want {
					t.Errorf("got\n%s\nwant\n%s", answer, want)
				}
			}
			if test.not != "" && strings.Contains(answer, test.not) {
				t.Errorf("got\n%s\nwhich must not hold %s", answer, test.not)
			}
		})
	}
	// Clients' mistakes are theirs: whoever watches the log is not woken for them.
	if log.Len() > 0 {
		t.Errorf("the log says\n%s", log)
	}
}

func TestAnswersOfReads(t *testing.T) { checkAnswers(t, readCases) }

func TestAnswersToPageArguments(t *testing.T) { checkAnswers(t, pageCases) }

func TestAnswersToOneOf(t *testing.T) { checkAnswers(t, oneOfCases) }

func TestAnswersToValues(t *testing.T) { checkAnswers(t, valueCases) }

func TestAnswersToRequests(t *testing.T) { checkAnswers(t, requestCases) }

// A mutation in which an argument cannot be coerced, wherever it stands, changes nothing: there is no editor here, so
// whatever came to one would be an internal error.
func TestMutationsAreCoercedWhole(t *testing.T) {
	handler, log := newHandler(build(t, documents, always("2026-11-24")))
	for _, test := range []struct{ name, body, want string }{
		{
			"in a later field", operation(
				`mutation($id: ID = "x") { a: deleteProvider(id: "y") { deletedId } b: deleteProvider(id: $id) { `+
					`deletedId } }`,
				"id", nil,
			),
			`{"data":null,"errors":[{"message":"id: must be an ID (a string or a whole number), but $id is ` +
				`null","path":["b"],"locations":[{"line":1,"column":86}],` + badInput + `}]}`,
		},
		{
			"below a list", operation(
				`mutation($p: Place = {postalCode: "48507"}) { saveProviders(inputs: {name: "Wren"}) { provider { `+
					`conditions { providers(filter: {near: {at: $p}}) { totalCount } } } } }`,
				"p", nil,
			),
			`{"data":null,"errors":[{"message":"filter.near.at: must be an object of type Place, but $p is ` +
				`null","locations":[{"line":1,"column":121}],` + badInput + `}]}`,
		},
		{
			"in @include", operation(
				`mutation($x: Boolean = true) { deleteProvider(id: "y") { deletedId @include(if: $x) } }`, "x", nil,
			),
			`{"errors":[{"message":"@include if: must be a Boolean (true or false), but $x is ` +
				`null","locations":[{"line":1,"column":77}],` + invalid + `}]}`,
		},
		{
			"a day that there is not", operation(
				`mutation($i: ProviderInput!) { createProvider(input: $i) { action } }`, "i",
				object{"name": "Wren", "confirmedOn": "2026-02-30"},
			),
			`{"errors":[{"message":"$i.confirmedOn: must be a Date (a calendar date such as 2024-06-24), not ` +
				`\"2026-02-30\"","locations":[{"line":1,"column":10}],` + invalid + `}]}`,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			request := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(test.body))
			request.Header.Set("Content-Type", "application/json")
			principal := &auth.Principal{ID: "tok_ada", Name: "Ada", Role: auth.Admin}
			_, answer := serve(handler, request.WithContext(auth.With(request.Context(), principal)))
			if answer != test.want {
				t.Errorf("got\n%s\nwant\n%s", answer, test.want)
			}
		})
	}
	if log.Len() > 0 {
		t.Errorf("the log says\n%s", log)
	}
}

// What went wrong inside is for the log, whole, and not for clients.
func TestInternalErrors(t *testing.T) {
	const secret = "mongodb://admin:hunter2@db"
	handler, log := newHandler(build(t, documents, func() models.Date { panic("cannot reach " + secret) }))
	for _, test := range []struct{ name, query, want string }{
		{
			"in a field that may be null", `{ provider(by: {slug: "wren"}) { name yearsInPractice } }`,
			`{"data":{"provider":{"name":"Wren Examplar","yearsInPractice":null}},"errors":[{"message":"internal ` +
				`error","path":["provider","yearsInPractice"],` + internal + `}]}`,
		},
		{
			"in one that may not", `{ provider(by: {slug: "wren"}) { name summary } }`,
			`{"data":{"provider":null},"errors":[{"message":"internal error","path":["provider","summary"],` +
				internal + `}]}`,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			log.Reset()
			if status, answer := post(handler, operation(test.query)); status != 200 || answer != test.want {
				t.Errorf("status %d, got\n%s\nwant\n%s", status, answer, test.want)
			}
			for _, want := range []string{
				"level=ERROR", "cannot reach " + secret, "path=provider.", "handler_test.go:",
			} {
				if !strings.Contains(log.String(), want) {
					t.Errorf("the log lacks %s:\n%s", want, log)
				}
			}
		})
	}
}

// One response is read from one version of the directory, though another is published while it is made.
func TestOneSnapshotARequest(t *testing.T) {
	const times = 50
	var directory catalog.Catalog
	var later *catalog.Snapshot
	earlier := build(t, documents, func() models.Date {
		directory.Publish(later)
		return "2026-11-24"
	})
	later = build(t, `{"type":"condition","slug":"anxiety","name":"Anxiety"}`, always("2026-11-24"))
	directory.Publish(earlier)
	handler := handlerOf(&directory, slog.New(slog.DiscardHandler))

	// The fields of a query are resolved in no order: many of each kind, so that some come after the publishing.
	var query strings.Builder
	query.WriteString("{ ")
	for i := range times {
		alias := string(rune('a'+i/26)) + string(rune('a'+i%26))
		query.WriteString(alias + `1: provider(by: {slug: "wren"}) { yearsInPractice conditions { slug } } `)
		query.WriteString(alias + `2: directory { version } `)
	}
	query.WriteString("}")

	_, answer := post(handler, operation(query.String()))
	if got := strings.Count(answer, earlier.Directory().Version); got != times {
		t.Errorf("the version that the request began with is there %d times, want %d:\n%s", got, times, answer)
	}
	if got := strings.Count(answer, `{"yearsInPractice":7,"conditions":[{"slug":"grief"}]}`); got != times {
		t.Errorf("Wren is there whole %d times, want %d:\n%s", got, times, answer)
	}
	if _, answer := post(handler, operation(`{ directory { version } }`)); !strings.Contains(
		answer,
		later.Directory().Version,
	) {
		t.Errorf("the next request gets\n%s\nwant version %s", answer, later.Directory().Version)
	}
}

// The second time, the parsed document comes from a cache: nothing of the first request may stick to it.
func TestTheSameQueryAgain(t *testing.T) {
	handler, _ := newHandler(build(t, documents, always("2026-11-24")))
	for _, body := range []string{
		operation(`{ provider(by: {slug: "wren"}) { name summary articles { nodes { title } } } }`),
		operation(firstOfAll, "first", 1),
		operation(firstOfAll, "first", -1),
		operation(`{ nope }`),
		operation(`{`),
	} {
		_, first := post(handler, body)
		post(handler, operation(firstOfAll, "first", 2)) // the same document, other variables
		if _, second := post(handler, body); second != first {
			t.Errorf("the first time\n%s\nthe second time\n%s", first, second)
		}
	}
}

// While the database is away, a token that was known goes on reading. It may have been revoked meanwhile, so it changes
// nothing.
func TestATokenThatCannotBeConfirmed(t *testing.T) {
	handler, _ := newHandler(build(t, documents, always("2026-11-24")))
	for _, test := range []struct {
		query       string
		unconfirmed bool
		want        string
	}{
		{`{ unpublishedArticles { totalCount } }`, false, `{"data":{"unpublishedArticles":{"totalCount":0}}}`},
		{`{ unpublishedArticles { totalCount } }`, true, `{"data":{"unpublishedArticles":{"totalCount":0}}}`},
		{`mutation { createCondition(input: {name: "Sorrow"}) { condition { id } } }`, true, `"code":"UNAVAILABLE"`},
		{`mutation { revokeToken(id: "tok_none") { token { id } } }`, true, `"code":"UNAVAILABLE"`},
		{`{ tokens { id } }`, true, `"code":"UNAVAILABLE"`},
	} {
		request := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(operation(test.query)))
		request.Header.Set("Content-Type", "application/json")
		principal := &auth.Principal{ID: "tok_ada", Name: "Ada", Role: auth.Admin, Unconfirmed: test.unconfirmed}
		_, answer := serve(handler, request.WithContext(auth.With(request.Context(), principal)))
		if !strings.Contains(answer, test.want) ||
			strings.Contains(test.want, "data") == strings.Contains(answer, "errors") {
			t.Errorf("%s, unconfirmed %t: %s", test.query, test.unconfirmed, answer)
		}
	}
}
