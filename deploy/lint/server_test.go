package lint

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
)

// nonroot is the user that distroless images call so, here as in the manifest of Kubernetes.
const nonroot = 65532

// binary is the server, built by the command in the Dockerfile.
var binary string

func TestMain(m *testing.M) {
	os.Exit(func() int {
		folder, err := os.MkdirTemp("", "findcare-deploy-")
		if err == nil {
			defer os.RemoveAll(folder)
			binary = filepath.Join(folder, "findcare")
			err = os.Chmod(folder, 0o755)
		}
		if err == nil {
			err = buildAsInDockerfile(binary)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		return m.Run()
	}())
}

// require skips the test where the machine lacks what it needs, and fails where nothing may be skipped.
func require(t *testing.T, what string, ok bool) {
	t.Helper()
	switch {
	case ok:
	case os.Getenv("FINDCARE_REQUIRE_ALL") == "1":
		t.Fatalf("this needs %s", what)
	default:
		t.Skipf("skipped: this needs %s", what)
	}
}

func requireProgram(t *testing.T, name, debian string) {
	t.Helper()
	_, err := exec.LookPath(name)
	require(t, name+" (Debian's package "+debian+")", err == nil)
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

var variableInHelp = regexp.MustCompile(`\(\$([A-Z_]+)\)`)

// checkVariables wants an environment in which the server knows everything.
func checkVariables(t *testing.T, environment map[string]string) {
	t.Helper()
	help, err := exec.CommandContext(t.Context(), binary, "serve", "--help").Output()
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{"GOMEMLIMIT": true}
	for _, found := range variableInHelp.FindAllStringSubmatch(string(help), -1) {
		known[found[1]] = true
	}
	for name := range environment {
		if !known[name] {
			t.Errorf("findcare does not read %s", name)
		}
	}
}

// server is a running findcare.
type server struct {
	*exec.Cmd
	url, admin string
}

// start runs a server in an environment, but on free ports and over the embedded engine in the folder data, and waits
// until it is ready.
func start(t *testing.T, command *exec.Cmd, environment map[string]string, data string) *server {
	t.Helper()
	s := &server{Cmd: command}
	for name, value := range environment {
		if name != "MONGODB_URI" {
			s.Env = append(s.Env, name+"="+value)
		}
	}
	s.Env = append(s.Env, "FINDCARE_LISTEN=127.0.0.1:0", "FINDCARE_ADMIN=127.0.0.1:0", "FINDCARE_DATA="+data)
	stdout, err := s.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var stderr bytes.Buffer
	s.Stderr = &stderr
	if err := s.Start(); err != nil {
		t.Fatal(err)
	}
	for lines := bufio.NewScanner(stdout); s.url == "" && lines.Scan(); {
		if address, found := strings.CutPrefix(lines.Text(), "Metrics "); found {
			s.admin = strings.TrimSuffix(strings.TrimSpace(address), "/metrics")
		}
		if address, found := strings.CutPrefix(lines.Text(), "GraphQL "); found {
			s.url = strings.TrimSuffix(strings.TrimSpace(address), "/graphql")
		}
	}
	if s.url == "" {
		t.Fatalf("findcare did not start: %v\n%s", s.Wait(), &stderr)
	}
	go func() { _, _ = io.Copy(io.Discard, stdout) }()
	t.Cleanup(func() { s.stop(t) })
	return s
}

// stop ends the server as a service manager does.
func (s *server) stop(t *testing.T) {
	t.Helper()
	if s.ProcessState != nil {
		return
	}
	_ = s.Process.Signal(syscall.SIGTERM)
	if err := s.Wait(); err != nil {
		t.Errorf("stop: %v", err)
	}
}

// command is the server, as the user nonroot where the tests may become one.
func command(ctx context.Context, arguments ...string) *exec.Cmd {
	c := exec.CommandContext(context.WithoutCancel(ctx), arguments[0], arguments[1:]...)
	c.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if os.Getuid() == 0 {
		c.SysProcAttr.Credential = &syscall.Credential{Uid: nonroot, Gid: nonroot}
	}
	return c
}

// ownFolder is an empty folder that the user nonroot owns.
func ownFolder(t *testing.T, path string) string {
	t.Helper()
	if err := os.MkdirAll(path, 0o755); err != nil {
		t.Fatal(err)
	}
	if os.Getuid() == 0 {
		if err := os.Chown(path, nonroot, nonroot); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

// temporary is a folder that all users may enter, as those of testing's TempDir are not.
func temporary(t *testing.T) string {
	t.Helper()
	folder, err := os.MkdirTemp(filepath.Dir(binary), "")
	if err == nil {
		err = os.Chmod(folder, 0o755)
	}
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

// get returns the status and the body of an answer.
func get(t *testing.T, address string, header ...string) (int, string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		request.Header.Set(header[i], header[i+1])
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(body)
}

const operation = "/graphql?query={directory{providerCount}}"
