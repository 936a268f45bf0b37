package editing_test

import (
	"context"
	"log/slog"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"findcare/internal/catalog"
	"findcare/internal/editing"
	"findcare/models"
)

// inState returns the slugs of the providers and articles in a state, one after the other.
func (d *testEditor) inState(state string) string {
	d.t.Helper()
	s := d.directory.Current()
	providers, err := d.ProvidersIn(d.ctx, s, catalog.ProviderState(state), catalog.ProviderSearch{})
	if err != nil {
		d.t.Fatal(err)
	}
	articles, err := d.ArticlesIn(d.ctx, s, catalog.ArticleState(state), nil, catalog.Page{})
	if err != nil {
		d.t.Fatal(err)
	}
	var slugs []string
	for _, p := range providers.Nodes() {
		slugs = append(slugs, p.Slug)
	}
	for _, a := range articles.Nodes() {
		slugs = append(slugs, a.Slug)
	}
	slices.Sort(slugs)
	return strings.Join(slices.Compact(slugs), " ")
}

// What the database tells of is found by its state, for as long as it is in it.
func TestStates(t *testing.T) {
	d := newTestEditor(t)
	schedules := editing.NewSchedules(d.Editor, slog.New(slog.DiscardHandler))
	at := time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)
	want := func(when string, states map[string]string) {
		t.Helper()
		for state, slugs := range states {
			if got := d.inState(state); got != slugs {
				t.Errorf("%s: %s are %q, want %q", when, state, got, slugs)
			}
		}
	}
	article := d.article().ID
	slug := d.directory.Current().Document(article).Head().Slug
	wren, finch := d.provider("Wren", fields{"statement": "Hello."}), d.provider("Finch", nil)
	want("before", map[string]string{
		"WORKING_COPY": "", "SCHEDULED": "", "SCHEDULE_FAILED": "", "REPORTED": "", "DRAFT": slug,
	})
	d.save(saveOf(models.KindProvider, wren, 0, fields{"statement": "Hi."}), "")
	d.save(saveOf(models.KindArticle, article, 0, fields{"lead": "Grief is loss."}), "")
	d.save(saveOf(models.KindArticle, "", 0, fields{"title": "New"}), "") // in no list but that of copies
	d.schedule(wren, 1, at, "")
	if rule, err := d.Report(d.ctx, finch, models.PartContact, "It is out of use."); rule != "" || err != nil {
		t.Fatal(rule, err)
	}
	want("then", map[string]string{
		"WORKING_COPY": slug + " wren", "SCHEDULED": "wren", "SCHEDULE_FAILED": "", "REPORTED": "finch",
	})
	d.must(d.update(editing.Write{}, models.KindProvider, wren, fields{"statement": "Good day."}))
	d.tick(schedules, at)
	d.discardCopy(article, 1, "")
	d.must(d.Retire(d.ctx, editing.Write{}, finch))
	want("at last", map[string]string{
		"WORKING_COPY": "wren", "SCHEDULED": "", "SCHEDULE_FAILED": "wren", "REPORTED": "", "RETIRED": "finch",
	})
}

// The list of working copies can be reduced to those that failed, and to those of one person.
func TestListOfFailedAndOwnWorkingCopies(t *testing.T) {
	d := newTestEditor(t)
	schedules := editing.NewSchedules(d.Editor, slog.New(slog.DiscardHandler))
	at := time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)
	wren, finch := d.provider("Wren", nil), d.provider("Finch", nil)
	d.save(saveOf(models.KindProvider, wren, 0, fields{"statement": "Hi."}), "")
	d.as("usr_bea").save(saveOf(models.KindProvider, finch, 0, fields{"statement": "Hi."}), "")
	d.schedule(wren, 1, at, "")
	d.must(d.update(editing.Write{}, models.KindProvider, wren, fields{"statement": "Good day."}))
	d.tick(schedules, at)
	yes, no, bea := true, false, "usr_bea"
	for _, test := range []struct {
		list editing.WorkingCopyList
		want string
	}{
		{editing.WorkingCopyList{Failed: &yes}, wren},
		{editing.WorkingCopyList{Failed: &no}, finch},
		{editing.WorkingCopyList{SavedBy: &bea}, finch},
		{editing.WorkingCopyList{SavedBy: &bea, Failed: &yes}, ""},
	} {
		list, err := d.WorkingCopies(d.ctx, d.directory.Current(), test.list)
		got := ""
		for _, c := range list.Nodes() {
			got += c.ID()
		}
		if err != nil || got != test.want {
			t.Errorf("%+v: %s, %v, want %s", test.list, got, err, test.want)
		}
	}
}

// otherTool writes to a database without regard to the rules.
func otherTool(t *testing.T, socket, name string) func(id string, fields bson.D) {
	client, err := mongo.Connect(options.Client().ApplyURI("mongodb://" + url.PathEscape(socket)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = client.Disconnect(context.WithoutCancel(t.Context())) })
	providers := client.Database(name).Collection("providers")
	return func(id string, fields bson.D) {
		t.Helper()
		_, err := providers.UpdateByID(t.Context(), id, bson.D{{Key: "$set", Value: fields}},
			options.UpdateOne().SetUpsert(true))
		if err != nil {
			t.Fatal(err)
		}
	}
}

// What another tool has written is told of, with what is wrong, until it is mended.
func TestQuarantine(t *testing.T) {
	socket := openEngine(t)
	_, db := openLossy(t, socket, "quarantine")
	d, set := newTestEditorOn(t, db), otherTool(t, socket, "quarantine")
	id := d.provider("Wren", nil)
	set("x", bson.D{{Key: "name", Value: "X"}})
	for _, step := range []struct {
		fields bson.D
		want   string
	}{
		{bson.D{{Key: "languages", Value: 7}}, "languages"},
		{bson.D{{Key: "languages", Value: nil}, {Key: "name", Value: ""}}, "name"},
		{bson.D{{Key: "name", Value: "Wren"}}, ""},
	} {
		set(id, step.fields)
		d.loaded()
		q, err := d.Quarantine(d.ctx, nil)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, document := range q.Documents {
			if document.ID == id {
				got = strings.Join(document.Problem.Field, " ")
			} else if document.ID != "x" || !slices.Equal(document.Problem.Field, []string{"id"}) {
				t.Errorf("%+v", document)
			}
		}
		if got != step.want || q.TotalCount != len(q.Documents) || q.TotalCount == 0 {
			t.Errorf("%d in quarantine, with what is wrong at %q, want %q", q.TotalCount, got, step.want)
		}
	}
}
