package checkpoint_test

import (
	"bufio"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"findcare/internal/replication/checkpoint"
	"findcare/models"
)

const killed = "FINDCARE_TEST_WRITES_TO"

// ticking yields documents, and says of each one that it has come.
func ticking(documents iter.Seq[models.Document]) iter.Seq[models.Document] {
	return func(yield func(models.Document) bool) {
		for document := range documents {
			fmt.Print(".")
			if !yield(document) {
				return
			}
		}
	}
}

// providers are some that are quickly made.
func providers(n int) *models.Directory {
	directory := new(models.Directory)
	for i := range n {
		directory.Add(&models.Provider{Header: models.Header{ID: fmt.Sprint("prv_", i), Revision: 1}, Name: "Wren"})
	}
	return directory
}

const fewer, more = 10, 300

// writeForever writes checkpoints until the process is killed.
func writeForever(t *testing.T, dir string) {
	t.Helper()
	for n := fewer; ; n = fewer + more - n {
		err := checkpoint.Write(t.Context(), checkpoint.Path(dir, "here"), header, ticking(providers(n).All()))
		if err != nil {
			t.Fatal(err)
		}
	}
}

// A process that writes is killed 200 times. Whatever was under its name before is there, or what it wrote, and whole.
func TestKills(t *testing.T) {
	if dir := os.Getenv(killed); dir != "" {
		writeForever(t, dir)
	}
	path := checkpoint.Path(t.TempDir(), "here")
	write(t, path, providers(fewer))
	sizes := map[int]int{}
	random := rand.New(rand.NewPCG(3, 4))
	const kills = 200
	for range kills {
		killAfter(t, filepath.Dir(path), random.IntN(2*(fewer+more)))
		_, documents, err := reading.Read(path)
		if err != nil {
			t.Fatal(err)
		}
		sizes[documents.Len()]++
	}
	if len(sizes) != 2 || sizes[fewer]+sizes[more] != kills {
		t.Errorf("after the kills there were files of these sizes: %v", sizes)
	}
	left, err := filepath.Glob(path + ".*")
	if len(left) == 0 || err != nil {
		t.Errorf("no process was killed while it wrote: %v", err)
	}
}

// killAfter kills a process once it has written some documents.
func killAfter(t *testing.T, dir string, documents int) {
	t.Helper()
	command := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestKills$")
	command.Env = append(os.Environ(), killed+"="+dir)
	output, err := command.StdoutPipe()
	if err == nil {
		err = command.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, err := bufio.NewReaderSize(output, 1).Discard(documents + 1); err != nil {
		t.Error(err)
	}
	_ = command.Process.Kill()
	_ = command.Wait()
}
