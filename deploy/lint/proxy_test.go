package lint

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// openProxy runs Caddy with the Caddyfile, but by plain HTTP on a free port and with other servers behind it.
func openProxy(t *testing.T, servers ...*server) (url string) {
	t.Helper()
	requireProgram(t, "caddy", "caddy")
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	url = "http://" + listener.Addr().String()
	_ = listener.Close()
	content := "{\n\tadmin off\n}\n" + readFile(t, "../Caddyfile")
	for i, upstream := range upstreamsOf(t) {
		content = strings.ReplaceAll(content, upstream, strings.TrimPrefix(servers[i].url, "http://"))
	}
	folder := t.TempDir()
	writeFile(t, filepath.Join(folder, "Caddyfile"), content)
	proxy := exec.CommandContext(
		context.WithoutCancel(t.Context()),
		"caddy",
		"run",
		"--adapter",
		"caddyfile",
		"--config",
		filepath.Join(folder, "Caddyfile"),
	)
	proxy.Env = append(proxy.Environ(), "DOMAIN="+url, "HOME="+folder)
	if err := proxy.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = proxy.Process.Signal(syscall.SIGTERM)
		_ = proxy.Wait()
	})
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if response, err := http.Get(url + operation); err == nil {
			_ = response.Body.Close()
			if response.StatusCode == http.StatusOK {
				return url
			}
		}
	}
	t.Fatal("the proxy does not answer")
	return ""
}

// startPair starts two servers with the environment that they have in the compose file, and what changes it.
func startPair(t *testing.T, changes map[string]string) []*server {
	t.Helper()
	var servers []*server
	for _, name := range []string{"findcare1", "findcare2"} {
		environment := composeEnvironment(t, name)
		for variable, value := range changes {
			environment[variable] = value
		}
		servers = append(
			servers,
			start(t, command(t.Context(), binary, "serve"), environment, ownFolder(t, temporary(t))),
		)
	}
	return servers
}

func TestProxyShowsThePublicPathsOnly(t *testing.T) {
	proxy := openProxy(t, startPair(t, map[string]string{"FINDCARE_SHUTDOWN_DELAY": "0s"})...)
	for path, want := range map[string]int{
		operation: 200, "/playground": 200, "/desk": 200, "/desk/providers": 200,
		"/readyz": 404, "/healthz": 404, "/metrics": 404,
		"/backup": 404, "/export?format=json": 404,
	} {
		if got, _ := get(t, proxy+path); got != want {
			t.Errorf("%s: status %d, want %d", path, got, want)
		}
	}
}

// TestNoRequestIsLostWhileAServerLeaves stops one of two servers while somebody asks all the time.
func TestNoRequestIsLostWhileAServerLeaves(t *testing.T) {
	servers := startPair(t, map[string]string{"FINDCARE_RATE_LIMIT": "0"})
	proxy := openProxy(t, servers...)
	left := make(chan error, 1)
	_ = servers[0].Process.Signal(syscall.SIGTERM)
	go func() { left <- servers[0].Wait() }()
	for asked := 1; ; asked++ {
		if status, body := get(t, proxy+operation); status != http.StatusOK {
			t.Fatalf("request %d: status %d, %s", asked, status, body)
		}
		select {
		case err := <-left:
			if err != nil {
				t.Errorf("stop: %v", err)
			}
			t.Logf("%d requests", asked)
			return
		default:
		}
	}
}

// TestClientsCannotHideFromTheRateLimit sends another X-Forwarded-For with each request.
func TestClientsCannotHideFromTheRateLimit(t *testing.T) {
	servers := startPair(t, map[string]string{
		"FINDCARE_TRUSTED_PROXIES": "127.0.0.1/32", "FINDCARE_RATE_LIMIT": "0.01", "FINDCARE_RATE_BURST": "5",
		"FINDCARE_SHUTDOWN_DELAY": "0s",
	})
	proxy := openProxy(t, servers...)
	for asked := range 20 {
		status, _ := get(t, proxy+operation, "X-Forwarded-For", fmt.Sprintf("203.0.113.%d", asked))
		if status == http.StatusTooManyRequests {
			return
		}
	}
	t.Error("20 requests of one client pass two servers that each let 5 pass")
}
