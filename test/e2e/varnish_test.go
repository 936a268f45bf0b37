package e2e

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"findcare/internal/clock"
)

// varnish is a running Varnish with the configuration for operators, and the purge hook before it, which tests watch
// and turn off.
type varnish struct {
	url  string
	hook *httptest.Server
	down atomic.Bool
}

// freeAddress is a port of this machine that nobody listens on.
func freeAddress(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().String()
}

// openVarnish starts Varnish before a server.
func openVarnish(t *testing.T, server string) *varnish {
	t.Helper()
	host, port, _ := net.SplitHostPort(server)
	text := strings.Replace(readFile(t, "deploy/varnish.vcl"), `"8080"`, `"`+port+`"`, 1)
	folder, address := t.TempDir(), freeAddress(t)
	config := folder + "/varnish.vcl"
	writeFile(t, config, strings.Replace(text, `.host = "127.0.0.1"`, `.host = "`+host+`"`, 1))
	command := exec.CommandContext(t.Context(), "varnishd", "-F", "-j", "none", "-a", address, "-f", config,
		"-n", folder+"/n", "-s", "malloc,64m", "-p", "thread_pool_min=10")
	var log strings.Builder
	command.Stdout, command.Stderr = &log, &log
	command.Cancel = func() error { return command.Process.Signal(syscall.SIGTERM) }
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = command.Wait() }) // the context of the test has ended by then
	v := &varnish{url: "http://" + address}
	target, _ := url.Parse(v.url)
	proxy := &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(target) }}
	v.hook = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if v.down.Load() {
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		proxy.ServeHTTP(w, r)
	}))
	t.Cleanup(v.hook.Close)
	within(t, 10*time.Second, "Varnish answers", func() bool {
		response, err := http.Get(v.url + "/robots.txt")
		if err != nil {
			return false
		}
		response.Body.Close()
		return true
	})
	return v
}

// read returns a page, and whether Varnish had it.
func (v *varnish) read(base, path string) (status int, body string, kept bool, err error) {
	response, err := http.Get(base + path)
	if err != nil {
		return 0, "", false, err
	}
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	return response.StatusCode, string(content), len(strings.Fields(response.Header.Get("X-Varnish"))) == 2, err
}

// readThrough are what is read, by pages and by queries.
func readThrough(slugs []string) (paths []string) {
	query := func(text string) { paths = append(paths, "/graphql?query="+url.QueryEscape(text)) }
	paths = append(paths, "/find", "/care", "/sitemap.xml", "/robots.txt", "/find?q=changed")
	query(`{ directory { version providerCount } }`)
	query(`{ providers(first: 5, orderBy: RECENTLY_UPDATED) { nodes { name } facets { states { count } } } }`)
	query(`{ conditions(first: 50) { nodes { name description } } }`)
	for _, slug := range slugs {
		paths = append(paths, "/providers/"+slug)
		query(fmt.Sprintf(`{ provider(by: {slug: %q}) { name statement worksFor { name } } }`, slug))
	}
	return paths
}

// Through Varnish, nothing is read that is older than a second after the purge hook was called. Where the hook is down,
// what is kept expires as its header says, and nothing more is kept.
func TestCachesInFrontThousandWrites(t *testing.T) {
	t.Parallel()
	_, err := exec.LookPath("varnishd")
	require(t, "varnishd (Debian's package varnish)", err == nil)
	const writes, lifetime = 1000, 6 * time.Second
	data, address := demoData(t), freeAddress(t)
	editor := newToken(t, data, "editor")
	v := openVarnish(t, address)
	s := launch(t, "--listen", address, "--data", data, "--max-cost", "0", "--log-level", "error",
		"--purge-url", v.hook.URL+"/purge", "--purge-max-age", lifetime.String())
	s.awaitReady(t)
	w := &cachedWrites{t: t, s: s, v: v, editor: editor}
	w.begin()
	var running sync.WaitGroup
	var hits, reads atomic.Int64
	done := make(chan struct{})
	stop := sync.OnceFunc(func() {
		close(done)
		running.Wait()
	})
	defer stop()
	for reader := range 3 {
		running.Go(func() {
			for i := reader; !closed(done); i++ {
				_, _, kept, err := v.read(v.url, w.paths[i%len(w.paths)])
				if err != nil {
					t.Error(err)
					return
				}
				if reads.Add(1); kept {
					hits.Add(1)
				}
			}
		})
	}
	for i := range writes {
		w.write(i)
		if i%200 == 199 {
			w.compare()
		}
	}
	stop()
	w.compare()
	t.Logf("%d writes, %d reads through Varnish, of which it had %d", writes, reads.Load(), hits.Load())
	if hits.Load() == 0 {
		t.Error("Varnish kept nothing")
	}
	w.withoutHook(lifetime)
}

func closed(done chan struct{}) bool {
	select {
	case <-done:
		return true
	default:
		return false
	}
}

