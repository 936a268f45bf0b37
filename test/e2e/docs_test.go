package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"findcare/graph"
	"findcare/internal/cli"

	"github.com/alecthomas/kong"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

// block is a fenced block of a document. The language says how it is tested:
//
//   - graphql is sent to a server with the demo directory;
//   - sh is run by a shell in a folder that has testdata/directory.json;
//   - json and ndjson are imported;
//   - js is run by Node, and the queries in it are checked against the schema;
//   - jsx is a page that is used in a browser, by TestPagesInDocs.
//
// A block may be followed by what it is run with or gives, with or without words between them: graphql by json, the
// variables or the answer; sh by text, the end of what is printed; json and ndjson by text, the error; jsx by json,
// what Relay's compiler is told.
type block struct {
	file, language, body string
	line                 int
	followers            []block
}

func (b block) name() string { return fmt.Sprintf("%s:%d:%s", b.file, b.line, b.language) }

// follower returns the body of the first follower in a language, "" where there is none.
func (b block) follower(language string) string {
	for _, f := range b.followers {
		if f.language == language {
			return f.body
		}
	}
	return ""
}

var fence = regexp.MustCompile("(?ms)^```(\\w*)\n(.*?)^```$")

func documents(t *testing.T) []string {
	t.Helper()
	found, err := filepath.Glob("docs/*.md")
	if err != nil || len(found) == 0 {
		t.Fatalf("no documents: %v", err)
	}
	return append(found, "README.md")
}

func blocksOf(t *testing.T, file string) (blocks []block) {
	t.Helper()
	content := readFile(t, file)
	for _, at := range fence.FindAllStringSubmatchIndex(content, -1) {
		b := block{
			file:     file,
			language: content[at[2]:at[3]],
			body:     content[at[4]:at[5]],
			line:     1 + strings.Count(content[:at[0]], "\n"),
		}
		if last := len(blocks) - 1; b.language == "text" ||
			b.language == "json" && last >= 0 && slices.Contains([]string{"graphql", "jsx"}, blocks[last].language) {
			if last < 0 {
				t.Fatalf("%s follows nothing", b.name())
			}
			blocks[last].followers = append(blocks[last].followers, b)
			continue
		}
		blocks = append(blocks, b)
	}
	if got, want := strings.Count(content, "```"), 2*len(fence.FindAllString(content, -1)); got != want {
		t.Errorf("%s: %d fences, but %d make blocks", file, got, want)
	}
	return blocks
}

func TestDocs(t *testing.T) {
	var blocks []block
	for _, file := range documents(t) {
		blocks = append(blocks, blocksOf(t, file)...)
	}
	demo := openServer(t, "--data", demoData(t), "--admin", "127.0.0.1:0")
	changed := demoData(t) // by editors, and so no longer as other documents say
	token := newToken(t, changed, "admin")
	editors := openServer(t, "--data", changed)
	editors.token = token
	for _, b := range blocks {
		demo := demo
		if b.file == "docs/editors.md" {
			demo = editors
		}
		t.Run(b.name(), func(t *testing.T) {
			switch b.language {
			case "graphql":
				checkQuery(t, demo, b)
			case "sh":
				if out, want := runScript(t, demo, b.body), b.follower("text"); !strings.HasSuffix(out, want) {
					t.Errorf("printed %q, want %q at the end", out, want)
				}
			case "json", "ndjson":
				checkImport(t, b)
			case "js":
				checkScript(t, demo.url, b.body)
			case "jsx": // of TestPagesInDocs
			default:
				t.Errorf("no test knows the language %q", b.language)
			}
		})
	}
}

// checkQuery wants the answer that the document tells, or one without an error and without a null at the top.
func checkQuery(t *testing.T, demo *program, b block) {
	var variables map[string]any
	var want any
	for _, f := range b.followers {
		var content map[string]any
		if err := json.Unmarshal([]byte(f.body), &content); err != nil {
			t.Fatalf("%s: %v", f.name(), err)
		}
		if content["data"] != nil || content["errors"] != nil {
			want = content
		} else {
			variables = content
		}
	}
	answer := demo.query(t, b.body, variables)
	var got map[string]any
	if err := json.Unmarshal([]byte(answer), &got); err != nil {
		t.Fatalf("%v: %s", err, answer)
	}
	if want != nil {
		if !reflect.DeepEqual(any(got), want) {
			t.Errorf("answer %s", answer)
		}
		return
	}
	data, _ := got["data"].(map[string]any)
	if got["errors"] != nil || len(data) == 0 {
		t.Errorf("answer %s", answer)
	}
	for field, value := range data {
		if value == nil {
			t.Errorf("%s is null: %s", field, answer)
		}
	}
}

// checkImport imports the block, and wants the error that the document tells, if any.
func checkImport(t *testing.T, b block) {
	t.Chdir(t.TempDir())
	name := "directory." + b.language
	if err := os.WriteFile(name, []byte(b.body), 0o600); err != nil {
		t.Fatal(err)
	}
	command := findcare(t, "import", name)
	var stdout, stderr bytes.Buffer
	command.Stdout, command.Stderr = &stdout, &stderr
	err := command.Run()
	if want := b.follower("text"); want != "" {
		if err == nil || stderr.String() != want {
			t.Errorf("err = %v, got\n%swant\n%s", err, &stderr, want)
		}
		return
	}
	if err != nil || !strings.HasSuffix(stdout.String(), "created, 0 changed, 0 unchanged\n") {
		t.Errorf("%v: %s%s", err, &stdout, &stderr)
	}
}

