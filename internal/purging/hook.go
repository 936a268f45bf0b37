package purging

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"findcare/internal/catalog"
	"findcare/internal/clock"
)

// Options configure what shared caches keep.
type Options struct {
	URL string `name:"purge-url" help:"URL to call with the keys of what changed." group:"pages"`
	// Header is a secret: it usually has a token.
	Header string `name:"purge-header" help:"Header of such a call, e.g. Fastly-Key: TOKEN." secret:"" group:"pages"`

	MaxAge time.Duration `name:"purge-max-age" help:"Maximum time in a cache that is purged." default:"24h0m0s"`
}

// Hook tells a cache what to forget.
type Hook struct {
	options   Options
	directory *catalog.Catalog
	clock     clock.Clock
	logger    *slog.Logger
	client    *http.Client
	failing   atomic.Bool

	mutex     sync.Mutex
	pending   set       // what was not purged yet
	oldest    time.Time // when the first of it changed
	ready     chan struct{}
	succeeded atomic.Int64
	failed    atomic.Int64
}

const (
	// gathering is how long changes are gathered for one call.
	gathering = 100 * time.Millisecond
	// repeatAfter is when a purge is repeated, for answers that were on their way to the cache.
	repeatAfter = 700 * time.Millisecond
	// callTimeout is how long one call may take.
	callTimeout = 5 * time.Second
	// firstPause and longestPause are between calls that fail.
	firstPause, longestPause = 200 * time.Millisecond, 5 * time.Second
)

// New returns the hook of the options, and nil where they have none.
func New(options Options, directory *catalog.Catalog, now clock.Clock, logger *slog.Logger) *Hook {
	if options.URL == "" {
		return nil
	}
	return &Hook{
		options:   options,
		directory: directory,
		clock:     now,
		logger:    logger,
		client: &http.Client{
			Timeout:       callTimeout,
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
		pending: make(set),
		ready:   make(chan struct{}, 1),
	}
}

// State is what metrics show of a hook.
type State struct {
	// Succeeded and Failed count the calls.
	Succeeded, Failed int64
	// Oldest is how long the oldest change waits to be purged; 0 where none does.
	Oldest time.Duration
}

// State returns the state of the hook, which may be nil.
func (h *Hook) State() (state State) {
	if h == nil {
		return state
	}
	h.mutex.Lock()
	defer h.mutex.Unlock()
	state = State{Succeeded: h.succeeded.Load(), Failed: h.failed.Load()}
	if !h.oldest.IsZero() {
		state.Oldest = max(h.clock.Since(h.oldest), 0)
	}
	return state
}

// Run purges everything, and then what changes, until the context ends. What is pending then is tried once more. The
// directory must be loaded.
func (h *Hook) Run(ctx context.Context) {
	if h == nil {
		return
	}
	var running sync.WaitGroup
	running.Go(func() { h.watch(ctx) })
	h.call(ctx)
	running.Wait()
	if left := h.take(); len(left) > 0 {
		if err := h.purge(context.WithoutCancel(ctx), left.keys()); err != nil {
			h.logger.Warn("caches keep what they have until it expires: the last purge failed", "error", err)
		}
	}
}

// watch gathers what changes.
func (h *Hook) watch(ctx context.Context) {
	for ctx.Err() == nil {
		watcher := h.directory.Watch()
		h.follow(ctx, watcher)
		watcher.Close()
	}
}

// follow purges everything, and what changes until the watcher or the context ends.
func (h *Hook) follow(ctx context.Context, watcher *catalog.Watcher) {
	first, err := watcher.Next(ctx)
	if err != nil {
		return
	}
	h.add(set{Directory: {}})
	for seen := first.Snapshot; ; {
		change, err := watcher.Next(ctx)
		if err != nil { // there were more changes than are kept, or it is over
			if current := h.directory.Current(); current != seen {
				h.add(h.changed(seen, current))
			}
			return
		}
		h.add(h.changed(seen, change.Snapshot))
		seen = change.Snapshot
	}
}

// changed is what differs between two snapshots.
func (h *Hook) changed(from, to *catalog.Snapshot) set {
	changed := make(set)
	list, known := h.directory.ChangedBetween(h.directory.PositionOf(from), to)
	for _, id := range list {
		changed.add(id)
	}
	if !known || len(list) == 0 { // another day, or what no document tells of
		changed.add(Directory)
	}
	return changed
}

func (h *Hook) add(changed set) {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	if h.oldest.IsZero() {
		h.oldest = h.clock()
	}
	h.pending.addAll(changed)
	select {
	case h.ready <- struct{}{}:
	default:
	}
}

// call purges what is pending until the context ends.
func (h *Hook) call(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-h.ready:
		}
		if !pause(ctx, gathering) {
			return
		}
		purged := h.take()
		if len(purged) == 0 {
			continue
		}
		if !h.untilPurged(ctx, purged) {
			h.add(purged)
			return
		}
		time.AfterFunc(repeatAfter, func() { h.repeat(ctx, purged) })
	}
}

// take returns what is pending, which is not any more.
func (h *Hook) take() (pending set) {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	pending, h.pending = h.pending, make(set)
	return pending
}

// untilPurged calls until that succeeds, or the context ends.
func (h *Hook) untilPurged(ctx context.Context, purged set) bool {
	for wait := firstPause; ; wait = min(2*wait, longestPause) {
		err := h.purge(ctx, purged.keys())
		if err == nil {
			break
		}
		if !h.failing.Swap(true) {
			h.logger.Warn("the purge hook failed; it is called until it succeeds", "error", err)
		}
		if !pause(ctx, wait) {
			return false
		}
		purged.addAll(h.take())
	}
	if h.failing.Swap(false) {
		h.logger.Info("the purge hook succeeds again")
	}
	h.mutex.Lock()
	defer h.mutex.Unlock()
	if len(h.pending) == 0 {
		h.oldest = time.Time{}
	} else {
		h.oldest = h.clock()
	}
	return true
}

// repeat purges once more what has been purged. Where that fails, it is pending again.
func (h *Hook) repeat(ctx context.Context, purged set) {
	if ctx.Err() == nil && h.purge(ctx, purged.keys()) != nil {
		h.add(purged)
	}
}

// pause waits, and reports whether the context goes on.
func pause(ctx context.Context, wait time.Duration) bool {
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return true
	}
}

// purge makes one call.
func (h *Hook) purge(ctx context.Context, keys []string) (err error) {
	defer func() {
		if err == nil {
			h.succeeded.Add(1)
		} else if ctx.Err() == nil {
			h.failed.Add(1)
		}
	}()
	body, err := json.Marshal(map[string][]string{"tags": keys})
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, h.options.URL, bytes.NewReader(body))
	if err != nil {
		return errors.New("--purge-url is not a URL")
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Surrogate-Key", strings.Join(keys, " "))
	if name, value, given := strings.Cut(h.options.Header, ":"); given {
		request.Header.Set(name, strings.TrimSpace(value))
	}
	response, err := h.client.Do(request)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	_, _ = io.Copy(io.Discard, io.LimitReader(response.Body, 64<<10)) // so that the connection is used again
	if response.StatusCode/100 != 2 {
		return fmt.Errorf("the response has status %d", response.StatusCode)
	}
	return nil
}
