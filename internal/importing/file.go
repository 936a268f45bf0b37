package importing

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

// File is a file in the directory format: a JSON object with the lists credentials, conditions, treatments, providers
// and articles, or NDJSON, one document a line with its type first, or CSV, one provider a row.
type File struct {
	// Name is how messages call it.
	Name string
	// Open starts reading from its beginning. It is called several times.
	Open func() (io.ReadCloser, error)
	// Replace has a provider of a CSV replaced as a whole, so that it has nothing that the file has no column for.
	Replace bool
	// Remark is told, in a line, what people should know of the file that is nothing wrong with it; nil for nobody.
	Remark func(line string)
	// tellsColumns has the columns remarked on that are passed over: a file is read several times.
	tellsColumns bool
}

// Path is the file at a path.
func Path(path string) File {
	return File{Name: path, Open: func() (io.ReadCloser, error) { return os.Open(path) }}
}

// Bytes is a file in memory.
func Bytes(name string, content []byte) File {
	return File{Name: name, Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(content)), nil }}
}

// Mark is how the store calls an import of the file that is not finished.
func (f File) Mark() string { return "import of " + filepath.Base(f.Name) }

// record is one document of a file, not decoded yet.
type record struct {
	kind  models.Kind
	raw   jsontext.Value // without the type
	place string         // file and line, or file and JSON pointer
	fault *models.Fault  // where it could not even be told what it is
	row   row            // of a table; nil for other forms
	// before is the document that the row changes, nil where there is none.
	before models.Document
}

const lineLimit = 16 << 20

var linePattern = regexp.MustCompile(`^\s*\{\s*"type"`)

// each yields the file's documents one by one.
func (f File) each(yield func(record) error) error {
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
		return fmt.Errorf("%s: it is a workbook; save its table as CSV (UTF-8) in the spreadsheet, and import that", f.Name)
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
	return fmt.Errorf("%s: %s, where a JSON object with credentials, conditions, treatments, providers and articles was expected, or NDJSON with the type of each document first, or CSV whose first line has slug, kind and name", f.Name, found)
}

func (f File) eachLine(reader *bufio.Reader, yield func(record) error) error {
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

// parseLine takes the type off a document.
func parseLine(line []byte, place string) record {
	r := record{place: place}
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
		r.fault = &models.Fault{Rule: "must be one JSON object a line: " + plainError(err)}
		return r
	}
	inner := jsontext.NewDecoder(bytes.NewReader(value))
	_, _ = inner.ReadToken()
	name, _ := inner.ReadToken()
	if value.Kind() != '{' || name.Kind() != '"' || name.String() != "type" {
		r.fault = &models.Fault{Path: "/type", Rule: "must be the first member of the object"}
		return r
	}
	kind, _ := inner.ReadToken()
	r.kind = models.Kind(kind.String())
	if kind.Kind() != '"' || r.kind.New() == nil {
		r.fault = &models.Fault{Path: "/type", Value: kind.String(), Rule: "must be one of credential, condition, treatment, provider, article"}
		return r
	}
	rest := bytes.TrimSpace(value[inner.InputOffset():])
	r.raw = append(jsontext.Value("{"), bytes.TrimPrefix(rest, []byte(","))...)
	return r
}

func (f File) eachMember(reader io.Reader, yield func(record) error) error {
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

func (f File) eachElement(decoder *jsontext.Decoder, plural string, yield func(record) error) error {
	kind := models.Kind(strings.TrimSuffix(plural, "s"))
	if kind.New() == nil || kind.Plural() != plural {
		if err := decoder.SkipValue(); err != nil {
			return err
		}
		return yield(record{place: f.Name + ": ", fault: &models.Fault{Path: "/" + plural, Rule: "must be one of credentials, conditions, treatments, providers, articles"}})
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
		r := record{kind: kind, raw: bytes.Clone(value), place: fmt.Sprintf("%s: /%s/%d", f.Name, plural, i)}
		if value.Kind() != '{' {
			r.fault = &models.Fault{Rule: "must be an object"}
		}
		if err := yield(r); err != nil {
			return err
		}
	}
	_, err = decoder.ReadToken()
	return err
}

// names are what other documents know a document by.
type names struct {
	ID   string `json:"id"`
	Slug string `json:"slug"`
	NPI  string `json:"npi"`
}

// names reads only these members; what is wrong with them is reported by decode.
func (r record) names() names {
	var n names
	if json.Unmarshal(r.raw, &n) != nil {
		return names{}
	}
	n.Slug, n.NPI = strings.TrimSpace(n.Slug), strings.TrimSpace(n.NPI)
	return n
}

// decode reads the document; a member that it does not have, or one of another type, is a fault.
func (r record) decode(document models.Document) *models.Fault { return models.Decode(r.raw, document) }

// plainError leaves out how the library calls itself.
func plainError(err error) string {
	return strings.TrimPrefix(strings.TrimPrefix(err.Error(), "jsontext: "), "json: ")
}