var (
	// serverLine is a command that serves: its line has no other command's name before the flags.
	serverLine = regexp.MustCompile(`^(?:go run \.|(?:\./)?findcare)(?: serve)?((?: --\S.*)?)$`)
	// mongoLine is a command on a database that no test has. Its flags are checked.
	mongoLine = regexp.MustCompile(`^MONGODB_URI='\S+' findcare (.*)$`)
)

// runScript runs a block of shell and returns what it prints. Lines that start a server do so in the background, on a
// port of its own; what comes after them talks to that server, and otherwise to the one given.
func runScript(t *testing.T, at *program, script string) string {
	t.Helper()
	directory := readFile(t, "testdata/directory.json")
	if info, err := os.Stat(".ci/run"); err != nil || info.Mode()&0o100 == 0 {
		t.Errorf(".ci/run: %v", err)
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile("directory.json", []byte(directory), 0o600); err != nil {
		t.Fatal(err)
	}
	var printed, pending strings.Builder
	flush := func() {
		text := pending.String()
		if at != nil {
			text = strings.NewReplacer(
				"localhost:8080",
				strings.TrimPrefix(at.url, "http://"),
				"http://localhost:9464/metrics",
				at.metrics,
			).Replace(
				text,
			)
		}
		printed.WriteString(runShell(t, text))
		pending.Reset()
	}
	for line := range strings.Lines(script) {
		command := strings.TrimSpace(line)
		if found := serverLine.FindStringSubmatch(command); found != nil {
			flush()
			at = openServer(t, strings.Fields(strings.ReplaceAll(found[1], "localhost:9464", "127.0.0.1:0"))...)
		} else if found := mongoLine.FindStringSubmatch(command); found != nil {
			mustParse(t, strings.Fields(found[1]))
		} else {
			pending.WriteString(line)
		}
	}
	flush()
	return printed.String()
}

// stubs stand for programs in documented commands: findcare is the test binary, go run is findcare, and what would
// build, test or measure all of this again does nothing.
var stubs = map[string]string{
	"bin/findcare": `FINDCARE_AS_PROGRAM=1 exec "$FINDCARE_TEST_BINARY" "$@"`,
	"bin/go": `case "$*" in
"run . "*) shift 2; exec findcare "$@" ;;
"build -o findcare .") cp "$(command -v findcare)" findcare ;;
 "run ./tools/loadtest"*|"run ./tools/bench"*|"test ./..."|"test ./internal/catalog -run ^\$ -bench . "*|"test ./graph -run ^\$ -bench "*|"test ./internal/registry ./internal/importing -run ^\$ -bench "*|"test ./internal/export -run ^\$ -bench "*|"test ./test/e2e -run ^\$ -bench Server "*|"test ./internal/editing -run ^\$ -bench "*) ;;
*) echo "no test knows: go $*" >&2; exit 1 ;;
esac`,
	".ci/run": "",
}

func runShell(t *testing.T, script string) string {
	t.Helper()
	if strings.Contains(script, "curl") {
		_, err := exec.LookPath("curl")
		require(t, "curl (Debian's package curl)", err == nil)
	}
	for name, content := range stubs {
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte("#!/bin/sh\n"+content+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	bin, err := filepath.Abs("bin")
	if err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	command := exec.CommandContext(t.Context(), "sh", "-eu", "-c", script)
	command.Env = append(os.Environ(), "FINDCARE_TEST_BINARY="+os.Args[0], "PATH="+bin+":"+os.Getenv("PATH"))
	command.Stdout, command.Stderr = &stdout, &stderr
	if err := command.Run(); err != nil {
		t.Errorf("%v\n%s\n%s%s", err, script, &stdout, &stderr)
	}
	if strings.Contains(stdout.String(), `"errors"`) { // which curl takes for success
		t.Errorf("%s\n%s", script, &stdout)
	}
	return stdout.String()
}

var queryInScript = regexp.MustCompile("(?s)gql`(.*?)`")

// checkScript runs JavaScript against the server at url, and checks its queries against the schema.
func checkScript(t *testing.T, url, script string) {
	definitions, err := gqlparser.LoadSchema(&ast.Source{Input: graph.SDL()})
	if err != nil {
		t.Fatal(err)
	}
	for _, found := range queryInScript.FindAllStringSubmatch(script, -1) {
		if _, err := gqlparser.LoadQueryWithRules(definitions, found[1], nil); err != nil {
			t.Errorf("%v in %s", err, found[1])
		}
	}
	installClients(t)
	packages, err := filepath.Abs("test/conformance/node_modules")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Symlink(packages, filepath.Join(dir, "node_modules")); err != nil {
		t.Fatal(err)
	}
	writeFile(
		t,
		filepath.Join(dir, "script.mjs"),
		strings.ReplaceAll(script, "//localhost:8080", strings.TrimPrefix(url, "http:")),
	)
	runNode(t, dir, "--experimental-websocket", "script.mjs") // which browsers have, and Node from 22 on
}

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

// TestReadmeCurlShowsACarePage holds the README to its promise: what it tells to run first shows a care page.
func TestReadmeCurlShowsACarePage(t *testing.T) {
	var script string
	for _, b := range blocksOf(t, "README.md")[:2] {
		script += b.body
	}
	var answer struct {
		Data struct {
			Article struct {
				Title     string
				Sections  []struct{ Heading, Body string }
				Providers struct {
					Nodes []struct{ Name, Summary string }
				}
			}
		}
	}
	out := runScript(t, nil, script)
	if err := json.Unmarshal([]byte(out), &answer); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	article := answer.Data.Article
	if !strings.Contains(article.Title, "Ketamine-Assisted Psychotherapy") || len(article.Sections) < 5 ||
		len(article.Providers.Nodes) != 3 ||
		article.Providers.Nodes[0].Summary == "" {
		t.Errorf("no care page: %s", out)
	}
}
