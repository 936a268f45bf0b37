package execution_test

import (
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/internal/clock"
	"findcare/internal/execution"
	"findcare/models"
)

func limited(limits execution.Limits) *execution.Executor {
	return newExecutor(execution.Options{
		Limits: limits, Introspection: true, Logger: slog.New(slog.DiscardHandler),
	})
}

// doubling is a document whose fragments spread the one before twice.
func doubling(times int) string {
	var query strings.Builder
	query.WriteString("{ ...F0 } ")
	for i := range times {
		fmt.Fprintf(&query, "fragment F%d on Query { ...F%d ...F%d } ", i, i+1, i+1)
	}
	fmt.Fprintf(&query, "fragment F%d on Query { __typename }", times)
	return query.String()
}

// limitCases are documents at a limit and beyond it.
var limitCases = []struct {
	name   string
	limits execution.Limits
	query  string
	want   string // "" where it is allowed
}{
	{"tokens", execution.Limits{Tokens: 3}, "{ __typename }", ""},
	{
		"one token more",
		execution.Limits{Tokens: 3},
		"{ __typename a }",
		"TOO_MANY_TOKENS: the document has more than 3 tokens",
	},
	{"depth", execution.Limits{Depth: 2}, "{ directory { version } }", ""},
	{
		"depth, through a fragment",
		execution.Limits{Depth: 2},
		"{ ...A } fragment A on Query { directory { version } }", "",
	},
	{
		"depth, by inline fragments",
		execution.Limits{Depth: 2},
		"{ ... { ... { __typename } } }",
		"TOO_DEEP: the operation has 3 levels",
	},
	{
		"one level more",
		execution.Limits{Depth: 2},
		"{ conditions { nodes { slug } } }",
		"TOO_DEEP: the operation has 3 levels of fields and inline fragments; at most 2 are allowed",
	},
	{"fields", execution.Limits{Fields: 2}, "{ a: __typename b: __typename }", ""},
	{
		"one field more",
		execution.Limits{Fields: 2},
		"{ a: __typename b: __typename c: __typename }",
		"TOO_MANY_FIELDS: the operation has 3 fields",
	},
	{"fields of fragments", execution.Limits{Fields: 3}, doubling(2), "TOO_MANY_FIELDS: the operation has 4 fields"},
	{
		"fragments without end",
		execution.Limits{Fields: 3},
		doubling(90),
		"TOO_MANY_FIELDS: the operation has very many fields",
	},
	{
		"fragments without end, and no limit",
		execution.Limits{},
		doubling(90),
		"TOO_MANY_FIELDS: the operation has very many fields",
	},
	{
		"fragments without a field",
		execution.Limits{Fields: 3},
		strings.ReplaceAll(doubling(90), "__typename", "...Nothing"),
		"TOO_MANY_FIELDS: the operation has very many fragments put in",
	},
	{
		"a circle",
		execution.Limits{},
		"{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
		`GRAPHQL_VALIDATION_FAILED: Fragment "B" spreads itself`,
	},
	{
		"a circle that nothing spreads",
		execution.Limits{},
		"{ __typename } fragment A on Query { ...A }",
		`GRAPHQL_VALIDATION_FAILED: Fragment "A" spreads itself`,
	},
	{"root fields", execution.Limits{RootFields: 1}, "{ a: __typename b: __typename }", "TOO_MANY_ROOT_FIELDS"},
	{"aliases", execution.Limits{Aliases: 1}, "{ a: __typename directory { b: version } }", "TOO_MANY_ALIASES"},
	{"repeated fields", execution.Limits{Repeats: 3}, "{ __typename __typename __typename }", ""},
	{
		"one repeated field more",
		execution.Limits{Repeats: 3},
		"{ __typename __typename __typename __typename }",
		"TOO_MANY_REPEATED_FIELDS: the operation has 6 pairs",
	},
	{
		"repeated below repeated",
		execution.Limits{Repeats: 1},
		"{ directory { version } directory { version } }",
		"TOO_MANY_REPEATED_FIELDS: the operation has 2 pairs",
	},
	{
		"directives",
		execution.Limits{Directives: 1},
		"{ __typename @skip(if: false) @include(if: true) }",
		"TOO_MANY_DIRECTIVES",
	},
	{
		"directives of an operation",
		execution.Limits{Directives: 1},
		"query @a @b { __typename }",
		"TOO_MANY_DIRECTIVES",
	},
	{"fragments", execution.Limits{Fragments: 1}, "{ ...A } fragment A on Query { __typename }", "TOO_MANY_FRAGMENTS"},
	{
		"cost",
		execution.Limits{Cost: 22},
		"{ conditions(first: 20) { nodes { slug } } }",
		"TOO_COSTLY: the operation costs up to 23",
	},
}

