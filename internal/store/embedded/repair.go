package embedded

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// The embedded engine creates databases, collections and indexes in several steps (FerretDB 1.24,
// internal/backends/sqlite/metadata), and then lists them in a table. If its process dies in between, every later start
// finds something that is not listed, and fails. So what is not listed is removed before the start. It cannot hold
// documents, because those are written only after it is listed.

// repair removes what an engine has begun to create and not listed.
func (e *Engine) repair(ctx context.Context, database string) (err error) {
	path := filepath.Join(e.files, database+".sqlite")
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	db, err := e.openFiles(database)
	if err != nil {
		return fmt.Errorf("look at the engine's files: %w", err)
	}
	empty, err := repairTables(ctx, db)
	if err = errors.Join(err, db.Close()); err != nil {
		return fmt.Errorf("look at the engine's files: %w", err)
	}
	if empty {
		return os.Remove(path)
	}
	return nil
}

// repairTables repairs all tables, and reports whether there are none.
func repairTables(ctx context.Context, db *sql.DB) (empty bool, err error) {
	names, err := texts(ctx, db, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
	if err != nil || len(names) == 0 {
		return err == nil, err
	}
	if !slices.Contains(names, listTable) {
		return false, errors.New("this is no database of findcare")
	}
	listed := make(map[string]string)
	rows, err := texts(ctx, db, `SELECT table_name || char(10) || settings FROM `+listTable)
	if err != nil {
		return false, err
	}
	for _, row := range rows {
		table, settings, _ := strings.Cut(row, "\n")
		listed[table] = settings
	}
	for _, table := range names {
		if table == listTable {
			continue
		}
		settings, isListed := listed[table]
		if err := repairTable(ctx, db, table, settings, isListed); err != nil {
			return false, err
		}
	}
	return false, nil
}

// listTable is where the engine lists its tables.
const listTable = "_ferretdb_collections"

// repairTable drops a table that is not listed, or only half, and the indexes of others that are not.
func repairTable(ctx context.Context, db *sql.DB, table, settings string, isListed bool) error {
	const begun = "{}"
	if !isListed || settings == begun {
		content, err := texts(ctx, db, fmt.Sprintf(`SELECT 1 FROM %q LIMIT 1`, table))
		if err != nil || len(content) > 0 {
			return err
		}
		if _, err := db.ExecContext(ctx, `DELETE FROM `+listTable+` WHERE table_name = ?`, table); err != nil {
			return err
		}
		_, err = db.ExecContext(ctx, fmt.Sprintf(`DROP TABLE %q`, table))
		return err
	}
	var listed struct {
		Indexes []struct{ Name string }
	}
	if err := json.Unmarshal([]byte(settings), &listed); err != nil {
		return err
	}
	const ofTable = `SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ?`
	indexes, err := texts(ctx, db, ofTable, table)
	if err != nil {
		return err
	}
	for _, index := range indexes {
		name := strings.TrimPrefix(index, table+"_")
		if name == ownIndex || name == deletedIndex || slices.Contains(listed.Indexes, struct{ Name string }{name}) {
			continue
		}
		if _, err := db.ExecContext(ctx, fmt.Sprintf(`DROP INDEX %q`, index)); err != nil {
			return err
		}
	}
	return nil
}

// texts returns the first column of the result of a query.
func texts(ctx context.Context, db *sql.DB, query string, arguments ...any) (found []string, err error) {
	rows, err := db.QueryContext(ctx, query, arguments...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return nil, err
		}
		found = append(found, text)
	}
	return found, rows.Err()
}
