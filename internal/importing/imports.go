package importing

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	"findcare/internal/auth"
	"findcare/internal/clock"
	"findcare/internal/dirformat"
	"findcare/internal/editing"
	"findcare/internal/registry"
	"findcare/internal/store"
	"findcare/models"
)

// ErrBusy is that the server runs another import.
var ErrBusy = errors.New("another import is running on this server; try again when it has ended")

// ErrStorage is that a server cannot keep a file until it is imported.
var ErrStorage = errors.New("keep the file")

const (
	// saveEvery is how often a server stores how far an import is, and looks whether it is to be canceled.
	saveEvery = time.Second
	// silence is after how long without that an import of another server counts as interrupted: clocks may differ.
	silence = 30 * time.Second
	// watchEvery is how often those who watch an import are told of its progress.
	watchEvery = 250 * time.Millisecond
)

// Imports runs the files that a server is sent, one at a time, and knows how far those of all servers are.
type Imports struct {
	store  *store.Store
	editor *editing.Editor
	now    clock.Clock
	logger *slog.Logger
	folder string
	begun  chan *job

	mutex   sync.Mutex
	claimed bool
	current *job // nil while none is running
}

// NewImports returns the imports of a server with this store and editor. Files are kept in the folder, or where
// temporary files are if it is empty, until they are imported.
func NewImports(
	db *store.Store, editor *editing.Editor, now clock.Clock, logger *slog.Logger, folder string,
) *Imports {
	if folder != "" {
		sweep(folder)
	}
	return &Imports{store: db, editor: editor, now: now, logger: logger, folder: folder, begun: make(chan *job, 1)}
}

// Run runs what is begun until the context ends. What is running then is interrupted.
func (i *Imports) Run(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case j := <-i.begun:
			i.run(ctx, j)
		}
	}
}

// FileOptions say what to do with a file.
type FileOptions struct {
	// Name is the file's name in messages.
	Name string
	// DryRun and Replace are those of an import into the database.
	DryRun, Replace bool
}

// Begin takes a file and begins its import by the principal of the context, which goes on after the context ends. The
// error is ErrBusy while another import is running, and else one of reading, or a *models.Error.
func (i *Imports) Begin(ctx context.Context, content io.Reader, options FileOptions) (*models.Import, error) {
	if !i.claim() {
		return nil, ErrBusy
	}
	j, err := i.receive(ctx, content, options)
	if err != nil {
		i.release(nil)
		return nil, err
	}
	i.begun <- j
	return j.snapshot(), nil
}

// receive makes an import of a file.
func (i *Imports) receive(ctx context.Context, content io.Reader, options FileOptions) (j *job, err error) {
	name, err := models.ImportFileName(options.Name)
	if err != nil {
		return nil, err
	}
	if !options.DryRun {
		if err := i.store.MayWrite(ctx); err != nil {
			return nil, clientError(err)
		}
	}
	kept, err := keep(i.folder, content)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			kept.close()
		}
	}()
	if registry.IsFile(kept.start()) {
		return nil, models.BadInput("%s is a file of a registry: use findcare import --server", name)
	}
	begun := models.NewImport(name, i.now())
	begun.DryRun, begun.Replace = options.DryRun, options.Replace
	who, ok := auth.Of(ctx)
	if ok {
		begun.By, begun.ByName = who.ID, models.OptionalString(who.Name)
	}
	j = &job{kept: kept, who: who, state: begun}
	i.mutex.Lock()
	i.current = j // before it is stored: what is stored and not this server's is taken for interrupted
	i.mutex.Unlock()
	return j, clientError(i.store.AddImport(ctx, begun))
}

func (i *Imports) claim() bool {
	i.mutex.Lock()
	defer i.mutex.Unlock()
	if i.claimed {
		return false
	}
	i.claimed = true
	return true
}

func (i *Imports) release(j *job) {
	if j != nil {
		j.kept.close()
	}
	i.mutex.Lock()
	defer i.mutex.Unlock()
	i.claimed, i.current = false, nil
}

// own returns an import that this server runs, nil if it does not.
func (i *Imports) own(id string) *job {
	i.mutex.Lock()
	defer i.mutex.Unlock()
	if i.current != nil && i.current.state.ID == id {
		return i.current
	}
	return nil
}

// run imports the file of a job.
func (i *Imports) run(ctx context.Context, j *job) {
	defer i.release(j)
	ended, end := context.WithCancel(ctx)
	var saving sync.WaitGroup
	saving.Go(func() { i.save(ended, j) })
	log := i.logger.With("import", j.state.ID, "principal", j.state.By, "file", j.state.File, "dryRun", j.state.DryRun)
	log.InfoContext(ctx, "an import begins")
	if j.who != nil {
		ctx = auth.With(ctx, j.who)
	}
	within, stop := j.cancelable(ctx)
	defer stop()
	file := dirformat.File{Name: j.state.File, Open: j.kept.open, Replace: j.state.Replace}
	summary, err := i.importFile(within, file, Options{
		Now: i.now(), DryRun: j.state.DryRun, Editor: i.editor,
		Progress: j.progress, Note: j.note, Change: j.change,
	})
	end()
	saving.Wait()
	last := j.ended(i.now(), summary, err, ctx.Err() != nil)
	log.InfoContext(ctx, "an import ended", "status", string(last.Status), "created", last.Created,
		"changed", last.Changed, "unchanged", last.Unchanged, "rejects", last.RejectCount)
	if err := i.store.SaveImport(context.WithoutCancel(ctx), last); err != nil {
		log.WarnContext(ctx, "what came of an import is not stored", "error", err)
	}
}

