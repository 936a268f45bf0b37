package graphqlhttp

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"net/netip"
	"sync"
	"time"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/graph"
	"findcare/internal/auth"
	"findcare/internal/clock"
	"findcare/internal/httpmw"
	"findcare/internal/telemetry"
	"findcare/models"
)

// Live says how connections are served that stay open: WebSockets and streams of events. A limit or a time of 0 is
// none.
type Live struct {
	MaxConnections          int           `help:"Most connections that stay open at once; 0 is no limit." default:"10000" env:"FINDCARE_MAX_CONNECTIONS"`
	MaxConnectionsPerClient int           `help:"Most of them of one client address; 0 is no limit." default:"100" env:"FINDCARE_MAX_CONNECTIONS_PER_CLIENT"`
	MaxSubscriptions        int           `help:"Most operations at once on one WebSocket; 0 is no limit." default:"10" env:"FINDCARE_MAX_SUBSCRIPTIONS"`
	ConnectionInitTimeout   time.Duration `help:"How long a WebSocket may take to send connection_init." default:"10s" env:"FINDCARE_CONNECTION_INIT_TIMEOUT"`
	Heartbeat               time.Duration `help:"How often a connection that stays open is sent something, so that nothing in between takes it for dead." default:"15s" env:"FINDCARE_HEARTBEAT"`
	SendTimeout             time.Duration `help:"How long a client may take to read what it is sent, before its connection is cut." default:"30s" env:"FINDCARE_SEND_TIMEOUT"`

	// AllowOrigin tells whether the page that a WebSocket is opened by may open it. Nil allows all.
	AllowOrigin func(*http.Request) bool `kong:"-"`
	// Authenticate returns whom a header Authorization names that came over a WebSocket, which the request opened:
	// browsers open them without headers, and tokens end while they are open. Nil takes no notice of what
	// connection_init holds.
	Authenticate func(opened *http.Request, header string) (*auth.Principal, *models.Error) `kong:"-"`
}

const (
	codeTooManyConnections   models.Code = "TOO_MANY_CONNECTIONS"
	codeTooManySubscriptions models.Code = "TOO_MANY_SUBSCRIPTIONS"
	codeTooSlow              models.Code = "TOO_SLOW"
	codeShuttingDown         models.Code = "SHUTTING_DOWN"
	codeOriginNotAllowed     models.Code = "ORIGIN_NOT_ALLOWED"
)

// StaysOpen tells whether a request asks for a connection that stays open. Nothing on its way may hold its answer back.
func StaysOpen(r *http.Request) bool {
	media, _ := negotiate(r.Header["Accept"])
	return media == mediaEvents || upgrades(r)
}

