package graph

import (
	"errors"
	"math"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"

	coerce "findcare/internal/execution"
	"findcare/models"
)

// scalars says how the schema's own scalars are coerced.
func scalars() map[string]coerce.Scalar {
	return map[string]coerce.Scalar{
		"Date": coerce.TextScalar(
			"a Date (a calendar date such as 2024-06-24)",
			func(text string) bool { return models.Date(text).Valid() },
		),
		"DateTime": coerce.TextScalar(
			"a DateTime (an RFC 3339 instant such as 2024-06-24T09:30:00Z)",
			func(text string) bool {
				_, err := time.Parse(time.RFC3339, text)
				return err == nil
			},
		),
	}
}

// The encoders of the scalars that gqlgen knows append the very bytes that gqlgen's own functions write.

func encodeText[T ~string](e *execution, v T) bool {
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

// openText begins a JSON string, to which plain text is then appended, and closeText ends it.
func (e *execution) openText() (start int) {
	e.buffer = append(e.buffer, '"')
	return len(e.buffer)
}

func (e *execution) closeText(start int) bool {
	text := e.buffer[start:]
	if plain(text) < len(text) {
		e.buffer = appendText(e.buffer[:start-1], string(text))
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
		quote, slash := x^ones*'"', x^ones*'\\'
		if ((x-ones*0x20)&^x|(quote-ones)&^quote|(slash-ones)&^slash)&highs != 0 {
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

func encodeInteger[T ~int | ~int32 | ~int64](e *execution, v T) bool {
	e.buffer = strconv.AppendInt(e.buffer, int64(v), 10)
	return true
}

func encodeBoolean[T ~bool](e *execution, v T) bool {
	e.buffer = strconv.AppendBool(e.buffer, bool(v))
	return true
}

func floatEncoder[T ~float64](at place) encoder[T] {
	return func(e *execution, v T) bool {
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

func timeEncoder(at place, required string) encoder[time.Time] {
	return func(e *execution, v time.Time) bool {
		if v.IsZero() {
			return e.marshaledToNull(at, required)
		}
		e.buffer = append(e.buffer, '"')
		e.buffer = v.AppendFormat(e.buffer, time.RFC3339Nano)
		e.buffer = append(e.buffer, '"')
		return true
	}
}

// encodeMarshaler encodes a value that writes itself.
func encodeMarshaler[T graphql.Marshaler](e *execution, v T) bool {
	v.MarshalGQL(e)
	return true
}

// encodeAppender encodes a value that appends itself, which spares the writer.
func encodeAppender[T interface{ AppendGQL([]byte) []byte }](e *execution, v T) bool {
	e.buffer = v.AppendGQL(e.buffer)
	return true
}

func contextMarshalerEncoder[T graphql.ContextMarshaler](at place) encoder[T] {
	return func(e *execution, v T) bool {
		if err := v.MarshalGQLContext(e.ctx, e); err != nil {
			e.failedLate(at, err)
			e.buffer = append(e.buffer, "null"...)
		}
		return true
	}
}

// functionEncoder encodes by a function that is not gqlgen's.
func functionEncoder[T any](at place, required string, marshal func(T) graphql.Marshaler) encoder[T] {
	return func(e *execution, v T) bool {
		marshaler := marshal(v)
		if marshaler == graphql.Null {
			return e.marshaledToNull(at, required)
		}
		return encodeMarshaler(e, marshaler)
	}
}

func contextFunctionEncoder[T any](at place, required string, marshal func(T) graphql.ContextMarshaler) encoder[T] {
	encode := contextMarshalerEncoder[graphql.ContextMarshaler](at)
	return func(e *execution, v T) bool {
		marshaler := marshal(v)
		if marshaler == graphql.ContextMarshaler(graphql.Null) {
			return e.marshaledToNull(at, required)
		}
		return encode(e, marshaler)
	}
}
