package editing_test

import (
	"bytes"
	"context"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"findcare/internal/dirformat"
	"findcare/internal/editing"
	"findcare/internal/importing"
	"findcare/internal/store"
	"findcare/models"
	"findcare/models/modelstest"
)

// newerDesk is a desk over a database in which a findcare has written that knows more members.
type newerDesk struct {
	*desk
	dir    string
	engine *mongo.Database
}

func openNewerDesk(t *testing.T) *newerDesk {
	t.Helper()
	d := &newerDesk{dir: t.TempDir()}
	db, err := store.Open(t.Context(), store.Config{DataDir: d.dir})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close(context.WithoutCancel(t.Context())) })
	client, err := mongo.Connect(
		options.Client().ApplyURI("mongodb://" + url.QueryEscape(filepath.Join(d.dir, "engine.sock")) + "/"),
	)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = client.Disconnect(context.WithoutCancel(t.Context())) })
	d.engine, d.desk = client.Database("findcare"), newDesk(t, db)
	return d
}

func (d *newerDesk) stored(kind models.Kind, id string) bson.Raw {
	d.t.Helper()
	stored, err := d.engine.Collection(kind.Plural()).FindOne(d.ctx, bson.D{{Key: "_id", Value: id}}).Raw()
	if err != nil {
		d.t.Fatal(err)
	}
	return stored
}

const another, said = "another", "member"

// extend gives a document a member that this findcare does not know, at each path, and the next revision.
func (d *newerDesk) extend(kind models.Kind, id string, paths ...string) {
	d.t.Helper()
	set := bson.D{}
	for _, path := range paths {
		set = append(set, bson.E{Key: path + another, Value: said})
	}
	update := bson.D{{Key: "$set", Value: set}}
	if _, err := d.engine.Collection(kind.Plural()).UpdateOne(d.ctx, bson.D{{Key: "_id", Value: id}}, update); err != nil {
		d.t.Fatal(err)
	}
	d.keeps("before", kind, id, paths...)
}

// keeps wants the members to be there.
func (d *newerDesk) keeps(after string, kind models.Kind, id string, paths ...string) {
	d.t.Helper()
	stored := d.stored(kind, id)
	for _, path := range paths {
		if got, _ := stored.Lookup(strings.Split(path+another, ".")...).StringValueOK(); got != said {
			d.t.Errorf("after %s, there is no %s%s: %s", after, path, another, stored)
		}
	}
}

// imports imports a file in the directory format.
func (d *newerDesk) imports(lines ...string) (editing.Outcome, error) {
	d.t.Helper()
	file := dirformat.Bytes("file", []byte(strings.Join(lines, "\n")))
	summary, err := importing.Import(d.ctx, d.db, file, d.now(), nil)
	if err == nil && summary.Changed != 1 {
		d.t.Errorf("%+v", summary)
	}
	d.directory.Publish(d.loaded())
	return editing.Outcome{}, err
}

