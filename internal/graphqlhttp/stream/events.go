package stream

import (
	"context"
	"errors"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/internal/auth"
	"findcare/internal/clock"
	"findcare/internal/execution"
	"findcare/internal/httpmw"
	"findcare/internal/telemetry"
)

// MediaType is that of server-sent events.
const MediaType = "text/event-stream"

// Events is a request for server-sent events.
type Events struct {
	// Operation is what the client asks for, nil where it is not valid, as Errors say.
	Operation *Operation
	Errors    gqlerror.List
	// Buffered says that the response goes through a writer that holds the header back until a part of the body
	// follows.
	Buffered bool
}

// ServeEvents responds with server-sent events, in the distinct connections mode of
// https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md: an event next for each response, then complete. A
// stream that ends without complete was interrupted, and the client connects again. Where an error is returned, nothing
// was sent yet.
func (s *Server) ServeEvents(w http.ResponseWriter, r *http.Request, asked Events) *httpmw.HTTPError {
	client := httpmw.ClientOf(r.Context())
	if refused := s.connections.enter(client.Network(), s.options); refused != nil {
		return refused
	}
	defer s.connections.leave(client.Network())
	defer client.Linger()()
	record := telemetry.RecordOf(r.Context())
	told := record.Connect("sse")
	defer told.Close()
	ctx, cancel := context.WithCancelCause(r.Context())
	e := s.newEvents(w, cancel)
	defer e.close()
	begin := func() { s.begin(ctx, e, r, asked.Buffered) }
	if len(asked.Errors) > 0 {
		code := string(execution.ErrorCode(asked.Errors[0]))
		told.Executed("", code, 0)
		record.Outcome(code)
		begin()
		e.fail(ctx, asked.Errors)
		return nil
	}
	record.Operation(asked.Operation.Name(), string(asked.Operation.Type()), asked.Operation.Cost)
	send := func(response []byte) error { return e.next(ctx, response) }
	if err := s.deliver(ctx, asked.Operation, sink{told, begin, send}); err != nil {
		record.Outcome(string(execution.ErrorCode(err)))
		e.fail(ctx, gqlerror.List{err})
		return nil
	}
	if reason := dropReason(ctx); reason != "" {
		record.Outcome(reason)
	}
	e.complete(ctx)
	return nil
}

// begin sends the header, and from then on heartbeats. The stream ends with an error once the token of its request is
// no longer valid.
func (s *Server) begin(ctx context.Context, e *events, r *http.Request, buffered bool) {
	e.w.WriteHeader(http.StatusOK)
	opening := ""
	if buffered {
		opening = ":\n\n"
	}
	_ = e.send(ctx, opening, nil, "")
	e.running.Go(func() { every(ctx, s.options.Heartbeat, func() { _ = e.send(ctx, ":", nil, "\n\n") }) })
	header := r.Header.Get("Authorization")
	if s.options.Authenticate == nil || !auth.GivesToken(header) {
		return
	}
	recheck := func() {
		if _, err := s.options.Authenticate(r, header); err != nil {
			e.fail(ctx, gqlerror.List{execution.Errorf(err.Code, "%s", err.Message)})
			e.cancel(droppedToken)
		}
	}
	e.running.Go(func() { every(ctx, tokenInterval, recheck) })
}

// events is a stream of server-sent events.
type events struct {
	cancel  context.CancelCauseFunc
	timeout time.Duration
	running sync.WaitGroup
	undrain func()

	mutex   sync.Mutex
	w       http.ResponseWriter
	control *http.ResponseController
	buffer  []byte
}

// newEvents makes a stream that has not begun. It must be closed.
func (s *Server) newEvents(w http.ResponseWriter, cancel context.CancelCauseFunc) *events {
	header := w.Header()
	header.Set("Content-Type", MediaType+"; charset=utf-8")
	header.Set("Cache-Control", "no-store")
	header.Set("X-Accel-Buffering", "no") // for nginx
	return &events{
		cancel:  cancel,
		timeout: s.options.SendTimeout,
		undrain: s.connections.whenDraining(func() { cancel(droppedShutdown) }),
		w:       w,
		control: http.NewResponseController(w),
	}
}

// close waits for everything that belongs to the stream; afterwards the connection may serve another request.
func (e *events) close() {
	e.undrain()
	e.cancel(nil)
	e.running.Wait()
}

func (e *events) next(ctx context.Context, response []byte) error {
	return e.send(ctx, "event: next\ndata: ", response, "\n\n")
}

func (e *events) complete(ctx context.Context) {
	if ctx.Err() == nil {
		_ = e.send(ctx, "event: complete\ndata:", nil, "\n\n")
	}
}

// fail sends errors instead of a response, and the end.
func (e *events) fail(ctx context.Context, errs gqlerror.List) {
	_ = e.next(ctx, append(execution.AppendErrors([]byte(`{"errors":`), errs), '}'))
	e.complete(ctx)
}

// send writes an event, with a deadline for each: the deadline of the HTTP server is for responses that end.
func (e *events) send(ctx context.Context, before string, data []byte, after string) error {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	var deadline time.Time
	if e.timeout > 0 {
		deadline = clock.Deadline(e.timeout)
	}
	_ = e.control.SetWriteDeadline(deadline) // httptest.ResponseRecorder has none
	e.buffer = append(append(append(e.buffer[:0], before...), data...), after...)
	_, err := e.w.Write(e.buffer)
	if err = errors.Join(err, e.control.Flush()); err != nil {
		if errors.Is(err, os.ErrDeadlineExceeded) {
			e.cancel(droppedStalled)
		} else {
			e.cancel(nil)
		}
	}
	return err
}