// importFile is ImportFile that lets no file end the server.
func (i *Imports) importFile(
	ctx context.Context, file dirformat.File, options Options,
) (summary Summary, err error) {
	defer func() {
		if panicked := recover(); panicked != nil {
			i.logger.ErrorContext(ctx, "panic", "panic", fmt.Sprint(panicked), "stack", string(debug.Stack()))
			err = errors.New("something went wrong; the server's log has the cause")
		}
	}()
	return ImportFile(ctx, i.store, file, options)
}

// save stores from time to time how far a job is, until the context ends.
func (i *Imports) save(ctx context.Context, j *job) {
	for ticks := i.now.Tick(saveEvery); ; {
		select {
		case <-ctx.Done():
			return
		case <-ticks:
		}
		now := j.snapshot()
		now.UpdatedAt = i.now().UTC()
		now.AllNotes, now.AllRejects, now.AllChanges = nil, nil, nil // they come at the end
		err := i.store.SaveImport(ctx, now)
		if _, canceled, _, findErr := i.store.Import(ctx, now.ID); err == nil && findErr == nil && canceled {
			j.cancel()
		}
	}
}

// Find returns an import, nil if there is none or none any more.
func (i *Imports) Find(ctx context.Context, id string) (*models.Import, error) {
	if j := i.own(id); j != nil {
		return j.snapshot(), nil
	}
	stored, _, found, err := i.store.Import(ctx, id)
	if !found {
		return nil, clientError(err)
	}
	return stored, i.settle(ctx, stored)
}

// Get is Find whose error is NOT_FOUND if there is none.
func (i *Imports) Get(ctx context.Context, id string) (*models.Import, error) {
	found, err := i.Find(ctx, id)
	if err == nil && found == nil {
		err = &models.Error{Code: models.CodeNotFound, Message: notThere(id)}
	}
	return found, err
}

func notThere(id string) string { return fmt.Sprintf("There is no import %q", id) }

// List returns the newest imports, newest first, without their details.
func (i *Imports) List(ctx context.Context, first int) ([]models.Import, error) {
	const maximum = 100
	if first < 0 || first > maximum {
		return nil, models.BadInput("first: %d must be from 0 to %d", first, maximum)
	}
	stored, err := i.store.Imports(ctx, first)
	for at := range stored {
		if j := i.own(stored[at].ID); j != nil {
			stored[at] = *j.snapshot()
		} else if err == nil {
			err = i.settle(ctx, &stored[at])
		}
	}
	return stored, clientError(err)
}

// settle makes an import that no server runs any more an interrupted one.
func (i *Imports) settle(ctx context.Context, stored *models.Import) error {
	if stored.Ended() || !i.store.Embedded() && i.now().Sub(stored.UpdatedAt) <= silence {
		return nil
	}
	// It may have ended since it was read. This server stores the end before it lets go of an import.
	last, _, found, err := i.store.Import(ctx, stored.ID)
	if err != nil {
		return clientError(err)
	}
	if found && (last.Ended() || last.UpdatedAt.After(stored.UpdatedAt)) {
		*stored = *last
		return nil
	}
	stored.Status, stored.Message = models.ImportInterrupted, interrupted
	return nil
}

const interrupted = "the server stopped; what was written stays, and the same file again writes the rest"

// Payload is the result of a mutation of an import.
type Payload struct {
	// Import is nil if there is none.
	Import     *models.Import
	UserErrors []editing.UserError
}

// Cancel ends an import, whichever server runs it, and returns how far it was.
func (i *Imports) Cancel(ctx context.Context, id string) (Payload, error) {
	found, err := i.Find(ctx, id)
	if err != nil {
		return Payload{}, err
	}
	payload := Payload{Import: found, UserErrors: []editing.UserError{}}
	j := i.own(id)
	switch {
	case found == nil:
		missing := editing.UserError{Code: models.UserErrorNotFound, Message: notThere(id), Field: []string{"id"}}
		payload.UserErrors = append(payload.UserErrors, missing)
	case j != nil:
		j.cancel()
	case !found.Ended():
		err = clientError(i.store.CancelImport(ctx, id))
	}
	return payload, err
}

// Next waits for the state of an import that follows another one, the zero value for none. It returns io.EOF after the
// last one.
func (i *Imports) Next(ctx context.Context, id string, last models.Import) (models.Import, error) {
	for last.ID == "" || !last.Ended() {
		now, err := i.Find(ctx, id)
		if err != nil {
			return models.Import{}, err
		}
		if now == nil {
			break
		}
		if last.ID == "" || now.Ended() || now.Done != last.Done || now.NoteCount != last.NoteCount {
			return *now, nil
		}
		select {
		case <-ctx.Done():
			return models.Import{}, ctx.Err()
		case <-time.After(watchEvery):
		}
	}
	return models.Import{}, io.EOF
}

// clientError translates the error of a database that does not answer.
func clientError(err error) error {
	if errors.Is(err, store.ErrUnavailable) {
		return &models.Error{Code: models.CodeUnavailable, Message: store.ErrUnavailable.Error()}
	}
	return err
}
