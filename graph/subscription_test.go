package graph_test

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/graph"
	"findcare/internal/catalog"
	"findcare/internal/execution"
	"findcare/models"
)

var wrenID = models.IDOfSlug(models.KindProvider, "wren")

// revise makes the next revision of Wren.
func revise(directory *catalog.Catalog, name string) {
	revision := directory.Current().Revision(wrenID) + 1
	directory.Apply(catalog.Changes{Written: []models.Document{&models.Provider{
		Header: models.Header{ID: wrenID, Slug: "wren", Revision: revision, UpdatedAt: time.UnixMilli(revision)},
		Name:   name, Type: models.Individual,
	}}})
}

// subscribe begins a subscription over the directory of documents.
func subscribe(t *testing.T, query string, variables map[string]any) (*execution.Subscription, *catalog.Catalog) {
	t.Helper()
	directory := new(catalog.Catalog)
	directory.Publish(build(t, documents, always("2026-11-24")))
	executor := execution.NewExecutor(
		graph.NewSchema(directory, graph.Services{}), directory,
		execution.Options{Logger: slog.New(slog.DiscardHandler)},
	)
	operation, errs := executor.Prepare(execution.Request{Query: query, Variables: variables})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	subscription := executor.Subscribe(ctx, operation)
	t.Cleanup(subscription.Close)
	return subscription, directory
}

func next(subscription *execution.Subscription) ([]byte, gqlerror.List, error) {
	if err := subscription.Wait(); err != nil {
		return nil, nil, err
	}
	return subscription.Answer(nil)
}

func wantAnswer(t *testing.T, subscription *execution.Subscription, want string) {
	t.Helper()
	if got, _, err := next(subscription); err != nil || string(got) != want {
		t.Errorf("got %s and %v, want %s", got, err, want)
	}
}

func TestDirectoryChanged(t *testing.T) {
	subscription, directory := subscribe(t, `subscription { changed: directoryChanged { version providerCount } }`, nil)
	answer := func() string {
		return `{"data":{"changed":{"version":"` + directory.Current().Directory().Version + `","providerCount":2}}}`
	}
	wantAnswer(t, subscription, answer())
	revise(directory, "Wren II")
	first := answer()
	revise(directory, "Wren III")
	wantAnswer(t, subscription, first)
	wantAnswer(t, subscription, answer())
}

func TestProviderChanged(t *testing.T) {
	const query = `subscription($ids: [ID!]!) { providerChanged(ids: $ids) { id provider { name conditions(first: 1) ` +
		`{ name } } } }`
	subscription, directory := subscribe(t, query, map[string]any{"ids": []any{wrenID}})
	revise(directory, "Wren II")
	wantAnswer(
		t,
		subscription,
		`{"data":{"providerChanged":{"id":"`+wrenID+`","provider":{"name":"Wren II","conditions":[]}}}}`,
	)
	directory.Apply(catalog.Changes{Removed: []catalog.Removal{{ID: wrenID, Revision: 9}}})
	wantAnswer(t, subscription, `{"data":{"providerChanged":{"id":"`+wrenID+`","provider":null}}}`)
}

func TestErrorsOfSubscriptions(t *testing.T) {
	ids := func(n int, id string) map[string]any {
		list := make([]any, n)
		for i := range list {
			list[i] = id
		}
		return map[string]any{"ids": list}
	}
	const query = `subscription($ids: [ID!]!) { providerChanged(ids: $ids) { id } }`
	for _, test := range []struct {
		name, query string
		variables   map[string]any
		want        string
	}{
		{"too many ids", query, ids(101, wrenID), badInput},
		{"the id of something else", query, ids(1, models.IDOfSlug(models.KindCondition, "grief")), badInput},
		{"no field", `subscription { directoryChanged @skip(if: true) { version } }`, nil, invalid},
	} {
		t.Run(test.name, func(t *testing.T) {
			subscription, _ := subscribe(t, test.query, test.variables)
			got, errs, err := next(subscription)
			if err != nil || len(errs) != 1 || !strings.HasPrefix(string(got), `{"errors":[`) ||
				!strings.Contains(string(got), test.want) {
				t.Errorf("got %s and %v, want %s", got, err, test.want)
			}
			if _, _, err := next(subscription); !errors.Is(err, execution.ErrEnded) {
				t.Errorf("then %v, want the end", err)
			}
		})
	}
}

func TestTheErrorsOfAnEventHaveTheirWholePath(t *testing.T) {
	const query = `subscription($ids: [ID!]!) { c: providerChanged(ids: $ids) { provider { conditions(first: -1) { ` +
		`name } } } }`
	subscription, directory := subscribe(t, query, map[string]any{"ids": []any{wrenID}})
	revise(directory, "Wren II")
	got, _, err := next(subscription)
	if want := `"path":["c","provider","conditions"]`; err != nil || !strings.Contains(string(got), want) {
		t.Errorf("got %s and %v, want %s", got, err, want)
	}
}

func TestASlowSubscriptionFails(t *testing.T) {
	subscription, directory := subscribe(t, `subscription { directoryChanged { version } }`, nil)
	for range 1000 {
		revise(directory, "Wren")
	}
	if _, _, err := next(subscription); !errors.Is(err, execution.ErrTooSlow) {
		t.Errorf("got %v, want ErrTooSlow", err)
	}
}
