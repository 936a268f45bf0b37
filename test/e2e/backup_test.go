package e2e

import (
	"bytes"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A running server backs itself up, for administrators alone, and the restored directory has its version.
func TestBackupOfARunningServer(t *testing.T) {
	t.Parallel()
	data, folder := demoData(t), t.TempDir()
	tokens := map[string]string{"": ""}
	for _, role := range []string{"viewer", "editor", "reviewer", "admin"} {
		tokens[role] = strings.TrimSpace(
			mustRun(t, "token", "create", "--data", data, "--role", role, "--name", "Ada", "--expires", "never"),
		)
	}
	server := openServer(t, "--data", data)
	for role, token := range tokens {
		want := map[string]int{"": http.StatusUnauthorized, "admin": http.StatusOK}[role]
		if want == 0 {
			want = http.StatusForbidden
		}
		response := get(t, server.url+"/backup", token)
		if response.StatusCode != want {
			t.Errorf("%q gets status %d, want %d", role, response.StatusCode, want)
		}
	}
	file := filepath.Join(folder, "directory.backup")
	mustRun(t, "backup", "--server", server.url, "--token", tokens["admin"], "--output", file)
	const version = `{ directory { version providerCount articleCount } }`
	want := server.query(t, version, nil)
	restored := filepath.Join(folder, "restored")
	mustRun(t, "restore", "--data", restored, file)
	if got := openServer(t, "--data", restored).query(t, version, nil); got != want {
		t.Errorf("the restored directory is %s, want %s", got, want)
	}
	if out := mustRun(t, "verify", file); !strings.Contains(out, "600 providers") {
		t.Errorf("verify prints %q", out)
	}
	other := filepath.Join(folder, "other.backup")
	command := findcare(t, "backup", "--server", server.url, "--token", tokens["editor"], "--output", other)
	out, err := command.CombinedOutput()
	if err == nil || !bytes.Contains(out, []byte("this needs the role ADMIN; yours is EDITOR")) {
		t.Errorf("an editor's backup: %v: %s", err, out)
	}
	if _, err := os.Stat(other); !os.IsNotExist(err) {
		t.Errorf("it left a file: %v", err)
	}
}
