package e2e

import (
	"os/exec"
	"path/filepath"
	"testing"
)

// TestClientPackage runs the tests of client/, and its operations against servers: one that runs nothing else, and one
// whose directory changes.
func TestClientPackage(t *testing.T) {
	installPackages(t, "client")
	runNpm(t, "client", "test")
	run := func(name, url string) {
		t.Run(name, func(t *testing.T) {
			t.Setenv("GRAPHQL_URL", url+"/graphql")
			runNode(t, "client", "--conditions=development", "--test", "--test-reporter=spec",
				"--test-timeout=60000", "test/server/"+name+".test.mjs")
		})
	}
	server := openServer(t, "--data", demoData(t), "--trusted-documents", "only", "--trusted-documents-file",
		filepath.Join("client", "dist", "persisted-documents.json"))
	run("operations", server.url)
	run("changes", openChangingDirectory(t))
}

// runNpm runs a script of the package in a folder.
func runNpm(t *testing.T, folder string, args ...string) {
	t.Helper()
	npm := exec.CommandContext(t.Context(), "npm", append([]string{"--silent"}, args...)...)
	npm.Dir = folder
	if out, err := npm.CombinedOutput(); err != nil {
		t.Fatalf("npm %v in %s: %v\n%s", args, folder, err, out)
	}
}
