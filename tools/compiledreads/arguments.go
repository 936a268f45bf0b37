package compiledreads

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
)

var argumentsRead = regexp.MustCompile(`ec\.(field_\w+_args)\(ctx, field\.ArgumentMap\(ec\.Variables\)\)`)

// CoerceArguments has the code that gqlgen generated take the arguments of fields from package execution, where they
// are coerced. gqlgen itself takes them from the document as they stand there: it turns null where null must not be
// into zero, and leaves it to each type what else it accepts. There is no setting for it, so the generated file is
// changed.
func CoerceArguments(filename string) error {
	code, err := os.ReadFile(filename)
	if err != nil {
		return err
	}
	code = argumentsRead.ReplaceAll(code, []byte("ec.arguments(ctx, field, ec.$1)"))
	if bytes.Contains(code, []byte(".ArgumentMap(")) {
		return fmt.Errorf("%s takes arguments in a way that is not known", filename)
	}
	return os.WriteFile(filename, code, 0o644)
}
