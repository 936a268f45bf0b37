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

// newerDatabase is a database in which a later release has written members that this one does not know.
type newerDatabase struct {
	*testEditor
	dir    string
	engine *mongo.Database
}

func openNewerDatabase(t *testing.T) *newerDatabase {
	t.Helper()
	d := &newerDatabase{dir: t.TempDir()}
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
	d.engine, d.testEditor = client.Database("findcare"), newTestEditorOn(t, db)
	return d
}

func (d *newerDatabase) stored(kind models.Kind, id string) bson.Raw {
	d.t.Helper()
	stored, err := d.engine.Collection(kind.Plural()).FindOne(d.ctx, bson.D{{Key: "_id", Value: id}}).Raw()
	if err != nil {
		d.t.Fatal(err)
	}
	return stored
}

const another, said = "another", "member"

// extend adds an unknown member to a document at each path, and raises its revision.
func (d *newerDatabase) extend(kind models.Kind, id string, paths ...string) {
	d.t.Helper()
	set := bson.D{}
	for _, path := range paths {
		set = append(set, bson.E{Key: path + another, Value: said})
	}
	update := bson.D{{Key: "$set", Value: set}}
	if _, err := d.engine.Collection(kind.Plural()).UpdateOne(
		d.ctx, bson.D{{Key: "_id", Value: id}}, update,
	); err != nil {
		d.t.Fatal(err)
	}
	d.keeps("before", kind, id, paths...)
}

// keeps fails the test unless the members are still there.
func (d *newerDatabase) keeps(after string, kind models.Kind, id string, paths ...string) {
	d.t.Helper()
	stored := d.stored(kind, id)
	for _, path := range paths {
		if got, _ := stored.Lookup(strings.Split(path+another, ".")...).StringValueOK(); got != said {
			d.t.Errorf("after %s, there is no %s%s: %s", after, path, another, stored)
		}
	}
}

// imports imports a file in the directory format.
func (d *newerDatabase) imports(lines ...string) (editing.Outcome, error) {
	d.t.Helper()
	file := dirformat.Bytes("file", []byte(strings.Join(lines, "\n")))
	summary, err := importing.Import(d.ctx, d.db, file, d.now(), nil)
	if err == nil && summary.Changed != 1 {
		d.t.Errorf("%+v", summary)
	}
	d.directory.Publish(d.loaded())
	return editing.Outcome{}, err
}

// knownDocuments are the documents that the writes change, and where in each another release has written members.
type knownDocuments struct {
	sorrow, grief, provider, article string
	inProvider, inArticle            []string
}

// documents creates these documents.
func (d *newerDatabase) documents() knownDocuments {
	d.t.Helper()
	known := knownDocuments{
		sorrow: d.condition("Sorrow"), grief: d.condition("Grief"),
		inProvider: []string{"", "sessionFee.", "locations.1."},
		inArticle:  []string{"", "topic.", "sections.0.", "sections.0.sections.0."},
	}
	known.provider = d.provider("Wren Examplar", fields{
		"conditions": []any{"sorrow"},
		"sessionFee": fields{"currency": "USD", "minimum": 100, "maximum": 120, "slidingScale": false},
		"locations":  []any{fields{"city": "Flint", "stateCode": "MI"}, fields{"city": "Lansing", "stateCode": "MI"}},
	})
	known.article = d.must(d.create(editing.Write{Operation: "createArticle"}, models.KindArticle, fields{
		"title": "Find Care for Grief", "topic": fields{"condition": "grief"}, "lead": "Grief is love.",
		"author": "the team",
		"sections": []any{fields{
			"heading": "What it is", "body": "Words.",
			"sections": []any{fields{"heading": "More", "body": "Words."}},
		}},
	})).Head().ID
	d.extend(models.KindCondition, known.grief, "")
	d.extend(models.KindProvider, known.provider, known.inProvider...)
	d.extend(models.KindArticle, known.article, known.inArticle...)
	d.directory.Publish(d.loaded())
	return known
}

const newGrief = `{"type":"condition","slug":"grief","name":"Grief","description":"After a loss."}`

// knownWrite is a write of a document that has members which this release does not know.
type knownWrite struct {
	name  string
	kind  models.Kind
	id    string
	paths []string
	write func() (editing.Outcome, error)
}

