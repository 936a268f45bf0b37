package httpmw

import (
	"net/http"
	"strconv"
	"time"

	"findcare/models"
)

// HTTPError is a response that refuses a request.
type HTTPError struct {
	Status  int
	Code    models.Code
	Message string
	// Wait is how long the client should wait before it tries again.
	Wait time.Duration
}

// WriteError responds with an error, in the form that the client of the handler behind it expects.
type WriteError func(w http.ResponseWriter, r *http.Request, refused *HTTPError)

// SetRetryAfter sets the header of that name, in whole seconds and at least one, where trying again may help.
func (e *HTTPError) SetRetryAfter(header http.Header) {
	if e.Status == http.StatusTooManyRequests || e.Status == http.StatusServiceUnavailable {
		header.Set("Retry-After", strconv.Itoa(max(1, seconds(e.Wait))))
	}
}
