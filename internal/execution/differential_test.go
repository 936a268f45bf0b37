package execution_test

import (
	"context"
	"encoding/json"
	"log/slog"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"pgregory.net/rapid"

	"findcare/graph"
	"findcare/graph/generated"
	"findcare/internal/auth"
	"findcare/internal/catalog"
	"findcare/internal/execution"
)

// newTestExecutor returns an executor without limits, since random operations are large, and without a snapshot but
// those that a test executes with.
func newTestExecutor() *execution.Executor {
	return newExecutor(execution.Options{Introspection: true, Logger: slog.New(slog.DiscardHandler)})
}

func newExecutor(options execution.Options) *execution.Executor {
	directory := new(catalog.Catalog)
	return execution.NewExecutor(graph.NewSchema(directory, graph.Services{}), directory, options)
}

func schema() *ast.Schema { return generated.NewExecutableSchema(generated.Config{}).Schema() }

// agree fails where the two executors do not give the same bytes of data and the same errors. The plan is executed
// until its fragments come from the cache.
func agree(ctx context.Context, t rapid.TB, x *execution.Executor, o *execution.Operation, snapshot *catalog.Snapshot) {
	t.Helper()
	p := x.PlanOf(o)
	if p == nil {
		t.Fatal("the operation is not compiled")
	}
	want, wantErrors, err := x.ExecuteByGqlgen(ctx, o, snapshot, nil)
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		got, gotErrors, err := x.ExecutePlan(ctx, p, snapshot, o.Variables(), nil)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want) {
			t.Fatalf("got\n%s\nwant\n%s", got, want)
		}
		if got, want := texts(t, gotErrors), texts(t, wantErrors); !slices.Equal(got, want) {
			t.Fatalf("got errors\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// texts gives errors as JSON. They are sorted, since gqlgen's order depends on which goroutine came first.
func texts(t rapid.TB, errs gqlerror.List) (list []string) {
	for _, err := range errs {
		content, failed := json.Marshal(err)
		if failed != nil {
			t.Fatal(failed)
		}
		list = append(list, string(content))
	}
	slices.Sort(list)
	return list
}

// operationsPerDirectory are executed in each random directory.
const operationsPerDirectory = 10

func checkExecutors(t *rapid.T, operations int) {
	snapshot := drawSnapshot(t)
	words, x := wordsOf(t, snapshot), newTestExecutor()
	for range operations {
		ctx := context.Background()
		if choice(t, 3) == 0 {
			ctx = auth.With(ctx, &auth.Principal{Name: "ann", Role: auth.Viewer})
		}
		agree(ctx, t, x, drawOperation(t, x, "Query", words), snapshot)
	}
}

// Any operation gets the same answer from both executors.
func TestExecutorsAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkExecutors(t, operationsPerDirectory) })
}

func FuzzExecutors(f *testing.F) {
	// A directory and an operation take some thousand random choices: fuzzing does not come to that from nothing.
	const enough = 64 << 10
	for seed := range byte(8) {
		choices := make([]byte, enough)
		_, _ = rand.NewChaCha8([32]byte{seed}).Read(choices)
		f.Add(choices)
	}
	f.Fuzz(rapid.MakeFuzz(func(t *rapid.T) { checkExecutors(t, 1) }))
}
