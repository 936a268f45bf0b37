package pages

import (
	"bytes"
	"errors"
	"net/http"

	"findcare/internal/httpmw"
	"findcare/internal/telemetry"
)

// largestPage is how many bytes a page may have. What visitors choose of a page makes far less; the longest articles
// make most.
const largestPage = 16 << 20

var errTooLarge = errors.New("the page is too large")

// bounded is a page that is being written.
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

// render makes HTML of a page.
func (s *site) render(made *page) ([]byte, error) {
	b := bounded{limit: s.largest}
	err := s.templates.ExecuteTemplate(&b, "page.html", view{made, s.files, s.options.SiteURL})
	return b.Bytes(), err
}

// write sends a page. Copies in caches are asked for again with the tag of its bytes. A page that is too large is not
// sent in part.
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
	pageHeader(w)
	if made.Status != 0 && made.Status != http.StatusOK {
		sendUncached(w, r, made.Status, content)
		return
	}
	s.send(w, r, content)
}

func pageHeader(w http.ResponseWriter) {
	header := w.Header()
	header.Set("Content-Type", "text/html; charset=utf-8")
	header.Set("Content-Security-Policy", contentSecurityPolicy)
	header.Set("Permissions-Policy", "geolocation=(self), camera=(), microphone=()")
}

func sendUncached(w http.ResponseWriter, r *http.Request, status int, content []byte) {
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(content) // the client is gone where this fails
	}
}

// deniedPages are what visitors see whose requests are not let in. They are made once: a flood costs the server least
// that way.
func (s *site) deniedPages() (err error) {
	s.denied = make(map[int][]byte)
	for status, about := range map[int]struct{ title, content string }{
		http.StatusTooManyRequests:    {"Too many requests", "Too many requests came from your address. Please try again in a moment."},
		http.StatusServiceUnavailable: {"The server is busy", "Please try again in a moment."},
	} {
		made := &page{Template: "failure", Title: about.title, NoIndex: true, Content: about.content}
		if s.denied[status], err = s.render(made); err != nil {
			return err
		}
	}
	return nil
}

// deny tells a visitor that a request is not let in.
func (s *site) deny(w http.ResponseWriter, r *http.Request, denied *httpmw.Denied) {
	telemetry.RecordOf(r.Context()).Outcome(string(denied.Code))
	w.Header().Set("Retry-After", denied.RetryAfter())
	pageHeader(w)
	sendUncached(w, r, denied.Status, s.denied[denied.Status])
}

// response is an answer that is made, and not sent yet.
type response struct {
	http.ResponseWriter
	status int
	body   bytes.Buffer
}

// WriteHeader keeps the status.
func (r *response) WriteHeader(status int) { r.status = status }

// Write keeps a part of the body.
func (r *response) Write(p []byte) (int, error) { return r.body.Write(p) }

func (r *response) send() {
	r.ResponseWriter.WriteHeader(r.status)
	if r.body.Len() > 0 {
		_, _ = r.ResponseWriter.Write(r.body.Bytes()) // the client is gone where this fails
	}
}
