package telemetry

import (
	"context"
	"net/http"
	"net/http/pprof"
	"strings"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"findcare/internal/clock"
)

// maxNames is how many names of operations have series of their own. Clients choose the names; later ones are "other".
const (
	maxNames   = 200
	otherNames = "other"
)

type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	duration *prometheus.HistogramVec
	running  prometheus.Gauge
	live     *liveMetrics
	hits     []prometheus.Counter // of the response cache

	mutex  sync.Mutex
	series map[string]*series
}

// series are the metrics of one operation name, looked up once.
type series struct {
	duration prometheus.Observer
	outcomes map[string]prometheus.Counter
}

func newMetrics(now clock.Clock, state func(context.Context) State) *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "findcare_requests_total",
			Help: "GraphQL requests by operation name and by the code of the first error, OK without one.",
		}, []string{"operation", "outcome"}),
		duration: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name:    "findcare_request_duration_seconds",
			Help:    "Time from the request's header to the last byte of the response.",
			Buckets: []float64{.0001, .00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10},
		}, []string{"operation"}),
		running: prometheus.NewGauge(
			prometheus.GaugeOpts{Name: "findcare_requests_in_flight", Help: "Requests in flight."},
		),
		live: newLiveMetrics(),
		hits: []prometheus.Counter{
			prometheus.NewCounter(prometheus.CounterOpts{
				Name: "findcare_response_cache_hits_total",
				Help: "Requests that were answered from the response cache.",
			}),
			// Deprecated since 0.2.0; it goes away with the release after that.
			prometheus.NewCounter(prometheus.CounterOpts{
				Name: "findcare_answers_kept_total",
				Help: "Deprecated: the name of findcare_response_cache_hits_total before 0.2.0.",
			}),
		},
		series: map[string]*series{},
	}
	build := ThisBuild()
	built := prometheus.NewGauge(prometheus.GaugeOpts{
		Name: "findcare_build_info", Help: "1, with the version and the commit that findcare was built from as labels.",
		ConstLabels: prometheus.Labels{"version": build.Version, "commit": build.Commit},
	})
	built.Set(1)
	m.registry.MustRegister(
		built,
		m.requests,
		m.duration,
		m.running,
		m.live.connections,
		m.live.subscriptions,
		m.live.dropped,
		&directoryMetrics{state, now},
		m.hits[0],
		m.hits[1],
		collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		collectors.NewBuildInfoCollector(),
	)
	return m
}

func (m *metrics) observe(operation, outcome string, took time.Duration) {
	duration, requests := m.of(operation, outcome)
	requests.Inc()
	duration.Observe(took.Seconds())
}

func (m *metrics) of(operation, outcome string) (duration prometheus.Observer, requests prometheus.Counter) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	known := m.series[operation]
	if known == nil {
		if len(m.series) >= maxNames {
			operation = otherNames
			known = m.series[operation]
		}
		if known == nil {
			known = &series{m.duration.WithLabelValues(operation), map[string]prometheus.Counter{}}
			m.series[strings.Clone(operation)] = known
		}
	}
	counter := known.outcomes[outcome]
	if counter == nil {
		counter = m.requests.WithLabelValues(operation, outcome)
		known.outcomes[outcome] = counter
	}
	return known.duration, counter
}

// Admin serves /metrics and /debug/pprof/. It must not be public.
func (t *Telemetry) Admin() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(t.metrics.registry, promhttp.HandlerOpts{}))
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.HandleFunc("/debug/pprof/cmdline", pprof.Cmdline)
	mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("/debug/pprof/symbol", pprof.Symbol)
	mux.HandleFunc("/debug/pprof/trace", pprof.Trace)
	return mux
}
