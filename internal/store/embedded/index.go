package embedded

import (
	"context"
	"fmt"

	_ "modernc.org/sqlite" // the driver that the engine uses, too
)

// The names of the indexes that findcare creates in the engine's files: of ids, and of deleted documents.
const (
	ownIndex     = "findcare_unique_id"
	deletedIndex = "findcare_deleted"
)

// IndexIDs lets the embedded engine find a document by its id. The engine's own index of ids spells the expression
// differently from the engine's queries (FerretDB 1.24, internal/backends/sqlite/metadata), so that SQLite reads every
// document. It is replaced by an index on the expression that is queried.
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
	const create = `CREATE UNIQUE INDEX IF NOT EXISTS %q ON %q (_ferretdb_sjson->'$._id')`
	for _, table := range tables {
		for _, statement := range []string{
			fmt.Sprintf(create, table+"_"+ownIndex, table),
			fmt.Sprintf(`DROP INDEX IF EXISTS %q`, table+"_findcare_id"), // of earlier versions
			fmt.Sprintf(`DROP INDEX IF EXISTS %q`, table+"__id_"),        // the engine's own
		} {
			if _, err := db.ExecContext(ctx, statement); err != nil {
				return fmt.Errorf("index the ids: %w", err)
			}
		}
	}
	return nil
}
