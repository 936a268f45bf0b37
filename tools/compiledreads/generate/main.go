// Command generate generates graph/generated from the schema, as gqlgen.yml says: gqlgen's own code, and the encoders
// of compiled reads. It imports neither, so it also runs while they do not compile.
package main

import (
	"fmt"
	"os"

	"github.com/99designs/gqlgen/api"
	"github.com/99designs/gqlgen/codegen/config"

	"findcare/tools/compiledreads"
)

func main() {
	if err := generate(); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func generate() error {
	settings, err := config.LoadConfigFromDefaultLocations()
	if err != nil {
		return err
	}
	if err := api.Generate(settings, api.AddPlugin(compiledreads.Plugin{})); err != nil {
		return err
	}
	return compiledreads.CoerceArguments(settings.Exec.Filename)
}
