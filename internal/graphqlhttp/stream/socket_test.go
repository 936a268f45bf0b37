package stream_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/coder/websocket"

	"findcare/graph"
	"findcare/internal/auth"
	"findcare/internal/catalog"
	"findcare/internal/execution"
	"findcare/internal/graphqlhttp"
	"findcare/models"
)

// live is an endpoint over one provider, Wren, that can be changed.
type live struct {
	*graphqlhttp.Handler
	url       string
	directory *catalog.Catalog
}

func openLive(t *testing.T, change func(*graphqlhttp.Options)) *live {
	t.Helper()
	options := defaults
	if change != nil {
		change(&options)
	}
	l := &live{directory: &catalog.Catalog{}}
	l.directory.Publish(catalog.Build(&models.Directory{Providers: []*models.Provider{wren(1)}}, catalog.Options{}))
	executor := execution.NewExecutor(graph.NewSchema(l.directory, graph.Services{}), l.directory,
		execution.Options{
			Limits: execution.Limits{Cost: 1000}, Introspection: true, Logger: slog.New(slog.DiscardHandler),
		},
	)
	var err error
	if l.Handler, err = graphqlhttp.New(executor, options); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(l.Handler)
	t.Cleanup(server.Close)
	t.Cleanup(func() { _ = l.Shutdown(context.Background()) })
	l.url = server.URL
	return l
}

func wren(revision int64) *models.Provider {
	return &models.Provider{
		Header: models.Header{
			ID:        models.IDOfSlug(models.KindProvider, "wren"),
			Slug:      "wren",
			Revision:  revision,
			UpdatedAt: time.UnixMilli(revision),
		},
		Name: fmt.Sprintf("Wren %d", revision), Type: models.Individual,
	}
}

// revise makes the next revision of Wren and returns the directory's version after it.
func (l *live) revise() (version string) {
	next := wren(l.directory.Current().Revision(wren(1).ID) + 1)
	l.directory.Apply(catalog.Changes{Written: []models.Document{next}})
	return l.version()
}

func (l *live) version() string { return l.directory.Current().Directory().Version }

// dial opens a WebSocket as graphql-ws does.
func (l *live) dial(t *testing.T) *websocket.Conn {
	t.Helper()
	conn, err := l.tryDial(t)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.CloseNow() })
	return conn
}

func (l *live) tryDial(t *testing.T) (*websocket.Conn, error) {
	conn, _, err := websocket.Dial(
		t.Context(),
		l.url,
		&websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}},
	)
	return conn, err
}

func tell(t *testing.T, conn *websocket.Conn, message string) {
	t.Helper()
	if err := conn.Write(t.Context(), websocket.MessageText, []byte(message)); err != nil {
		t.Fatal(err)
	}
}

// hear returns the next message, or how the connection was closed, such as "4400 Invalid message received".
func hear(t *testing.T, conn *websocket.Conn) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	_, message, err := conn.Read(ctx)
	var closed websocket.CloseError
	switch {
	case err == nil:
		return string(message)
	case errors.As(err, &closed):
		return fmt.Sprintf("%d %s", closed.Code, closed.Reason)
	}
	return err.Error()
}

