package graph

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"findcare/catalog"
	"findcare/demo"
	"findcare/models"
)

// The operations that frontends send get the same bytes from both executors.
func TestPages(t *testing.T) {
	snapshot, x := demoSnapshot(t, demo.Providers), newTestExecutor()
	for _, test := range []struct {
		name      string
		variables map[string]any
	}{
		{"all-fields", map[string]any{"slug": "insomnia"}},
		{"care-page", map[string]any{"slug": "ketamine-assisted-psychotherapy"}},
		{"find-care", map[string]any{"first": 5}},
		{"find-care", map[string]any{"filter": map[string]any{"text": "anxeity", "near": map[string]any{"at": map[string]any{"postalCode": "60601"}, "withinMiles": 300}}}},
		{"find-care", map[string]any{"filter": map[string]any{"states": []string{"WY"}, "text": "suicidl thoughts"}}},
		{"find-care", map[string]any{"filter": map[string]any{"states": []string{"Nowhere"}}}},
		{"profile", map[string]any{"slug": "alder-fictionado"}},
		{"profile", map[string]any{"slug": "nobody"}},
		{"suggest", map[string]any{"text": "de"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			agree(t, x, operationIn(t, "../testdata/"+test.name+".graphql", test.variables), snapshot)
		})
	}
}

