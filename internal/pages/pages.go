// Package pages serves the reference frontend: HTML that is complete without a script, made from the same answers that
// the GraphQL endpoint gives. The script in package web takes over from there.
package pages

import (
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"strings"
	"time"

	"github.com/klauspost/compress/gzhttp"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/graph"
	"findcare/internal/catalog"
	"findcare/internal/httpmw"
	"findcare/internal/telemetry"
	"findcare/web"
)

//go:embed templates/*.html
var templates embed.FS

// contentSecurityPolicy lets a page load its own script and style, and query its own server. Nothing inside a page is
// run or styles it: results and structured data are inlined as JSON, which browsers do not run.
func contentSecurityPolicy() string {
	return httpmw.ContentSecurityPolicy(
		"script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'", "form-action 'self'",
		"base-uri 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
	)
}

// Options say how pages are served.
type Options struct {
	// SiteURL is the address of the public site, without a slash at its end.
	SiteURL string
	// CacheControl is what caches are told of pages.
	CacheControl string
	// Timeout is how long the content of one page may take to read.
	Timeout time.Duration
}

// site serves the pages.
type site struct {
	options   Options
	directory *catalog.Catalog
	executor  *graph.Executor
	files     web.Files
	templates *template.Template
	policy    string         // the content security policy
	refusals  map[int][]byte // pages for requests that are not admitted, by status
	maxPage   int            // bytes
	// compressed wraps handlers whose responses are compressed.
	compressed func(http.Handler) http.HandlerFunc
}

// Pages is the handler of the pages.
type Pages struct {
	http.Handler
	site *site
}

// WriteError responds with a page to a request that is not admitted.
func (p *Pages) WriteError(w http.ResponseWriter, r *http.Request, refused *httpmw.HTTPError) {
	p.site.writeError(w, r, refused)
}

// New returns the handler of the pages, of what they load, and of what crawlers read. The executor should have no
// limits: the pages' operations are known, and what visitors choose of them is bounded here.
func New(directory *catalog.Catalog, executor *graph.Executor, options Options) (*Pages, error) {
	files, err := web.PageFiles()
	if err != nil {
		return nil, fmt.Errorf("pages: %w", err)
	}
	parsed, err := template.New("").Funcs(functions).ParseFS(templates, "templates/*.html")
	if err != nil {
		return nil, err
	}
	// Some clients ask for zstd that cannot read it, such as those of Node 20; all can read gzip.
	compressed, err := gzhttp.NewWrapper(gzhttp.EnableZstd(true), gzhttp.PreferZstd(false))
	if err != nil {
		return nil, err
	}
	s := &site{
		options:    options,
		directory:  directory,
		executor:   executor,
		files:      files,
		templates:  parsed,
		policy:     contentSecurityPolicy(),
		maxPage:    maxPage,
		compressed: compressed,
	}
	if err := s.renderRefusals(); err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("GET /{$}", http.RedirectHandler("/find", http.StatusFound))
	mux.HandleFunc("GET /care/{slug}", s.page(s.care))
	mux.HandleFunc("GET /find", s.page(s.find))
	mux.HandleFunc("GET /providers/{slug}", s.page(s.profile))
	mux.HandleFunc("GET /robots.txt", s.robots)
	mux.HandleFunc("GET /sitemap.xml", s.admitted(s.sitemap))
	mux.HandleFunc("GET /sitemaps/{file}", s.admitted(s.sitemapPart))
	mux.Handle("GET /assets/", compressed(http.HandlerFunc(serveAsset)))
	mux.HandleFunc("/", s.page(func(*http.Request) (*page, error) { return nil, errNotFound }))
	return &Pages{mux, s}, nil
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
	return s.admitted(func(w http.ResponseWriter, r *http.Request) {
		made, err := makePage(r)
		if err != nil {
			if moved, is := err.(movedError); is {
				http.Redirect(w, r, moved.path, http.StatusMovedPermanently)
				return
			}
			made = failure(err)
			outcome := strings.ToUpper(strings.ReplaceAll(http.StatusText(made.Status), " ", "_"))
			telemetry.RecordOf(r.Context()).Outcome(outcome)
		}
		s.write(w, r, made)
	})
}

// admitted makes an answer when it is the client's turn, at the client's expense. It is sent afterwards: a client may
// take its time to read.
func (s *site) admitted(answer http.HandlerFunc) http.HandlerFunc {
	compressed := s.compressed(answer)
	return func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), s.options.Timeout)
		defer cancel()
		made := &response{ResponseWriter: w, status: http.StatusOK}
		refused := httpmw.ClientOf(ctx).Run(ctx, func() { compressed.ServeHTTP(made, r.WithContext(ctx)) })
		if refused != nil {
			s.writeError(w, r, refused)
			return
		}
		made.send()
	}
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
func (s *site) ask(
	r *http.Request,
	document, operation string,
	variables map[string]any,
	data any,
) (answer []byte, err error) {
	prepared, errs := s.executor.Prepare(
		graph.Request{Query: web.Operation(document), OperationName: operation, Variables: variables},
	)
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
	made := &page{
		Template: "failure",
		Status:   http.StatusInternalServerError,
		Title:    "Something went wrong",
		NoIndex:  true,
	}
	made.Content = "This is our fault. Please try again in a moment."
	if errors.Is(err, errTooLarge) {
		made.Title = "This page is too large"
		made.Content = "This page is too large to be shown. Please try one that shows less."
	}
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
