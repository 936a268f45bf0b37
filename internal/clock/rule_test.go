package clock_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// machine is how often each file that may use the machine's clock does so.
var machine = map[string]int{
	"server.go":                             1, // which hands it to all of findcare
	"tools/bench/main.go":                   1, // and of the comparison with other servers
	"internal/clock/stopwatch.go":           3, // durations, and the deadlines of connections
	"internal/clock/clocktest/clocktest.go": 1, // the clock of tests
}

// There is one clock, which is passed to everything else, also in tests: the rule holds for every file of the module.
func TestOneClock(t *testing.T) {
	const root = "../.."
	found := map[string]int{}
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			return skipped(path, entry.Name(), path == root)
		}
		if filepath.Ext(path) != ".go" {
			return nil
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		file, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		faults, err := clockFaults(file, content)
		for _, fault := range faults {
			if found[file]++; found[file] > machine[file] {
				t.Error(fault)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if !maps.Equal(found, machine) && !t.Failed() {
		t.Errorf("the machine's clock is asked in %v, and may be in %v", found, machine)
	}
}

// skipped returns fs.SkipDir for folders that are not of this module.
func skipped(path, name string, isRoot bool) error {
	if name == "node_modules" || name == "testdata" || strings.HasPrefix(name, ".") && !isRoot {
		return fs.SkipDir
	}
	if _, err := os.Stat(filepath.Join(path, "go.mod")); err == nil && !isRoot {
		return fs.SkipDir
	}
	return nil
}

// clockFaults returns the places of a file that use the machine's clock, or let a library use it: limiters and caches
// do so unless they are given the time.
func clockFaults(name string, content []byte) (faults []string, err error) {
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, name, content, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	imported := map[string]string{} // paths by names
	for _, spec := range file.Imports {
		path, _ := strconv.Unquote(spec.Path.Value)
		local, known := names[path]
		if spec.Name != nil {
			local = spec.Name.Name
		}
		if known {
			imported[local] = path
		}
	}
	at := func(node ast.Node, message string) {
		faults = append(faults, fmt.Sprintf("%s: %s", files.Position(node.Pos()), message))
	}
	if imported["."] != "" {
		at(file.Name, "imports "+imported["."]+" without its name")
	}
	ast.Inspect(file, func(node ast.Node) bool {
		if message := clockFault(node, imported); message != "" {
			at(node, message)
		}
		return true
	})
	return faults, nil
}

// names are the packages that use the clock.
var names = map[string]string{
	"time":                              "time",
	"golang.org/x/time/rate":            "rate",
	"github.com/maypok86/otter/v2":      "otter",
	"github.com/coreos/go-oidc/v3/oidc": "oidc",
}

// clockFault returns what is wrong with a node, "" if nothing is.
func clockFault(node ast.Node, imported map[string]string) string {
	limits := slices.Contains(slices.Collect(maps.Values(imported)), "golang.org/x/time/rate")
	switch node := node.(type) {
	case *ast.SelectorExpr:
		of, _ := node.X.(*ast.Ident)
		asks := []string{"Now", "Since", "Until"}
		if of != nil && imported[of.Name] == "time" && slices.Contains(asks, node.Sel.Name) {
			return "time." + node.Sel.Name + " is for the wiring: take a clock.Clock, measure with clock.Start, " +
				"in tests use clocktest.Now"
		}
	case *ast.CallExpr:
		method, _ := node.Fun.(*ast.SelectorExpr)
		asks := []string{"Allow", "Reserve", "Tokens", "Delay", "Cancel"}
		if limits && method != nil && len(node.Args) == 0 && slices.Contains(asks, method.Sel.Name) {
			return "a limiter's " + method.Sel.Name + " asks the machine's clock: use the method that takes the time"
		}
	case *ast.CompositeLit:
		switch typeOf(node.Type, imported) {
		case "github.com/maypok86/otter/v2.Options":
			if (has(node, "ExpiryCalculator") || has(node, "RefreshCalculator")) && !has(node, "Clock") {
				return "a cache with entries that expire needs the Clock"
			}
		case "github.com/coreos/go-oidc/v3/oidc.Config":
			if !has(node, "Now") {
				return "who verifies tokens needs the clock as Now"
			}
		}
	}
	return ""
}

// typeOf returns the path and name of a type of another package, with or without type arguments.
func typeOf(expression ast.Expr, imported map[string]string) string {
	switch expression := expression.(type) {
	case *ast.IndexExpr:
		return typeOf(expression.X, imported)
	case *ast.IndexListExpr:
		return typeOf(expression.X, imported)
	case *ast.SelectorExpr:
		if of, ok := expression.X.(*ast.Ident); ok {
			return imported[of.Name] + "." + expression.Sel.Name
		}
	}
	return ""
}

// has reports whether a literal sets a field.
func has(literal *ast.CompositeLit, field string) bool {
	return slices.ContainsFunc(literal.Elts, func(element ast.Expr) bool {
		pair, _ := element.(*ast.KeyValueExpr)
		if pair == nil {
			return false
		}
		key, _ := pair.Key.(*ast.Ident)
		return key != nil && key.Name == field
	})
}

func TestTheRuleFindsEachWay(t *testing.T) {
	for _, test := range []struct {
		source string
		want   int
	}{
		{`import "time"; var now = time.Now()`, 1},
		{`import "time"; var clock = time.Now`, 1},
		{`import "time"; func f(t time.Time) { time.Since(t); time.Until(t) }`, 2},
		{`import other "time"; var now = other.Now()`, 1},
		{`import . "time"; var now = Now()`, 1},
		{`import "time"; var day = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)`, 0},
		{`import "example.org/time"; var now = time.Now()`, 0},
		{`import "golang.org/x/time/rate"; func f(l *rate.Limiter) { l.Allow(); l.Reserve().Delay(); l.Tokens() }`, 4},
		{`import ("golang.org/x/time/rate"; "time")
			func f(l *rate.Limiter, at time.Time) { l.AllowN(at, 1); l.TokensAt(at) }`, 0},
		{`func f(l interface{ Reserve() }) { l.Reserve() }`, 0},
		{`import "github.com/maypok86/otter/v2"; var o = otter.Options[string, int]{ExpiryCalculator: x}`, 1},
		{`import "github.com/maypok86/otter/v2"
			var o = &otter.Options[string, int]{ExpiryCalculator: x, Clock: c}`, 0},
		{`import "github.com/maypok86/otter/v2"; var o = otter.Options[string, int]{MaximumSize: 1}`, 0},
		{`import "github.com/coreos/go-oidc/v3/oidc"; var o = oidc.Config{ClientID: "a"}`, 1},
		{`import "github.com/coreos/go-oidc/v3/oidc"; var o = oidc.Config{Now: n}`, 0},
	} {
		faults, err := clockFaults("file.go", []byte("package p; "+test.source))
		if err != nil || len(faults) != test.want {
			t.Errorf("%s: %v, %q, want %d", test.source, err, faults, test.want)
		}
	}
}
