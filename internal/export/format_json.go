package export

import (
	"bufio"
	"fmt"
	"slices"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"findcare/models"
)

// jsonWriter writes the directory format: an object with a list for each kind.
type jsonWriter struct {
	directoryWriter
	encoder *jsontext.Encoder
	lists   int
}

// directoryWriter is the part that JSON and NDJSON have in common.
type directoryWriter struct {
	portable
	release release
}

// kinds returns all kinds, for an earlier release those that it knows.
func (f directoryWriter) kinds() []models.Kind {
	return slices.DeleteFunc(slices.Clone(models.Kinds), func(kind models.Kind) bool {
		return f.release != nil && f.release[string(kind)] == nil
	})
}

func (f directoryWriter) encode(document models.Document) (element []byte, ok bool, err error) {
	if document, ok = f.of(document); !ok {
		return nil, false, nil
	}
	content, err := json.Marshal(document)
	if err != nil || f.release == nil {
		return content, true, err
	}
	return f.release.of(document.Kind(), content)
}

func newJSONWriter(w *bufio.Writer, of directoryWriter) *jsonWriter {
	return &jsonWriter{directoryWriter: of, encoder: jsontext.NewEncoder(w, jsontext.WithIndent("  "))}
}

func (f *jsonWriter) begin(kind models.Kind) error {
	before := jsontext.BeginObject
	if f.lists++; f.lists > 1 {
		before = jsontext.EndArray
	}
	return f.tokens(before, jsontext.String(kind.Plural()), jsontext.BeginArray)
}

func (f *jsonWriter) write(element []byte) error { return f.encoder.WriteValue(element) }

func (f *jsonWriter) end() error { return f.tokens(jsontext.EndArray, jsontext.EndObject) }

func (f *jsonWriter) tokens(tokens ...jsontext.Token) error {
	for _, token := range tokens {
		if err := f.encoder.WriteToken(token); err != nil {
			return err
		}
	}
	return nil
}

// ndjsonWriter writes the directory format as NDJSON.
type ndjsonWriter struct {
	directoryWriter
	w *bufio.Writer
}

func (f *ndjsonWriter) encode(document models.Document) (element []byte, ok bool, err error) {
	content, ok, err := f.directoryWriter.encode(document)
	if !ok || err != nil {
		return nil, false, err
	}
	return append(fmt.Appendf(nil, `{"type":%q,`, document.Kind()), append(content[1:], '\n')...), true, nil
}

func (*ndjsonWriter) begin(models.Kind) error { return nil }

func (f *ndjsonWriter) write(element []byte) error {
	_, err := f.w.Write(element)
	return err
}

func (*ndjsonWriter) end() error { return nil }
