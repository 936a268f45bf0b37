package e2e

import (
	"context"
	"flag"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"

	"findcare/internal/auth"
	"findcare/internal/catalog"
	"findcare/internal/clock/clocktest"
	"findcare/internal/dirformat"
	"findcare/internal/editing"
	"findcare/internal/importing"
	"findcare/internal/replication"
	"findcare/internal/store"
	"findcare/models"
	"findcare/models/modelstest"
)

// referenceRaces is how many races the tests of references run: go test ./test/e2e -run References -reference-races 400
var referenceRaces = flag.Int("reference-races", 20, "how many races between a reference and a deletion")

// newEmbeddedPeer is a server over an engine of its own.
func newEmbeddedPeer(t *testing.T) (*peer, *store.Store) {
	t.Helper()
	ctx := auth.With(t.Context(), &auth.Principal{ID: "wren", Role: auth.Admin})
	db, err := store.Open(ctx, store.Config{DataDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close(context.WithoutCancel(ctx)) })
	directory := &catalog.Catalog{}
	changes := replication.New(
		db,
		directory,
		replication.Options{
			Clock:   clocktest.Now,
			Catalog: catalog.Options{Today: func() models.Date { return models.DateOf(clocktest.Now()) }},
			Logger:  slog.New(slog.DiscardHandler),
		},
	)
	if err := changes.Reload(ctx); err != nil {
		t.Fatal(err)
	}
	return &peer{editing.New(db, directory, changes, clocktest.Now), directory, changes, ctx}, db
}

// What is referred to is not deleted, and what is deleted is not referred to, whoever does the one and the other at the
// same moment.
func TestReferencesHoldOnOneServer(t *testing.T) {
	t.Parallel()
	one, db := newEmbeddedPeer(t)
	checkReferences(t, one, one, db)
}

func TestReferencesHoldOnTwoServers(t *testing.T) {
	t.Parallel()
	uri := openFerretDB(t) + "clinic"
	one, other := newPeer(t, uri), newPeer(t, uri)
	db, err := store.New(t.Context(), store.Config{URI: uri})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close(context.WithoutCancel(t.Context())) })
	checkReferences(t, one, other, db)
}

type fields = modelstest.Fields

// race is a condition, and who is about to refer to it while it is deleted.
type race struct{ condition, provider, treatment, article, into string }

func (p *peer) make(kind models.Kind, input fields) (string, error) {
	key := fmt.Sprint(modelstest.Input(kind, input))
	outcome, err := p.Create(
		p.ctx,
		editing.Write{Operation: "create", IdempotencyKey: &key},
		modelstest.Input(kind, input),
	)
	for tries := 0; models.ErrorCode(err) == models.CodeUnavailable && tries < 100; tries++ { // on a busy machine
		outcome, err = p.Create(
			p.ctx,
			editing.Write{Operation: "create", IdempotencyKey: &key},
			modelstest.Input(kind, input),
		)
	}
	if err != nil || len(outcome.Errors) > 0 {
		return "", fmt.Errorf("create %v: %w, %v", input, err, outcome.Errors)
	}
	return outcome.Document.Head().ID, nil
}

// newRace makes what a race is about.
func (p *peer) newRace(number int) (r race, err error) {
	name := func(what string) string { return fmt.Sprintf("%s %d", what, number) }
	for _, made := range []struct {
		id    *string
		kind  models.Kind
		input fields
	}{
		{&r.condition, models.KindCondition, fields{"name": name("Condition")}},
		{&r.into, models.KindCondition, fields{"name": name("Another condition")}},
		{&r.provider, models.KindProvider, fields{"name": name("Wren Examplar"), "kind": "INDIVIDUAL"}},
		{&r.treatment, models.KindTreatment, fields{"name": name("Treatment")}},
		{
			&r.article, models.KindArticle,
			fields{
				"title": name("Article"), "topic": fields{"condition": "another-condition-" + fmt.Sprint(number)},
				"lead": "Lead.", "author": "Author",
			},
		},
	} {
		if err == nil {
			*made.id, err = p.make(made.kind, made.input)
		}
	}
	return r, err
}

// refer makes a document refer to the condition, by one of the ways in which that is done.
func (p *peer) refer(r race, number int) (editing.Outcome, error) {
	w, conditions := editing.Write{Operation: "update"}, []any{r.condition}
	switch number % 5 {
	case 0:
		return p.Update(p.ctx, w, r.provider, modelstest.Input(models.KindProvider, fields{"conditions": conditions}))
	case 1:
		return p.Update(p.ctx, w, r.treatment, modelstest.Input(models.KindTreatment, fields{"conditions": conditions}))
	case 2:
		return p.Update(p.ctx, w, r.article,
			modelstest.Input(models.KindArticle, fields{"topic": fields{"condition": r.condition}}))
	case 3:
		return p.Create(
			p.ctx,
			w,
			modelstest.Input(
				models.KindProvider,
				fields{"name": fmt.Sprint("Robin Examplar ", number), "kind": "INDIVIDUAL", "conditions": conditions},
			),
		)
	}
	outcomes, err := p.SaveAll(
		p.ctx,
		w,
		modelstest.Providers(
			fields{"id": r.provider, "conditions": conditions},
			fields{"id": r.provider, "statement": "I listen."},
		),
		false,
	)
	if err != nil {
		return editing.Outcome{}, err
	}
	return outcomes[0], nil
}

