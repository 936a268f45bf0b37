package export

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// With any amount of memory, every text comes back once, in order.
func TestSortWithAnyMemory(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	rapid.Check(t, func(r *rapid.T) {
		texts := rapid.SliceOf(rapid.StringN(0, 50, -1)).Draw(r, "texts")
		s := &externalSort{memory: rapid.IntRange(1, 2000).Draw(r, "memory")}
		for _, text := range texts {
			if err := s.add(text, []byte("<"+text+">")); err != nil {
				r.Fatal(err)
			}
		}
		var got []string
		if err := s.each(func(content []byte) error {
			got = append(got, strings.TrimSuffix(strings.TrimPrefix(string(content), "<"), ">"))
			return nil
		}); err != nil {
			r.Fatal(err)
		}
		slices.Sort(texts)
		if !slices.Equal(got, texts) {
			r.Errorf("got %q, want %q", got, texts)
		}
		if err := s.close(); err != nil {
			r.Error(err)
		}
		if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) > 0 {
			r.Errorf("%d files are left behind, %v", len(left), err)
		}
	})
}

func TestSortStopsAtAnError(t *testing.T) {
	stop := errors.New("stop")
	for name, memory := range map[string]int{"in memory": 1 << 20, "on disk": 1} {
		t.Run(name, func(t *testing.T) {
			s := &externalSort{memory: memory}
			for _, key := range []string{"b", "a", "c"} {
				if err := s.add(key, []byte(key)); err != nil {
					t.Fatal(err)
				}
			}
			seen := ""
			err := s.each(func(content []byte) error {
				seen += string(content)
				if seen == "ab" {
					return stop
				}
				return nil
			})
			if !errors.Is(err, stop) || seen != "ab" {
				t.Errorf("saw %q, %v", seen, err)
			}
			if err := s.close(); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestSortReportsAFullDisk(t *testing.T) {
	t.Setenv("TMPDIR", "/nowhere")
	s := &externalSort{memory: 1}
	if err := s.add("a", nil); err == nil {
		t.Error("no error")
	}
}
