package catalog

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"

	"findcare/models"
)

// version is the fingerprint of the documents and of the day, so that whatever is cached by it never shows what was
// true the day before.
func (s *Snapshot) version() string {
	sum := s.content
	if today := s.Today(); today != "" {
		sum.addDay(today)
	}
	return sum.String()
}

// VersionSum sums up the version of a directory document by document, in any order, where there is no snapshot of it.
type VersionSum struct{ sum fingerprint }

// Add adds a document. One that the public does not see is no part of the version.
func (v *VersionSum) Add(document models.Document) {
	if models.Shown(document) {
		v.sum.add(document.Head())
	}
}

// On returns the version on a day, without one that of no day.
func (v *VersionSum) On(day models.Date) string {
	sum := v.sum
	if day != "" {
		sum.addDay(day)
	}
	return sum.String()
}

// fingerprint sums a hash of every document's id, revision, time and digest, so that the order of documents does not
// matter and a change of one document can be added without reading the others.
type fingerprint [2]uint64

func (f *fingerprint) add(head *models.Header) {
	for i, part := range hashOf(head) {
		f[i] += part
	}
}

func (f *fingerprint) remove(head *models.Header) {
	for i, part := range hashOf(head) {
		f[i] -= part
	}
}

// addDay makes the fingerprint that of a day, too.
func (f *fingerprint) addDay(day models.Date) {
	hash := sha256.Sum256([]byte(day))
	for i := range f {
		f[i] += binary.BigEndian.Uint64(hash[8*i:])
	}
}

func hashOf(head *models.Header) (parts fingerprint) {
	b := make([]byte, 0, 64) // a document's id and three numbers fit
	b = append(b, head.ID...)
	b = binary.BigEndian.AppendUint64(b, uint64(head.Revision))
	b = binary.BigEndian.AppendUint64(b, uint64(head.UpdatedAt.UnixMilli()))
	b = binary.BigEndian.AppendUint64(b, head.Digest)
	hash := sha256.Sum256(b)
	for i := range parts {
		parts[i] = binary.BigEndian.Uint64(hash[8*i:])
	}
	return parts
}

// String returns the fingerprint in hexadecimal digits.
func (f fingerprint) String() string {
	b := binary.BigEndian.AppendUint64(nil, f[0])
	return hex.EncodeToString(binary.BigEndian.AppendUint64(b, f[1]))
}
