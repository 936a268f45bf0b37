package editing_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"findcare/internal/auth"
	"findcare/internal/catalog"
	"findcare/internal/editing"
	"findcare/internal/store"
	"findcare/models"
	"findcare/models/modelstest"
)

// desk is an editor over a real engine, with a clock that tests turn.
type desk struct {
	*editing.Editor
	t         *testing.T
	ctx       context.Context
	db        *store.Store
	directory *catalog.Catalog
	clock     atomic.Int64
}

func openDesk(t *testing.T) *desk {
	t.Helper()
	db, err := store.Open(t.Context(), store.Config{DataDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close(context.Background()) })
	return newDesk(t, db)
}

func newDesk(t *testing.T, db *store.Store) *desk {
	t.Helper()
	d := &desk{t: t, db: db, directory: new(catalog.Catalog)}
	d.ctx = auth.With(t.Context(), &auth.Principal{ID: "usr_ada", Name: "Ada", Role: auth.Editor})
	d.clock.Store(time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC).UnixMilli())
	d.directory.Publish(d.loaded())
	d.Editor = editing.New(db, d.directory, nil, d.now)
	return d
}

func (d *desk) now() time.Time { return time.UnixMilli(d.clock.Add(1)).UTC() }

// loaded is what a server that starts now would serve.
func (d *desk) loaded() *catalog.Snapshot {
	d.t.Helper()
	documents, err := d.db.Load(d.ctx)
	if err != nil {
		d.t.Fatal(err)
	}
	return catalog.Build(
		documents,
		catalog.Options{SiteURL: "https://care.example", Today: func() models.Date { return "2026-11-24" }},
	)
}

// done wants a write to have gone through, and a server that starts now to serve the same.
func (d *desk) done(outcome editing.Outcome, err error) models.Document {
	d.t.Helper()
	if err != nil || len(outcome.Errors) > 0 {
		d.t.Fatalf("%v, %+v", err, outcome.Errors)
	}
	if got, want := d.directory.Current().Directory(), d.loaded().Directory(); got != want {
		d.t.Fatalf("the catalog has %+v, a new server %+v", got, want)
	}
	return outcome.Document
}

// refused wants a write to have been refused with one error.
func (d *desk) refused(code editing.Code, message string) func(outcome editing.Outcome, err error) models.Document {
	return func(outcome editing.Outcome, err error) models.Document {
		d.t.Helper()
		if err != nil || len(outcome.Errors) != 1 || outcome.Errors[0].Code != code ||
			!strings.Contains(outcome.Errors[0].Message, message) {
			d.t.Fatalf("%v, %+v, want %s with %q", err, outcome.Errors, code, message)
		}
		return outcome.Document
	}
}

func (d *desk) condition(name string) string {
	d.t.Helper()
	return d.done(
		d.Create(
			d.ctx,
			editing.Write{Operation: "createCondition"},
			modelstest.Input(models.KindCondition, fields{"name": name}),
		),
	).Head().ID
}

func (d *desk) provider(name string, more fields) string {
	d.t.Helper()
	input := fields{"name": name, "kind": "INDIVIDUAL"}
	for field, value := range more {
		input[field] = value
	}
	return d.done(
		d.Create(d.ctx, editing.Write{Operation: "createProvider"}, modelstest.Input(models.KindProvider, input)),
	).Head().ID
}

type fields = modelstest.Fields

func revision(n int) *int { return &n }

