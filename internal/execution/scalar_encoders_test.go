package execution

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"pgregory.net/rapid"
)

// Scalars are the bytes that gqlgen writes.
func TestScalars(t *testing.T) {
	ctx := t.Context()
	rapid.Check(t, func(t *rapid.T) {
		text := string(
			rapid.SliceOf(rapid.SampledFrom([]byte("plain \"\\\n\r\t\x00\x1f\x7f\x80\xff\xc3\xa9"))).Draw(t, "text"),
		)
		whole, number := rapid.Int().Draw(t, "whole"), rapid.Float64().Draw(t, "number")
		at := time.Unix(
			rapid.Int64Range(-1e9, 1e10).Draw(t, "seconds"),
			rapid.Int64Range(0, 999_999_999).Draw(t, "nanoseconds"),
		).UTC()
		for _, test := range []struct {
			got  func(*State) bool
			want graphql.Marshaler
		}{
			{func(e *State) bool { return EncodeText(ctx, e, text) }, graphql.MarshalString(text)},
			{func(e *State) bool {
				return EncodeAppended(e, func(dst []byte) []byte { return append(dst, text...) })
			}, graphql.MarshalString(text)},
			{func(e *State) bool { return EncodeInteger(ctx, e, whole) }, graphql.MarshalInt(whole)},
			{func(e *State) bool { return EncodeBoolean(ctx, e, whole > 0) }, graphql.MarshalBoolean(whole > 0)},
			{func(e *State) bool {
				return FloatEncoder[float64](Place{})(ctx, e, number)
			}, graphql.MarshalFloat(number)},
			{func(e *State) bool { return TimeEncoder(Place{}, "")(ctx, e, at) }, graphql.MarshalTime(at)},
		} {
			e, want := new(State), new(bytes.Buffer)
			test.want.MarshalGQL(want)
			if !test.got(e) || string(e.buffer) != want.String() {
				t.Fatalf("got %s, want %s", e.buffer, want)
			}
		}
	})
}

// shout writes itself, at times.
type shout string

func (s shout) MarshalGQLContext(_ context.Context, w io.Writer) error {
	if s == "" {
		return errors.New("nothing to shout")
	}
	_, err := io.WriteString(w, `"`+string(s)+`!"`)
	return err
}

// Bindings that no field of the schema has now, and values that cannot be written.
func TestOddScalars(t *testing.T) {
	ctx := t.Context()
	byFunction := FunctionEncoder(Place{}, "", func(n int) graphql.Marshaler {
		if n == 0 {
			return graphql.Null
		}
		return graphql.MarshalInt(n)
	})
	inContext := ContextFunctionEncoder(Place{}, "", func(s shout) graphql.ContextMarshaler {
		if s == "null" {
			return graphql.Null
		}
		return s
	})
	for _, test := range []struct {
		name   string
		encode func(*State) bool
		want   string
		valid  bool
		late   int // errors
	}{
		{"a function", func(e *State) bool { return byFunction(ctx, e, 3) }, "3", true, 0},
		{"a function gives null", func(e *State) bool { return byFunction(ctx, e, 0) }, "", false, 0},
		{"a function with context", func(e *State) bool { return inContext(ctx, e, "hey") }, `"hey!"`, true, 0},
		{"a function with context gives null", func(e *State) bool { return inContext(ctx, e, "null") }, "", false, 0},
		{"a function with context fails", func(e *State) bool { return inContext(ctx, e, "") }, "null", true, 1},
		{"a method with context", func(e *State) bool {
			return ContextMarshalerEncoder[shout](Place{})(ctx, e, "hey")
		}, `"hey!"`, true, 0},
		{"no number", func(e *State) bool {
			return FloatEncoder[float64](Place{})(ctx, e, math.NaN())
		}, "null", true, 1},
		{"no time", func(e *State) bool { return TimeEncoder(Place{}, "")(ctx, e, time.Time{}) }, "", false, 0},
	} {
		e := new(State)
		if valid := test.encode(e); valid != test.valid || string(e.buffer) != test.want || len(e.late) != test.late {
			t.Errorf(
				"%s: got %q, %t and %d errors, want %q, %t and %d",
				test.name,
				e.buffer,
				valid,
				len(e.late),
				test.want,
				test.valid,
				test.late,
			)
		}
	}
}