func mustParse(t testing.TB, text string, variables map[string]any) prepared {
	t.Helper()
	o, err := parseOperation(text, variables)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func TestAppendResponse(t *testing.T) {
	x, snapshot := newTestExecutor(), demoSnapshot(t, 0)
	for _, test := range []struct{ query, want string }{
		{`{ condition(by: {slug: "insomnia"}) { __typename slug } }`, `before{"data":{"condition":{"__typename":"Condition","slug":"insomnia"}}}`},
		{`{ conditions(first: -1) { totalCount } }`, `before{"errors":[{"message":"first: -1 must be from 0 to 100","path":["conditions"],"locations":[{"line":1,"column":3}],"extensions":{"code":"BAD_USER_INPUT"}}],"data":null}`},
	} {
		got, compiled, err := x.appendResponse(t.Context(), mustParse(t, test.query, nil), snapshot, []byte("before"))
		if string(got) != test.want || !compiled || err != nil {
			t.Errorf("%s: got %s, %t, %v; want %s", test.query, got, compiled, err, test.want)
		}
	}
}

// What has no plan is left to gqlgen's executor.
func TestNotCompiled(t *testing.T) {
	x, snapshot := newTestExecutor(), demoSnapshot(t, 0)
	var many strings.Builder // each fragment doubles the fields of the one before
	many.WriteString("{ ...F0 }")
	for i := range 13 {
		fmt.Fprintf(&many, "\nfragment F%d on Query { a%d: articles(first: 0) { nodes { providers { nodes { id } } } } ...F%d }", i, i, i+1)
	}
	many.WriteString("\nfragment F13 on Query { directory { version } }")
	for _, test := range []struct {
		query     string
		variables map[string]any
		compiled  bool
	}{
		{`{ __schema { queryType { name } } }`, nil, false},
		{`{ directory { version } ...F } fragment F on Query { ... { __type(name: "Query") { name } } }`, nil, false},
		{`query($no: Boolean!) { directory { version } __schema @include(if: $no) { queryType { name } } }`, map[string]any{"no": false}, true},
		{`{ directory { version } ... @defer { conditions { totalCount } } }`, nil, false},
		{`query($null: Boolean = true) { directory { version @skip(if: $null) } }`, map[string]any{"null": nil}, false},
		{`query($null: Boolean = true) { directory { version @skip(if: $null) } }`, nil, true},
		{many.String(), nil, true},
		{nested(12), nil, false},
	} {
		_, compiled, err := x.appendResponse(t.Context(), mustParse(t, test.query, test.variables), snapshot, nil)
		if compiled != test.compiled || err != nil {
			t.Errorf("%.200s: compiled is %t, want %t; %v", test.query, compiled, test.compiled, err)
		}
	}
}

// nested is an operation of few words with 2 to the power of depth fields.
func nested(depth int) string {
	var b strings.Builder
	b.WriteString("{ conditions { nodes { ...F0 } } }")
	for i := range depth {
		fmt.Fprintf(&b, "\nfragment F%d on Condition { a: treatments { conditions { ...F%d } } b: treatments { conditions { ...F%d } } }", i, i+1, i+1)
	}
	fmt.Fprintf(&b, "\nfragment F%d on Condition { id }", depth)
	return b.String()
}

// Each choice of what @skip and @include say has a plan of its own, made once.
func TestConditions(t *testing.T) {
	x, snapshot := newTestExecutor(), demoSnapshot(t, 0)
	const text = `query($a: Boolean!, $b: Boolean!) { condition(by: {slug: "insomnia"}) { slug @include(if: $a) name @skip(if: $b) slug } }`
	first := mustParse(t, text, map[string]any{"a": true, "b": true})
	made := make(map[*plan]bool)
	for range 2 {
		for want, values := range map[string]map[string]any{
			`{"condition":{"slug":"insomnia","name":"Insomnia"}}`: {"a": true, "b": false},
			`{"condition":{"name":"Insomnia","slug":"insomnia"}}`: {"a": false, "b": false},
			`{"condition":{"slug":"insomnia"}}`:                   {"a": true, "b": true},
		} {
			o := prepared{first.document, first.operation, values}
			p := x.plans.find(o.document, o.operation, o.variables)
			made[p] = true
			if got, _, err := x.reads.execute(t.Context(), p, snapshot, values, nil); string(got) != want || err != nil {
				t.Errorf("%v: got %s, %v; want %s", values, got, err, want)
			}
		}
	}
	if len(made) != 3 {
		t.Errorf("%d plans were made, want 3", len(made))
	}
}

// Plans are kept up to a bound; those that are asked for again stay.
func TestPlansAreBounded(t *testing.T) {
	var kept plans
	find := func(o prepared) *plan { return kept.find(o.document, o.operation, o.variables) }
	often := mustParse(t, `{ directory { version } }`, nil)
	p := find(often)
	for i := range 3 * mostPlanFields / 1000 {
		var large strings.Builder
		for j := range 1000 {
			fmt.Fprintf(&large, " a%d: __typename", j)
		}
		find(mustParse(t, fmt.Sprintf("query Q%d {%s }", i, &large), nil))
		if find(often) != p {
			t.Fatalf("after %d others, a plan that is asked for often was made again", i+1)
		}
	}
	fields := 0
	for _, entries := range []map[any]int{sizes(kept.recent), sizes(kept.earlier)} {
		for _, size := range entries {
			fields += size
		}
	}
	if fields == 0 || fields > mostPlanFields+mostFields {
		t.Errorf("%d fields are kept, want at most %d", fields, mostPlanFields)
	}
}

func sizes[K comparable](entries map[K]*compiled) map[any]int {
	all := make(map[any]int)
	for key, entry := range entries {
		all[key] = entry.fields
	}
	return all
}

// Nothing of an operation is executed any more once its context has ended.
func TestExecutionStops(t *testing.T) {
	errEnough := errors.New("enough")
	ctx, cancel := context.WithCancelCause(t.Context())
	documents, err := demo.Documents(50, snapshotTime)
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	snapshot := catalog.Build(documents, catalog.Options{Today: func() models.Date {
		if asked++; asked == 3 {
			cancel(errEnough)
		}
		return "2026-11-24"
	}})
	x := newTestExecutor()
	for _, query := range []string{
		`{ providers(first: 50) { nodes { summary } } again: providers(first: 50) { nodes { summary } } }`,
		`{ providers(first: 50) { nodes { summary } } }`, // from the start
	} {
		got, compiled, err := x.appendResponse(ctx, mustParse(t, query, nil), snapshot, []byte("before"))
		if !compiled || !errors.Is(err, errEnough) || string(got) != "before" {
			t.Errorf("got %s, %t, %v; want nothing, and why", got, compiled, err)
		}
	}
	if asked != 3 {
		t.Errorf("%d summaries were made, want 3", asked)
	}
}

// A panic is an error of its field; the fields beside it and after it are there.
func TestPanics(t *testing.T) {
	documents, err := demo.Documents(3, snapshotTime)
	if err != nil {
		t.Fatal(err)
	}
	times := 0
	snapshot := catalog.Build(documents, catalog.Options{Today: func() models.Date {
		if times++; times%2 == 0 {
			panic("secret")
		}
		return "2026-11-24"
	}})
	var log strings.Builder
	x := newExecutor(Config{Resolvers: &Resolver{}}, presenter(slog.New(slog.NewTextHandler(&log, nil))), panicError)
	o := mustParse(t, `{ providers { nodes { id a: yearsInPractice kind b: yearsInPractice slug } } }`, nil)
	got, _, err := x.appendResponse(t.Context(), o, snapshot, nil)
	if err != nil {
		t.Fatal(err)
	}
	response := string(got)
	if n := strings.Count(response, `"message":"internal error"`); n != 3 || strings.Contains(response, "secret") {
		t.Errorf("%d errors, want 3, in\n%s", n, response)
	}
	for i := range 3 {
		if want := fmt.Sprintf(`"path":["providers","nodes",%d,"b"]`, i); !strings.Contains(response, want) {
			t.Errorf("%s is not in\n%s", want, response)
		}
	}
	if n := strings.Count(response, `"b":null,"slug":"`); n != 3 {
		t.Errorf("%d of 3 providers have what comes after the panic, in\n%s", n, response)
	}
	if !strings.Contains(log.String(), "secret") || !strings.Contains(log.String(), "execute_test.go:") {
		t.Errorf("the log does not say what panicked, and where:\n%s", &log)
	}
}