// Shutdown ends the connections that stay open, in a way that has their clients connect again elsewhere, and waits
// until they have ended. Further ones are refused.
func (h *Handler) Shutdown(ctx context.Context) error {
	h.lives.mutex.Lock()
	h.lives.drain()
	h.lives.mutex.Unlock()
	ended := make(chan struct{})
	go func() {
		h.lives.open.Wait()
		close(ended)
	}()
	select {
	case <-ended:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// lives are the connections that stay open.
type lives struct {
	draining context.Context
	drain    context.CancelFunc
	open     sync.WaitGroup

	mutex    sync.Mutex
	count    int
	byClient map[netip.Prefix]int
}

func newLives() *lives {
	l := &lives{byClient: make(map[netip.Prefix]int)}
	l.draining, l.drain = context.WithCancel(context.Background())
	return l
}

// enter counts one more connection. Whoever it does not refuse must leave.
func (l *lives) enter(from netip.Prefix, limits Live) *refusal {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	full := func(most, count int) bool { return most > 0 && count >= most }
	switch {
	case l.draining.Err() != nil:
		return &refusal{http.StatusServiceUnavailable, codeShuttingDown, "the server shuts down; connect again"}
	case full(limits.MaxConnections, l.count):
		return &refusal{
			http.StatusServiceUnavailable,
			httpmw.CodeOverloaded,
			"too many connections are open; try again in a moment",
		}
	case from.IsValid() && full(limits.MaxConnectionsPerClient, l.byClient[from]):
		return &refusal{
			http.StatusTooManyRequests,
			codeTooManyConnections,
			"too many connections from your address are open",
		}
	}
	l.open.Add(1)
	l.count++
	l.byClient[from]++
	return nil
}

func (l *lives) leave(from netip.Prefix) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.count--
	if l.byClient[from]--; l.byClient[from] == 0 {
		delete(l.byClient, from)
	}
	l.open.Done()
}

// dropped is why the server ended a connection or a subscription of its own accord, as the metrics tell it.
type dropped string

func (d dropped) Error() string { return string(d) }

const (
	droppedSlow     dropped = "slow"     // more changes came than could be kept
	droppedStalled  dropped = "stalled"  // the client read nothing
	droppedSilent   dropped = "silent"   // the client answered no ping
	droppedShutdown dropped = "shutdown" // the server shuts down
	droppedToken    dropped = "token"    // the client's token expired or was revoked
)

// tokenInterval is how often it is looked whether the token of a connection that stays open still holds.
const tokenInterval = time.Second

// reasonOf is why the server ended what a context is of, "" where it was not the server.
func reasonOf(ctx context.Context) string {
	var why dropped
	errors.As(context.Cause(ctx), &why)
	return string(why)
}

// deliver executes an operation and sends its answers, until there are no more or the context ends. Begun is called as
// soon as nothing is missed any more, and before the first answer. The error is what the client is told of.
func (h *Handler) deliver(
	ctx context.Context,
	told *telemetry.Connection,
	operation *graph.Operation,
	wantsCost bool,
	begun func(),
	send func([]byte) error,
) *gqlerror.Error {
	if operation.Type() == ast.Subscription {
		return h.follow(ctx, told, operation, begun, send)
	}
	begun()
	var body []byte
	var errs gqlerror.List
	watch := clock.Start()
	busy := h.inTurn(ctx, func(ctx context.Context) {
		body, errs = h.execute(ctx, h.executor.Current(), operation, wantsCost, nil)
	})
	if busy != nil {
		told.Executed(operation.Name(), string(busy.code), watch.Elapsed())
		return busy.asError()
	}
	outcome := ""
	if len(errs) > 0 {
		outcome = string(graph.ErrorCode(errs[0]))
	}
	told.Executed(operation.Name(), outcome, watch.Elapsed())
	_ = send(body) // the client is gone where this fails
	return nil
}

func (h *Handler) follow(
	ctx context.Context,
	told *telemetry.Connection,
	operation *graph.Operation,
	begun func(),
	send func([]byte) error,
) *gqlerror.Error {
	ended := told.Subscribed(operation.Name())
	subscription := h.executor.Subscribe(ctx, operation)
	defer subscription.Close()
	begun()
	var body []byte
	for {
		err := subscription.Wait()
		if err == nil {
			body, err = h.answerTo(ctx, subscription, body[:0])
		}
		if err == nil {
			err = send(body)
		}
		switch {
		case err == nil:
		case errors.Is(err, graph.ErrEnded):
			ended("")
			return nil
		case errors.Is(err, graph.ErrTooSlow):
			ended(string(droppedSlow))
			return graph.Errorf(
				codeTooSlow,
				"%s: not all of them could be kept; read anew and subscribe again",
				graph.ErrTooSlow,
			)
		default:
			ended(reasonOf(ctx))
			return nil
		}
	}
}

// answerTo appends an answer of a subscription to dst, when it is the client's turn. A change makes one for every
// subscriber: were they all to begin together, whoever asks something meanwhile would have to wait for all of them.
func (h *Handler) answerTo(ctx context.Context, subscription *graph.Subscription, dst []byte) ([]byte, error) {
	var err error
	ended := httpmw.ClientOf(ctx).Follow(ctx, func() {
		select {
		case h.telling <- struct{}{}:
			defer func() { <-h.telling }()
			dst, _, err = subscription.Answer(dst)
		case <-ctx.Done():
			err = ctx.Err()
		}
	})
	return dst, cmp.Or(ended, err)
}

// patiently is a context for what a client may take its time for; a limit of 0 is none.
func patiently(ctx context.Context, limit time.Duration) (context.Context, context.CancelFunc) {
	if limit <= 0 {
		return context.WithCancel(ctx)
	}
	return context.WithTimeout(ctx, limit)
}

// each calls do again and again until the context ends; an interval of 0 is never.
func each(ctx context.Context, interval time.Duration, do func()) {
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
