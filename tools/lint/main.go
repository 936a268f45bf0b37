// Lint checks the whole module in one pass: what go vet checks, what staticcheck checks, and this project's rules for
// errors and contexts. Loading and type-checking the tree is most of the work of each, and is done once here.
//
//	go run ./tools/lint ./...
//
// A finding that is intended is marked with //lint:ignore NAME REASON on the line before it.
package main

import (
	"go/ast"
	"os"
	"strings"

	"github.com/Antonboom/nilnil/pkg/analyzer"
	"github.com/polyfloyd/go-errorlint/errorlint"
	"github.com/sivchari/containedctx"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/suite/vet"
	"honnef.co/go/tools/analysis/lint"
	"honnef.co/go/tools/lintcmd"
	"honnef.co/go/tools/simple"
	"honnef.co/go/tools/staticcheck"
	"honnef.co/go/tools/stylecheck"
	"honnef.co/go/tools/unused"
)

func main() {
	command := lintcmd.NewCommand("lint")
	command.ParseFlags(os.Args[1:])
	command.AddAnalyzers(simple.Analyzers...)
	command.AddAnalyzers(staticcheck.Analyzers...)
	command.AddAnalyzers(stylecheck.Analyzers...)
	command.AddAnalyzers(unused.Analyzer)
	for _, a := range vet.Suite {
		command.AddAnalyzers(wrap(a, func(string, *ast.File) bool { return true }))
	}
	written := func(_ string, file *ast.File) bool { return !ast.IsGenerated(file) }
	command.AddAnalyzers(
		wrap(errorlint.NewAnalyzer(), written),
		wrap(analyzer.New(), written), // nilnil
		wrap(containedctx.Analyzer, func(name string, file *ast.File) bool {
			return written(name, file) && !strings.HasSuffix(name, "_test.go")
		}),
	)
	command.Run()
}

// wrap gives an analyzer the documentation that staticcheck's command wants, and makes the category of each finding the
// analyzer's name: the command drops others. Findings in files that the rule is not for are dropped.
func wrap(a *analysis.Analyzer, isFor func(name string, file *ast.File) bool) *lint.Analyzer {
	run := a.Run
	a.Run = func(pass *analysis.Pass) (any, error) {
		report := pass.Report
		pass.Report = func(d analysis.Diagnostic) {
			for _, file := range pass.Files {
				within := file.FileStart <= d.Pos && d.Pos <= file.FileEnd
				if within && !isFor(pass.Fset.Position(file.FileStart).Filename, file) {
					return
				}
			}
			d.Category = a.Name
			report(d)
		}
		return run(pass)
	}
	return &lint.Analyzer{
		Doc:      &lint.RawDocumentation{Title: a.Doc, Severity: lint.SeverityError},
		Analyzer: a,
	}
}
