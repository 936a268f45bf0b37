// Package web holds what findcare serves to browsers, embedded in the binary.
package web

import (
	"bytes"
	"embed"
	"net/http"
	"path"
	"strings"
	"time"
)

//go:embed all:dist
var dist embed.FS

// contentSecurityPolicy lets the playground's page talk to its own origin and to nothing else.
//
// Styles need 'unsafe-inline': GraphiQL's dialogs and menus (react-remove-scroll, of Radix) add a
// style element to stop the page behind them from scrolling. Images need data: for the underlines
// of CodeMirror's error marks.
const contentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; " +
	"img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// contentTypes does not leave the types to the mime package, which asks the system's own tables.
var contentTypes = map[string]string{
	".css":  "text/css; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".png":  "image/png",
	".svg":  "image/svg+xml",
	".txt":  "text/plain; charset=utf-8",
}

// Playground returns the handler of the GraphQL playground: the page at /playground, its assets
// under /playground/assets/, and the licences of what they are made of at /playground/LICENSES.txt.
// The page sends its operations to /graphql.
func Playground() http.Handler {
	return http.HandlerFunc(servePlayground)
}

func servePlayground(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Content-Security-Policy", contentSecurityPolicy)
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("X-Content-Type-Options", "nosniff")

	name, cacheControl := playgroundFile(r.URL.Path)
	content, err := dist.ReadFile(name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		header.Set("Allow", "GET, HEAD")
		http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
		return
	}
	header.Set("Cache-Control", cacheControl)
	header.Set("Content-Type", contentTypes[path.Ext(name)])
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(content))
}

// playgroundFile gives the embedded file that stands at urlPath, "" where there is none, and how
// long it may be cached.
func playgroundFile(urlPath string) (name, cacheControl string) {
	switch {
	case urlPath == "/playground", urlPath == "/playground/":
		return "dist/playground/index.html", "no-cache"
	case urlPath == "/playground/LICENSES.txt":
		return "dist/playground/LICENSES.txt", "no-cache"
	case strings.HasPrefix(urlPath, "/playground/assets/"):
		// An asset's name holds a hash of its content.
		return "dist" + urlPath, "public, max-age=31536000, immutable"
	default:
		return "", ""
	}
}
