package server

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"findcare/internal/store"
	"findcare/internal/telemetry"
)

func healthz(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, http.StatusOK, map[string]any{"status": "ok"})
}

// Ready reports whether the server should get requests. Reads come from memory, so it stays ready while the database is
// unreachable, and says so.
func (s *Site) Ready(w http.ResponseWriter, r *http.Request) {
	state := s.State(r.Context())
	body := map[string]any{
		"status":    "ready",
		"database":  "ok",
		"feed":      state.Feed,
		"version":   state.Version,
		"providers": state.Providers,
		"build":     telemetry.ThisBuild(),
	}
	switch {
	case state.Full:
		body["database"], body["reason"] = "full", "the disk of the database is full: changes fail until there is room"
	case !state.Database:
		body["database"] = "away"
	}
	code := http.StatusServiceUnavailable
	switch {
	case s.draining.Load():
		body["status"] = "draining"
	case s.serves():
		code = http.StatusOK
		if age, stale := s.Changes.Stale(); stale {
			body["status"], body["age"] = "stale", age.Round(time.Second).String()
			body["reason"] = "the directory is that of a checkpoint: the database has not answered since the start"
		}
	case !state.Database:
		body["status"], body["reason"] = "loading", "the database does not answer, or does not let findcare in"
	default:
		progress := s.Store.Progress()
		body["status"], body["reason"] = "loading", "the directory is being read from the database"
		body["documents"] = map[string]int64{"read": progress.Loaded, "expected": progress.Expected}
	}
	writeJSON(w, code, body)
}

// State describes the directory and its feed of changes, and asks the database whether it answers.
func (s *Site) State(ctx context.Context) telemetry.State {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	changes, answered := s.Changes.State(), s.Store.Ping(ctx)
	full := errors.Is(answered, store.ErrFull)
	state := telemetry.State{
		Database: answered == nil || full, Full: full,
		Feed: string(changes.Mode), Contact: changes.Last, Lag: changes.Lag, Quarantined: changes.Quarantined,
		Checkpoint: changes.Checkpoint,
		Applied:    changes.Applied, Reloads: changes.Reloads, Reconnects: changes.Reconnects,
	}
	purged := s.purging.State()
	state.Purged, state.PurgesFailed, state.PurgePending = purged.Succeeded, purged.Failed, purged.Oldest
	if s.schedules != nil {
		state.SchedulesPublished, state.SchedulesFailed = s.schedules.Counts()
	}
	if s.webhooks != nil {
		counts := s.webhooks.Counts()
		state.WebhooksDelivered, state.WebhooksFailed = counts.Delivered, counts.Failed
		state.WebhooksFailing = counts.Failing
	}
	if snapshot := s.Directory.Current(); snapshot != nil {
		current := snapshot.Directory()
		state.Version, state.UpdatedAt = current.Version, current.UpdatedAt
		state.Providers, state.Articles = current.ProviderCount, current.ArticleCount
		state.Unconfirmed = current.Quality().Unconfirmed()
	}
	return state
}

func writeJSON(w http.ResponseWriter, status int, body map[string]any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}
