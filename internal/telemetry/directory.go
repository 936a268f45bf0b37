package telemetry

import (
	"context"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"findcare/internal/clock"
)

// directoryMetrics collects the state of the directory and of its feed whenever metrics are scraped.
type directoryMetrics struct {
	state func(context.Context) State
	now   clock.Clock
}

var (
	providersMetric   = prometheus.NewDesc("findcare_directory_providers", "Providers in the directory.", nil, nil)
	unconfirmedMetric = prometheus.NewDesc(
		"findcare_directory_unconfirmed",
		"Providers whose entry nobody has confirmed within --confirmation-days.",
		nil,
		nil,
	)
	articlesMetric    = prometheus.NewDesc("findcare_directory_articles", "Articles in the directory.", nil, nil)
	quarantinedMetric = prometheus.NewDesc(
		"findcare_directory_quarantined",
		"Invalid documents in the database, which are not shown. The log names them.",
		nil,
		nil,
	)
	// Deprecated since 0.2.0; it goes away with the release after that.
	leftOutMetric = prometheus.NewDesc(
		"findcare_directory_left_out",
		"Deprecated: the name of findcare_directory_quarantined before 0.2.0.",
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
		"1 while the database responds, 0 otherwise.",
		nil,
		nil,
	)
	fullMetric = prometheus.NewDesc(
		"findcare_database_full",
		"1 while the disk of the database is full, so that changes fail, 0 otherwise.",
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
		"Time since the database last responded to the feed of changes.",
		nil,
		nil,
	)
	lagMetric = prometheus.NewDesc(
		"findcare_feed_lag_seconds",
		"How long the last change took from its write until it could be read here.",
		nil,
		nil,
	)
	checkpointMetric = prometheus.NewDesc(
		"findcare_checkpoint_age_seconds",
		"Time since the checkpoint was written that a start would go on from; missing where there is none.",
		nil,
		nil,
	)
	appliedMetric = prometheus.NewDesc(
		"findcare_feed_changes_total",
		"Changes by others that were applied.",
		nil,
		nil,
	)
	reloadsMetric = prometheus.NewDesc(
		"findcare_feed_reloads_total",
		"How often the whole directory was read again, since changes might have been missed.",
		nil,
		nil,
	)
	reconnectsMetric = prometheus.NewDesc(
		"findcare_feed_reconnects_total",
		"How often the feed of changes resumed after an interruption.",
		nil,
		nil,
	)
	schedulesPublishedMetric = prometheus.NewDesc(
		"findcare_schedules_published_total",
		"Working copies that this server published at their times.",
		nil,
		nil,
	)
	purgesMetric = prometheus.NewDesc(
		"findcare_purges_total",
		"Calls of the purge hook, by result.",
		[]string{"result"},
		nil,
	)
	purgePendingMetric = prometheus.NewDesc(
		"findcare_purge_pending_seconds",
		"How long the oldest change waits for a call of the purge hook that succeeds; 0 where none waits.",
		nil,
		nil,
	)
	schedulesFailedMetric = prometheus.NewDesc(
		"findcare_schedules_failed_total",
		"Working copies that could not be published at their times. Editors see why.",
		nil,
		nil,
	)
	deliveriesMetric = prometheus.NewDesc(
		"findcare_webhook_deliveries_total",
		"What this server sent to webhooks, by result: delivered or failed.",
		[]string{"result"},
		nil,
	)
	failingMetric = prometheus.NewDesc(
		"findcare_webhooks_failing",
		"Webhooks, of all servers, whose last delivery failed. Administrators see why.",
		nil,
		nil,
	)
)

// Describe implements prometheus.Collector.
func (*directoryMetrics) Describe(described chan<- *prometheus.Desc) {
	for _, metric := range []*prometheus.Desc{
		providersMetric, unconfirmedMetric, articlesMetric, quarantinedMetric, leftOutMetric, versionMetric,
		ageMetric, databaseMetric, fullMetric, feedMetric, contactMetric, lagMetric,
		checkpointMetric, appliedMetric, reloadsMetric, reconnectsMetric,
		schedulesPublishedMetric, schedulesFailedMetric, deliveriesMetric, failingMetric, purgesMetric,
		purgePendingMetric,
	} {
		described <- metric
	}
}

// Collect implements prometheus.Collector.
func (d *directoryMetrics) Collect(collected chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	state := d.state(ctx)
	gauge := func(metric *prometheus.Desc, value float64, labels ...string) {
		collected <- prometheus.MustNewConstMetric(metric, prometheus.GaugeValue, value, labels...)
	}
	count := func(metric *prometheus.Desc, value int64, labels ...string) {
		collected <- prometheus.MustNewConstMetric(metric, prometheus.CounterValue, float64(value), labels...)
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
	gauge(quarantinedMetric, float64(state.Quarantined))
	gauge(leftOutMetric, float64(state.Quarantined))
	gauge(lagMetric, state.Lag.Seconds())
	count(appliedMetric, state.Applied)
	count(reloadsMetric, state.Reloads)
	count(reconnectsMetric, state.Reconnects)
	count(schedulesPublishedMetric, state.SchedulesPublished)
	count(schedulesFailedMetric, state.SchedulesFailed)
	count(deliveriesMetric, state.WebhooksDelivered, "delivered")
	count(deliveriesMetric, state.WebhooksFailed, "failed")
	gauge(failingMetric, float64(state.WebhooksFailing))
	count(purgesMetric, state.Purged, "ok")
	count(purgesMetric, state.PurgesFailed, "failed")
	gauge(purgePendingMetric, state.PurgePending.Seconds())
	if !state.Contact.IsZero() {
		gauge(contactMetric, d.now.Since(state.Contact).Seconds())
	}
	if state.Checkpoint != nil {
		gauge(checkpointMetric, d.now.Since(*state.Checkpoint).Seconds())
	}
	if state.Version == "" { // not loaded yet
		return
	}
	gauge(providersMetric, float64(state.Providers))
	gauge(articlesMetric, float64(state.Articles))
	gauge(unconfirmedMetric, float64(state.Unconfirmed))
	gauge(versionMetric, 1, state.Version)
	gauge(ageMetric, d.now.Since(state.UpdatedAt).Seconds())
}
