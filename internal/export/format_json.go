package export

import (
	"bufio"
	"fmt"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"findcare/models"
)

// listForm is the directory format: an object with a list for each kind.
type listForm struct {
	directoryForm
	encoder *jsontext.Encoder
	lists   int
}

// directoryForm is what both have in common.
type directoryForm struct {
	portable
	release release
}

func (f directoryForm) encode(document models.Document) ([]byte, error) {
	if document = f.of(document); document == nil {
		return nil, nil
	}
	content, err := json.Marshal(document)
	if err != nil || f.release == nil {
		return content, err
	}
	return f.release.of(document.Kind(), content)
}

func newListForm(w *bufio.Writer, of directoryForm) *listForm {
	return &listForm{directoryForm: of, encoder: jsontext.NewEncoder(w, jsontext.WithIndent("  "))}
}

func (*listForm) kinds() []models.Kind { return models.Kinds }

func (f *listForm) begin(kind models.Kind) error {
	before := jsontext.BeginObject
	if f.lists++; f.lists > 1 {
		before = jsontext.EndArray
	}
	return f.tokens(before, jsontext.String(kind.Plural()), jsontext.BeginArray)
}

func (f *listForm) write(element []byte) error { return f.encoder.WriteValue(element) }

func (f *listForm) end() error { return f.tokens(jsontext.EndArray, jsontext.EndObject) }

func (f *listForm) tokens(tokens ...jsontext.Token) error {
	for _, token := range tokens {
		if err := f.encoder.WriteToken(token); err != nil {
			return err
		}
	}
	return nil
}

// lineForm is the directory format as NDJSON.
type lineForm struct {
	directoryForm
	w *bufio.Writer
}

func (*lineForm) kinds() []models.Kind { return models.Kinds }

func (f *lineForm) encode(document models.Document) ([]byte, error) {
	content, err := f.directoryForm.encode(document)
	if content == nil || err != nil {
		return nil, err
	}
	return append(fmt.Appendf(nil, `{"type":%q,`, document.Kind()), append(content[1:], '\n')...), nil
}

func (*lineForm) begin(models.Kind) error { return nil }

func (f *lineForm) write(element []byte) error {
	_, err := f.w.Write(element)
	return err
}

func (*lineForm) end() error { return nil }
