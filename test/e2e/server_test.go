package e2e

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"io"
	"log/slog"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"

	"findcare/graph"
	"findcare/internal/catalog"
	"findcare/internal/cli"
	"findcare/internal/clock"
	"findcare/internal/execution"
	"findcare/internal/graphqlhttp"
)

// update writes golden files anew: go test ./test/e2e -update
var update = flag.Bool("update", false, "write golden files")

func findcare(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	command := exec.CommandContext(t.Context(), os.Args[0], args...)
	command.Env = append(programEnvironment(), "FINDCARE_DATA="+t.TempDir())
	for name := t.Name(); name != ""; name = name[:max(0, strings.LastIndexByte(name, '/'))] {
		if added, found := environments.Load(name); found {
			command.Env = append(command.Env, added.([]string)...)
		}
	}
	return command
}

// environments holds what the programs of a test find in their environment besides ours, by the test's name.
var environments sync.Map

// setenv is t.Setenv for the programs that this test and its subtests start, also where tests run beside each other.
func setenv(t *testing.T, name, value string) {
	added, _ := environments.Load(t.Name())
	before, _ := added.([]string)
	environments.Store(t.Name(), append(slices.Clone(before), name+"="+value))
}

// programEnvironment makes a test binary be findcare, shut down without delay, and answer however often it is asked:
// the rate goes by the time that answers take, and a machine that runs many tests is slow.
func programEnvironment() []string {
	return append(os.Environ(), "FINDCARE_AS_PROGRAM=1", "FINDCARE_SHUTDOWN_DELAY=0s", "FINDCARE_RATE_LIMIT=0")
}

// mustRun runs findcare to its end and returns what it printed.
func mustRun(t *testing.T, args ...string) string {
	t.Helper()
	command := findcare(t, args...)
	var stderr bytes.Buffer
	command.Stderr = &stderr
	out, err := command.Output()
	if err != nil {
		t.Fatalf("findcare %s: %v\n%s", strings.Join(args, " "), err, &stderr)
	}
	return string(out)
}

// program is a running findcare.
type program struct {
	*exec.Cmd
	url, metrics string
	token        string // sent with every query, if any
	stdout       io.Reader
	log          bytes.Buffer // to be read when the server has ended
}

// openServer starts findcare on a free port and waits for the addresses that it prints when it is ready.
func openServer(t *testing.T, args ...string) *program {
	t.Helper()
	s := launch(t, append([]string{"--listen", "127.0.0.1:0"}, args...)...)
	s.awaitReady(t)
	return s
}

// launch starts findcare, with its addresses to come.
func launch(t *testing.T, args ...string) *program {
	t.Helper()
	s := &program{Cmd: findcare(t, append([]string{"serve"}, args...)...)}
	if err := s.start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.stop(t) })
	return s
}

func (s *program) start() error {
	stdout, err := s.StdoutPipe()
	if err != nil {
		return err
	}
	s.Stderr, s.stdout = &s.log, stdout
	return s.Start()
}

// awaitReady waits until findcare has printed its addresses.
func (s *program) awaitReady(t *testing.T) {
	t.Helper()
	if !s.readAddresses() {
		_ = s.Wait()
		t.Fatalf("findcare did not start:\n%s", &s.log)
	}
}

// readAddresses reads the addresses that findcare prints when it is ready, and reports whether it is.
func (s *program) readAddresses() bool {
	lines := bufio.NewScanner(s.stdout)
	for lines.Scan() {
		if address, found := strings.CutPrefix(lines.Text(), "Metrics "); found {
			s.metrics = strings.TrimSpace(address)
		}
		if address, found := strings.CutPrefix(lines.Text(), "GraphQL "); found {
			s.url = strings.TrimSuffix(strings.TrimSpace(address), "/graphql")
			break
		}
	}
	go func() { _, _ = io.Copy(io.Discard, s.stdout) }()
	return lines.Err() == nil && s.url != ""
}

// startServer is openServer for those who only need the address.
func startServer(t *testing.T, args ...string) string {
	t.Helper()
	return openServer(t, append([]string{"--data", demoData(t)}, args...)...).url
}

// stop ends the server as an operator does.
func (s *program) stop(t *testing.T) {
	if s.ProcessState != nil {
		return
	}
	_ = s.Process.Signal(syscall.SIGTERM)
	if err := s.Wait(); err != nil && t.Context().Err() == nil {
		t.Errorf("stop: %v", err)
	}
}

