package e2e

import (
	"bytes"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
)

// A load balancer sends requests for as long as the server is ready. None that was sent fails when the server is told
// to stop.
func TestNoRequestIsCutOffAtShutdown(t *testing.T) {
	t.Parallel()
	server := openServer(t, "--data", demoData(t), "--shutdown-delay", "5s",
		"--log-level", "warn")
	page := []byte(
		`{"query":"{ providers(first: 50) { nodes { name summary conditions { name } locations { label } } } }"}`,
	)
	transport := &http.Transport{MaxIdleConnsPerHost: 16}
	defer transport.CloseIdleConnections()
	client := &http.Client{Transport: transport}
	var stopped atomic.Bool
	var answered atomic.Int64
	var balanced sync.WaitGroup
	for range 8 {
		balanced.Go(func() {
			for !stopped.Load() {
				response, err := client.Post(server.url+"/graphql", "application/json", bytes.NewReader(page))
				if err != nil {
					t.Errorf("a request failed: %v", err)
					return
				}
				var body bytes.Buffer
				if _, err := body.ReadFrom(response.Body); err != nil || response.StatusCode != 200 ||
					!strings.HasSuffix(body.String(), "}}") {
					t.Errorf("status %d, %v, %d bytes", response.StatusCode, err, body.Len())
				}
				_ = response.Body.Close()
				answered.Add(1)
			}
		})
	}
	waitUntil(t, "load", func() bool { return answered.Load() > 100 })
	before := answered.Load()
	if err := server.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	waitUntil(t, "the news that the server stops", func() bool {
		response, err := client.Get(server.url + "/readyz")
		if err != nil {
			t.Fatalf("the server was gone before it said so: %v", err)
		}
		_ = response.Body.Close()
		return response.StatusCode == http.StatusServiceUnavailable
	})
	waitUntil(t, "an answer after that", func() bool { return answered.Load() > before+20 }) // it goes on answering
	stopped.Store(true)
	balanced.Wait()
	if err := server.Wait(); err != nil {
		t.Errorf("the server ended with %v", err)
	}
	t.Logf("%d requests, all answered", answered.Load())
}

// waitUntil waits for something to hold.
func waitUntil(t *testing.T, what string, holds func() bool) {
	t.Helper()
	poll(t, what, func() error {
		if !holds() {
			return errors.New("not yet")
		}
		return nil
	})
}

func TestCrossOrigin(t *testing.T) {
	t.Parallel()
	anyone := demoServer(t)
	named := startServer(t, "--origins", "https://care.example/") // as people copy it, with a slash
	for _, test := range []struct{ name, server, origin, allowed, credentials string }{
		{"any page", anyone, "https://elsewhere.example", "*", ""},
		{"a named page", named, "https://care.example", "https://care.example", "true"},
		{"another page", named, "https://elsewhere.example", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, method := range []string{http.MethodGet, http.MethodOptions} {
				request, err := http.NewRequest(method, test.server+"/graphql?query=%7B__typename%7D", nil)
				if err != nil {
					t.Fatal(err)
				}
				request.Header.Set("Origin", test.origin)
				if method == http.MethodOptions {
					request.Header.Set("Access-Control-Request-Method", "POST")
					request.Header.Set("Access-Control-Request-Headers", "content-type")
				}
				response, err := http.DefaultClient.Do(request)
				if err != nil {
					t.Fatal(err)
				}
				_ = response.Body.Close()
				header := response.Header
				if header.Get("Access-Control-Allow-Origin") != test.allowed ||
					header.Get("Access-Control-Allow-Credentials") != test.credentials {
					t.Errorf("%s: %v", method, header)
				}
			}
		})
	}
}

func TestHeadersOfEveryAnswer(t *testing.T) {
	t.Parallel()
	server := demoServer(t)
	for _, path := range []string{
		"/graphql?query=%7B__typename%7D", "/graphql", "/playground", "/find", "/assets/none.js", "/healthz", "/readyz",
		"/nowhere",
	} {
		response, err := http.Get(server + path)
		if err != nil {
			t.Fatal(err)
		}
		_ = response.Body.Close()
		for name, want := range map[string]string{
			"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
			"Cross-Origin-Opener-Policy": "same-origin", "Set-Cookie": "",
		} {
			if got := response.Header.Get(name); got != want {
				t.Errorf("%s: %s %q, want %q", path, name, got, want)
			}
		}
		if policy := response.Header.Get("Content-Security-Policy"); !strings.Contains(policy, "default-src 'none'") ||
			!strings.Contains(policy, "frame-ancestors 'none'") {
			t.Errorf("%s: policy %q", path, policy)
		}
		if response.Header.Get("X-Request-Id") == "" {
			t.Errorf("%s: no request id", path)
		}
	}
}

