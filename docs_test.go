package main

import (
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
)

var documents = []string{"README.md", "docs/frontend.md", "docs/editors.md", "docs/operators.md"}

// block is a fenced block of a document.
type block struct{ info, text string }

var fence = regexp.MustCompile("(?ms)^```([a-z]+[a-z ]*)\n(.*?)^```$")

func blocks(t *testing.T, document string) (list []block) {
	t.Helper()
	for _, match := range fence.FindAllStringSubmatch(readFile(t, document), -1) {
		list = append(list, block{match[1], match[2]})
	}
	return list
}

// Every query in the documents works on the demo directory, and the one that shows an error has one.
func TestQueriesInDocs(t *testing.T) {
	s := openServer(t, "--data", t.TempDir())
	ran := 0
	for _, document := range documents {
		list := blocks(t, document)
		for i, b := range list {
			if b.info != "graphql" && b.info != "graphql error" {
				continue
			}
			var variables map[string]any
			if i+1 < len(list) && list[i+1].info == "json" {
				if err := json.Unmarshal([]byte(list[i+1].text), &variables); err != nil {
					t.Errorf("%s: variables %s: %v", document, list[i+1].text, err)
				}
			}
			answer := s.query(t, b.text, variables)
			if wantError := b.info == "graphql error"; strings.Contains(answer, `"errors"`) != wantError {
				t.Errorf("%s: %s\nanswers %.500s", document, b.text, answer)
			} else if message := regexp.MustCompile(`"message":"([^"]+)"`).FindStringSubmatch(answer); wantError && !strings.Contains(readFile(t, document), message[1]) {
				t.Errorf("%s does not say %q", document, message[1])
			}
			ran++
		}
	}
	if ran < 6 {
		t.Errorf("only %d queries found", ran)
	}
}

// Every command in the documents works, in a shell, with a server at localhost:8080 that is ours.
func TestCommandsInDocs(t *testing.T) {
	s := openServer(t, "--data", t.TempDir())
	directory := t.TempDir()
	write := func(name, text string, mode os.FileMode) {
		if err := os.WriteFile(filepath.Join(directory, name), []byte(text), mode); err != nil {
			t.Fatal(err)
		}
	}
	// findcare is this test binary.
	write("findcare", "#!/bin/sh\nFINDCARE_AS_PROGRAM=1 exec '"+os.Args[0]+"' \"$@\"\n", 0o755)
	write("directory.json", readFile(t, "testdata/directory.json"), 0o644)
	ran := 0
	for _, document := range documents {
		for _, b := range blocks(t, document) {
			if b.info != "sh" {
				continue
			}
			for line := range strings.Lines(b.text) {
				line = strings.TrimSpace(line)
				switch {
				case line == "go run .", strings.HasPrefix(line, "go run . serve"): // goes on for ever
					openServer(t, append(slices.Clone(strings.Fields(line)[min(4, len(strings.Fields(line))):]), "--data", t.TempDir())...)
				case strings.HasPrefix(line, "go test"), strings.HasPrefix(line, "go generate"), strings.Contains(line, "go build"):
					// This test is part of the first; .ci/run does the second; the third made this binary.
				default:
					line = strings.NewReplacer("go run .", "findcare", "./findcare", "findcare", "localhost:8080", strings.TrimPrefix(s.url, "http://")).Replace(line)
					command := exec.Command("sh", "-ec", line)
					command.Dir = directory
					command.Env = append(os.Environ(), "PATH="+directory+":"+os.Getenv("PATH"))
					out, err := command.CombinedOutput()
					if err != nil || strings.Contains(string(out), `"errors"`) {
						t.Errorf("%s: %s: %v\n%.500s", document, line, err, out)
					}
				}
				ran++
			}
		}
	}
	if ran < 12 {
		t.Errorf("only %d commands found", ran)
	}
}

// The examples of the directory format are imported, or refused with the fault that stands below them.
func TestDirectoriesInDocs(t *testing.T) {
	const document = "docs/editors.md"
	list := blocks(t, document)
	ran := 0
	for i, b := range list {
		if b.info != "json import" && b.info != "json fault" {
			continue
		}
		command := findcare(t, "import", "--data", t.TempDir(), "directory.json")
		command.Dir = t.TempDir()
		if err := os.WriteFile(filepath.Join(command.Dir, "directory.json"), []byte(b.text), 0o644); err != nil {
			t.Fatal(err)
		}
		out, err := command.CombinedOutput()
		if b.info == "json import" && err != nil {
			t.Errorf("%s: %v\n%s", document, err, out)
		}
		if b.info == "json fault" && (err == nil || !strings.Contains(string(out), strings.TrimSpace(list[i+1].text))) {
			t.Errorf("%s: got %s\nwant %s", document, out, list[i+1].text)
		}
		ran++
	}
	if ran != 2 {
		t.Errorf("%d examples found", ran)
	}
}

// The README's table and the command line have the same flags and variables.
func TestOptionsInReadme(t *testing.T) {
	parser, err := kong.New(&commands{}, kong.Name("findcare"), kong.Writers(io.Discard, io.Discard))
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, node := range append(parser.Model.Children, parser.Model.Node) {
		for _, flag := range node.Flags {
			if flag.Name != "help" {
				want = append(want, strings.TrimSpace("--"+flag.Name+" "+strings.Join(flag.Envs, " ")))
			}
		}
	}
	slices.Sort(want)
	want = slices.Compact(want)
	var got []string
	for _, row := range regexp.MustCompile("(?m)^\\| `(--[a-z-]+)` \\| (?:`([A-Z_]+)`)? ?\\|").FindAllStringSubmatch(readFile(t, "README.md"), -1) {
		got = append(got, strings.TrimSpace(row[1]+" "+row[2]))
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("README has %q\nwant %q", got, want)
	}
}

// The unit in the README starts the server with flags that it has, and scripts for browsers are JavaScript.
func TestUnitsAndScriptsInDocs(t *testing.T) {
	for _, document := range documents {
		for _, b := range blocks(t, document) {
			switch b.info {
			case "ini":
				_, line, _ := strings.Cut(b.text, "ExecStart=/usr/local/bin/findcare ")
				line, _, _ = strings.Cut(line, "\n")
				parser, err := kong.New(&commands{}, kong.Name("findcare"))
				if err != nil {
					t.Fatal(err)
				}
				if _, err := parser.Parse(strings.Fields(line)); err != nil {
					t.Errorf("%s: %s: %v", document, line, err)
				}
			case "js":
				node, err := exec.LookPath("node")
				require(t, "Node.js", err == nil)
				command := exec.Command(node, "--input-type=module", "--check")
				command.Stdin = strings.NewReader(b.text)
				if out, err := command.CombinedOutput(); err != nil {
					t.Errorf("%s: %v\n%s", document, err, out)
				}
			}
		}
	}
}
