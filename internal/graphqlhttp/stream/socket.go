package stream

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/coder/websocket"
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"findcare/internal/auth"
	"findcare/internal/httpmw"
	"findcare/internal/telemetry"
	"findcare/models"
)

// subprotocol is https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md.
const subprotocol = "graphql-transport-ws"

// IsUpgrade reports whether a request opens a WebSocket.
func IsUpgrade(r *http.Request) bool {
	return r.Method == http.MethodGet && strings.EqualFold(r.Header.Get("Upgrade"), "websocket")
}

// socket is a WebSocket over which a client sends operations, several at once.
//
// Its operations run in a context that ends with the socket only where they are subscriptions; it is passed along,
// since it begins with the principal of each.
type socket struct {
	server *Server
	conn   *websocket.Conn
	wire   *meteredConn // below it
	record *telemetry.Record
	told   *telemetry.Connection
	opened *http.Request
	cancel context.CancelCauseFunc // ends the socket and its subscriptions

	authorization string // the header with the token; set before the first operation begins
	beating       sync.WaitGroup

	lastBegun <-chan struct{} // closed when the last operation has begun; only the reader sets it

	writing sync.Mutex
	buffer  []byte

	mutex      sync.Mutex
	operations map[string]*running // by the id that the client gave
	unfinished int
	ending     bool // no more operations begin
	runs       sync.WaitGroup
}

// ServeSocket serves a WebSocket until it is closed. Where an error is returned, nothing was sent yet.
func (s *Server) ServeSocket(w http.ResponseWriter, r *http.Request) *httpmw.HTTPError {
	// SECURITY: browsers let any page open a WebSocket to any server, and leave it to the server to check the origin.
	if !s.fromAllowedOrigin(r) {
		return &httpmw.HTTPError{
			Status:  http.StatusForbidden,
			Code:    models.CodeOriginNotAllowed,
			Message: "pages of this origin may not connect",
		}
	}
	client := httpmw.ClientOf(r.Context())
	if refused := s.connections.enter(client.Network(), s.options); refused != nil {
		return refused
	}
	defer s.connections.leave(client.Network())
	defer client.Linger()()
	record := telemetry.RecordOf(r.Context())
	wire := &meteredWriter{ResponseWriter: w, client: client}
	conn, err := websocket.Accept(wire, r, &websocket.AcceptOptions{
		Subprotocols: []string{subprotocol}, InsecureSkipVerify: true,
		OnPingReceived: wire.ping,
		OnPongReceived: func(ctx context.Context, payload []byte) { wire.ping(ctx, payload) },
	})
	if err != nil { // Accept has written the response
		record.Outcome(string(models.CodeBadUserInput))
		return nil
	}
	begun := make(chan struct{})
	close(begun)
	ctx, cancel := context.WithCancelCause(r.Context())
	c := &socket{
		server:        s,
		conn:          conn,
		wire:          wire.conn,
		record:        record,
		told:          record.Connect("websocket"),
		opened:        r,
		cancel:        cancel,
		authorization: r.Header.Get("Authorization"),
		lastBegun:     begun,
		operations:    make(map[string]*running),
	}
	defer c.told.Close()
	c.serve(ctx)
	return nil
}

func (s *Server) fromAllowedOrigin(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if origin == "" || s.options.AllowOrigin == nil || s.options.AllowOrigin(r) {
		return true
	}
	page, err := url.Parse(origin)
	return err == nil && strings.EqualFold(page.Host, r.Host)
}

func (s *socket) serve(ctx context.Context) {
	s.beating.Go(func() { every(ctx, s.server.options.Heartbeat, s.ping) })
	undrain := s.server.connections.whenDraining(s.drain)
	defer undrain()
	s.cancel(s.read(ctx))
	var shut closing
	switch {
	case dropReason(ctx) != "":
		s.record.Outcome(dropReason(ctx))
	case errors.As(context.Cause(ctx), &shut):
		s.record.Outcome("CLOSED_" + strconv.Itoa(int(shut.code)))
		_ = s.conn.Close(shut.code, shut.reason)
	}
	_ = s.conn.CloseNow()
	s.end(true)
	s.beating.Wait()
}

// drain ends the socket of a server that shuts down. Subscriptions end at once; queries and mutations may finish.
func (s *socket) drain() {
	s.cancel(droppedShutdown)
	s.end(false)
	_ = s.conn.Close(websocket.StatusGoingAway, "The server shuts down")
}

func (s *socket) ping() {
	ctx, cancel := withTimeout(s.opened.Context(), s.server.options.SendTimeout)
	defer cancel()
	if err := s.conn.Ping(ctx); err != nil && ctx.Err() != nil {
		s.cancel(droppedSilent)
		_ = s.conn.CloseNow()
	}
}

// closing is why the protocol makes the server close a socket.
type closing struct {
	code   websocket.StatusCode
	reason string
}

func (c closing) Error() string { return c.reason }

// The close codes of the protocol.
const (
	closeInvalid      websocket.StatusCode = 4400
	closeUnauthorized websocket.StatusCode = 4401
	closeForbidden    websocket.StatusCode = 4403
	closeSubprotocol  websocket.StatusCode = 4406
	closeInitTimeout  websocket.StatusCode = 4408
	closeDuplicate    websocket.StatusCode = 4409
	closeTooMany      websocket.StatusCode = 4429
)