func TestConnectionInitTimeout(t *testing.T) {
	l := openLive(t, func(o *graphqlhttp.Options) { o.ConnectionInitTimeout = 10 * time.Millisecond })
	if got, want := hear(t, l.dial(t)), "4408 Connection initialisation timeout"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestWebSocketSubprotocol(t *testing.T) {
	l := openLive(t, nil)
	conn, _, err := websocket.Dial(t.Context(), l.url, &websocket.DialOptions{Subprotocols: []string{"graphql-ws"}})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := hear(t, conn), "4406 Subprotocol not acceptable"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestIncompleteUpgrade(t *testing.T) {
	response := send(openLive(t, nil), "GET", "/graphql", "", "Upgrade", "websocket")
	if response.StatusCode != http.StatusUpgradeRequired {
		t.Errorf("status %d", response.StatusCode)
	}
}

func TestWebSocketOrigins(t *testing.T) {
	l := openLive(t, func(o *graphqlhttp.Options) {
		o.AllowOrigin = func(r *http.Request) bool { return r.Header.Get("Origin") == "https://care.example" }
	})
	for _, test := range []struct {
		name, origin string
		status       int
	}{
		{"no page", "", http.StatusSwitchingProtocols},
		{"a page that may", "https://care.example", http.StatusSwitchingProtocols},
		{"a page of the server itself", l.url, http.StatusSwitchingProtocols},
		{"a page that may not", "https://elsewhere.example", http.StatusForbidden},
		{"a page of no origin", "null", http.StatusForbidden},
	} {
		t.Run(test.name, func(t *testing.T) {
			conn, response, _ := websocket.Dial(t.Context(), l.url, &websocket.DialOptions{
				Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: http.Header{"Origin": {test.origin}},
			})
			if response.StatusCode != test.status {
				t.Errorf("status %d, want %d", response.StatusCode, test.status)
			}
			if conn != nil {
				_ = conn.CloseNow()
			}
		})
	}
}

const viewer = `{"id":"a","type":"subscribe","payload":{"query":"{ viewer { name } }"}}`

func TestWebSocketAuthentication(t *testing.T) {
	l := openLive(t, func(o *graphqlhttp.Options) {
		o.Authenticate = func(_ *http.Request, header string) (*auth.Principal, *models.Error) {
			switch header {
			case "Bearer good":
				return &auth.Principal{ID: "somebody", Name: "Some Body", Role: auth.Editor}, nil
			case "Bearer away":
				return nil, &models.Error{Code: models.CodeUnavailable, Message: "come again"}
			}
			return nil, &models.Error{Code: models.CodeUnauthenticated, Message: "no such token"}
		}
	})
	for _, test := range []struct{ name, payload, want string }{
		{
			"a good token", `{"Authorization":"Bearer good"}`,
			`{"id":"a","type":"next","payload":{"data":{"viewer":{"name":"Some Body"}}}}`,
		},
		{
			"in small letters", `{"authorization":"Bearer good"}`,
			`{"id":"a","type":"next","payload":{"data":{"viewer":{"name":"Some Body"}}}}`,
		},
		{"a bad token", `{"Authorization":"Bearer bad"}`, `4403 Forbidden`},
		{"one that cannot be checked", `{"Authorization":"Bearer away"}`, `1013 come again`},
		{"no text", `{"Authorization":7}`, `4400 connection_init: Authorization must be a string`},
		{"no token", `{}`, `{"id":"a","type":"next","payload":{"data":null,"errors":[.*"UNAUTHENTICATED".*]}}`},
		{
			"no token yet", `{"Authorization":null}`,
			`{"id":"a","type":"next","payload":{"data":null,"errors":[.*"UNAUTHENTICATED".*]}}`,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			conn := l.dial(t)
			tell(t, conn, `{"type":"connection_init","payload":`+test.payload+`}`)
			got := hear(t, conn)
			if got == `{"type":"connection_ack"}` {
				tell(t, conn, viewer)
				got = hear(t, conn)
			}
			if !matches(test.want, got) {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestRevokedWhileTheWebSocketIsOpen(t *testing.T) {
	var revoked atomic.Bool
	l := openLive(t, func(o *graphqlhttp.Options) {
		o.Authenticate = func(*http.Request, string) (*auth.Principal, *models.Error) {
			if revoked.Load() {
				return nil, &models.Error{Code: models.CodeUnauthenticated, Message: "the token was revoked"}
			}
			return &auth.Principal{ID: "somebody", Name: "Some Body", Role: auth.Editor}, nil
		}
	})
	conn := l.dial(t)
	tell(t, conn, `{"type":"connection_init","payload":{"Authorization":"Bearer good"}}`)
	_ = hear(t, conn)
	for _, want := range []string{
		`{"id":"a","type":"next","payload":{"data":{"viewer":{"name":"Some Body"}}}}`,
		`{"id":"a","type":"complete"}`,
		`{"id":"a","type":"error","payload":[{"message":"the token was ` +
			`revoked","extensions":{"code":"UNAUTHENTICATED"}}]}`,
	} {
		if !strings.Contains(want, "complete") {
			tell(t, conn, viewer)
		}
		if got := hear(t, conn); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
		revoked.Store(true)
	}
}
