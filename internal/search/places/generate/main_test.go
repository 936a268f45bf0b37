package main

import (
	"bytes"
	"context"
	"strings"
	"testing"
)

func TestPack(t *testing.T) {
	a, b := row{"00601", 18.18056, -66.74996}, row{"00602", 18.18055, -66.74995}
	// 601, then 1818056 and -6674996 in zigzag; then steps of 1, -1 and 1.
	want := []byte{0xd9, 0x04, 0x90, 0xf7, 0xdd, 0x01, 0xe7, 0xe8, 0xae, 0x06, 1, 1, 2}
	for _, rows := range [][]row{{a, b}, {b, a}} {
		if got, err := pack(rows); err != nil || !bytes.Equal(got, want) {
			t.Errorf("pack(%v) = % x, %v, want % x", rows, got, err, want)
		}
	}
}

func TestPackRejects(t *testing.T) {
	for _, rows := range [][]row{
		{{"601", 18, -66}},
		{{"0060a", 18, -66}},
		{{"00601", 91, -66}},
		{{"00601", 18, -181}},
		{{"00601", 18, -66}, {"00602", 18, -66}, {"00601", 18, -66}},
	} {
		if got, err := pack(rows); err == nil {
			t.Errorf("pack(%v) = % x, want an error", rows, got)
		}
	}
}

func TestParse(t *testing.T) {
	rows, err := parse(
		[]byte("module.exports = [\n  {\"latitude\":40.75065,\"longitude\":-73.997293,\"zipCode\":\"10001\"}\n]\n"),
	)
	if want := (row{"10001", 40.75065, -73.997293}); err != nil || len(rows) != 1 || rows[0] != want {
		t.Errorf("got %v, %v, want %v", rows, err, want)
	}
	for _, script := range []string{"", "[]", "module.exports = [", "module.exports = new Map()"} {
		if rows, err := parse([]byte(script)); err == nil {
			t.Errorf("parse(%q) = %v, want an error", script, rows)
		}
	}
}

func TestNpmIsMissing(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if _, err := fetch(context.Background()); err == nil || !strings.Contains(err.Error(), "npm is needed") {
		t.Errorf("got %v, want an error that says what is needed", err)
	}
}
