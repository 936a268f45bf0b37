package e2e

import (
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	reviewSelection = regexp.MustCompile(`\bmedicalReview\s*\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}`)
	nestedSelection = regexp.MustCompile(`\{[^{}]*\}`)
)

// exampleFolders are where people, and programs of ours, take queries from.
var exampleFolders = []string{
	"README.md", "docs", "web/operations", "web/playground", "testdata", "test/conformance",
	"tools", "deploy",
}

// TestExamplesAskWhetherAReviewIsStale: whoever copies an example must not show a review as one of a text that has
// changed since.
func TestExamplesAskWhetherAReviewIsStale(t *testing.T) {
	t.Parallel()
	readable := []string{
		".graphql", ".js", ".json", ".jsx", ".md", ".mjs", ".ts", ".tsx", ".go", ".html", ".sh",
		".txt", ".yml", ".yaml",
	}
	found := map[string]int{}
	for _, folder := range exampleFolders {
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			// there is what clients sent long ago
			case entry.IsDir() && (entry.Name() == "node_modules" || path == "testdata/contract"):
				return fs.SkipDir
			case entry.IsDir() || !slices.Contains(readable, filepath.Ext(path)):
				return nil
			}
			for _, selection := range reviewSelection.FindAllStringSubmatch(readFile(t, path), -1) {
				found[folder]++
				if fields := strings.Fields(nestedSelection.ReplaceAllString(selection[1], " ")); !slices.Contains(
					fields,
					"stale",
				) {
					t.Errorf("%s: asks for a review, and not whether it is stale: %s", path, selection[0])
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, folder := range []string{"README.md", "docs", "web/operations", "web/playground", "testdata", "tools"} {
		if found[folder] == 0 {
			t.Errorf("%s: no example that asks for a review was found: the test looks in the wrong places", folder)
		}
	}
}
