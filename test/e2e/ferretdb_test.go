package e2e

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"findcare/internal/clock"
	"findcare/internal/clock/clocktest"
	"findcare/internal/store"
)

// TestCarePageOnASeparateServer runs the same as TestCarePage against another process: FerretDB on PostgreSQL.
func TestCarePageOnASeparateServer(t *testing.T) {
	t.Parallel()
	checkCarePage(t, store.Config{URI: openFerretDB(t) + "clinic"})
}

func TestServeFromASeparateServer(t *testing.T) {
	t.Parallel()
	uri := openFerretDB(t)
	setenv(t, "MONGODB_URI", uri)
	mustRun(t, "import", "testdata/directory.json")
	s := openServer(t, "--demo=false")
	if got := s.query(t, `{ directory { providerCount } }`, nil); got != `{"data":{"directory":{"providerCount":6}}}` {
		t.Error(got)
	}
}

// require skips the test where the machine lacks what it needs, and fails it where nothing may be skipped.
func require(t *testing.T, what string, present bool) {
	t.Helper()
	switch {
	case present:
	case os.Getenv("FINDCARE_REQUIRE_ALL") != "":
		t.Fatalf("needs %s, and FINDCARE_REQUIRE_ALL is set", what)
	default:
		t.Skipf("needs %s", what)
	}
}

// ferretDB is FerretDB on PostgreSQL. It can be killed and run again, and so can PostgreSQL below it; both can be made
// to stand still.
type ferretDB struct {
	uri      string // up to the database's name
	run      func()
	kill     func()
	signal   func(syscall.Signal)
	postgres struct {
		run, crash func()
		signal     func(syscall.Signal) // to all of its processes
		ask        func(database, query string) error
	}
}

// openFerretDB starts PostgreSQL and FerretDB and returns the address of the latter, up to the database's name.
func openFerretDB(t *testing.T) string {
	t.Helper()
	engine := newFerretDB(t)
	engine.run()
	return engine.uri
}

// newFerretDB starts PostgreSQL, and FerretDB not yet.
func newFerretDB(t *testing.T) *ferretDB {
	t.Helper()
	clocktest.OutsideEngine(t)
	engine := new(ferretDB)
	port, postgresPort := freePort(t), engine.startPostgres(t)
	engine.uri = "mongodb://127.0.0.1:" + port + "/"
	binary, err := builtFerretDB()
	if err != nil {
		t.Fatal(err)
	}
	engine.run = func() {
		t.Helper()
		command := start(t, &syscall.SysProcAttr{}, t.TempDir(), binary,
			"--handler=postgresql",
			fmt.Sprintf("--postgresql-url=postgres://findcare@127.0.0.1:%s/ferretdb", postgresPort),
			"--listen-addr=127.0.0.1:"+port, "--debug-addr=-", "--telemetry=disable", "--state-dir=-",
			"--log-level=error")
		engine.kill = func() {
			_ = command.Process.Kill()
			_ = command.Wait()
		}
		engine.signal = func(signal syscall.Signal) { _ = command.Process.Signal(signal) }
		poll(t, "FerretDB", func() error {
			connection, err := net.Dial("tcp", "127.0.0.1:"+port)
			if err == nil {
				err = connection.Close()
			}
			return err
		})
	}
	return engine
}

