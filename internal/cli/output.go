package cli

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// everybody may read and write a file, as far as the umask lets them.
const everybody = 0o666

// writeOutput writes the file at a path, or standard output for "-". The file appears only when it is complete: until
// then it is written under another name beside it, and an earlier file stays. A new file has the given permissions.
func writeOutput(p *process, path string, permissions fs.FileMode, write func(io.Writer) error) error {
	if path == "-" {
		return write(p.stdout)
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return replaceFile(path, nil, permissions, write)
	case err != nil:
		return err
	case info.IsDir():
		return fmt.Errorf("%s is a folder", path)
	case !info.Mode().IsRegular():
		return writeInto(path, write)
	}
	if path, err = filepath.EvalSymlinks(path); err != nil {
		return err
	}
	return replaceFile(path, info, permissions, write)
}

// writeInto writes to a pipe or a device, which cannot be replaced.
func writeInto(path string, write func(io.Writer) error) error {
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(write(file), file.Close())
}

// replaceFile keeps the permissions of an earlier file.
func replaceFile(path string, before fs.FileInfo, permissions fs.FileMode, write func(io.Writer) error) (err error) {
	pending := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+rand.Text()+".part")
	file, err := os.OpenFile(pending, os.O_WRONLY|os.O_CREATE|os.O_EXCL, permissions)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(pending)
		}
	}()
	err = write(file)
	if err == nil && before != nil {
		err = file.Chmod(before.Mode().Perm())
	}
	if err == nil {
		err = file.Sync()
	}
	if err = errors.Join(err, file.Close()); err != nil {
		return err
	}
	return os.Rename(pending, path)
}
