package e2e

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

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
			text = strings.NewReplacer("localhost:8080", strings.TrimPrefix(at.url, "http://"),
				"http://localhost:9464/metrics", at.metrics).Replace(
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
"build -debug-actiongraph=build.json -o /dev/null .") ;;
 "run ./tools/loadtest"*|"run ./tools/bench"*|"test ./..."|"test ./internal/catalog -run ^\$ -bench . "*|"test ` +
		`./internal/execution -run ^\$ -bench "*|"test ./internal/registry ./internal/importing ` +
		`-run ^\$ -bench "*|"test ` +
		`./internal/export -run ^\$ -bench "*|"test ./test/e2e -run ^\$ -bench Server "*|` +
		`"test ./test/e2e -run TestMeasureImporting "*|"test ./internal/editing ` +
		`-run ^\$ -bench "*) ;;
*) echo "no test knows: go $*" >&2; exit 1 ;;
esac`,
	"bin/npm": `case "$*" in
"ci --prefix client"|"pack ./client --pack-destination client") ;; # TestClientPackage does both
*) echo "no test knows: npm $*" >&2; exit 1 ;;
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

// checkScript checks the types of TypeScript, and runs it against the server at url. A configuration of graphql-codegen
// is run by that, for an operation that stands for those of its reader.
func checkScript(t *testing.T, url, script string) {
	dir := layDownDocs(t)
	script = strings.ReplaceAll(script, "//localhost:8080", strings.TrimPrefix(url, "http:"))
	if strings.HasPrefix(script, "// codegen.ts\n") {
		writeFile(t, filepath.Join(dir, "codegen.ts"), script)
		writeFile(t, filepath.Join(dir, "src", "own.graphql"), "query Own { providers { nodes { id confirmedOn } } }")
		runNode(t, dir, "node_modules/@graphql-codegen/cli/esm/bin.js", "--config", "codegen.ts", "--silent")
		mustContain(t, "the manifest", readFile(t, filepath.Join(dir, "src/gql/persisted-documents.json")), "query Own")
		checkTypes(t, dir)
		return
	}
	writeFile(t, filepath.Join(dir, "src", "script.ts"), script)
	checkTypes(t, dir)
	source, bundle := filepath.Join(dir, "src", "script.ts"), filepath.Join(dir, "script.mjs")
	runNode(t, "test/conformance", "bundle.mjs", source, bundle)
	runNode(t, dir, "--experimental-websocket", "script.mjs") // which browsers have, and Node from 22 on
}

// checkJavaScript runs JavaScript, as of a gateway, against the server at url.
func checkJavaScript(t *testing.T, url, script string) {
	installClients(t)
	packages, err := filepath.Abs("test/conformance/node_modules")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Symlink(packages, filepath.Join(dir, "node_modules")); err != nil {
		t.Fatal(err)
	}
	script = strings.ReplaceAll(script, "//localhost:8080", strings.TrimPrefix(url, "http:"))
	writeFile(t, filepath.Join(dir, "script.mjs"), script)
	runNode(t, dir, "script.mjs")
}

// layDownDocs makes a project in which what docs/frontend.md imports is installed.
func layDownDocs(t *testing.T) (dir string) {
	t.Helper()
	installClients(t)
	dir = layDown(t, packClient(t), "test/conformance", "client")
	if err := os.Mkdir(filepath.Join(dir, "src"), 0o700); err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(dir, "package.json"), `{"type": "module"}`)
	writeFile(t, filepath.Join(dir, "tsconfig.json"), `{
		"compilerOptions": {
			"target": "es2022", "lib": ["es2023", "dom", "dom.iterable"], "module": "esnext",
			"moduleResolution": "bundler", "jsx": "react-jsx", "types": [], "strict": true,
			"noUncheckedIndexedAccess": true, "noUnusedLocals": true, "verbatimModuleSyntax": true,
			"noEmit": true, "skipLibCheck": true, "preserveSymlinks": true
		},
		"include": ["src"]
	}`)
	return dir
}

// checkTypes checks a project with the TypeScript of client/.
func checkTypes(t *testing.T, dir string) {
	t.Helper()
	typescript, err := filepath.Abs("client/node_modules/typescript/bin/tsc")
	if err != nil {
		t.Fatal(err)
	}
	runNode(t, dir, typescript)
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
