package e2e

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	collector "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	trace "go.opentelemetry.io/proto/otlp/trace/v1"
	"google.golang.org/protobuf/proto"
)

// receiver takes traces as a collector does.
type receiver struct {
	*httptest.Server
	mutex sync.Mutex
	raw   bytes.Buffer
	spans []*trace.Span
}

func newReceiver(t *testing.T) *receiver {
	r := &receiver{}
	r.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, request *http.Request) {
		body, err := io.ReadAll(request.Body)
		var export collector.ExportTraceServiceRequest
		if err != nil || proto.Unmarshal(body, &export) != nil || request.URL.Path != "/v1/traces" {
			t.Errorf("%s sent what is no trace", request.URL)
			return
		}
		r.mutex.Lock()
		defer r.mutex.Unlock()
		r.raw.Write(body)
		for _, resource := range export.ResourceSpans {
			for _, scope := range resource.ScopeSpans {
				r.spans = append(r.spans, scope.Spans...)
			}
		}
		w.Header().Set("Content-Type", "application/x-protobuf")
	}))
	t.Cleanup(r.Close)
	return r
}

// children are the names of the spans within that of a request, in their order.
func (r *receiver) children(request string) (names []string) {
	slices.SortFunc(
		r.spans,
		func(a, b *trace.Span) int { return int(int64(a.StartTimeUnixNano) - int64(b.StartTimeUnixNano)) },
	)
	for _, parent := range r.spans {
		if parent.Name != request {
			continue
		}
		for _, child := range r.spans {
			if bytes.Equal(child.ParentSpanId, parent.SpanId) && bytes.Equal(child.TraceId, parent.TraceId) {
				names = append(names, child.Name)
			}
		}
	}
	return names
}

// One request is seen in the log, the metrics and the traces, and in none of them what it was about.
func TestOneRequestIsToldOf(t *testing.T) {
	t.Parallel()
	traces := newReceiver(t)
	setenv(t, "OTEL_EXPORTER_OTLP_ENDPOINT", traces.URL)
	server := openServer(t, "--data", demoData(t), "--admin", "127.0.0.1:0", "--log-format", "json")

	const secret = "sleeplessnight"
	body := strings.NewReader(strings.ReplaceAll(`{
		"query": "query Search($text: String) { a: providers(filter: {text: $text}) { totalCount } `+
		`b: providers(filter: {text: \"SECRET\"}) { totalCount } c: provider(by: {slug: \"SECRET\"}) { name } }",
		"variables": {"text": "SECRET"}
	}`, "SECRET", secret))
	request, err := http.NewRequest(http.MethodPost, server.url+"/graphql", body)
	if err != nil {
		t.Fatal(err)
	}
	request.Header = http.Header{"Content-Type": {"application/json"}, "X-Request-Id": {"a-request"}}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != 200 || strings.Contains(string(answer), "errors") ||
		response.Header.Get("X-Request-Id") != "a-request" {
		t.Fatalf("status %d, %v: %s", response.StatusCode, response.Header, answer)
	}
	server.query(t, `query Wrong { `+secret+` }`, nil)
	fetch(t, server.url+"/readyz")
	metrics := fetch(t, server.metrics)
	server.stop(t)

	mustContain(t, "metrics", metrics,
		`findcare_requests_total{operation="Search",outcome="OK"} 1`+"\n",
		`findcare_requests_total{operation="",outcome="GRAPHQL_VALIDATION_FAILED"} 1`+"\n",
		`findcare_request_duration_seconds_count{operation="Search"} 1`+"\n",
		"findcare_directory_providers 600\n", "findcare_database_up 1\n")
	line := logLineOf(t, server, "a-request")
	for name, want := range map[string]any{
		"msg": "request", "method": "POST", "path": "/graphql", "status": 200.0, "operation": "Search", "type": "query",
		"outcome": "OK", "bytes": float64(len(answer)),
	} {
		if line[name] != want {
			t.Errorf("the log has %s %v, want %v", name, line[name], want)
		}
	}
	for request, want := range map[string][]string{
		"POST /graphql": {"prepare", "execute", "write", "prepare", "write"}, "GET /readyz": {"find"},
	} {
		if got := traces.children(request); !slices.Equal(got, want) {
			t.Errorf("spans of %s: %v", request, got)
		}
	}
	raw := traces.raw.String()
	for name, text := range map[string]string{"log": server.log.String(), "metrics": metrics, "traces": raw} {
		if strings.Contains(text, secret) {
			t.Errorf("the %s tell what somebody searched for", name)
		}
	}
	mustContain(t, "traces", raw, "a-request")
}

// logLineOf returns the line of a request in a log of JSON.
func logLineOf(t *testing.T, server *program, request string) (line map[string]any) {
	t.Helper()
	for text := range strings.Lines(server.log.String()) {
		var entry map[string]any
		if err := json.Unmarshal([]byte(text), &entry); err != nil {
			t.Errorf("not JSON: %s", text)
		}
		if entry["request"] == request {
			line = entry
		}
	}
	return line
}

// OpenTelemetry's own errors are lines of the log like any other.
func TestTracesThatCannotBeSent(t *testing.T) {
	t.Parallel()
	var refused atomic.Int64
	collector := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		refused.Add(1)
		http.Error(w, "no traces here", http.StatusBadRequest)
	}))
	defer collector.Close()
	setenv(t, "OTEL_EXPORTER_OTLP_ENDPOINT", collector.URL)
	setenv(t, "OTEL_EXPORTER_OTLP_TIMEOUT", "soon") // which should be milliseconds
	setenv(t, "OTEL_BSP_SCHEDULE_DELAY", "10")
	server := openServer(t, "--data", demoData(t), "--log-format", "json")
	waitUntil(t, "traces that are refused", func() bool {
		server.query(t, `{ directory { providerCount } }`, nil)
		return refused.Load() > 1 // the complaint about the first was made before
	})
	server.stop(t)
	told := map[string]int{}
	for text := range strings.Lines(server.log.String()) {
		var line struct{ Msg, Error, Err string }
		if err := json.Unmarshal([]byte(text), &line); err != nil {
			t.Errorf("not JSON: %s", text)
		}
		if strings.Contains(line.Error, "400") || strings.Contains(line.Err, "soon") {
			told[line.Msg]++
		}
	}
	if told["traces were lost"] == 0 || told["parse duration"] == 0 {
		t.Errorf("the log tells of %v:\n%s", told, &server.log)
	}
}

func fetch(t *testing.T, address string) string {
	t.Helper()
	response, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}
