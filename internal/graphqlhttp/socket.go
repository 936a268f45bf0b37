package graphqlhttp

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

// upgrades tells whether a request opens a WebSocket.
func upgrades(r *http.Request) bool {
	return r.Method == http.MethodGet && strings.EqualFold(r.Header.Get("Upgrade"), "websocket")
}

// socket is a WebSocket by which a client asks for operations, several at once.
type socket struct {
	handler *Handler
	conn    *websocket.Conn
	wire    *meteredConn // below it
	record  *telemetry.Record
	told    *telemetry.Connection
	opened  *http.Request
	request context.Context // of opened; ends after everything else
	ctx     context.Context // of its subscriptions
	cancel  context.CancelCauseFunc

	authorization string // the header that names who it is; set before the first operation begins
	beating       sync.WaitGroup

	lastBegun <-chan struct{} // closed when the last operation has begun; the one who reads sets it

	writing sync.Mutex
	buffer  []byte

	mutex      sync.Mutex
	operations map[string]*running // by the id that the client gave
	unfinished int
	ending     bool // no operation begins any more
	runs       sync.WaitGroup
}

// serveSocket serves a WebSocket until it is closed.
func (h *Handler) serveSocket(a *answer) {
	// SECURITY: browsers let any page open a WebSocket to anywhere, and leave it to the server to look where it comes
	// from.
	if !h.fromAllowedOrigin(a.r) {
		a.refuse(refusal{http.StatusForbidden, codeOriginNotAllowed, "pages of this origin may not connect"})
		return
	}
	client := httpmw.ClientOf(a.r.Context())
	if refused := h.lives.enter(client.Network(), h.options.Live); refused != nil {
		a.refuse(*refused)
		return
	}
	defer h.lives.leave(client.Network())
	defer client.Linger()()
	wire := &meteredWriter{ResponseWriter: a.w, client: client}
	conn, err := websocket.Accept(wire, a.r, &websocket.AcceptOptions{
		Subprotocols: []string{subprotocol}, InsecureSkipVerify: true,
		OnPingReceived: wire.ping,
		OnPongReceived: func(ctx context.Context, payload []byte) { wire.ping(ctx, payload) },
	})
	if err != nil { // which Accept has answered
		a.record.Outcome(string(models.CodeBadUserInput))
		return
	}
	s := &socket{
		handler: h, conn: conn, wire: wire.conn, record: a.record, told: a.record.Connect("websocket"),
		opened: a.r, request: a.r.Context(), authorization: a.r.Header.Get("Authorization"), operations: make(map[string]*running),
	}
	first := make(chan struct{})
	close(first)
	s.lastBegun = first
	s.ctx, s.cancel = context.WithCancelCause(s.request)
	defer s.told.Close()
	s.serve()
}

func (h *Handler) fromAllowedOrigin(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if origin == "" || h.options.AllowOrigin == nil || h.options.AllowOrigin(r) {
		return true
	}
	page, err := url.Parse(origin)
	return err == nil && strings.EqualFold(page.Host, r.Host)
}

func (s *socket) serve() {
	ctx := s.ctx
	s.beating.Go(func() { each(ctx, s.handler.options.Heartbeat, s.ping) })
	undrain := context.AfterFunc(s.handler.lives.draining, s.drain)
	defer undrain()
	s.cancel(s.read())
	var shut closing
	switch {
	case reasonOf(ctx) != "":
		s.record.Outcome(reasonOf(ctx))
	case errors.As(context.Cause(ctx), &shut):
		s.record.Outcome("CLOSED_" + strconv.Itoa(int(shut.code)))
		_ = s.conn.Close(shut.code, shut.reason)
	}
	_ = s.conn.CloseNow()
	s.end(true)
	s.beating.Wait()
}

// drain ends the socket of a server that shuts down. Subscriptions end at once; what has one answer is let finish.
func (s *socket) drain() {
	s.cancel(droppedShutdown)
	s.end(false)
	_ = s.conn.Close(websocket.StatusGoingAway, "The server shuts down")
}

func (s *socket) ping() {
	ctx, cancel := patiently(s.request, s.handler.options.SendTimeout)
	defer cancel()
	if err := s.conn.Ping(ctx); err != nil && ctx.Err() != nil {
		s.cancel(droppedSilent)
		_ = s.conn.CloseNow()
	}
}

// closing is why the protocol has the server close a socket.
type closing struct {
	code   websocket.StatusCode
	reason string
}

func (c closing) Error() string { return c.reason }

