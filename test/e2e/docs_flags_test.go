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

// flagRow is a flag in the README's table, up to its meaning.
type flagRow struct{ flag, environment, standard, commands string }

// flagRows returns the flags that the program has.
func flagRows(t *testing.T) (rows []flagRow) {
	t.Helper()
	add := func(command string, flag *kong.Flag) {
		row := flagRow{code("--" + flag.Name), code(strings.Join(flag.Envs, ", ")), code(flag.Default), command}
		if flag.Short != 0 {
			row.flag += ", " + code("-"+string(flag.Short))
		}
		for i, known := range rows {
			// the same name may mean another thing elsewhere
			if known.flag == row.flag && known.standard == row.standard {
				rows[i].commands += ", " + command
				return
			}
		}
		rows = append(rows, row)
	}
	model := commandLine(t).Model
	for _, flag := range model.Flags {
		if flag.Name != "help" {
			add("all", flag)
		}
	}
	for _, command := range commandsBelow(model.Node) {
		for _, flag := range command.Flags {
			add(strings.TrimPrefix(command.FullPath(), "findcare "), flag)
		}
	}
	return rows
}

// commandsBelow returns the commands below one, and those below these.
func commandsBelow(node *kong.Node) (commands []*kong.Node) {
	for _, command := range node.Children {
		commands = append(append(commands, command), commandsBelow(command)...)
	}
	return commands
}

func code(text string) string {
	if text == "" {
		return ""
	}
	return "`" + text + "`"
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
		flags = append(flags, "--"+flag.Name)
		variables = append(variables, flag.Envs...)
		if flag.Tag.Negatable != "" {
			flags = append(flags, "--no-"+flag.Name)
		}
	}
	return flags, variables
}

func TestReadmeTellsAllFlags(t *testing.T) {
	t.Parallel()
	var told []flagRow
	for line := range strings.Lines(readFile(t, "README.md")) {
		if !strings.HasPrefix(line, "| `--") {
			continue
		}
		cells := strings.Split(line, "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		if len(cells) != 7 || cells[5] == "" {
			t.Fatalf("want five cells, the last with a meaning: %s", line)
		}
		told = append(told, flagRow{cells[1], cells[2], cells[3], cells[4]})
	}
	rows := flagRows(t)
	for _, row := range rows {
		if !slices.Contains(told, row) {
			t.Errorf("README.md does not tell of %+v", row)
		}
	}
	for _, row := range told {
		if !slices.Contains(rows, row) {
			t.Errorf("README.md tells of %+v, and the program has no such flag", row)
		}
	}
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
