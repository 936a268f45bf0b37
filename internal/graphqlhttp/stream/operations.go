package stream

import (
	"context"
	"runtime/debug"
	"sync"

	"github.com/coder/websocket"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/internal/execution"
	"findcare/models"
)

// running is an operation of a socket.
type running struct {
	id      string
	prepare Prepare
	cancel  context.CancelCauseFunc
	// Operations begin in the order in which they were sent, so that a client that subscribes and then reads misses no
	// change.
	before <-chan struct{} // closed when the one before has begun
	begun  func()          // may be called more than once
}

// subscribe begins an operation of any type.
func (s *socket) subscribe(ctx context.Context, received message) error {
	if received.ID == "" {
		return closing{closeInvalid, "subscribe: an id must be given"}
	}
	prepare, err := s.server.executor.Parse(received.Payload)
	if err != nil {
		return closing{closeInvalid, "subscribe: the payload is not valid"}
	}
	run := &running{id: received.ID, prepare: prepare}
	own, cancel := context.WithCancelCause(context.WithoutCancel(ctx))
	run.cancel = cancel
	added, err := s.add(run)
	if err != nil || !added {
		cancel(nil)
		return err
	}
	began := make(chan struct{})
	run.before, run.begun = s.lastBegun, sync.OnceFunc(func() { close(began) })
	s.lastBegun = began
	go s.run(own, ctx, run)
	return nil
}

// add registers an operation under its id, unless there are too many.
func (s *socket) add(run *running) (added bool, err error) {
	s.mutex.Lock()
	maximum, count := s.server.options.MaxSubscriptions, len(s.operations)
	_, exists := s.operations[run.id]
	// Those that the client has ended may still wait to send something: of them there may be as many again.
	full := maximum > 0 && (count >= maximum || s.unfinished >= 2*maximum)
	if added = !s.ending && !exists && !full; added {
		s.operations[run.id] = run
		s.unfinished++
		s.runs.Add(1)
	}
	s.mutex.Unlock()
	switch {
	case exists:
		return false, closing{closeDuplicate, shorten("Subscriber for " + run.id + " already exists")}
	case full:
		const message = "at most %d operations may run at once on one connection"
		s.fail(run.id, execution.Errorf(models.CodeTooManySubscriptions, message, maximum))
	}
	return added, nil
}

// shorten cuts a reason to what fits into a message that closes a socket.
func shorten(reason string) string {
	const maximum = 123
	for i := range reason {
		if i > maximum-4 {
			return reason[:i]
		}
	}
	return reason
}

// run executes an operation in a context of its own and sends its responses, then its end. The other context is that of
// the socket.
func (s *socket) run(ctx, socket context.Context, run *running) {
	defer s.finished()
	defer run.begun()
	defer run.cancel(nil)
	defer func() {
		if panicked := recover(); panicked != nil {
			s.record.Panic(ctx, panicked, debug.Stack())
			s.finish(ctx, run, execution.Errorf(models.CodeInternal, "internal error"))
		}
	}()
	<-run.before
	s.finish(ctx, run, s.execute(ctx, socket, run)...)
}

func (s *socket) execute(ctx, socket context.Context, run *running) gqlerror.List {
	// SECURITY: checked for each operation, since a token may expire or be revoked while the socket is open.
	ctx, err := s.authenticate(ctx)
	if err != nil {
		return s.refused(execution.Errorf(err.Code, "%s", err.Message))
	}
	var operation *Operation
	var errs gqlerror.List
	busy := s.server.executor.WithSlot(ctx, func(ctx context.Context) { operation, errs = run.prepare(ctx) })
	if busy != nil {
		return s.refused(execution.Errorf(busy.Code, "%s", busy.Message))
	}
	if len(errs) > 0 {
		return s.refused(errs...)
	}
	if operation.Type() == ast.Subscription {
		stop := context.AfterFunc(socket, func() { run.cancel(context.Cause(socket)) })
		defer stop()
	}
	send := func(response []byte) error { return s.next(run, response) }
	if failed := s.server.deliver(ctx, operation, sink{s.told, run.begun, send}); failed != nil {
		return gqlerror.List{failed}
	}
	return nil
}

func (s *socket) refused(errs ...*gqlerror.Error) gqlerror.List {
	s.told.Executed("", string(execution.ErrorCode(errs[0])), 0)
	return errs
}

// finish sends the end of an operation, unless the client or the socket has ended it. Its id is free from then on.
func (s *socket) finish(ctx context.Context, run *running, errs ...*gqlerror.Error) {
	ended := ctx.Err() != nil
	switch {
	case !s.forget(run) || ended:
	case len(errs) > 0:
		s.fail(run.id, errs...)
	default:
		_ = s.send(run.id, "complete", nil)
	}
}

// complete ends an operation at the client's request.
func (s *socket) complete(id string) {
	s.mutex.Lock()
	run := s.operations[id]
	s.mutex.Unlock()
	if run != nil && s.forget(run) {
		run.cancel(nil)
	}
}

// forget frees the id of an operation, and reports whether it was still in use.
func (s *socket) forget(run *running) bool {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	inUse := s.operations[run.id] == run
	if inUse {
		delete(s.operations, run.id)
	}
	return inUse
}

func (s *socket) finished() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.unfinished--
	s.runs.Done()
}

// end waits until all operations have ended. No more begin.
func (s *socket) end(cancel bool) {
	s.mutex.Lock()
	s.ending = true
	if cancel {
		for _, run := range s.operations {
			run.cancel(nil)
		}
	}
	s.mutex.Unlock()
	s.runs.Wait()
}

// next sends a response of an operation that was not ended.
func (s *socket) next(run *running, response []byte) error {
	s.mutex.Lock()
	ended := s.operations[run.id] != run
	s.mutex.Unlock()
	if ended {
		return context.Canceled
	}
	return s.send(run.id, "next", response)
}

func (s *socket) fail(id string, errs ...*gqlerror.Error) {
	_ = s.send(id, "error", execution.AppendErrors(nil, errs))
}

// send writes a message of an operation.
func (s *socket) send(id, kind string, payload []byte) error {
	quoted, err := jsontext.AppendQuote(nil, id)
	if err != nil {
		return err
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	s.buffer = append(append(s.buffer[:0], `{"id":`...), quoted...)
	s.buffer = append(append(append(s.buffer, `,"type":"`...), kind...), '"')
	if payload != nil {
		s.buffer = append(append(s.buffer, `,"payload":`...), payload...)
	}
	s.buffer = append(s.buffer, '}')
	return s.write(s.buffer)
}

// write gives the client some time to read a message, after which the connection is cut.
func (s *socket) write(message []byte) error {
	ctx, cancel := withTimeout(s.opened.Context(), s.server.options.SendTimeout)
	defer cancel()
	err := s.conn.Write(ctx, websocket.MessageText, message)
	if err != nil && ctx.Err() != nil {
		s.cancel(droppedStalled)
	}
	return err
}
