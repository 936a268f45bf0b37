package main

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"os"
	"time"
)

// file is a file of an archive: its content, or the path to read it from.
type file struct {
	name, path string
	mode       fs.FileMode
	content    []byte
}

func (f file) read() ([]byte, error) {
	if f.path == "" {
		return f.content, nil
	}
	return os.ReadFile(f.path)
}

// writeTar packs files below a folder and returns the path of the archive. Whatever could differ between two runs is
// fixed: owners, times and gzip's header.
func writeTar(path, folder string, files []file, at time.Time) (string, error) {
	return path, create(path, func(to io.Writer) error {
		compressed, err := gzip.NewWriterLevel(to, gzip.BestCompression)
		if err != nil {
			return err
		}
		packed := tar.NewWriter(compressed)
		for _, f := range files {
			content, err := f.read()
			if err != nil {
				return err
			}
			header := &tar.Header{
				Name:    folder + "/" + f.name,
				Mode:    int64(f.mode),
				Size:    int64(len(content)),
				ModTime: at,
				Format:  tar.FormatPAX,
			}
			if err := packed.WriteHeader(header); err != nil {
				return err
			}
			if _, err := packed.Write(content); err != nil {
				return err
			}
		}
		return errors.Join(packed.Close(), compressed.Close())
	})
}

// writeZip is writeTar for Windows.
func writeZip(path, folder string, files []file, at time.Time) (string, error) {
	return path, create(path, func(to io.Writer) error {
		packed := zip.NewWriter(to)
		for _, f := range files {
			content, err := f.read()
			if err != nil {
				return err
			}
			header := &zip.FileHeader{Name: folder + "/" + f.name, Method: zip.Deflate, Modified: at}
			header.SetMode(f.mode)
			w, err := packed.CreateHeader(header)
			if err != nil {
				return err
			}
			if _, err := w.Write(content); err != nil {
				return err
			}
		}
		return packed.Close()
	})
}

func create(path string, write func(io.Writer) error) error {
	to, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(write(to), to.Close())
}