func TestAProviderIsCreatedChangedAndDeleted(t *testing.T) {
	d := openDesk(t)
	d.condition("Grief")
	id := d.provider(
		"Wren Examplar",
		fields{"conditions": []any{"grief"}, "pronouns": "she/her", "languages": []any{"English"}},
	)
	w := editing.Write{Operation: "updateProvider"}

	changed := d.done(d.Update(d.ctx, w, id, modelstest.Input(models.KindProvider, fields{"name": "Wren Q. Examplar", "pronouns": nil}))).(*models.Provider)
	if changed.Name != "Wren Q. Examplar" || changed.Pronouns != "" || len(changed.Languages) != 1 ||
		changed.Revision != 2 ||
		changed.Slug != "wren-examplar" {
		t.Errorf("changed to %+v", changed)
	}
	if same := d.done(d.Update(d.ctx, w, id, modelstest.Input(models.KindProvider, fields{"name": " Wren Q. Examplar "}))); same.Head().Revision != 2 {
		t.Errorf("revision %d, though nothing changed", same.Head().Revision)
	}
	d.refused(
		editing.CodeInvalid,
		`npi: "123" must be`,
	)(
		d.Update(d.ctx, w, id, modelstest.Input(models.KindProvider, fields{"npi": "123"})),
	)
	d.refused(
		editing.CodeInvalid,
		`must be the slug or id of a condition that exists`,
	)(
		d.Update(d.ctx, w, id, modelstest.Input(models.KindProvider, fields{"conditions": []any{"sorrow"}})),
	)
	d.refused(
		editing.CodeInvalid,
		`must be the slug or id of a condition that exists; did you mean grief?`,
	)(
		d.Update(d.ctx, w, id, modelstest.Input(models.KindProvider, fields{"conditions": []any{"GRIEF"}})),
	)
	d.refused(
		editing.CodeNotFound,
		"there is no provider",
	)(
		d.Update(
			d.ctx,
			w,
			models.IDOfSlug(models.KindProvider, "nobody"),
			modelstest.Input(models.KindProvider, fields{"name": "A"}),
		),
	)
	d.refused(
		editing.CodeTaken,
		`"wren-examplar" is the slug of another provider`,
	)(
		d.Create(
			d.ctx,
			w,
			modelstest.Input(
				models.KindProvider,
				fields{"name": "Another", "kind": "INDIVIDUAL", "slug": "wren-examplar"},
			),
		),
	)

	confirmed := d.done(d.Confirm(d.ctx, editing.Write{Operation: "confirmProvider"}, id, nil)).(*models.Provider)
	if confirmed.ConfirmedOn != "2026-11-24" {
		t.Errorf("confirmed on %q", confirmed.ConfirmedOn)
	}
	if gone := d.done(d.Delete(d.ctx, editing.Write{Operation: "deleteProvider"}, models.KindProvider, id)); gone != nil {
		t.Errorf("left: %+v", gone)
	}
	d.refused(editing.CodeNotFound, "there is no provider")(d.Delete(d.ctx, w, models.KindProvider, id))
	again := d.provider("Wren Examplar", nil)
	if found := d.directory.Current().Document(again); found.Head().Revision != 5 {
		t.Errorf("made anew as revision %d, want 5: no revision may be there twice", found.Head().Revision)
	}
}

func TestAStaleWriteIsAConflict(t *testing.T) {
	d := openDesk(t)
	id := d.condition("Grief")
	w := editing.Write{Operation: "updateCondition", ExpectedRevision: revision(1)}
	d.done(d.Update(d.ctx, w, id, modelstest.Input(models.KindCondition, fields{"name": "Grief and loss"})))
	current := d.refused(
		editing.CodeConflict,
		"1 is not the current revision, 2",
	)(
		d.Update(d.ctx, w, id, modelstest.Input(models.KindCondition, fields{"name": "Sorrow"})),
	)
	if current.(*models.Condition).Name != "Grief and loss" {
		t.Errorf("the conflict shows %+v", current)
	}
	d.refused(editing.CodeConflict, "1 is not")(d.Delete(d.ctx, w, models.KindCondition, id))
}

func TestFormerSlugsLead(t *testing.T) {
	d := openDesk(t)
	id := d.condition("Grief")
	w := editing.Write{Operation: "updateCondition"}
	d.done(d.Update(d.ctx, w, id, modelstest.Input(models.KindCondition, fields{"slug": "sorrow"})))
	d.done(d.Update(d.ctx, w, id, modelstest.Input(models.KindCondition, fields{"slug": "mourning"})))
	d.done(d.Update(d.ctx, w, id, modelstest.Input(models.KindCondition, fields{"slug": "sorrow"})))
	for _, slug := range []string{"grief", "sorrow", "mourning"} {
		if found := d.directory.Current().Condition(catalog.SlugOrID{Slug: &slug}); found == nil ||
			found.Slug != "sorrow" {
			t.Errorf("%s finds %v", slug, found)
		}
	}
}

