package graphqlhttp

import (
	"mime"
	"net/http"
	"strconv"
	"strings"

	"findcare/internal/graphqlhttp/stream"
)

// The media types of responses. The second is for clients older than the specification: it has the status 200 also
// where the document is not valid.
const (
	mediaResponse = "application/graphql-response+json"
	mediaJSON     = "application/json"
	// mediaEvents is a stream of responses, for clients that ask for it by name.
	mediaEvents = stream.MediaType
)

// maxAccept is the maximum size in bytes of an Accept header; browsers send some 150.
const maxAccept = 4096

// accepted is the choice for an Accept header.
type accepted struct {
	header, media string
	ok            bool
}

// negotiate chooses the media type of the response. It remembers the last choice, since most clients send the same
// header.
func (h *Handler) negotiate(accept []string) (media string, ok bool) {
	if len(accept) != 1 {
		return negotiate(accept)
	}
	if last := h.accepted.Load(); last != nil && last.header == accept[0] {
		return last.media, last.ok
	}
	media, ok = negotiate(accept)
	h.accepted.Store(&accepted{strings.Clone(accept[0]), media, ok})
	return media, ok
}

// negotiate chooses the media type of the response: the one with the highest quality, of equals the first. Without a
// header, and for a wildcard, it is JSON. Ok is false where none is acceptable.
func negotiate(accept []string) (media string, ok bool) {
	header := strings.Join(accept, ",")
	if strings.TrimSpace(header) == "" {
		return mediaJSON, true
	}
	if len(header) > maxAccept {
		return mediaJSON, false
	}
	best, wildcard, wildcardQuality := 0.0, false, 0.0
	refused := map[string]bool{}
	for part := range strings.SplitSeq(header, ",") {
		kind, quality, valid := acceptable(part)
		switch {
		case !valid:
		case kind == "*/*", kind == "application/*":
			wildcard, wildcardQuality = true, max(wildcardQuality, quality)
		case quality == 0:
			refused[kind] = true
		case (kind == mediaResponse || kind == mediaJSON || kind == mediaEvents) && quality > best:
			media, best = kind, quality
		}
	}
	if wildcard && wildcardQuality > best {
		for _, kind := range []string{mediaJSON, mediaResponse} {
			if !refused[kind] {
				return kind, true
			}
		}
	}
	if best == 0 {
		return mediaJSON, false
	}
	return media, true
}

// acceptsEvents reports whether a client that prefers another media type can read events too.
func acceptsEvents(accept []string) bool {
	for part := range strings.SplitSeq(strings.Join(accept, ","), ",") {
		if kind, quality, valid := acceptable(part); valid && kind == mediaEvents && quality > 0 {
			return true
		}
	}
	return false
}

// acceptable parses one member of an Accept header.
func acceptable(part string) (kind string, quality float64, valid bool) {
	kind, parameters, err := mime.ParseMediaType(part)
	if err != nil {
		return "", 0, false
	}
	if charset := parameters["charset"]; charset != "" && !strings.EqualFold(charset, "utf-8") {
		return "", 0, false
	}
	quality = 1
	if q, given := parameters["q"]; given {
		if quality, err = strconv.ParseFloat(q, 64); err != nil || quality < 0 || quality > 1 {
			return "", 0, false
		}
	}
	return kind, quality, true
}

// wantsPage reports whether a person opened the endpoint in a browser.
func wantsPage(r *http.Request) bool {
	return r.Method == http.MethodGet && r.URL.RawQuery == "" && strings.Contains(r.Header.Get("Accept"), "text/html")
}
