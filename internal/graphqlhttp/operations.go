package graphqlhttp

import (
	"context"
	"runtime/debug"
	"sync"

	"github.com/coder/websocket"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/graph"
	"findcare/internal/auth"
	"findcare/models"
)

// running is an operation of a socket.
type running struct {
	id     string
	asked  request
	ctx    context.Context // does not end with the socket
	cancel context.CancelCauseFunc
	// Operations begin in the order in which they were asked for: so that who subscribes and then reads misses nothing.
	before <-chan struct{} // closed when the one before has begun
	begun  func()          // may be called more than once
}

// subscribe begins an operation of any type.
func (s *socket) subscribe(received message) error {
	if received.ID == "" {
		return closing{closeInvalid, "subscribe: an id must be given"}
	}
	var asked request
	decoder, err := newDecoder(received.Payload)
	if err == nil {
		asked, err = readRequest(decoder)
	}
	if err != nil {
		return closing{closeInvalid, "subscribe: the payload is not valid"}
	}
	run := &running{id: received.ID, asked: asked}
	run.ctx, run.cancel = context.WithCancelCause(context.WithoutCancel(s.ctx))
	taken, err := s.take(run)
	if err != nil {
		return err
	}
	if taken {
		began := make(chan struct{})
		run.before, run.begun = s.lastBegun, sync.OnceFunc(func() { close(began) })
		s.lastBegun = began
		go s.run(run)
	}
	return nil
}

// take keeps an operation under its id, unless there are too many.
func (s *socket) take(run *running) (taken bool, err error) {
	s.mutex.Lock()
	most, count := s.handler.options.MaxSubscriptions, len(s.operations)
	_, exists := s.operations[run.id]
	// Those that the client has ended may still wait to send something: of them there may be as many again.
	full := most > 0 && (count >= most || s.unfinished >= 2*most)
	if taken = !s.ending && !exists && !full; taken {
		s.operations[run.id] = run
		s.unfinished++
		s.runs.Add(1)
	}
	s.mutex.Unlock()
	switch {
	case exists:
		return false, closing{closeDuplicate, shorten("Subscriber for " + run.id + " already exists")}
	case full:
		s.fail(
			run.id,
			graph.Errorf(codeTooManySubscriptions, "at most %d operations may run at once on one connection", most),
		)
	}
	return taken, nil
}

// shorten makes a reason as short as a message that closes a socket can be.
func shorten(reason string) string {
	const most = 123
	for i := range reason {
		if i > most-4 {
			return reason[:i]
		}
	}
	return reason
}

// run executes an operation and sends its answers, then its end.
func (s *socket) run(run *running) {
	defer s.finished()
	defer run.begun()
	defer run.cancel(nil)
	defer func() {
		if panicked := recover(); panicked != nil {
			s.record.Panic(run.ctx, panicked, debug.Stack())
			s.finish(run, graph.Errorf(models.CodeInternal, "internal error"))
		}
	}()
	<-run.before
	s.finish(run, s.execute(run)...)
}

func (s *socket) execute(run *running) gqlerror.List {
	// SECURITY: for each operation anew, since a token may end while the socket is open.
	principal, err := s.principal()
	if err != nil {
		return s.refused(graph.Errorf(err.Code, "%s", err.Message))
	}
	run.ctx = auth.With(run.ctx, principal)
	var operation *graph.Operation
	var errs gqlerror.List
	busy := s.handler.inTurn(run.ctx, func(ctx context.Context) { operation, errs = s.handler.prepare(ctx, run.asked) })
	if busy != nil {
		return s.refused(busy.asError())
	}
	if len(errs) > 0 {
		return s.refused(errs...)
	}
	if operation.Type() == ast.Subscription {
		stop := context.AfterFunc(s.ctx, func() { run.cancel(context.Cause(s.ctx)) })
		defer stop()
	}
	failed := s.handler.deliver(
		run.ctx,
		s.told,
		operation,
		run.asked.wantsCost,
		run.begun,
		func(answer []byte) error { return s.next(run, answer) },
	)
	if failed != nil {
		return gqlerror.List{failed}
	}
	return nil
}

func (s *socket) refused(errs ...*gqlerror.Error) gqlerror.List {
	s.told.Executed("", string(graph.ErrorCode(errs[0])), 0)
	return errs
}

// finish tells of the end of an operation, unless the client has ended it or the socket ends. Its id is free from then
// on.
func (s *socket) finish(run *running, errs ...*gqlerror.Error) {
	ended := run.ctx.Err() != nil
	switch {
	case !s.forget(run) || ended:
	case len(errs) > 0:
		s.fail(run.id, errs...)
	default:
		_ = s.send(run.id, "complete", nil)
	}
}

// complete is that the client ends an operation.
func (s *socket) complete(id string) {
	s.mutex.Lock()
	run := s.operations[id]
	s.mutex.Unlock()
	if run != nil && s.forget(run) {
		run.cancel(nil)
	}
}

// forget frees the id of an operation, unless that was done.
func (s *socket) forget(run *running) bool {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	known := s.operations[run.id] == run
	if known {
		delete(s.operations, run.id)
	}
	return known
}

func (s *socket) finished() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.unfinished--
	s.runs.Done()
}

// end waits until all operations have ended; no other begins.
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

// next sends an answer of an operation that nobody has ended.
func (s *socket) next(run *running, answer []byte) error {
	s.mutex.Lock()
	ended := s.operations[run.id] != run
	s.mutex.Unlock()
	if ended {
		return context.Canceled
	}
	return s.send(run.id, "next", answer)
}

func (s *socket) fail(id string, errs ...*gqlerror.Error) {
	_ = s.send(id, "error", graph.AppendErrors(nil, errs))
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

// write gives the client some time to take a message, after which the connection is cut.
func (s *socket) write(message []byte) error {
	ctx, cancel := patiently(s.request, s.handler.options.SendTimeout)
	defer cancel()
	err := s.conn.Write(ctx, websocket.MessageText, message)
	if err != nil && ctx.Err() != nil {
		s.cancel(droppedStalled)
	}
	return err
}
