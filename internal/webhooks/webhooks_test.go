package webhooks_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"findcare/internal/auth"
	"findcare/internal/catalog"
	"findcare/internal/store"
	"findcare/internal/webhooks"
	"findcare/models"
)

// receiver is who is told. Answer decides how a delivery ends, and returns whether the receiver takes it.
type receiver struct {
	*httptest.Server
	answer func(http.ResponseWriter, *http.Request) bool

	mutex    sync.Mutex
	requests int
	ids      []string // of the messages that were taken
	versions []string
	cursors  []string
}

func newReceiver(t *testing.T, verify func(body []byte, header http.Header) error) *receiver {
	t.Helper()
	r := new(receiver)
	r.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, request *http.Request) {
		body, err := io.ReadAll(request.Body)
		if err != nil {
			return
		}
		if err := verify(body, request.Header); err != nil {
			t.Errorf("the signature of %s: %v", body, err)
		}
		r.mutex.Lock()
		r.requests++
		answer := r.answer
		r.mutex.Unlock()
		if answer != nil && !answer(w, request) {
			return
		}
		var told struct {
			Type string
			Data struct{ Cursor, Version string }
		}
		if err := json.Unmarshal(body, &told); err != nil || told.Type != "directory.changed" {
			t.Errorf("told %s: %v", body, err)
		}
		r.mutex.Lock()
		defer r.mutex.Unlock()
		r.ids = append(r.ids, request.Header.Get("Webhook-Id"))
		r.versions, r.cursors = append(r.versions, told.Data.Version), append(r.cursors, told.Data.Cursor)
	}))
	t.Cleanup(r.Close)
	return r
}

func (r *receiver) set(answer func(http.ResponseWriter, *http.Request) bool) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.answer = answer
}

// last returns the version that was told last, and how often anything was.
func (r *receiver) last() (version string, told int) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if len(r.versions) > 0 {
		version = r.versions[len(r.versions)-1]
	}
	return version, len(r.versions)
}

// testWebhooks are webhooks over a real database, with a clock that tests set.
type testWebhooks struct {
	*webhooks.Webhooks
	t         *testing.T
	db        *store.Store
	directory *catalog.Catalog
	clock     *atomic.Int64
	log       *lockedLog
	receiver  *receiver
	hook      *models.Webhook
	revision  int64
	other     *catalog.Catalog // of a second server
}

type lockedLog struct {
	mutex sync.Mutex
	text  strings.Builder
}

func (l *lockedLog) Write(line []byte) (int, error) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.text.Write(line)
}

func (l *lockedLog) String() string {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.text.String()
}

func newTestWebhooks(t *testing.T) *testWebhooks {
	t.Helper()
	db, err := store.Open(t.Context(), store.Config{DataDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close(context.Background()) })
	w := &testWebhooks{t: t, db: db, clock: new(atomic.Int64), log: new(lockedLog)}
	w.clock.Store(time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC).UnixMilli())
	w.Webhooks, w.directory = w.server(true)
	w.receiver = newReceiver(t, func(body []byte, header http.Header) error {
		verifier, err := standardwebhooks.NewWebhook(w.hook.Secret())
		if err != nil {
			return err
		}
		return verifier.VerifyIgnoringTimestamp(body, header) // which goes by the machine's clock
	})
	ctx := auth.With(t.Context(), &auth.Principal{ID: "usr_ada", Name: "Ada", Role: auth.Admin})
	if w.hook, err = w.Create(ctx, w.receiver.URL+"/secret-path", " Search "); err != nil {
		t.Fatal(err)
	}
	return w
}

// server is another server over the database, and what it serves.
func (w *testWebhooks) server(alone bool) (*webhooks.Webhooks, *catalog.Catalog) {
	directory := new(catalog.Catalog)
	directory.Publish(catalog.Build(new(models.Directory), catalog.Options{}))
	for revision := int64(1); revision <= w.revision; revision++ {
		apply(directory, revision)
	}
	hooks := webhooks.New(webhooks.Options{
		Keeper: w.db, Directory: directory, Alone: alone, AllowPrivate: true,
		Cursor: func(context.Context) (string, error) {
			return "cursor of " + directory.Current().Directory().Version, nil
		},
		Clock:  func() time.Time { return time.UnixMilli(w.clock.Load()) },
		Logger: slog.New(slog.NewTextHandler(w.log, nil)),
	})
	return hooks, directory
}

