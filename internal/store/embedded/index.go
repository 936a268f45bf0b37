package embedded

import (
	"context"
	"fmt"

	_ "modernc.org/sqlite" // the driver that the engine uses, too
)

// ownIndex is the index of ids that findcare makes in the engine's files.
const ownIndex = "findcare_unique_id"

// IndexIDs lets the embedded engine find a document by its id. The engine has an index of ids, but on another spelling
// of the same expression than it asks for (FerretDB 1.24, internal/backends/sqlite/metadata), so that SQLite reads
// every document. An index on the expression that is asked for takes its place. SQLite keeps it current like any other.
func (e *Engine) IndexIDs(ctx context.Context, database string) error {
	if !e.known {
		return nil
	}
	db, err := e.openFiles(database)
	if err != nil {
		return fmt.Errorf("index the ids: %w", err)
	}
	defer func() { _ = db.Close() }()
	tables, err := tablesOf(ctx, db)
	if err != nil {
		return fmt.Errorf("index the ids: %w", err)
	}
	for _, table := range tables {
		for _, statement := range []string{
			fmt.Sprintf(`CREATE UNIQUE INDEX IF NOT EXISTS %q ON %q (_ferretdb_sjson->'$._id')`, table+"_"+ownIndex, table),
			fmt.Sprintf(`DROP INDEX IF EXISTS %q`, table+"_findcare_id"), // of versions before
			fmt.Sprintf(`DROP INDEX IF EXISTS %q`, table+"__id_"),        // the engine's own
		} {
			if _, err := db.ExecContext(ctx, statement); err != nil {
				return fmt.Errorf("index the ids: %w", err)
			}
		}
	}
	return nil
}
