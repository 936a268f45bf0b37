package e2e

import (
	"bytes"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"findcare/internal/catalog"
	"findcare/internal/graphqlhttp"
	"findcare/models"
)

// TestAuditsOfGraphQLOverHTTP runs the reference's audits, which clients' makers test servers with.
func TestAuditsOfGraphQLOverHTTP(t *testing.T) {
	t.Parallel()
	installClients(t)
	out := runNode(t, "test/conformance", "audits.mjs", openTestDirectory(t)+"/graphql")
	if want := "61 of 61 audits passed\n"; out != want {
		t.Errorf("printed %q, want %q", out, want)
	}
}

// TestClientLibraries runs what frontends are written with against a server.
func TestClientLibraries(t *testing.T) {
	installClients(t)
	t.Setenv("GRAPHQL_URL", openTestDirectory(t)+"/graphql")
	for _, client := range []string{"apollo", "urql"} {
		t.Run(client, func(t *testing.T) { runNodeTest(t, client) })
	}
	t.Run("relay", func(t *testing.T) {
		t.Setenv("RELAY_ARTIFACTS", compileRelay(t))
		runNodeTest(t, "relay")
	})
}

// TestGateways has gateways ask a server, and a second subgraph beside it, on behalf of the public and of an editor.
func TestGateways(t *testing.T) {
	installClients(t)
	data := t.TempDir()
	mustRun(t, "import", "--data", data, "testdata/directory.json")
	t.Setenv("GRAPHQL_TOKEN", newToken(t, data, "editor"))
	t.Setenv("GRAPHQL_URL", openServer(t, "--demo=false", "--data", data).url+"/graphql")
	runNodeTest(t, "federation")
}

// TestSubscriptionClients runs the clients of those who wrote the protocols of subscriptions against a directory that
// changes.
func TestSubscriptionClients(t *testing.T) {
	installClients(t)
	t.Setenv("GRAPHQL_URL", openChangingDirectory(t)+"/graphql")
	runNodeTest(t, "subscriptions")
}

// openChangingDirectory serves a directory of one provider, who is changed by a POST to /change, which answers with the
// version after it. By one to /restart, what serves shuts down and another takes its place.
func openChangingDirectory(t *testing.T) (url string) {
	t.Helper()
	wren := &models.Provider{
		Header: models.Header{ID: models.IDOfSlug(models.KindProvider, "wren"), Slug: "wren", Revision: 1},
		Name:   "Wren Examplar", Type: models.Individual,
	}
	directory := new(catalog.Catalog)
	directory.Publish(catalog.Build(&models.Directory{Providers: []*models.Provider{wren}}, catalog.Options{}))
	var serving atomic.Pointer[graphqlhttp.Handler]
	serving.Store(newHandler(t, directory, slog.New(slog.DiscardHandler)))
	mux := http.NewServeMux()
	mux.HandleFunc("/graphql", func(w http.ResponseWriter, r *http.Request) { serving.Load().ServeHTTP(w, r) })
	mux.HandleFunc("POST /change", func(w http.ResponseWriter, _ *http.Request) {
		next := *wren
		next.Revision = directory.Current().Revision(wren.ID) + 1
		directory.Apply(catalog.Changes{Written: []models.Document{&next}})
		_, _ = io.WriteString(w, directory.Current().Directory().Version)
	})
	mux.HandleFunc("POST /restart", func(_ http.ResponseWriter, r *http.Request) {
		err := serving.Swap(newHandler(t, directory, slog.New(slog.DiscardHandler))).Shutdown(r.Context())
		if err != nil {
			t.Error(err)
		}
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

func runNodeTest(t *testing.T, client string) {
	t.Helper()
	runNode(t, "test/conformance", "--conditions=development", "--test", "--test-reporter=spec",
		"--test-timeout=60000", "clients/"+client+".test.mjs")
}

// compileRelay has Relay's compiler take the schema and the fragments in test/conformance/relay, and gives the folder
// of what it made.
func compileRelay(t *testing.T) (artifacts string) {
	t.Helper()
	project := t.TempDir()
	if err := os.CopyFS(project, os.DirFS("test/conformance/relay")); err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(project, "schema.graphql"), mustRun(t, "schema"))
	compiler, err := filepath.Abs("test/conformance/node_modules/relay-compiler/cli.js")
	if err != nil {
		t.Fatal(err)
	}
	runNode(t, project, compiler, "relay.config.json")
	return filepath.Join(project, "src/__generated__")
}

// TestGraphQLESLint holds the schema and the operations to the rules in test/conformance/eslint.config.mjs.
func TestGraphQLESLint(t *testing.T) {
	t.Parallel()
	installClients(t)
	runNode(t, ".", "test/conformance/node_modules/eslint/bin/eslint.js",
		"--config", "test/conformance/eslint.config.mjs", "--max-warnings", "0", "schema.graphqls",
		"subscriptions.graphqls", "changes.graphqls", "testdata", "web/playground/examples")
}

// openTestDirectory starts a server with testdata/directory.json.
func openTestDirectory(t *testing.T) (url string) {
	t.Helper()
	data := t.TempDir()
	mustRun(t, "import", "--data", data, "testdata/directory.json")
	return openServer(t, "--demo=false", "--data", data).url
}

// installClients installs what test/conformance/package-lock.json names.
func installClients(t *testing.T) {
	t.Helper()
	installPackages(t, "test/conformance")
}

// installing keeps tests that run at once from installing into one folder.
var installing sync.Mutex

// installPackages installs what the package-lock.json in a folder names, unless that is there already.
func installPackages(t *testing.T, folder string) {
	t.Helper()
	installing.Lock()
	defer installing.Unlock()
	_, err := exec.LookPath("npm")
	require(t, "Node 20 or newer with npm (Debian's packages nodejs and npm)", err == nil && nodeVersion() >= 20)
	locked, installed := folder+"/package-lock.json", folder+"/node_modules/.package-lock.json"
	if modified(installed).After(modified(locked)) {
		return
	}
	npm := exec.CommandContext(t.Context(), "npm", "ci", "--no-audit", "--no-fund")
	npm.Dir = folder
	out, err := npm.CombinedOutput()
	t.Logf("npm ci: %s", out)
	require(t, "the npm packages that "+locked+" names", err == nil)
}

// nodeVersion gives the first number of Node's version, 0 where there is no Node.
func nodeVersion() int {
	out, _ := exec.Command("node", "--version").Output()
	major, _, _ := strings.Cut(strings.TrimPrefix(string(out), "v"), ".")
	version, _ := strconv.Atoi(major)
	return version
}

// runNode runs a script in a folder and returns what it prints, all of which a failure shows.
func runNode(t *testing.T, dir string, args ...string) string {
	t.Helper()
	command := exec.CommandContext(t.Context(), "node", args...)
	command.Dir = dir
	var stdout, stderr bytes.Buffer
	command.Stdout, command.Stderr = &stdout, &stderr
	if err := command.Run(); err != nil {
		t.Fatalf("node %s: %v\n%s%s", strings.Join(args, " "), err, &stdout, &stderr)
	}
	return stdout.String()
}

// modified is when a file was last written, the zero time where there is none.
func modified(path string) time.Time {
	info, err := os.Stat(path)
	if err != nil {
		return time.Time{}
	}
	return info.ModTime()
}
