package backup_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"findcare/internal/backup"
	"findcare/internal/store"
)

func verify(t *testing.T, file []byte) error {
	t.Helper()
	_, _, err := backup.Verify(t.Context(), bytes.NewReader(file), int64(len(file)))
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

// fileOf makes a file of lines that is intact as far as its end tells.
func fileOf(t *testing.T, lines ...string) []byte {
	t.Helper()
	encoder, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	file := encoder.EncodeAll([]byte(strings.Join(lines, "")), nil)
	sum := sha256.Sum256(file)
	file = binary.LittleEndian.AppendUint32(file, 0x184D2A5E)
	return append(binary.LittleEndian.AppendUint32(file, 32), sum[:]...)
}

func TestWhatIsWrongIsSaid(t *testing.T) {
	const header = `{"backup":{"format":1,"database":2}}` + "\n"
	const document = `{"conditions":{"_id":"cnd_1"}}` + "\n"
	manifest := func(documents int) string {
		sum := sha256.Sum256([]byte(document))
		return fmt.Sprintf(`{"manifest":{"conditions":{"documents":%d,"sha256":%q}}}`+"\n",
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
		"one is missing":    {fileOf(t, header, document, manifest(2)), "the manifest lists 2 conditions, and the backup has 1 co"},
		"one is another":    {fileOf(t, header, strings.Replace(document, "1", "2", 1), manifest(1)), "the manifest lists"},
		"a foreign one":     {fileOf(t, header, `{"users":{"_id":1}}`+"\n"), `line 2: "users": no backup has such`},
		"no document":       {fileOf(t, header, `{"conditions":1}`+"\n"), "line 2: conditions: "},
		"no object":         {fileOf(t, header, "1\n"), "line 2: is no object"},
		"after the end":     {fileOf(t, header, document, manifest(1), document), "something follows"},
		"a collection anew": {fileOf(t, header, document, `{"changes":{"_id":"a"}}`+"\n", document), `line 4: "conditions"`},
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
	newer := fileOf(t, `{"backup":{"format":1,"database":99}}`+"\n", `{"manifest":{}}`+"\n")
	damaged := slices.Clone(file)
	damaged[len(damaged)/2]++
	for _, file := range [][]byte{damaged, file[:len(file)-1], newer} {
		if _, _, err := backup.Restore(t.Context(), db, bytes.NewReader(file), int64(len(file))); err == nil {
			t.Error("it was restored")
		}
		if name, found, err := db.Holding(t.Context()); found || err != nil {
			t.Errorf("the database has %s, %v", name, err)
		}
	}
	if _, _, err := backup.Restore(t.Context(), db, bytes.NewReader(file), int64(len(file))); errors.Is(err, backup.ErrDamaged) {
		t.Error(err)
	}
}
