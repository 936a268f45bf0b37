package telemetry

import (
	"context"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"findcare/internal/clock"
)

// directoryMetrics tells of the directory, and of what feeds it, as they are when the metrics are read.
type directoryMetrics struct {
	state func(context.Context) State
	now   clock.Clock
}

var (
	providersMetric = prometheus.NewDesc("findcare_directory_providers", "Providers in the directory.", nil, nil)
	articlesMetric  = prometheus.NewDesc("findcare_directory_articles", "Articles in the directory.", nil, nil)
	leftOutMetric   = prometheus.NewDesc(
		"findcare_directory_left_out",
		"Documents in the database that break a rule and are not shown. The log names them.",
		nil,
		nil,
	)
	versionMetric = prometheus.NewDesc(
		"findcare_directory_info",
		"The version of the directory, as a label.",
		[]string{"version"},
		nil,
	)
	ageMetric = prometheus.NewDesc(
		"findcare_directory_age_seconds",
		"Time since the last change of a document.",
		nil,
		nil,
	)
	databaseMetric = prometheus.NewDesc(
		"findcare_database_up",
		"1 while the database answers, 0 otherwise.",
		nil,
		nil,
	)
	fullMetric = prometheus.NewDesc(
		"findcare_database_full",
		"1 while the database has no room left on its disk, so that changes fail, 0 otherwise.",
		nil,
		nil,
	)
	feedMetric = prometheus.NewDesc(
		"findcare_feed_info",
		"How changes come from the database, as a label: stream, poll, embedded or away.",
		[]string{"feed"},
		nil,
	)
	contactMetric = prometheus.NewDesc(
		"findcare_feed_contact_age_seconds",
		"Time since the feed of changes last heard from the database.",
		nil,
		nil,
	)
	lagMetric = prometheus.NewDesc(
		"findcare_feed_lag_seconds",
		"Time from when the last change that came was made to when it could be read here.",
		nil,
		nil,
	)
	appliedMetric = prometheus.NewDesc(
		"findcare_feed_changes_total",
		"Changes by others that were taken over.",
		nil,
		nil,
	)
	reloadsMetric = prometheus.NewDesc(
		"findcare_feed_reloads_total",
		"Times the whole directory was read again, since changes might have been missed.",
		nil,
		nil,
	)
	reconnectsMetric = prometheus.NewDesc(
		"findcare_feed_reconnects_total",
		"Times the feed of changes went on after an interruption.",
		nil,
		nil,
	)
)

// Describe is of prometheus.Collector.
func (*directoryMetrics) Describe(described chan<- *prometheus.Desc) {
	for _, metric := range []*prometheus.Desc{
		providersMetric, articlesMetric, leftOutMetric, versionMetric, ageMetric, databaseMetric, fullMetric,
		feedMetric, contactMetric, lagMetric, appliedMetric, reloadsMetric, reconnectsMetric,
	} {
		described <- metric
	}
}

// Collect is of prometheus.Collector.
func (d *directoryMetrics) Collect(collected chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	state := d.state(ctx)
	gauge := func(metric *prometheus.Desc, value float64, labels ...string) {
		collected <- prometheus.MustNewConstMetric(metric, prometheus.GaugeValue, value, labels...)
	}
	count := func(metric *prometheus.Desc, value int64) {
		collected <- prometheus.MustNewConstMetric(metric, prometheus.CounterValue, float64(value))
	}
	flag := func(metric *prometheus.Desc, set bool) {
		value := 0.0
		if set {
			value = 1
		}
		gauge(metric, value)
	}
	flag(databaseMetric, state.Database)
	flag(fullMetric, state.Full)
	gauge(feedMetric, 1, state.Feed)
	gauge(leftOutMetric, float64(state.LeftOut))
	gauge(lagMetric, state.Lag.Seconds())
	count(appliedMetric, state.Applied)
	count(reloadsMetric, state.Reloads)
	count(reconnectsMetric, state.Reconnects)
	if !state.Contact.IsZero() {
		gauge(contactMetric, d.now.Since(state.Contact).Seconds())
	}
	if state.Version == "" { // nothing is loaded yet
		return
	}
	gauge(providersMetric, float64(state.Providers))
	gauge(articlesMetric, float64(state.Articles))
	gauge(versionMetric, 1, state.Version)
	gauge(ageMetric, d.now.Since(state.UpdatedAt).Seconds())
}