// query sends an operation and returns the response's body.
func (s *program) query(t *testing.T, query string, variables map[string]any) string {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequest(http.MethodPost, s.url+"/graphql", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	if s.token != "" {
		request.Header.Set("Authorization", "Bearer "+s.token)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func writeFile(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// golden holds a JSON answer against a file.
func golden(t *testing.T, path, got string) {
	t.Helper()
	var pretty bytes.Buffer
	if err := json.Indent(&pretty, []byte(got), "", "  "); err != nil {
		t.Fatalf("not JSON: %v\n%s", err, got)
	}
	pretty.WriteByte('\n')
	if *update {
		if err := os.WriteFile(path, pretty.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want := readFile(t, path); want != pretty.String() {
		t.Errorf("%s differs; go test ./test/e2e -update writes it anew. Got:\n%s", path, &pretty)
	}
}

const everything = `{
	directory { providerCount articleCount }
	providers { nodes { name summary locations { label } } }
	credentials(first: 100) { totalCount } conditions(first: 100) { totalCount } treatments { totalCount }
	articles { nodes { title } }
}`

func TestWhatWasImportedSurvivesKill(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	got, want := mustRun(t, "import", "--data", data, "testdata/directory.json"), "55 created, 0 changed, 0 unchanged\n"
	if got != want {
		t.Errorf("import printed %q, want %q", got, want)
	}
	first := openServer(t, "--demo=false", "--data", data)
	before := first.query(t, everything, nil)
	if err := first.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = first.Wait()
	second := openServer(t, "--demo=false", "--data", data)
	if after := second.query(t, everything, nil); after != before {
		t.Errorf("after the kill:\n%s\nbefore:\n%s", after, before)
	}
	if !strings.Contains(before, `"providerCount":6`) {
		t.Errorf("not all providers: %s", before)
	}
}

func TestASecondProcessIsToldThatTheDirectoryIsInUse(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	openServer(t, "--data", data)
	command := findcare(t, "import", "--data", data, "testdata/directory.json")
	out, err := command.CombinedOutput()
	if err == nil {
		t.Fatal("the second process got in")
	}
	if text := string(out); strings.Count(text, "\n") != 1 ||
		!strings.Contains(text, "is in use by another findcare process") {
		t.Errorf("want one line that says who has the directory, got %q", text)
	}
}

func TestALongDataPathWorks(t *testing.T) {
	t.Parallel()
	data := filepath.Join(t.TempDir(), strings.Repeat("long/", 40))
	mustRun(t, "import", "--data", data, "testdata/directory.json")
	if out := mustRun(t, "export", "--data", data); !strings.Contains(out, `"nikki-moorman"`) {
		t.Errorf("export: %s", out)
	}
}

func TestImportingTwiceChangesNothing(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	mustRun(t, "import", "--data", data, "testdata/directory.json")
	exported := mustRun(t, "export", "--data", data)
	got := mustRun(t, "import", "--data", data, "testdata/directory.json")
	if got != "0 created, 0 changed, 55 unchanged\n" {
		t.Errorf("second import: %s", got)
	}
	if again := mustRun(t, "export", "--data", data); again != exported {
		t.Error("the export differs after the second import")
	}
}

func TestDemoDirectoryIsReadySoon(t *testing.T) {
	t.Parallel()
	started := clock.Start()
	s := openServer(t, "--data", t.TempDir())
	t.Logf("ready after %v", started.Elapsed())
	got := s.query(
		t,
		`{ directory { providerCount articleCount } conditions { totalCount } treatments { totalCount } `+
			`credentials { totalCount } insurers { totalCount } }`,
		nil,
	)
	want := `{"data":{"directory":{"providerCount":600,"articleCount":12},"conditions":{"totalCount":45},` +
		`"treatments":{"totalCount":25},"credentials":{"totalCount":20},"insurers":{"totalCount":15}}}`
	if got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestEndpoints(t *testing.T) {
	t.Parallel()
	url := demoServer(t)
	for _, test := range []struct {
		method, path string
		status       int
		contains     string
	}{
		{"GET", "/healthz", 200, `"ok"`},
		{"GET", "/readyz", 200, `"providers":600`},
		{"GET", "/playground", 200, "<title>findcare playground</title>"},
		{"GET", "/graphql?query={directory{providerCount}}", 200, `{"data":{"directory":{"providerCount":600}}}`},
		{"GET", "/nowhere", 404, ""},
	} {
		t.Run(test.method+" "+test.path, func(t *testing.T) {
			request, err := http.NewRequestWithContext(t.Context(), test.method, url+test.path, nil)
			if err != nil {
				t.Fatal(err)
			}
			request.Header.Set("Origin", "https://pages.example")
			response, err := http.DefaultClient.Do(request)
			if err != nil {
				t.Fatal(err)
			}
			defer response.Body.Close()
			body, _ := io.ReadAll(response.Body)
			if response.StatusCode != test.status || !strings.Contains(string(body), test.contains) {
				t.Errorf("status %d, body %.500s", response.StatusCode, body)
			}
			if strings.HasPrefix(test.path, "/graphql") && response.Header.Get("Access-Control-Allow-Origin") != "*" {
				t.Errorf("no CORS header: %v", response.Header)
			}
		})
	}
}

// newHandler is the GraphQL endpoint of the server as it runs without flags.
func newHandler(t *testing.T, directory *catalog.Catalog, logger *slog.Logger) *graphqlhttp.Handler {
	t.Helper()
	c, err := cli.ServerConfig()
	if err != nil {
		t.Fatal(err)
	}
	handler, err := graphqlhttp.New(
		execution.NewExecutor(graph.NewSchema(directory, graph.Services{}), directory,
			execution.Options{Limits: c.Limits, Introspection: c.GraphQL.Introspection, Logger: logger},
		),
		c.GraphQL,
	)
	if err != nil {
		t.Fatal(err)
	}
	return handler
}
