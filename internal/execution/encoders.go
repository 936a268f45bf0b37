package execution

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
)

// selection encodes an object: its selected fields, in their order.
type selection[T any] struct{ fields []selected[T] }

// selected is a field together with the function that encodes it.
type selected[T any] struct {
	*Field
	key    string // what stands before the value
	encode Encoder[T]
}

// encode appends the object. Where a field that must not be null is, the object is; the fields after it are encoded all
// the same, for their errors.
func (s *selection[T]) encode(ctx context.Context, e *State, v T) bool {
	start, valid := len(e.buffer), true
	e.buffer = append(e.buffer, '{')
	for next := 0; next < len(s.fields); {
		next = s.encodeFrom(ctx, next, e, v, &valid)
	}
	e.buffer = append(e.buffer, '}')
	if !valid {
		e.truncate(start)
	}
	return valid
}

// encodeFrom appends the fields from one on. After a panic, it gives the field that comes next.
func (s *selection[T]) encodeFrom(ctx context.Context, i int, e *State, v T, valid *bool) (next int) {
	at, done := 0, false
	defer func() {
		if done {
			return
		}
		e.recovered(ctx, s.fields[i].place(), recover())
		s.null(i, e, at, valid)
		next = i + 1
	}()
	for ; i < len(s.fields) && e.stopped == nil; i++ {
		f := &s.fields[i]
		e.buffer = append(e.buffer, f.key...)
		if at = len(e.buffer); !f.encode(ctx, e, v) {
			s.null(i, e, at, valid)
		}
	}
	done = true
	return len(s.fields)
}

// null is what a field is without a value.
func (s *selection[T]) null(i int, e *State, at int, valid *bool) {
	e.truncate(at)
	e.buffer = append(e.buffer, "null"...)
	if s.fields[i].Definition.Type.NonNull {
		*valid = false
	}
}

// ListEncoder encodes lists, each of whose elements has a place of its own.
func ListEncoder[T any](at Place, nonNull, nonNullElements bool, element func(Place) Encoder[T]) Encoder[[]T] {
	encode := element(at.element())
	return func(ctx context.Context, e *State, list []T) bool {
		if list == nil && !nonNull {
			return false
		}
		return e.encodeList(ctx, len(list), nonNullElements, func(i int) bool {
			e.indexes[at.depth] = i
			return encode(ctx, e, list[i])
		})
	}
}

// ObjectListEncoder encodes lists of structs.
func ObjectListEncoder[T any](at Place, nonNull, nonNullElements bool, element func(Place) Encoder[*T]) Encoder[[]T] {
	encode := element(at.element())
	return func(ctx context.Context, e *State, list []T) bool {
		if list == nil && !nonNull {
			return false
		}
		return e.encodeList(ctx, len(list), nonNullElements, func(i int) bool {
			e.indexes[at.depth] = i
			return encode(ctx, e, &list[i])
		})
	}
}

// ScalarListEncoder encodes lists whose elements have, as gqlgen sees it, the place of the list.
func ScalarListEncoder[T any](at Place, nonNull, nonNullElements bool, element func(Place) Encoder[T]) Encoder[[]T] {
	encode := element(at)
	return func(ctx context.Context, e *State, list []T) bool {
		if list == nil && !nonNull {
			return false
		}
		return e.encodeList(ctx, len(list), nonNullElements, func(i int) bool { return encode(ctx, e, list[i]) })
	}
}

// encodeList appends a list. Where an element that must not be null is, the list is.
func (e *State) encodeList(ctx context.Context, length int, nonNullElements bool, encode func(i int) bool) bool {
	start, valid := len(e.buffer), true
	e.buffer = append(e.buffer, '[')
	for i := range length {
		if i > 0 {
			e.buffer = append(e.buffer, ',')
		}
		if e.isStopped(ctx) {
			return false
		}
		if at := len(e.buffer); !encode(i) {
			e.truncate(at)
			e.buffer = append(e.buffer, "null"...)
			valid = valid && !nonNullElements
		}
	}
	e.buffer = append(e.buffer, ']')
	if !valid {
		e.truncate(start)
	}
	return valid
}

// EncodeDirected encodes what a resolver gives through directives: they may refuse, or give something else.
func EncodeDirected[T any](ctx context.Context, e *State, at Place, resolve graphql.Resolver, encode Encoder[T]) bool {
	result, err := resolve(ctx)
	if err != nil {
		return e.Failed(ctx, at, err)
	}
	switch result := result.(type) {
	case nil:
		if at.field.Definition.Type.NonNull {
			return e.Missing(ctx, at, at.field.Definition.Type.String())
		}
		return false
	case T:
		return encode(ctx, e, result)
	case graphql.Marshaler:
		return result != graphql.Null && EncodeMarshaler(ctx, e, result)
	}
	var wanted T
	graphql.AddErrorf(
		e.contextAt(ctx, at),
		"unexpected type %T from middleware/directive chain, should be %T",
		result,
		wanted,
	)
	return false
}

// OptionalEncoder encodes what a pointer points to, by a function that takes the pointer.
func OptionalEncoder[T any](at Place, required string, encode Encoder[*T]) Encoder[*T] {
	return func(ctx context.Context, e *State, v *T) bool {
		if v == nil {
			return e.Missing(ctx, at, required)
		}
		return encode(ctx, e, v)
	}
}

// PointerEncoder encodes what a pointer points to, by a function that takes the value.
func PointerEncoder[T any](at Place, required string, encode Encoder[T]) Encoder[*T] {
	return func(ctx context.Context, e *State, v *T) bool {
		if v == nil {
			return e.Missing(ctx, at, required)
		}
		return encode(ctx, e, *v)
	}
}