func TestWhatIsReferredToIsNotDeleted(t *testing.T) {
	d := openDesk(t)
	id := d.condition("Grief")
	for i := range 7 {
		d.provider(fmt.Sprintf("Wren %d Examplar", i), fields{"conditions": []any{"grief"}})
	}
	d.refused(
		editing.CodeReferenced,
		"and 2 more",
	)(
		d.Delete(d.ctx, editing.Write{Operation: "deleteCondition"}, models.KindCondition, id),
	)
}

func TestMerging(t *testing.T) {
	d := openDesk(t)
	from, into := d.condition("Sorrow"), d.condition("Grief")
	both := d.provider("Wren Examplar", fields{"conditions": []any{"sorrow", "grief"}})
	one := d.provider("Robin Examplar", fields{"conditions": []any{"sorrow"}})
	key := "merge"
	w := editing.Write{Operation: "mergeConditions", IdempotencyKey: &key}
	for range 2 { // the second time, it is done already
		merged := d.done(d.Merge(d.ctx, w, models.KindCondition, from, into))
		if merged.Head().ID != into {
			t.Errorf("merged to %+v", merged)
		}
	}
	s := d.directory.Current()
	for _, id := range []string{both, one} {
		if ids := s.Document(id).(*models.Provider).ConditionIDs; len(ids) != 1 || ids[0] != into {
			t.Errorf("%s refers to %v", id, ids)
		}
	}
	old := "sorrow"
	if found := s.Condition(catalog.SlugOrID{Slug: &old}); found == nil || found.ID != into {
		t.Errorf("the old slug finds %v", found)
	}
	if s.Document(from) != nil {
		t.Error("what was merged is still there")
	}
}

func TestTheSameKeyGivesTheSameResult(t *testing.T) {
	d := openDesk(t)
	key := "once"
	w := editing.Write{Operation: "createProvider", IdempotencyKey: &key}
	input := fields{"name": "Wren Examplar", "kind": "INDIVIDUAL"}
	first := d.done(d.Create(d.ctx, w, modelstest.Input(models.KindProvider, input)))
	second := d.done(d.Create(d.ctx, w, modelstest.Input(models.KindProvider, input)))
	if first.Head().ID != second.Head().ID || second.Head().Revision != 1 ||
		d.directory.Current().Directory().ProviderCount != 1 {
		t.Errorf("first %+v, second %+v", first.Head(), second.Head())
	}
	d.refused(
		editing.CodeKeyReused,
		"another request",
	)(
		d.Create(
			d.ctx,
			w,
			modelstest.Input(
				models.KindProvider,
				fields{"name": "Robin", "kind": "INDIVIDUAL", "slug": "wren-examplar"},
			),
		),
	)

	id := first.Head().ID
	w.Operation = "updateProvider"
	key = "rename"
	for range 3 {
		d.done(d.Update(d.ctx, w, id, modelstest.Input(models.KindProvider, fields{"name": "Robin Examplar"})))
	}
	if got := d.directory.Current().Document(id).Head().Revision; got != 2 {
		t.Errorf("revision %d, want 2", got)
	}
	// Somebody else's key is another one.
	other := auth.With(d.ctx, &auth.Principal{ID: "usr_bob", Role: auth.Editor})
	d.done(d.Update(other, w, id, modelstest.Input(models.KindProvider, fields{"name": "Heron Examplar"})))
}

