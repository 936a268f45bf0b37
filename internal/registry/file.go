package registry

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"findcare/internal/tables"
	"findcare/models"
)

// Format identifies the layout of a registry's files.
type Format string

// The formats.
const (
	NPPES            Format = "nppes"
	NPPESDeactivated Format = "nppes-deactivated"
	SAMHSA           Format = "samhsa"
)

// File is a file of a registry: CSV, or the ZIP archive in which CMS publishes the NPI files.
type File struct {
	// Name is the file's name in messages.
	Name string
	// Format may be empty; the columns then determine it.
	Format Format
	// Size is the number of bytes to read, -1 if unknown.
	Size int64

	main      func() (io.ReadCloser, error)
	locations func() (io.ReadCloser, error) // nil if there is none
	modified  time.Time
	bytesRead atomic.Int64
}

// Stream returns a CSV file that can be read once, such as standard input.
func Stream(name string, content io.Reader) *File {
	return &File{Name: name, Size: -1, main: func() (io.ReadCloser, error) { return io.NopCloser(content), nil }}
}

// Path returns the file at a path, a CSV or a ZIP.
func Path(path string) (*File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	f := &File{Name: path, Size: info.Size(), modified: info.ModTime()}
	f.main = func() (io.ReadCloser, error) { return os.Open(path) }
	zipped, err := isZIP(path)
	if err != nil || !zipped {
		return f, err
	}
	return f, f.unzip(path)
}

func isZIP(path string) (bool, error) {
	file, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer file.Close()
	start := make([]byte, len(tables.ZIPStart))
	n, err := io.ReadFull(file, start)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return false, err
	}
	return string(start[:n]) == tables.ZIPStart, nil
}

var (
	mainEntry      = regexp.MustCompile(`(?i)(^|/)npidata_pfile_[^/]*\.csv$`)
	locationsEntry = regexp.MustCompile(`(?i)(^|/)pl_pfile_[^/]*\.csv$`)
	headerEntry    = regexp.MustCompile(`(?i)_fileheader\.csv$`)
)

// unzip finds the files of the NPI registry in a ZIP archive.
func (f *File) unzip(path string) error {
	archive, err := zip.OpenReader(path)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	defer archive.Close()
	f.main = nil
	var names []string
	for _, entry := range archive.File {
		names = append(names, entry.Name)
		open := func() (io.ReadCloser, error) { return openEntry(path, entry.Name) }
		switch {
		case headerEntry.MatchString(entry.Name):
		case mainEntry.MatchString(entry.Name):
			f.Name, f.Size, f.main = path+"/"+entry.Name, int64(entry.UncompressedSize64), open
		case locationsEntry.MatchString(entry.Name):
			f.locations = open
		}
	}
	if f.main == nil {
		return fmt.Errorf(
			"%s: the ZIP contains %q; expected npidata_pfile_….csv, optionally with pl_pfile_….csv",
			path,
			names[:min(len(names), 5)],
		)
	}
	return nil
}

// entryReader closes the archive with the entry.
type entryReader struct {
	io.ReadCloser
	archive *zip.ReadCloser
}

func (e entryReader) Close() error { return errors.Join(e.ReadCloser.Close(), e.archive.Close()) }

func openEntry(path, name string) (io.ReadCloser, error) {
	archive, err := zip.OpenReader(path)
	if err != nil {
		return nil, err
	}
	content, err := archive.Open(name)
	if err != nil {
		return nil, errors.Join(err, archive.Close())
	}
	return entryReader{content, archive}, nil
}

// dateInName finds the last date in npidata_pfile_20050523-20261108.csv.
var dateInName = regexp.MustCompile(`(?:^|[^0-9])(20\d\d)-?(\d\d)-?(\d\d)(?:[^0-9]|$)`)

// DateOr returns the date of the file: the given one, else the one in its name, else its modification time.
func (f *File) DateOr(given, today models.Date) models.Date {
	if given != "" {
		return given
	}
	// so that both of two dates with one hyphen between them match
	name := strings.ReplaceAll(filepath.Base(f.Name), "-", "--")
	for _, found := range slices.Backward(dateInName.FindAllStringSubmatch(name, -1)) {
		if date := models.Date(found[1] + "-" + found[2] + "-" + found[3]); date.Valid() && date <= today {
			return date
		}
	}
	if !f.modified.IsZero() {
		return min(models.DateOf(f.modified), today)
	}
	return today
}

