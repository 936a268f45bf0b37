package server

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/go-json-experiment/json"

	"findcare/internal/auth"
	"findcare/internal/clock"
	"findcare/internal/graphqlhttp"
	"findcare/internal/httpmw"
	"findcare/internal/importing"
	"findcare/models"
)

const (
	// maxImport is the maximum size in bytes of a file.
	maxImport = 100 << 20
	// readTimeout is how long a part of a file may take, and uploadTimeout the whole.
	readTimeout   = 30 * time.Second
	uploadTimeout = 15 * time.Minute
	// again is when to try again what cannot be done now.
	again = 5 * time.Second
)

// importTypes are the media types of files.
//
// SECURITY: a browser sends none of them to another site without a preflight request, as it would a form.
var importTypes = []string{
	"application/octet-stream", "text/csv", "application/json", "application/x-ndjson", "application/ndjson",
}

// postImport begins the import of the file in the body, for editors.
func (s *Site) postImport(w http.ResponseWriter, r *http.Request) {
	if err := auth.Require(r.Context(), auth.Editor); err != nil {
		graphqlhttp.WriteError(w, r, refusalOf(err))
		return
	}
	options, refused := importOptions(r)
	if refused == nil && r.ContentLength > maxImport { // before it is read
		refused = tooLarge()
	}
	if refused != nil {
		w.Header().Set("Connection", "close")
		graphqlhttp.WriteError(w, r, refused)
		return
	}
	control := http.NewResponseController(w)
	body := &upload{http.MaxBytesReader(w, r.Body, maxImport), control, clock.Start()}
	begun, err := s.imports.Begin(r.Context(), body, options)
	if errors.Is(err, importing.ErrBusy) {
		_, _ = io.Copy(io.Discard, body) // a browser reads the response only once it has sent the file
	}
	_ = control.SetWriteDeadline(clock.Deadline(writeTimeout))
	if err != nil {
		graphqlhttp.WriteError(w, r, s.importError(r, err))
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Location", "/imports/"+begun.ID)
	w.WriteHeader(http.StatusAccepted)
	_ = json.MarshalWrite(w, struct {
		ID     string              `json:"id"`
		File   string              `json:"file"`
		DryRun bool                `json:"dryRun"`
		Status models.ImportStatus `json:"status"`
	}{begun.ID, begun.File, begun.DryRun, begun.Status})
}

// importOptions reads what is to be done with a file.
func importOptions(r *http.Request) (options importing.FileOptions, refused *httpmw.HTTPError) {
	media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || !slices.Contains(importTypes, media) {
		return options, unsupported("the content type must be text/csv, application/json or application/x-ndjson")
	}
	if encoding := r.Header.Get("Content-Encoding"); encoding != "" && encoding != "identity" {
		return options, unsupported("the body must not be compressed")
	}
	for name, values := range r.URL.Query() {
		value := values[len(values)-1]
		switch name {
		case "name":
			options.Name = value
		case "dryRun":
			options.DryRun, err = strconv.ParseBool(value)
		case "replace":
			options.Replace, err = strconv.ParseBool(value)
		default:
			err = errors.New("unknown")
		}
		if err != nil {
			const rule = "%.40s=%.40s: must be one of name, dryRun=true or false, replace=true or false"
			return options, &httpmw.HTTPError{
				Status: http.StatusBadRequest, Code: models.CodeBadUserInput, Message: fmt.Sprintf(rule, name, value),
			}
		}
	}
	return options, nil
}

func unsupported(message string) *httpmw.HTTPError {
	return &httpmw.HTTPError{
		Status: http.StatusUnsupportedMediaType, Code: models.CodeUnsupportedMedia, Message: message,
	}
}

func tooLarge() *httpmw.HTTPError {
	return &httpmw.HTTPError{
		Status: http.StatusRequestEntityTooLarge, Code: models.CodeBodyTooLarge,
		Message: fmt.Sprintf("the file must not be over %d MB; import a larger one into the database", maxImport>>20),
	}
}

// importError is the response to a file that is not imported.
func (s *Site) importError(r *http.Request, err error) *httpmw.HTTPError {
	var tooLong *http.MaxBytesError
	var known *models.Error
	switch {
	case errors.Is(err, importing.ErrBusy):
		return &httpmw.HTTPError{
			Status: http.StatusServiceUnavailable, Code: models.CodeOverloaded, Message: err.Error(), Wait: again,
		}
	case errors.As(err, &tooLong):
		return tooLarge()
	case errors.As(err, &known):
		status := http.StatusBadRequest
		if known.Code == models.CodeUnavailable || known.Code == models.CodeReadOnly {
			status = http.StatusServiceUnavailable
		}
		return &httpmw.HTTPError{Status: status, Code: known.Code, Message: known.Message, Wait: again}
	case errors.Is(err, importing.ErrStorage):
		s.Logger.ErrorContext(r.Context(), "a file cannot be kept for its import", "error", err)
		return &httpmw.HTTPError{
			Status: http.StatusInternalServerError, Code: models.CodeInternal,
			Message: "the server cannot keep the file; its log has the cause",
		}
	}
	return &httpmw.HTTPError{
		Status: http.StatusBadRequest, Code: models.CodeBadUserInput, Message: "the body is incomplete",
	}
}

// upload gives each part of a file the time that other requests have as a whole.
type upload struct {
	io.Reader
	control *http.ResponseController
	watch   clock.Stopwatch
}

// Read implements io.Reader.
func (u *upload) Read(part []byte) (int, error) {
	left := uploadTimeout - u.watch.Elapsed()
	if err := u.control.SetReadDeadline(clock.Deadline(min(readTimeout, left))); err != nil {
		return 0, err
	}
	return u.Reader.Read(part)
}

// getImport sends editors a list of an import: of its faults as CSV, or of its notes as text.
func (s *Site) getImport(w http.ResponseWriter, r *http.Request) {
	err := auth.Require(r.Context(), auth.Editor)
	if err != nil {
		graphqlhttp.WriteError(w, r, refusalOf(err))
		return
	}
	write, known := map[string]func(http.ResponseWriter, *models.Import){
		"notes": writeNotes, "rejects": writeRejects,
	}[r.PathValue("list")]
	if !known {
		http.NotFound(w, r)
		return
	}
	found, err := s.imports.Get(r.Context(), r.PathValue("id"))
	if err != nil {
		refused := s.importError(r, err)
		if refused.Code == models.CodeNotFound {
			refused.Status = http.StatusNotFound
		}
		graphqlhttp.WriteError(w, r, refused)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	write(w, found)
}

func writeNotes(w http.ResponseWriter, of *models.Import) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	for _, note := range of.AllNotes {
		fmt.Fprintln(w, note.Text)
	}
	if more := of.NoteCount - len(of.AllNotes); more > 0 {
		fmt.Fprintf(w, "… and %d more\n", more)
	}
}

func writeRejects(w http.ResponseWriter, of *models.Import) {
	w.Header().Set("Content-Type", "text/csv; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="rejects.csv"`)
	table := csv.NewWriter(w)
	_ = table.Write([]string{"place", "field", "value", "rule"})
	for _, reject := range of.AllRejects {
		_ = table.Write([]string{reject.Place, string(reject.Field), string(reject.Value), reject.Rule})
	}
	table.Flush()
}
