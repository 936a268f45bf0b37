package graphqlhttp

import (
	"net/http"
	"runtime/debug"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/internal/auth"
	"findcare/internal/catalog"
	"findcare/internal/execution"
	"findcare/internal/httpmw"
	"findcare/internal/telemetry"
	"findcare/models"
)

// httpError refuses an HTTP request as a whole.
type httpError = httpmw.HTTPError

// WriteError responds with an error, as JSON, to a request that does not reach the endpoint.
func WriteError(w http.ResponseWriter, r *http.Request, refused *httpmw.HTTPError) {
	media, _ := negotiate(r.Header["Accept"])
	newResponse(w, r, media).writeError(refused)
}

// response is the response to one HTTP request.
type response struct {
	w      http.ResponseWriter
	r      *http.Request
	record *telemetry.Record
	media  string
	status int // 0 is 200
	failed bool
	// keys are those by which shared caches purge the response, which is of the snapshot; none where they do not keep
	// it.
	keys []string
	of   *catalog.Snapshot
}

func newResponse(w http.ResponseWriter, r *http.Request, media string) *response {
	return &response{w: w, r: r, media: media, record: telemetry.RecordOf(r.Context())}
}

// note records the errors that the response holds.
func (p *response) note(errs gqlerror.List) {
	if len(errs) > 0 {
		p.failed = true
		p.record.Outcome(string(execution.ErrorCode(errs[0])))
	}
}

// appendErrors appends the response to an operation that was not executed.
func (p *response) appendErrors(dst []byte, errs gqlerror.List) []byte {
	p.note(errs)
	if p.media == mediaResponse && execution.ErrorCode(errs[0]) != models.CodePersistedQueryNotFound {
		p.status = http.StatusBadRequest
	}
	dst = append(dst, `{"errors":`...)
	return append(execution.AppendErrors(dst, errs), '}')
}

func (p *response) writeError(refused *httpError) {
	if p.media == mediaEvents { // no events follow
		p.media = mediaJSON
	}
	refused.SetRetryAfter(p.w.Header())
	body := p.appendErrors(nil, gqlerror.List{execution.Errorf(refused.Code, "%s", refused.Message)})
	p.record.Outcome(string(refused.Code))
	p.status = refused.Status
	p.write(body, Options{})
}

// recover makes a panic a response, so that it ends only this request.
func (p *response) recover() {
	if panicked := recover(); panicked != nil {
		p.record.Panic(p.r.Context(), panicked, debug.Stack())
		p.writeError(&httpError{
			Status:  http.StatusInternalServerError,
			Code:    models.CodeInternal,
			Message: "internal error",
		})
	}
}

// The values of headers, shared by all responses.
var (
	contentTypes = map[string][]string{
		mediaJSON:     {mediaJSON + "; charset=utf-8"},
		mediaResponse: {mediaResponse + "; charset=utf-8"},
	}
	notStored = []string{"no-store"}
)

// write sends the response. Caches may store it where it was read without a token and holds no error.
func (p *response) write(body []byte, options Options) {
	header := p.w.Header()
	header["Content-Type"] = contentTypes[p.media]
	if p.status == 0 {
		p.status = http.StatusOK
	}
	read := p.r.Method == http.MethodGet || p.r.Method == http.MethodHead
	_, hasToken := auth.Of(p.r.Context())
	if read && !p.failed && p.status == http.StatusOK && !hasToken {
		header.Set("Cache-Control", options.CacheControl)
		options.Hook.Mark(header, p.keys, p.of)
		httpmw.ServeContent(p.w, p.r, body)
		return
	}
	header["Cache-Control"] = notStored
	httpmw.Send(p.w, p.r, p.status, body)
}
