package server

import (
	"crypto/rand"
	"encoding/hex"
	"io"
	"os"

	"github.com/cespare/xxhash/v2"
)

// programID identifies this program by a hash of its file: builds of a changed tree have the same version. Where the
// file cannot be read, it is another one each time.
func programID() string {
	sum := xxhash.New()
	path, err := os.Executable()
	if err != nil {
		return rand.Text()
	}
	file, err := os.Open(path)
	if err != nil {
		return rand.Text()
	}
	defer func() { _ = file.Close() }()
	if _, err := io.Copy(sum, file); err != nil {
		return rand.Text()
	}
	return hex.EncodeToString(sum.Sum(nil))
}
