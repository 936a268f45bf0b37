package stream

import (
	"cmp"
	"context"
	"errors"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/internal/clock"
	"findcare/internal/execution"
	"findcare/internal/httpmw"
	"findcare/internal/telemetry"
	"findcare/models"
)

// sink is where the responses of one operation go.
type sink struct {
	told *telemetry.Connection
	// begun is called before the first response, as soon as no change is missed any more.
	begun func()
	send  func([]byte) error
}

// deliver executes an operation and sends its responses until there are no more or the context ends. The error is for
// the client.
func (s *Server) deliver(ctx context.Context, operation *Operation, to sink) *gqlerror.Error {
	if operation.Type() == ast.Subscription {
		return s.follow(ctx, operation, to)
	}
	to.begun()
	var body []byte
	var errs gqlerror.List
	watch := clock.Start()
	refused := s.executor.WithSlot(ctx, func(ctx context.Context) { body, errs = s.executor.Execute(ctx, operation) })
	if refused != nil {
		to.told.Executed(operation.Name(), string(refused.Code), watch.Elapsed())
		return execution.Errorf(refused.Code, "%s", refused.Message)
	}
	outcome := ""
	if len(errs) > 0 {
		outcome = string(execution.ErrorCode(errs[0]))
	}
	to.told.Executed(operation.Name(), outcome, watch.Elapsed())
	_ = to.send(body) // fails only where the client is gone
	return nil
}

func (s *Server) follow(ctx context.Context, operation *Operation, to sink) *gqlerror.Error {
	ended := to.told.Subscribed(operation.Name())
	subscription := s.executor.Subscribe(ctx, operation)
	defer subscription.Close()
	to.begun()
	var body []byte
	for {
		err := subscription.Wait()
		if err == nil {
			body, err = s.appendResponse(ctx, subscription, body[:0])
		}
		if err == nil {
			err = to.send(body)
		}
		switch {
		case err == nil:
		case errors.Is(err, execution.ErrEnded):
			ended("")
			return nil
		case errors.Is(err, execution.ErrTooSlow):
			ended(string(droppedSlow))
			const message = "%s: not all of them could be buffered; read again and subscribe again"
			return execution.Errorf(models.CodeTooSlow, message, execution.ErrTooSlow)
		default:
			ended(dropReason(ctx))
			return nil
		}
	}
}

// appendResponse appends the next response of a subscription to dst, in a slot of the client. One change makes a
// response for every subscriber: if all were made at once, every other request would have to wait for them.
func (s *Server) appendResponse(ctx context.Context, from *execution.Subscription, dst []byte) ([]byte, error) {
	var err error
	ended := httpmw.ClientOf(ctx).Follow(ctx, func() {
		select {
		case s.answering <- struct{}{}:
			defer func() { <-s.answering }()
			dst, _, err = from.Answer(dst)
		case <-ctx.Done():
			err = ctx.Err()
		}
	})
	return dst, cmp.Or(ended, err)
}