// A key holds for a day of the editor's clock, whatever the machine's says.
func TestAKeyHoldsForADay(t *testing.T) {
	d := openDesk(t)
	id := d.condition("Grief")
	describe := func(text string, key *string) int64 {
		t.Helper()
		w := editing.Write{Operation: "updateCondition", IdempotencyKey: key}
		return d.done(
			d.Update(d.ctx, w, id, modelstest.Input(models.KindCondition, fields{"description": text})),
		).Head().Revision
	}
	key := "describe"
	describe("Love that stays.", &key)
	describe("Love.", nil)
	for _, step := range []struct {
		passes time.Duration
		want   int64
	}{{0, 2}, {23 * time.Hour, 2}, {2 * time.Hour, 4}} { // the result stays that of then, and what came later stands
		d.clock.Add(step.passes.Milliseconds())
		if got := describe("Love that stays.", &key); got != step.want {
			t.Errorf("%v later, the same request gives revision %d, want %d", step.passes, got, step.want)
		}
	}
}

// A client that gets no answer from one server may ask another one while the first is still at it.
func TestTheSameKeyOnTwoServers(t *testing.T) {
	socket := openEngine(t)
	_, first := openLine(t, socket, "shared")
	_, second := openLine(t, socket, "shared")
	desks := []*desk{newDesk(t, first), newDesk(t, second)}
	atBoth := func(what string, revision int64, write func(d *desk, w editing.Write) (editing.Outcome, error)) (id string) {
		t.Helper()
		w := editing.Write{Operation: "write", IdempotencyKey: &what}
		var outcomes [2]editing.Outcome
		var errs [2]error
		var running sync.WaitGroup
		for i, d := range desks {
			running.Go(func() { outcomes[i], errs[i] = write(d, w) })
		}
		running.Wait()
		for i, outcome := range outcomes {
			if errs[i] != nil || len(outcome.Errors) > 0 {
				t.Fatalf("%s: %v, %+v", what, errs[i], outcome.Errors)
			}
			if outcome.Document == nil {
				continue
			}
			if id = outcome.Document.Head().ID; outcome.Document.Head().Revision != revision ||
				id != outcomes[0].Document.Head().ID {
				t.Errorf("%s: made %+v, and elsewhere %+v", what, outcome.Document.Head(), outcomes[0].Document.Head())
			}
		}
		return id
	}
	for round := range 20 {
		name := fmt.Sprintf("Condition %d", round)
		id := atBoth("create "+name, 1, func(d *desk, w editing.Write) (editing.Outcome, error) {
			return d.Create(d.ctx, w, modelstest.Input(models.KindCondition, fields{"name": name}))
		})
		atBoth("update "+name, 2, func(d *desk, w editing.Write) (editing.Outcome, error) {
			w.ExpectedRevision = revision(1)
			return d.Update(d.ctx, w, id, modelstest.Input(models.KindCondition, fields{"description": "What stays."}))
		})
		atBoth("delete "+name, 3, func(d *desk, w editing.Write) (editing.Outcome, error) {
			return d.Delete(d.ctx, w, models.KindCondition, id)
		})
		if history, err := desks[0].History(desks[0].ctx, id, nil, nil); err != nil || len(history) != 3 {
			t.Errorf("%s: %d changes are on record, %v", name, len(history), err)
		}
	}
}

// Many writers on few documents, on one server and on two that share a database: no acknowledged write is lost.
func TestNoLostUpdate(t *testing.T) {
	t.Run("one server", func(t *testing.T) { checkNoLostUpdate(t, openDesk(t)) })
	t.Run("two servers", func(t *testing.T) {
		socket := openEngine(t)
		_, first := openLine(t, socket, "shared")
		_, second := openLine(t, socket, "shared")
		checkNoLostUpdate(t, newDesk(t, first), newDesk(t, second))
	})
}

