package telemetry

import (
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// liveMetrics tell of connections that stay open.
type liveMetrics struct {
	connections   *prometheus.GaugeVec
	subscriptions prometheus.Gauge
	dropped       *prometheus.CounterVec
}

func newLiveMetrics() *liveMetrics {
	live := &liveMetrics{
		connections: prometheus.NewGaugeVec(prometheus.GaugeOpts{
			Name: "findcare_connections", Help: "Connections that stay open, by transport: websocket or sse.",
		}, []string{"transport"}),
		subscriptions: prometheus.NewGauge(
			prometheus.GaugeOpts{Name: "findcare_subscriptions", Help: "Subscriptions that are told of changes."},
		),
		dropped: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "findcare_subscriptions_dropped_total", Help: "Subscriptions that the server ended, by reason: slow, stalled, silent, token or shutdown.",
		}, []string{"reason"}),
	}
	for _, transport := range []string{"websocket", "sse"} { // so that there is a 0 before the first one
		live.connections.WithLabelValues(transport)
	}
	for _, reason := range []string{"slow", "stalled", "silent", "token", "shutdown"} {
		live.dropped.WithLabelValues(reason)
	}
	return live
}

// Connection is what is told of a connection that stays open. It is safe for concurrent use.
type Connection struct {
	record    *Record
	transport string

	mutex      sync.Mutex
	operations int
}

// Connect tells that the request became a connection that stays open, by websocket or sse. It is told of in the log
// when it ends; how long it took is not among the requests' durations.
func (r *Record) Connect(transport string) *Connection {
	r.graphql, r.transport = true, transport
	if r.telemetry != nil {
		r.telemetry.metrics.running.Dec()
		r.telemetry.metrics.live.connections.WithLabelValues(transport).Inc()
	}
	return &Connection{record: r, transport: transport}
}

// Close tells that the connection has ended, after everything else that is told of it.
func (c *Connection) Close() {
	c.record.operations = c.operations
	if t := c.record.telemetry; t != nil {
		t.metrics.live.connections.WithLabelValues(c.transport).Dec()
	}
}

// Executed tells of an operation that has one answer, and of one that was refused: its name, the code of its first
// error ("" is OK), and how long it took.
func (c *Connection) Executed(operation, outcome string, took time.Duration) {
	c.count()
	if t := c.record.telemetry; t != nil {
		t.metrics.observe(shortened(operation), outcomeOf(outcome), took)
	}
}

// Subscribed tells that a subscription began. Whoever calls it calls ended when it ends, with the reason where it was
// the server that ended it.
func (c *Connection) Subscribed(operation string) (ended func(reason string)) {
	c.count()
	t := c.record.telemetry
	if t == nil {
		return func(string) {}
	}
	_, requests := t.metrics.of(shortened(operation), noError)
	requests.Inc()
	t.metrics.live.subscriptions.Inc()
	return func(reason string) {
		t.metrics.live.subscriptions.Dec()
		if reason != "" {
			t.metrics.live.dropped.WithLabelValues(reason).Inc()
		}
	}
}

func (c *Connection) count() {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.operations++
}
