// Package telemetry tells operators what the server does: a line in the log for each request, metrics for Prometheus,
// and traces for OpenTelemetry. None of them ever holds a variable or a text that somebody searched for: these are
// health data.
package telemetry

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"regexp"
	"time"

	"github.com/go-logr/logr"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
	"go.opentelemetry.io/otel/trace/noop"

	"findcare/internal/clock"
)

// State is what the metrics tell of the directory.
type State struct {
	Version             string
	Providers, Articles int
	UpdatedAt           time.Time // zero where there is nothing yet
	// Database tells whether the database answers, and Full whether it has no room left on its disk.
	Database, Full bool
	// Feed says how changes come from the database: stream, poll, embedded or away.
	Feed string
	// Contact is when the feed last heard from the database; zero where it has not, or need not.
	Contact time.Time
	// Lag is how long after it was made the last change came.
	Lag time.Duration
	// LeftOut counts the documents that break a rule and are not shown.
	LeftOut int
	// Applied counts changes that came, Reloads how often the whole directory was read again, and Reconnects how often
	// the feed went on after an interruption.
	Applied, Reloads, Reconnects int64
}

// Telemetry holds the instruments of one server.
type Telemetry struct {
	logger  *slog.Logger
	metrics *metrics
	tracer  trace.Tracer
	traced  bool
	stop    func(context.Context) error
}

// New makes the instruments. State is asked for whenever the metrics are read. Traces are sent when the standard
// variables OTEL_EXPORTER_OTLP_ENDPOINT or OTEL_EXPORTER_OTLP_TRACES_ENDPOINT are set, by HTTP.
func New(
	ctx context.Context,
	logger *slog.Logger,
	now clock.Clock,
	state func(context.Context) State,
) (*Telemetry, error) {
	t := &Telemetry{
		logger:  logger,
		metrics: newMetrics(now, state),
		tracer:  noop.NewTracerProvider().Tracer(""),
		stop:    func(context.Context) error { return nil },
	}
	if !traced() {
		return t, nil
	}
	complainTo(logger)
	exporter, err := otlptracehttp.New(ctx)
	if err != nil {
		return nil, fmt.Errorf("send traces: %w", err)
	}
	about, err := resource.New(
		ctx,
		resource.WithAttributes(serviceName),
		resource.WithFromEnv(),
		resource.WithTelemetrySDK(),
	)
	if err != nil {
		return nil, fmt.Errorf("send traces: %w", err)
	}
	provider := sdktrace.NewTracerProvider(sdktrace.WithBatcher(exporter), sdktrace.WithResource(about))
	t.tracer, t.traced, t.stop = provider.Tracer("findcare"), true, provider.Shutdown
	return t, nil
}

// complainTo lets the log have what OpenTelemetry complains of: traces that cannot be sent, variables that it does not
// understand. It has one place for that in a process, which is standard error, as text, by default.
func complainTo(logger *slog.Logger) {
	otel.SetErrorHandler(otel.ErrorHandlerFunc(func(err error) { logger.Warn("traces were lost", "error", err) }))
	otel.SetLogger(logr.FromSlogHandler(logger.Handler()))
}

// Close sends what was not sent yet.
func (t *Telemetry) Close(ctx context.Context) error { return t.stop(ctx) }

func traced() bool {
	return os.Getenv("OTEL_SDK_DISABLED") != "true" &&
		os.Getenv("OTEL_EXPORTER_OTLP_ENDPOINT")+os.Getenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT") != ""
}

// Check tells of what is wrong with the standard variables of OpenTelemetry.
func Check() error {
	if !traced() {
		return nil
	}
	var faults []error
	for _, name := range []string{"OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL"} {
		if protocol := os.Getenv(name); protocol != "" && protocol != "http/protobuf" {
			faults = append(faults, fmt.Errorf("%s: %q must be http/protobuf", name, protocol))
		}
	}
	for _, name := range []string{"OTEL_EXPORTER_OTLP_HEADERS", "OTEL_EXPORTER_OTLP_TRACES_HEADERS"} {
		// which hold keys: OpenTelemetry would log those
		if given := os.Getenv(name); given != "" && !headers.MatchString(given) {
			faults = append(faults, fmt.Errorf("%s: must be headers such as x-key=secret, separated by commas", name))
		}
	}
	return errors.Join(faults...)
}

// headers are name=value, separated by commas, with other characters than letters and digits percent-encoded in the
// values.
var headers = regexp.MustCompile(`^([^=,]+=([^,%]|%[0-9A-Fa-f]{2})*(,|$))+$`)