func checkNoLostUpdate(t *testing.T, desks ...*desk) {
	const documents, writers, writes = 10, 50, 4
	var ids [documents]string
	var acknowledged [documents]atomic.Int64
	for i := range ids {
		ids[i] = desks[0].condition(fmt.Sprintf("Condition %d", i))
	}
	var running sync.WaitGroup
	for writer := range writers {
		running.Go(func() {
			d, i := desks[writer%len(desks)], writer/len(desks)%documents
			seen := 1
			for done := 0; done < writes; {
				name := fmt.Sprintf("Writer %d, write %d, after %d.", writer, done, seen)
				w := editing.Write{Operation: "updateCondition", ExpectedRevision: &seen, IdempotencyKey: &name}
				outcome, err := d.Update(
					d.ctx,
					w,
					ids[i],
					modelstest.Input(models.KindCondition, fields{"description": name}),
				)
				switch {
				// on a busy machine: with the key, it is the same write again
				case models.ErrorCode(err) == models.CodeUnavailable:
					continue
				case err != nil:
					t.Error(err)
					return
				case len(outcome.Errors) == 0:
					acknowledged[i].Add(1)
					done++
				case outcome.Errors[0].Code != editing.CodeConflict:
					t.Errorf("%+v", outcome.Errors)
					return
				}
				seen = int(outcome.Document.Head().Revision) // of what was written, or of what stood in the way
			}
		})
	}
	running.Wait()
	for i, id := range ids {
		stored, err := desks[0].db.Find(t.Context(), models.KindCondition, id)
		if err != nil {
			t.Fatal(err)
		}
		revision := stored.Head().Revision
		if want := 1 + acknowledged[i].Load(); revision != want {
			t.Errorf("document %d is at revision %d, after %d acknowledged writes", i, revision, want-1)
		}
		if history, err := desks[0].History(desks[0].ctx, id, nil, nil); err != nil ||
			int64(len(history)) != min(revision, 20) {
			t.Errorf("on record of document %d: %d changes, %v", i, len(history), err)
		}
	}
	if len(desks) > 1 { // which follow each other by a feed, elsewhere
		return
	}
	if got, want := desks[0].directory.Current().Directory(), desks[0].loaded().Directory(); got != want {
		t.Errorf("the catalog has %+v, a new server %+v", got, want)
	}
}

// GraphQL gives pointers where a field may be null.
func TestInputsAreOfPointers(t *testing.T) {
	d := openDesk(t)
	id := d.provider("Wren Examplar", fields{"pronouns": "she/her"})
	slug, none := "wren-examplar", (*string)(nil)
	for i, input := range []fields{{"slug": &slug, "statement": &slug}, {"id": &id, "pronouns": none}} {
		outcomes, err := d.SaveAll(d.ctx, editing.Write{Operation: "saveProviders"}, modelstest.Providers(input), false)
		if err != nil {
			t.Fatal(err)
		}
		saved := d.done(outcomes[0], nil).(*models.Provider)
		if saved.ID != id || saved.Revision != int64(i+2) {
			t.Errorf("%v was saved as %+v", input, saved.Header)
		}
	}
	if wren := d.directory.Current().Document(id).(*models.Provider); wren.Pronouns != "" ||
		string(wren.Statement) != slug {
		t.Errorf("Wren is %+v", wren)
	}
	d.condition("Grief")
	article := d.done(d.Create(d.ctx, editing.Write{Operation: "createArticle"}, modelstest.Input(models.KindArticle, fields{
		"title": &slug, "topic": map[string]any{"condition": "grief"}, "lead": &slug, "author": &slug, "updatedOn": none,
	}))).(*models.Article)
	if article.UpdatedOn != "2026-11-24" {
		t.Errorf("an article without a day is of %q", article.UpdatedOn)
	}
}

