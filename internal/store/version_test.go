package store_test

import (
	"context"
	"fmt"
	"maps"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"findcare/internal/auth"
	"findcare/internal/store"
	"findcare/models"
)

// inside has the database of an embedded engine that runs over dir used as another tool, or another findcare, does. The
// engine ends only after its clients.
func inside(t *testing.T, dir string, use func(in *mongo.Database)) {
	t.Helper()
	client, err := mongo.Connect(
		options.Client().ApplyURI("mongodb://" + url.QueryEscape(filepath.Join(dir, "engine.sock")) + "/"),
	)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = client.Disconnect(context.WithoutCancel(t.Context())) }()
	use(client.Database("findcare"))
}

// contents are all documents of a database, by collection.
func contents(t *testing.T, dir string) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	inside(t, dir, func(in *mongo.Database) {
		names, err := in.ListCollectionNames(t.Context(), bson.D{})
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			cursor, err := in.Collection(name).Find(t.Context(), bson.D{})
			if err != nil {
				t.Fatal(err)
			}
			for cursor.Next(t.Context()) {
				all[name] = append(all[name], cursor.Current.String())
			}
			slices.Sort(all[name])
		}
	})
	return all
}

// versionsOf are the versions that a database has had.
func versionsOf(t *testing.T, dir string) (versions []int) {
	t.Helper()
	var marks []struct {
		Version int `bson:"_id"`
	}
	inside(t, dir, func(in *mongo.Database) {
		cursor, err := in.Collection("versions").Find(t.Context(), bson.D{})
		if err == nil {
			err = cursor.All(t.Context(), &marks)
		}
		if err != nil {
			t.Fatal(err)
		}
	})
	for _, mark := range marks {
		versions = append(versions, mark.Version)
	}
	slices.Sort(versions)
	return versions
}

// writers are all that write, each by what it calls.
var writers = map[string]func(ctx context.Context, db *store.Store) error{
	"Write": func(ctx context.Context, db *store.Store) error {
		return db.Write(ctx, models.KindCondition, []models.Document{condition("new")})
	},
	"Commit": func(ctx context.Context, db *store.Store) error {
		change, after := renamed()
		return db.Commit(ctx, change, after)
	},
	"Commit, with a key": func(ctx context.Context, db *store.Store) error {
		change, after := renamed()
		change.Key = "key"
		return db.Commit(ctx, change, after)
	},
	"CommitAll": func(ctx context.Context, db *store.Store) error {
		change, after := renamed()
		return db.CommitAll(ctx, models.KindCondition, []store.Revision{{Change: change, After: after}})
	},
	"CloseDocument": func(ctx context.Context, db *store.Store) error {
		_, err := db.CloseDocument(ctx, condition("grief"), time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC))
		return err
	},
	"Purge": func(ctx context.Context, db *store.Store) error {
		_, err := db.Purge(ctx, time.Date(2027, 11, 24, 12, 0, 0, 0, time.UTC))
		return err
	},
	"PutDigests": func(ctx context.Context, db *store.Store) error {
		return db.PutDigests(ctx, "nppes", maps.All(store.Digests{1: 2}))
	},
	"DropDigests": func(ctx context.Context, db *store.Store) error { return db.DropDigests(ctx, "") },
	"AddRecordDates": func(ctx context.Context, db *store.Store) error {
		dates, err := db.RecordDates(ctx, "nppes")
		if err != nil {
			return err
		}
		return db.AddRecordDates(ctx, dates, "2026-11-08", []uint64{1})
	},
	"AddToken": func(ctx context.Context, db *store.Store) error {
		return db.AddToken(ctx, &auth.Token{ID: "tok_1"}, &models.Change{ID: "tok_1:1"})
	},
	"RevokeToken": func(ctx context.Context, db *store.Store) error {
		_, err := db.RevokeToken(ctx, &models.Change{ID: "tok_0:2", DocumentID: "tok_0", Revision: 2})
		return err
	},
	"UseToken": func(ctx context.Context, db *store.Store) error { return db.UseToken(ctx, "tok_0", "2026-11-24") },
}

// renamed is the next revision of the condition grief.
func renamed() (*models.Change, models.Document) {
	after := condition("grief")
	after.Name, after.Revision, after.UpdatedAt = "Mourning", 2, after.UpdatedAt.Add(time.Hour)
	change, err := models.NewChange(condition("grief"), after)
	if err != nil {
		panic(err)
	}
	return change, after
}

