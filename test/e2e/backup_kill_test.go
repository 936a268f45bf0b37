package e2e

import (
	"bytes"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"findcare/internal/clock"
)

// killed starts a command, kills it at a random moment of the time that it may take, and reports whether it had ended
// by itself.
func killed(t *testing.T, command *exec.Cmd, most time.Duration) (ended bool) {
	t.Helper()
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(rand.N(most)) // the moment, not a wait for something
	_ = command.Process.Kill()
	return command.Wait() == nil
}

// backupRounds is how often a process is killed during a backup or a restore, which take longer than a change.
func backupRounds() int { return min(3**crashRounds, 20) }

// durationOf runs findcare to its end, and returns how long it took.
func durationOf(t *testing.T, args ...string) time.Duration {
	t.Helper()
	watch := clock.Start()
	mustRun(t, args...)
	return watch.Elapsed()
}

func exists(t *testing.T, file string) bool {
	t.Helper()
	_, err := os.Stat(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return err == nil
}

// A backup that is killed leaves the earlier file as it was, and none where there was none.
func TestAKilledBackupLeavesNoHalfFile(t *testing.T) {
	t.Parallel()
	data, folder := demoData(t), t.TempDir()
	earlier := filepath.Join(folder, "earlier.backup")
	took := durationOf(t, "backup", "--data", data, "--output", earlier)
	interrupted := 0
	for range backupRounds() {
		fresh := filepath.Join(folder, "fresh.backup")
		for _, file := range []string{earlier, fresh} {
			if !killed(t, findcare(t, "backup", "--data", data, "--output", file), took) {
				interrupted++
			}
			if exists(t, file) {
				mustRun(t, "verify", file)
			} else if file == earlier {
				t.Fatal("the earlier file is gone")
			}
		}
		_ = os.Remove(fresh)
	}
	left, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range left {
		if name := entry.Name(); name != "earlier.backup" && filepath.Ext(name) != ".part" {
			t.Errorf("%s is left", name)
		}
	}
	t.Logf("%d of %d backups were killed, with %d parts left", interrupted, 2*backupRounds(), len(left)-1)
}

// Where the server is killed, whoever fetches a backup has an error, and no file.
func TestABackupOfAKilledServerLeavesNoFile(t *testing.T) {
	t.Parallel()
	data, folder := demoData(t), t.TempDir()
	token := newToken(t, data, "admin")
	server := openServer(t, "--data", data, "--log-level", "error")
	file := filepath.Join(folder, "directory.backup")
	fetch := func() []string {
		return []string{"backup", "--server", server.url, "--token", token, "--output", file}
	}
	took, interrupted := durationOf(t, fetch()...), 0
	for range backupRounds() {
		_ = os.Remove(file)
		var stderr bytes.Buffer
		command := findcare(t, fetch()...)
		command.Stderr = &stderr
		if err := command.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(rand.N(took)) // the moment, not a wait for something
		_ = server.Process.Kill()
		_ = server.Wait()
		if err := command.Wait(); err == nil {
			mustRun(t, "verify", file)
		} else if interrupted++; exists(t, file) || !strings.HasPrefix(stderr.String(), "findcare: ") {
			t.Errorf("it says %q, and there is a file: %t", &stderr, exists(t, file))
		}
		server = openServer(t, "--data", data, "--log-level", "error")
	}
	t.Logf("%d of %d backups were interrupted", interrupted, backupRounds())
}

// A restore that is killed begins anew, and what it has left is not served.
func TestAKilledRestoreBeginsAnew(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	file := filepath.Join(folder, "directory.backup")
	mustRun(t, "backup", "--data", demoData(t), "--output", file)
	want := versionIn(mustRun(t, "verify", file))
	took, half := durationOf(t, "restore", "--data", filepath.Join(folder, "whole"), file), 0
	for range backupRounds() {
		data := t.TempDir()
		if killed(t, findcare(t, "restore", "--data", data, file), took) {
			continue
		}
		exported, err := findcare(t, "export", "--data", data).CombinedOutput()
		switch isWhole := bytes.Contains(exported, []byte(`"providers": [`+"\n    {")); {
		case err != nil:
			half++
			if !bytes.Contains(exported, []byte("was interrupted: wait for its end, or run findcare restore again")) {
				t.Errorf("%v: %s", err, exported)
			}
		case isWhole:
			continue
		}
		if got := versionIn(mustRun(t, "restore", "--data", data, file)); got != want {
			t.Errorf("version %s, want %s", got, want)
		}
	}
	t.Logf("%d of %d were killed while they wrote", half, backupRounds())
}
