package compiledreads_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// root is where the module is.
const root = "../.."

// The generated code follows the schema: fields are added to a copy of the project, and after generating they are
// answered, and answered as gqlgen answers them.
func TestGenerate(t *testing.T) {
	if testing.Short() {
		t.Skip("generates and compiles a copy of the project")
	}
	dir := copyProject(t)
	appendTo(t, dir, "schema.graphqls", read(t, "testdata/bindings.graphqls"))
	appendTo(
		t,
		dir,
		"gqlgen.yml",
		"  Span:\n    model: github.com/99designs/gqlgen/graphql.Duration\n  Hue:\n    model: "+
			"findcare/internal/catalog.Hue\n",
	)
	write(t, filepath.Join(dir, "internal/catalog/bindings.go"), read(t, "testdata/bindings.go.txt"))
	write(t, filepath.Join(dir, "internal/execution/bindings_test.go"), read(t, "testdata/bindings_test.go.txt"))
	// What was generated before need not even be Go.
	write(t, filepath.Join(dir, "graph/generated/compiled.go"), "package generated\n\nfunc broken( {")

	if output, err := run(dir, "run", "./tools/compiledreads/generate"); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	output, err := run(dir, "test", "./internal/execution", "-run", "TestAddedField|TestBindings|TestExecutorsAgree",
		"-rapid.checks=300", "-rapid.shrinktime=5s")
	if err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	const want = `{"data":{"directory":{"revisions":[0,0],"bindings":{"wide":-9223372036854775808,`
	if got := read(t, filepath.Join(dir, "internal/execution/answer.json")); !strings.HasPrefix(got, want) {
		t.Errorf("got %s, want %s…", got, want)
	}
}

// A binding that the plugin has no code for stops the generating, and the message says where it is.
func TestUnknownBinding(t *testing.T) {
	if testing.Short() {
		t.Skip("generates the code of a copy of the project")
	}
	dir := copyProject(t)
	schemaBefore, settingsBefore := read(t, filepath.Join(dir, "schema.graphqls")), read(
		t,
		filepath.Join(dir, "gqlgen.yml"),
	)
	write(
		t,
		filepath.Join(dir, "internal/catalog/odd.go"),
		"package catalog\n\nfunc (d Directory) Odd() map[string]any { return nil }\n\nfunc (d Directory) Even(name "+
			"*string) *string { return name }\n",
	)
	for _, test := range []struct{ name, schema, settings, want string }{
		{
			"a map", "extend type Directory { odd: Odd }\ntype Odd { name: String }\n",
			"  Odd:\n    model: map[string]interface{}\n", "Directory.odd: the binding of Odd to map[string]",
		},
		{
			"a directive of an argument",
			"directive @loud on ARGUMENT_DEFINITION\nextend type Directory { even(name: String @loud): String }\n", "",
			"Directory.even: argument name: directives that run in the executor are not known",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			write(t, filepath.Join(dir, "schema.graphqls"), schemaBefore+test.schema)
			write(t, filepath.Join(dir, "gqlgen.yml"), settingsBefore+test.settings)
			output, err := run(dir, "run", "./tools/compiledreads/generate")
			if err == nil || !strings.Contains(output, test.want) {
				t.Errorf("got %v:\n%s\nwant %s", err, output, test.want)
			}
		})
	}
}

// copyProject copies the module.
func copyProject(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(root, path)
		switch {
		case err != nil:
			return err
		case relative == ".git" && !entry.IsDir(): // of a worktree
			return nil
		// data is of a server that runs here
		case relative == ".git" || relative == "data" || entry.Name() == "node_modules":
			return filepath.SkipDir
		case entry.IsDir():
			return os.MkdirAll(filepath.Join(dir, relative), 0o755)
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(dir, relative), content, 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
	// The tests compile what they need of it.
	settings := filepath.Join(dir, "gqlgen.yml")
	write(t, settings, "skip_validation: true\n"+read(t, settings))
	return dir
}

func run(dir string, arguments ...string) (output string, err error) {
	command := exec.Command("go", arguments...)
	command.Dir = dir
	command.Env = append(os.Environ(), "GOFLAGS=-trimpath") // what is compiled is then the same in each copy
	content, err := command.CombinedOutput()
	return string(content), err
}

func read(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func appendTo(t *testing.T, dir, name, content string) {
	t.Helper()
	path := filepath.Join(dir, name)
	write(t, path, read(t, path)+content)
}
