package embedded_test

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"findcare/internal/store"
	"findcare/internal/store/embedded"
	"findcare/models"
)

func execute(t *testing.T, db *sql.DB, statement string, arguments ...any) {
	t.Helper()
	if _, err := db.ExecContext(t.Context(), statement, arguments...); err != nil {
		t.Fatal(err)
	}
}

// unlist removes an index from the engine's list.
func unlist(t *testing.T, db *sql.DB, table, index string) {
	t.Helper()
	const ofTable = `SELECT settings FROM ` + embedded.ListTable + ` WHERE table_name = ?`
	var settings string
	if err := db.QueryRowContext(t.Context(), ofTable, table).Scan(&settings); err != nil {
		t.Fatal(err)
	}
	var listed map[string]any
	if err := json.Unmarshal([]byte(settings), &listed); err != nil {
		t.Fatal(err)
	}
	isIndex := func(one any) bool { return one.(map[string]any)["name"] == index }
	listed["indexes"] = slices.DeleteFunc(listed["indexes"].([]any), isIndex)
	shorter, err := json.Marshal(listed)
	if err != nil || len(shorter) >= len(settings) {
		t.Fatalf("%v: %s does not list %s", err, settings, index)
	}
	execute(t, db, `UPDATE `+embedded.ListTable+` SET settings = ? WHERE table_name = ?`, string(shorter), table)
}

// The engine's process may die at any step of creating databases, collections and indexes. The next start goes on from
// there, and what was written is there.
func TestTheEngineIsCutOff(t *testing.T) {
	for name, damage := range map[string]func(t *testing.T, db *sql.DB, tables map[string]string){
		"after a table": func(t *testing.T, db *sql.DB, tables map[string]string) {
			execute(t, db, `DELETE FROM `+embedded.ListTable+` WHERE table_name = ?`, tables["articles"])
		},
		"after a table is listed": func(t *testing.T, db *sql.DB, tables map[string]string) {
			execute(t, db, `UPDATE `+embedded.ListTable+` SET settings = '{}' WHERE table_name = ?`, tables["articles"])
		},
		"after an index of a table without documents": func(t *testing.T, db *sql.DB, tables map[string]string) {
			unlist(t, db, tables["articles"], "slug")
		},
		"after an index of one with documents": func(t *testing.T, db *sql.DB, tables map[string]string) {
			unlist(t, db, tables["conditions"], "slug")
		},
		"after an index of ids": func(t *testing.T, db *sql.DB, tables map[string]string) {
			execute(t, db, fmt.Sprintf(`DROP INDEX %q`, tables["conditions"]+"_"+embedded.OwnIndex))
		},
	} {
		t.Run(name, func(t *testing.T) { checkDamage(t, damage) })
	}
	t.Run("after an empty file", func(t *testing.T) {
		dir := t.TempDir()
		if err := os.MkdirAll(filepath.Join(dir, "sqlite"), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "sqlite", "findcare.sqlite"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		checkWhole(t, dir, 0)
	})
}

// checkDamage damages the files of an engine with one condition, and wants it to be repaired.
func checkDamage(t *testing.T, damage func(t *testing.T, db *sql.DB, tables map[string]string)) {
	dir := t.TempDir()
	s := openIn(t, dir)
	grief := &models.Condition{
		Header: models.Header{ID: models.IDOfSlug(models.KindCondition, "grief"), Slug: "grief", Revision: 1},
		Name:   "Grief",
	}
	if err := s.Write(t.Context(), models.KindCondition, []models.Document{grief}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	db, err := embedded.OpenFiles(dir, "findcare")
	if err != nil {
		t.Fatal(err)
	}
	tables, err := embedded.TablesOf(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	damage(t, db, tables)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	checkWhole(t, dir, 1)
}

func openIn(t *testing.T, dir string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), store.Config{DataDir: dir})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// checkWhole wants a folder to be opened, to have some conditions, and to keep slugs and ids apart.
func checkWhole(t *testing.T, dir string, conditions int) {
	t.Helper()
	for range 2 {
		s := openIn(t, dir)
		directory, err := s.Load(t.Context())
		if err != nil || len(directory.Conditions) != conditions {
			t.Errorf("%d conditions, %v, want %d", len(directory.Conditions), err, conditions)
		}
		for _, slug := range []string{"one", "two"} {
			article := &models.Article{
				Header: models.Header{ID: models.IDOfSlug(models.KindArticle, slug), Slug: "same", Revision: 1},
			}
			err := s.Write(t.Context(), models.KindArticle, []models.Document{article})
			if slug == "two" && err == nil {
				t.Error("two articles have one slug")
			}
		}
		if err := s.Close(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
}
