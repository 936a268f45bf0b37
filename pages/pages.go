// Package pages serves the reference frontend: HTML that is complete without a script, made from the same answers that
// the GraphQL endpoint gives. The script in package web takes over from there.
package pages

import (
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"strings"
	"time"

	"github.com/cespare/xxhash/v2"
	"github.com/klauspost/compress/gzhttp"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/catalog"
	"findcare/graph"
	"findcare/telemetry"
	"findcare/web"
)

//go:embed templates/*.html
var templates embed.FS

// contentSecurityPolicy lets a page load its own script and style, and ask its own server. Nothing in a page is run or
// styled from within it: results and structured data are inlined as JSON, which browsers do not run.
const contentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

// Options say how pages are served.
type Options struct {
	// SiteURL is the address of the public site, without a slash at its end.
	SiteURL string
	// CacheControl is what caches are told of pages.
	CacheControl string
	// Timeout is how long the content of one page may take to read.
	Timeout time.Duration
	// MaxConcurrent is how many pages are made at once.
	MaxConcurrent int
}

// site serves the pages.
type site struct {
	options   Options
	directory *catalog.Catalog
	executor  *graph.Executor
	files     web.Files
	templates *template.Template
	running   chan struct{}
}

// New returns the handler of the pages, of what they load, and of what crawlers read. The executor should have no limits:
// the pages' operations are known, and what visitors choose of them is bounded here.
func New(directory *catalog.Catalog, executor *graph.Executor, options Options) (http.Handler, error) {
	files, err := web.PageFiles()
	if err != nil {
		return nil, fmt.Errorf("pages: %w", err)
	}
	parsed, err := template.New("").Funcs(functions).ParseFS(templates, "templates/*.html")
	if err != nil {
		return nil, err
	}
	compressed, err := gzhttp.NewWrapper(gzhttp.EnableZstd(true))
	if err != nil {
		return nil, err
	}
	s := &site{options, directory, executor, files, parsed, make(chan struct{}, max(options.MaxConcurrent, 1))}
	mux := http.NewServeMux()
	mux.Handle("GET /{$}", http.RedirectHandler("/find", http.StatusFound))
	mux.HandleFunc("GET /care/{slug}", s.page(s.care))
	mux.HandleFunc("GET /find", s.page(s.find))
	mux.HandleFunc("GET /providers/{slug}", s.page(s.profile))
	mux.HandleFunc("GET /robots.txt", s.robots)
	mux.HandleFunc("GET /sitemap.xml", s.sitemap)
	mux.HandleFunc("GET /sitemaps/{file}", s.sitemapPart)
	mux.Handle("GET /assets/", web.Assets())
	mux.HandleFunc("/", s.page(func(*http.Request) (*page, error) { return nil, errNotFound }))
	return compressed(mux), nil
}

// page is what a template shows.
type page struct {
	Template    string // its name, which also tells the script what it is on
	Status      int    // 0 is 200
	Title       string
	Description string
	Path        string // of the canonical address
	OpenGraph   string // the type
	NoIndex     bool
	// StructuredData is JSON-LD, and Result the answer that the page was made from.
	StructuredData any
	Result         []byte
	Content        any
}

// movedError says that a page has another path now.
type movedError struct{ path string }

func (e movedError) Error() string { return "moved to " + e.path }

// page makes a handler of a function that makes a page.
func (s *site) page(makePage func(*http.Request) (*page, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		select {
		case s.running <- struct{}{}:
			defer func() { <-s.running }()
		default:
			w.Header().Set("Retry-After", "1")
			http.Error(w, "The server is busy. Try again in a moment.", http.StatusServiceUnavailable)
			return
		}
		ctx, cancel := context.WithTimeout(r.Context(), s.options.Timeout)
		defer cancel()
		made, err := makePage(r.WithContext(ctx))
		if err != nil {
			if moved, is := err.(movedError); is {
				http.Redirect(w, r, moved.path, http.StatusMovedPermanently)
				return
			}
			made = failure(err)
			telemetry.RecordOf(r.Context()).Outcome(strings.ToUpper(strings.ReplaceAll(http.StatusText(made.Status), " ", "_")))
		}
		s.write(w, r, made)
	}
}

// write sends a page. Copies in caches are asked for again with the tag of its bytes.
func (s *site) write(w http.ResponseWriter, r *http.Request, made *page) {
	var b bytes.Buffer
	if err := s.templates.ExecuteTemplate(&b, "page.html", view{made, s.files, s.options.SiteURL}); err != nil {
		telemetry.RecordOf(r.Context()).Panic(r.Context(), err, nil)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	header := w.Header()
	header.Set("Content-Type", "text/html; charset=utf-8")
	header.Set("Content-Security-Policy", contentSecurityPolicy)
	header.Set("Permissions-Policy", "geolocation=(self), camera=(), microphone=()")
	if made.Status != 0 && made.Status != http.StatusOK {
		header.Set("Cache-Control", "no-store")
		w.WriteHeader(made.Status)
		if r.Method != http.MethodHead {
			_, _ = w.Write(b.Bytes()) // the client is gone where this fails
		}
		return
	}
	s.send(w, r, b.Bytes())
}

// send answers with content that may be cached.
func (s *site) send(w http.ResponseWriter, r *http.Request, content []byte) {
	w.Header().Set("Cache-Control", s.options.CacheControl)
	w.Header().Set("ETag", fmt.Sprintf(`W/"%x"`, xxhash.Sum64(content)))
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
}

// view is a page with what all pages have in common.
type view struct {
	*page
	Files   web.Files
	SiteURL string
}

// Canonical is the address that others should know the page by.
func (v view) Canonical() string { return v.SiteURL + v.Path }

// JSONLD is the structured data for the page's head.
func (v view) JSONLD() (template.JS, error) {
	content, err := json.Marshal(v.StructuredData) // escapes what could end the element
	return template.JS(content), err
}

// Inlined is the answer that the page was made from, for its script.
func (v view) Inlined() template.JS {
	var b bytes.Buffer
	json.HTMLEscape(&b, v.Result)
	return template.JS(b.String())
}

// ask executes an operation of package web, and reads its data into data.
func (s *site) ask(r *http.Request, document, operation string, variables map[string]any, data any) (answer []byte, err error) {
	prepared, errs := s.executor.Prepare(graph.Request{Query: web.Operation(document), OperationName: operation, Variables: variables})
	if len(errs) > 0 {
		return nil, errs
	}
	telemetry.RecordOf(r.Context()).Operation(prepared.Name(), string(prepared.Type()), prepared.Cost)
	answer, errs = s.executor.Execute(r.Context(), prepared, nil)
	if len(errs) > 0 {
		return nil, errs
	}
	return answer, json.Unmarshal(answer, &struct{ Data any }{data})
}

var errNotFound = gqlerror.List{graph.Errorf("NOT_FOUND", "There is no such page.")}

// failure is the page that tells of an error.
func failure(err error) *page {
	made := &page{Template: "failure", Status: http.StatusInternalServerError, Title: "Something went wrong", NoIndex: true}
	made.Content = "This is our fault. Please try again in a moment."
	errs, _ := err.(gqlerror.List)
	if len(errs) == 0 {
		return made
	}
	switch graph.ErrorCode(errs[0]) {
	case "NOT_FOUND":
		made.Status, made.Title = http.StatusNotFound, "Page not found"
		made.Content = "The address may be mistyped, or the page may be gone."
	case graph.CodeTimeout:
		made.Status = http.StatusServiceUnavailable
		made.Content = "This took too long. Please try again in a moment."
	}
	return made
}
