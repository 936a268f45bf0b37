package dirformat

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"findcare/internal/tables"
	"findcare/models"
)

// File is a file in the directory format: a JSON object with the lists credentials, conditions, treatments, insurers,
// providers and articles; NDJSON, one document per line with its type first; or CSV, one provider per row.
type File struct {
	// Name is the file's name in messages.
	Name string
	// Open starts reading from the beginning. It is called several times.
	Open func() (io.ReadCloser, error)
	// Replace makes a row of a CSV replace the provider as a whole, including fields without a column.
	Replace bool
	// Warn, if not nil, receives a line about what people should know about the file that is not a fault.
	Warn           func(line string)
	reportsColumns bool
}

// Path returns the file at a path.
func Path(path string) File {
	return File{Name: path, Open: func() (io.ReadCloser, error) { return os.Open(path) }}
}

// Bytes returns a file in memory.
func Bytes(name string, content []byte) File {
	return File{Name: name, Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(content)), nil }}
}

// Mark is the name of an unfinished import of the file in the store.
func (f File) Mark() string { return "import of " + filepath.Base(f.Name) }

// ReportingUnknownColumns returns the file with warnings about ignored columns switched on. A file is read several
// times, and only one reading should warn.
func (f File) ReportingUnknownColumns() File {
	f.reportsColumns = true
	return f
}

// Fault is a broken rule with its place in a file.
type Fault struct {
	// Place is the file with a line or with a JSON pointer to the document.
	Place string
	models.Fault
}

// Error returns the fault in one line.
func (f Fault) Error() string {
	if f.Path == "" {
		return strings.TrimSuffix(f.Place, ": ") + f.Fault.Error()
	}
	return f.Place + f.Fault.Error()
}

// Record is one document of a file, not yet decoded.
type Record struct {
	Kind  models.Kind
	Place string        // file and line, or file and JSON pointer
	Fault *models.Fault // if even its kind is unknown
	// Before is the document that a table's row changes, nil if there is none.
	Before models.Document

	raw jsontext.Value // without the type
	row row            // of a table; nil for other forms
}

const lineLimit = 16 << 20

var linePattern = regexp.MustCompile(`^\s*\{\s*"type"`)

// Each yields the file's documents one by one.
func (f File) Each(yield func(Record) error) error {
	content, err := f.Open()
	if err != nil {
		return err
	}
	defer content.Close()
	reader, start, err := tables.Decoded(content)
	if err != nil {
		return fmt.Errorf("read %s: %w", f.Name, err)
	}
	if bytes.HasPrefix(start, []byte(tables.ByteOrderMark)) {
		start = start[len(tables.ByteOrderMark):]
		_, _ = reader.Discard(len(tables.ByteOrderMark))
	}
	separator, isTable := providerTable(start)
	switch trimmed := bytes.TrimSpace(start); {
	case len(trimmed) == 0:
		return f.wrong("the file is empty")
	case tables.IsWorkbook(start):
		return fmt.Errorf(
			"%s: the file is a workbook; save its table as CSV (UTF-8) in the spreadsheet and import that",
			f.Name,
		)
	case isTable:
		return f.eachRow(reader, separator, yield)
	case trimmed[0] != '{':
		return f.wrong(fmt.Sprintf("it starts with %.20q", trimmed))
	}
	if linePattern.Match(start) {
		return f.eachLine(reader, yield)
	}
	return f.eachMember(reader, yield)
}

func (f File) wrong(found string) error {
	return fmt.Errorf(
		"%s: %s, where a JSON object with credentials, conditions, treatments, insurers, providers and articles was "+
			"expected, or NDJSON with the type of each document first, or CSV whose first line has slug, kind and name",
		f.Name,
		found,
	)
}

func (f File) eachLine(reader *bufio.Reader, yield func(Record) error) error {
	lines := bufio.NewScanner(reader)
	lines.Buffer(nil, lineLimit)
	number := 0
	for lines.Scan() {
		number++
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		if err := yield(parseLine(lines.Bytes(), fmt.Sprintf("%s:%d: ", f.Name, number))); err != nil {
			return err
		}
	}
	if errors.Is(lines.Err(), bufio.ErrTooLong) {
		return fmt.Errorf("%s:%d: the line is longer than %d MB", f.Name, number+1, lineLimit>>20)
	}
	if lines.Err() != nil {
		return fmt.Errorf("read %s: %w", f.Name, lines.Err())
	}
	return nil
}

