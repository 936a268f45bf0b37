package execution

import (
	"context"
	"errors"
	"io"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/internal/catalog"
	"findcare/models"
)

var (
	// ErrTooSlow is that the answers of a subscription were taken so slowly that not all of them could be kept.
	ErrTooSlow = errors.New("the answers were taken too slowly")
	// ErrEnded is that a subscription has no more answers.
	ErrEnded = errors.New("the subscription has ended")
)

// Subscription is a subscription that has begun. It must be closed.
type Subscription struct {
	source *source
	wait   func() error
	answer func() *graphql.Response
	err    func() error // of the context
}

// Subscribe begins a subscription, which the operation must be.
func (e *Executor) Subscribe(ctx context.Context, operation *Operation) *Subscription {
	s := &Subscription{source: &source{}, wait: func() error { return nil }, err: ctx.Err}
	about := operation.context()
	fields := graphql.CollectFields(about, operation.definition.SelectionSet, []string{"Subscription"})
	if len(fields) != 1 { // with @skip and @include there may be none
		err := Errorf(models.CodeValidationFailed, "a subscription must ask for one field")
		answer := graphql.OneShot(&graphql.Response{Errors: gqlerror.List{err}})
		s.answer = func() *graphql.Response { return answer(ctx) }
		return s
	}
	answer, ctx := e.dispatch(context.WithValue(ctx, sourceKey{}, s.source), operation)
	// gqlgen does not tell the answers which field they belong to, so the paths of their errors would begin below it.
	ctx = graphql.WithFieldContext(ctx, &graphql.FieldContext{Object: "Subscription", Field: fields[0]})
	s.answer = func() *graphql.Response { return answer(ctx) }
	s.wait = func() error {
		if s.source.take == nil {
			return nil
		}
		return s.source.take(ctx)
	}
	return s
}

// Wait waits until there may be another answer. It fails with ErrTooSlow, or with the error of the context.
func (s *Subscription) Wait() error { return s.wait() }

// Answer appends the answer that was waited for to dst, as Execute does. It fails with ErrEnded if there is none, or
// with the error of the context.
func (s *Subscription) Answer(dst []byte) ([]byte, gqlerror.List, error) {
	response := s.answer()
	switch {
	case response != nil:
		return appendResponse(dst, response), response.Errors, nil
	case s.err() != nil:
		return dst, nil, s.err()
	}
	return dst, nil, ErrEnded
}

func appendResponse(dst []byte, response *graphql.Response) []byte {
	if len(response.Data) == 0 {
		return appendFailed(dst, response.Errors)
	}
	dst = append(append(dst, `{"data":`...), response.Data...)
	if len(response.Errors) > 0 {
		dst = AppendErrors(append(dst, `,"errors":`...), response.Errors)
	}
	return append(dst, '}')
}

// Close ends the subscription.
func (s *Subscription) Close() {
	if s.source.close != nil {
		s.source.close()
	}
}

// source is where the events of a subscription come from: a resolver sets it, and gives gqlgen the channel that take
// fills. It has none where the resolver failed.
type source struct {
	// take waits for the next event and puts it into the channel.
	take  func(context.Context) error
	close func()
}

type sourceKey struct{}

// Follow returns the events that each change makes, for a resolver of a subscription.
func Follow[T any](ctx context.Context, watcher *catalog.Watcher, events func(catalog.Change) []T) <-chan T {
	var waiting []T
	taken := Await(ctx, func(ctx context.Context) (next T, err error) {
		for len(waiting) == 0 {
			change, err := watcher.Next(ctx)
			if errors.Is(err, catalog.ErrBehind) {
				return next, ErrTooSlow
			}
			if err != nil {
				return next, err
			}
			waiting = events(change)
		}
		next, waiting = waiting[0], waiting[1:]
		return next, nil
	})
	ctx.Value(sourceKey{}).(*source).close = watcher.Close
	return taken
}

// Await returns what next waits for, until it returns io.EOF, for a resolver of a subscription.
func Await[T any](ctx context.Context, next func(context.Context) (T, error)) <-chan T {
	taken := make(chan T, 1)
	ctx.Value(sourceKey{}).(*source).take = func(ctx context.Context) error {
		event, err := next(ctx)
		if errors.Is(err, io.EOF) {
			close(taken)
			return nil
		}
		if err != nil {
			return err
		}
		taken <- event // which is empty: an answer was made of what was there before
		return nil
	}
	return taken
}
