package endpoint_test

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"runtime"
	"strings"
	"testing"
	"time"

	"findcare/endpoint"
	"findcare/internal/clock"
	"findcare/internal/clock/clocktest"
	"findcare/models"
)

func TestClientAddress(t *testing.T) {
	proxies := endpoint.Proxies{netip.MustParsePrefix("127.0.0.0/8"), netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("::1/128")}
	for _, test := range []struct{ name, remote, forwarded, want string }{
		{"straight", "192.0.2.1:1234", "", "192.0.2.1"},
		{"straight, and lying", "192.0.2.1:1234", "198.51.100.7", "192.0.2.1"},
		{"by a proxy", "127.0.0.1:1234", "198.51.100.7", "198.51.100.7"},
		{"by a proxy, after lying to it", "127.0.0.1:1234", "203.0.113.9, 198.51.100.7", "198.51.100.7"},
		{"by two proxies", "127.0.0.1:1234", "198.51.100.7, 10.1.2.3", "198.51.100.7"},
		{"in IPv6", "[::1]:1234", "2001:db8::7", "2001:db8::7"},
		{"IPv4 in IPv6", "[::ffff:192.0.2.1]:1234", "", "192.0.2.1"},
		{"a proxy that says nothing", "127.0.0.1:1234", "", "127.0.0.1"},
		{"a proxy that says nonsense", "127.0.0.1:1234", "unknown", "127.0.0.1"},
		{"no address", "@", "", "invalid IP"},
	} {
		t.Run(test.name, func(t *testing.T) {
			request := httptest.NewRequest("GET", "/graphql", nil)
			request.RemoteAddr = test.remote
			if test.forwarded != "" {
				request.Header.Set("X-Forwarded-For", test.forwarded)
			}
			if got := proxies.Client(request).String(); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestRateLimit(t *testing.T) {
	// A token an hour: none comes back while the test runs.
	limit := endpoint.RateLimit{RateLimit: 1.0 / 3600, RateBurst: 2, RateParallel: 1}
	handler := limit.Handler(clocktest.Now, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }))
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
			if step.status == 429 && (response.Header().Get("Retry-After") != "3600" || !strings.Contains(response.Body.String(), `"RATE_LIMITED"`)) {
				t.Errorf("%v: %s", response.Header(), response.Body)
			}
		})
	}
}

func TestNoRateLimit(t *testing.T) {
	handler := endpoint.RateLimit{}.Handler(clocktest.Now, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }))
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

// limited is the endpoint behind a rate limit; it calls today when somebody asks for years.
func limited(t *testing.T, limit endpoint.RateLimit, today func()) http.Handler {
	t.Helper()
	handler, err := endpoint.New(executorAt(t, true, func() models.Date { today(); return "2026-11-24" }), usual)
	if err != nil {
		t.Fatal(err)
	}
	return limit.Handler(clocktest.Now, handler)
}

func TestARequestThatRunsLongCountsAsSeveral(t *testing.T) {
	limit := endpoint.RateLimit{RateLimit: 1.0 / 3600, RateBurst: 5, RateParallel: 1}
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

// TestOneClientNeverTakesAllProcessors lets one client ask for more than its share at once: the rest waits, and another client
// does not.
func TestOneClientNeverTakesAllProcessors(t *testing.T) {
	share := max(runtime.GOMAXPROCS(0)/2, 1)
	asked := share + 5
	running, finish := make(chan struct{}, asked), make(chan struct{})
	handler := limited(t, endpoint.RateLimit{RateLimit: 1, RateBurst: 1e6, RateParallel: asked}, func() { running <- struct{}{}; <-finish })
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

func TestMoreUnderWayThanAllowed(t *testing.T) {
	arrived, finish := make(chan struct{}), make(chan struct{})
	limit := endpoint.RateLimit{RateLimit: 1, RateBurst: 100, RateParallel: 1}
	handler := limit.Handler(clocktest.Now, http.HandlerFunc(func(http.ResponseWriter, *http.Request) { arrived <- struct{}{}; <-finish }))
	first := make(chan int)
	go func() { first <- ask(handler, "192.0.2.1", "").Code }()
	<-arrived
	if answer := ask(handler, "192.0.2.1", ""); answer.Code != 429 || !strings.Contains(answer.Body.String(), `"RATE_LIMITED"`) {
		t.Errorf("the second: status %d: %s", answer.Code, answer.Body)
	}
	close(finish)
	if status := <-first; status != 200 {
		t.Errorf("the first: status %d", status)
	}
}
