package importing

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"findcare/internal/clock"
)

// Server is a findcare that runs, as its clients see it.
type Server struct {
	endpoint, token string
	client          *http.Client
	reached         atomic.Bool // whether it has ever answered
}

const (
	answerLimit = 64 << 20
	// waitLimit is for how long one request is tried again, and firstLimit for how long before the server has ever
	// answered.
	waitLimit, firstLimit = 5 * time.Minute, 3 * time.Second
	// longestPause is between two attempts: what a busy server has written of a batch by then, the next attempt finds.
	longestPause = 5 * time.Second
)

// NewServer returns the server at an address, to which GraphQL's path is added where it has none. Its token must be one
// of an editor.
func NewServer(address, token string) (*Server, error) {
	parsed, err := url.Parse(address)
	if err != nil || parsed.Host == "" || parsed.Scheme != "http" && parsed.Scheme != "https" {
		return nil, fmt.Errorf("%q is not the address of a server, such as https://care.example", address)
	}
	if strings.Trim(parsed.Path, "/") == "" {
		parsed.Path = "/graphql"
	}
	const longest = 2 * time.Minute
	return &Server{endpoint: parsed.String(), token: token, client: &http.Client{Timeout: longest}}, nil
}

// answer is what GraphQL answers.
type answer struct {
	Data   jsontext.Value `json:"data"`
	Errors []struct {
		Message    string `json:"message"`
		Extensions struct {
			Code string `json:"code"`
		} `json:"extensions"`
	} `json:"errors"`
}

// temporary is the error of a request that may go well a little later.
type temporary struct {
	error
	after time.Duration // when to try again; 0 where the server does not say
}

// ask sends an operation until it is answered. It must be one that may be sent twice.
func (s *Server) ask(ctx context.Context, operation string, variables map[string]any, into any) error {
	body, err := json.Marshal(map[string]any{"query": operation, "variables": variables})
	if err != nil {
		return err
	}
	watch, pause := clock.Start(), time.Second/10
	for {
		err := s.send(ctx, body, into)
		limit := firstLimit
		if s.reached.Load() {
			limit = waitLimit
		}
		var later temporary
		if !errors.As(err, &later) || ctx.Err() != nil || watch.Elapsed() > limit {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(max(later.after, pause)):
		}
		pause = min(2*pause, longestPause)
	}
}

func (s *Server) send(ctx context.Context, body []byte, into any) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, s.endpoint, bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "application/graphql-response+json")
	request.Header.Set("Authorization", "Bearer "+s.token)
	response, err := s.client.Do(request)
	if err != nil {
		return temporary{fmt.Errorf("the server does not answer: %w", err), 0}
	}
	defer response.Body.Close()
	content, err := io.ReadAll(io.LimitReader(response.Body, answerLimit))
	if err != nil {
		return temporary{fmt.Errorf("the server's answer broke off: %w", err), 0}
	}
	var a answer
	if err := json.Unmarshal(content, &a); err != nil {
		err = fmt.Errorf("%s is no GraphQL endpoint: it answered %s, %.60q", s.endpoint, response.Status, content)
		if response.StatusCode >= http.StatusInternalServerError { // a proxy whose server is away
			return temporary{err, 0}
		}
		return err
	}
	s.reached.Store(true)
	if len(a.Errors) > 0 {
		return failure(&a, response)
	}
	return json.Unmarshal(a.Data, into)
}

// failure is the error of an answer that has one.
func failure(a *answer, response *http.Response) error {
	err := fmt.Errorf("the server says: %s", a.Errors[0].Message)
	switch a.Errors[0].Extensions.Code {
	case "RATE_LIMITED", "UNAVAILABLE", "TIMEOUT", "OVERLOADED":
		seconds, _ := strconv.Atoi(response.Header.Get("Retry-After"))
		return temporary{err, time.Duration(seconds) * time.Second}
	}
	return err
}
