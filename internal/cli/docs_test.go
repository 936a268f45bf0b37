package cli

import (
	"bytes"
	"flag"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
)

var update = flag.Bool("update", false, "write docs/cli.md")

// TestDocs checks that docs/cli.md holds the help of each command as it is printed.
func TestDocs(t *testing.T) {
	t.Setenv("COLUMNS", "80")
	const path, marker = "../../docs/cli.md", "-update -->\n"
	content := readFile(t, path)
	head, _, found := strings.Cut(content, marker)
	if !found {
		t.Fatalf("%s: no line ends with %q", path, marker)
	}
	want := head + marker + helpSection(t, "findcare")
	parser, err := NewParser()
	if err != nil {
		t.Fatal(err)
	}
	for _, command := range parser.Model.Leaves(true) {
		want += helpSection(t, command.FullPath())
	}
	if *update {
		writeFile(t, path, want)
	} else if content != want {
		t.Errorf("%s is not current: go test ./internal/cli -run TestDocs -update", path)
	}
}

// helpSection returns the help of a command as an indented block below its name.
func helpSection(t *testing.T, command string) string {
	t.Helper()
	var out bytes.Buffer
	parser, err := newParser(new(commands), kong.Writers(&out, &out), kong.Exit(func(int) {}))
	if err != nil {
		t.Fatal(err)
	}
	// What it returns does not matter: the process would have ended after the help.
	_, _ = parser.Parse(append(strings.Fields(command)[1:], "--help"))
	section := "\n## " + command + "\n\n"
	for line := range strings.Lines(out.String()) {
		if strings.TrimSpace(line) != "" {
			line = "    " + line
		}
		section += line
	}
	return section
}

// TestFlagsHaveHelp checks that every flag that is not deprecated has a text, and every flag of serve a variable and a
// heading.
func TestFlagsHaveHelp(t *testing.T) {
	parser, err := NewParser()
	if err != nil {
		t.Fatal(err)
	}
	for _, command := range append(parser.Model.Leaves(false), parser.Model.Node) {
		for _, flag := range command.Flags {
			if flag.Help == "" && !flag.Hidden {
				t.Errorf("%s: no text for --%s", command.FullPath(), flag.Name)
			}
			if command.Name == "serve" && (len(flag.Envs) == 0 || flag.Group == nil && !flag.Hidden) {
				t.Errorf("--%s: variables %q, group %v", flag.Name, flag.Envs, flag.Group)
			}
		}
	}
}
