package e2e

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"findcare/internal/cli"

	"github.com/alecthomas/kong"
)

func commandLine(t *testing.T) *kong.Kong {
	t.Helper()
	parser, err := cli.NewParser()
	if err != nil {
		t.Fatal(err)
	}
	return parser
}

// mustParse wants a command line that findcare understands.
func mustParse(t *testing.T, args []string) {
	t.Helper()
	if _, err := commandLine(t).Parse(args); err != nil {
		t.Errorf("findcare %s: %v", strings.Join(args, " "), err)
	}
}

// commandsBelow returns the commands below one, and those below these.
func commandsBelow(node *kong.Node) (commands []*kong.Node) {
	for _, command := range node.Children {
		commands = append(append(commands, command), commandsBelow(command)...)
	}
	return commands
}

// flagNames returns all that documents may call a flag, and the variables that the program reads.
func flagNames(t *testing.T) (flags, variables []string) {
	t.Helper()
	model := commandLine(t).Model
	all := slices.Clone(model.Flags) // --help is among them
	for _, command := range commandsBelow(model.Node) {
		all = append(all, command.Flags...)
	}
	for _, flag := range all {
		if flag.Hidden { // it is deprecated, and no document should name it
			continue
		}
		flags = append(flags, "--"+flag.Name)
		variables = append(variables, flag.Envs...)
		if flag.Tag.Negatable != "" {
			flags = append(flags, "--no-"+flag.Name)
		}
	}
	return flags, variables
}

var (
	flagInProse     = regexp.MustCompile(`--[a-z][a-z-]*`)
	variableInProse = regexp.MustCompile(`\b(FINDCARE_[A-Z_]+|MONGODB_[A-Z_]+)\b`)
	linkInProse     = regexp.MustCompile(`\]\(([^):#]+)(#[^)]*)?\)`)
)

// TestDocsNameWhatThereIs checks flags, variables and links outside of blocks.
func TestDocsNameWhatThereIs(t *testing.T) {
	t.Parallel()
	flags, variables := flagNames(t)
	for _, file := range documents(t) {
		prose := fence.ReplaceAllString(readFile(t, file), "")
		for _, flag := range flagInProse.FindAllString(prose, -1) {
			if !slices.Contains(flags, flag) {
				t.Errorf("%s: there is no flag %s", file, flag)
			}
		}
		for _, variable := range variableInProse.FindAllString(prose, -1) {
			if !slices.Contains(variables, variable) {
				t.Errorf("%s: findcare does not read %s", file, variable)
			}
		}
		for _, link := range linkInProse.FindAllStringSubmatch(prose, -1) {
			if _, err := fs.Stat(os.DirFS("."), filepath.Join(filepath.Dir(file), link[1])); err != nil {
				t.Errorf("%s: %v", file, err)
			}
		}
	}
}
