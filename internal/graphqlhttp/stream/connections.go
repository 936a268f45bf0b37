package stream

import (
	"net/http"
	"net/netip"
	"sync"

	"findcare/internal/httpmw"
	"findcare/models"
)

// connections counts the open connections, and ends them when the server shuts down.
type connections struct {
	open sync.WaitGroup

	mutex    sync.Mutex
	draining bool
	count    int
	byClient map[netip.Prefix]int
	onDrain  map[*func()]struct{}
}

func newConnections() *connections {
	return &connections{byClient: make(map[netip.Prefix]int), onDrain: make(map[*func()]struct{})}
}

// enter counts one more connection. Unless it returns an error, the caller must call leave.
func (c *connections) enter(from netip.Prefix, limits Options) *httpmw.HTTPError {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	full := func(maximum, count int) bool { return maximum > 0 && count >= maximum }
	switch {
	case c.draining:
		return &httpmw.HTTPError{
			Status:  http.StatusServiceUnavailable,
			Code:    models.CodeShuttingDown,
			Message: "the server is shutting down; connect again",
		}
	case full(limits.MaxConnections, c.count):
		return &httpmw.HTTPError{
			Status:  http.StatusServiceUnavailable,
			Code:    models.CodeOverloaded,
			Message: "too many connections are open; try again in a moment",
		}
	case from.IsValid() && full(limits.MaxConnectionsPerClient, c.byClient[from]):
		return &httpmw.HTTPError{
			Status:  http.StatusTooManyRequests,
			Code:    models.CodeTooManyConnections,
			Message: "too many connections from your address are open",
		}
	}
	c.open.Add(1)
	c.count++
	c.byClient[from]++
	return nil
}

func (c *connections) leave(from netip.Prefix) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.count--
	if c.byClient[from]--; c.byClient[from] == 0 {
		delete(c.byClient, from)
	}
	c.open.Done()
}

// whenDraining calls do in its own goroutine once the server shuts down, unless stop was called before.
func (c *connections) whenDraining(do func()) (stop func()) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.draining {
		go do()
		return func() {}
	}
	c.onDrain[&do] = struct{}{}
	return func() {
		c.mutex.Lock()
		defer c.mutex.Unlock()
		delete(c.onDrain, &do)
	}
}

func (c *connections) drain() {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.draining = true
	for do := range c.onDrain {
		go (*do)()
	}
	clear(c.onDrain)
}
