package telemetry

import (
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// liveMetrics are the metrics of connections that stay open.
type liveMetrics struct {
	connections   *prometheus.GaugeVec
	subscriptions prometheus.Gauge
	dropped       *prometheus.CounterVec
}

func newLiveMetrics() *liveMetrics {
	live := &liveMetrics{
		connections: prometheus.NewGaugeVec(prometheus.GaugeOpts{
			Name: "findcare_connections", Help: "Open WebSockets and event streams, by transport: websocket or sse.",
		}, []string{"transport"}),
		subscriptions: prometheus.NewGauge(
			prometheus.GaugeOpts{Name: "findcare_subscriptions", Help: "Open subscriptions."},
		),
		dropped: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "findcare_subscriptions_dropped_total",
			Help: "Subscriptions that the server ended, by reason: slow, stalled, silent, token or shutdown.",
		}, []string{"reason"}),
	}
	for _, transport := range []string{"websocket", "sse"} { // so that they are 0 from the start
		live.connections.WithLabelValues(transport)
	}
	for _, reason := range []string{"slow", "stalled", "silent", "token", "shutdown"} {
		live.dropped.WithLabelValues(reason)
	}
	return live
}

// Connection records what happens on a connection that stays open. It is safe for concurrent use.
type Connection struct {
	record    *Record
	transport string

	mutex      sync.Mutex
	operations int
}

// Connect records that the request became a connection that stays open, by websocket or sse. It is logged when it ends,
// and its duration is not among those of requests.
func (r *Record) Connect(transport string) *Connection {
	r.graphql, r.transport = true, transport
	if r.telemetry != nil {
		r.telemetry.metrics.running.Dec()
		r.telemetry.metrics.live.connections.WithLabelValues(transport).Inc()
	}
	return &Connection{record: r, transport: transport}
}

// Close records the end of the connection. It must be the last call.
func (c *Connection) Close() {
	c.record.operations = c.operations
	if t := c.record.telemetry; t != nil {
		t.metrics.live.connections.WithLabelValues(c.transport).Dec()
	}
}

// Executed records an operation that has one response, or was refused: its name, the code of its first error, ""
// without one, and how long it took.
func (c *Connection) Executed(operation, outcome string, took time.Duration) {
	c.count()
	if t := c.record.telemetry; t != nil {
		t.metrics.observe(shortened(operation), outcomeOf(outcome), took)
	}
}

// Subscribed records that a subscription began. The caller calls ended when it ends, with a reason where the server
// ended it.
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