// Whoever changes a document, by whatever means, leaves what another findcare has written there and this one does not
// know.
func TestEveryWriteKeepsUnknownMembers(t *testing.T) {
	d := openNewerDesk(t)
	sorrow, grief := d.condition("Sorrow"), d.condition("Grief")
	provider := d.provider("Wren Examplar", fields{
		"conditions": []any{
			"sorrow",
		}, "sessionFee": map[string]any{"currency": "USD", "minimum": 100, "maximum": 120, "slidingScale": false},
		"locations": []any{
			map[string]any{"city": "Flint", "stateCode": "MI"},
			map[string]any{"city": "Lansing", "stateCode": "MI"},
		},
	})
	article := d.done(
		d.Create(d.ctx, editing.Write{Operation: "createArticle"}, modelstest.Input(models.KindArticle, fields{
			"title": "Find Care for Grief", "topic": map[string]any{"condition": "grief"}, "lead": "Grief is love.", "author": "the team",
			"sections": []any{
				map[string]any{
					"heading":  "What it is",
					"body":     "Words.",
					"sections": []any{map[string]any{"heading": "More", "body": "Words."}},
				},
			},
		})),
	).Head().ID
	ofProvider, ofArticle := []string{
		"",
		"sessionFee.",
		"locations.1.",
	}, []string{
		"",
		"topic.",
		"sections.0.",
		"sections.0.sections.0.",
	}
	d.extend(models.KindCondition, grief, "")
	d.extend(models.KindProvider, provider, ofProvider...)
	d.extend(models.KindArticle, article, ofArticle...)
	d.directory.Publish(d.loaded())
	key := "a key"
	line := `{"type":"condition","slug":"grief","name":"Grief","description":"After a loss."}`
	for _, step := range []struct {
		name  string
		kind  models.Kind
		id    string
		paths []string
		write func() (editing.Outcome, error)
	}{
		{"update", models.KindProvider, provider, ofProvider, func() (editing.Outcome, error) {
			return d.Update(d.ctx, editing.Write{}, provider, modelstest.Input(models.KindProvider, fields{"name": "Wren Q. Examplar"}))
		}},
		{"an update with a key", models.KindProvider, provider, ofProvider, func() (editing.Outcome, error) {
			return d.Update(d.ctx, editing.Write{IdempotencyKey: &key}, provider, modelstest.Input(models.KindProvider, fields{"pronouns": "she/her"}))
		}},
		{"an update of the list", models.KindProvider, provider, ofProvider, func() (editing.Outcome, error) {
			return d.Update(d.ctx, editing.Write{}, provider, modelstest.Input(models.KindProvider, fields{"locations": []any{
				map[string]any{"city": "Detroit", "stateCode": "MI"}, map[string]any{"city": "Lansing", "stateCode": "MI"},
			}}))
		}},
		{"confirm", models.KindProvider, provider, ofProvider, func() (editing.Outcome, error) {
			return d.Confirm(d.ctx, editing.Write{}, provider, nil)
		}},
		{"saveAll", models.KindProvider, provider, ofProvider, func() (editing.Outcome, error) {
			all, err := d.SaveAll(d.ctx, editing.Write{}, modelstest.Providers(fields{"id": provider, "name": "Wren Examplar", "kind": "INDIVIDUAL"}), false)
			return all[0], err
		}},
		{"merge, in who refers", models.KindProvider, provider, ofProvider, func() (editing.Outcome, error) {
			return d.Merge(d.ctx, editing.Write{}, models.KindCondition, sorrow, grief)
		}},
		{"merge, in what is merged into", models.KindCondition, grief, []string{""}, func() (editing.Outcome, error) { return editing.Outcome{}, nil }},
		{"review", models.KindArticle, article, ofArticle, func() (editing.Outcome, error) { return d.review(article, editing.SignOff{}) }},
		{"publish", models.KindArticle, article, ofArticle, func() (editing.Outcome, error) {
			return d.Publish(d.ctx, editing.Write{}, article)
		}},
		{"unpublish", models.KindArticle, article, ofArticle, func() (editing.Outcome, error) {
			return d.Unpublish(d.ctx, editing.Write{}, article)
		}},
		{"import", models.KindCondition, grief, []string{""}, func() (editing.Outcome, error) { return d.imports(line) }},
	} {
		before := d.stored(step.kind, step.id)
		if outcome, err := step.write(); err != nil || len(outcome.Errors) > 0 {
			t.Fatalf("%s: %v, %+v", step.name, err, outcome.Errors)
		}
		if !strings.HasPrefix(step.name, "merge") && bytes.Equal(before, d.stored(step.kind, step.id)) {
			t.Errorf("%s changes nothing", step.name)
		}
		d.keeps(step.name, step.kind, step.id, step.paths...)
		if got, want := d.directory.Current().Directory(), d.loaded().Directory(); got != want {
			t.Errorf("after %s, the catalog has %+v, a new server %+v", step.name, got, want)
		}
	}
	if summary, err := importing.Import(d.ctx, d.db, dirformat.Bytes("file", []byte(line)), d.now(), nil); err != nil ||
		summary.Unchanged != 1 {
		t.Errorf("what is the same but for what is not known is changed: %+v, %v", summary, err)
	}
}

// A record of a registry leaves what this findcare does not know.
func TestARecordKeepsUnknownMembers(t *testing.T) {
	d := openNewerDesk(t)
	save := func(name string) models.Document {
		t.Helper()
		all, err := d.SaveAll(d.ctx, editing.Write{}, modelstest.Providers(fields{
			"name": name, "slug": "wren-examplar", "kind": "INDIVIDUAL", "npi": "1234567893",
			"record": fields{"source": "nppes", "key": "1234567893", "fileDate": "2026-11-08"},
		}), false)
		if err != nil || len(all[0].Errors) > 0 {
			t.Fatalf("%v, %+v", err, all[0].Errors)
		}
		return all[0].Document
	}
	id := save("Wren Examplar").Head().ID
	paths := []string{"", "imported.0."}
	d.extend(models.KindProvider, id, paths...)
	if renamed := save("Wren Q. Examplar").(*models.Provider); renamed.Name != "Wren Q. Examplar" ||
		renamed.Revision != 2 {
		t.Errorf("saved %+v", renamed)
	}
	d.keeps("a record", models.KindProvider, id, paths...)
}
