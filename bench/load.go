package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// tick is the unit of /proc/PID/stat on Linux.
const tick = 10 * time.Millisecond

// client keeps its connections alive.
type client struct{ http.Client }

func newClient(connections int) *client {
	return &client{http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: connections, MaxConnsPerHost: connections, DisableCompression: true}}}
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

// result is what was measured.
type result struct {
	processor, elapsed time.Duration
	latencies          []time.Duration
}

func (r *result) add(other result) {
	r.processor += other.processor
	r.elapsed += other.elapsed
	r.latencies = append(r.latencies, other.latencies...)
}

func (r *result) perRequest() time.Duration { return r.processor / time.Duration(len(r.latencies)) }

func (r *result) perSecond() float64 { return float64(len(r.latencies)) / r.elapsed.Seconds() }

// percentile needs sorted latencies.
func (r *result) percentile(p int) time.Duration { return r.latencies[(len(r.latencies)-1)*p/100] }

// load asks a server for an operation over so many connections, each of which sends one request after the other.
func (c *client) load(ctx context.Context, s *server, o *operation, connections int, duration time.Duration) (result, error) {
	var next atomic.Int64
	var running sync.WaitGroup
	latencies, failures := make([][]time.Duration, connections), make([]error, connections)
	before, err := s.processorTime()
	if err != nil {
		return result{}, err
	}
	start := time.Now()
	for i := range connections {
		running.Go(func() {
			var answer bytes.Buffer
			for time.Since(start) < duration && failures[i] == nil {
				sent := time.Now()
				body := o.bodies[int(next.Add(1))%len(o.bodies)]
				failures[i] = c.post(ctx, s.url, body, &answer)
				latencies[i] = append(latencies[i], time.Since(sent))
			}
		})
	}
	running.Wait()
	elapsed := time.Since(start)
	after, err := s.processorTime()
	if err != nil {
		return result{}, err
	}
	for _, failure := range failures {
		if failure != nil {
			return result{}, fmt.Errorf("%s: %s: %w", s.name, o.title, failure)
		}
	}
	return result{time.Duration(after-before) * tick, elapsed, slices.Concat(latencies...)}, nil
}
