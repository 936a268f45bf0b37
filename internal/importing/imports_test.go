package importing_test

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync"
	"testing"

	"findcare/internal/auth"
	"findcare/internal/clock/clocktest"
	"findcare/internal/importing"
	"findcare/models"
)

// Whoever looks while imports begin and end sees none that was interrupted, since none was.
func TestImportsAreNotTakenForInterrupted(t *testing.T) {
	s := serve(t, storeWith(t, []byte(`{"type":"provider","slug":"plover","kind":"INDIVIDUAL","name":"Plover"}`)))
	imports := importing.NewImports(s.db, s.editor, clocktest.Now, slog.New(slog.DiscardHandler), t.TempDir())
	ctx, stop := context.WithCancel(as(t.Context(), auth.Editor))
	var running sync.WaitGroup
	running.Go(func() { imports.Run(ctx) })
	for range 4 {
		running.Go(func() {
			for ctx.Err() == nil {
				listed, err := imports.List(ctx, 1)
				if err == nil && len(listed) == 1 && listed[0].Status == models.ImportInterrupted {
					t.Errorf("%+v", listed[0])
					return
				}
			}
		})
	}
	for done := 0; done < 30; {
		file := strings.NewReader("slug,kind,name\nplover,INDIVIDUAL,Plover\n")
		switch _, err := imports.Begin(ctx, file, importing.FileOptions{DryRun: true}); {
		case err == nil:
			done++
		case !errors.Is(err, importing.ErrBusy): // with the one before
			t.Fatal(err)
		}
	}
	for ended := false; !ended; { // the last one: to stop would interrupt it
		listed, err := imports.List(ctx, 1)
		if err != nil {
			t.Fatal(err)
		}
		ended = listed[0].Ended()
	}
	stop()
	running.Wait()
}
