package execution

import (
	"context"
	"errors"
	"math"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"
)

// The encoders of the scalars that gqlgen knows append the same bytes that gqlgen's own functions write.

// EncodeText encodes a string.
func EncodeText[T ~string](_ context.Context, e *State, v T) bool {
	e.buffer = appendText(e.buffer, string(v))
	return true
}

const hexadecimal = "0123456789ABCDEF"

// appendText appends a JSON string.
func appendText(dst []byte, s string) []byte {
	dst = append(dst, '"')
	for {
		n := plain(s)
		dst = append(dst, s[:n]...)
		if n == len(s) {
			return append(dst, '"')
		}
		switch c := s[n]; c {
		case '\t':
			dst = append(dst, `\t`...)
		case '\r':
			dst = append(dst, `\r`...)
		case '\n':
			dst = append(dst, `\n`...)
		case '\\', '"':
			dst = append(dst, '\\', c)
		default:
			dst = append(dst, '\\', 'u', '0', '0', hexadecimal[c>>4], hexadecimal[c&15])
		}
		s = s[n+1:]
	}
}

// EncodeAppended encodes the text that a function appends.
func EncodeAppended(e *State, appendTo func(dst []byte) []byte) bool {
	start := len(e.buffer)
	e.buffer = appendTo(append(e.buffer, '"'))
	text := e.buffer[start+1:]
	if plain(text) < len(text) {
		e.buffer = appendText(e.buffer[:start], string(text))
	} else {
		e.buffer = append(e.buffer, '"')
	}
	return true
}

// plain is how many bytes stand before the first one that must be escaped. It looks at eight at a time.
func plain[T string | []byte](s T) (n int) {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	for ; n+8 <= len(s); n += 8 {
		b := s[n : n+8]
		x := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
			uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
		// With one bit flipped, a quotation mark stands right after the control characters.
		low, slash := x^ones*('"'^0x20), x^ones*'\\'
		if ((low-ones*0x21)&^low|(slash-ones)&^slash)&highs != 0 {
			break
		}
	}
	for ; n < len(s); n++ {
		if c := s[n]; c < 0x20 || c == '"' || c == '\\' {
			break
		}
	}
	return n
}

// EncodeInteger encodes a whole number.
func EncodeInteger[T ~int | ~int32 | ~int64](_ context.Context, e *State, v T) bool {
	e.buffer = strconv.AppendInt(e.buffer, int64(v), 10)
	return true
}

// EncodeBoolean encodes a Boolean.
func EncodeBoolean[T ~bool](_ context.Context, e *State, v T) bool {
	e.buffer = strconv.AppendBool(e.buffer, bool(v))
	return true
}

// FloatEncoder encodes numbers. One that JSON cannot hold is an error, and null.
func FloatEncoder[T ~float64](at Place) Encoder[T] {
	return func(ctx context.Context, e *State, v T) bool {
		f := float64(v)
		if math.IsInf(f, 0) || math.IsNaN(f) {
			e.failedLate(at, errors.New("cannot marshal infinite no NaN float values"))
			e.buffer = append(e.buffer, "null"...)
			return true
		}
		e.buffer = strconv.AppendFloat(e.buffer, f, 'g', -1, 64)
		return true
	}
}

// TimeEncoder encodes instants. The zero time is null.
func TimeEncoder(at Place, required string) Encoder[time.Time] {
	return func(ctx context.Context, e *State, v time.Time) bool {
		if v.IsZero() {
			return e.marshaledToNull(ctx, at, required)
		}
		e.buffer = append(e.buffer, '"')
		e.buffer = v.AppendFormat(e.buffer, time.RFC3339Nano)
		e.buffer = append(e.buffer, '"')
		return true
	}
}

// EncodeMarshaler encodes a value that writes itself.
func EncodeMarshaler[T graphql.Marshaler](_ context.Context, e *State, v T) bool {
	v.MarshalGQL(e)
	return true
}

// EncodeAppender encodes a value that appends itself, which spares the writer.
func EncodeAppender[T interface{ AppendGQL([]byte) []byte }](_ context.Context, e *State, v T) bool {
	e.buffer = v.AppendGQL(e.buffer)
	return true
}

// ContextMarshalerEncoder encodes values that write themselves, and may fail.
func ContextMarshalerEncoder[T graphql.ContextMarshaler](at Place) Encoder[T] {
	return func(ctx context.Context, e *State, v T) bool {
		if err := v.MarshalGQLContext(ctx, e); err != nil {
			e.failedLate(at, err)
			e.buffer = append(e.buffer, "null"...)
		}
		return true
	}
}

// FunctionEncoder encodes by a function that is not gqlgen's.
func FunctionEncoder[T any](at Place, required string, marshal func(T) graphql.Marshaler) Encoder[T] {
	return func(ctx context.Context, e *State, v T) bool {
		marshaler := marshal(v)
		if marshaler == graphql.Null {
			return e.marshaledToNull(ctx, at, required)
		}
		return EncodeMarshaler(ctx, e, marshaler)
	}
}

// ContextFunctionEncoder is FunctionEncoder for functions whose result may fail.
func ContextFunctionEncoder[T any](at Place, required string, marshal func(T) graphql.ContextMarshaler) Encoder[T] {
	encode := ContextMarshalerEncoder[graphql.ContextMarshaler](at)
	return func(ctx context.Context, e *State, v T) bool {
		marshaler := marshal(v)
		if marshaler == graphql.ContextMarshaler(graphql.Null) {
			return e.marshaledToNull(ctx, at, required)
		}
		return encode(ctx, e, marshaler)
	}
}
