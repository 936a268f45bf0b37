package codes_test

import (
	"os"
	"strings"
	"testing"

	"findcare/internal/codes"
)

// Texts as they stand in registries, each read as somebody would who knows the licences of the states.
func TestCredentialTexts(t *testing.T) {
	content, err := os.ReadFile("testdata/credentials.tsv")
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for line := range strings.Lines(string(content)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		columns := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(columns) != 3 {
			t.Fatalf("a line of %d columns: %s", len(columns), line)
		}
		in := codes.Context{Professions: strings.Fields(columns[0]), States: strings.Fields(columns[0])}
		for text := range strings.SplitSeq(columns[2], "|") {
			count++
			if got := known(read(text, in)); got != columns[1] {
				t.Errorf("%q: %q, want %q", text, got, columns[1])
			}
		}
	}
	const few = 300
	if count < few {
		t.Errorf("only %d texts", count)
	}
}
