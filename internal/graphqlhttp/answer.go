package graphqlhttp

import (
	"net/http"
	"runtime/debug"
	"strconv"
	"strings"

	"github.com/cespare/xxhash/v2"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/graph"
	"findcare/internal/auth"
	"findcare/internal/httpmw"
	"findcare/internal/telemetry"
	"findcare/models"
)

// The codes of what the endpoint refuses. Clients see them as extensions.code.
const (
	codeMethodNotAllowed models.Code = "METHOD_NOT_ALLOWED"
	codeUnsupportedMedia models.Code = "UNSUPPORTED_MEDIA_TYPE"
	codeBodyTooLarge     models.Code = "BODY_TOO_LARGE"
	codeBatchesDisabled  models.Code = "BATCHES_DISABLED"
	codeBatchTooLarge    models.Code = "BATCH_TOO_LARGE"
)

// refusal is an answer to an HTTP request that holds nothing to be executed, or that may not be executed.
type refusal struct {
	status  int
	code    models.Code
	message string
}

func (r refusal) asError() *gqlerror.Error { return graph.Errorf(r.code, "%s", r.message) }

// Refuse answers with an error, as JSON, where a request does not get as far as the endpoint.
func Refuse(w http.ResponseWriter, r *http.Request, status int, code models.Code, message string) {
	media, _ := negotiate(r.Header["Accept"])
	a := &answer{w: w, r: r, media: media, record: telemetry.RecordOf(r.Context())}
	a.refuse(refusal{status, code, message})
}

// Deny tells a client that its request is not let in, as Refuse does.
func Deny(w http.ResponseWriter, r *http.Request, denied *httpmw.Denied) {
	Refuse(w, r, denied.Status, denied.Code, denied.Message)
}

// answer is what goes back to the client.
type answer struct {
	w      http.ResponseWriter
	r      *http.Request
	record *telemetry.Record
	media  string
	status int // 0 is 200
	failed bool
}

// tell keeps that the answer holds errors.
func (a *answer) tell(errs gqlerror.List) {
	if len(errs) > 0 {
		a.failed = true
		a.record.Outcome(string(graph.ErrorCode(errs[0])))
	}
}

// fail appends an answer in which nothing was executed.
func (a *answer) fail(dst []byte, errs gqlerror.List) []byte {
	a.tell(errs)
	if a.media == mediaResponse && graph.ErrorCode(errs[0]) != codePersistedQueryNotFound {
		a.status = http.StatusBadRequest
	}
	dst = append(dst, `{"errors":`...)
	return append(graph.AppendErrors(dst, errs), '}')
}

func (a *answer) refuse(refused refusal) {
	if a.media == mediaEvents { // nothing follows
		a.media = mediaJSON
	}
	if refused.status == http.StatusServiceUnavailable || refused.status == http.StatusTooManyRequests {
		if a.w.Header().Get("Retry-After") == "" {
			a.w.Header().Set("Retry-After", "1")
		}
	}
	body := a.fail(nil, gqlerror.List{refused.asError()})
	a.record.Outcome(string(refused.code))
	a.status = refused.status
	a.write(body, "")
}

// recover makes a panic an answer, so that it ends nothing but this request.
func (a *answer) recover() {
	if panicked := recover(); panicked != nil {
		a.record.Panic(a.r.Context(), panicked, debug.Stack())
		a.refuse(refusal{http.StatusInternalServerError, models.CodeInternal, "internal error"})
	}
}

// write sends the answer. What somebody with a token is told is for them alone, and not cached; of the rest, cached
// copies are asked for again with the tag of its bytes.
func (a *answer) write(body []byte, cacheControl string) {
	header := a.w.Header()
	header.Set("Content-Type", a.media+"; charset=utf-8")
	if a.status == 0 {
		a.status = http.StatusOK
	}
	read := a.r.Method == http.MethodGet || a.r.Method == http.MethodHead
	switch {
	case read && !a.failed && a.status == http.StatusOK && auth.Of(a.r.Context()) == nil:
		header.Set("Cache-Control", cacheControl)
		tag := tagOf(body)
		header.Set("ETag", tag)
		if known(a.r.Header["If-None-Match"], tag) {
			header.Del("Content-Type")
			a.w.WriteHeader(http.StatusNotModified)
			return
		}
	default:
		header.Set("Cache-Control", "no-store")
	}
	header.Set("Content-Length", strconv.Itoa(len(body)))
	if a.r.Method == http.MethodHead {
		a.w.WriteHeader(a.status)
		return
	}
	announce(a.r.Context(), len(body))
	a.w.WriteHeader(a.status)
	_, _ = a.w.Write(body) // the client is gone where this fails
}

// tagOf is a weak entity tag: the same answer may be sent compressed.
func tagOf(body []byte) string {
	return `W/"` + strconv.FormatUint(xxhash.Sum64(body), 36) + `"`
}

// known tells whether an If-None-Match header names the tag. Weak comparison: RFC 9110, section 13.1.2.
func known(header []string, tag string) bool {
	for _, line := range header {
		for given := range strings.SplitSeq(line, ",") {
			given = strings.TrimSpace(given)
			if given == "*" || strings.TrimPrefix(given, "W/") == strings.TrimPrefix(tag, "W/") {
				return true
			}
		}
	}
	return false
}
