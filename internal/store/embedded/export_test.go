package embedded

import (
	"database/sql"
	"path/filepath"
)

// Exported for tests.
const (
	OwnIndex  = ownIndex
	ListTable = listTable
)

var (
	AppendStored   = appendStored
	AppendDocument = appendDocument
	IsKnown        = isKnown
	TablesOf       = tablesOf
)

// OpenFiles opens the files of an engine with its folder in dir.
func OpenFiles(dir, database string) (*sql.DB, error) {
	return (&Engine{files: filepath.Join(dir, "sqlite")}).openFiles(database)
}

// Forget makes an engine one of an unknown version.
func (e *Engine) Forget() { e.known = false }
