package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// An archive made twice is the same to the byte, and has what was put into it.
func TestArchivesAreReproducible(t *testing.T) {
	files := []file{
		{name: "findcare", mode: 0o755, content: []byte("program")},
		{name: "LICENSE", mode: 0o644, path: "../../LICENSE"},
	}
	at := time.Date(2026, 11, 29, 8, 0, 0, 0, time.UTC)
	names := func(t *testing.T, content []byte, isZip bool) (names []string) {
		t.Helper()
		if isZip {
			r, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range r.File {
				names = append(names, f.Mode().String()+" "+f.Name)
			}
			return names
		}
		unzipped, err := gzip.NewReader(bytes.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		for r := tar.NewReader(unzipped); ; {
			header, err := r.Next()
			if errors.Is(err, io.EOF) {
				return names
			} else if err != nil {
				t.Fatal(err)
			}
			names = append(names, header.FileInfo().Mode().String()+" "+header.Name)
		}
	}
	for name, write := range map[string]func(string, string, []file, time.Time) (string, error){
		"a.tar.gz": writeTar, "a.zip": writeZip,
	} {
		var before []byte
		for range 2 {
			path, err := write(filepath.Join(t.TempDir(), name), "findcare-1", files, at)
			if err != nil {
				t.Fatal(err)
			}
			content, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if before != nil && !bytes.Equal(content, before) {
				t.Errorf("%s: the second one differs", name)
			}
			before = content
		}
		got, want := names(t, before,
			name == "a.zip"), []string{"-rwxr-xr-x findcare-1/findcare", "-rw-r--r-- findcare-1/LICENSE"}
		if !slices.Equal(
			got,
			want,
		) {
			t.Errorf("%s has %q, want %q", name, got, want)
		}
	}
}

// The test's own binary has been built from modules, too, or from none.
func TestBillOfMaterials(t *testing.T) {
	bill, err := billOfMaterials(os.Args[0], time.Unix(0, 0))
	if err != nil || !bytes.Contains(bill, []byte(`"bomFormat": "CycloneDX"`)) ||
		!bytes.Contains(bill, []byte(`"pkg:golang/std@go1.`)) {
		t.Errorf("%v: %s", err, bill)
	}
}
