// Findcare is a GraphQL API server for a directory of mental-health care.
package main

import (
	"time"

	"findcare/internal/cli"
)

//go:generate go run ./tools/compiledreads/generate
//go:generate go run ./tools/forms/generate

func main() { cli.Main(time.Now) }
