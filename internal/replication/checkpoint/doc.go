// Package checkpoint writes the documents of a directory to a file, with the place in the feed of changes that they
// stand for, and reads them back.
//
// A file is the text of magic, the version of the format, and frames. A frame is a letter that says what it holds, the
// length of its content, that of the content compressed with S2, the compressed content, and an XXH64 sum of all that:
//
//	H  the header, as JSON
//	D  the name of a kind, a zero, and documents of it: a byte of flags, the digest, and the document as it is stored
//	E  how many documents there are, and the sum of the sums of all frames before; the last frame
//
// # Invariants
//
//   - The format has its own version. Documents are stored in it as in the database, so that another findcare reads
//     them as it reads those that this one has stored there.
//   - A file appears under its name only when it is complete and on the disk. Until then the one before is there.
//   - What is read is what was written, or an error that wraps ErrDamaged.
//   - Only the owner may read a file: it holds drafts and providers that are not shown.
package checkpoint
