package importing_test

import (
	"context"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"findcare/internal/dirformat"
	"findcare/internal/importing"
	"findcare/internal/importing/importingtest"
	"findcare/internal/registry"
	"findcare/internal/store"
)

// If the process died while it stored the digests, a record that is not among them is not taken for one that the
// directory never had: it is withdrawn like any other.
func TestImportAfterInterruptedDigests(t *testing.T) {
	dir := t.TempDir()
	db, err := store.Open(t.Context(), store.Config{DataDir: dir})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close(context.Background()) }()
	records(t, db, nppesCSV(t, juniper(nil), juniper(cells{"NPI": "1000000012"})), importing.RecordsOptions{})
	client, err := mongo.Connect(
		options.Client().ApplyURI("mongodb://" + url.QueryEscape(filepath.Join(dir, "engine.sock")) + "/"),
	)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = client.Disconnect(context.Background()) }()
	digests := client.Database("findcare").Collection("digests")
	var chunk struct {
		ID     string `bson:"_id"`
		Source string `bson:"source"`
		Pairs  []byte `bson:"pairs"`
	}
	if err := digests.FindOne(t.Context(), bson.D{}).Decode(&chunk); err != nil {
		t.Fatal(err)
	}
	const pair = 16
	for _, first := range []int{0, pair} { // which of the two was written is up to chance
		if _, err := digests.DeleteMany(t.Context(), bson.D{}); err != nil {
			t.Fatal(err)
		}
		half := chunk
		half.Pairs = chunk.Pairs[first : first+pair]
		if _, err := digests.InsertOne(t.Context(), half); err != nil {
			t.Fatal(err)
		}
		gone := "1000000004"
		if first == pair {
			gone = "1000000012"
		}
		report := records(
			t, db, nppesCSV(t, cells{"NPI": gone, "NPI Deactivation Date": "11/02/2026"}), importing.RecordsOptions{},
		)
		if report.Withdrawn != 1 || provider(t, db, gone) != nil {
			t.Errorf("%s is not withdrawn: %+v", gone, report)
		}
	}
}

// An import is recorded as unfinished until it completes, even if another attempt completes it.
func TestInterruptedImportIsUnfinished(t *testing.T) {
	for name, test := range map[string]struct {
		mark  string
		again func(ctx context.Context, db *store.Store) error
	}{
		"a directory": {"import of file", func(ctx context.Context, db *store.Store) error {
			_, err := importing.Import(
				ctx, db,
				dirformat.Bytes("folder/file", []byte(importingtest.GoodCredential+"\n"+importingtest.GoodCondition)),
				now, nil,
			)
			return err
		}},
		"a registry": {"import of nppes", func(ctx context.Context, db *store.Store) error {
			_, err := importing.ImportRecords(
				ctx, db, registry.Stream("file", strings.NewReader(nppesCSV(t, juniper(nil)))),
				importing.RecordsOptions{Now: now},
			)
			return err
		}},
	} {
		db := importingtest.OpenStore(t)
		if err := db.MarkBegun(t.Context(), test.mark); err != nil { // as an import does that dies
			t.Fatal(err)
		}
		if unfinished, err := db.Unfinished(t.Context()); err != nil || !slices.Equal(unfinished, []string{test.mark}) {
			t.Errorf("%s: %v, %v", name, unfinished, err)
		}
		for range 2 { // the second time, there is nothing to write
			if err := test.again(t.Context(), db); err != nil {
				t.Fatal(err)
			}
			if unfinished, err := db.Unfinished(t.Context()); err != nil || len(unfinished) > 0 {
				t.Errorf("%s: after the import, %v is not finished, %v", name, unfinished, err)
			}
		}
	}
}
