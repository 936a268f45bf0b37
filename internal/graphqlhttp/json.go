package graphqlhttp

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"findcare/internal/execution"
)

// jsonError is where a text stops being valid JSON, or UTF-8. It never quotes the text, which must not get into a log.
type jsonError struct {
	offset int64
	utf8   bool // it is not UTF-8
}

func (e *jsonError) Error() string {
	return "the body " + e.of(`a JSON object such as {"query": "…", "variables": {…}}`)
}

func (e *jsonError) of(expected string) string {
	if e.utf8 {
		return fmt.Sprintf("must be UTF-8, and is not at byte %d", e.offset)
	}
	return fmt.Sprintf("must be %s, and stops being one at byte %d", expected, e.offset)
}

// syntaxError returns the place of a decoder's error, or else where the decoder is.
func syntaxError(decoder *jsontext.Decoder, err error) error {
	var syntax *jsontext.SyntacticError
	if errors.As(err, &syntax) {
		return &jsonError{offset: syntax.ByteOffset}
	}
	return &jsonError{offset: decoder.InputOffset()}
}

// loneSurrogates makes half of a surrogate pair, as in a text that was cut in two, U+FFFD. Since it would do so with
// any invalid bytes, the text must be checked to be UTF-8.
var loneSurrogates = jsontext.AllowInvalidUTF8(true)

// newDecoder returns a decoder of a JSON text, which must be UTF-8.
func newDecoder(text []byte) (*jsontext.Decoder, error) {
	if !utf8.Valid(text) {
		valid := 0
		for {
			r, size := utf8.DecodeRune(text[valid:])
			if r == utf8.RuneError && size == 1 {
				return nil, &jsonError{offset: int64(valid), utf8: true}
			}
			valid += size
		}
	}
	return jsontext.NewDecoder(bytes.NewBuffer(text), loneSurrogates), nil
}

// atEnd returns an error unless only white space follows.
func atEnd(decoder *jsontext.Decoder) error {
	before := decoder.InputOffset() + int64(
		len(decoder.UnreadBuffer())-len(bytes.TrimLeft(decoder.UnreadBuffer(), " \t\r\n")),
	)
	if _, err := decoder.ReadToken(); !errors.Is(err, io.EOF) {
		return &jsonError{offset: before}
	}
	return nil
}

// readString reads a string or null.
func readString(name string, decoder *jsontext.Decoder) (string, error) {
	token, err := decoder.ReadToken()
	switch {
	case err != nil:
		return "", syntaxError(decoder, err)
	case token.Kind() == 'n':
		return "", nil
	case token.Kind() != '"':
		return "", fmt.Errorf("%s: must be a string", name)
	}
	return token.String(), nil
}

// readObject reads an object or null.
func readObject(name string, decoder *jsontext.Decoder) (map[string]any, error) {
	switch decoder.PeekKind() {
	case '{', 'n':
	case jsontext.KindInvalid:
		_, err := decoder.ReadToken()
		return nil, syntaxError(decoder, err)
	default:
		return nil, fmt.Errorf("%s: must be a JSON object", name)
	}
	value, err := readValue(decoder)
	object, _ := value.(map[string]any)
	return object, err
}

// maxNesting is the maximum depth of lists and objects in a request.
const maxNesting = 100

// readValue reads any value.
func readValue(decoder *jsontext.Decoder) (any, error) {
	if decoder.StackDepth() > maxNesting {
		return nil, fmt.Errorf("the body nests lists and objects more than %d levels deep", maxNesting)
	}
	token, err := decoder.ReadToken()
	if err != nil {
		return nil, syntaxError(decoder, err)
	}
	switch token.Kind() {
	case '"':
		return token.String(), nil
	case '0':
		return execution.Number(token.String()), nil
	case 't', 'f':
		return token.Bool(), nil
	case '[':
		list := []any{}
		for decoder.PeekKind() != ']' {
			element, err := readValue(decoder)
			if err != nil {
				return nil, err
			}
			list = append(list, element)
		}
		return list, end(decoder)
	case '{':
		object := map[string]any{}
		for decoder.PeekKind() != '}' {
			name, err := decoder.ReadToken()
			if err != nil {
				return nil, syntaxError(decoder, err)
			}
			key := name.String()
			if object[key], err = readValue(decoder); err != nil {
				return nil, err
			}
		}
		return object, end(decoder)
	}
	//lint:ignore nilnil JSON's null is a value
	return nil, nil
}

// end reads the end of a list or an object.
func end(decoder *jsontext.Decoder) error {
	if _, err := decoder.ReadToken(); err != nil {
		return syntaxError(decoder, err)
	}
	return nil
}
