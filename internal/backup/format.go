package backup

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"time"
)

// Format is the newest version of the format that this findcare knows.
const Format = 1

// Header is what a backup says of itself.
type Header struct {
	Format   int       `json:"format"`
	Findcare string    `json:"findcare"` // the build that made it
	Database int       `json:"database"` // the version of the database
	At       time.Time `json:"at"`
	Tokens   bool      `json:"tokens"` // whether it has the hashed tokens
}

// Manifest is what a backup has, by collection.
type Manifest map[string]Collection

// Collection is what a backup has of one collection.
type Collection struct {
	Documents int    `json:"documents"`
	SHA256    string `json:"sha256"` // of the lines
}

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
	// ErrDamaged is that something was changed.
	ErrDamaged = errors.New("the backup is damaged: its checksum is another one")
)
