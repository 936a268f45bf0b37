package telemetry

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"log/slog"
	"net/http"
	"regexp"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"

	"findcare/internal/clock"
)

// Record is what is told of one request. It is not safe for concurrent use.
type Record struct {
	telemetry *Telemetry
	id        string
	graphql   bool
	operation string
	kind      string
	cost      int
	outcome   string
	principal string
	cacheHit  bool
	// transport and operations are of a connection that stays open.
	transport  string
	operations int
}

type recordKey struct{}

// RecordOf returns the record of the request, and one that nobody reads where there is none.
func RecordOf(ctx context.Context) *Record {
	if record, ok := ctx.Value(recordKey{}).(*Record); ok {
		return record
	}
	return &Record{}
}

// longestName is how many bytes of an operation's name are told.
const longestName = 64

// Operation keeps the name of the operation, its type (query, mutation or subscription) and what it costs.
func (r *Record) Operation(name, kind string, cost int) {
	r.graphql, r.operation, r.kind, r.cost = true, shortened(name), kind, cost
}

func shortened(name string) string { return name[:min(len(name), longestName)] }

// CacheHit records that the response came from the response cache.
func (r *Record) CacheHit() { r.cacheHit = true }

// Principal keeps the id of whoever sends the request.
func (r *Record) Principal(id string) { r.principal = id }

// Outcome keeps the code of the first error of the answer.
func (r *Record) Outcome(code string) {
	r.graphql = true
	if r.outcome == "" {
		r.outcome = code
	}
}

// Panic logs a panic with the operation's name.
func (r *Record) Panic(ctx context.Context, panicked any, stack []byte) {
	if r.telemetry != nil {
		r.telemetry.logger.ErrorContext(
			ctx,
			"panic",
			"request",
			r.id,
			"operation",
			r.operation,
			"panic",
			fmt.Sprint(panicked),
			"stack",
			string(stack),
		)
	}
}

// Handler tells of the requests that go through it: in the log, the metrics and the traces. It gives each an id, or
// keeps the one in X-Request-Id, and recovers from panics.
func (t *Telemetry) Handler(next http.Handler) http.Handler {
	propagator := propagation.TraceContext{}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		watch := clock.Start()
		record := &Record{telemetry: t, id: requestID(r)}
		w.Header().Set("X-Request-Id", record.id)
		ctx, span := context.WithValue(r.Context(), recordKey{}, record), unseen
		if t.traced {
			ctx = propagator.Extract(ctx, propagation.HeaderCarrier(r.Header))
			ctx, span = t.tracer.Start(ctx, r.Method+" "+r.URL.Path, trace.WithSpanKind(trace.SpanKindServer))
		}
		seen := &observed{ResponseWriter: w}
		t.metrics.running.Inc()
		defer func() {
			if record.transport == "" {
				t.metrics.running.Dec()
			}
			t.tell(ctx, r, record, seen, span, watch.Elapsed())
		}()
		next.ServeHTTP(seen, r.WithContext(ctx))
	})
}

// noError is the outcome of an answer without one.
const noError = "OK"

func outcomeOf(code string) string {
	if code == "" {
		return noError
	}
	return code
}

func (t *Telemetry) tell(
	ctx context.Context,
	r *http.Request,
	record *Record,
	seen *observed,
	span trace.Span,
	took time.Duration,
) {
	outcome := outcomeOf(record.outcome)
	if record.graphql && record.transport == "" {
		t.metrics.observe(record.operation, outcome, took)
		if record.cacheHit {
			t.metrics.kept.Inc()
		}
	}
	if span.IsRecording() {
		span.SetAttributes(attribute.String("http.request.method", r.Method), attribute.String("url.path", r.URL.Path),
			attribute.Int("http.response.status_code", seen.code()), attribute.String("request.id", record.id))
		if record.graphql {
			span.SetAttributes(
				attribute.String("graphql.operation.name", record.operation),
				attribute.String("graphql.operation.type", record.kind),
				attribute.Int("graphql.operation.cost", record.cost),
				attribute.String("graphql.outcome", outcome),
			)
		}
	}
	span.End()
	level := slog.LevelInfo
	if !record.graphql {
		level = slog.LevelDebug // probes, pages and their assets
	}
	if !t.logger.Enabled(ctx, level) {
		return
	}
	attributes := []slog.Attr{
		slog.String(
			"request",
			record.id,
		), slog.String("method", r.Method), slog.String("path", r.URL.Path), slog.Int("status", seen.code()),
		slog.Int64("bytes", seen.bytes), slog.Float64("ms", float64(took.Microseconds())/1000),
	}
	if record.graphql {
		attributes = append(
			attributes,
			slog.String("operation", record.operation),
			slog.String("type", record.kind),
			slog.Int("cost", record.cost),
			slog.String("outcome", outcome),
		)
	}
	if record.transport != "" {
		attributes = append(
			attributes,
			slog.String("transport", record.transport),
			slog.Int("operations", record.operations),
		)
	}
	if record.principal != "" {
		attributes = append(attributes, slog.String("principal", record.principal))
	}
	t.logger.LogAttrs(ctx, level, "request", attributes...)
}

var goodID = regexp.MustCompile(`^[A-Za-z0-9._-]{1,64}$`)

func requestID(r *http.Request) string {
	if given := r.Header.Get("X-Request-Id"); given != "" && goodID.MatchString(given) {
		return given
	}
	var id [8]byte
	_, _ = rand.Read(id[:]) // never fails
	return hex.EncodeToString(id[:])
}

// observed keeps what was answered.
type observed struct {
	http.ResponseWriter
	status int
	bytes  int64
}

// WriteHeader keeps the status.
func (o *observed) WriteHeader(status int) {
	if o.status == 0 && (status >= http.StatusOK || status == http.StatusSwitchingProtocols) {
		o.status = status
	}
	o.ResponseWriter.WriteHeader(status)
}

// Write counts the bytes.
func (o *observed) Write(content []byte) (int, error) {
	if o.status == 0 {
		o.status = http.StatusOK
	}
	n, err := o.ResponseWriter.Write(content)
	o.bytes += int64(n)
	return n, err
}

// Unwrap is for http.ResponseController.
func (o *observed) Unwrap() http.ResponseWriter { return o.ResponseWriter }

func (o *observed) code() int {
	if o.status == 0 {
		return http.StatusOK
	}
	return o.status
}
