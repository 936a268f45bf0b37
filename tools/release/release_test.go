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

// Two archives of the same files are identical, and hold those files.
func TestArchivesAreReproducible(t *testing.T) {
	files := []file{
		{name: "findcare", mode: 0o755, content: []byte("program")},
		{name: "LICENSE", mode: 0o644, path: "../../LICENSE"},
	}
	at := time.Date(2026, 11, 29, 8, 0, 0, 0, time.UTC)
	want := []string{"-rwxr-xr-x findcare-1/findcare", "-rw-r--r-- findcare-1/LICENSE"}
	for _, format := range []struct {
		name  string
		write func(path, folder string, files []file, at time.Time) (string, error)
		list  func(*testing.T, []byte) []string
	}{{"a.tar.gz", writeTar, listTar}, {"a.zip", writeZip, listZip}} {
		var before []byte
		for range 2 {
			path, err := format.write(filepath.Join(t.TempDir(), format.name), "findcare-1", files, at)
			if err != nil {
				t.Fatal(err)
			}
			content, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if before != nil && !bytes.Equal(content, before) {
				t.Errorf("%s: the second one differs", format.name)
			}
			before = content
		}
		if got := format.list(t, before); !slices.Equal(got, want) {
			t.Errorf("%s has %q, want %q", format.name, got, want)
		}
	}
}

func listTar(t *testing.T, content []byte) (names []string) {
	t.Helper()
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

func listZip(t *testing.T, content []byte) (names []string) {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.File {
		names = append(names, f.Mode().String()+" "+f.Name)
	}
	return names
}

// The binary of this test was built from at least the standard library.
func TestBillOfMaterials(t *testing.T) {
	bill, err := billOfMaterials(os.Args[0], time.Unix(0, 0))
	if err != nil || !bytes.Contains(bill, []byte(`"bomFormat": "CycloneDX"`)) ||
		!bytes.Contains(bill, []byte(`"pkg:golang/std@go1.`)) {
		t.Errorf("%v: %s", err, bill)
	}
}
