package store

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/FerretDB/FerretDB/ferretdb"
	"github.com/gofrs/flock"
)

// engine is FerretDB v1 over SQLite, inside this process.
type engine struct {
	files string // the folder of its database files
	uri   string
	stop  func() error
	bulk  *bulk // nil where the engine writes everything
}

// socketPathLimit is what all systems have room for in sockaddr_un (104 bytes on macOS, 108 on Linux), less the end.
const socketPathLimit = 103

// misread are the characters of a path that mean something else on the way to its file: FerretDB gives SQLite a path
// that it has unescaped, and looks for databases by a pattern; the driver takes what follows a colon for a port.
const misread = `%?#*[\:`

// startEngine runs an engine over the files in dir, which no other process may use meanwhile.
func startEngine(dir string, bulk bool, logger *slog.Logger) (*engine, error) {
	dir, err := filepath.Abs(dir)
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
	e, err := runEngine(dir, bulk, logger)
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

// bulkPragmas make many writes fast. The write-ahead log is not forced to the disk with each commit, but where it is moved into the
// database, at the latest when the engine stops: a machine that loses power before that loses the last commits, and no commit
// before a later one. That a process dies loses none.
var bulkPragmas = []string{"synchronous(normal)", "wal_autocheckpoint(16384)", "cache_size(-65536)", "temp_store(memory)"}

var making sync.Mutex // of engines: FerretDB writes to a variable of its own package

func runEngine(dir string, bulk bool, logger *slog.Logger) (*engine, error) {
	pragmas := url.Values{}
	if bulk {
		pragmas["_pragma"] = bulkPragmas
	}
	if err := ownDirectory(filepath.Join(dir, "sqlite")); err != nil {
		return nil, err
	}
	socket, files, remove, err := enginePaths(dir)
	if err != nil {
		return nil, err
	}
	if err := (&engine{files: files}).repair(context.Background(), defaultDatabase); err != nil {
		return nil, errors.Join(err, remove())
	}
	making.Lock()
	db, err := ferretdb.New(&ferretdb.Config{
		Listener:  ferretdb.ListenerConfig{Unix: socket},
		Logger:    slog.New(quiet{logger.Handler()}),
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
	return &engine{
		uri:   "mongodb://" + url.QueryEscape(socket) + "/", // the driver reads a plus sign as a space
		files: files,
		stop: func() error {
			cancel()
			running.Wait()
			return remove()
		},
	}, nil
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
