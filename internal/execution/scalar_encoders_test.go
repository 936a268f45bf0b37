package graph

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
			got  func(*execution) bool
			want graphql.Marshaler
		}{
			{func(e *execution) bool { return encodeText(e, text) }, graphql.MarshalString(text)},
			{func(e *execution) bool { return appended(e, text) }, graphql.MarshalString(text)},
			{func(e *execution) bool { return encodeInteger(e, whole) }, graphql.MarshalInt(whole)},
			{func(e *execution) bool { return encodeBoolean(e, whole > 0) }, graphql.MarshalBoolean(whole > 0)},
			{func(e *execution) bool { return floatEncoder[float64](place{})(e, number) }, graphql.MarshalFloat(number)},
			{func(e *execution) bool { return timeEncoder(place{}, "")(e, at) }, graphql.MarshalTime(at)},
		} {
			e, want := new(execution), new(bytes.Buffer)
			test.want.MarshalGQL(want)
			if !test.got(e) || string(e.buffer) != want.String() {
				t.Fatalf("got %s, want %s", e.buffer, want)
			}
		}
	})
}

func appended(e *execution, text string) bool {
	start := e.openText()
	e.buffer = append(e.buffer, text...)
	return e.closeText(start)
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
	byFunction := functionEncoder(place{}, "", func(n int) graphql.Marshaler {
		if n == 0 {
			return graphql.Null
		}
		return graphql.MarshalInt(n)
	})
	inContext := contextFunctionEncoder(place{}, "", func(s shout) graphql.ContextMarshaler {
		if s == "null" {
			return graphql.Null
		}
		return s
	})
	for _, test := range []struct {
		name   string
		encode func(*execution) bool
		want   string
		valid  bool
		late   int // errors
	}{
		{"a function", func(e *execution) bool { return byFunction(e, 3) }, "3", true, 0},
		{"a function gives null", func(e *execution) bool { return byFunction(e, 0) }, "", false, 0},
		{"a function with context", func(e *execution) bool { return inContext(e, "hey") }, `"hey!"`, true, 0},
		{"a function with context gives null", func(e *execution) bool { return inContext(e, "null") }, "", false, 0},
		{"a function with context fails", func(e *execution) bool { return inContext(e, "") }, "null", true, 1},
		{"a method with context", func(e *execution) bool { return contextMarshalerEncoder[shout](place{})(e, "hey") }, `"hey!"`, true, 0},
		{"no number", func(e *execution) bool { return floatEncoder[float64](place{})(e, math.NaN()) }, "null", true, 1},
		{"no time", func(e *execution) bool { return timeEncoder(place{}, "")(e, time.Time{}) }, "", false, 0},
	} {
		e := new(execution)
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
