package embedded

import (
	"context"
	"database/sql"
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
	db     *sql.DB           // the files, to read and remove documents; nil where FerretDB does everything
	tables map[string]string // of db, by collection
	writer *sql.DB           // the files, to commit changes; nil where FerretDB does that
	bulk   *bulk             // nil where FerretDB writes everything
	log    *changeLog        // nil where changes are not logged
	logger *slog.Logger
}

// URI returns the connection string for the driver.
func (e *Engine) URI() string { return e.uri }

// Options configure an engine.
type Options struct {
	Dir      string // the folder of its files, for this process only
	Database string
	// Bulk is for many writes: they are synced to the disk when the engine is closed, and not after each write.
	Bulk    bool
	Pragmas []string // additional ones of SQLite
	Logger  *slog.Logger
}

// socketPathLimit is the longest path that fits into sockaddr_un on all systems (104 bytes on macOS, 108 on Linux, with
// the terminating zero).
const socketPathLimit = 103

// misread are characters of a path that are misinterpreted: FerretDB passes SQLite an unescaped path, and looks for
// databases by a pattern; the driver takes what follows a colon for a port.
const misread = `%?#*[\:`

// Start runs an engine. The caller has to close it.
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
		return nil, fmt.Errorf("the data directory %s is in use by another findcare process: "+
			"stop that one, or give this one its own with --data", dir)
	}
	e, err := run(dir, o)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("start the embedded engine: %w", err), lock.Unlock())
	}
	stop := e.stop
	e.stop = func() error { return errors.Join(stop(), lock.Unlock()) }
	return e, nil
}

// ownDirectory makes sure that dir exists and that only its owner has access.
func ownDirectory(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	return os.Chmod(dir, 0o700)
}

// bulkPragmas make many writes fast. The write-ahead log is not synced with each commit, but when it is moved into the
// database, at the latest when the engine stops. A power failure before that loses the last commits, but never one
// before another that is kept; the death of the process loses none.
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

// making serializes the creation of engines, in which FerretDB writes to a variable of its package.
var making sync.Mutex

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
		o.Logger.Warn("the embedded engine is of another version than findcare was made for: it is slower",
			"made_for", madeFor)
	} else if err := e.repair(context.Background(), o.Database); err != nil {
		return nil, errors.Join(err, remove())
	}
	address := url.URL{
		Scheme: "file", Opaque: (&url.URL{Path: files + "/"}).EscapedPath(), RawQuery: pragmas.Encode(),
	}
	making.Lock()
	db, err := ferretdb.New(&ferretdb.Config{
		Listener:  ferretdb.ListenerConfig{Unix: socket},
		Logger:    slog.New(quiet{o.Logger.Handler()}),
		Handler:   "sqlite",
		SQLiteURL: address.String(),
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
	for _, db := range []*sql.DB{e.db, e.writer} {
		if db != nil {
			err = errors.Join(err, db.Close())
		}
	}
	if e.bulk != nil {
		err = errors.Join(err, e.bulk.stop())
	}
	if e.log != nil {
		err = errors.Join(err, e.log.db.Close())
	}
	return errors.Join(err, e.stop())
}

// madeFor is the version of FerretDB whose files this package knows.
const madeFor = "v1.24.2"

// isKnown reports whether the engine has that version. A build without the information has the version of go.mod.
func isKnown() bool {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return true
	}
	at := slices.IndexFunc(info.Deps, func(m *debug.Module) bool { return m.Path == "github.com/FerretDB/FerretDB" })
	return at < 0 || info.Deps[at].Version == madeFor
}

// enginePaths returns a free path for the engine's socket, and the path by which the engine opens its files in dir. If
// dir's own path is unsuitable, both lead through a temporary folder. Only the owner has access to either.
func enginePaths(dir string) (socket, files string, remove func() error, err error) {
	socket, files = filepath.Join(dir, "engine.sock"), filepath.Join(dir, "sqlite")
	if len(socket) <= socketPathLimit && !strings.ContainsAny(dir, misread) {
		// A killed process leaves its socket behind. We hold the lock, so nobody listens on it.
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

// quiet passes on errors only: the engine warns of each command that it does not know, and the driver ends each session
// with one.
type quiet struct{ slog.Handler }

func (q quiet) Enabled(ctx context.Context, level slog.Level) bool {
	return level >= slog.LevelError && q.Handler.Enabled(ctx, level)
}

func (q quiet) WithAttrs(attrs []slog.Attr) slog.Handler { return quiet{q.Handler.WithAttrs(attrs)} }

func (q quiet) WithGroup(name string) slog.Handler { return quiet{q.Handler.WithGroup(name)} }
