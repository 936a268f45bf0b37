package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// block is a fenced block of a document. The language says how it is tested:
//
//   - graphql is sent to a server with the demo directory;
//   - sh is run by a shell in a folder that has testdata/directory.json;
//   - json and ndjson are imported;
//   - ts is checked by strict TypeScript and run by Node, or by graphql-codegen where it is its configuration;
//   - tsx is a page that is used in a browser, by TestPagesInDocs.
//
// A block may be followed by what it is run with or gives, with or without words between them: graphql by json, the
// variables or the answer; sh by text, the end of what is printed; json and ndjson by text, the error; tsx by json,
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
	return append(found, "README.md", "client/README.md")
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
			b.language == "json" && last >= 0 && slices.Contains([]string{"graphql", "tsx"}, blocks[last].language) {
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
	editors := openServer(t, "--data", changed, "--image-hosts", "images.example")
	editors.token = token
	for _, b := range blocks {
		demo := demo
		if b.file == "docs/editing-api.md" || b.file == "docs/changes.md" {
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
				checkJavaScript(t, demo.url, b.body)
			case "ts":
				checkScript(t, demo.url, b.body)
			case "tsx": // of TestPagesInDocs
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
