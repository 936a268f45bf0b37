package importing_test

import (
	"context"
	"net/url"
	"path/filepath"
	"testing"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"findcare/internal/importing"
	"findcare/internal/store"
)

// An import of a registry keeps members that another release has written and this one does not know, even if the
// provider is withdrawn and restored.
func TestRecordsKeepUnknownMembers(t *testing.T) {
	for _, bulk := range []bool{false, true} {
		dir := t.TempDir()
		db, err := store.Open(t.Context(), store.Config{DataDir: dir, Bulk: bulk})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = db.Close(context.WithoutCancel(t.Context())) })
		client, err := mongo.Connect(
			options.Client().ApplyURI("mongodb://" + url.QueryEscape(filepath.Join(dir, "engine.sock")) + "/"),
		)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = client.Disconnect(context.WithoutCancel(t.Context())) })
		records(t, db, nppesCSV(t, juniper(nil)), importing.RecordsOptions{})
		id := bson.D{{Key: "_id", Value: provider(t, db, "1000000004").ID}}
		providers := client.Database("findcare").Collection("providers")
		unknown := bson.D{
			{
				Key: "$set",
				Value: bson.D{
					{Key: "another", Value: "member"},
					{Key: "npiRecord.another", Value: "member"},
					{Key: "imported.0.another", Value: "member"},
				},
			},
		}
		if _, err := providers.UpdateOne(t.Context(), id, unknown); err != nil {
			t.Fatal(err)
		}
		for _, file := range []string{
			nppesCSV(t, juniper(cells{practice + "City Name": "LANSING"})),
			nppesCSV(t, cells{"NPI": "1000000004", "NPI Deactivation Date": "11/02/2026"}),
			nppesCSV(t, juniper(cells{practice + "City Name": "FLINT"})),
		} {
			if report := records(
				t, db, file, importing.RecordsOptions{},
			); report.Changed+report.Withdrawn+report.Restored != 1 {
				t.Errorf("%+v", report)
			}
		}
		stored, err := providers.FindOne(t.Context(), id).Raw()
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range [][]string{{"another"}, {"npiRecord", "another"}, {"imported", "0", "another"}} {
			if got, _ := stored.Lookup(path...).StringValueOK(); got != "member" {
				t.Errorf("bulk %v: there is no %v: %s", bulk, path, stored)
			}
		}
		if p := provider(t, db, "1000000004"); p.Locations[0].City != "Flint" || p.Revision != 4 {
			t.Errorf("%+v", p)
		}
	}
}
