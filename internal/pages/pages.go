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
	"sync/atomic"
	"time"

	"github.com/klauspost/compress/gzhttp"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/internal/catalog"
	"findcare/internal/execution"
	"findcare/internal/httpmw"
	"findcare/internal/purging"
	"findcare/internal/telemetry"
	"findcare/models"
	"findcare/web"
)

//go:embed templates/*.html
var templates embed.FS

// contentSecurityPolicy lets a page load its own script and style, and query its own server. Nothing inside a page is
// run or styles it: results and structured data are inlined as JSON, which browsers do not run. Images may come from
// the given hosts, too.
func contentSecurityPolicy(imageHosts ...string) string {
	images := "img-src 'self'"
	for _, host := range imageHosts {
		images += " https://" + host
	}
	return httpmw.ContentSecurityPolicy(
		"script-src 'self'", "style-src 'self'", images, "connect-src 'self'", "form-action 'self'",
		"base-uri 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
	)
}

// Options configure the pages.
type Options struct {
	// SiteURL is the URL of the public site, without a slash at its end.
	SiteURL string
	// ImageHosts are the hosts whose images articles show.
	ImageHosts []string
	// CacheControl is the Cache-Control header of pages.
	CacheControl string
	// FileReport stores a report of an error in an entry; nil where none can be filed.
	FileReport FileReport
	// Preview returns the preview that a link is of; nil where there are none.
	Preview Previewer
	// Hook tells shared caches what to forget; nil where there are none.
	Hook *purging.Hook
	// Timeout is how long one page may take to make.
	Timeout time.Duration
}

