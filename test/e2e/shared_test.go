package e2e

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/exec"
	"sync"
	"syscall"
	"testing"

	"findcare/demo"
	"findcare/internal/cli"
	"findcare/internal/clock/clocktest"
	"findcare/internal/dirformat"
	"findcare/internal/importing"
	"findcare/internal/store"
)

// shared is what tests make once for all of them, as it takes long: files, and a directory that they only read from, in
// a server of its own and in this process.
var shared struct {
	dir     string
	demo    *program
	making  sync.Mutex // of what follows
	handler http.Handler
}

// TestMain lets the test binary be findcare itself, so that tests start, stop and kill the real program.
func TestMain(m *testing.M) {
	if os.Getenv("FINDCARE_AS_PROGRAM") == "1" {
		cli.Main(clocktest.Now)
		return
	}
	flag.Parse()
	// most tests wait for another process
	if parallel := flag.Lookup("test.parallel"); parallel.Value.String() == parallel.DefValue {
		if err := parallel.Value.Set("5"); err != nil {
			log.Fatal(err)
		}
	}
	if err := os.Chdir("../.."); err != nil { // paths are from the top of the repository
		log.Fatal(err)
	}
	dir, err := os.MkdirTemp("", "findcare-tests-")
	if err != nil {
		log.Fatal(err)
	}
	shared.dir = dir
	code := m.Run()
	if err := stopShared(); err != nil {
		log.Print(err)
		code = 1
	}
	os.Exit(code)
}

// stopShared ends the server that tests shared, which exits with an error where it had a data race, and takes the files
// away.
func stopShared() error {
	defer os.RemoveAll(shared.dir)
	if shared.demo == nil {
		return nil
	}
	if err := shared.demo.Process.Signal(syscall.SIGTERM); err != nil {
		return err
	}
	if err := shared.demo.Wait(); err != nil {
		return fmt.Errorf("the server of all tests: %w\n%s", err, &shared.demo.log)
	}
	return nil
}

// demoServer gives the address of a server with the demo directory, for tests that only read and need no flags.
func demoServer(t *testing.T) (url string) {
	t.Helper()
	url, err := startDemo()
	if err != nil {
		t.Fatal(err)
	}
	return url
}

// demoData gives a folder of an engine that has the demo directory, for tests that need a server of their own. It is
// imported once.
func demoData(t *testing.T) (data string) {
	t.Helper()
	made, err := importDemo()
	if err != nil {
		t.Fatal(err)
	}
	data = t.TempDir()
	if err := os.CopyFS(data, os.DirFS(made)); err != nil {
		t.Fatal(err)
	}
	return data
}

var importDemo = sync.OnceValues(func() (data string, err error) {
	data, ctx := shared.dir+"/imported", context.Background()
	content, err := demo.Directory(demo.Providers, clocktest.Now())
	if err != nil {
		return "", err
	}
	db, err := store.Open(ctx, store.Config{DataDir: data, Bulk: true})
	if err != nil {
		return "", err
	}
	_, err = importing.Import(ctx, db, dirformat.Bytes("demo directory", content), clocktest.Now(), nil)
	return data, errors.Join(err, db.Close(ctx))
})

var startDemo = sync.OnceValues(func() (url string, err error) {
	command := exec.Command(os.Args[0], "serve", "--listen", "127.0.0.1:0", "--data", shared.dir+"/demo")
	command.Env = programEnvironment()
	s := &program{Cmd: command}
	if err := s.start(); err != nil {
		return "", err
	}
	if !s.readAddresses() {
		return "", fmt.Errorf("findcare did not start: %w\n%s", s.Wait(), &s.log)
	}
	shared.demo = s
	return s.url, nil
})
