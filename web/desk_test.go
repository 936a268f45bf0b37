package web_test

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"findcare/web"
)

// The desk is at most 120 KB, compressed; what the public loads is none of it.
func TestDeskSize(t *testing.T) {
	const most = 120_000
	files, err := filepath.Glob("dist/desk/assets/*")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	total := 0
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var compressed bytes.Buffer
		writer := gzip.NewWriter(&compressed)
		if _, err := writer.Write(content); err != nil {
			t.Fatal(err)
		}
		if err := writer.Close(); err != nil {
			t.Fatal(err)
		}
		total += compressed.Len()
	}
	t.Logf("%d bytes in %d files", total, len(files))
	if total > most {
		t.Errorf("the desk has %d bytes, more than %d", total, most)
	}
	names, err := web.PageFiles()
	if err != nil {
		t.Fatal(err)
	}
	if script, ok := web.Asset(names.Script); !ok || strings.Contains(string(script.Content), "desk") {
		t.Error("the script of the pages has something of the desk")
	}
}
