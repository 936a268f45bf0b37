package pages

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strings"

	"github.com/klauspost/compress/gzhttp"

	"findcare/internal/auth"
	"findcare/internal/httpmw"
	"findcare/web"
)

// DeskOptions configure the desk.
type DeskOptions struct {
	// OIDC is the provider where editors sign in; they cannot where it has no client id.
	OIDC auth.OIDC
	// ImageHosts are the hosts whose images articles show.
	ImageHosts []string
}

// deskSettings is what the server tells the desk in its page.
type deskSettings struct {
	OIDC *deskProvider `json:"oidc,omitempty"`
}

// deskProvider is an OpenID provider as the desk sees it.
type deskProvider struct {
	Issuer   string `json:"issuer"`
	ClientID string `json:"clientId"`
	Scope    string `json:"scope"`
	Audience string `json:"audience"`
}

// Desk returns the handler of the desk, below /desk: its files, and one page at every other path, so that the address
// of a page within the desk can be loaded anew.
func Desk(options DeskOptions) (http.Handler, error) {
	page, err := deskPage(options)
	if err != nil {
		return nil, fmt.Errorf("desk: %w", err)
	}
	policy, err := deskPolicy(options)
	if err != nil {
		return nil, fmt.Errorf("desk: %w", err)
	}
	// Some clients accept zstd and cannot read it, such as those of Node 20; all can read gzip.
	compressed, err := gzhttp.NewWrapper(gzhttp.EnableZstd(true), gzhttp.PreferZstd(false))
	if err != nil {
		return nil, err
	}
	return compressed(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("X-Robots-Tag", "noindex, nofollow")
		file, isFile := web.DeskFile(r.URL.Path)
		switch {
		case !isFile && strings.HasPrefix(r.URL.Path, "/desk/assets/"):
			http.NotFound(w, r)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
		case isFile:
			serveFile(w, r, file)
		default:
			w.Header().Set("Cache-Control", "no-store")
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			httpmw.Send(w, r, http.StatusOK, page)
		}
	})), nil
}

// deskPage is the page with what the desk is told.
func deskPage(options DeskOptions) ([]byte, error) {
	source, err := web.DeskPage()
	if err != nil {
		return nil, err
	}
	parsed, err := template.New("desk").Parse(source)
	if err != nil {
		return nil, err
	}
	var settings deskSettings
	if o := options.OIDC; o.ClientID != "" {
		settings.OIDC = &deskProvider{o.Issuer, o.ClientID, strings.Join(o.Scopes, " "), o.Audience}
	}
	told, err := json.Marshal(settings)
	if err != nil {
		return nil, err
	}
	var page bytes.Buffer
	err = parsed.Execute(&page, string(told))
	return page.Bytes(), err
}

// deskPolicy lets the desk load its own script and style, and speak to its own server and to the OpenID provider. HTML
// is made of texts by one policy of its script only, for what the server renders.
func deskPolicy(options DeskOptions) (string, error) {
	connect, images := "connect-src 'self'", "img-src 'self'"
	if options.OIDC.ClientID != "" {
		issuer, err := url.Parse(options.OIDC.Issuer)
		if err != nil {
			return "", err
		}
		connect += " " + issuer.Scheme + "://" + issuer.Host
	}
	for _, host := range options.ImageHosts {
		images += " https://" + host
	}
	return httpmw.ContentSecurityPolicy(
		"script-src 'self'", "style-src 'self'", images, connect, "form-action 'none'", "base-uri 'none'",
		"require-trusted-types-for 'script'", "trusted-types desk",
	), nil
}
