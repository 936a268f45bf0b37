package httpmw

import (
	"net/http"
	"slices"
)

// Middleware wraps a handler.
type Middleware func(http.Handler) http.Handler

// Chain wraps a handler in middleware. A request passes through it in the order of the list.
func Chain(handler http.Handler, list ...Middleware) http.Handler {
	for _, wrap := range slices.Backward(list) {
		handler = wrap(handler)
	}
	return handler
}