// apply changes the provider that the directory has.
func apply(directory *catalog.Catalog, revision int64) {
	directory.Apply(catalog.Changes{Written: []models.Document{&models.Provider{
		Header: models.Header{
			ID: models.IDOfSlug(models.KindProvider, "wren"), Slug: "wren", Revision: revision,
			UpdatedAt: time.UnixMilli(revision),
		},
		Name: "Wren", Type: models.Individual,
	}}})
}

func (w *testWebhooks) change() {
	w.revision++
	apply(w.directory, w.revision)
}

func (w *testWebhooks) version() string { return w.directory.Current().Directory().Version }

// deliver sends what is due after some time.
func (w *testWebhooks) deliver(after time.Duration) (next time.Duration) {
	w.t.Helper()
	w.clock.Add(after.Milliseconds())
	next, err := w.Deliver(w.t.Context())
	if err != nil {
		w.t.Fatal(err)
	}
	return next
}

// stored is the webhook as the database has it.
func (w *testWebhooks) stored() models.Webhook {
	w.t.Helper()
	hooks, err := w.List(w.t.Context())
	if err != nil || len(hooks) != 1 {
		w.t.Fatalf("%d webhooks, %v", len(hooks), err)
	}
	return hooks[0]
}

// wantTold fails the test unless the receiver was told so often, and of the directory as it is at last.
func (w *testWebhooks) wantTold(times int) {
	w.t.Helper()
	version, told := w.receiver.last()
	if told != times || times > 0 && version != w.version() {
		w.t.Fatalf("told %d times, last of %s, want %d times, and %s", told, version, times, w.version())
	}
}

func TestAReceiverIsToldOfChanges(t *testing.T) {
	w := newTestWebhooks(t)
	if w.hook.Name != "Search" || w.hook.CreatedBy != "usr_ada" || w.hook.Cursor != "cursor of "+w.version() {
		t.Errorf("made: %+v", w.hook)
	}
	w.deliver(0)
	w.wantTold(0) // nothing has changed
	w.change()
	w.deliver(0)
	w.wantTold(1)
	w.change()
	w.change()
	if next := w.deliver(0); next <= 0 || next > time.Second {
		t.Errorf("looks again after %v", next)
	}
	w.wantToldBefore(1)
	w.deliver(time.Second)
	w.wantTold(2) // of two changes at once
	w.deliver(time.Second)
	w.wantTold(2)
	hook := w.stored()
	if hook.Cursor != "cursor of "+w.version() || hook.LastDeliveredAt == nil || hook.FailingSince != nil ||
		hook.ClaimedUntil != nil {
		t.Errorf("stored: %+v", hook)
	}
	if got := w.Counts(); got != (webhooks.Counts{Delivered: 2}) {
		t.Errorf("counted: %+v", got)
	}
	if _, err := w.Send(t.Context(), w.hook.ID); err != nil {
		t.Fatal(err)
	}
	w.deliver(time.Second)
	w.wantTold(3)
	if w.receiver.ids[1] == w.receiver.ids[2] {
		t.Error("what was asked for is the message before again, which receivers may leave")
	}
}

// wantToldBefore fails the test unless the receiver was told so often.
func (w *testWebhooks) wantToldBefore(times int) {
	w.t.Helper()
	if _, told := w.receiver.last(); told != times {
		w.t.Fatalf("told %d times, want %d", told, times)
	}
}

