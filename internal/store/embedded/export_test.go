package embedded

import (
	"database/sql"
	"path/filepath"
)

// What tests look at.
const (
	OwnIndex  = ownIndex
	ListTable = listTable
)

var (
	AppendStored = appendStored
	IsKnown      = isKnown
	TablesOf     = tablesOf
)

// OpenFiles opens the files of an engine that has its folder in dir.
func OpenFiles(dir, database string) (*sql.DB, error) {
	return (&Engine{files: filepath.Join(dir, "sqlite")}).openFiles(database)
}

// Forget makes an engine one of a version that is not known.
func (e *Engine) Forget() { e.known = false }