// site serves the pages.
type site struct {
	settings  Options
	directory *catalog.Catalog
	executor  *execution.Executor
	files     web.Files
	templates *template.Template
	policy    string                 // the content security policy of pages
	policyOf  map[string]string      // that of pages that show more, by the name of the template
	refusals  map[models.Code][]byte // pages for requests that are not admitted
	maxPage   int                    // bytes
	options   atomic.Pointer[facetOptions]
	cities    atomic.Pointer[gazetteer]
	places    atomic.Pointer[listedPlaces]
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
// limits: the operations of pages are known, and their variables are bounded here.
func New(directory *catalog.Catalog, executor *execution.Executor, options Options) (*Pages, error) {
	files, err := web.PageFiles()
	if err != nil {
		return nil, fmt.Errorf("pages: %w", err)
	}
	parsed, err := template.New("").Funcs(functions).ParseFS(templates, "templates/*.html")
	if err != nil {
		return nil, err
	}
	// Some clients accept zstd and cannot read it, such as those of Node 20; all can read gzip.
	compressed, err := gzhttp.NewWrapper(gzhttp.EnableZstd(true), gzhttp.PreferZstd(false))
	if err != nil {
		return nil, err
	}
	s := &site{
		settings:   options,
		directory:  directory,
		executor:   executor,
		files:      files,
		templates:  parsed,
		policy:     contentSecurityPolicy(),
		policyOf:   map[string]string{"care": contentSecurityPolicy(options.ImageHosts...)},
		maxPage:    maxPage,
		compressed: compressed,
	}
	if err := s.renderRefusals(); err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("GET /{$}", http.RedirectHandler("/find", http.StatusFound))
	mux.HandleFunc("GET /care", s.page(s.articles))
	mux.HandleFunc("GET /care/{slug}", s.page(s.care))
	mux.HandleFunc("GET /find", s.page(s.find))
	for _, path := range []string{"/find/{state}", "/find/{state}/{city}", "/find/{state}/{city}/{care}"} {
		mux.HandleFunc("GET "+path, s.page(s.placePage))
	}
	mux.HandleFunc("GET /providers/{slug}", s.page(s.profile))
	mux.HandleFunc("GET /providers/{slug}/report", s.page(s.reportForm))
	mux.HandleFunc("POST /providers/{slug}/report", s.fileReport)
	mux.HandleFunc("GET /preview", s.page(s.preview))
	mux.HandleFunc("GET "+web.FaviconPath, s.favicon)
	mux.HandleFunc("GET /robots.txt", s.robots)
	mux.HandleFunc("GET /sitemap.xml", s.admitted(s.sitemap))
	mux.HandleFunc("GET /sitemaps/{file}", s.admitted(s.sitemapPart))
	mux.Handle("GET /assets/", compressed(http.HandlerFunc(serveAsset)))
	mux.HandleFunc("/", s.page(func(*http.Request) (*page, error) { return nil, errNotFound }))
	return &Pages{mux, s}, nil
}

// page is the content of a template.
type page struct {
	Template    string           // its name, also for the script
	Help        []crisisResource // beside a failure
	Status      int              // 0 is 200
	Title       string
	Description string
	Path        string // of the canonical address
	OpenGraph   string // the type
	NoIndex     bool
	// StructuredData is JSON-LD, and Result the response that the page was made from.
	StructuredData any
	Result         []byte
	Content        any
	Ways           []crumb // on from a failure
	// Preview is nil for a page that is public.
	Preview *previewed
}

// movedError is that a page has another path now.
type movedError struct{ path string }

func (e movedError) Error() string { return "moved to " + e.path }

// lostError is that there is no such page, and the way to one that is near.
type lostError struct{ way crumb }

func (e lostError) Error() string { return "not found; the nearest is " + e.way.Path }

// page returns a handler that makes a page and sends it.
func (s *site) page(makePage func(*http.Request) (*page, error)) http.HandlerFunc {
	return s.admitted(func(w http.ResponseWriter, r *http.Request) {
		made, err := makePage(r)
		if err != nil {
			if moved, is := errors.AsType[movedError](err); is {
				// Not for shared caches: there and back, kept at different times, would go round in circles.
				w.Header().Set("Cache-Control", s.settings.CacheControl)
				http.Redirect(w, r, moved.path, http.StatusMovedPermanently)
				return
			}
			if sent, is := errors.AsType[sentError](err); is {
				w.Header().Set("Cache-Control", "no-store")
				http.Redirect(w, r, sent.path, http.StatusSeeOther)
				return
			}
			made = failure(err)
			outcome := strings.ToUpper(strings.ReplaceAll(http.StatusText(made.Status), " ", "_"))
			telemetry.RecordOf(r.Context()).Outcome(outcome)
		}
		s.write(w, r, made)
	})
}

// admitted makes a response in a slot of the client, and sends it afterwards: a client may take its time to read.
func (s *site) admitted(handler http.HandlerFunc) http.HandlerFunc {
	compressed := s.compressed(handler)
	return func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(s.withKeys(r.Context()), s.settings.Timeout)
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

// view is a page with what all pages share.
type view struct {
	*page
	Files   web.Files
	SiteURL string
}

// Canonical is the canonical URL of the page.
func (v view) Canonical() string { return v.SiteURL + v.Path }

// JSONLD is the structured data for the page's head.
func (v view) JSONLD() (template.JS, error) {
	content, err := json.Marshal(v.StructuredData) // escapes what could end the element
	return template.JS(content), err
}

// Inlined is the response that the page was made from, for its script.
func (v view) Inlined() template.JS {
	var b bytes.Buffer
	json.HTMLEscape(&b, v.Result)
	return template.JS(b.String())
}

// ask executes an operation of package web, and decodes its data.
func (s *site) ask(
	r *http.Request,
	document, operation string,
	variables map[string]any,
	data any,
) (response []byte, err error) {
	prepared, errs := s.executor.Prepare(
		execution.Request{Query: web.Operation(document), OperationName: operation, Variables: variables},
	)
	if len(errs) > 0 {
		return nil, errs
	}
	telemetry.RecordOf(r.Context()).Operation(prepared.Name(), string(prepared.Type()), prepared.Cost)
	snapshot := s.snapshotOf(r)
	response, errs = s.executor.ExecuteOn(r.Context(), snapshot, prepared, nil)
	if len(errs) > 0 {
		return nil, errs
	}
	if k := keysOf(r); k != nil {
		s.executor.Depends(prepared, snapshot, &k.keys)
	}
	return response, json.Unmarshal(response, &struct{ Data any }{data})
}

var errNotFound = gqlerror.List{execution.Errorf(models.CodeNotFound, "There is no such page.")}

// failure is the page of an error.
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
	if lost, is := errors.AsType[lostError](err); is {
		made.Ways, err = []crumb{lost.way}, errNotFound
	}
	code := models.ErrorCode(err)
	if errs, is := errors.AsType[gqlerror.List](err); is && len(errs) > 0 {
		code = execution.ErrorCode(errs[0])
	}
	switch code {
	case models.CodeUnavailable, models.CodeReadOnly:
		made.Status = http.StatusServiceUnavailable
		made.Content = "Nothing can be stored at the moment. Please try again later."
	case models.CodeNotFound:
		made.Status, made.Title = http.StatusNotFound, "Page not found"
		made.Content = "The address may be mistyped, or the page may be gone."
	case models.CodeTimeout:
		made.Status = http.StatusServiceUnavailable
		made.Content = "This took too long. Please try again in a moment."
	}
	return made
}
