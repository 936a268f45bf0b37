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
		graph.NewSchema(directory, nil, nil), directory, execution.Options{Introspection: true, Logger: logger},
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

const (
	badInput   = `"extensions":{"code":"BAD_USER_INPUT"}`
	unparsed   = `"extensions":{"code":"GRAPHQL_PARSE_FAILED"}`
	invalid    = `"extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}`
	notFound   = `"extensions":{"code":"NOT_FOUND"}`
	internal   = `"extensions":{"code":"INTERNAL"}`
	firstOfAll = `query($first: Int) { conditions(first: $first) { nodes { slug } } }`
	byEither   = `query($by: SlugOrID!) { condition(by: $by) { slug } }`
	byIDs      = `query($ids: [ID!]!) { nodes(ids: $ids) { id } }`
	leadIn     = `query($format: TextFormat) { article(by: {slug: "care-for-grief"}) { lead(format: $format) } }`
)

func TestAnswers(t *testing.T) {
	handler, log := newHandler(build(t, documents, always("2026-11-24")))
	grief, cbt := models.IDOfSlug(models.KindCondition, "grief"), models.IDOfSlug(models.KindTreatment, "cbt")
	nobody := models.IDOfSlug(models.KindProvider, "nobody")
	hundred := make([]string, 100)

	for _, test := range []struct {
		name, body string
		status     int
		want       []string // parts of the answer; one from {"data" to }} is the whole of it
		not        string
	}{
		{
			"a page", operation(firstOfAll, "first", 1), 200,
			[]string{`{"data":{"conditions":{"nodes":[{"slug":"grief"}]}}}`},
			"",
		},
		{
			"what nobody has is null", operation(`{ provider(by: {slug: "nobody"}) { name } }`), 200,
			[]string{`{"data":{"provider":null}}`},
			"",
		},
		{
			"a node", operation(`query($id: ID!) { node(id: $id) { id ... on Condition { name } } }`, "id", grief), 200,
			[]string{`{"data":{"node":{"id":"` + grief + `","name":"Grief"}}}`},
			"",
		},
		{
			"nodes in the order asked", operation(byIDs, "ids", []string{cbt, nobody, "?", grief}), 200,
			[]string{`{"data":{"nodes":[{"id":"` + cbt + `"},null,null,{"id":"` + grief + `"}]}}`},
			"",
		},
		{
			"as many nodes as allowed", operation(byIDs, "ids", hundred), 200,
			[]string{`{"data":{"nodes":[null,`},
			"errors",
		},
		{
			"one node more", operation(byIDs, "ids", append(hundred, grief)), 200,
			[]string{`"ids: 101 ids must be at most 100"`, `"path":["nodes"]`, `"data":null`, badInput},
			grief,
		},
		{
			"a variable of @oneOf", operation(byEither, "by", object{"id": grief}), 200,
			[]string{`{"data":{"condition":{"slug":"grief"}}}`},
			"",
		},
		{
			"an enum in a variable", operation(leadIn, "format", "TEXT"), 200,
			[]string{`{"data":{"article":{"lead":"Grief is love."}}}`},
			"",
		},
		{
			"introspection", operation(`{ __type(name: "ProviderKind") { enumValues { name } } }`), 200,
			[]string{`{"data":{"__type":{"enumValues":[{"name":"INDIVIDUAL"},{"name":"ORGANIZATION"}]}}}`},
			"",
		},

		{
			"first below 0", operation(firstOfAll, "first", -1), 200,
			[]string{`"first: -1 must be from 0 to 100"`, `"path":["conditions"]`, badInput},
			"",
		},
		{
			"first above 100", operation(firstOfAll, "first", 101), 200,
			[]string{`"first: 101 must be from 0 to 100"`, badInput},
			"",
		},
		{
			"first beyond 32 bits", operation(firstOfAll, "first", 3_000_000_000), 200,
			[]string{
				`"$first: must be an Int (a whole number from -2147483648 to 2147483647), not 3000000000"`, invalid,
			},
			"",
		},
		{
			"first deeper down", operation(`{ provider(by: {slug: "wren"}) { conditions(first: -2) { slug } } }`), 200,
			[]string{`"first: -2 must not be negative"`, `"path":["provider","conditions"]`, badInput},
			"",
		},
		{
			"last above 100", operation(`{ conditions(last: 101) { totalCount } }`), 200,
			[]string{`"last: 101 must be from 0 to 100"`, badInput},
			"",
		},
		{
			"first and last", operation(`{ conditions(first: 1, last: 1) { totalCount } }`), 200,
			[]string{`"last: 1 must not be given together with first"`, badInput},
			"",
		},
		{
			"after what is no cursor", operation(`{ conditions(after: "?") { totalCount } }`), 200,
			[]string{`"after: \"?\" must be a cursor that this list gave"`, badInput},
			"",
		},
		{
			"one wrong field leaves the others",
			operation(
				`{ conditions { totalCount } wren: provider(by: {slug: "wren"}) { conditions(first: -1) { slug } } }`,
			),
			200,
			[]string{`"data":{"conditions":{"totalCount":2},"wren":null}`, badInput},
			"",
		},

		{
			"both of @oneOf", operation(`{ condition(by: {slug: "grief", id: "` + grief + `"}) { slug } }`), 200,
			[]string{"by: exactly one field of SlugOrID must be given, and not null", invalid},
			"",
		},
		{
			"neither of @oneOf", operation(`{ condition(by: {}) { slug } }`), 200,
			[]string{"by: exactly one field of SlugOrID", invalid},
			"",
		},
		{
			"both of @oneOf in a variable", operation(byEither, "by", object{"slug": "grief", "id": grief}), 200,
			[]string{
				"$by: exactly one field of SlugOrID must be given, and not null", `"locations":[{"line":1,"column":7}]`,
				invalid,
			},
			"path",
		},
		{
			"neither of @oneOf in a variable", operation(byEither, "by", object{}), 200,
			[]string{"exactly one field of SlugOrID", invalid},
			"",
		},
		{
			"null for @oneOf in a variable", operation(byEither, "by", object{"slug": nil}), 200,
			[]string{"exactly one field of SlugOrID", invalid},
			"",
		},
		{
			"one and a null of @oneOf in a variable", operation(byEither, "by", object{"slug": "grief", "id": nil}),
			200,
			[]string{"exactly one field of SlugOrID", invalid},
			"",
		},

		{
			"text for a number", operation(`{ conditions(first: "1") { totalCount } }`), 200,
			[]string{
				`first: must be an Int (a whole number from -2147483648 to 2147483647), not \"1\"`,
				`"locations":[{"line":1,"column":22}]`, invalid,
			},
			"",
		},
		{
			"text for a number in a variable", operation(firstOfAll, "first", "one"), 200,
			[]string{`$first: must be an Int (a whole number from -2147483648 to 2147483647), not \"one\"`, invalid},
			"path",
		},
		{
			"a fraction in a variable", operation(firstOfAll, "first", 1.5), 200,
			[]string{`$first: must be an Int`, `, not 1.5"`, invalid},
			"path",
		},
		{
			"an object for an id", operation(byIDs, "ids", []object{{}}), 200,
			[]string{`$ids[0]: must be an ID (a string or a whole number), not an object`, invalid},
			"path",
		},
		{
			"no value for a variable", operation(byEither), 200,
			[]string{
				"$by: is required and must be an object of type SlugOrID", `"locations":[{"line":1,"column":7}]`,
				invalid,
			},
			"path",
		},
		{
			"an unknown value of an enum", operation(`{ article(by: {slug: "care-for-grief"}) { lead(format: PDF) } }`),
			200,
			[]string{`PDF`, invalid},
			"",
		},
		{
			"an unknown value of an enum in a variable", operation(leadIn, "format", "PDF"), 200,
			[]string{`$format: must be a value of TextFormat (MARKDOWN, HTML, TEXT), not \"PDF\"`, invalid},
			"",
		},
		{
			"a value of an enum in lower case",
			operation(
				`query($f: ProviderFilter) { providers(filter: $f) { totalCount } }`, "f",
				object{"sessionFormats": []string{"video"}},
			),
			200,
			[]string{
				`$f.sessionFormats[0]: must be a value of SessionFormat (IN_PERSON, VIDEO, PHONE), not \"video\"; ` +
					`did you mean VIDEO?`,
				invalid,
			},
			"data",
		},
		{
			"an order in lower case",
			operation(`query($o: ProviderOrder) { providers(orderBy: $o) { totalCount } }`, "o", "experience"), 200,
			[]string{"did you mean EXPERIENCE?", invalid},
			"data",
		},
		{
			"a format in lower case", operation(leadIn, "format", "html"), 200,
			[]string{"did you mean HTML?", invalid},
			"data",
		},
		{
			"an unknown field of an input",
			operation(
				`query($f: ProviderFilter) { providers(filter: $f) { totalCount } }`, "f",
				object{"session_formats": "VIDEO"},
			),
			200,
			[]string{`$f.session_formats: is not a field of ProviderFilter; did you mean sessionFormats?`, invalid},
			"data",
		},
		{
			"null where it must not be",
			operation(
				`query($a: SlugOrID = {slug: "grief"}) { condition(by: $a) { slug } conditions { totalCount } }`, "a",
				nil,
			),
			200,
			[]string{
				`{"data":{"condition":null,"conditions":{"totalCount":2}},"errors"`,
				`"by: must be an object of type SlugOrID, but $a is null"`, `"path":["condition"]`,
				`"locations":[{"line":1,"column":`, badInput,
			},
			"",
		},
		{
			"null in a point",
			operation(
				`query($a: Float = 1) { providers(filter: {near: {at: {point: {latitude: 42, longitude: $a}}}}) { `+
					`totalCount } }`,
				"a", nil,
			),
			200,
			[]string{
				`"filter.near.at.point.longitude: must be a Float (a number), but $a is null"`, `"data":null`,
				`"path":["providers"]`, badInput,
			},
			"",
		},
		{
			"null in @include",
			operation(`query($a: Boolean = true) { conditions { totalCount @include(if: $a) } }`, "a", nil), 200,
			[]string{`"@include if: must be a Boolean (true or false), but $a is null"`, invalid},
			"data",
		},
		{
			"null in @skip of what is left out",
			operation(
				`query($a: Boolean = true) { conditions { totalCount nodes @skip(if: true) @include(if: $a) { slug } `+
					`} }`,
				"a", nil,
			),
			200,
			[]string{`{"data":{"conditions":{"totalCount":2}}}`},
			"",
		},
		{
			"null in @include by the other executor",
			operation(
				`query($a: Boolean = true) { __schema { queryType { name @skip(if: true) @include(if: $a) kind } } }`,
				"a", nil,
			),
			200,
			[]string{`{"data":{"__schema":{"queryType":{"kind":"OBJECT"}}}}`},
			"",
		},
		{
			"a whole number with a point", strings.Replace(operation(firstOfAll, "first", 0), ":0}", ":1.0}", 1), 200,
			[]string{`{"data":{"conditions":{"nodes":[{"slug":"grief"}]}}}`},
			"",
		},
		{
			"a number beyond all",
			strings.Replace(
				operation(`query($s: String) { articles(filter: {text: $s}) { totalCount } }`, "s", 0), ":0}",
				":1e400}", 1,
			),
			200,
			[]string{`$s: must be a String, not 1e400`, invalid},
			"data",
		},
		{
			"an object for an enum in the document",
			operation(`{ article(by: {slug: "care-for-grief"}) { lead(format: {}) } }`), 200,
			[]string{`format: must be a value of TextFormat (MARKDOWN, HTML, TEXT), not an object`, invalid},
			"data",
		},
		{
			"a name of 100 KB",
			operation(
				`query($f: ProviderFilter) { providers(filter: $f) { totalCount } }`, "f",
				object{strings.Repeat("x", 100_000): true},
			),
			200,
			[]string{`$f.` + strings.Repeat("x", 60) + `…: is not a field of ProviderFilter"`, invalid},
			strings.Repeat("x", 61),
		},
		{"an unknown field", operation(`{ doctors { name } }`), 200, []string{`doctors`, invalid}, ""},
		{"no query", operation(""), 400, []string{"query: must be given", badInput}, ""},
		{"only a comment", operation("# nothing"), 200, []string{"the document has no operation", invalid}, ""},
		{
			"several operations and no name", operation("query A { __typename } query B { __typename }"), 200,
			[]string{`operationName: \"\" must be one of the document's operations (A, B)`, invalid},
			"data",
		},
		{
			"a mutation by nobody", operation(`mutation { deleteProvider(id: "wren") { deletedId } }`), 200,
			[]string{"this needs a token", `"extensions":{"code":"UNAUTHENTICATED"}`, `"data":null`},
			"",
		},
		{
			"half a query", operation(`{ conditions { totalCount `), 200,
			[]string{`"locations":[{"line":1,`, unparsed},
			"",
		},
		{"half a body", `{"query": "{ secret }`, 400, []string{"the body must be a JSON object", badInput}, "secret"},

		{"a licence in what was deleted", operation(
			`{ provider(by: {slug: "juniper"}) { licenses { credential { name } } } }`,
		), 200, []string{
			`"there is no credential ` + models.IDOfSlug(models.KindCredential, "gone") + ` any more"`,
			`"path":["provider","licenses",0,"credential"]`, notFound, `"data":{"provider":null}`,
		}, ""},
	} {
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