func TestAFailureIsTriedAgain(t *testing.T) {
	w := newTestWebhooks(t)
	w.receiver.set(failing)
	w.change()
	began := w.clock.Load()
	w.deliver(0)
	for range 20 {
		w.deliver(time.Hour)
	}
	hook := w.stored()
	if hook.Failures != 21 || hook.FailingSince.UnixMilli() != began || hook.NextAttemptAt == nil ||
		hook.LastFailure != "the receiver answered 500" || hook.LastDeliveredAt != nil {
		t.Errorf("failing: %+v", hook)
	}
	w.deliver(0)
	if got := w.Counts(); got != (webhooks.Counts{Failed: 21, Failing: 1}) {
		t.Errorf("counted: %+v", got)
	}
	w.receiver.set(nil)
	if _, err := w.Send(t.Context(), w.hook.ID); err != nil { // nobody waits for an hour
		t.Fatal(err)
	}
	w.deliver(time.Second)
	w.wantTold(1)
	if hook = w.stored(); hook.Failures != 0 || hook.FailingSince != nil || hook.LastFailure != "" {
		t.Errorf("mended: %+v", hook)
	}
	w.deliver(0)
	if got := w.Counts(); got != (webhooks.Counts{Delivered: 1, Failed: 21}) {
		t.Errorf("counted: %+v", got)
	}
	log := w.log.String()
	for _, secret := range []string{"secret-path", w.hook.Secret()} {
		if strings.Contains(log, secret) {
			t.Errorf("%s is in the log: %s", secret, log)
		}
	}
	for _, line := range []string{"a webhook fails", "a webhook no longer fails"} {
		if strings.Count(log, line) != 1 {
			t.Errorf("the log has not one line %q: %s", line, log)
		}
	}
}

func failing(w http.ResponseWriter, _ *http.Request) bool {
	w.WriteHeader(http.StatusInternalServerError)
	return false
}

func TestDelays(t *testing.T) {
	for failures, most := range map[int]time.Duration{
		0: time.Second, 3: 8 * time.Second, 12: time.Hour, 9999: time.Hour,
	} {
		for range 100 {
			if got := webhooks.Delay(failures); got < most/2 || got > most {
				t.Fatalf("%v after %d failures", got, failures)
			}
		}
	}
}

func TestHowDeliveriesFail(t *testing.T) {
	elsewhere := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		t.Error("a redirect was followed")
	}))
	t.Cleanup(elsewhere.Close)
	for name, test := range map[string]struct {
		answer func(http.ResponseWriter, *http.Request) bool
		want   models.OptionalString
	}{
		"status": {func(w http.ResponseWriter, _ *http.Request) bool {
			w.WriteHeader(http.StatusGone)
			return false
		}, "the receiver answered 410"},
		"redirect": {func(w http.ResponseWriter, r *http.Request) bool {
			http.Redirect(w, r, elsewhere.URL, http.StatusTemporaryRedirect)
			return false
		}, "the receiver answered 307, and redirects are not followed"},
		"hang":  {hanging, "the receiver did not answer within 10 seconds"},
		"reset": {resetting, "the connection failed"},
	} {
		t.Run(name, func(t *testing.T) {
			w := newTestWebhooks(t)
			w.SetTimeout(100 * time.Millisecond)
			w.receiver.set(test.answer)
			w.change()
			w.deliver(0)
			if got := w.stored().LastFailure; got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func hanging(_ http.ResponseWriter, r *http.Request) bool {
	<-r.Context().Done()
	return false
}

func resetting(http.ResponseWriter, *http.Request) bool { panic(http.ErrAbortHandler) }

func TestAtMostTwentyWebhooks(t *testing.T) {
	w := newTestWebhooks(t)
	for i := range 20 {
		_, err := w.Create(t.Context(), "https://receiver.example/"+strconv.Itoa(i), "One")
		if (err != nil) != (i == 19) {
			t.Fatalf("webhook %d: %v", i+2, err)
		}
	}
	if err := w.Delete(t.Context(), w.hook.ID); err != nil {
		t.Fatal(err)
	}
	if err := w.Delete(t.Context(), w.hook.ID); !errors.Is(err, webhooks.ErrNotFound) {
		t.Errorf("deleted twice: %v", err)
	}
	if _, err := w.Send(t.Context(), w.hook.ID); err == nil {
		t.Error("what was deleted is sent to")
	}
}
