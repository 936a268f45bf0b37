package backup_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"findcare/internal/backup"
	"findcare/internal/store"
)

func verify(t *testing.T, file []byte) error {
	t.Helper()
	_, err := backup.Verify(t.Context(), bytes.NewReader(file), int64(len(file)))
	return err
}

// Whatever byte is changed, wherever a file is cut off and whatever follows it: it is refused.
func TestDamageIsFound(t *testing.T) {
	file := backedUp(t, filled(t), true)
	if err := verify(t, file); err != nil {
		t.Fatal(err)
	}
	for i := range file {
		for _, flip := range []byte{1, 0x80} {
			damaged := slices.Clone(file)
			damaged[i] ^= flip
			if verify(t, damaged) == nil {
				t.Errorf("byte %d of %d: the change of bit %#x is not found", i, len(file), flip)
			}
		}
		if verify(t, file[:i]) == nil {
			t.Errorf("a file that is cut off at byte %d of %d is intact", i, len(file))
		}
	}
	for _, more := range []string{"x", string(file), "\n"} {
		if verify(t, append(slices.Clone(file), more...)) == nil {
			t.Errorf("a file that is followed by %d bytes is intact", len(more))
		}
	}
}

// Of a larger file, places are chosen at random.
func TestDamageOfALargerFileIsFound(t *testing.T) {
	db := opened(t, store.Config{})
	e := newEditor(t, db)
	for i := range 500 {
		e.describe(e.create(fmt.Sprintf("Condition %d", i)), fmt.Sprint(rand.Uint64(), rand.Uint64()))
	}
	file := backedUp(t, db, false)
	for range 150 {
		place, length := rand.IntN(len(file)), 1+rand.IntN(100)
		damaged := slices.Clone(file)
		for i := place; i < min(len(file), place+length); i++ {
			damaged[i] ^= byte(1 + rand.IntN(255))
		}
		moved := slices.Concat(file[:place], file[min(len(file), place+length):])
		twice := slices.Concat(file[:place], file[max(0, place-length):])
		for what, file := range map[string][]byte{"changed": damaged, "taken out": moved, "repeated": twice} {
			if place == 0 && what == "repeated" {
				continue // nothing is
			}
			if err := verify(t, file); err == nil {
				t.Errorf("%d bytes at %d of %d are %s, and that is not found", length, place, len(file), what)
			}
		}
	}
	// A valid checksum around damage inside of the compressed stream: lines and manifest are held against each other.
	content := file[:len(file)-40]
	for range 150 {
		damaged := slices.Clone(content)
		damaged[rand.IntN(len(damaged))] ^= byte(1 + rand.IntN(255))
		if verify(t, ended(damaged)) == nil && !sameLines(t, damaged, content) {
			t.Error("other lines are not found")
		}
	}
}

// sameLines reports whether two compressed streams have the same content: not each bit of a stream has a meaning.
func sameLines(t *testing.T, a, b []byte) bool {
	t.Helper()
	decoder, err := zstd.NewReader(nil)
	if err != nil {
		t.Fatal(err)
	}
	one, err := decoder.DecodeAll(a, nil)
	if err != nil {
		return false
	}
	other, err := decoder.DecodeAll(b, nil)
	return err == nil && bytes.Equal(one, other)
}

// fileOf makes a file of lines that is intact as far as its end tells.
func fileOf(t *testing.T, lines ...string) []byte {
	t.Helper()
	encoder, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return ended(encoder.EncodeAll([]byte(strings.Join(lines, "")), nil))
}

// ended adds the checksum to a file.
func ended(file []byte) []byte {
	sum := sha256.Sum256(file)
	file = binary.LittleEndian.AppendUint32(file, 0x184D2A5E)
	return append(binary.LittleEndian.AppendUint32(file, 32), sum[:]...)
}

