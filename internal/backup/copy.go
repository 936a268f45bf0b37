package backup

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
)

// Copy copies a backup as it comes, and returns ErrIncomplete or ErrDamaged where its end is missing or its checksum is
// another one.
func Copy(to io.Writer, from io.Reader) error {
	sum, buffer := sha256.New(), make([]byte, 1<<16)
	var held []byte // the last bytes so far, which may be the frame at the end
	for {
		n, err := from.Read(buffer)
		held = append(held, buffer[:n]...)
		if rest := len(held) - frameLength; rest > 0 {
			_, _ = sum.Write(held[:rest]) // which never fails
			if _, err := to.Write(held[:rest]); err != nil {
				return err
			}
			held = append(held[:0], held[rest:]...)
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
	}
	want, isFrame := bytes.CutPrefix(held, frameStart())
	switch {
	case !isFrame || len(want) != sha256.Size:
		return ErrIncomplete
	case !bytes.Equal(want, sum.Sum(nil)):
		return ErrDamaged
	}
	_, err := to.Write(held)
	return err
}
