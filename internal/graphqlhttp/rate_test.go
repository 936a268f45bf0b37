package graphqlhttp_test

import (
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"time"

	"findcare/internal/clock"
	"findcare/internal/clock/clocktest"
	"findcare/internal/graphqlhttp"
	"findcare/internal/httpmw"
	"findcare/models"
)

// admitted is a handler behind an admission control of its own.
func admitted(limit httpmw.RateLimit, next http.Handler) http.Handler {
	return httpmw.New(limit, clocktest.Now).Handler(next, nil, graphqlhttp.WriteError)
}

func TestRateLimit(t *testing.T) {
	// A token an hour: none comes back while the test runs.
	limit := httpmw.RateLimit{RateLimit: 1.0 / 3600, RateBurst: 2, RateParallel: 1}
	handler := admitted(
		limit,
		http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }),
	)
	ask := func(address string) *httptest.ResponseRecorder {
		request := httptest.NewRequest("GET", "/graphql", nil)
		request.RemoteAddr = address
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, request)
		return recorder
	}
	for _, step := range []struct {
		name, address string
		status        int
	}{
		{"the first", "192.0.2.1:1", 204},
		{"the second, from another port", "192.0.2.1:2", 204},
		{"the third", "192.0.2.1:1", 429},
		{"another address", "192.0.2.2:1", 204},
		{"IPv6", "[2001:db8:1:2::1]:1", 204},
		{"the same network", "[2001:db8:1:2:ffff::1]:1", 204},
		{"the same network again", "[2001:db8:1:2:eeee::1]:1", 429},
		{"another network", "[2001:db8:1:3::1]:1", 204},
	} {
		t.Run(step.name, func(t *testing.T) {
			response := ask(step.address)
			if response.Code != step.status {
				t.Fatalf("status %d, want %d", response.Code, step.status)
			}
			if step.status != 429 {
				return
			}
			if retry, body := response.Header().Get("Retry-After"), response.Body.String(); retry != "3600" ||
				!strings.Contains(body, `"RATE_LIMITED"`) {
				t.Errorf("Retry-After %s: %s", retry, body)
			}
		})
	}
}

func TestNoRateLimit(t *testing.T) {
	handler := admitted(
		httpmw.RateLimit{},
		http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }),
	)
	for range 1000 {
		response := httptest.NewRecorder()
		handler.ServeHTTP(response, httptest.NewRequest(http.MethodGet, "/graphql", nil))
		if response.Code != http.StatusNoContent {
			t.Fatalf("status %d where there is no limit", response.Code)
		}
	}
}

// ask sends a query from an address.
func ask(handler http.Handler, address, query string) *httptest.ResponseRecorder {
	request := httptest.NewRequest("POST", "/graphql", strings.NewReader(`{"query":"`+query+`"}`))
	request.Header.Set("Content-Type", "application/json")
	request.RemoteAddr = address + ":1"
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, request)
	return recorder
}

// years is a query that asks for today's date.
const years = "{ providers(first: 1, orderBy: EXPERIENCE) { nodes { yearsInPractice } } }"

// limited is the endpoint behind a rate limit. It calls today for the query years.
func limited(t *testing.T, limit httpmw.RateLimit, today func()) http.Handler {
	t.Helper()
	handler, err := graphqlhttp.New(executorAt(t, true, func() models.Date { today(); return "2026-11-24" }), usual)
	if err != nil {
		t.Fatal(err)
	}
	return admitted(limit, handler)
}

func TestLongRequestsCostMoreTokens(t *testing.T) {
	limit := httpmw.RateLimit{RateLimit: 1.0 / 3600, RateBurst: 5, RateParallel: 1}
	handler := limited(t, limit, func() {
		for started := clock.Start(); started.Elapsed() < 20*time.Millisecond; { // work
		}
	})
	for _, step := range []struct {
		address, query string
		status         int
	}{
		{"192.0.2.1", years, 200},
		{"192.0.2.1", "{ __typename }", 429},
		{"192.0.2.2", "{ __typename }", 200},
	} {
		if answer := ask(handler, step.address, step.query); answer.Code != step.status {
			t.Errorf("%s from %s: status %d, want %d", step.query, step.address, answer.Code, step.status)
		}
	}
}

// TestOneClientNeverTakesAllProcessors sends more requests of one client than it has slots: the rest waits, and another
// client does not.
func TestOneClientNeverTakesAllProcessors(t *testing.T) {
	share := max(runtime.GOMAXPROCS(0)/2, 1)
	asked := share + 5
	running, finish := make(chan struct{}, asked), make(chan struct{})
	handler := limited(
		t,
		httpmw.RateLimit{RateLimit: 1, RateBurst: 1e6, RateParallel: asked, MaxConcurrent: asked + 1},
		func() { running <- struct{}{}; <-finish },
	)
	answers := make(chan int, asked)
	for range asked {
		go func() { answers <- ask(handler, "192.0.2.1", years).Code }()
	}
	for range share {
		<-running
	}
	if answer := ask(handler, "192.0.2.2", "{ __typename }"); answer.Code != 200 {
		t.Errorf("another client: status %d", answer.Code)
	}
	if len(running) > 0 {
		t.Errorf("%d run beyond the client's share", len(running))
	}
	close(finish)
	for range asked {
		if status := <-answers; status != 200 {
			t.Errorf("status %d", status)
		}
	}
}

func TestTooManyRequestsInFlight(t *testing.T) {
	arrived, finish := make(chan struct{}), make(chan struct{})
	limit := httpmw.RateLimit{RateLimit: 1, RateBurst: 100, RateParallel: 1}
	handler := admitted(
		limit,
		http.HandlerFunc(func(http.ResponseWriter, *http.Request) { arrived <- struct{}{}; <-finish }),
	)
	first := make(chan int)
	go func() { first <- ask(handler, "192.0.2.1", "").Code }()
	<-arrived
	if answer := ask(handler, "192.0.2.1", ""); answer.Code != 429 ||
		!strings.Contains(answer.Body.String(), `"RATE_LIMITED"`) {
		t.Errorf("the second: status %d: %s", answer.Code, answer.Body)
	}
	close(finish)
	if status := <-first; status != 200 {
		t.Errorf("the first: status %d", status)
	}
}