// parseLine separates the type of a document from the rest.
func parseLine(line []byte, place string) Record {
	r := Record{Place: place}
	decoder := jsontext.NewDecoder(bytes.NewReader(line))
	value, err := decoder.ReadValue()
	if err == nil {
		value = bytes.Clone(value)
		if _, end := decoder.ReadToken(); end == nil {
			err = errors.New("there is more than one value on the line")
		} else if !errors.Is(end, io.EOF) {
			err = end
		}
	}
	if err != nil {
		r.Fault = &models.Fault{Rule: "must be one JSON object per line: " + plainError(err)}
		return r
	}
	inner := jsontext.NewDecoder(bytes.NewReader(value))
	_, _ = inner.ReadToken()
	name, _ := inner.ReadToken()
	if value.Kind() != '{' || name.Kind() != '"' || name.String() != "type" {
		r.Fault = &models.Fault{Path: "/type", Rule: "must be the first member of the object"}
		return r
	}
	kind, _ := inner.ReadToken()
	r.Kind = models.Kind(kind.String())
	if kind.Kind() != '"' || r.Kind.New() == nil {
		r.Fault = &models.Fault{
			Path:  "/type",
			Value: kind.String(),
			Rule:  "must be one of credential, condition, treatment, provider, article",
		}
		return r
	}
	rest := bytes.TrimSpace(value[inner.InputOffset():])
	r.raw = append(jsontext.Value("{"), bytes.TrimPrefix(rest, []byte(","))...)
	return r
}

func (f File) eachMember(reader io.Reader, yield func(Record) error) error {
	decoder := jsontext.NewDecoder(reader)
	broken := func(err error) error {
		return fmt.Errorf("%s: byte %d, %s: %s", f.Name, decoder.InputOffset(), decoder.StackPointer(), plainError(err))
	}
	if _, err := decoder.ReadToken(); err != nil {
		return broken(err)
	}
	for {
		name, err := decoder.ReadToken()
		if err != nil {
			return broken(err)
		}
		if name.Kind() == '}' {
			if _, err := decoder.ReadToken(); !errors.Is(err, io.EOF) {
				return f.wrong("there is something after the JSON object")
			}
			return nil
		}
		plural := name.String()
		if err := f.eachElement(decoder, plural, yield); err != nil {
			var syntax *jsontext.SyntacticError
			if errors.As(err, &syntax) || errors.Is(err, io.ErrUnexpectedEOF) {
				return broken(err)
			}
			return err
		}
	}
}

func (f File) eachElement(decoder *jsontext.Decoder, plural string, yield func(Record) error) error {
	kind := models.Kind(strings.TrimSuffix(plural, "s"))
	if kind.New() == nil || kind.Plural() != plural {
		if err := decoder.SkipValue(); err != nil {
			return err
		}
		return yield(
			Record{
				Place: f.Name + ": ",
				Fault: &models.Fault{
					Path: "/" + plural,
					Rule: "must be one of credentials, conditions, treatments, insurers, providers, articles",
				},
			},
		)
	}
	open, err := decoder.ReadToken()
	if err != nil {
		return err
	}
	if open.Kind() != '[' {
		return f.wrong("the member " + plural + " is not a list")
	}
	for i := 0; decoder.PeekKind() != ']'; i++ {
		value, err := decoder.ReadValue()
		if err != nil {
			return err
		}
		r := Record{Kind: kind, raw: bytes.Clone(value), Place: fmt.Sprintf("%s: /%s/%d", f.Name, plural, i)}
		if value.Kind() != '{' {
			r.Fault = &models.Fault{Rule: "must be an object"}
		}
		if err := yield(r); err != nil {
			return err
		}
	}
	_, err = decoder.ReadToken()
	return err
}

// Names are the names of a document that others know it by, and what kind of provider it is.
type Names struct {
	ID   string              `json:"id"`
	Slug string              `json:"slug"`
	NPI  string              `json:"npi"`
	Kind models.ProviderKind `json:"kind"`
}

// Names reads only these members; Decode reports what is wrong with them.
func (r Record) Names() Names {
	var n Names
	if json.Unmarshal(r.raw, &n) != nil {
		return Names{}
	}
	n.Slug, n.NPI = strings.TrimSpace(n.Slug), strings.TrimSpace(n.NPI)
	return n
}

// Decode decodes the document; an unknown member, or one of another type, is a fault.
func (r Record) Decode(document models.Document) *models.Fault { return models.Decode(r.raw, document) }

// plainError removes the library's name from a message.
func plainError(err error) string {
	return strings.TrimPrefix(strings.TrimPrefix(err.Error(), "jsontext: "), "json: ")
}