// counted counts the bytes that are read.
type counted struct {
	io.Reader
	bytesRead *atomic.Int64
}

func (c counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.bytesRead.Add(int64(n))
	return n, err
}

// BytesRead returns the number of bytes read so far.
func (f *File) BytesRead() int64 { return f.bytesRead.Load() }

// format reads the rows of one registry's files.
type format interface {
	source() string
	read(*tables.Rows) Entry
}

// Options are options for reading a file.
type Options struct {
	// Taxonomies are codes, or prefixes of codes, to include in addition to those of behavioural health; * is all.
	Taxonomies []string
	// FileDate is the date of the file.
	FileDate models.Date
}

// Reader reads the rows of a file whose columns are known.
type Reader struct {
	rows   *tables.Rows
	format format
	io.Closer
}

// Open reads the header, and fails if the file is not what was expected.
func (f *File) Open(ctx context.Context, terms *Terms, options Options) (*Reader, error) {
	content, err := f.main()
	if err != nil {
		return nil, err
	}
	r := &Reader{rows: tables.NewRows(counted{content, &f.bytesRead}), Closer: content}
	if err := r.choose(ctx, f, terms, options); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", f.Name, err), content.Close())
	}
	return r, nil
}

// Source is the registry that the file comes from.
func (r *Reader) Source() string { return r.format.source() }

// Next reads the next row. One that cannot be parsed becomes an entry with the reason. The error is io.EOF at the end.
func (r *Reader) Next() (Entry, error) {
	err := r.rows.Next()
	var fault *tables.Fault
	switch {
	case err == nil:
		return r.format.read(r.rows), nil
	case errors.As(err, &fault):
		return Entry{Line: r.rows.Line, Rejected: fault}, nil
	}
	return Entry{}, err
}

const (
	nppesExpected = "the npidata_pfile of the NPI registry, a CSV whose first line has NPI, Entity Type Code and " +
		"so on, or the ZIP with it"
	samhsaExpected = "SAMHSA's list of facilities, a CSV whose first line has name1, street1, city, state, zip and " +
		"so on"
	deactivatedExpected = "CMS's list of deactivated NPIs, saved as CSV with the columns NPI and NPPES Deactivation " +
		"Date"
)

func (r *Reader) choose(ctx context.Context, f *File, terms *Terms, options Options) error {
	expected := map[Format]string{
		NPPES: nppesExpected, SAMHSA: samhsaExpected, NPPESDeactivated: deactivatedExpected,
		"": nppesExpected + ", or " + samhsaExpected + ", or " + deactivatedExpected,
	}[f.Format]
	header, err := readHeader(r.rows)
	if err != nil {
		return fmt.Errorf("%w where this was expected: %s", err, expected)
	}
	facilities := &samhsa{terms: terms}
	columns := map[Format][]tables.Column{
		NPPES: nppesColumns(), SAMHSA: facilities.columnsIn(header), NPPESDeactivated: deactivatedColumns(),
	}
	if f.Format == "" {
		missing := func(of Format) int { return len(new(tables.Rows).Choose(header, columns[of])) }
		switch {
		case isDeactivatedHeader(header):
			f.Format = NPPESDeactivated
		case missing(SAMHSA) < missing(NPPES):
			f.Format = SAMHSA
		default:
			f.Format = NPPES
		}
	}
	if missing := r.rows.Choose(header, columns[f.Format]); len(missing) > 0 {
		more := ""
		if shown := 3; len(missing) > shown {
			more = fmt.Sprintf(" and %d more", len(missing)-shown)
			missing = missing[:shown]
		}
		return fmt.Errorf(
			"its first line lacks the columns %s%s, where this was expected: %s",
			strings.Join(missing, ", "),
			more,
			expected,
		)
	}
	switch f.Format {
	case SAMHSA:
		r.format = facilities
		return nil
	case NPPESDeactivated:
		r.format = deactivated{}
		return nil
	}
	people := &nppes{filter: taxonomyFilter{options.Taxonomies}, terms: terms, fileDate: options.FileDate}
	r.format = people
	if f.locations != nil {
		people.locations, err = f.furtherLocations(ctx, people.filter)
	}
	return err
}