func TestLimits(t *testing.T) {
	for _, test := range limitCases {
		t.Run(test.name, func(t *testing.T) {
			_, errs := limited(test.limits).Prepare(execution.Request{Query: test.query})
			got := ""
			if len(errs) > 0 {
				got = string(execution.ErrorCode(errs[0])) + ": " + errs[0].Message
			}
			if !strings.HasPrefix(got, test.want) || got != "" && test.want == "" {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestFewErrorsAreTold(t *testing.T) {
	long := strings.Repeat("long", 200)
	_, errs := limited(execution.Limits{}).Prepare(execution.Request{Query: "{ a b c d e f " + long + " }"})
	if len(errs) != 5 {
		t.Errorf("%d errors, want 5", len(errs))
	}
	_, errs = limited(execution.Limits{}).Prepare(execution.Request{Query: "{ " + long + " }"})
	if got := string(execution.AppendErrors(nil, errs)); len(got) > 650 || !strings.Contains(got, "longl…") {
		t.Errorf("%d bytes: %s", len(got), got)
	}
}

func TestCost(t *testing.T) {
	x := limited(execution.Limits{}) // which keeps what each query cost last
	for _, test := range []struct {
		query     string
		variables map[string]any
		want      int
	}{
		{"{ __typename }", nil, 1},
		{"{ directory { version updatedAt } }", nil, 2},                           // an object and two leaves
		{"{ conditions { nodes { slug } } }", nil, 23},                            // a page of 20
		{"{ conditions(last: 3) { nodes { slug } } }", nil, 5},                    // the connection, 3 nodes, 3 leaves
		{"{ conditions(first: 3) { edges { node { slug } } } }", nil, 8},          // edges and nodes
		{"query($n: Int = 4) { conditions(first: $n) { nodes { id } } }", nil, 6}, // the variable's default
		{"query($n: Int) { conditions(first: $n) { nodes { id } } }", map[string]any{"n": int64(9)}, 11},
		{"query($n: Int) { conditions(first: $n) { nodes { id } } }", nil, 23},
		{"query($n: Int) { conditions(first: $n) { nodes { id } } }", map[string]any{"n": int64(1)}, 3},
		{"query($n: Int) { conditions(first: $n) { nodes { id } } }", map[string]any{"n": nil}, 23},
		{"{ conditions(first: 2) { nodes { treatments { slug } } } }", nil, 14}, // a list is taken for 5
		{"{ providers(first: 1) { totalCount } }", nil, 22},                     // what searching costs
		{"{ providers(first: 1) { facets { states(first: 60) { value } } } }", nil, 288},
		{`{ nodes(ids: ["a", "b", "c"]) { id } }`, nil, 4},
		{`query($ids: [ID!]!) { nodes(ids: $ids) { id } }`, map[string]any{"ids": []any{"a", "b"}}, 3},
		{`query($ids: [ID!]!) { nodes(ids: $ids) { id } }`, map[string]any{"ids": []any{"a", "b", "c"}}, 4},
		{`{ _entities(representations: [{id: "a"}, {id: "b"}]) { ... on Provider { name } } }`, nil, 3},
		{
			`query($of: [_Any!]!) { _entities(representations: $of) { ... on Provider { conditions { name } } } }`,
			map[string]any{"of": slices.Repeat([]any{map[string]any{}}, 100)},
			650, // an object, a list taken for 5, and a leaf of each
		},
		{`query($id: ID) { _entities(representations: {id: $id}) { __typename } }`, map[string]any{"id": "a"}, 2},
		{`{ _service { sdl } }`, nil, 22},
		{"query($no: Boolean!) { conditions @include(if: $no) { totalCount } }", map[string]any{"no": false}, 0},
		{"query($no: Boolean!) { conditions @include(if: $no) { totalCount } }", map[string]any{"no": true}, 2},
		{"query($no: Boolean!) { ... @skip(if: $no) { conditions { totalCount } } }", map[string]any{"no": false}, 2},
		{"{ ...F ...F } fragment F on Query { directory { version } }", nil, 3}, // an upper bound: each is counted
	} {
		t.Run(test.query, func(t *testing.T) {
			for range 2 {
				operation, errs := x.Prepare(execution.Request{Query: test.query, Variables: test.variables})
				if len(errs) > 0 {
					t.Fatal(errs)
				}
				if operation.Cost != test.want {
					t.Errorf("cost %d, want %d", operation.Cost, test.want)
				}
			}
		})
	}
}

// The nearest known name is looked for by a distance whose time goes by the length of the unknown one.
func TestLongUnknownNamesCostLittle(t *testing.T) {
	executor := limited(execution.Limits{Tokens: 4000})
	name := strings.Repeat("conditionz", 50_000)
	for what, query := range map[string]string{
		"field":                 "{ %s }",
		"field of a type":       "{ conditions { nodes { %s } } }",
		"argument":              "{ conditions(%s: 1) { totalCount } }",
		"argument of directive": "{ __typename @skip(%s: true) }",
		"directive":             "{ __typename @%s }",
		"type of a fragment":    "{ ... on %s { id } }",
		"type of a variable":    "query($v: %s) { conditions(first: $v) { totalCount } }",
		"fragment":              "{ ...%s }",
		"variable":              "{ conditions(first: $%s) { totalCount } }",
		"value of an enum":      "{ providers(orderBy: %s) { totalCount } }",
		"field of an input":     "{ providers(filter: {%s: 1}) { totalCount } }",
	} {
		validate := func(query string) time.Duration {
			watch := clock.Start()
			errs := executor.Validate(query)
			if len(errs) == 0 || execution.ErrorCode(errs[0]) != models.CodeValidationFailed {
				t.Fatalf("%s: %v", what, errs)
			}
			return watch.Elapsed()
		}
		// Reading so many bytes takes its time, too, whatever they mean. On a busy machine only the least of some times
		// tells what something takes.
		read, took := time.Hour, time.Hour
		for tries := 0; tries < 3 || tries < 100 && took > 50*read; tries++ {
			read = min(read, validate(fmt.Sprintf(query, "unknown")+"#"+name))
			took = min(took, validate(fmt.Sprintf(query, name)))
		}
		if took > 50*read {
			t.Errorf("an unknown %s of 500 KB took %s, reading it %s", what, took, read)
		}
	}
	errs := executor.Validate("{ conditionz { totalCount } }")
	if want := `Did you mean "condition"`; len(errs) == 0 || !strings.Contains(errs[0].Message, want) {
		t.Errorf("got %v, want %s", errs, want)
	}
}

func TestSyntaxErrorsOfRequestsNameTheCharacter(t *testing.T) {
	errs := limited(execution.Limits{}).Validate("{\r\n  provider(by: {slug: “wren”}) { name }\r\n}")
	const want = `The character “ (U+201C) must not stand here: use straight quotes (").`
	if len(errs) != 1 || errs[0].Message != want || execution.ErrorCode(errs[0]) != models.CodeParseFailed ||
		errs[0].Locations[0] != (gqlerror.Location{Line: 2, Column: 23}) {
		t.Errorf("got %v, want %s", errs, want)
	}
}
