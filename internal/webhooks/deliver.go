package webhooks

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"findcare/internal/clock"
	"findcare/internal/store"
	"findcare/models"
)

const (
	// lookInterval is how often the webhooks are looked at. Another server may have made one, or have died.
	lookInterval = 5 * time.Second
	// pause lets changes come together before they are told of.
	pause = 100 * time.Millisecond
	// spacing is the time between two attempts at one webhook.
	spacing = time.Second
	// firstDelay is how long it is from the first failure to the next attempt. It doubles with each one, to maxDelay.
	firstDelay = time.Second
	maxDelay   = time.Hour
	// claimLife is how long a server may send before others may take its place.
	claimLife = timeout + 5*time.Second
)

// Run sends until the context ends. The directory must be loaded.
func (w *Webhooks) Run(ctx context.Context) {
	defer w.sending.Wait()
	w.sending.Go(func() { w.watch(ctx) })
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-timer.C:
		case <-w.wake:
			select {
			case <-ctx.Done():
				return
			case <-time.After(pause):
			}
		}
		next, err := w.look(ctx)
		if err != nil && ctx.Err() == nil && !errors.Is(err, store.ErrUnavailable) {
			w.options.Logger.Warn("the webhooks cannot be read", "error", err)
		}
		timer.Reset(min(next, lookInterval))
	}
}

// watch pokes at each change of the directory.
func (w *Webhooks) watch(ctx context.Context) {
	for ctx.Err() == nil {
		watcher := w.options.Directory.Watch()
		for {
			if _, err := watcher.Next(ctx); err != nil { // also where the changes came too fast
				break
			}
			w.poke()
		}
		watcher.Close()
	}
}

// Deliver sends what is due, waits for that, and returns how long it is until something else is due; longer than any
// interval where nothing is.
func (w *Webhooks) Deliver(ctx context.Context) (next time.Duration, err error) {
	next, err = w.look(ctx)
	w.sending.Wait()
	return next, err
}

// look begins to send what is due.
func (w *Webhooks) look(ctx context.Context) (next time.Duration, err error) {
	next = maxDelay
	hooks, err := w.options.Keeper.Webhooks(ctx)
	if err != nil {
		return lookInterval, err
	}
	version, failing := w.version(), int64(0)
	for i := range hooks {
		hook := &hooks[i]
		if hook.FailingSince != nil {
			failing++
		}
		wait, due := w.due(hook, version)
		switch {
		case !due:
		case wait > 0:
			next = min(next, wait)
		case w.take(hook.ID):
			w.sending.Go(func() {
				claimed := w.deliver(ctx, hook, version)
				w.release(hook.ID)
				if claimed {
					w.poke()
				}
			})
		}
	}
	w.failing.Store(failing)
	return next, nil
}

// due reports whether a webhook is to be told of the version of this server, and how long it is until then.
func (w *Webhooks) due(hook *models.Webhook, version string) (wait time.Duration, due bool) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	if hook.Told == version {
		w.settled[hook.ID] = version
		return 0, false
	}
	if hook.Told != "" && w.settled[hook.ID] == version { // another server has told of a later one
		return 0, false
	}
	now := w.now()
	later := func(at *time.Time, by time.Duration) {
		if at == nil {
			return
		}
		// What lies further ahead was written by a clock that was wrong.
		if until := at.Add(by).Sub(now); until <= maxDelay+by+clock.MaxSkew {
			wait = max(wait, until)
		}
	}
	later(hook.NextAttemptAt, 0)
	later(hook.LastAttemptAt, spacing)
	if !w.options.Alone {
		later(hook.ClaimedUntil, clock.MaxSkew)
	}
	return wait, true
}

// take claims a webhook within this process.
func (w *Webhooks) take(id string) bool {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	if w.busy[id] {
		return false
	}
	w.busy[id] = true
	return true
}

func (w *Webhooks) release(id string) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	delete(w.busy, id)
}

// deliver tells a webhook of a version, unless another server has claimed it.
func (w *Webhooks) deliver(ctx context.Context, hook *models.Webhook, version string) (claimed bool) {
	cursor, err := w.options.Cursor(ctx) // of the version or of a later one, which is told of, too
	if err != nil {
		return false // the next look is soon
	}
	claim := w.now().Add(claimLife)
	hook.ClaimedUntil = &claim
	if !w.save(ctx, hook) {
		return false
	}
	now := w.now()
	failure := ""
	if r, err := request(ctx, hook, version, cursor, now); err != nil {
		failure = "its URL cannot be called"
	} else {
		failure = send(w.client, r)
	}
	hook.ClaimedUntil = nil
	switch {
	case ctx.Err() != nil: // this server stops, and nobody knows what became of it
	case failure == "":
		w.delivered.Add(1)
		if hook.FailingSince != nil {
			w.options.Logger.Info("a webhook no longer fails", "webhook", hook.ID, "failures", hook.Failures)
		}
		hook.Told, hook.Cursor, hook.LastAttemptAt, hook.LastDeliveredAt = version, cursor, &now, &now
		hook.FailingSince, hook.NextAttemptAt, hook.Failures, hook.LastFailure = nil, nil, 0, ""
	default:
		w.failed.Add(1)
		w.fail(hook, failure, now)
	}
	w.save(context.WithoutCancel(ctx), hook)
	return true
}

// save stores the next turn of a webhook, and reports whether it did.
func (w *Webhooks) save(ctx context.Context, hook *models.Webhook) bool {
	hook.Turn++
	saved, err := w.options.Keeper.SaveWebhook(ctx, hook)
	if err != nil && ctx.Err() == nil && !errors.Is(err, store.ErrUnavailable) &&
		models.ErrorCode(err) != models.CodeReadOnly {
		w.options.Logger.Warn("a webhook cannot be saved", "webhook", hook.ID, "error", err)
	}
	return saved && err == nil
}

// fail notes that an attempt failed, and when the next one is.
func (w *Webhooks) fail(hook *models.Webhook, failure string, now time.Time) {
	if hook.FailingSince == nil {
		hook.FailingSince = &now
		w.options.Logger.Warn("a webhook fails", "webhook", hook.ID, "reason", failure)
	}
	next := now.Add(delay(hook.Failures))
	hook.Failures++
	hook.LastFailure, hook.LastAttemptAt, hook.NextAttemptAt = models.OptionalString(failure), &now, &next
}

// delay is how long to wait after some failures before one: exponential, with jitter, so that receivers that failed
// together are not asked together.
func delay(failures int) time.Duration {
	usual := maxDelay
	if failures < 12 { // 2^12 seconds are more than an hour
		usual = min(firstDelay<<failures, maxDelay)
	}
	return usual/2 + rand.N(usual/2)
}
