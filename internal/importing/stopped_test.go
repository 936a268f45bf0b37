package importing_test

import (
	"bytes"
	"context"
	"io"
	"math/rand/v2"
	"testing"

	"findcare/demo"
	"findcare/internal/importing"
	"findcare/internal/importing/importingtest"
	"findcare/internal/registry"
)

// stopping cancels the context after a number of bytes.
type stopping struct {
	io.Reader
	left int
	stop context.CancelFunc
}

func (s *stopping) Read(p []byte) (int, error) {
	n, err := s.Reader.Read(p[:min(len(p), 1<<14)])
	if s.left -= n; s.left <= 0 {
		s.stop()
	}
	return n, err
}

// However often an import is interrupted, its result is that of one complete run.
func TestStoppedAnywhere(t *testing.T) {
	const rows, stops = 1600, 50
	var content bytes.Buffer
	if err := demo.WriteNPPES(&content, rows, 100); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(7, 7))
	clean, stopped := importingtest.OpenStore(t), importingtest.OpenStore(t)
	records(t, clean, content.String(), importing.RecordsOptions{FileDate: "2026-11-08"})
	interrupted := 0
	for range stops {
		ctx, stop := context.WithCancel(t.Context())
		reader := &stopping{bytes.NewReader(content.Bytes()), random.IntN(content.Len()), stop}
		_, err := importing.ImportRecords(
			ctx, stopped, registry.Stream("file", reader), importing.RecordsOptions{Now: now, FileDate: "2026-11-08"},
		)
		if stop(); err != nil {
			interrupted++
		}
	}
	records(t, stopped, content.String(), importing.RecordsOptions{FileDate: "2026-11-08"})
	if interrupted < stops/2 {
		t.Errorf("only %d of %d runs were interrupted", interrupted, stops)
	}
	if !bytes.Equal(exported(t, clean), exported(t, stopped)) {
		t.Error("the directories differ")
	}
}
