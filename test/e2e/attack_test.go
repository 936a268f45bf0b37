package e2e

import (
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql/introspection"

	"findcare/tools/loadtest/attack"
)

// TestAttacks attacks a real server, one way after another, and wants it to refuse each as it should, to go on serving
// the care page, and to let go of the memory. What it takes is measured by go run ./attack.
func TestAttacks(t *testing.T) {
	if raceDetector() {
		t.Skip("the bounds of memory and time are for a server without the race detector")
	}
	const enough = 4000
	connections := min(attack.MaxConnections(), enough)
	if connections < enough {
		t.Logf("this machine allows only %d connections (ulimit -n)", connections)
	}
	data := demoData(t)
	token := newToken(t, data, "editor")
	running := openServer(t, "--data", data, "--log-level", "error", "--rate-limit", "100") // which is the default
	target := attack.Server{
		URL: running.url, PID: running.Process.Pid, CarePage: readFile(t, "testdata/care-page.graphql"),
		Slug:  "ketamine-assisted-psychotherapy",
		Short: true, MaxConnections: connections, Token: token,
	}
	for number, a := range attack.All() {
		t.Run(a.Name, func(t *testing.T) {
			result, err := target.Run(t.Context(), a, number)
			if err != nil {
				t.Fatal(err)
			}
			if result.Held == 0 && len(result.Answers) == 0 {
				t.Error("nothing was sent")
			}
			if most := 64 << 10; result.LargestError > most {
				t.Errorf("a refusal of %d bytes", result.LargestError)
			}
		})
	}
}

// raceDetector reports whether the tests, and so the servers that they start, are built with it.
func raceDetector() bool {
	info, _ := debug.ReadBuildInfo()
	return info != nil && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"})
}

// TestLimitsLetFrontendsThrough asks, with the limits as they are by default, for all that a frontend or a tool asks
// for at most.
func TestLimitsLetFrontendsThrough(t *testing.T) {
	t.Parallel()
	queries := map[string]string{
		// what GraphiQL and Apollo's tools send
		"introspection": introspection.NewQuery(introspection.QueryOptions{OneOf: true}),
	}
	files, err := filepath.Glob("testdata/*.graphql")
	if err != nil || len(files) == 0 {
		t.Fatalf("no queries: %v", err)
	}
	for _, file := range files {
		queries[file] = readFile(t, file)
	}
	handler := demoHandler(t)
	variables := map[string]any{
		"slug":      "ketamine-assisted-psychotherapy",
		"text":      "depr",
		"first":     100,
		"providers": 100,
		"filter":    map[string]any{"text": "anxiety"},
	}
	for name, query := range queries {
		t.Run(name, func(t *testing.T) {
			if answer := ask(t, handler, query, variables); strings.Contains(answer, `"errors"`) {
				t.Errorf("%.300s", answer)
			}
		})
	}
}

var attackRow = regexp.MustCompile("(?m)^\\| `go run \\./tools/loadtest (\\S+)` \\|")

// TestSecurityTellsAllAttacks holds the table of docs/security.md against the attacks that there are.
func TestSecurityTellsAllAttacks(t *testing.T) {
	var told, want []string
	for _, row := range attackRow.FindAllStringSubmatch(readFile(t, "docs/security.md"), -1) {
		told = append(told, row[1])
	}
	for _, a := range attack.All() {
		want = append(want, a.Name)
	}
	if !slices.Equal(told, want) {
		t.Errorf("the table has\n%s\nand there are\n%s", strings.Join(told, "\n"), strings.Join(want, "\n"))
	}
}