// writes returns writes of all kinds, in order.
func (d *newerDatabase) writes(known knownDocuments) []knownWrite {
	ofProvider := func(name string, write func(id string) (editing.Outcome, error)) knownWrite {
		id := known.provider
		return knownWrite{
			name, models.KindProvider, id, known.inProvider, func() (editing.Outcome, error) { return write(id) },
		}
	}
	ofArticle := func(name string, write func(id string) (editing.Outcome, error)) knownWrite {
		id := known.article
		return knownWrite{
			name, models.KindArticle, id, known.inArticle, func() (editing.Outcome, error) { return write(id) },
		}
	}
	ofGrief := func(name string, write func() (editing.Outcome, error)) knownWrite {
		return knownWrite{name, models.KindCondition, known.grief, []string{""}, write}
	}
	update := func(id string, w editing.Write, input fields) (editing.Outcome, error) {
		return d.update(w, models.KindProvider, id, input)
	}
	key := "a key"
	return []knownWrite{
		ofProvider("update", func(id string) (editing.Outcome, error) {
			return update(id, editing.Write{}, fields{"name": "Wren Q. Examplar"})
		}),
		ofProvider("an update with a key", func(id string) (editing.Outcome, error) {
			return update(id, editing.Write{IdempotencyKey: &key}, fields{"pronouns": "she/her"})
		}),
		ofProvider("an update of the list", func(id string) (editing.Outcome, error) {
			return update(id, editing.Write{}, fields{"locations": []any{
				fields{"city": "Detroit", "stateCode": "MI"}, fields{"city": "Lansing", "stateCode": "MI"},
			}})
		}),
		ofProvider("confirm", func(id string) (editing.Outcome, error) {
			return d.Confirm(d.ctx, editing.Write{}, id, nil, models.ByProvider, nil)
		}),
		ofProvider("saveAll", func(id string) (editing.Outcome, error) {
			input := modelstest.Providers(fields{"id": id, "name": "Wren Examplar", "kind": "INDIVIDUAL"})
			all, err := d.SaveAll(d.ctx, editing.Write{}, input, false)
			return all[0], err
		}),
		ofProvider("merge, in the document that refers", func(string) (editing.Outcome, error) {
			return d.Merge(d.ctx, editing.Write{}, models.KindCondition, known.sorrow, known.grief)
		}),
		ofGrief("merge, in the target", func() (editing.Outcome, error) { return editing.Outcome{}, nil }),
		ofArticle("review", func(id string) (editing.Outcome, error) { return d.review(id, editing.SignOff{}) }),
		ofArticle("publish", func(id string) (editing.Outcome, error) {
			return d.Publish(d.ctx, editing.Write{}, id)
		}),
		ofArticle("unpublish", func(id string) (editing.Outcome, error) {
			return d.Unpublish(d.ctx, editing.Write{}, id)
		}),
		ofGrief("import", func() (editing.Outcome, error) { return d.imports(newGrief) }),
	}
}

// Every kind of write keeps the members that another release has written and this one does not know.
func TestEveryWriteKeepsUnknownMembers(t *testing.T) {
	d := openNewerDatabase(t)
	known := d.documents()
	for _, step := range d.writes(known) {
		before := d.stored(step.kind, step.id)
		if outcome, err := step.write(); err != nil || len(outcome.Errors) > 0 {
			t.Fatalf("%s: %v, %+v", step.name, err, outcome.Errors)
		}
		if !strings.HasPrefix(step.name, "merge") && bytes.Equal(before, d.stored(step.kind, step.id)) {
			t.Errorf("%s changes nothing", step.name)
		}
		d.keeps(step.name, step.kind, step.id, step.paths...)
		if got, want := d.directory.Current().Directory().Edition, d.loaded().Directory().Edition; got != want {
			t.Errorf("after %s, the catalog has %+v, a new server %+v", step.name, got, want)
		}
	}
	summary, err := importing.Import(d.ctx, d.db, dirformat.Bytes("file", []byte(newGrief)), d.now(), nil)
	if err != nil || summary.Unchanged != 1 {
		t.Errorf("a document that only differs in unknown members was changed: %+v, %v", summary, err)
	}
}

// A registry's record keeps unknown members.
func TestRecordKeepsUnknownMembers(t *testing.T) {
	d := openNewerDatabase(t)
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
