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

// Record is what is recorded of one request. It is not safe for concurrent use.
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
	// transport and operations are set for a connection that stays open.
	transport  string
	operations int
}

type recordKey struct{}

// RecordOf returns the record of the request, or one that is discarded where there is none.
func RecordOf(ctx context.Context) *Record {
	if record, ok := ctx.Value(recordKey{}).(*Record); ok {
		return record
	}
	return &Record{}
}

// maxName is the maximum size in bytes of an operation's name.
const maxName = 64

// Operation records the name of the operation, its type (query, mutation or subscription) and its cost.
func (r *Record) Operation(name, kind string, cost int) {
	r.graphql, r.operation, r.kind, r.cost = true, shortened(name), kind, cost
}

func shortened(name string) string { return name[:min(len(name), maxName)] }

// CacheHit records that the response came from the response cache.
func (r *Record) CacheHit() { r.cacheHit = true }

// Principal records the id of the principal.
func (r *Record) Principal(id string) { r.principal = id }

// Outcome records the code of the first error of the response.
func (r *Record) Outcome(code string) {
	r.graphql = true
	if r.outcome == "" {
		r.outcome = code
	}
}

// Panic logs a panic with the operation's name.
func (r *Record) Panic(ctx context.Context, panicked any, stack []byte) {
	if r.telemetry != nil {
		r.telemetry.logger.ErrorContext(ctx, "panic", "request", r.id, "operation", r.operation,
			"panic", fmt.Sprint(panicked), "stack", string(stack))
	}
}

// Handler records the requests that pass through it, in the log, the metrics and the traces. It gives each an id, or
// keeps the one in X-Request-Id.
func (t *Telemetry) Handler(next http.Handler) http.Handler {
	propagator := propagation.TraceContext{}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		watch := clock.Start()
		record := &Record{telemetry: t, id: requestID(r)}
		w.Header().Set("X-Request-Id", record.id)
		ctx, span := context.WithValue(r.Context(), recordKey{}, record), discarded
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

// noError is the outcome without an error.
const noError = "OK"

func outcomeOf(code string) string {
	if code == "" {
		return noError
	}
	return code
}

// tell records a request that has ended.
func (t *Telemetry) tell(
	ctx context.Context,
	r *http.Request,
	record *Record,
	seen *observed,
	span trace.Span,
	took time.Duration,
) {
	if record.graphql && record.transport == "" {
		t.metrics.observe(record.operation, outcomeOf(record.outcome), took)
		if record.cacheHit {
			for _, hits := range t.metrics.hits {
				hits.Inc()
			}
		}
	}
	if span.IsRecording() {
		record.describe(span, r, seen.code())
	}
	span.End()
	level := slog.LevelInfo
	if !record.graphql {
		level = slog.LevelDebug // probes, pages and their assets
	}
	if t.logger.Enabled(ctx, level) {
		t.logger.LogAttrs(ctx, level, "request", record.attributes(r, seen, took)...)
	}
}

// describe sets the attributes of the request's span.
func (r *Record) describe(span trace.Span, request *http.Request, status int) {
	span.SetAttributes(
		attribute.String("http.request.method", request.Method),
		attribute.String("url.path", request.URL.Path),
		attribute.Int("http.response.status_code", status),
		attribute.String("request.id", r.id),
	)
	if r.graphql {
		span.SetAttributes(
			attribute.String("graphql.operation.name", r.operation),
			attribute.String("graphql.operation.type", r.kind),
			attribute.Int("graphql.operation.cost", r.cost),
			attribute.String("graphql.outcome", outcomeOf(r.outcome)),
		)
	}
}

// attributes are those of the request's line in the log.
func (r *Record) attributes(request *http.Request, seen *observed, took time.Duration) []slog.Attr {
	attributes := []slog.Attr{
		slog.String("request", r.id),
		slog.String("method", request.Method),
		slog.String("path", request.URL.Path),
		slog.Int("status", seen.code()),
		slog.Int64("bytes", seen.bytes),
		slog.Float64("ms", float64(took.Microseconds())/1000),
	}
	if r.graphql {
		attributes = append(
			attributes,
			slog.String("operation", r.operation),
			slog.String("type", r.kind),
			slog.Int("cost", r.cost),
			slog.String("outcome", outcomeOf(r.outcome)),
		)
	}
	if r.transport != "" {
		attributes = append(
			attributes,
			slog.String("transport", r.transport),
			slog.Int("operations", r.operations),
		)
	}
	if r.principal != "" {
		attributes = append(attributes, slog.String("principal", r.principal))
	}
	return attributes
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

// observed records the status and the size of a response.
type observed struct {
	http.ResponseWriter
	status int
	bytes  int64
}

// WriteHeader records the status.
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