func TestAnArticleFromDraftToPublished(t *testing.T) {
	d := openDesk(t)
	d.condition("Grief")
	w := func(operation string) editing.Write { return editing.Write{Operation: operation} }
	draft := d.done(d.Create(d.ctx, w("createArticle"), modelstest.Input(models.KindArticle, fields{
		"title": "Find Care for Grief", "topic": map[string]any{"condition": "grief"}, "lead": "Grief is love.", "author": "Ada",
	}))).(*models.Article)
	public := func() int { return d.directory.Current().Directory().ArticleCount }
	if draft.Status != models.ArticleDraft || public() != 0 {
		t.Fatalf("%+v, and the public sees %d", draft, public())
	}
	submitted := d.done(d.Submit(d.ctx, w("submitArticle"), draft.ID)).(*models.Article)
	expected := int(submitted.Revision)
	stale := editing.Write{Operation: "reviewArticle", ExpectedRevision: revision(1)}
	d.refused(
		editing.CodeConflict,
		"1 is not",
	)(
		d.Review(d.ctx, stale, draft.ID, editing.SignOff{Reviewer: "Dr. Example"}),
	)
	reviewed := d.done(d.Review(d.ctx, editing.Write{Operation: "reviewArticle", ExpectedRevision: &expected}, draft.ID, editing.SignOff{Reviewer: "Dr. Example"})).(*models.Article)
	if reviewed.MedicalReview.ReviewedOn != "2026-11-24" || reviewed.MedicalReview.Stale {
		t.Errorf("reviewed: %+v", reviewed.MedicalReview)
	}
	published := d.done(d.Publish(d.ctx, w("publishArticle"), draft.ID)).(*models.Article)
	if !published.Published() || published.PublishedOn != "2026-11-24" || public() != 1 {
		t.Errorf("published: %+v, and the public sees %d", published, public())
	}
	before := time.UnixMilli(d.clock.Load())
	edited := d.done(d.Update(d.ctx, w("updateArticle"), draft.ID, modelstest.Input(models.KindArticle, fields{"lead": "Grief is love that stays."}))).(*models.Article)
	if !edited.MedicalReview.Stale || !edited.Published() {
		t.Errorf("edited: %+v", edited)
	}
	d.done(d.Unpublish(d.ctx, w("unpublishArticle"), draft.ID))
	if public() != 0 {
		t.Errorf("the public still sees %d", public())
	}

	then, err := d.AsOf(d.ctx, models.KindArticle, draft.ID, before)
	if err != nil || then == nil || then.(*models.Article).Lead != "Grief is love." ||
		!then.(*models.Article).Published() {
		t.Errorf("as of then: %+v, %v", then, err)
	}
	changes, err := d.History(d.ctx, draft.ID, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, change := range changes {
		told = append(told, fmt.Sprintf("%d %s by %s", change.Revision, change.Operation, change.Name()))
	}
	want := "6 unpublishArticle by Ada, 5 updateArticle by Ada, 4 publishArticle by Ada, 3 reviewArticle by Ada, 2 submitArticle by Ada, 1 createArticle by Ada"
	if got := strings.Join(told, ", "); got != want {
		t.Errorf("history: %s\nwant %s", got, want)
	}
	differences, err := changes[1].Differences()
	if err != nil || len(differences) != 2 || differences[0].Field != "lead" ||
		*differences[0].Before != `"Grief is love."` ||
		*differences[0].After != `"Grief is love that stays."` ||
		differences[1].Field != "medicalReview" {
		t.Errorf("differences: %+v, %v", differences, err)
	}
}

func TestSavingMany(t *testing.T) {
	d := openDesk(t)
	id := d.provider("Wren Examplar", nil)
	outcomes, err := d.SaveAll(d.ctx, editing.Write{Operation: "saveProviders"}, modelstest.Providers(
		fields{"slug": "wren-examplar", "pronouns": "they/them"},
		fields{"name": "Robin Examplar", "kind": "INDIVIDUAL"},
		fields{"name": "Nobody", "kind": "ROBOT"},
		fields{"id": id, "languages": []any{"Spanish"}},
	), false)
	if err != nil {
		t.Fatal(err)
	}
	if wren := d.directory.Current().Document(id).(*models.Provider); wren.Pronouns != "they/them" ||
		len(wren.Languages) != 1 ||
		wren.Revision != 3 {
		t.Errorf("Wren is %+v", wren)
	}
	if robin := outcomes[1].Document; robin == nil || robin.Head().Slug != "robin-examplar" {
		t.Errorf("Robin is %+v", outcomes[1])
	}
	d.refused(editing.CodeInvalid, `kind: "ROBOT" must be one of`)(outcomes[2], nil)
	if _, err := d.SaveAll(d.ctx, editing.Write{}, make([]models.ProviderInput, 501), false); models.ErrorCode(
		err,
	) != models.CodeBadUserInput {
		t.Errorf("501 at once: %v", err)
	}
}
