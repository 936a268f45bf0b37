package replication_test

import (
	"context"
	"log/slog"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"go.mongodb.org/mongo-driver/v2/event"

	"findcare/demo"
	"findcare/internal/catalog"
	"findcare/internal/clock/clocktest"
	"findcare/internal/dirformat"
	"findcare/internal/importing"
	"findcare/internal/replication"
	"findcare/internal/store"
	"findcare/models"
)

// cut is where a first start is cut off: before the last of some commands that write, or after it.
type cut struct {
	commands int
	after    bool
}

var fillTime = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

// first is the first start over a folder, which is filled, and how it ends. Where it is cut off, the commands after
// that fail.
func first(t *testing.T, dir string, at cut) (state catalog.Directory, commands int, log string, err error) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var filling atomic.Bool
	var count atomic.Int32
	see := func(name string, after bool) {
		if filling.Load() && (name == "insert" || name == "delete") && after == at.after &&
			int(count.Add(1)) == at.commands {
			cancel()
		}
	}
	db, err := store.Open(ctx, store.Config{DataDir: dir, Monitor: &event.CommandMonitor{
		Started:   func(_ context.Context, e *event.CommandStartedEvent) { see(e.CommandName, false) },
		Succeeded: func(_ context.Context, e *event.CommandSucceededEvent) { see(e.CommandName, true) },
	}})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close(context.WithoutCancel(ctx)) }()
	content, err := demo.Directory(20, fillTime)
	if err != nil {
		t.Fatal(err)
	}
	file, directory, logged := dirformat.Bytes("demo", content), &catalog.Catalog{}, new(lockedBuffer)
	f := replication.New(db, directory, replication.Options{
		Clock:   clocktest.Now,
		Catalog: catalog.Options{Today: func() models.Date { return "2026-11-24" }},
		Logger:  slog.New(slog.NewTextHandler(logged, nil)),
		Fill: func(context.Context) error {
			_, err := importing.Import(ctx, db, file, fillTime, nil)
			return err
		},
		FillMark: file.Mark(),
	})
	filling.Store(true)
	if err := f.Reload(ctx); err != nil {
		return state, int(count.Load()), logged.String(), err
	}
	return directory.Current().Directory(), int(count.Load()), logged.String(), nil
}

// A first start that is cut off, wherever, is completed by the next one. Nothing else shows half a directory.
func TestAFirstStartThatIsCutOffIsCompleted(t *testing.T) {
	whole, commands, _, err := first(t, t.TempDir(), cut{})
	if err != nil || whole.ProviderCount != 20 || commands < 8 {
		t.Fatalf("%+v after %d commands, %v", whole, commands, err)
	}
	for n := 1; n <= commands; n++ {
		for _, after := range []bool{false, true} {
			dir := t.TempDir()
			if half, _, _, err := first(t, dir, cut{n, after}); err == nil &&
				half.ProviderCount != whole.ProviderCount {
				t.Errorf("cut off at command %d (after it: %v), the first start shows %+v", n, after, half)
			}
			next, _, log, err := first(t, dir, cut{})
			if err != nil || next.ProviderCount != whole.ProviderCount || next.ArticleCount != whole.ArticleCount ||
				next.Version != whole.Version {
				t.Errorf(
					"cut off at command %d (after it: %v), the next start shows %+v, %v, want %+v",
					n,
					after,
					next,
					err,
					whole,
				)
			}
			if strings.Contains(log, "not finished") {
				t.Errorf(
					"cut off at command %d (after it: %v), the next start tells somebody else to go on: %s",
					n,
					after,
					log,
				)
			}
			if third, commands, _, err := first(t, dir, cut{}); err != nil || third.Version != whole.Version ||
				commands != 0 {
				t.Errorf(
					"cut off at command %d (after it: %v), the start after that writes in %d commands: %v",
					n,
					after,
					commands,
					err,
				)
			}
		}
	}
}
