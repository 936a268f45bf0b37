package httpmw

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/cespare/xxhash/v2"
)

// ServeContent responds to GET and HEAD with content that caches may store, or with 304 where the client has it
// already. It sets the ETag; the caller has set Content-Type and Cache-Control.
func ServeContent(w http.ResponseWriter, r *http.Request, content []byte) {
	header := w.Header()
	tag := entityTag(content)
	header.Set("ETag", tag)
	if matches(r.Header["If-None-Match"], tag) {
		header.Del("Content-Type")
		w.WriteHeader(http.StatusNotModified)
		return
	}
	Send(w, r, http.StatusOK, content)
}

// Send responds with content in one piece, to HEAD with its header only.
func Send(w http.ResponseWriter, r *http.Request, status int, content []byte) {
	w.Header().Set("Content-Length", strconv.Itoa(len(content)))
	if r.Method == http.MethodHead {
		w.WriteHeader(status)
		return
	}
	announce(r.Context(), len(content))
	w.WriteHeader(status)
	_, _ = w.Write(content) // fails only where the client is gone
}

// entityTag is a weak entity tag: the same content may be sent compressed.
func entityTag(content []byte) string {
	return `W/"` + strconv.FormatUint(xxhash.Sum64(content), 36) + `"`
}

// matches reports whether an If-None-Match header holds a tag. Comparison is weak: RFC 9110, section 13.1.2.
func matches(header []string, tag string) bool {
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
