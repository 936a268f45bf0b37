// Package demo makes the demo directory: invented providers, and articles to try the server with.
package demo

import (
	"bytes"
	"embed"
)

// Providers is how many providers the demo directory has.
const Providers = 600

//go:embed data
var data embed.FS

// Directory returns a directory with so many invented providers, in the directory format (NDJSON). The same number
// always gives the same bytes.
func Directory(providers int) []byte {
	var b bytes.Buffer
	return b.Bytes()
}
