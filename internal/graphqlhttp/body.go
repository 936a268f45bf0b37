package graphqlhttp

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strings"
	"sync"

	"findcare/internal/auth"
	"findcare/models"
)

// receive reads the body, at whatever pace the client sends it, and appends it to dst. It is not parsed yet.
func (h *Handler) receive(w http.ResponseWriter, r *http.Request, dst []byte) (body []byte, refused *httpError) {
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		return dst, nil
	case http.MethodPost:
		return h.readBody(w, r, dst)
	default:
		w.Header().Set("Allow", methods)
		return dst, &httpError{
			Status:  http.StatusMethodNotAllowed,
			Code:    models.CodeMethodNotAllowed,
			Message: "the method must be one of " + methods,
		}
	}
}

// readBody reads the body of a POST request.
//
// SECURITY: only JSON is accepted. A browser does not send it to another site without a preflight request, so no page
// of another site can write on behalf of a person who opens it.
func (h *Handler) readBody(w http.ResponseWriter, r *http.Request, dst []byte) ([]byte, *httpError) {
	if !isJSON(r.Header.Get("Content-Type")) {
		return dst, unsupportedMedia("the content type must be application/json, in UTF-8")
	}
	if encoding := r.Header.Get("Content-Encoding"); encoding != "" && !strings.EqualFold(encoding, "identity") {
		w.Header().Set("Accept-Encoding", "identity")
		return dst, unsupportedMedia("the body must not be compressed")
	}
	maximum := h.maxBody(r.Context())
	tooLong := &httpError{
		Status:  http.StatusRequestEntityTooLarge,
		Code:    models.CodeBodyTooLarge,
		Message: fmt.Sprintf("the body must not be over %d bytes", maximum),
	}
	if r.ContentLength > maximum { // before it is read, so that a client that expects 100 Continue does not send it
		w.Header().Set("Connection", "close")
		return dst, tooLong
	}
	if r.ContentLength > h.options.MaxBody {
		dst = slices.Grow(dst, int(r.ContentLength)+minRead) // growing bit by bit would take several times as much
	}
	dst, err := appendAll(dst, http.MaxBytesReader(w, r.Body, maximum))
	if err == nil {
		return dst, nil
	}
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return dst, tooLong
	}
	return dst, badRequest(errors.New("the body is incomplete"))
}

func unsupportedMedia(message string) *httpError {
	return &httpError{Status: http.StatusUnsupportedMediaType, Code: models.CodeUnsupportedMedia, Message: message}
}

func isJSON(contentType string) bool {
	if contentType == mediaJSON {
		return true
	}
	media, parameters, err := mime.ParseMediaType(contentType)
	charset := parameters["charset"]
	return err == nil && media == mediaJSON && (charset == "" || strings.EqualFold(charset, "utf-8"))
}

// maxLargeBodies is the maximum of bytes that all bodies larger than MaxBody have together, from when they are read
// until the response is written. What is made of a body takes several times as much memory.
const maxLargeBodies = 16 << 20

// reserve waits until there is memory for the body of a request, which is reserved until done is called. Only bodies
// wait that are so large that they need a token.
func (h *Handler) reserve(r *http.Request) (done func(), refused *httpError) {
	size, maximum := r.ContentLength, h.maxBody(r.Context())
	if size < 0 { // not known
		size = maximum
	}
	if size <= h.options.MaxBody || size > maximum {
		return func() {}, nil
	}
	ctx, cancel := context.WithTimeout(r.Context(), h.options.RequestTimeout)
	defer cancel()
	if h.large.Acquire(ctx, size) != nil {
		return nil, &httpError{
			Status:  http.StatusServiceUnavailable,
			Code:    models.CodeOverloaded,
			Message: "the server is busy with other large requests; try again in a moment",
		}
	}
	return sync.OnceFunc(func() { h.large.Release(size) }), nil
}

// minRead is the size of the smallest buffer that is read into.
const minRead = 512

// appendAll reads to the end and appends what it read to dst.
func appendAll(dst []byte, from io.Reader) ([]byte, error) {
	for {
		dst = slices.Grow(dst, minRead)
		n, err := from.Read(dst[len(dst):cap(dst)])
		dst = dst[:len(dst)+n]
		if errors.Is(err, io.EOF) {
			return dst, nil
		}
		if err != nil {
			return dst, err
		}
	}
}

// maxBody is the maximum size in bytes of a body or a message in a context, which has the principal.
func (h *Handler) maxBody(ctx context.Context) int64 {
	if principal, ok := auth.Of(ctx); ok && principal.Role.Includes(auth.Viewer) {
		return max(h.options.MaxBody, h.options.MaxEditorBody)
	}
	return h.options.MaxBody
}
