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

// result is what was measured.
type result struct {
	processor, elapsed time.Duration
	latencies          []time.Duration
	turns              []time.Duration // the processor time for each answer, in each turn
}

func (r *result) add(other result) {
	r.turns = append(r.turns, other.processor/time.Duration(len(other.latencies)))
	r.elapsed += other.elapsed
	r.latencies = append(r.latencies, other.latencies...)
}

// perRequest is the processor time for each answer in the turn that is the median of all: in some, others disturb.
func (r *result) perRequest() time.Duration {
	sorted := slices.Sorted(slices.Values(r.turns))
	return sorted[len(sorted)/2]
}

func (r *result) perSecond() float64 { return float64(len(r.latencies)) / r.elapsed.Seconds() }

// percentile needs sorted latencies.
func (r *result) percentile(p int) time.Duration { return r.latencies[(len(r.latencies)-1)*p/100] }

// load asks a server for an operation over so many connections, each of which sends one request after the other, until
// the server has used so much processor time: a busy machine makes that take longer, but no less exact.
func (c *client) load(
	ctx context.Context,
	s *server,
	o *operation,
	connections int,
	processor time.Duration,
) (result, error) {
	var next atomic.Int64
	var ended atomic.Bool
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
			for !ended.Load() && failures[i] == nil {
				number, sent := int(next.Add(1)), clock.Start()
				failures[i] = c.post(ctx, s.url, o.bodies[number%len(o.bodies)], &answer)
				latencies[i] = append(latencies[i], sent.Elapsed())
				if number%50 == 0 {
					used, err := s.processorTime()
					ended.Store(err != nil || used-before >= processor)
				}
			}
		})
	}
	running.Wait()
	elapsed := watch.Elapsed()
	after, err := s.processorTime()
	return result{after - before, elapsed, slices.Concat(latencies...), nil}, errors.Join(append(failures, err)...)
}