// remove deletes the condition, or makes one of it and another one.
func (p *peer) remove(r race, number int) (editing.Outcome, error) {
	if number%2 == 0 {
		return p.Delete(p.ctx, editing.Write{Operation: "deleteCondition"}, models.KindCondition, r.condition)
	}
	return p.Merge(p.ctx, editing.Write{Operation: "mergeConditions"}, models.KindCondition, r.condition, r.into)
}

func checkReferences(t *testing.T, writer, deleter *peer, db *store.Store) {
	const workers = 8
	list := make([]race, *referenceRaces)
	concurrently(workers, len(list), func(number int) {
		var err error
		if list[number], err = writer.newRace(number); err != nil {
			t.Error(err)
		}
	})
	waitUntil(t, "both servers' knowing of what was made", func() bool {
		return writer.directory.Current().Directory().Edition == deleter.directory.Current().Directory().Edition
	})
	if t.Failed() {
		t.FailNow()
	}
	var mutex sync.Mutex
	results := make(map[string]int)
	concurrently(workers, len(list), func(number int) {
		var running sync.WaitGroup
		do := func(what string, act func(race, int) (editing.Outcome, error)) {
			running.Go(func() {
				outcome, err := act(list[number], number)
				result := what + " done"
				switch {
				case models.ErrorCode(err) == models.CodeUnavailable:
					result = what + " unavailable"
				case err != nil:
					t.Errorf("%s: %v", what, err)
				case len(outcome.Errors) > 0:
					result = what + " " + string(outcome.Errors[0].Code)
				}
				mutex.Lock()
				defer mutex.Unlock()
				results[result]++
			})
		}
		do("reference", writer.refer)
		do("removal", deleter.remove)
		running.Wait()
	})
	dangling := danglingIn(t, db)
	t.Logf("%d of %d races left references that dangle; %v", len(dangling), len(list), results)
	if len(dangling) > 0 {
		t.Errorf("references that dangle: %d, for example %s", len(dangling), dangling[0])
	}
	for number, r := range list[:min(len(list), workers)] { // nothing is left in the way
		outcome, err := writer.Update(writer.ctx, editing.Write{Operation: "updateProvider"}, r.provider,
			modelstest.Input(models.KindProvider, fields{"statement": fmt.Sprint("Statement ", number)}))
		if err != nil || len(outcome.Errors) > 0 {
			t.Errorf("an unrelated change: %v, %v", err, outcome.Errors)
		}
	}
}

// concurrently calls do with each of the numbers below count, several at once.
func concurrently(workers, count int, do func(number int)) {
	var running sync.WaitGroup
	numbers := make(chan int)
	for range workers {
		running.Go(func() {
			for number := range numbers {
				do(number)
			}
		})
	}
	for number := range count {
		numbers <- number
	}
	close(numbers)
	running.Wait()
}

// danglingIn returns the references in a database to documents that do not exist.
func danglingIn(t *testing.T, db *store.Store) (dangling []string) {
	t.Helper()
	all, err := db.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	there := make(map[string]bool)
	visit := func(see func(models.Document)) {
		for _, d := range all.Credentials {
			see(d)
		}
		for _, d := range all.Conditions {
			see(d)
		}
		for _, d := range all.Treatments {
			see(d)
		}
		for _, d := range all.Insurers {
			see(d)
		}
		for _, d := range all.Providers {
			see(d)
		}
		for _, d := range all.Articles {
			see(d)
		}
	}
	visit(func(document models.Document) { there[document.Head().ID] = true })
	visit(func(document models.Document) {
		document.References(func(path string, _ models.Kind, id *string) {
			if !there[*id] {
				dangling = append(dangling, fmt.Sprintf("%s %s%s: %s", document.Kind(), document.Head().ID, path, *id))
			}
		})
	})
	return dangling
}

// An import that writes into the database of a running server holds what it refers to as well.
func TestReferencesOfAnImportHold(t *testing.T) {
	t.Parallel()
	uri := openFerretDB(t) + "clinic"
	server := newPeer(t, uri)
	db, err := store.Open(t.Context(), store.Config{URI: uri})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close(context.WithoutCancel(t.Context())) })
	lost := 0
	for number := range *referenceRaces / 4 {
		slug := fmt.Sprintf("condition-%d", number)
		condition := server.create(t, slug)
		var file strings.Builder
		for i := range 20 {
			fmt.Fprintf(
				&file,
				`{"type":"provider","slug":"wren-%d-%d","name":"Wren `+
					`Examplar","kind":"INDIVIDUAL","conditions":[%q]}`+"\n",
				number,
				i,
				slug,
			)
		}
		path := t.TempDir() + "/providers.ndjson"
		writeFile(t, path, file.String())
		var running sync.WaitGroup
		running.Go(func() {
			if _, err := importing.Import(t.Context(), db, dirformat.Path(path), clocktest.Now(), nil); err != nil {
				lost++
				if !strings.Contains(err.Error(), "must be the slug or id of a condition that exists") {
					t.Errorf("import: %v", err)
				}
			}
		})
		running.Go(func() {
			if _, err := server.Delete(server.ctx, editing.Write{Operation: "deleteCondition"}, models.KindCondition,
				condition); err != nil {
				t.Errorf("delete: %v", err)
			}
		})
		running.Wait()
	}
	dangling := danglingIn(t, db)
	t.Logf("%d imports were refused, %d references dangle", lost, len(dangling))
	if len(dangling) > 0 {
		t.Errorf("references that dangle: %d, for example %s", len(dangling), dangling[0])
	}
}
