package e2e

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// TestClientPackage runs the tests of client/, and its operations against servers: one that runs nothing else, and one
// whose directory changes.
func TestClientPackage(t *testing.T) {
	packClient(t)
	test := func(files ...string) {
		t.Helper()
		arguments := []string{"--conditions=development", "--test", "--test-reporter=spec", "--test-timeout=60000"}
		runNode(t, "client", append(arguments, files...)...)
	}
	test("test/client.test.mjs", "test/events.test.mjs", "test/scalars.test.mjs")
	server := openServer(t, "--data", demoData(t), "--trusted-documents", "only",
		"--trusted-documents-file", "client/dist/persisted-documents.json")
	for name, url := range map[string]string{"operations": server.url, "changes": openChangingDirectory(t)} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("GRAPHQL_URL", url+"/graphql")
			test("test/server/" + name + ".test.mjs")
		})
	}
}

// packClient gives the path of the package in client/, as npm would publish it. It is built once.
func packClient(t *testing.T) (tarball string) {
	t.Helper()
	installPackages(t, "client")
	tarball, err := packedClient()
	if err != nil {
		t.Fatal(err)
	}
	return tarball
}

var packedClient = sync.OnceValues(func() (tarball string, err error) {
	npm := exec.Command("npm", "pack", "--silent", "--pack-destination", shared.dir)
	npm.Dir = "client"
	if out, err := npm.CombinedOutput(); err != nil {
		return "", fmt.Errorf("npm pack: %w\n%s", err, out)
	}
	made, err := filepath.Glob(filepath.Join(shared.dir, "findcare-client-*.tgz"))
	if err != nil || len(made) != 1 {
		return "", fmt.Errorf("npm pack made %q: %w", made, err)
	}
	return made[0], nil
})

// layDown makes a folder in which the package of client/ is installed, beside the packages of other folders. Of a
// package that several have, it takes that of the first.
func layDown(t *testing.T, tarball string, others ...string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	modules := filepath.Join(dir, "node_modules")
	client := filepath.Join(modules, "findcare-client")
	if err := os.MkdirAll(client, 0o700); err != nil {
		t.Fatal(err)
	}
	unpack := exec.CommandContext(t.Context(), "tar", "-xzf", tarball, "-C", client, "--strip-components=1")
	if out, err := unpack.CombinedOutput(); err != nil {
		t.Fatalf("tar: %v\n%s", err, out)
	}
	for _, other := range others {
		installed, err := filepath.Abs(filepath.Join(other, "node_modules"))
		if err != nil {
			t.Fatal(err)
		}
		packages, _ := filepath.Glob(filepath.Join(installed, "[^.@]*"))
		scoped, _ := filepath.Glob(filepath.Join(installed, "@*", "*"))
		for _, path := range append(packages, scoped...) {
			link := filepath.Join(modules, strings.TrimPrefix(path, installed))
			if err := os.MkdirAll(filepath.Dir(link), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink(path, link); err != nil && !errors.Is(err, fs.ErrExist) {
				t.Fatal(err)
			}
		}
	}
	return dir
}
