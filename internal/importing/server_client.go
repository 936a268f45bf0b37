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
	"findcare/models"
)

// Server is a client of a running findcare.
type Server struct {
	endpoint, token string
	client          *http.Client
	reached         atomic.Bool // it has answered at least once
}

const (
	maxAnswer = 64 << 20
	// maxRetry is how long a request is retried, and firstRetry how long before the server has ever answered.
	maxRetry, firstRetry = 5 * time.Minute, 3 * time.Second
	// maxPause is the longest pause between two attempts. The next attempt finds what a busy server has written of the
	// batch since.
	maxPause = 5 * time.Second
)

// NewServer returns a client of the server at an address. The path of GraphQL is added if the address has none. The
// token must be one of an editor.
func NewServer(address, token string) (*Server, error) {
	parsed, err := url.Parse(address)
	if err != nil || parsed.Host == "" || parsed.Scheme != "http" && parsed.Scheme != "https" {
		return nil, fmt.Errorf("%q is not the address of a server, such as https://care.example", address)
	}
	if strings.Trim(parsed.Path, "/") == "" {
		parsed.Path = "/graphql"
	}
	const timeout = 2 * time.Minute
	return &Server{endpoint: parsed.String(), token: token, client: &http.Client{Timeout: timeout}}, nil
}

// Get asks for what the server has at a path beside that of GraphQL. The caller closes the body of the response.
func (s *Server) Get(ctx context.Context, path string, query url.Values) (*http.Response, error) {
	request, err := s.request(ctx, http.MethodGet, path, query, nil)
	if err != nil {
		return nil, err
	}
	return s.do(request)
}

// request returns a request for a path beside that of GraphQL.
func (s *Server) request(
	ctx context.Context, method, path string, query url.Values, body io.Reader,
) (*http.Request, error) {
	address, err := url.Parse(s.endpoint)
	if err != nil {
		return nil, err
	}
	address.Path = strings.TrimSuffix(strings.TrimSuffix(address.Path, "/"), "/graphql") + path
	address.RawQuery = query.Encode()
	request, err := http.NewRequestWithContext(ctx, method, address.String(), body)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Authorization", "Bearer "+s.token)
	return request, nil
}

// do sends a request, which may take any time. The caller closes the body of the response.
func (s *Server) do(request *http.Request) (*http.Response, error) {
	response, err := new(http.Client).Do(request)
	if err != nil {
		return nil, temporary{fmt.Errorf("the server is not reachable: %w", err), 0}
	}
	s.reached.Store(true)
	if response.StatusCode < http.StatusMultipleChoices {
		return response, nil
	}
	defer response.Body.Close()
	var a answer
	content, err := io.ReadAll(io.LimitReader(response.Body, maxAnswer))
	if err == nil && json.Unmarshal(content, &a) == nil && len(a.Errors) > 0 {
		return nil, failure(&a, response)
	}
	err = fmt.Errorf("%s answered %s, %.60q", request.URL, response.Status, content)
	if response.StatusCode >= http.StatusInternalServerError { // a proxy whose server is down
		err = temporary{err, 0}
	}
	return nil, err
}

// answer is a GraphQL response.
type answer struct {
	Data   jsontext.Value `json:"data"`
	Errors []struct {
		Message    string `json:"message"`
		Extensions struct {
			Code models.Code `json:"code"`
		} `json:"extensions"`
	} `json:"errors"`
}

// temporary is the error of a request that may succeed later.
type temporary struct {
	error
	after time.Duration // when to retry; 0 if the server does not say
}

// ask sends an operation and retries it until it is answered. The operation must be idempotent.
func (s *Server) ask(ctx context.Context, operation string, variables map[string]any, into any) error {
	body, err := json.Marshal(map[string]any{"query": operation, "variables": variables})
	if err != nil {
		return err
	}
	return s.retry(ctx, func() error { return s.send(ctx, body, into) })
}

// retry tries until the error is not a temporary one.
func (s *Server) retry(ctx context.Context, try func() error) error {
	watch, pause := clock.Start(), time.Second/10
	for {
		err := try()
		limit := firstRetry
		if s.reached.Load() {
			limit = maxRetry
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
		pause = min(2*pause, maxPause)
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
		return temporary{fmt.Errorf("the server is not reachable: %w", err), 0}
	}
	defer response.Body.Close()
	content, err := io.ReadAll(io.LimitReader(response.Body, maxAnswer))
	if err != nil {
		return temporary{fmt.Errorf("read the server's response: %w", err), 0}
	}
	var a answer
	if err := json.Unmarshal(content, &a); err != nil {
		err = fmt.Errorf("%s is not a GraphQL endpoint: it answered %s, %.60q", s.endpoint, response.Status, content)
		if response.StatusCode >= http.StatusInternalServerError { // a proxy whose server is down
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

// failure returns the error of a response that has errors.
func failure(a *answer, response *http.Response) error {
	err := fmt.Errorf("the server says: %s", a.Errors[0].Message)
	switch a.Errors[0].Extensions.Code {
	case models.CodeRateLimited, models.CodeUnavailable, models.CodeTimeout, models.CodeOverloaded:
		seconds, _ := strconv.Atoi(response.Header.Get("Retry-After"))
		return temporary{err, time.Duration(seconds) * time.Second}
	}
	return err
}