func TestWhatIsWrongIsSaid(t *testing.T) {
	const header = `{"backup":{"format":1,"database":2}}` + "\n"
	const document = `{"conditions":{"_id":"cnd_1"}}` + "\n"
	manifest := func(documents int) string {
		sum := sha256.Sum256([]byte(document))
		return fmt.Sprintf(`{"manifest":{"database":2,"collections":{"conditions":{"documents":%d,"sha256":%q}}}}`+"\n",
			documents, hex.EncodeToString(sum[:]))
	}
	whole := fileOf(t, header, document, manifest(1))
	if err := verify(t, whole); err != nil {
		t.Fatal(err)
	}
	changed := slices.Clone(whole)
	changed[len(changed)-1]++
	for name, test := range map[string]struct {
		file []byte
		want string
	}{
		"empty":             {nil, backup.ErrNoBackup.Error()},
		"another file":      {[]byte(`{"conditions":[]}`), backup.ErrNoBackup.Error()},
		"cut off":           {whole[:len(whole)-9], backup.ErrIncomplete.Error()},
		"changed":           {changed, backup.ErrDamaged.Error()},
		"no header":         {fileOf(t, document, manifest(1)), "line 1: " + backup.ErrNoBackup.Error()},
		"newer":             {fileOf(t, `{"backup":{"format":2}}`+"\n"), "line 1: the backup has format 2"},
		"no manifest":       {fileOf(t, header, document), "line 3: EOF"},
		"one is missing":    {fileOf(t, header, document, manifest(2)), "lists 2 conditions, and the backup has 1 co"},
		"one is another":    {fileOf(t, header, strings.Replace(document, "1", "2", 1), manifest(1)), "manifest lists"},
		"a foreign one":     {fileOf(t, header, `{"users":{"_id":1}}`+"\n"), `line 2: "users": no backup has such`},
		"no document":       {fileOf(t, header, `{"conditions":1}`+"\n"), "line 2: conditions: "},
		"no object":         {fileOf(t, header, "1\n"), "line 2: is no object"},
		"after the end":     {fileOf(t, header, document, manifest(1), document), "something follows"},
		"a collection anew": {fileOf(t, header, document, `{"changes":{"_id":1}}`+"\n", document), `line 4: "cond`},
	} {
		if err := verify(t, test.file); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q", name, err, test.want)
		}
	}
}

// Nothing is written of a file that is damaged, or that a newer findcare has made.
func TestNothingOfADamagedFileIsRestored(t *testing.T) {
	file := backedUp(t, filled(t), false)
	db := opened(t, store.Config{})
	newer := fileOf(t, `{"backup":{"format":1,"database":99}}`+"\n", `{"manifest":{"database":99}}`+"\n")
	damaged := slices.Clone(file)
	damaged[len(damaged)/2]++
	for _, file := range [][]byte{damaged, file[:len(file)-1], newer} {
		if _, err := restore(t, db, file); err == nil {
			t.Error("it was restored")
		}
	}
	if _, err := restore(t, db, file); err != nil { // into what is still empty
		t.Error(err)
	}
}

// A small file that expands without end is refused, and takes no more memory than a line may.
func TestBombs(t *testing.T) {
	const header = `{"backup":{"format":1,"database":2}}` + "\n"
	const most = 512 << 20
	for name, test := range map[string]struct{ start, again, want string }{
		"a line":  {`{"conditions":{"_id":"`, strings.Repeat("a", 1<<20), "line 2: is longer than 64 MB"},
		"a space": {"", strings.Repeat(" ", 1<<20), "line 2: is longer than 64 MB"},
		"lines":   {"", strings.Repeat("\n", 1<<20), "line 2: is no object"},
		"nesting": {`{"conditions":`, strings.Repeat(`{"a":`, 1<<18), "line 2: is longer than 64 MB"},
	} {
		t.Run(name, func(t *testing.T) {
			file := bombOf(t, header+test.start, test.again, 2048)
			if len(file) > 4<<20 {
				t.Fatalf("the file has %d bytes", len(file))
			}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			if err := verify(t, file); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %q", err, test.want)
			}
			runtime.ReadMemStats(&after)
			if took := after.TotalAlloc - before.TotalAlloc; took > most {
				t.Errorf("it took %d MB", took>>20)
			}
		})
	}
}

// bombOf makes a file that is intact as far as its end tells, of a text that is repeated.
func bombOf(t *testing.T, start, again string, times int) []byte {
	t.Helper()
	var file bytes.Buffer
	encoder, err := zstd.NewWriter(&file)
	if err != nil {
		t.Fatal(err)
	}
	_, err = io.WriteString(encoder, start)
	for range times {
		if err == nil {
			_, err = io.WriteString(encoder, again)
		}
	}
	if err := errors.Join(err, encoder.Close()); err != nil {
		t.Fatal(err)
	}
	return ended(file.Bytes())
}
