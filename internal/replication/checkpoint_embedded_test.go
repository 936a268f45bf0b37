package replication_test

import (
	"context"
	"database/sql"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	_ "modernc.org/sqlite"

	"findcare/demo"
	"findcare/internal/catalog"
	"findcare/internal/clock/clocktest"
	"findcare/internal/dirformat"
	"findcare/internal/importing"
	"findcare/internal/replication"
	"findcare/internal/replication/checkpoint"
	"findcare/internal/store"
	"findcare/models"
)

var catalogOptions = catalog.Options{Today: func() models.Date { return "2026-11-24" }}

// embeddedRun is a run of a server over the embedded engine in a folder. It begins with the checkpoint, and ends with
// one. It must have what a server has that reads everything.
func embeddedRun(t *testing.T, dir, build string, work func(*store.Store, *catalog.Catalog)) (log string) {
	t.Helper()
	logged, directory := new(lockedBuffer), new(catalog.Catalog)
	logger := slog.New(slog.NewTextHandler(logged, nil))
	db, err := store.New(t.Context(), store.Config{DataDir: dir, Logger: logger})
	if err != nil {
		t.Fatal(err)
	}
	feed := replication.New(db, directory, replication.Options{
		Clock: clocktest.Now, Catalog: catalogOptions, Logger: logger,
		Checkpoint: replication.CheckpointOptions{
			Path: checkpoint.Path(dir, db.Identity()), Database: db.Identity(), Build: build,
		},
	})
	if err := feed.Open(t.Context(), db.Prepare); err != nil || !feed.Serves() {
		t.Fatalf("serves: %v, %v", feed.Serves(), err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	var running sync.WaitGroup
	running.Go(func() { feed.Run(ctx) })
	quarantined := db.Quarantined()
	checkHasAll(t, db, directory)
	if all := db.Quarantined(); all != quarantined {
		t.Errorf("%d documents in quarantine, want %d", quarantined, all)
	}
	if work != nil {
		work(db, directory)
	}
	cancel()
	running.Wait()
	if err := db.Close(context.WithoutCancel(ctx)); err != nil {
		t.Fatal(err)
	}
	return logged.String()
}

// checkHasAll checks that a directory is what is read of the database.
func checkHasAll(t *testing.T, db *store.Store, directory *catalog.Catalog) {
	t.Helper()
	documents, err := db.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := catalog.Build(documents, catalogOptions).Directory()
	got := directory.Current().Directory()
	if got.Version != want.Version || got.ProviderCount != want.ProviderCount || !got.UpdatedAt.Equal(want.UpdatedAt) {
		t.Errorf("%d providers, version %s, want %d, %s", got.ProviderCount, got.Version, want.ProviderCount, want.Version)
	}
}

// importInto imports an invented directory into a folder, as the command does.
func importInto(t *testing.T, dir string, providers int, at time.Time) {
	t.Helper()
	db, err := store.Open(t.Context(), store.Config{DataDir: dir, Bulk: true})
	if err != nil {
		t.Fatal(err)
	}
	content, err := demo.Directory(providers, at)
	if err == nil {
		_, err = importing.Import(t.Context(), db, dirformat.Bytes("demo", content), at, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// tool changes the engine's files, as another tool might.
func tool(t *testing.T, dir, set, where string) {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(dir, "sqlite", "findcare.sqlite"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	var table string
	const ofProviders = `SELECT table_name FROM _ferretdb_collections WHERE name = 'providers'`
	if err := db.QueryRowContext(t.Context(), ofProviders).Scan(&table); err != nil {
		t.Fatal(err)
	}
	statement := strings.ReplaceAll(set, "TABLE", table) + ` WHERE rowid IN (SELECT rowid FROM ` + table + where + `)`
	result, err := db.ExecContext(t.Context(), statement)
	if err != nil {
		t.Fatal(err)
	}
	if n, err := result.RowsAffected(); n == 0 || err != nil {
		t.Fatalf("%s: %d rows, %v", statement, n, err)
	}
}

const (
	renamed = `UPDATE TABLE SET _ferretdb_sjson = replace(_ferretdb_sjson, '"name":"', '"name":"Dr. ')`
	broken  = `UPDATE TABLE SET _ferretdb_sjson = replace(_ferretdb_sjson, '"INDIVIDUAL"', '"ROBOT"')`
	mended  = `UPDATE TABLE SET _ferretdb_sjson = replace(_ferretdb_sjson, '"ROBOT"', '"INDIVIDUAL"')`
	removed = `DELETE FROM TABLE`
	person  = ` WHERE _ferretdb_sjson LIKE '%"INDIVIDUAL"%' LIMIT 2`
)

// copyFiles copies the engine's files from one folder to another.
func copyFiles(t *testing.T, from, to string) {
	t.Helper()
	if err := os.RemoveAll(filepath.Join(to, "sqlite")); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(to, "sqlite"), os.DirFS(filepath.Join(from, "sqlite"))); err != nil {
		t.Fatal(err)
	}
}

// A start goes on from a checkpoint with whatever happened to the database in the meantime, and reads everything where
// the database is another one, or one from before.
func TestCheckpointOfTheEmbeddedEngine(t *testing.T) {
	for name, test := range map[string]struct {
		meanwhile func(t *testing.T, dir, backup string)
		build     string
		resumes   bool
	}{
		"nothing":       {func(*testing.T, string, string) {}, "this", true},
		"another build": {func(*testing.T, string, string) {}, "another", true},
		"an import": {
			func(t *testing.T, dir, _ string) { importInto(t, dir, 90, fillTime.Add(time.Hour)) }, "this", true,
		},
		"a tool that renames":   {func(t *testing.T, dir, _ string) { tool(t, dir, renamed, person) }, "this", true},
		"a tool that removes":   {func(t *testing.T, dir, _ string) { tool(t, dir, removed, person) }, "this", true},
		"a tool that breaks":    {func(t *testing.T, dir, _ string) { tool(t, dir, broken, person) }, "this", true},
		"a tool that mends":     {func(t *testing.T, dir, _ string) { tool(t, dir, mended, "") }, "this", true},
		"a tool, another build": {func(t *testing.T, dir, _ string) { tool(t, dir, mended, "") }, "another", true},
		"a backup":              {func(t *testing.T, dir, backup string) { copyFiles(t, backup, dir) }, "this", false},
		"a backup that went on": {
			func(t *testing.T, dir, backup string) {
				copyFiles(t, backup, dir)
				importInto(t, dir, 200, fillTime.Add(time.Hour))
			}, "this", false,
		},
		"another database": {
			func(t *testing.T, dir, _ string) {
				if err := os.RemoveAll(filepath.Join(dir, "sqlite")); err != nil {
					t.Fatal(err)
				}
				importInto(t, dir, 70, fillTime)
			}, "this", false,
		},
		"too much": {
			func(t *testing.T, dir, _ string) { importInto(t, dir, 1100, fillTime.Add(time.Hour)) }, "this", false,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir, backup := t.TempDir(), t.TempDir()
			importInto(t, dir, 60, fillTime)
			copyFiles(t, dir, backup)
			tool(t, dir, broken, person)
			embeddedRun(t, dir, "this", func(db *store.Store, directory *catalog.Catalog) {
				change(t, db, directory, "Finch")
			})
			test.meanwhile(t, dir, backup)
			log := embeddedRun(t, dir, test.build, func(db *store.Store, directory *catalog.Catalog) {
				change(t, db, directory, "Wren")
			})
			if resumed := strings.Contains(log, "ready from the checkpoint"); resumed != test.resumes {
				t.Errorf("resumed: %v\n%s", resumed, log)
			}
			if log := embeddedRun(t, dir, test.build, nil); !strings.Contains(log, "ready from the checkpoint") {
				t.Errorf("the next start reads everything:\n%s", log)
			}
		})
	}
}

// change renames a provider, as an editor does whose change is written and applied, and another one, whose server ended
// before it was applied.
func change(t *testing.T, db *store.Store, directory *catalog.Catalog, name string) {
	t.Helper()
	changed := 0
	for document := range directory.Current().Documents() {
		provider, ok := document.(*models.Provider)
		if !ok || changed == 2 {
			break
		}
		changed++
		next := *provider
		next.Name, next.Revision, next.UpdatedAt = name, provider.Revision+1, provider.UpdatedAt.Add(time.Second)
		if err := db.Write(t.Context(), models.KindProvider, []models.Document{&next}); err != nil {
			t.Fatal(err)
		}
		if changed == 1 {
			content, err := models.Marshal(&next)
			if err != nil {
				t.Fatal(err)
			}
			next.Digest = models.Digest(content)
			directory.Apply(catalog.Changes{Written: []models.Document{&next}})
		}
	}
}

// A damaged checkpoint is put aside, and everything is read.
func TestDamagedCheckpoint(t *testing.T) {
	dir := t.TempDir()
	importInto(t, dir, 20, fillTime)
	embeddedRun(t, dir, "this", nil)
	path := checkpoint.Path(dir, "embedded")
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	content[len(content)/2]++
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	if log := embeddedRun(t, dir, "this", nil); !strings.Contains(log, "put aside") {
		t.Errorf("the log says\n%s", log)
	}
	if _, err := os.Stat(filepath.Join(dir, "embedded.damaged")); err != nil {
		t.Error(err)
	}
}
