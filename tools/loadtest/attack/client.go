package attack

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/netip"
	"slices"
	"time"

	"findcare/internal/clock"
)

// request is what an attacker sends by HTTP.
type request struct {
	method, target string // target is appended to the server's address
	header         http.Header
	body           []byte
}

// size is how many bytes of the request the attacker chose.
func (r request) size() int {
	size := len(r.target) + len(r.body)
	for name, values := range r.header {
		for _, value := range values {
			size += len(name) + len(value)
		}
	}
	return size
}

// Answer is what came back.
type Answer struct {
	// Status is the HTTP status, 0 where the server closed the connection instead of answering.
	Status int
	// Code is extensions.code of the first error, empty where there is none.
	Code string
}

// String returns the status and code, or says that the connection was closed.
func (a Answer) String() string {
	switch {
	case a.Status == 0:
		return "closed"
	case a.Code == "":
		return fmt.Sprint(a.Status)
	}
	return fmt.Sprint(a.Status, " ", a.Code)
}

// refused reports whether nothing was executed.
func (a Answer) refused() bool { return a.Status != http.StatusOK || a.Code != "" }

// client sends requests in the name of any address: the server believes it, since this machine counts as a trusted
// proxy.
type client struct {
	http *http.Client
	url  string
}

func newClient(url string, connections int) *client {
	transport := &http.Transport{
		MaxConnsPerHost:     connections,
		MaxIdleConnsPerHost: connections,
		DisableCompression:  true,
	}
	return &client{&http.Client{Transport: transport, Timeout: time.Minute}, url}
}

func (c *client) close() { c.http.CloseIdleConnections() }

// send returns the answer and its body. Only a context that ends is an error.
func (c *client) send(ctx context.Context, from netip.Addr, r request) (Answer, []byte, error) {
	asked, err := http.NewRequestWithContext(ctx, r.method, c.url+r.target, bytes.NewReader(r.body))
	if err != nil {
		return Answer{}, nil, err
	}
	asked.Header.Set("Accept", "application/graphql-response+json, application/json;q=0.9")
	asked.Header.Set("X-Forwarded-For", from.String())
	for name, values := range r.header {
		asked.Header[name] = slices.Clone(values)
	}
	response, err := c.http.Do(asked)
	if err != nil {
		return Answer{}, nil, ctx.Err()
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return Answer{}, nil, ctx.Err()
	}
	var content struct {
		Errors []struct{ Extensions struct{ Code string } }
	}
	answer := Answer{Status: response.StatusCode}
	// To look into every large answer would take the processor away from the server.
	if bytes.Contains(body, []byte(`"errors":`)) && json.Unmarshal(body, &content) == nil && len(content.Errors) > 0 {
		answer.Code = content.Errors[0].Extensions.Code
	}
	return answer, body, nil
}

// post is a GraphQL request as JSON.
func post(query string, variables map[string]any, extensions map[string]any) request {
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables, "extensions": extensions})
	if err != nil {
		panic(err) // nothing of an attack is anything but JSON
	}
	return raw(body)
}

func raw(body []byte) request {
	return request{http.MethodPost, "/graphql", http.Header{"Content-Type": {"application/json"}}, body}
}

// probe reads the care page while an attack runs.
type probe struct {
	client  *client
	address netip.Addr
	page    request
	want    []byte
}

// read reads the page once, and holds it against what it was before.
func (b *probe) read(ctx context.Context) (took time.Duration, err error) {
	watch := clock.Start()
	answer, body, err := b.client.send(ctx, b.address, b.page)
	took = watch.Elapsed()
	switch {
	case err != nil:
		return 0, err
	case answer.refused():
		return took, fmt.Errorf("the care page: %v", answer)
	case b.want == nil:
		b.want = body
	case !bytes.Equal(b.want, body):
		return took, errors.New("the care page is not what it was")
	}
	return took, nil
}

// pace is how often the probe reads: less often than the rate limit allows.
const pace = 20 * time.Millisecond

// median reads the page again and again, and at least so many times, until the context ends. It returns the median of
// what the readings took, and how many failed.
func (b *probe) median(ctx context.Context, least int) (median time.Duration, failed int) {
	var all []time.Duration
	next := time.NewTicker(pace)
	defer next.Stop()
	for ; len(all) < least || ctx.Err() == nil; <-next.C {
		took, err := b.read(context.WithoutCancel(ctx))
		if err != nil {
			failed++
		}
		all = append(all, took)
	}
	slices.Sort(all)
	return all[len(all)/2], failed
}
