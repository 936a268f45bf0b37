package telemetry

import (
	"context"
	"sync"

	"go.mongodb.org/mongo-driver/v2/event"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"
)

// Names are those of OpenTelemetry's semantic conventions.
var (
	serviceName     = attribute.String("service.name", "findcare")
	databaseMongoDB = attribute.String("db.system.name", "mongodb")
)

// Span starts a span within that of the request, where it is traced.
func Span(ctx context.Context, name string) (context.Context, trace.Span) {
	parent := trace.SpanFromContext(ctx)
	if !parent.IsRecording() {
		return ctx, discarded
	}
	return parent.TracerProvider().Tracer("findcare").Start(ctx, name)
}

// discarded is a span that is not recorded.
var discarded = trace.SpanFromContext(context.Background())

// Commands returns a monitor that makes a span of each database command within a request. The span has the name and the
// collection of the command, never its content.
func Commands() *event.CommandMonitor {
	var running sync.Map // by request id
	finish := func(id int64, failure error) {
		if span, ok := running.LoadAndDelete(id); ok {
			if failure != nil {
				span.(trace.Span).SetStatus(codes.Error, "the command failed")
			}
			span.(trace.Span).End()
		}
	}
	return &event.CommandMonitor{
		Started: func(ctx context.Context, started *event.CommandStartedEvent) {
			if !trace.SpanFromContext(ctx).IsRecording() {
				return
			}
			collection, _ := started.Command.Lookup(started.CommandName).StringValueOK()
			_, span := Span(ctx, started.CommandName)
			span.SetAttributes(
				databaseMongoDB,
				attribute.String("db.operation.name", started.CommandName),
				attribute.String("db.collection.name", collection),
			)
			running.Store(started.RequestID, span)
		},
		Succeeded: func(_ context.Context, done *event.CommandSucceededEvent) { finish(done.RequestID, nil) },
		Failed: func(_ context.Context, failed *event.CommandFailedEvent) {
			finish(failed.RequestID, failed.Failure)
		},
	}
}
