package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"findcare/internal/clock"
)

// client keeps its connections alive.
type client struct{ http.Client }

func newClient(connections int) *client {
	return &client{
		http.Client{
			Transport: &http.Transport{
				MaxIdleConnsPerHost: connections,
				MaxConnsPerHost:     connections,
				DisableCompression:  true,
			},
		},
	}
}

// post sends a request and reads the answer into the buffer.
func (c *client) post(ctx context.Context, url string, body []byte, into *bytes.Buffer) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "application/graphql-response+json, application/json;q=0.9")
	response, err := c.Do(request)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	into.Reset()
	if _, err := io.Copy(into, response.Body); err != nil {
		return err
	}
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s: %.300s", url, response.Status, into)
	}
	return nil
}

// answer sends a request and returns the answer.
func (c *client) answer(ctx context.Context, url string, body []byte) ([]byte, error) {
	var into bytes.Buffer
	err := c.post(ctx, url, body, &into)
	return into.Bytes(), err
}

// result is what was measured in some turns.
type result struct {
	processor, elapsed time.Duration
	latencies          []time.Duration
}

func (r *result) add(other result) {
	r.processor += other.processor
	r.elapsed += other.elapsed
	r.latencies = append(r.latencies, other.latencies...)
}

// perRequest is the mean, since some turns collect the garbage of all.
func (r *result) perRequest() time.Duration {
	return r.processor / time.Duration(max(1, len(r.latencies)))
}

func (r *result) perSecond() float64 { return float64(len(r.latencies)) / r.elapsed.Seconds() }

// percentile needs sorted latencies.
func (r *result) percentile(p int) time.Duration { return r.latencies[(len(r.latencies)-1)*p/100] }

// once sends each request once.
func once(requests [][]byte) func(sent int, _ time.Duration) bool {
	return func(sent int, _ time.Duration) bool { return sent >= len(requests) }
}

// until sends requests until the server has used so much processor time: a busy machine makes that take longer, but no
// less exact.
func until(processor time.Duration) func(int, time.Duration) bool {
	return func(_ int, used time.Duration) bool { return used >= processor }
}

// load sends requests to a server, from the first to the last and again, over so many connections, each of which sends
// one after the other, until enough have been sent.
func (c *client) load(
	ctx context.Context,
	s *server,
	requests [][]byte,
	connections int,
	enough func(sent int, used time.Duration) bool,
) (result, error) {
	var next atomic.Int64
	var used atomic.Int64
	var running sync.WaitGroup
	latencies, failures := make([][]time.Duration, connections), make([]error, connections)
	before, err := s.processorTime()
	if err != nil {
		return result{}, err
	}
	watch := clock.Start()
	for i := range connections {
		running.Go(func() {
			var answer bytes.Buffer
			for failures[i] == nil {
				number := int(next.Add(1)) - 1
				if enough(number, time.Duration(used.Load())) {
					return
				}
				sent := clock.Start()
				failures[i] = c.post(ctx, s.url, requests[number%len(requests)], &answer)
				latencies[i] = append(latencies[i], sent.Elapsed())
				if number%50 == 49 {
					after, err := s.processorTime()
					failures[i] = errors.Join(failures[i], err)
					used.Store(int64(after - before))
				}
			}
		})
	}
	running.Wait()
	elapsed := watch.Elapsed()
	after, err := s.processorTime()
	return result{after - before, elapsed, slices.Concat(latencies...)}, errors.Join(append(failures, err)...)
}
