package importing

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"findcare/internal/auth"
	"findcare/internal/store"
	"findcare/models"
)

// job is an import that a server runs.
type job struct {
	kept *keptFile
	who  *auth.Principal

	mutex    sync.Mutex
	state    *models.Import
	stop     context.CancelFunc // nil before it runs
	canceled bool
}

// snapshot returns how far the import is.
func (j *job) snapshot() *models.Import {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	now := *j.state
	now.AllNotes, now.AllRejects = slices.Clip(now.AllNotes), slices.Clip(now.AllRejects)
	now.AllChanges = slices.Clip(now.AllChanges)
	return &now
}

func (j *job) update(change func(*models.Import)) {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	change(j.state)
}

func (j *job) progress(done, total int) {
	j.update(func(state *models.Import) { state.Done, state.Total = done, total })
}

func (j *job) note(note models.ImportNote) { j.update(func(state *models.Import) { state.Note(note) }) }

func (j *job) change(change models.ImportChange) {
	j.update(func(state *models.Import) { state.Change(change) })
}

// cancelable returns a context that ends with the given one, and when the import is canceled.
func (j *job) cancelable(ctx context.Context) (cancelable context.Context, end context.CancelFunc) {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	ctx, j.stop = context.WithCancel(ctx)
	if j.canceled {
		j.stop()
	}
	return ctx, j.stop
}

func (j *job) cancel() {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	if j.canceled = true; j.stop != nil {
		j.stop()
	}
}

// ended returns the import at its end. Those who ask are told of it once the next one may begin.
func (j *job) ended(at time.Time, summary Summary, err error, stopped bool) *models.Import {
	last := j.snapshot()
	at = at.UTC().Truncate(time.Millisecond)
	last.UpdatedAt, last.EndedAt = at, &at
	last.Created, last.Changed, last.Unchanged = summary.Created, summary.Changed, summary.Unchanged
	last.Status = models.ImportSucceeded
	if err == nil {
		return last
	}
	message := messageOf(err)
	var rejection *Rejection
	var unreadable *UnreadableError
	switch {
	case errors.As(err, &rejection):
		last.Status = models.ImportRejected
		for _, fault := range rejection.Faults {
			last.Reject(fault.Place, fault.Fault)
		}
		last.RejectCount = rejection.Count
	case errors.As(err, &unreadable):
		last.Status = models.ImportRejected
		last.Reject(last.File, models.Fault{Rule: message})
	case stopped:
		last.Status, message = models.ImportInterrupted, interrupted
	case j.isCanceled():
		last.Status, message = models.ImportCanceled, "the import was canceled; what was written stays"
	default:
		last.Status = models.ImportFailed
	}
	last.Message = models.OptionalString(message)
	return last
}

func (j *job) isCanceled() bool {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	return j.canceled
}

// messageOf returns what whoever sent a file is told of an error.
func messageOf(err error) string {
	const again = "; what was written stays, and the same file again writes the rest"
	switch {
	case errors.Is(err, store.ErrFull):
		return store.ErrFull.Error() + again
	case errors.Is(err, store.ErrUnavailable), models.ErrorCode(err) == models.CodeUnavailable:
		return store.ErrUnavailable.Error() + again
	}
	return err.Error()
}

// keptFile is a file that is kept while it is imported. It has no name, where the system allows that, so that it is
// gone however the process ends.
type keptFile struct {
	file *os.File
	size int64
}

const keptPrefix = "findcare-import-"

// keep keeps what is read, in a folder.
func keep(folder string, content io.Reader) (kept *keptFile, err error) {
	file, err := os.CreateTemp(folder, keptPrefix)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrStorage, err)
	}
	_ = os.Remove(file.Name())
	kept = &keptFile{file: file}
	if kept.size, err = io.Copy(file, content); err == nil {
		return kept, nil
	}
	kept.close()
	var failed *os.PathError // of writing, as where the disk is full
	if errors.As(err, &failed) {
		err = fmt.Errorf("%w: %w", ErrStorage, err)
	}
	return nil, err
}

// open starts reading from the beginning.
func (k *keptFile) open() (io.ReadCloser, error) {
	return io.NopCloser(io.NewSectionReader(k.file, 0, k.size)), nil
}

// sweep removes the files that a process before has left in a folder.
func sweep(folder string) {
	left, _ := filepath.Glob(filepath.Join(folder, keptPrefix+"*"))
	for _, path := range left {
		_ = os.Remove(path)
	}
}

// start returns the first bytes.
func (k *keptFile) start() []byte {
	const size = 4096
	start := make([]byte, size)
	n, _ := k.file.ReadAt(start, 0)
	return start[:n]
}

func (k *keptFile) close() {
	_ = k.file.Close()
	_ = os.Remove(k.file.Name()) // where a file that is open cannot be removed
}
