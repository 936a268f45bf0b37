// Package embedded runs FerretDB v1 over SQLite inside the process, and is all that knows of it. The driver speaks to
// it over a socket as to any other server. Beside that it works on FerretDB's own files: it repairs what a process has
// left half made, indexes the ids, and writes many documents at once. FerretDB gets no more releases, and what is known
// of its files is of the version in go.mod: where a start finds another version or another form of rows, it leaves
// those files to FerretDB, with a warning.
//
// An Engine may be used by several goroutines. Insert is for one at a time.
package embedded

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"sync"

	"github.com/FerretDB/FerretDB/ferretdb"
	"github.com/gofrs/flock"
)

// Engine is FerretDB v1 over SQLite, inside this process.
type Engine struct {
	files  string // the folder of its database files
	uri    string
	known  bool // whether its files are of the form that this package knows
	stop   func() error
	bulk   *bulk // nil where FerretDB writes everything
	logger *slog.Logger
}

// URI is where the driver finds the engine.
func (e *Engine) URI() string { return e.uri }

// Options say how an engine works.
type Options struct {
	Dir      string // the folder of its files, which no other process may use meanwhile
	Database string
	// much is written: it is sure to be on the disk when the engine is closed, and not after each write
	Bulk    bool
	Pragmas []string // of SQLite, besides those of Bulk
	Logger  *slog.Logger
}

// socketPathLimit is what all systems have room for in sockaddr_un (104 bytes on macOS, 108 on Linux), less the end.
const socketPathLimit = 103

// misread are the characters of a path that mean something else on the way to its file: FerretDB gives SQLite a path
// that it has unescaped, and looks for databases by a pattern; the driver takes what follows a colon for a port.
const misread = `%?#*[\:`

// Start runs an engine. Close it when done.
func Start(o Options) (*Engine, error) {
	dir, err := filepath.Abs(o.Dir)
	if err != nil {
		return nil, fmt.Errorf("data directory: %w", err)
	}
	if err := ownDirectory(dir); err != nil {
		return nil, fmt.Errorf("data directory: %w", err)
	}
	lock := flock.New(filepath.Join(dir, "lock"), flock.SetPermissions(0o600))
	if locked, err := lock.TryLock(); err != nil {
		return nil, fmt.Errorf("lock the data directory: %w", err)
	} else if !locked {
		return nil, fmt.Errorf("the data directory %s is in use by another findcare process: stop that one, or give this one its own with --data", dir)
	}
	e, err := run(dir, o)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("start the embedded engine: %w", err), lock.Unlock())
	}
	stop := e.stop
	e.stop = func() error { return errors.Join(stop(), lock.Unlock()) }
	return e, nil
}

// ownDirectory makes sure that dir exists and only its owner may enter.
func ownDirectory(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	return os.Chmod(dir, 0o700)
}

// bulkPragmas make many writes fast. The write-ahead log is not forced to the disk with each commit, but where it is
// moved into the database, at the latest when the engine stops: a machine that loses power before that loses the last
// commits, and no commit before a later one. That a process dies loses none.
var bulkPragmas = []string{
	"synchronous(normal)",
	"wal_autocheckpoint(16384)",
	"cache_size(-65536)",
	"temp_store(memory)",
}

func (o Options) pragmas() []string {
	if !o.Bulk {
		return o.Pragmas
	}
	return append(slices.Clone(bulkPragmas), o.Pragmas...)
}

var making sync.Mutex // of engines: FerretDB writes to a variable of its own package

func run(dir string, o Options) (*Engine, error) {
	pragmas := url.Values{}
	if extra := o.pragmas(); len(extra) > 0 {
		pragmas["_pragma"] = extra
	}
	if err := ownDirectory(filepath.Join(dir, "sqlite")); err != nil {
		return nil, err
	}
	socket, files, remove, err := enginePaths(dir)
	if err != nil {
		return nil, err
	}
	e := &Engine{files: files, known: isKnown(), logger: o.Logger}
	if !e.known {
		o.Logger.Warn(
			"the embedded engine is of another version than findcare was made for: it is slower",
			"made_for",
			madeFor,
		)
	} else if err := e.repair(context.Background(), o.Database); err != nil {
		return nil, errors.Join(err, remove())
	}
	making.Lock()
	db, err := ferretdb.New(&ferretdb.Config{
		Listener:  ferretdb.ListenerConfig{Unix: socket},
		Logger:    slog.New(quiet{o.Logger.Handler()}),
		Handler:   "sqlite",
		SQLiteURL: (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: files + "/"}).EscapedPath(), RawQuery: pragmas.Encode()}).String(),
	})
	making.Unlock()
	if err != nil {
		return nil, errors.Join(err, remove())
	}
	ctx, cancel := context.WithCancel(context.Background())
	var running sync.WaitGroup
	running.Go(func() { _ = db.Run(ctx) })
	e.uri = "mongodb://" + url.QueryEscape(socket) + "/" // the driver reads a plus sign as a space
	e.stop = func() error {
		cancel()
		running.Wait()
		return remove()
	}
	return e, nil
}

// Close stops the engine.
func (e *Engine) Close() error {
	var err error
	if e.bulk != nil {
		err = e.bulk.stop()
	}
	return errors.Join(err, e.stop())
}

// madeFor is the version of FerretDB whose files this package knows.
const madeFor = "v1.24.2"

// isKnown reports whether the engine is of that version. A build that does not say is of the one in go.mod.
func isKnown() bool {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return true
	}
	at := slices.IndexFunc(info.Deps, func(m *debug.Module) bool { return m.Path == "github.com/FerretDB/FerretDB" })
	return at < 0 || info.Deps[at].Version == madeFor
}

// enginePaths returns a free path for the engine's socket, and the path by which the engine opens its files in dir.
// Where dir's own path will not do, both paths lead through a folder of their own. Only the owner may enter either.
func enginePaths(dir string) (socket, files string, remove func() error, err error) {
	socket, files = filepath.Join(dir, "engine.sock"), filepath.Join(dir, "sqlite")
	if len(socket) <= socketPathLimit && !strings.ContainsAny(dir, misread) {
		// A process that was killed leaves its socket behind. The lock is held, so nobody listens there.
		if err := ignoreMissing(os.Remove(socket)); err != nil {
			return "", "", nil, err
		}
		return socket, files, func() error { return ignoreMissing(os.Remove(socket)) }, nil
	}
	folder, err := os.MkdirTemp("", "findcare-")
	if err != nil {
		return "", "", nil, err
	}
	link := filepath.Join(folder, "sqlite")
	if err := os.Symlink(files, link); err != nil {
		return "", "", nil, errors.Join(err, os.RemoveAll(folder))
	}
	return filepath.Join(folder, "engine.sock"), link, func() error { return os.RemoveAll(folder) }, nil
}

func ignoreMissing(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

// quiet lets errors through, and leaves out what the engine says of its everyday work: it warns of each command that
// it does not know, and the driver ends each session with one.
type quiet struct{ slog.Handler }

func (q quiet) Enabled(ctx context.Context, level slog.Level) bool {
	return level >= slog.LevelError && q.Handler.Enabled(ctx, level)
}

func (q quiet) WithAttrs(attrs []slog.Attr) slog.Handler { return quiet{q.Handler.WithAttrs(attrs)} }

func (q quiet) WithGroup(name string) slog.Handler { return quiet{q.Handler.WithGroup(name)} }
