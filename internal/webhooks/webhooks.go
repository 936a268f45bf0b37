package webhooks

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unicode/utf8"

	"findcare/internal/auth"
	"findcare/internal/catalog"
	"findcare/internal/clock"
	"findcare/models"
)

// Keeper stores webhooks: package store does.
type Keeper interface {
	// AddWebhook stores a new webhook.
	AddWebhook(ctx context.Context, hook *models.Webhook) error
	// Webhooks returns all webhooks, the oldest first.
	Webhooks(ctx context.Context) ([]models.Webhook, error)
	// SaveWebhook stores a webhook in place of the turn before its own; false where there is no such turn.
	SaveWebhook(ctx context.Context, hook *models.Webhook) (saved bool, err error)
	// DeleteWebhook deletes a webhook, and reports whether there was one.
	DeleteWebhook(ctx context.Context, id string) (found bool, err error)
}

// Options are what webhooks need.
type Options struct {
	Keeper    Keeper
	Directory *catalog.Catalog
	// Cursor returns a cursor of the directory as it is now.
	Cursor func(context.Context) (string, error)
	// Alone says that no other server sends: what a claim says is of a process that has died.
	Alone bool
	// AllowPrivate allows addresses in private networks, and HTTP.
	AllowPrivate bool
	// Resolver finds hosts; the usual one where it is nil.
	Resolver *net.Resolver
	Clock    clock.Clock
	Logger   *slog.Logger
}

// Webhooks keeps the webhooks and sends to them. Several servers may do so.
type Webhooks struct {
	options Options
	client  *http.Client
	wake    chan struct{} // holds a token while there may be something to send
	sending sync.WaitGroup

	delivered, failed, failing atomic.Int64

	mutex sync.Mutex
	// busy are the webhooks that are sent to here.
	busy map[string]bool
	// settled is the last version here of which each webhook is known to have been told.
	settled map[string]string
}

// New returns the webhooks of a directory.
func New(options Options) *Webhooks {
	return &Webhooks{
		options: options,
		client:  newClient(options.Resolver, options.AllowPrivate),
		wake:    make(chan struct{}, 1),
		busy:    make(map[string]bool), settled: make(map[string]string),
	}
}

// Counts are how many deliveries succeeded and failed here, and how many webhooks fail.
type Counts struct{ Delivered, Failed, Failing int64 }

// Counts returns what became of deliveries.
func (w *Webhooks) Counts() Counts {
	return Counts{w.delivered.Load(), w.failed.Load(), w.failing.Load()}
}

const (
	mostWebhooks = 20
	maxName      = 100 // characters
)

// ErrNotFound is that there is no webhook of an id.
var ErrNotFound = errors.New("no webhook has this id")

// List returns all webhooks, the oldest first.
func (w *Webhooks) List(ctx context.Context) ([]models.Webhook, error) {
	return w.options.Keeper.Webhooks(ctx)
}

// Create makes a webhook, which is told of changes from now on. A models.Fault says which argument is invalid.
func (w *Webhooks) Create(ctx context.Context, address, name string) (*models.Webhook, error) {
	address, name = strings.TrimSpace(address), strings.TrimSpace(name)
	if rule := urlRule(address, w.options.AllowPrivate); rule != "" {
		return nil, models.Fault{Path: "/url", Value: address, Rule: rule}
	}
	switch {
	case name == "":
		return nil, models.Fault{Path: "/name", Rule: "is required"}
	case models.LineRule(name) != "":
		return nil, models.Fault{Path: "/name", Value: name, Rule: models.LineRule(name)}
	case utf8.RuneCountInString(name) > maxName || !utf8.ValidString(name):
		return nil, models.Fault{Path: "/name", Value: name, Rule: "must be one line of at most 100 characters"}
	}
	there, err := w.List(ctx)
	switch {
	case err != nil:
		return nil, err
	case len(there) >= mostWebhooks:
		return nil, models.Fault{Rule: fmt.Sprintf("there are %d webhooks already: delete one first", len(there))}
	}
	hook := models.NewWebhook(address, name, w.now())
	if who, ok := auth.Of(ctx); ok {
		hook.CreatedBy = who.ID
	}
	hook.Told = w.version()
	if hook.Cursor, err = w.options.Cursor(ctx); err != nil {
		return nil, err
	}
	if err := w.options.Keeper.AddWebhook(ctx, hook); err != nil {
		return nil, err
	}
	w.options.Logger.InfoContext(ctx, "a webhook was made", "webhook", hook.ID, "by", hook.CreatedBy)
	return hook, nil
}

// Send lets a webhook be sent to at once. The error is ErrNotFound where there is none.
func (w *Webhooks) Send(ctx context.Context, id string) (*models.Webhook, error) {
	for {
		hook, err := w.find(ctx, id)
		if err != nil {
			return nil, err
		}
		hook.Told, hook.NextAttemptAt, hook.ClaimedUntil = "", nil, nil
		hook.Asked++
		hook.Turn++
		saved, err := w.options.Keeper.SaveWebhook(ctx, hook)
		if err != nil {
			return nil, err
		}
		if saved {
			w.poke()
			return hook, nil
		}
	}
}

func (w *Webhooks) find(ctx context.Context, id string) (*models.Webhook, error) {
	hooks, err := w.List(ctx)
	for i := range hooks {
		if hooks[i].ID == id {
			return &hooks[i], err
		}
	}
	if err == nil {
		err = ErrNotFound
	}
	return nil, err
}

// Delete deletes a webhook. The error is ErrNotFound where there is none.
func (w *Webhooks) Delete(ctx context.Context, id string) error {
	found, err := w.options.Keeper.DeleteWebhook(ctx, id)
	switch {
	case err != nil:
		return err
	case !found:
		return ErrNotFound
	}
	by := ""
	if who, ok := auth.Of(ctx); ok {
		by = who.ID
	}
	w.options.Logger.InfoContext(ctx, "a webhook was deleted", "webhook", id, "by", by)
	w.poke() // the metrics count it no more
	return nil
}

// now is the time as the database keeps it.
func (w *Webhooks) now() time.Time { return w.options.Clock().UTC().Truncate(time.Millisecond) }

func (w *Webhooks) version() string { return w.options.Directory.Current().Directory().Version }

// poke lets the webhooks be looked at.
func (w *Webhooks) poke() {
	select {
	case w.wake <- struct{}{}:
	default:
	}
}
