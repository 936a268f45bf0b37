package checkpoint

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"findcare/internal/clock"
	"findcare/internal/store"
)

// Header is what a checkpoint says of itself.
type Header struct {
	// Database identifies the database, and Build the program that has written the file.
	Database, Build string
	// At is when the database was last known to be as the documents say.
	At       time.Time
	Position Position
	// Quarantined are the documents that break a rule of that build, which are not among those of the file, with the
	// digests of their contents.
	Quarantined map[string]uint64 `json:",omitempty"`
}

// Position is a place in a feed of changes: all before it is in the documents.
type Position struct {
	// Token is the resume token of a change stream; Since is the time from which polls go on.
	Token []byte    `json:",omitempty"`
	Since time.Time `json:",omitzero"`
	// Entry is an entry of the embedded engine's log of changes, and Last the last one when the documents were taken.
	Entry store.LogEntry `json:",omitzero"`
	Last  store.LogEntry `json:",omitzero"`
	// Mark is in any other database unless it is one from before.
	Mark string `json:",omitempty"`
	// Reconciled is when the ids and revisions of all documents were last compared.
	Reconciled time.Time `json:",omitzero"`
}

// ErrDamaged is the error of a file that is not as it was written, or that is no checkpoint of this format.
var ErrDamaged = errors.New("damaged")

func damaged(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrDamaged, fmt.Sprintf(format, args...))
}

// PutAside renames a file that cannot be used, so that somebody may look at it. It takes the place of the one before.
func PutAside(path string) (to string, err error) {
	to = strings.TrimSuffix(path, extension) + ".damaged"
	return to, os.Rename(path, to)
}

const (
	extension = ".checkpoint"
	temporary = ".tmp"
)

// Path returns the path of the checkpoint of a database, which is given by a name for files.
func Path(dir, database string) string { return filepath.Join(dir, database+extension) }

// CleanUp removes what writers have left that died.
func CleanUp(path string, now clock.Clock) error {
	const old = time.Hour // another process may be writing
	left, err := filepath.Glob(path + ".*" + temporary)
	for _, name := range left {
		info, statErr := os.Stat(name)
		if statErr == nil && now.Since(info.ModTime()) > old {
			err = errors.Join(err, os.Remove(name))
		}
	}
	return err
}
