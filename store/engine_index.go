package store

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"path/filepath"

	_ "modernc.org/sqlite" // the driver that the engine uses, too
)

// indexIDs lets the embedded engine find a document by its id. The engine has an index of ids, but on another spelling of the
// same expression than it asks for (FerretDB 1.24, internal/backends/sqlite/metadata), so that SQLite reads every document.
// An index on the expression that is asked for mends that. SQLite keeps it current like any other.
func (e *engine) indexIDs(ctx context.Context, database string) (err error) {
	address := url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.Join(e.files, database+".sqlite")}).EscapedPath(), RawQuery: "_pragma=busy_timeout(10000)"}
	db, err := sql.Open("sqlite", address.String())
	if err != nil {
		return fmt.Errorf("index the ids: %w", err)
	}
	defer func() { _ = db.Close() }()
	rows, err := db.QueryContext(ctx, `SELECT table_name FROM _ferretdb_collections`)
	if err != nil {
		return fmt.Errorf("index the ids: %w", err)
	}
	defer func() { _ = rows.Close() }()
	var tables []string
	for rows.Next() {
		var table string
		if err := rows.Scan(&table); err != nil {
			return fmt.Errorf("index the ids: %w", err)
		}
		tables = append(tables, table)
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("index the ids: %w", err)
	}
	for _, table := range tables {
		statement := fmt.Sprintf(`CREATE INDEX IF NOT EXISTS %q ON %q (_ferretdb_sjson->'$._id')`, table+"_findcare_id", table)
		if _, err := db.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("index the ids: %w", err)
		}
	}
	return nil
}
