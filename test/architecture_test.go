// Package test holds the project's own description against its code.
package test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var packageRow = regexp.MustCompile("(?m)^\\| `([\\w./]+)` \\|")

// layers are the packages in the order of docs/architecture.md, from the top. server.go stands for the module's own.
func layers(t *testing.T) (order []string) {
	t.Helper()
	content, err := os.ReadFile("../docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(content), "## Packages")
	table, _, _ = strings.Cut(table, "\n## ")
	for _, row := range packageRow.FindAllStringSubmatch(table, -1) {
		order = append(order, strings.TrimSuffix(strings.Replace("findcare/"+row[1], "/server.go", "", 1), "/"))
	}
	return order
}

// layer is the row that a package belongs to: its own, or the longest that it stands below, such as that of a
// generator. It is -1 for none.
func layer(order []string, path string) int {
	found := -1
	for i, row := range order {
		isPart := path == row || row != "findcare" && strings.HasPrefix(path, row+"/")
		if isPart && (found < 0 || len(row) > len(order[found])) {
			found = i
		}
	}
	return found
}

type goPackage struct {
	ImportPath, Name string
	Imports          []string
}

func packages(t *testing.T) (all []goPackage) {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Name,Imports", "findcare/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p goPackage
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// Each package is in the table of docs/architecture.md, each row of it is a package, and imports go only downwards.
func TestImportsGoDownwards(t *testing.T) {
	order := layers(t)
	seen := make([]bool, len(order))
	for _, p := range packages(t) {
		at := layer(order, p.ImportPath)
		if p.ImportPath == "findcare/test" {
			continue
		}
		if at < 0 {
			t.Errorf("docs/architecture.md does not list %s", p.ImportPath)
			continue
		}
		seen[at] = true
		for _, imported := range p.Imports {
			if to := layer(order, imported); to >= 0 && to < at {
				t.Errorf("%s imports %s, which stands above it", p.ImportPath, imported)
			}
		}
	}
	for i, row := range order {
		if !seen[i] {
			t.Errorf("docs/architecture.md lists %s, and there is no such package", row)
		}
	}
}

// server.go is the only Go file at the top.
func TestOneFileAtTheTop(t *testing.T) {
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, entry := range entries {
		if strings.HasSuffix(entry.Name(), ".go") {
			files = append(files, entry.Name())
		}
	}
	if !slices.Equal(files, []string{"server.go"}) {
		t.Errorf("the Go files at the top are %v", files)
	}
}
