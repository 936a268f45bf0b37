package stream_test

import (
	"context"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/coder/websocket"

	"findcare/internal/auth"
	"findcare/internal/clock/clocktest"
	"findcare/internal/graphqlhttp"
	"findcare/internal/httpmw"
	"findcare/internal/store"
)

// movedClock is the clock of tests, put forward by what has passed.
type movedClock struct {
	mutex sync.Mutex
	by    time.Duration
}

func (c *movedClock) now() time.Time {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	return clocktest.Now().Add(c.by)
}

func (c *movedClock) pass(by time.Duration) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.by += by
}

// A token that is revoked, here or on another server, or that expires ends the connections that were opened with it,
// also where the client sends nothing more. Those without a token, or with another, go on.
func TestConnectionsEndWithTheirToken(t *testing.T) {
	db, err := store.Open(t.Context(), store.Config{DataDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close(context.WithoutCancel(t.Context())) })
	clock := new(movedClock)
	here, there := auth.NewTokens(db, clock.now), auth.NewTokens(db, clock.now)
	revoke := func(t *testing.T, tokens *auth.Tokens, id string) {
		if _, err := tokens.Revoke(t.Context(), id, false); err != nil {
			t.Error(err)
		}
	}
	for name, end := range map[string]func(t *testing.T, id string){
		"revoked here": func(t *testing.T, id string) { revoke(t, here, id) },
		"revoked on another server": func(t *testing.T, id string) {
			revoke(t, there, id)
			clock.pass(5 * time.Second)
		},
		"expired": func(*testing.T, string) { clock.pass(2 * time.Hour) },
	} {
		t.Run(name, func(t *testing.T) {
			expires := clock.now().Add(time.Hour)
			token, text, err := here.Create(t.Context(), "Watcher", auth.Editor, &expires)
			if err != nil {
				t.Fatal(err)
			}
			_, other, err := here.Create(t.Context(), "Another", auth.Editor, nil)
			if err != nil {
				t.Fatal(err)
			}
			checkEndWithToken(t, openAuthenticated(t, here, clock), text, other, func() { end(t, token.ID) })
		})
	}
}

// openAuthenticated is openLive with tokens.
func openAuthenticated(t *testing.T, tokens *auth.Tokens, clock *movedClock) *live {
	authentication := &httpmw.Authentication{
		Authenticator: &auth.Authenticator{Tokens: tokens},
		Admission:     httpmw.New(httpmw.RateLimit{}, clock.now),
		WriteError:    graphqlhttp.WriteError,
		Logger:        slog.New(slog.DiscardHandler),
	}
	return openLive(t, func(options *graphqlhttp.Options) { options.Authenticate = authentication.Authenticate })
}

// checkEndWithToken opens connections with a token, with another one and without one, ends the first token, and wants
// its connections alone to end.
func checkEndWithToken(t *testing.T, l *live, text, other string, end func()) {
	t.Helper()
	socket, another := l.subscribedAs(t, text), l.subscribedAs(t, other)
	stream := l.followAs(t, everyVersion, "Bearer "+text)
	anonymous := l.followAs(t, everyVersion, "")
	stream.next()
	anonymous.next()
	end()
	if got := hear(t, socket); got != "4403 Forbidden" {
		t.Errorf("the socket: %s", got)
	}
	if got := stream.next(); !strings.Contains(got, `"code":"UNAUTHENTICATED"`) {
		t.Errorf("the stream: %s", got)
	}
	if got := stream.next() + stream.next(); got != "complete" {
		t.Errorf("the end of the stream: %s", got)
	}
	version := l.revise()
	if got := hear(t, another); !strings.Contains(got, version) {
		t.Errorf("the socket of another token: %s", got)
	}
	if got := anonymous.next(); got != "next "+directoryAt(version) {
		t.Errorf("the stream without a token: %s", got)
	}
}

// subscribedAs opens a WebSocket with a token, subscribes, and reads the first response.
func (l *live) subscribedAs(t *testing.T, text string) *websocket.Conn {
	t.Helper()
	conn := l.dial(t)
	tell(t, conn, `{"type":"connection_init","payload":{"Authorization":"Bearer `+text+`"}}`)
	tell(t, conn, `{"type":"subscribe","id":"1","payload":{"query":"`+everyVersion+`"}}`)
	if ack, first := hear(t, conn), hear(t, conn); !strings.Contains(ack, "connection_ack") ||
		!strings.Contains(first, "next") {
		t.Fatalf("%s, %s", ack, first)
	}
	return conn
}

// followAs is follow with a header Authorization.
func (l *live) followAs(t *testing.T, query, authorization string) *events {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	t.Cleanup(cancel)
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, l.url+get(query), nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Accept", "text/event-stream")
	request.Header.Set("Authorization", authorization)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = response.Body.Close() })
	return newEvents(response)
}
