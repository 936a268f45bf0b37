package httpmw_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"findcare/internal/clock"
	"findcare/internal/clock/clocktest"
	"findcare/internal/httpmw"
	"findcare/models"
)

// watch is a clock that the test sets.
type watch struct {
	mutex sync.Mutex
	at    time.Time
}

func (w *watch) now() time.Time {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	return w.at
}

func (w *watch) pass(d time.Duration) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.at = w.at.Add(d)
}

func writeError(w http.ResponseWriter, _ *http.Request, refused *httpmw.HTTPError) {
	refused.SetRetryAfter(w.Header())
	http.Error(w, refused.Message, refused.Status)
}

// ask sends a request from an address and returns the status and Retry-After.
func ask(handler http.Handler, from, path string) string {
	request := httptest.NewRequest(http.MethodGet, path, nil)
	request.RemoteAddr = from
	response := httptest.NewRecorder()
	handler.ServeHTTP(response, request)
	return fmt.Sprint(response.Code, " ", response.Header().Get("Retry-After"))
}

func nothing(http.ResponseWriter, *http.Request) {}

// TestOneBucketForAllHandlers: all requests of a client take tokens from the same bucket, which fills by the clock that
// was passed in.
func TestOneBucketForAllHandlers(t *testing.T) {
	hands := &watch{at: time.Unix(0, 0)}
	admission := httpmw.New(
		httpmw.RateLimit{RateLimit: 0.5, RateBurst: 2, RateParallel: 8, MaxConcurrent: 8},
		hands.now,
	)
	mux := http.NewServeMux()
	mux.HandleFunc("/graphql", nothing)
	mux.HandleFunc("/find", nothing)
	mux.HandleFunc("/healthz", nothing)
	handler := admission.Handler(mux, func(r *http.Request) bool { return r.URL.Path == "/healthz" }, writeError)
	for i, step := range []struct {
		pass             time.Duration
		from, path, want string
	}{
		{0, "192.0.2.1:1", "/graphql", "200 "},
		{0, "192.0.2.1:2", "/find", "200 "},
		{0, "192.0.2.1:2", "/find", "429 2"},
		{0, "192.0.2.1:1", "/graphql", "429 2"},
		{0, "192.0.2.1:1", "/nowhere", "429 2"},
		{0, "192.0.2.1:1", "/healthz", "200 "},
		{0, "192.0.2.2:1", "/find", "200 "},
		{time.Second, "192.0.2.1:1", "/find", "429 1"},
		{time.Second, "192.0.2.1:1", "/find", "200 "},
		{0, "192.0.2.1:1", "/graphql", "429 2"},
		{-time.Hour, "192.0.2.1:1", "/graphql", "429 2"},
		{time.Hour + 24*time.Hour, "192.0.2.1:1", "/graphql", "200 "},
		{0, "[2001:db8:1:2::1]:1", "/find", "200 "},
		{0, "[2001:db8:1:2:ffff::1]:1", "/find", "200 "},
		{0, "[2001:db8:1:2:eeee::1]:1", "/graphql", "429 2"},
		{0, "[2001:db8:1:3::1]:1", "/graphql", "200 "},
	} {
		hands.pass(step.pass)
		if got := ask(handler, step.from, step.path); got != step.want {
			t.Errorf("step %d, %s from %s: %s, want %s", i, step.path, step.from, got, step.want)
		}
	}
}

// TestExecutionIsCharged: a client that uses more processor time waits longer, for every handler.
func TestExecutionIsCharged(t *testing.T) {
	hands := &watch{at: time.Unix(0, 0)}
	admission := httpmw.New(httpmw.RateLimit{RateLimit: 1, RateBurst: 6, RateParallel: 8, MaxConcurrent: 8}, hands.now)
	mux := http.NewServeMux()
	mux.HandleFunc("/find", func(_ http.ResponseWriter, r *http.Request) {
		refused := httpmw.ClientOf(r.Context()).Run(r.Context(), func() {
			for working := clock.Start(); working.Elapsed() < 20*time.Millisecond; { // work
			}
		})
		if refused != nil {
			t.Error(refused)
		}
	})
	mux.HandleFunc("/graphql", nothing)
	handler := admission.Handler(mux, nil, writeError)
	if got := ask(handler, "192.0.2.1:1", "/find"); got != "200 " {
		t.Fatal(got)
	}
	// Of six tokens, one is taken for the request and six for its time: the next is there in two seconds.
	if got := ask(handler, "192.0.2.1:1", "/graphql"); got != "429 2" {
		t.Errorf("after work for more than there was: %s", got)
	}
	hands.pass(2 * time.Second)
	if got := ask(handler, "192.0.2.1:1", "/graphql"); got != "200 " {
		t.Errorf("two seconds later: %s", got)
	}
}

// TestMaxConcurrent: the limit covers all clients and all handlers.
func TestMaxConcurrent(t *testing.T) {
	admission := httpmw.New(httpmw.RateLimit{MaxConcurrent: 1}, clocktest.Now)
	clients := make(chan *httpmw.Client, 2)
	handler := admission.Handler(
		http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { clients <- httpmw.ClientOf(r.Context()) }),
		nil,
		writeError,
	)
	ask(handler, "192.0.2.1:1", "/find")
	ask(handler, "192.0.2.2:1", "/graphql")
	one, other := <-clients, <-clients
	var inner *httpmw.HTTPError
	if refused := one.Run(t.Context(), func() { inner = other.Run(t.Context(), func() {}) }); refused != nil {
		t.Fatal(refused)
	}
	if inner == nil || inner.Code != models.CodeOverloaded || inner.Wait != time.Second {
		t.Errorf("the second: %+v", inner)
	}
	if refused := other.Run(t.Context(), func() {}); refused != nil {
		t.Errorf("after the first: %+v", refused)
	}
}

// TestClientsWaitForASlot, and not beyond the deadline of the request.
func TestClientsWaitForASlot(t *testing.T) {
	admission := httpmw.New(
		httpmw.RateLimit{RateLimit: 1, RateBurst: 1000, RateParallel: 1000, MaxConcurrent: 1000},
		clocktest.Now,
	)
	var client *httpmw.Client
	handler := admission.Handler(
		http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { client = httpmw.ClientOf(r.Context()) }),
		nil,
		writeError,
	)
	ask(handler, "192.0.2.1:1", "/find")
	ended, end := context.WithCancel(t.Context())
	end()
	var run func(depth int) *httpmw.HTTPError
	run = func(depth int) (refused *httpmw.HTTPError) {
		ctx := t.Context()
		if depth == 0 {
			ctx = ended
		}
		outer := client.Run(ctx, func() {
			if depth > 0 {
				refused = run(depth - 1)
			}
		})
		if outer != nil {
			return outer
		}
		return refused
	}
	if refused := run(httpmw.MaxSlots()); refused == nil || refused.Code != models.CodeTimeout {
		t.Errorf("one more than the client's share: %+v", refused)
	}
	if err := client.Follow(t.Context(), func() {}); err != nil {
		t.Errorf("later: %v", err)
	}
}