// startPostgres starts PostgreSQL with an empty database, and returns its port.
func (engine *ferretDB) startPostgres(t *testing.T) (port string) {
	t.Helper()
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	require(t, "PostgreSQL (Debian's package postgresql)", len(found) > 0)
	bin := filepath.Dir(found[len(found)-1])

	// PostgreSQL does not run as root.
	dir, err := os.MkdirTemp("", "findcare-postgresql-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	attributes := &syscall.SysProcAttr{}
	if os.Geteuid() == 0 {
		attributes.Credential = userCredential(t, "postgres")
		if err := os.Chown(dir, int(attributes.Credential.Uid), int(attributes.Credential.Gid)); err != nil {
			t.Fatal(err)
		}
	}
	data := filepath.Join(dir, "data")
	initialize := exec.Command(filepath.Join(bin, "initdb"), "-D", data, "-U", "findcare", "-A", "trust", "-E", "UTF8",
		"--locale=C.UTF-8", "--no-sync")
	initialize.SysProcAttr, initialize.Dir = attributes, dir
	if out, err := initialize.CombinedOutput(); err != nil {
		t.Fatalf("initdb: %v\n%s", err, out)
	}
	port = freePort(t)
	ask := func(database, query string) error {
		out, err := exec.Command(filepath.Join(bin, "psql"), "-h", "127.0.0.1", "-p", port, "-U", "findcare",
			"-v", "ON_ERROR_STOP=1", "-c", query, database).CombinedOutput()
		if err != nil {
			err = fmt.Errorf("psql: %w: %s", err, out)
		}
		return err
	}
	engine.postgres.ask = ask
	engine.postgres.run = func() {
		t.Helper()
		command := start(t, attributes, dir, filepath.Join(bin, "postgres"), "-D", data, "-p", port, "-k", dir,
			"-c", "listen_addresses=127.0.0.1", "-c", "fsync=off")
		engine.postgres.crash = func() { // at once and unclean, with all of its processes
			_ = command.Process.Signal(syscall.SIGQUIT)
			_ = command.Wait()
		}
		engine.postgres.signal = func(signal syscall.Signal) { signalAll(t, command.Process.Pid, signal) }
		poll(t, "PostgreSQL", func() error { return ask("postgres", "SELECT 1") })
	}
	engine.postgres.run()
	if err := ask("postgres", "CREATE DATABASE ferretdb"); err != nil {
		t.Fatal(err)
	}
	return port
}

// builtFerretDB gives the path of FerretDB's own program, of the version in go.mod, built when it is first asked for.
var builtFerretDB = sync.OnceValues(func() (binary string, err error) {
	binary = filepath.Join(shared.dir, "ferretdb")
	return binary, buildFerretDB(filepath.Join(shared.dir, "build"), binary)
})

// buildFerretDB builds it in dir, of a copy of the module: FerretDB stops at once without a file that names its
// version, which no Go module has. Paths are trimmed, so that the build cache knows the copy the next time.
func buildFerretDB(dir, binary string) error {
	run := func(args ...string) (string, error) {
		out, err := exec.Command("go", args...).CombinedOutput()
		if err != nil {
			err = fmt.Errorf("go %s: %w\n%s", strings.Join(args, " "), err, out)
		}
		return strings.TrimSpace(string(out)), err
	}
	const module = "github.com/FerretDB/FerretDB"
	found, err := run("list", "-m", "-f", "{{.Version}} {{.Dir}}", module)
	if err != nil {
		return err
	}
	version, from, _ := strings.Cut(found, " ")
	source, modFile := filepath.Join(dir, "source"), filepath.Join(dir, "go.mod")
	if err := os.CopyFS(source, os.DirFS(from)); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(source, "build/version/version.txt"), []byte(version), 0o644); err != nil {
		return err
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		content, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			return err
		}
	}
	if _, err := run("mod", "edit", "-replace="+module+"="+source, modFile); err != nil {
		return err
	}
	_, err = run("build", "-trimpath", "-modfile="+modFile, "-o", binary, module+"/cmd/ferretdb")
	return err
}

// signalAll sends a signal to a process and then to those that it has started.
func signalAll(t *testing.T, parent int, signal syscall.Signal) {
	t.Helper()
	if err := syscall.Kill(parent, signal); err != nil {
		t.Fatal(err)
	}
	children, err := os.ReadFile(fmt.Sprintf("/proc/%d/task/%[1]d/children", parent))
	if err != nil {
		t.Fatal(err)
	}
	for _, child := range strings.Fields(string(children)) {
		if id, err := strconv.Atoi(child); err == nil {
			_ = syscall.Kill(id, signal) // it may have ended
		}
	}
}

func userCredential(t *testing.T, name string) *syscall.Credential {
	t.Helper()
	account, err := user.Lookup(name)
	if err != nil {
		t.Fatal(err)
	}
	uid, _ := strconv.Atoi(account.Uid)
	gid, _ := strconv.Atoi(account.Gid)
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
}

// start runs a program until the test ends.
func start(t *testing.T, attributes *syscall.SysProcAttr, dir, program string, args ...string) *exec.Cmd {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	command := exec.CommandContext(ctx, program, args...)
	command.Dir, command.SysProcAttr = dir, attributes
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = command.Process.Signal(os.Interrupt)
		cancelled := time.AfterFunc(10*time.Second, cancel)
		_ = command.Wait()
		cancelled.Stop()
		cancel()
	})
	return command
}

// poll tries until it works, for at most a minute: machines that test are busy at times.
func poll(t *testing.T, what string, try func() error) {
	t.Helper()
	waited := clock.Start()
	for {
		err := try()
		if err == nil {
			return
		}
		if waited.Elapsed() > time.Minute {
			t.Fatalf("%s is not there after a minute: %v", what, err)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

func freePort(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	return port
}
