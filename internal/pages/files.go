package pages

import (
	"net/http"

	"findcare/internal/httpmw"
	"findcare/web"
)

// serveAsset serves the files that pages load.
func serveAsset(w http.ResponseWriter, r *http.Request) {
	file, ok := web.Asset(r.URL.Path)
	if !ok {
		http.NotFound(w, r)
		return
	}
	serveFile(w, r, file)
}

// maxFaviconAge is for how long browsers keep the icon, whose name holds no hash: a day.
const maxFaviconAge = "public, max-age=86400"

// favicon serves the icon to browsers that take no SVG, and to those that ask for it whatever a page says.
func (s *site) favicon(w http.ResponseWriter, r *http.Request) {
	file, ok := web.Asset(s.files.Favicon)
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Cache-Control", maxFaviconAge)
	w.Header().Set("Content-Type", file.ContentType)
	httpmw.ServeContent(w, r, file.Content)
}

// Playground returns the handler of the GraphQL playground, below /playground. Its page sends its operations to
// /graphql.
//
// Its policy lets the page connect to its own origin only. Styles need 'unsafe-inline': GraphiQL's dialogs and menus
// (react-remove-scroll, of Radix) add a style element to stop the page behind them from scrolling. Images need data:
// for the underlines of CodeMirror's error marks.
func Playground() http.Handler {
	policy := httpmw.ContentSecurityPolicy(
		"script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "connect-src 'self'",
		"base-uri 'none'", "form-action 'none'",
	)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		file, ok := web.PlaygroundFile(r.URL.Path)
		switch {
		case !ok:
			http.NotFound(w, r)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
		default:
			serveFile(w, r, file)
		}
	})
}

func serveFile(w http.ResponseWriter, r *http.Request, file web.File) {
	cacheControl := "no-cache"
	if file.Immutable {
		cacheControl = "public, max-age=31536000, immutable"
	}
	w.Header().Set("Cache-Control", cacheControl)
	w.Header().Set("Content-Type", file.ContentType)
	httpmw.ServeContent(w, r, file.Content)
}
