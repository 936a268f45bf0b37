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

// State is the state of the directory as metrics show it.
type State struct {
	Version             string
	Providers, Articles int
	// Unconfirmed counts the providers whom nobody has confirmed lately.
	Unconfirmed int
	UpdatedAt   time.Time // zero until the directory is loaded
	// Database reports whether the database responds, and Full whether its disk is full.
	Database, Full bool
	// Feed says how changes come from the database: stream, poll, embedded or away.
	Feed string
	// Contact is when the feed last had a response from the database; zero where it had none, or needs none.
	Contact time.Time
	// Lag is how long the last change took to arrive.
	Lag time.Duration
	// Checkpoint is when the checkpoint was written that a start would go on from; nil where there is none.
	Checkpoint *time.Time
	// Quarantined counts the invalid documents, which are not shown.
	Quarantined int
	// Applied counts changes by others, Reloads how often the whole directory was read again, and Reconnects how often
	// the feed resumed after an interruption.
	Applied, Reloads, Reconnects int64
	// SchedulesPublished and SchedulesFailed count the working copies that were published at their times, and those
	// that could not be.
	SchedulesPublished, SchedulesFailed int64
	// WebhooksDelivered and WebhooksFailed count what was sent to webhooks here, and WebhooksFailing those that fail.
	WebhooksDelivered, WebhooksFailed, WebhooksFailing int64
	// Purged and PurgesFailed count the calls of the purge hook, and PurgePending is how long the oldest change waits
	// for one.
	Purged, PurgesFailed int64
	PurgePending         time.Duration
}

// Telemetry holds the instruments of one server.
type Telemetry struct {
	logger  *slog.Logger
	metrics *metrics
	tracer  trace.Tracer
	traced  bool
	stop    func(context.Context) error
}

// New returns the instruments. State is called whenever the metrics are scraped. Traces are sent over HTTP where the
// standard variables OTEL_EXPORTER_OTLP_ENDPOINT or OTEL_EXPORTER_OTLP_TRACES_ENDPOINT are set.
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
	logErrors(logger)
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

// logErrors sends OpenTelemetry's own errors to the log: traces that cannot be sent, variables that it does not
// understand. OpenTelemetry has one handler per process, which by default prints them as text.
func logErrors(logger *slog.Logger) {
	otel.SetErrorHandler(otel.ErrorHandlerFunc(func(err error) { logger.Warn("traces were lost", "error", err) }))
	otel.SetLogger(logr.FromSlogHandler(logger.Handler()))
}

// Close sends the remaining traces.
func (t *Telemetry) Close(ctx context.Context) error { return t.stop(ctx) }

func traced() bool {
	return os.Getenv("OTEL_SDK_DISABLED") != "true" &&
		os.Getenv("OTEL_EXPORTER_OTLP_ENDPOINT")+os.Getenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT") != ""
}

// Check returns what is wrong with the standard variables of OpenTelemetry.
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
		// OpenTelemetry would log an invalid value, and these hold keys.
		if given := os.Getenv(name); given != "" && !headers.MatchString(given) {
			faults = append(faults, fmt.Errorf("%s: must be headers such as x-key=secret, separated by commas", name))
		}
	}
	return errors.Join(faults...)
}

// headers matches name=value pairs, separated by commas, with percent-encoding in the values.
var headers = regexp.MustCompile(`^([^=,]+=([^,%]|%[0-9A-Fa-f]{2})*(,|$))+$`)
