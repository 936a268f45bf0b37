package cli

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func TestOutputIsCompleteOrAbsent(t *testing.T) {
	t.Parallel()
	failed := errors.New("half way")
	for _, test := range []struct {
		name   string
		before string // what the file has, "" for none
		err    error
		want   string
	}{
		{"a new file", "", nil, "whole"},
		{"a file in its place", "old", nil, "whole"},
		{"a new file that fails", "", failed, ""},
		{"a file in its place that fails", "old", failed, "old"},
	} {
		t.Run(test.name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, "out.json")
			if test.before != "" {
				writeFile(t, path, test.before)
			}
			err := writeOutput(&process{}, path, everybody, func(w io.Writer) error {
				_, _ = io.WriteString(w, "whole")
				if content, _ := os.ReadFile(path); string(content) != test.before {
					t.Errorf("while it is written, the file has %q", content)
				}
				return test.err
			})
			if !errors.Is(err, test.err) {
				t.Errorf("err = %v", err)
			}
			if content, _ := os.ReadFile(path); string(content) != test.want {
				t.Errorf("afterwards the file has %q, want %q", content, test.want)
			}
			entries, err := os.ReadDir(folder)
			if want := min(1, len(test.want)); err != nil || len(entries) != want {
				t.Errorf("there are %v in the folder, %v", entries, err)
			}
		})
	}
}

func TestOutputKeepsPermissionsAndLinks(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path, link := filepath.Join(folder, "real.json"), filepath.Join(folder, "link.json")
	writeFile(t, path, "old")
	if err := errors.Join(os.Chmod(path, 0o660), os.Symlink(path, link)); err != nil {
		t.Fatal(err)
	}
	if err := writeOutput(&process{}, link, everybody, writeText("new")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Lstat(link)
	if err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is %v, %v", info, err)
	}
	if info, err = os.Stat(path); err != nil || info.Mode().Perm() != 0o660 || readFile(t, path) != "new" {
		t.Errorf("the file is %v, %v", info, err)
	}
}

func TestOutputToSpecialFiles(t *testing.T) {
	t.Parallel()
	hello := writeText("hello")
	var stdout bytes.Buffer
	if err := writeOutput(&process{stdout: &stdout}, "-", everybody, hello); err != nil || stdout.String() != "hello" {
		t.Errorf("%q, %v", &stdout, err)
	}
	if err := writeOutput(&process{}, os.DevNull, everybody, hello); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Errorf("%s is a file now: %v, %v", os.DevNull, info, err)
	}
	if err := writeOutput(&process{}, t.TempDir(), everybody, hello); err == nil {
		t.Error("a folder was written to")
	}
	missing := filepath.Join(t.TempDir(), "missing", "out.json")
	if err := writeOutput(&process{}, missing, everybody, hello); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("err = %v", err)
	}
}

func writeText(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func writeFile(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}
