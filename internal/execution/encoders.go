package graph

import "github.com/99designs/gqlgen/graphql"

// selection encodes an object: the fields that are selected of it, in their order.
type selection[T any] struct{ fields []selected[T] }

// encode appends the object. Where a field that must not be null is, the object is; the fields after it are encoded all
// the same, for their errors.
func (s *selection[T]) encode(e *execution, v T) bool {
	start, valid := len(e.buffer), true
	e.buffer = append(e.buffer, '{')
	for next := 0; next < len(s.fields); {
		next = s.encodeFrom(next, e, v, &valid)
	}
	e.buffer = append(e.buffer, '}')
	if !valid {
		e.truncate(start)
	}
	return valid
}

// encodeFrom appends the fields from one on. After a panic, it gives the field that comes next.
func (s *selection[T]) encodeFrom(i int, e *execution, v T, valid *bool) (next int) {
	at, done := 0, false
	defer func() {
		if done {
			return
		}
		e.recovered(s.fields[i].place(), recover())
		s.null(i, e, at, valid)
		next = i + 1
	}()
	for ; i < len(s.fields) && e.stopped == nil; i++ {
		f := &s.fields[i]
		e.buffer = append(e.buffer, f.key...)
		if at = len(e.buffer); !f.encode(e, v) {
			s.null(i, e, at, valid)
		}
	}
	done = true
	return len(s.fields)
}

// null is what a field is without a value.
func (s *selection[T]) null(i int, e *execution, at int, valid *bool) {
	e.truncate(at)
	e.buffer = append(e.buffer, "null"...)
	if s.fields[i].Definition.Type.NonNull {
		*valid = false
	}
}

// listEncoder encodes lists, each of whose elements has a place of its own.
func listEncoder[T any](at place, nonNull, nonNullElements bool, element func(place) encoder[T]) encoder[[]T] {
	encode := element(at.element())
	return func(e *execution, list []T) bool {
		if list == nil && !nonNull {
			return false
		}
		return e.encodeList(len(list), nonNullElements, func(i int) bool {
			e.indexes[at.depth] = i
			return encode(e, list[i])
		})
	}
}

// objectListEncoder encodes lists of structs.
func objectListEncoder[T any](at place, nonNull, nonNullElements bool, element func(place) encoder[*T]) encoder[[]T] {
	encode := element(at.element())
	return func(e *execution, list []T) bool {
		if list == nil && !nonNull {
			return false
		}
		return e.encodeList(len(list), nonNullElements, func(i int) bool {
			e.indexes[at.depth] = i
			return encode(e, &list[i])
		})
	}
}

// scalarListEncoder encodes lists whose elements have, as gqlgen sees it, the place of the list.
func scalarListEncoder[T any](at place, nonNull, nonNullElements bool, element func(place) encoder[T]) encoder[[]T] {
	encode := element(at)
	return func(e *execution, list []T) bool {
		if list == nil && !nonNull {
			return false
		}
		return e.encodeList(len(list), nonNullElements, func(i int) bool { return encode(e, list[i]) })
	}
}

// encodeList appends a list. Where an element that must not be null is, the list is.
func (e *execution) encodeList(length int, nonNullElements bool, encode func(i int) bool) bool {
	start, valid := len(e.buffer), true
	e.buffer = append(e.buffer, '[')
	for i := range length {
		if i > 0 {
			e.buffer = append(e.buffer, ',')
		}
		if e.isStopped() {
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

// encodeDirected encodes what a resolver gives through directives: they may refuse, or give something else.
func encodeDirected[T any](e *execution, at place, resolve graphql.Resolver, encode encoder[T]) bool {
	result, err := resolve(e.ctx)
	if err != nil {
		return e.failed(at, err)
	}
	switch result := result.(type) {
	case nil:
		if at.field.Definition.Type.NonNull {
			return e.missing(at, at.field.Definition.Type.String())
		}
		return false
	case T:
		return encode(e, result)
	case graphql.Marshaler:
		return result != graphql.Null && encodeMarshaler(e, result)
	}
	var wanted T
	graphql.AddErrorf(
		e.contextAt(at),
		"unexpected type %T from middleware/directive chain, should be %T",
		result,
		wanted,
	)
	return false
}

// optionalEncoder encodes what a pointer points to, by a function that takes the pointer.
func optionalEncoder[T any](at place, required string, encode encoder[*T]) encoder[*T] {
	return func(e *execution, v *T) bool {
		if v == nil {
			return e.missing(at, required)
		}
		return encode(e, v)
	}
}

// pointerEncoder encodes what a pointer points to, by a function that takes the value.
func pointerEncoder[T any](at place, required string, encode encoder[T]) encoder[*T] {
	return func(e *execution, v *T) bool {
		if v == nil {
			return e.missing(at, required)
		}
		return encode(e, *v)
	}
}