// A database of a version that this findcare does not know is read, and by no means written: not when it is opened, and
// by no writer.
func TestNothingIsWrittenIntoANewerDatabase(t *testing.T) {
	dir := t.TempDir()
	db := open(t, dir)
	write(t, db, condition("grief"))
	if err := db.AddToken(t.Context(), &auth.Token{ID: "tok_0"}, &models.Change{ID: "tok_0:1"}); err != nil {
		t.Fatal(err)
	}
	inside(t, dir, func(in *mongo.Database) {
		newer := bson.D{{Key: "_id", Value: store.Version + 1}}
		if _, err := in.Collection("versions").InsertOne(t.Context(), newer); err != nil {
			t.Fatal(err)
		}
		// as if the newer findcare had no such collection
		if err := in.Collection("providers").Drop(t.Context()); err != nil {
			t.Fatal(err)
		}
	})
	before := contents(t, dir)
	closeStore(t, db)
	for _, bulk := range []bool{false, true} {
		db, err := store.Open(t.Context(), store.Config{DataDir: dir, Bulk: bulk})
		if err != nil {
			t.Fatal(err)
		}
		for name, writer := range writers {
			err := writer(t.Context(), db)
			if models.ErrorCode(err) != models.CodeReadOnly ||
				!strings.Contains(err.Error(), fmt.Sprintf("version %d", store.Version+1)) {
				t.Errorf("%s, bulk %v: %v", name, bulk, err)
			}
		}
		if directory := load(t, db); len(directory.Conditions) != 1 || directory.Conditions[0].Name != "grief" {
			t.Errorf("loaded %+v", directory.Conditions)
		}
		if after := contents(t, dir); fmt.Sprint(after) != fmt.Sprint(before) {
			t.Errorf("bulk %v: the database has\n%v\nand had\n%v", bulk, after, before)
		}
		closeStore(t, db)
	}
}

// Each writer writes into a database of a version that is known: the test above is not passed by writers that do
// nothing.
func TestEachWriterWrites(t *testing.T) {
	for name, writer := range writers {
		db := open(t, t.TempDir())
		write(t, db, condition("grief"))
		if err := writer(t.Context(), db); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		closeStore(t, db)
	}
}

// A database without a version is that of 0.1.0, or new. Each findcare brings it to the version that it knows, and none
// back.
func TestVersionsAreRaised(t *testing.T) {
	dir := t.TempDir()
	closeStore(t, open(t, dir))
	for _, step := range []struct {
		knows int
		want  string
	}{
		{store.Version, "[2]"},
		{store.Version + 2, "[2 3 4]"},
		{store.Version, "[2 3 4]"},
		{store.Version + 1, "[2 3 4]"},
		{store.Version + 2, "[2 3 4]"},
	} {
		db, err := store.New(t.Context(), store.Config{DataDir: dir})
		if err != nil {
			t.Fatal(err)
		}
		db.Knows(step.knows)
		if err := db.Prepare(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(versionsOf(t, dir)); got != step.want {
			t.Errorf("a findcare of version %d leaves %s, want %s", step.knows, got, step.want)
		}
		err = writers["Write"](t.Context(), db)
		isOld := step.want == "[2 3 4]" && step.knows < 4
		if isOld != (models.ErrorCode(err) == models.CodeReadOnly) {
			t.Errorf("a findcare of version %d: %v", step.knows, err)
		}
		closeStore(t, db)
	}
}

// What was cut off in the digests of 0.1.0 is not known: they are gone.
func TestDigestsOf010AreDropped(t *testing.T) {
	dir := t.TempDir()
	db := open(t, dir)
	if err := db.PutDigests(t.Context(), "nppes", maps.All(store.Digests{1: 2})); err != nil {
		t.Fatal(err)
	}
	inside(t, dir, func(in *mongo.Database) {
		if _, err := in.Collection("versions").DeleteMany(t.Context(), bson.D{}); err != nil {
			t.Fatal(err)
		}
	})
	closeStore(t, db)
	if digests, err := open(t, dir).Digests(t.Context(), "nppes"); len(digests) != 0 || err != nil {
		t.Errorf("%v, %v", digests, err)
	}
}
