package graph

import (
	"context"
	"encoding/json"
	"log/slog"
	"slices"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"pgregory.net/rapid"

	"findcare/catalog"
)

func newTestExecutor() *executor {
	return newExecutor(Config{Resolvers: &Resolver{}}, presenter(slog.New(slog.DiscardHandler)), panicError)
}

// byGqlgen executes an operation as gqlgen does.
func (x *executor) byGqlgen(ctx context.Context, o prepared, snapshot *catalog.Snapshot) *graphql.Response {
	ctx = graphql.WithOperationContext(withSnapshot(ctx, snapshot), &graphql.OperationContext{
		Doc: o.document, Operation: o.operation, Variables: o.variables, RecoverFunc: x.reads.recover,
		ResolverMiddleware:     func(ctx context.Context, next graphql.Resolver) (any, error) { return next(ctx) },
		RootResolverMiddleware: func(ctx context.Context, next graphql.RootResolver) graphql.Marshaler { return next(ctx) },
	})
	ctx = graphql.WithResponseContext(ctx, x.reads.present, x.reads.recover)
	response := x.ExecutableSchema.Exec(ctx)(ctx)
	response.Errors = graphql.GetErrors(ctx)
	return response
}

// agree fails where the two executors do not give the same bytes of data and the same errors.
func agree(t rapid.TB, x *executor, o prepared, snapshot *catalog.Snapshot) {
	t.Helper()
	p := x.plans.find(o.document, o.operation, o.variables)
	if p == nil {
		t.Fatal("the operation is not compiled")
	}
	data, errs, err := x.reads.execute(context.Background(), p, snapshot, o.variables, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := x.byGqlgen(context.Background(), o, snapshot)
	if string(data) != string(want.Data) {
		t.Fatalf("got\n%s\nwant\n%s", data, want.Data)
	}
	if got, want := texts(t, errs), texts(t, want.Errors); !slices.Equal(got, want) {
		t.Fatalf("got errors\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// texts gives errors as JSON. They are sorted, since gqlgen's order depends on which goroutine came first.
func texts[E any](t rapid.TB, errs []E) (list []string) {
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

func checkExecutors(t *rapid.T) {
	snapshot := drawSnapshot(t)
	words := wordsOf(t, snapshot)
	x := newTestExecutor()
	for range operationsPerDirectory {
		agree(t, x, drawOperation(t, "Query", words), snapshot)
	}
}

// Any operation gets the same answer from both executors.
func TestExecutorsAgree(t *testing.T) { rapid.Check(t, checkExecutors) }

func FuzzExecutors(f *testing.F) { f.Fuzz(rapid.MakeFuzz(checkExecutors)) }