func TestCompression(t *testing.T) {
	t.Parallel()
	server := demoServer(t)
	for encoding, want := range map[string]string{
		"gzip": "gzip", "zstd": "zstd", "br": "", "br, gzip, zstd": "gzip", "zstd, gzip, deflate": "gzip",
		"gzip;q=0.5, zstd": "zstd",
	} {
		request, err := http.NewRequest(
			http.MethodGet,
			server+"/graphql/?query=%7Bproviders%7Bnodes%7Bname%20summary%7D%7D%7D",
			nil,
		)
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Accept-Encoding", encoding)
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		_ = response.Body.Close()
		if got := response.Header.Get("Content-Encoding"); got != want {
			t.Errorf("for %s: %q", encoding, got)
		}
		if vary := strings.Join(response.Header["Vary"], ", "); !strings.Contains(vary, "Accept-Encoding") ||
			!strings.Contains(vary, "Accept,") && !strings.HasSuffix(vary, "Accept") {
			t.Errorf("Vary: %s", vary)
		}
	}
}

func TestAllConfigurationErrorsAtOnce(t *testing.T) {
	t.Parallel()
	setenv(t, "OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4317")
	setenv(t, "OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")
	setenv(t, "OTEL_EXPORTER_OTLP_HEADERS", "x-key: canary")
	command := findcare(t, "serve", "--data", demoData(t), "--listen", "here", "--site-url", "care.example",
		"--origins", "https://a.example/,b.example,https://c.example/app,https://d.example/?,https://*.e.example/",
		"--max-body", "0", "--max-cost=-1", "--trusted-documents", "only")
	out, err := command.CombinedOutput()
	if err == nil {
		t.Fatal("it started")
	}
	for _, want := range []string{
		`--listen: "here" must be`, `--site-url: "care.example" must be`, `--origins: "b.example" must be`,
		`--origins: "https://c.example/app" must be`, `--origins: "https://d.example/?" must be`,
		`--max-body: "0" must be above 0`,
		`--max-cost: "-1" must not be negative`, `--trusted-documents: "only" needs`,
		`OTEL_EXPORTER_OTLP_PROTOCOL: "grpc" must be`, `OTEL_EXPORTER_OTLP_HEADERS: must be headers`,
	} {
		if !strings.Contains(string(out), want) {
			t.Errorf("it does not say %s:\n%s", want, out)
		}
	}
	for _, fine := range []string{"https://a.example", "*.e.example"} {
		if strings.Contains(string(out), fine) {
			t.Errorf("it refuses the origin %s:\n%s", fine, out)
		}
	}
	if strings.Contains(string(out), "canary") {
		t.Errorf("it tells the key:\n%s", out)
	}
}

// A server that shuts down goes on to serve for a while. What is changed then is told of as ever: before it ends,
// caches in front have been purged.
func TestAChangeDuringShutdownIsPurged(t *testing.T) {
	t.Parallel()
	var purged sync.Map
	cache := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		for _, key := range strings.Fields(r.Header.Get("Surrogate-Key")) {
			purged.Store(key, true)
		}
	}))
	defer cache.Close()
	isPurged := func(key string) bool {
		_, is := purged.Load(key)
		return is
	}
	data := demoData(t)
	token := newToken(t, data, "editor")
	server := openServer(t, "--data", data, "--shutdown-delay", "5s", "--purge-url", cache.URL)
	waitUntil(t, "the purge of a start", func() bool { return isPurged("directory") })
	if err := server.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	waitUntil(t, "the news that the server stops", func() bool {
		return server.ready(t).Code == http.StatusServiceUnavailable
	})
	const input = `{slug: "late", name: "Late", kind: ORGANIZATION}`
	const mutation = "mutation { createProvider(input: " + input + ") { provider { id } } }"
	answer := server.queryAs(t, token, mutation, nil)
	id := strings.Trim(member(t, answer, "data", "createProvider", "provider", "id"), `"`)
	if err := server.Wait(); err != nil {
		t.Errorf("the server ended with %v", err)
	}
	if !isPurged(id) {
		t.Errorf("%s was not purged", id)
	}
}