// within waits until something holds, and fails where it does not in time.
func within(t *testing.T, time time.Duration, what string, holds func() bool) {
	t.Helper()
	for waited := clock.Start(); !holds(); tick() {
		if waited.Elapsed() > time {
			t.Fatalf("%s: not within %v", what, time)
		}
	}
}

func tick() { <-time.After(10 * time.Millisecond) }

// cachedWrites are writes of all kinds, and what is read of them.
type cachedWrites struct {
	t      *testing.T
	s      *program
	v      *varnish
	editor string
	ids    []string // of the providers, of the condition and of the article
	paths  []string
	last   clock.Stopwatch // since the last write
}

const cachedProviders = 6

func (w *cachedWrites) mutate(mutation string) string {
	w.t.Helper()
	answer := w.s.queryAs(w.t, w.editor, "mutation { "+mutation+" }", nil)
	w.last = clock.Start()
	if strings.Contains(answer, `"errors"`) || strings.Contains(answer, `"code"`) {
		w.t.Fatalf("%s: %s", mutation, answer)
	}
	return answer
}

func (w *cachedWrites) begin() {
	w.t.Helper()
	var slugs []string
	create := func(mutation, document string) {
		answer := w.mutate("m: " + mutation + " { d: " + document + " { id } userErrors { code message } }")
		w.ids = append(w.ids, strings.Trim(member(w.t, answer, "data", "m", "d", "id"), `"`))
	}
	for i := range cachedProviders {
		slugs = append(slugs, fmt.Sprint("cached-", i))
		input := fmt.Sprintf(`{slug: "cached-%d", name: "Cached", kind: ORGANIZATION}`, i)
		create("createProvider(input: "+input+")", "provider")
	}
	create(`createCondition(input: {slug: "cached", name: "Cached Worry"})`, "condition")
	w.paths = readThrough(slugs)
}

// write makes one write. Most are of providers, of which some work for others; some are retired, and come again.
func (w *cachedWrites) write(i int) {
	w.t.Helper()
	id := w.ids[i%cachedProviders]
	input := fmt.Sprintf(`name: "Changed %d", statement: "The text %d."`, i, i)
	const errors = `{ userErrors { code message } }`
	switch i % 20 {
	case 7:
		const update = `updateCondition(id: %q, input: {description: "Worry %d."}) `
		w.mutate(fmt.Sprintf(update+errors, w.ids[cachedProviders], i))
	case 11:
		w.mutate(fmt.Sprintf(`retireProvider(id: %q) `+errors, id))
		w.mutate(fmt.Sprintf(`reinstateProvider(id: %q) `+errors, id))
	case 13:
		slug := fmt.Sprint("cached-", i%cachedProviders)
		for _, next := range []string{slug + "-moved", slug} {
			w.mutate(fmt.Sprintf(`updateProvider(id: %q, input: {slug: %q}) `+errors, id, next))
		}
	default:
		w.mutate(fmt.Sprintf(`updateProvider(id: %q, input: {%s}) `+errors, id, input))
	}
}

// compare compares what Varnish has with the server, a second after the hook was called, which is 0.1 s after a write.
func (w *cachedWrites) compare() {
	w.t.Helper()
	const gathering = 100 * time.Millisecond
	for w.last.Elapsed() < time.Second+gathering {
		tick()
	}
	for _, path := range w.paths {
		status, want, _, err := w.v.read(w.s.url, path)
		gotStatus, got, kept, failed := w.v.read(w.v.url, path)
		if err != nil || failed != nil {
			w.t.Fatal(err, failed)
		}
		if status != gotStatus || got != want {
			w.t.Errorf("%s, kept %t: status %d\n%.2000s\nwant %d\n%.2000s", path, kept, gotStatus, got, status, want)
		}
	}
}

// withoutHook turns the hook off and on again.
func (w *cachedWrites) withoutHook(lifetime time.Duration) {
	w.t.Helper()
	const path = "/providers/cached-0"
	same := func() bool {
		_, want, _, _ := w.v.read(w.s.url, path)
		_, got, _, _ := w.v.read(w.v.url, path)
		return got == want
	}
	keeps := func() bool {
		response, err := http.Head(w.s.url + path)
		if err != nil {
			w.t.Fatal(err)
		}
		response.Body.Close()
		return response.Header.Get("Surrogate-Control") != ""
	}
	within(w.t, 5*time.Second, "the hook succeeds, and pages are kept", keeps)
	if !same() {
		w.t.Error("a page is stale while nothing changes")
	}
	w.v.down.Store(true)
	w.mutate(fmt.Sprintf(`updateProvider(id: %q, input: {name: "Unpurged"}) { userErrors { code } }`, w.ids[0]))
	if same() {
		w.t.Error("the page is not kept")
	}
	within(w.t, 2*time.Second, "nothing is kept while the hook fails", func() bool { return !keeps() })
	within(w.t, lifetime+time.Second, "the page expires as its header says", same)
	w.v.down.Store(false)
	within(w.t, 10*time.Second, "pages are kept again", keeps)
}
