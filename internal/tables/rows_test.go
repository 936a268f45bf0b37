package tables

import (
	"encoding/csv"
	"errors"
	"io"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
)

// scanned is what the reader makes of a file: the rows, and the reasons why others are broken.
func scanned(reader io.Reader) (records [][]string, broken []string, err error) {
	r := NewRows(reader)
	for {
		r.Slots, r.Fields = nil, nil
		err := r.Next()
		var fault *Fault
		switch {
		case errors.Is(err, io.EOF):
			return records, broken, nil
		case errors.As(err, &fault):
			broken = append(broken, fault.Reason)
			continue
		case err != nil:
			return records, broken, err
		}
		record := make([]string, len(r.Fields))
		for i, field := range r.Fields {
			record[i] = string(field)
		}
		records = append(records, record)
	}
}

func TestRows(t *testing.T) {
	for _, test := range []struct {
		name, content string
		want          [][]string
		broken        string
	}{
		{"plain", "a,b\nc,d\n", [][]string{{"a", "b"}, {"c", "d"}}, ""},
		{"no line break at the end", "a,b\nc,d", [][]string{{"a", "b"}, {"c", "d"}}, ""},
		{"lines of Windows", "a,\"b\"\r\n\"c\",d\r\n", [][]string{{"a", "b"}, {"c", "d"}}, ""},
		{"quoted", `"a","","b,c"` + "\n", [][]string{{"a", "", "b,c"}}, ""},
		{"quotes in quotes", `"say ""hi""",""""` + "\n", [][]string{{`say "hi"`, `"`}}, ""},
		{"a line break in quotes", "\"a\nb\",c\n\"d\r\ne\",f\n", [][]string{{"a\nb", "c"}, {"d\ne", "f"}}, ""},
		{"empty lines", "\n\na\n\r\n\nb\n", [][]string{{"a"}, {"b"}}, ""},
		{"empty at the end", "a,\n,\n", [][]string{{"a", ""}, {"", ""}}, ""},
		{"a quote in a text without quotes", "5' 2\",b\n", [][]string{{"5' 2\"", "b"}}, ""},
		{
			"a quote too many", "\"a\"b\",c\nd,e\n",
			[][]string{{"d", "e"}},
			"a quote within a text must be written twice",
		},
		{
			"a quote that is never closed", "a,b\n\"c,d\ne,f\n\"g\",h\n",
			[][]string{{"a", "b"}, {"e", "f"}, {"g", "h"}},
			"a quote within a text must be written twice",
		},
		{"a quote open at the end", "a,b\n\"c,d", [][]string{{"a", "b"}}, "a quote is never closed"},
		{"nothing", "", nil, ""},
	} {
		for way, reader := range map[string]io.Reader{
			"at once": strings.NewReader(test.content), "byte by byte": iotest.OneByteReader(
				strings.NewReader(test.content),
			),
		} {
			records, broken, err := scanned(reader)
			if err != nil || !reflect.DeepEqual(records, test.want) || strings.Join(broken, "; ") != test.broken {
				t.Errorf(
					"%s, %s: %q, broken %q, %v; want %q, %q",
					test.name,
					way,
					records,
					broken,
					err,
					test.want,
					test.broken,
				)
			}
		}
	}
}

func TestRowsReportTheLine(t *testing.T) {
	r := NewRows(strings.NewReader("a\n\n\"b\nb\"\nc\n\"d\ne\nf"))
	var lines []int
	for {
		r.Slots, r.Fields = nil, nil
		err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		lines = append(lines, r.Line)
	}
	if want := []int{1, 3, 5, 6, 7, 8}; !reflect.DeepEqual(lines, want) {
		t.Errorf("rows start at the lines %v, want %v", lines, want)
	}
}

func TestRowsReportReadErrors(t *testing.T) {
	fault := errors.New("the disk is gone")
	if _, _, err := scanned(io.MultiReader(strings.NewReader("a,b\nc"), iotest.ErrReader(fault))); !errors.Is(
		err,
		fault,
	) {
		t.Errorf("err = %v", err)
	}
}

var manyLetters = strings.Repeat("x", 1<<20)

// endless is a file of one line, as long as wanted, and a short one after it.
type endless struct {
	left int64
	tail *strings.Reader
}

func (e *endless) Read(p []byte) (int, error) {
	if e.left == 0 {
		return e.tail.Read(p)
	}
	n := copy(p[:min(int64(len(p)), e.left)], manyLetters)
	e.left -= int64(n)
	return n, nil
}

// A line of 10 GB costs one row and no memory.
func TestRowsOfAnyLength(t *testing.T) {
	const gigabytes = 10
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	records, broken, err := scanned(
		io.MultiReader(strings.NewReader("a,b\n"), &endless{gigabytes << 30, strings.NewReader("\nc,d\n")}),
	)
	runtime.ReadMemStats(&after)
	if want := [][]string{{"a", "b"}, {"c", "d"}}; err != nil || !reflect.DeepEqual(records, want) || len(broken) != 1 {
		t.Errorf("%q, broken %q, %v", records, broken, err)
	}
	const most = 8 << 20
	if used := after.TotalAlloc - before.TotalAlloc; used > most {
		t.Errorf("%d bytes were allocated, want at most %d", used, most)
	}
}

// FuzzRows shows that whatever encoding/csv reads, the reader here reads in the same way, and that no file breaks it.
func FuzzRows(f *testing.F) {
	for _, seed := range []string{
		"a,b\n1,2\n", "\"a\",\"\"\r\n\"b\"\"c\",\"d\ne\"\r\n", "\"a\"b,c\nd", "\r\n\r\r\n,\n", "\"", "\"\"\"", "a\r",
		"\"a\"\r", "\ufeffa,b", "\"\",\"\",x\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, content string) {
		records, broken, err := scanned(strings.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		slowly, brokenSlowly, err := scanned(iotest.OneByteReader(strings.NewReader(content)))
		if err != nil || !reflect.DeepEqual(records, slowly) || !reflect.DeepEqual(broken, brokenSlowly) {
			t.Errorf("byte by byte: %q, %q, %v; at once %q, %q", slowly, brokenSlowly, err, records, broken)
		}
		reader := csv.NewReader(strings.NewReader(content))
		reader.FieldsPerRecord = -1
		want, err := reader.ReadAll()
		if err != nil {
			return // encoding/csv gives up at the first broken row
		}
		if len(broken) > 0 || !reflect.DeepEqual(records, want) {
			t.Errorf("%q: got %q, broken %q; want %q", content, records, broken, want)
		}
	})
}
