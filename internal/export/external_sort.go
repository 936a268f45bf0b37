package export

import (
	"bufio"
	"bytes"
	"cmp"
	"container/heap"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
)

// externalSort sorts texts by their keys in bounded memory: what exceeds it is written to a temporary file in sorted
// runs, which are then merged.
type externalSort struct {
	memory  int // maximum bytes in memory
	pending []keyed
	size    int
	file    *os.File // nil until memory is full
	ends    []int64  // of the runs
}

type keyed struct {
	key     string
	content []byte
}

func compareKeyed(a, b keyed) int {
	return cmp.Or(strings.Compare(a.key, b.key), bytes.Compare(a.content, b.content))
}

func (s *externalSort) add(key string, content []byte) error {
	const overhead = 64 // of the slices and of what is allocated with them
	s.pending = append(s.pending, keyed{key, content})
	s.size += len(key) + len(content) + overhead
	if s.size < s.memory {
		return nil
	}
	return s.spill()
}

// spill writes what is pending as a run.
func (s *externalSort) spill() (err error) {
	if s.file == nil {
		if s.file, err = os.CreateTemp("", "findcare-export-"); err != nil {
			return fmt.Errorf("sort: %w", err)
		}
	}
	slices.SortFunc(s.pending, compareKeyed)
	w := bufio.NewWriterSize(s.file, 1<<16)
	var end int64
	if len(s.ends) > 0 {
		end = s.ends[len(s.ends)-1]
	}
	var length []byte
	for _, text := range s.pending {
		length = binary.AppendUvarint(
			binary.AppendUvarint(length[:0], uint64(len(text.key))),
			uint64(len(text.content)),
		)
		_, _ = w.Write(length)
		_, _ = w.WriteString(text.key)
		_, _ = w.Write(text.content)
		end += int64(len(length) + len(text.key) + len(text.content))
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("sort: %w", err)
	}
	clear(s.pending)
	s.pending, s.size, s.ends = s.pending[:0], 0, append(s.ends, end)
	return nil
}

// each yields the texts in order. It can be called once.
func (s *externalSort) each(yield func(content []byte) error) error {
	if s.file == nil {
		slices.SortFunc(s.pending, compareKeyed)
		for _, text := range s.pending {
			if err := yield(text.content); err != nil {
				return err
			}
		}
		return nil
	}
	if err := s.spill(); err != nil {
		return err
	}
	var merging runs
	start := int64(0)
	for _, end := range s.ends {
		r := &run{reader: bufio.NewReaderSize(io.NewSectionReader(s.file, start, end-start), 1<<15)}
		if more, err := r.next(); err != nil {
			return err
		} else if more {
			merging = append(merging, r)
		}
		start = end
	}
	heap.Init(&merging)
	for len(merging) > 0 {
		if err := yield(merging[0].content); err != nil {
			return err
		}
		more, err := merging[0].next()
		switch {
		case err != nil:
			return err
		case more:
			heap.Fix(&merging, 0)
		default:
			heap.Pop(&merging)
		}
	}
	return nil
}

// close removes the temporary file.
func (s *externalSort) close() error {
	if s.file == nil {
		return nil
	}
	return errors.Join(s.file.Close(), os.Remove(s.file.Name()))
}

// run is a sorted part of the temporary file, positioned at its next text.
type run struct {
	reader *bufio.Reader
	keyed
}

func (r *run) next() (more bool, err error) {
	key, err := binary.ReadUvarint(r.reader)
	if errors.Is(err, io.EOF) {
		return false, nil
	}
	var length uint64
	if err == nil {
		length, err = binary.ReadUvarint(r.reader)
	}
	if err != nil {
		return false, fmt.Errorf("sort: %w", err)
	}
	text := make([]byte, key+length)
	if _, err := io.ReadFull(r.reader, text); err != nil {
		return false, fmt.Errorf("sort: %w", err)
	}
	r.keyed = keyed{string(text[:key]), text[key:]}
	return true, nil
}

// runs is a heap ordered by the runs' next keys.
type runs []*run

func (h runs) Len() int           { return len(h) }
func (h runs) Less(i, j int) bool { return compareKeyed(h[i].keyed, h[j].keyed) < 0 }
func (h runs) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }

// Push is never called: a heap of runs only shrinks.
func (h *runs) Push(r any) { *h = append(*h, r.(*run)) }

// Pop takes the last one off.
func (h *runs) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}
