package e2e

import (
	"bytes"
	"context"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"findcare/internal/cli"

	"findcare/internal/clock/clocktest"
)

// A server that is told to stop before it serves stops, and has nothing to tell.
func TestAServerIsStoppedWhileItLoads(t *testing.T) {
	t.Parallel()
	for name, at := range map[string]func(stop func()) func() time.Time{
		"at once": func(stop func()) func() time.Time {
			stop()
			return clocktest.Now
		},
		"while the demo is written": func(stop func()) func() time.Time {
			return func() time.Time { // which is asked for the time of the documents
				stop()
				return clocktest.Now()
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			ctx, stop := context.WithCancel(t.Context())
			defer stop()
			var out, log bytes.Buffer
			data := t.TempDir()
			err := cli.Run(ctx, []string{"serve", "--listen", "localhost:0", "--shutdown-delay", "0s", "--data", data},
				&out, &log, at(stop))
			quiet := !strings.Contains(log.String(), "WARN") && !strings.Contains(log.String(), "ERROR")
			if err != nil || out.Len() > 0 || !quiet || strings.Contains(log.String(), "directory ready") {
				t.Errorf("%v, printed %q, logged %q", err, &out, &log)
			}
			mustRun(t, "token", "list", "--data", data) // the folder is whole, and nobody's
		})
	}
}

// What is stopped before it has done what it was asked for says so, in words of its own.
func TestCommandsAreStopped(t *testing.T) {
	t.Parallel()
	const goesOn = "stopped; what was written stays, and the same command goes on from there"
	registry := npiFile(t)
	for args, want := range map[string]string{
		"import testdata/directory.json":            goesOn,
		"import --dry-run testdata/directory.json":  "stopped",
		"import --file-date 2026-11-08 " + registry: goesOn,
		"export":     "stopped",
		"token list": "stopped",
	} {
		ctx, stop := context.WithCancel(t.Context())
		stop()
		command := append(strings.Fields(args), "--data", t.TempDir())
		if err := cli.Run(ctx, command, new(bytes.Buffer), new(bytes.Buffer), clocktest.Now); err == nil ||
			err.Error() != want {
			t.Errorf("%s: %v, want %s", args, err, want)
		}
	}
}

// What is wrong with a flag, or with the file that one names, is told before anything is read or written.
func TestFlagsAreCheckedBeforeTheDirectoryIsLoaded(t *testing.T) {
	t.Parallel()
	taken, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	manifest := func(content string) string {
		path := filepath.Join(t.TempDir(), "manifest.json")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, test := range []struct {
		args []string
		want string
	}{
		{[]string{"serve", "--trusted-documents-file", "no-such-file"}, "no such file"},
		{[]string{"serve", "--trusted-documents-file", manifest(`[]`)}, "must be Apollo's manifest"},
		{
			[]string{"serve", "--trusted-documents-file", manifest(`{"a": "{ nothing }"}`)},
			`Cannot query field "nothing"`,
		},
		{[]string{"serve", "--admin", taken.Addr().String()}, "--admin: "},
		{[]string{"serve", "--listen", taken.Addr().String()}, "address already in use"},
		{[]string{"import", "--rejects", "no/such/folder", npiFile(t)}, "no such file"},
	} {
		command := append(test.args, "--data", filepath.Join(t.TempDir(), "data"))
		if test.args[0] == "serve" && test.args[1] != "--listen" {
			command = append(command, "--listen", "localhost:0")
		}
		var log bytes.Buffer
		err := cli.Run(t.Context(), command, &log, &log, clocktest.Now)
		if err == nil || !strings.Contains(err.Error(), test.want) || log.Len() > 0 {
			t.Errorf("%q: %v, logged %q; want %s", command, err, &log, test.want)
		}
	}
}

func npiFile(t *testing.T) (path string) {
	path = filepath.Join(t.TempDir(), "npidata.csv")
	mustRun(t, "generate", "--format", "nppes", "--providers", "50", "-o", path)
	return path
}
