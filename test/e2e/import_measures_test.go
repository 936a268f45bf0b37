package e2e

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"findcare/demo"
	"findcare/internal/clock"
)

// TestMeasureImporting measures how fast a server answers while a registry is imported through it.
func TestMeasureImporting(t *testing.T) {
	t.Parallel()
	if !*measure {
		t.Skip("with -measure")
	}
	const rows = 100_000
	data := t.TempDir()
	file := filepath.Join(data, "npidata.csv")
	content, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := demo.WriteNPPES(content, rows, 100); err != nil {
		t.Fatal(err)
	}
	if err := content.Close(); err != nil {
		t.Fatal(err)
	}
	token := newToken(t, data, "editor")
	s := openServer(t, "--data", data)
	query := readFile(t, "testdata/care-page.graphql")
	ask := func(until <-chan struct{}) (took []time.Duration) {
		const pace = 20 * time.Millisecond
		ticker := time.NewTicker(pace)
		defer ticker.Stop()
		for {
			select {
			case <-until:
				slices.Sort(took)
				return took
			case <-ticker.C:
				started := clock.Start()
				answer := s.query(t, query, map[string]any{"slug": "ketamine-assisted-psychotherapy"})
				if !strings.Contains(answer, `"data"`) {
					t.Error(answer)
					return took
				}
				took = append(took, started.Elapsed())
			}
		}
	}
	report := func(when string, took []time.Duration) time.Duration {
		median := took[len(took)/2]
		t.Logf("%s: %d care pages, median %v, 99th percentile %v", when, len(took), median, took[len(took)*99/100])
		return median
	}
	quiet := make(chan struct{})
	time.AfterFunc(20*time.Second, func() { close(quiet) })
	before := report("before", ask(quiet))
	done, watch := make(chan struct{}), clock.Start()
	go func() {
		defer close(done)
		out, err := findcare(t, "import", "--server", s.url, "--token", token, file).CombinedOutput()
		t.Logf("%s%v: %.0f rows a second", out, err, rows/watch.Elapsed().Seconds())
	}()
	during := report("while importing", ask(done))
	t.Logf("ratio of the medians: %.1f", float64(during)/float64(before))
}

// TestMeasureImportingElsewhere measures an import into FerretDB on PostgreSQL, and the same through a server.
func TestMeasureImportingElsewhere(t *testing.T) {
	t.Parallel()
	if !*measure {
		t.Skip("with -measure")
	}
	const rows = 5000
	uri, file := openFerretDB(t), registryFile(t, rows, nil)
	measured := func(where string, args ...string) float64 {
		watch := clock.Start()
		mustRun(t, append([]string{"import"}, append(args, file)...)...)
		rate := rows / watch.Elapsed().Seconds()
		t.Logf("%s: %.0f rows a second", where, rate)
		return rate
	}
	setenv(t, "MONGODB_URI", uri+"direct")
	direct := measured("into the database")
	setenv(t, "MONGODB_URI", uri+"server")
	s := editorsServer(t, t.TempDir())
	through := measured("through a server", "--server", s.url, "--token", s.token)
	t.Logf("ratio: %.2f", through/direct)
}
