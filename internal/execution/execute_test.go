package execution_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"findcare/demo"
	"findcare/internal/catalog"
	"findcare/internal/execution"
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
		{
			"find-care",
			map[string]any{
				"filter": map[string]any{
					"text": "anxeity",
					"near": map[string]any{"at": map[string]any{"postalCode": "60601"}, "withinMiles": 300},
				},
			},
		},
		{"find-care", map[string]any{"filter": map[string]any{"states": []string{"WY"}, "text": "suicidl thoughts"}}},
		{"find-care", map[string]any{"filter": map[string]any{"states": []string{"Nowhere"}}}},
		{"profile", map[string]any{"slug": "alder-fictionado"}},
		{"profile", map[string]any{"slug": "nobody"}},
		{"suggest", map[string]any{"text": "de"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			agree(
				t.Context(), t, x, operationIn(t, x, "../../testdata/"+test.name+".graphql", test.variables), snapshot,
			)
		})
	}
}

// What has no plan is left to gqlgen's executor.
func TestNotCompiled(t *testing.T) {
	x := newTestExecutor()
	var many strings.Builder // each fragment doubles the fields of the one before
	many.WriteString("{ ...F0 }")
	for i := range 13 {
		fmt.Fprintf(
			&many,
			"\nfragment F%d on Query { a%d: articles(first: 0) { nodes { providers { nodes { id } } } } ...F%d }",
			i,
			i,
			i+1,
		)
	}
	many.WriteString("\nfragment F13 on Query { directory { version } }")
	for _, test := range []struct {
		query     string
		variables map[string]any
		compiled  bool
	}{
		{`{ __schema { queryType { name } } }`, nil, false},
		{`{ directory { version } ...F } fragment F on Query { ... { __type(name: "Query") { name } } }`, nil, false},
		{
			`query($no: Boolean!) { directory { version } __schema @include(if: $no) { queryType { name } } }`,
			map[string]any{"no": false},
			true,
		},
		{`{ directory { version } ... @defer { conditions { totalCount } } }`, nil, false},
		{`query($null: Boolean = true) { directory { version @skip(if: $null) } }`, nil, true},
		{many.String(), nil, true},
		{nested(12), nil, false},
	} {
		if p := x.PlanOf(prepare(t, x, test.query, test.variables)); (p != nil) != test.compiled {
			t.Errorf("%.200s: compiled is %t, want %t", test.query, p != nil, test.compiled)
		}
	}
}

// nested is an operation of few words with 2 to the power of depth fields.
func nested(depth int) string {
	var b strings.Builder
	b.WriteString("{ conditions { nodes { ...F0 } } }")
	for i := range depth {
		fmt.Fprintf(
			&b,
			"\nfragment F%d on Condition { a: treatments { conditions { ...F%d } } b: treatments { conditions { "+
				"...F%d } } }",
			i,
			i+1,
			i+1,
		)
	}
	fmt.Fprintf(&b, "\nfragment F%d on Condition { id }", depth)
	return b.String()
}

// Each choice of what @skip and @include say has a plan of its own, made once.
func TestConditions(t *testing.T) {
	x, snapshot := newTestExecutor(), demoSnapshot(t, 0)
	const text = `query($a: Boolean!, $b: Boolean!) { condition(by: {slug: "insomnia"}) { slug @include(if: $a) name ` +
		`@skip(if: $b) slug } }`
	made := make(map[*execution.Plan]bool)
	for range 2 {
		for want, values := range map[string]map[string]any{
			`{"condition":{"slug":"insomnia","name":"Insomnia"}}`: {"a": true, "b": false},
			`{"condition":{"name":"Insomnia","slug":"insomnia"}}`: {"a": false, "b": false},
			`{"condition":{"slug":"insomnia"}}`:                   {"a": true, "b": true},
		} {
			p := x.PlanOf(prepare(t, x, text, values))
			made[p] = true
			if got, _, err := x.ExecutePlan(t.Context(), p, snapshot, values, nil); string(got) != want ||
				err != nil {
				t.Errorf("%v: got %s, %v; want %s", values, got, err, want)
			}
		}
	}
	if len(made) != 3 {
		t.Errorf("%d plans were made, want 3", len(made))
	}
}

// Plans are kept up to a bound, and others take their places.
func TestPlansAreBounded(t *testing.T) {
	x := newTestExecutor()
	var large strings.Builder
	const fields = 2000
	for i := range fields {
		fmt.Fprintf(&large, " a%d: __typename", i)
	}
	for i := range 3 * execution.PlanMemory / (fields * execution.FieldSize) {
		x.PlanOf(prepare(t, x, fmt.Sprintf("query Q%d {%s }", i, &large), nil))
	}
	if got := x.CachedPlans(); got == 0 || got > execution.PlanMemory {
		t.Errorf("the plans take %d bytes, want some, and at most %d", got, execution.PlanMemory)
	}
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
		got, errs, err := x.ExecutePlan(ctx, x.PlanOf(prepare(t, x, query, nil)), snapshot, nil, []byte("before"))
		if !errors.Is(err, errEnough) || string(got) != "before" || errs != nil {
			t.Errorf("got %s, %v, %v; want nothing, and why", got, errs, err)
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
	x := newExecutor(execution.Options{Logger: slog.New(slog.NewTextHandler(&log, nil))})
	o := prepare(t, x, `{ providers { nodes { id a: yearsInPractice kind b: yearsInPractice slug } } }`, nil)
	data, errs, err := x.ExecutePlan(t.Context(), x.PlanOf(o), snapshot, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(errs) != 3 {
		t.Fatalf("got errors %v, want 3", errs)
	}
	for i, err := range errs {
		if want := fmt.Sprintf("input: providers.nodes[%d].b internal error", i); err.Error() != want {
			t.Errorf("got error %q, want %q", err, want)
		}
	}
	if n := strings.Count(string(data), `"b":null,"slug":"`); n != 3 {
		t.Errorf("%d of 3 providers have what comes after the panic, in\n%s", n, data)
	}
	if !strings.Contains(log.String(), "secret") || !strings.Contains(log.String(), "execute_test.go:") {
		t.Errorf("the log does not say what panicked, and where:\n%s", &log)
	}
}