// The codes that the protocol closes a socket with.
const (
	closeInvalid      websocket.StatusCode = 4400
	closeUnauthorized websocket.StatusCode = 4401
	closeForbidden    websocket.StatusCode = 4403
	closeSubprotocol  websocket.StatusCode = 4406
	closeInitTimeout  websocket.StatusCode = 4408
	closeDuplicate    websocket.StatusCode = 4409
	closeTooMany      websocket.StatusCode = 4429
)

// read takes messages until the socket is closed or has to be, and returns why.
func (s *socket) read() error {
	if s.conn.Subprotocol() != subprotocol {
		return closing{closeSubprotocol, "Subprotocol not acceptable"}
	}
	s.conn.SetReadLimit(s.handler.options.MaxBody)
	late := make(chan struct{})
	if limit := s.handler.options.ConnectionInitTimeout; limit > 0 {
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
			err = s.initialise(message)
		} else {
			err = s.handle(message, initialised)
		}
		if err != nil {
			return err
		}
	}
}

// expire closes a socket over which the first message has not come in time. To have to wait for its client, as closing
// does, is no reason to stop reading.
func (s *socket) expire(initialised <-chan struct{}) {
	select {
	case <-initialised:
	default:
		shut := closing{closeInitTimeout, "Connection initialisation timeout"}
		s.cancel(shut)
		_ = s.conn.Close(shut.code, shut.reason)
	}
}

// message is what client and server tell each other.
type message struct {
	ID      string         `json:"id"`
	Type    string         `json:"type"`
	Payload jsontext.Value `json:"payload"`
}

func (s *socket) receive() (received message, err error) {
	kind, content, err := s.conn.Read(s.request)
	if s.wire.over() || err == nil && !s.wire.take() {
		return message{}, closing{closeTooMany, "Too many requests"}
	}
	if err != nil {
		return message{}, err
	}
	if kind != websocket.MessageText || !utf8.Valid(content) || json.Unmarshal(content, &received, halfPairs) != nil {
		return message{}, closing{closeInvalid, "Invalid message received"}
	}
	return received, nil
}

func (s *socket) handle(received message, initialised bool) error {
	switch received.Type {
	case "connection_init":
		return closing{closeTooMany, "Too many initialisation requests"}
	case "ping":
		_ = s.write([]byte(`{"type":"pong"}`)) // where this fails, so does reading
		return nil
	case "pong":
		return nil
	case "subscribe":
		if !initialised {
			return closing{closeUnauthorized, "Unauthorized"}
		}
		return s.subscribe(received)
	case "complete":
		s.complete(received.ID)
		return nil
	}
	return closing{closeInvalid, "Invalid message type"}
}

// initialise takes the header Authorization that the payload may hold, which goes before the one of the request.
func (s *socket) initialise(received message) error {
	var payload map[string]jsontext.Value
	if received.Payload != nil && json.Unmarshal(received.Payload, &payload, halfPairs) != nil {
		return closing{closeInvalid, "connection_init: the payload must be an object"}
	}
	for name, value := range payload {
		var header *string
		if !strings.EqualFold(name, "Authorization") {
			continue
		}
		if json.Unmarshal(value, &header, halfPairs) != nil {
			return closing{closeInvalid, "connection_init: Authorization must be a string"}
		}
		if header != nil {
			s.authorization = *header
		}
	}
	principal, err := s.principal()
	if err != nil {
		return notLetIn(err)
	}
	if principal != nil {
		s.record.Principal(principal.ID)
	}
	if principal != nil {
		s.beating.Go(func() { each(s.ctx, tokenInterval, s.recheck) })
	}
	s.conn.SetReadLimit(s.handler.mostBytes(principal))
	_ = s.write([]byte(`{"type":"connection_ack"}`))
	return nil
}

// principal is who has opened the socket, if they may still be believed: nil for anybody.
func (s *socket) principal() (*auth.Principal, *models.Error) {
	if !auth.GivesToken(s.authorization) || s.handler.options.Authenticate == nil {
		return auth.Of(s.request), nil
	}
	return s.handler.options.Authenticate(s.opened, s.authorization)
}

// recheck closes the socket of somebody whose token holds no more.
func (s *socket) recheck() {
	if _, err := s.principal(); err != nil {
		shut := notLetIn(err)
		s.cancel(errors.Join(shut, droppedToken))
		_ = s.conn.Close(shut.code, shut.reason)
	}
}

// notLetIn closes the socket of somebody whose token is no good, or has them come back where it cannot be checked now.
func notLetIn(err *models.Error) closing {
	if err.Code == models.CodeUnauthenticated {
		return closing{closeForbidden, "Forbidden"}
	}
	return closing{websocket.StatusTryAgainLater, shorten(err.Message)}
}
