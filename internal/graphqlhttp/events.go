package graphqlhttp

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/graph"
	"findcare/internal/auth"
	"findcare/internal/clock"
	"findcare/internal/httpmw"
	"findcare/models"
)

// serveEvents answers with server-sent events, as the distinct connections mode of
// https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md describes them: an event next for each answer, then
// complete. A stream that ends without complete is broken off, and the client connects again.
// What was received is understood once read is called: the stream may go on for long.
func (h *Handler) serveEvents(a *answer, received []byte, read func()) {
	if a.r.Method == http.MethodHead {
		a.refuse(refusal{http.StatusMethodNotAllowed, codeMethodNotAllowed, "events must be asked for by GET or POST"})
		return
	}
	var asked request
	var operation *graph.Operation
	var errs gqlerror.List
	var refused *refusal
	busy := h.inTurn(
		a.r.Context(),
		func(ctx context.Context) { asked, operation, errs, refused = h.understandOne(ctx, a, received) },
	)
	read()
	if refused = cmp.Or(busy, refused); refused != nil {
		a.refuse(*refused)
		return
	}
	client := httpmw.ClientOf(a.r.Context())
	if refused := h.lives.enter(client.Network(), h.options.Live); refused != nil {
		a.refuse(*refused)
		return
	}
	defer h.lives.leave(client.Network())
	defer client.Linger()()
	told := a.record.Connect("sse")
	defer told.Close()
	stream := h.newStream(a)
	defer stream.close()
	if len(errs) > 0 {
		a.tell(errs)
		told.Executed("", string(graph.ErrorCode(errs[0])), 0)
		stream.begin()
		stream.fail(errs)
		return
	}
	a.record.Operation(operation.Name(), string(operation.Type()), operation.Cost)
	if err := h.deliver(stream.ctx, told, operation, asked.wantsCost, stream.begin, stream.next); err != nil {
		a.tell(gqlerror.List{err})
		stream.fail(gqlerror.List{err})
		return
	}
	if reason := reasonOf(stream.ctx); reason != "" {
		a.record.Outcome(reason)
	}
	stream.complete()
}

// understandOne reads what was received and makes an operation of it.
func (h *Handler) understandOne(
	ctx context.Context,
	a *answer,
	received []byte,
) (asked request, operation *graph.Operation, errs gqlerror.List, refused *refusal) {
	batch, refused := h.understand(a.r, received)
	switch {
	case refused != nil:
		return asked, nil, nil, refused
	case batch.many:
		return asked, nil, nil, &refusal{
			http.StatusBadRequest,
			models.CodeBadUserInput,
			"a list of operations cannot be answered with events",
		}
	}
	asked = batch.requests[0]
	if operation, errs = h.prepare(ctx, asked); len(errs) == 0 {
		refused = a.mayRun(operation)
	}
	return asked, operation, errs, refused
}

// stream is an answer of server-sent events.
type stream struct {
	ctx                context.Context
	cancel             context.CancelCauseFunc
	heartbeat, timeout time.Duration
	beating            sync.WaitGroup
	undrain            func() bool
	opening            string // sent with the header
	recheck            func() // looks whether the token still holds, nil where there is none

	mutex   sync.Mutex
	w       http.ResponseWriter
	control *http.ResponseController
	buffer  []byte
}

// newStream makes a stream that has not begun. It must be closed.
func (h *Handler) newStream(a *answer) *stream {
	s := &stream{
		heartbeat: h.options.Heartbeat,
		timeout:   h.options.SendTimeout,
		w:         a.w,
		control:   http.NewResponseController(a.w),
	}
	s.ctx, s.cancel = context.WithCancelCause(a.r.Context())
	s.rechecking(h.options.Authenticate, a.r)
	s.undrain = context.AfterFunc(h.lives.draining, func() { s.cancel(droppedShutdown) })
	// so the answer goes through what compresses others, which holds a header back until more follows
	if a.media != mediaEvents {
		s.opening = ":\n\n"
	}
	header := a.w.Header()
	header.Set("Content-Type", mediaEvents+"; charset=utf-8")
	header.Set("Cache-Control", "no-store")
	header.Set("X-Accel-Buffering", "no") // of nginx
	return s
}

// begin sends the header, and then heartbeats.
func (s *stream) begin() {
	s.w.WriteHeader(http.StatusOK)
	_ = s.send(s.opening, nil, "")
	s.beating.Go(func() { each(s.ctx, s.heartbeat, func() { _ = s.send(":", nil, "\n\n") }) })
	if s.recheck != nil {
		s.beating.Go(func() { each(s.ctx, tokenInterval, s.recheck) })
	}
}

// rechecking ends the stream, with an error, once the token that it was asked for with holds no more.
func (s *stream) rechecking(
	authenticate func(*http.Request, string) (*auth.Principal, *models.Error),
	r *http.Request,
) {
	header := r.Header.Get("Authorization")
	if authenticate == nil || !auth.GivesToken(header) {
		return
	}
	s.recheck = func() {
		if _, err := authenticate(r, header); err != nil {
			s.fail(gqlerror.List{graph.Errorf(err.Code, "%s", err.Message)})
			s.cancel(droppedToken)
		}
	}
}

// close ends what belongs to the stream; the connection may serve another request.
func (s *stream) close() {
	s.undrain()
	s.cancel(nil)
	s.beating.Wait()
}

func (s *stream) next(answer []byte) error {
	return s.send("event: next\ndata: ", answer, "\n\n")
}

func (s *stream) complete() {
	if s.ctx.Err() == nil {
		_ = s.send("event: complete\ndata:", nil, "\n\n")
	}
}

// fail tells of errors instead of an answer.
func (s *stream) fail(errs gqlerror.List) {
	_ = s.next(append(graph.AppendErrors([]byte(`{"errors":`), errs), '}'))
	s.complete()
}

// send writes an event, each with a deadline of its own: the server's is for answers that end.
func (s *stream) send(before string, data []byte, after string) error {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if err := s.ctx.Err(); err != nil {
		return err
	}
	var deadline time.Time
	if s.timeout > 0 {
		deadline = clock.Deadline(s.timeout)
	}
	_ = s.control.SetWriteDeadline(deadline) // a test's writer knows none
	s.buffer = append(append(append(s.buffer[:0], before...), data...), after...)
	_, err := s.w.Write(s.buffer)
	if err = errors.Join(err, s.control.Flush()); err != nil {
		if errors.Is(err, os.ErrDeadlineExceeded) {
			s.cancel(droppedStalled)
		} else {
			s.cancel(nil)
		}
	}
	return err
}
