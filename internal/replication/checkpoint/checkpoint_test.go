package checkpoint_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/demo"
	"findcare/internal/replication/checkpoint"
	"findcare/internal/store"
	"findcare/models"
)

// documentsOf returns a directory as it comes from a database.
func documentsOf(t testing.TB, providers int) *models.Directory {
	t.Helper()
	invented, err := demo.Documents(providers, time.UnixMilli(1_790_000_000_000))
	if err != nil {
		t.Fatal(err)
	}
	directory := new(models.Directory)
	for document := range invented.All() {
		directory.Add(stored(t, document))
	}
	return directory
}

// stored returns a document as it comes from a database that another findcare has written some members to.
func stored(t testing.TB, document models.Document, more ...bson.E) models.Document {
	t.Helper()
	raw, err := models.Marshal(document)
	if err != nil {
		t.Fatal(err)
	}
	var all bson.D
	if err := bson.Unmarshal(raw, &all); err != nil {
		t.Fatal(err)
	}
	if raw, err = bson.Marshal(append(all, more...)); err != nil {
		t.Fatal(err)
	}
	read := document.Kind().New()
	if err := models.Unmarshal(raw, read); err != nil {
		t.Fatal(err)
	}
	return read
}

var header = checkpoint.Header{
	Database: "here", Build: "this", At: time.UnixMilli(1_790_000_000_000).UTC(),
	Position: checkpoint.Position{
		Token: []byte{1, 2}, Since: time.UnixMilli(1_789_999_999_000).UTC(), Mark: "mark",
		Entry: store.LogEntry{Number: 7, Mark: -1 << 63}, Last: store.LogEntry{Number: 8, Mark: 1<<63 - 1},
	},
	Quarantined: map[string]uint64{"providers/x": 1<<64 - 1},
}

var reading = checkpoint.Reading{Database: "here", Build: "this"}

func write(t testing.TB, path string, directory *models.Directory) {
	t.Helper()
	if err := checkpoint.Write(t.Context(), path, header, directory.All()); err != nil {
		t.Fatal(err)
	}
}

func byID(directory *models.Directory) map[string]models.Document {
	documents := make(map[string]models.Document)
	for document := range directory.All() {
		documents[document.Head().ID] = document
	}
	return documents
}

func TestWhatIsReadWasWritten(t *testing.T) {
	directory, path := documentsOf(t, 700), checkpoint.Path(t.TempDir(), "here")
	more := bson.E{Key: "another", Value: bson.D{{Key: "findcare", Value: int64(7)}}}
	directory.Providers[0] = stored(t, directory.Providers[0], more).(*models.Provider)
	directory.Providers[1].Digest++ // as of one that is stored in another order
	write(t, path, directory)
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("%v, %v", info.Mode(), err)
	}
	for _, test := range []struct {
		build string
		kept  int
	}{{"this", directory.Len()}, {"another", directory.Len() - 1}} {
		asked := 0
		r := checkpoint.Reading{Database: "here", Build: test.build, Keep: func(document models.Document) bool {
			asked++
			return document.Head().ID != directory.Providers[2].ID
		}}
		// Keep is asked by several goroutines, so that asked says only whether it was.
		r.Keep = onceAtATime(r.Keep)
		got, documents, err := r.Read(path)
		if err != nil || !reflect.DeepEqual(got, &header) {
			t.Fatalf("%+v, %v; want %+v", got, err, header)
		}
		if documents.Len() != test.kept || asked > 0 != (test.build == "another") {
			t.Errorf("build %q: %d documents, %d asked for", test.build, documents.Len(), asked)
		}
		want := byID(directory)
		for id, document := range byID(documents) {
			if !reflect.DeepEqual(document, want[id]) {
				t.Fatalf("build %q: read\n%#v\nwant\n%#v", test.build, document, want[id])
			}
		}
	}
}

func onceAtATime(keep func(models.Document) bool) func(models.Document) bool {
	one := make(chan struct{}, 1)
	return func(document models.Document) bool {
		one <- struct{}{}
		defer func() { <-one }()
		return keep(document)
	}
}

func TestAFileOfSomethingElse(t *testing.T) {
	path := checkpoint.Path(t.TempDir(), "here")
	if _, _, err := reading.Read(path); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	write(t, path, documentsOf(t, 10))
	foreign := checkpoint.Reading{Database: "there", Build: "this"}
	if _, _, err := foreign.Read(path); !errors.Is(err, checkpoint.ErrDamaged) {
		t.Error(err)
	}
	to, err := checkpoint.PutAside(path)
	if err != nil || filepath.Base(to) != "here.damaged" {
		t.Errorf("%q, %v", to, err)
	}
	if _, err := os.Stat(to); err != nil {
		t.Error(err)
	}
}

// A file in which any byte differs, or any are missing, is never read.
func TestDamage(t *testing.T) {
	for _, test := range []struct {
		providers int
		places    func(size int) []int
	}{
		{demo.Providers, func(size int) (places []int) {
			for at := 0; at < size; at += 1000 {
				places = append(places, at)
			}
			return append(places, size-1)
		}},
		{4_000, func(size int) (places []int) {
			random := rand.New(rand.NewPCG(1, 2))
			for range 200 {
				places = append(places, random.IntN(size))
			}
			return places
		}},
	} {
		path := checkpoint.Path(t.TempDir(), "here")
		write(t, path, documentsOf(t, test.providers))
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for i, at := range test.places(len(content)) {
			damaged := slices.Clone(content)
			if i%2 == 0 {
				damaged[at] ^= 1 << (at % 8)
			} else {
				damaged = damaged[:at]
			}
			if _, _, err := reading.Decode(bytes.NewReader(damaged)); !errors.Is(err, checkpoint.ErrDamaged) {
				t.Errorf("damaged at %d of %d: %v", at, len(content), err)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	path := checkpoint.Path(f.TempDir(), "here")
	write(f, path, documentsOf(f, 1))
	content, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(content)
	f.Fuzz(func(t *testing.T, content []byte) {
		if _, _, err := reading.Decode(bytes.NewReader(content)); err != nil && !errors.Is(err, checkpoint.ErrDamaged) {
			t.Error(err)
		}
	})
}

func TestWhatIsLeftOfWritersIsRemoved(t *testing.T) {
	path, now := checkpoint.Path(t.TempDir(), "here"), time.UnixMilli(1_790_000_000_000)
	for name, age := range map[string]time.Duration{".1.tmp": 2 * time.Hour, ".2.tmp": time.Minute} {
		if err := os.WriteFile(path+name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path+name, now, now.Add(-age)); err != nil {
			t.Fatal(err)
		}
	}
	if err := checkpoint.CleanUp(path, func() time.Time { return now }); err != nil {
		t.Fatal(err)
	}
	left, err := filepath.Glob(path + "*")
	if fmt.Sprint(left) != fmt.Sprint([]string{path + ".2.tmp"}) {
		t.Errorf("%v, %v", left, err)
	}
}
