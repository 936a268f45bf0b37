package backup

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"time"

	"findcare/internal/store"
	"findcare/models"
)

// Format is the newest version of the format that this findcare knows.
const Format = 1

// Header is what a backup says of itself at its start.
type Header struct {
	Format   int       `json:"format"`
	Findcare string    `json:"findcare"` // the build that made it
	Database int       `json:"database"` // the version of the database
	At       time.Time `json:"at"`
	Tokens   bool      `json:"tokens"` // whether it has the hashed tokens
}

// Manifest is what a backup has, at its end.
type Manifest struct {
	// Version is that of the directory, as directory.version of the API told it on the Day.
	Version string      `json:"version"`
	Day     models.Date `json:"day"`
	// Database is the version of the database.
	Database    int                   `json:"database"`
	Collections map[string]Collection `json:"collections"`
}

// Collection is what a backup has of one collection.
type Collection struct {
	Documents int    `json:"documents"`
	SHA256    string `json:"sha256"` // of the lines
}

// String lists what there is, such as "600 providers".
func (m Manifest) String() string {
	var parts []string
	for _, name := range store.Backed() {
		if c, has := m.Collections[name]; has {
			parts = append(parts, fmt.Sprintf("%d %s", c.Documents, name))
		}
	}
	return strings.Join(parts, ", ")
}

// Contents is what was read of a backup.
type Contents struct {
	Header   Header
	Manifest Manifest
	// Shown is the version that this findcare gives the directory. It is that of the manifest, unless a findcare with
	// other rules has made the backup.
	Shown string
}

// maxLine is the maximum size of a line. No document that a database can hold comes near to it.
const maxLine = 64 << 20

// The members of the first line and of the last.
const (
	headerMember   = "backup"
	manifestMember = "manifest"
)

// The frame at the end: its magic number, which is one of those that zstd skips, the length of the sum, and the sum.
const (
	frameMagic  = 0x184D2A5E
	frameLength = 8 + sha256.Size
)

// frameStart is what precedes the sum.
func frameStart() []byte {
	return binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(nil, frameMagic), sha256.Size)
}

// What may be wrong with a file.
var (
	// ErrNoBackup is that a file was never a backup.
	ErrNoBackup = errors.New("this is no backup of findcare")
	// ErrIncomplete is that the end is missing, or more follows.
	ErrIncomplete = errors.New("the end of the backup is missing: the file is cut off or damaged there")
	// ErrLongLine is that a line is longer than any document.
	ErrLongLine = fmt.Errorf("is longer than %d MB: this is no document", maxLine>>20)
	// ErrDamaged is that something was changed.
	ErrDamaged = errors.New("the backup is damaged: its checksum is another one")
)
