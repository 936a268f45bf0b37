package pages

import (
	"bytes"
	"cmp"
	"errors"
	"net/http"

	"findcare/internal/httpmw"
	"findcare/internal/search/lexicon/crisis"
	"findcare/internal/telemetry"
	"findcare/models"
)

// maxPage is the maximum size in bytes of a page. Only the longest articles come near it.
const maxPage = 16 << 20

var errTooLarge = errors.New("the page is too large")

// bounded is a buffer for a page.
type bounded struct {
	bytes.Buffer
	limit int
}

// Write fails where the page would become too large.
func (b *bounded) Write(p []byte) (int, error) {
	if b.Len()+len(p) > b.limit {
		return 0, errTooLarge
	}
	return b.Buffer.Write(p)
}

// render renders a page as HTML.
func (s *site) render(made *page) ([]byte, error) {
	b := bounded{limit: s.maxPage}
	err := s.templates.ExecuteTemplate(&b, "page.html", view{made, s.files, s.settings.SiteURL})
	return b.Bytes(), err
}

// write renders and sends a page. Where that fails, as for a page that is too large, it sends one that says so.
func (s *site) write(w http.ResponseWriter, r *http.Request, made *page) {
	content, err := s.render(made)
	if err != nil {
		telemetry.RecordOf(r.Context()).Panic(r.Context(), err, nil)
		made = failure(err)
		if content, err = s.render(made); err != nil {
			http.Error(w, "internal error", http.StatusInternalServerError)
			return
		}
	}
	if made.Status != 0 && made.Status != http.StatusOK {
		s.writeFailure(w, r, made.Status, content)
		return
	}
	s.pageHeader(w, made.Template)
	if made.Preview != nil {
		w.Header().Set("Cache-Control", "no-store")
		w.Header().Set("X-Robots-Tag", "noindex")
		httpmw.Send(w, r, http.StatusOK, content)
		return
	}
	if !ofDocument[made.Template] {
		dependsOnAny(r)
	}
	s.writeContent(w, r, content)
}

// writeContent sends what may be cached.
func (s *site) writeContent(w http.ResponseWriter, r *http.Request, content []byte) {
	s.mayKeep(w, r)
	httpmw.ServeContent(w, r, content)
}

// writeFailure sends a page that must not be cached.
func (s *site) writeFailure(w http.ResponseWriter, r *http.Request, status int, content []byte) {
	s.pageHeader(w, "failure")
	w.Header().Set("Cache-Control", "no-store")
	httpmw.Send(w, r, status, content)
}

func (s *site) pageHeader(w http.ResponseWriter, template string) {
	header := w.Header()
	header.Set("Content-Type", "text/html; charset=utf-8")
	header.Set("Content-Security-Policy", cmp.Or(s.policyOf[template], s.policy))
	header.Set("Permissions-Policy", "geolocation=(self), camera=(), microphone=()")
}

// renderRefusals renders the pages for requests that are not admitted. They are rendered once, so that a flood of
// requests costs little.
func (s *site) renderRefusals() (err error) {
	s.refusals = make(map[models.Code][]byte)
	for code, about := range map[models.Code]page{
		models.CodeRateLimited: {
			Title:   "Too many requests",
			Content: "Too many requests came from your address. Please try again in a moment.",
		},
		models.CodeOverloaded: {Title: "The server is busy", Content: "Please try again in a moment."},
		models.CodeUnavailable: {
			Title: "We will be right back", Content: "The directory is starting. Please try again in a moment.",
			Help: crisisResources(crisis.Suicide.Resources()),
		},
	} {
		about.Template, about.NoIndex = "failure", true
		if s.refusals[code], err = s.render(&about); err != nil {
			return err
		}
	}
	return nil
}

// writeError sends the page for a request that is not admitted.
func (s *site) writeError(w http.ResponseWriter, r *http.Request, refused *httpmw.HTTPError) {
	telemetry.RecordOf(r.Context()).Outcome(string(refused.Code))
	refused.SetRetryAfter(w.Header())
	content, known := s.refusals[refused.Code]
	if !known {
		content = s.refusals[models.CodeOverloaded]
	}
	s.writeFailure(w, r, refused.Status, content)
}

// response is a response that is buffered.
type response struct {
	http.ResponseWriter
	status int
	body   bytes.Buffer
}

// WriteHeader records the status.
func (r *response) WriteHeader(status int) { r.status = status }

// Write buffers a part of the body.
func (r *response) Write(p []byte) (int, error) { return r.body.Write(p) }

func (r *response) send() {
	r.ResponseWriter.WriteHeader(r.status)
	if r.body.Len() > 0 {
		_, _ = r.ResponseWriter.Write(r.body.Bytes()) // fails only where the client is gone
	}
}