// read handles messages until the socket is closed or has to be, and returns why.
func (s *socket) read(ctx context.Context) error {
	if s.conn.Subprotocol() != subprotocol {
		return closing{closeSubprotocol, "Subprotocol not acceptable"}
	}
	s.conn.SetReadLimit(s.server.executor.MaxBody(context.Background()))
	late := make(chan struct{})
	if limit := s.server.options.ConnectionInitTimeout; limit > 0 {
		timer := time.AfterFunc(limit, func() { s.expire(late) })
		defer timer.Stop()
	}
	for initialised := false; ; {
		message, err := s.receive()
		if err != nil {
			return err
		}
		if message.Type == "connection_init" && !initialised {
			initialised = true
			close(late)
			err = s.initialise(ctx, message)
		} else {
			err = s.handle(ctx, message, initialised)
		}
		if err != nil {
			return err
		}
	}
}

// expire closes a socket whose first message has not come in time. It runs beside the reader, since closing waits for
// the client.
func (s *socket) expire(initialised <-chan struct{}) {
	select {
	case <-initialised:
	default:
		s.shut(closing{closeInitTimeout, "Connection initialisation timeout"})
	}
}

// shut closes the socket from beside the reader.
func (s *socket) shut(why closing, causes ...error) {
	s.cancel(errors.Join(append(causes, why)...))
	_ = s.conn.Close(why.code, why.reason)
}

// message is what client and server send each other.
type message struct {
	ID      string         `json:"id"`
	Type    string         `json:"type"`
	Payload jsontext.Value `json:"payload"`
}

// loneSurrogates makes half of a surrogate pair, as in a text that was cut in two, U+FFFD. Since it would do so with
// any invalid bytes, the text must be checked to be UTF-8.
var loneSurrogates = jsontext.AllowInvalidUTF8(true)

func (s *socket) receive() (received message, err error) {
	kind, content, err := s.conn.Read(s.opened.Context())
	if s.wire.over() || err == nil && !s.wire.take() {
		return message{}, closing{closeTooMany, "Too many requests"}
	}
	if err != nil {
		return message{}, err
	}
	if kind != websocket.MessageText || !utf8.Valid(content) ||
		json.Unmarshal(content, &received, loneSurrogates) != nil {
		return message{}, closing{closeInvalid, "Invalid message received"}
	}
	return received, nil
}

func (s *socket) handle(ctx context.Context, received message, initialised bool) error {
	switch received.Type {
	case "connection_init":
		return closing{closeTooMany, "Too many initialisation requests"}
	case "ping":
		_ = s.write([]byte(`{"type":"pong"}`)) // where this fails, so does the next read
		return nil
	case "pong":
		return nil
	case "subscribe":
		if !initialised {
			return closing{closeUnauthorized, "Unauthorized"}
		}
		return s.subscribe(ctx, received)
	case "complete":
		s.complete(received.ID)
		return nil
	}
	return closing{closeInvalid, "Invalid message type"}
}

// initialise reads the Authorization header that the payload may hold, which takes precedence over that of the request.
func (s *socket) initialise(ctx context.Context, received message) error {
	var payload map[string]jsontext.Value
	if received.Payload != nil && json.Unmarshal(received.Payload, &payload, loneSurrogates) != nil {
		return closing{closeInvalid, "connection_init: the payload must be an object"}
	}
	for name, value := range payload {
		var header *string
		if !strings.EqualFold(name, "Authorization") {
			continue
		}
		if json.Unmarshal(value, &header, loneSurrogates) != nil {
			return closing{closeInvalid, "connection_init: Authorization must be a string"}
		}
		if header != nil {
			s.authorization = *header
		}
	}
	authenticated, err := s.authenticate(ctx)
	if err != nil {
		return rejected(err)
	}
	if principal, ok := auth.Of(authenticated); ok {
		s.record.Principal(principal.ID)
		s.beating.Go(func() { every(ctx, tokenInterval, s.recheck) })
	}
	s.conn.SetReadLimit(s.server.executor.MaxBody(authenticated))
	_ = s.write([]byte(`{"type":"connection_ack"}`))
	return nil
}

// authenticate checks the token, and returns a context with its principal. Without a token, the principal is that of
// the request that opened the socket, which the context has already.
func (s *socket) authenticate(ctx context.Context) (context.Context, *models.Error) {
	if !auth.GivesToken(s.authorization) || s.server.options.Authenticate == nil {
		return ctx, nil
	}
	principal, err := s.server.options.Authenticate(s.opened, s.authorization)
	if err != nil {
		return ctx, err
	}
	return auth.With(ctx, principal), nil
}

// recheck closes the socket once its token is no longer valid.
func (s *socket) recheck() {
	if _, err := s.authenticate(s.opened.Context()); err != nil {
		s.shut(rejected(err), droppedToken)
	}
}

// rejected closes a socket whose token is invalid, or makes the client come back where it cannot be checked now.
func rejected(err *models.Error) closing {
	if err.Code == models.CodeUnauthenticated {
		return closing{closeForbidden, "Forbidden"}
	}
	return closing{websocket.StatusTryAgainLater, shorten(err.Message)}
}
