package stream

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/internal/auth"
	"findcare/internal/execution"
	"findcare/internal/httpmw"
	"findcare/models"
)

// Options configure connections that stay open: WebSockets and streams of events. A limit or a time of 0 is none.
type Options struct {
	MaxConnections          int           `help:"Maximum subscription connections; 0 is unlimited." default:"10000"`
	MaxConnectionsPerClient int           `help:"Maximum connections per client; 0 is unlimited." default:"100"`
	MaxSubscriptions        int           `hidden:"" help:"Maximum operations at once per WebSocket." default:"10"`
	ConnectionInitTimeout   time.Duration `hidden:"" help:"Maximum wait for connection_init." default:"10s"`
	Heartbeat               time.Duration `hidden:"" help:"Interval between pings on open connections." default:"15s"`
	SendTimeout             time.Duration `hidden:"" help:"Maximum time for a client to read a message." default:"30s"`

	// AllowOrigin reports whether the page that opens a WebSocket may do so. Nil allows all.
	AllowOrigin func(*http.Request) bool `kong:"-"`
	// Authenticate checks an Authorization header that was sent over a WebSocket, since browsers open them without
	// headers, and checks it again while the connection is open. Nil ignores the header in connection_init.
	Authenticate func(opened *http.Request, header string) (*auth.Principal, *models.Error) `kong:"-"`
}

// Executor executes the operations of connections.
type Executor interface {
	// Parse reads the payload of a subscribe message, which has the form of the body of a POST request.
	Parse(payload []byte) (Prepare, error)
	// Execute returns the response to a query or a mutation.
	Execute(ctx context.Context, operation *Operation) ([]byte, gqlerror.List)
	// Subscribe starts a subscription, which the caller closes.
	Subscribe(ctx context.Context, operation *Operation) *execution.Subscription
	// WithSlot calls do once the client has a free slot. The error says why it could not.
	WithSlot(ctx context.Context, do func(context.Context)) *httpmw.HTTPError
	// MaxBody is the maximum size in bytes of a message in a context, which has the principal.
	MaxBody(ctx context.Context) int64
}

// Prepare validates an operation.
type Prepare func(context.Context) (*Operation, gqlerror.List)

// Operation is a valid operation that a client asks for.
type Operation struct {
	*execution.Operation
	WantsCost bool
}

// Server serves the connections that stay open.
type Server struct {
	options     Options
	executor    Executor
	connections *connections
	answering   chan struct{} // a slot for each response of a subscription that is being made
}

// New returns a server without connections. At most parallel responses of subscriptions are made at once.
func New(executor Executor, options Options, parallel int) *Server {
	return &Server{
		options:     options,
		executor:    executor,
		connections: newConnections(),
		answering:   make(chan struct{}, parallel),
	}
}

// Shutdown ends all connections, in a way that makes their clients connect again elsewhere, and waits until they have
// ended. New ones are refused.
func (s *Server) Shutdown(ctx context.Context) error {
	s.connections.drain()
	ended := make(chan struct{})
	go func() {
		s.connections.open.Wait()
		close(ended)
	}()
	select {
	case <-ended:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// dropped is why the server itself ended a connection or a subscription, as a label of metrics.
type dropped string

func (d dropped) Error() string { return string(d) }

const (
	droppedSlow     dropped = "slow"     // more changes came than are buffered
	droppedStalled  dropped = "stalled"  // the client did not read
	droppedSilent   dropped = "silent"   // the client did not answer a ping
	droppedShutdown dropped = "shutdown" // the server shuts down
	droppedToken    dropped = "token"    // the client's token expired or was revoked
)

// dropReason is why the server itself cancelled a context, "" where it did not.
func dropReason(ctx context.Context) string {
	var why dropped
	errors.As(context.Cause(ctx), &why)
	return string(why)
}

// tokenInterval is how often the token of an open connection is checked.
const tokenInterval = time.Second

// withTimeout is context.WithTimeout, with no timeout where the limit is 0.
func withTimeout(ctx context.Context, limit time.Duration) (context.Context, context.CancelFunc) {
	if limit <= 0 {
		return context.WithCancel(ctx)
	}
	return context.WithTimeout(ctx, limit)
}

// every calls do at each interval until the context ends, and never where the interval is 0.
func every(ctx context.Context, interval time.Duration, do func()) {
	if interval <= 0 {
		return
	}
	ticker := time.NewTicker(interval)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			do()
		case <-ctx.Done():
			return
		}
	}
}
