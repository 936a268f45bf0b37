// Command generate writes the forms of the desk, from the schema and the rules of models.
package main

import (
	"fmt"
	"os"

	"findcare/tools/forms"
)

func main() {
	if err := generate(); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func generate() error {
	schema, err := forms.Load(".")
	if err != nil {
		return err
	}
	made, err := forms.Make(schema)
	if err != nil {
		return err
	}
	module, err := forms.TypeScript(made)
	if err != nil {
		return err
	}
	return os.WriteFile("web/desk/generated/forms.ts", module, 0o644)
}
