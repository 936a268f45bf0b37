// Package backup writes a directory into one file, with its history, reads such a file back, and restores it.
//
// A file is a zstd stream of lines of JSON, each of which has one member. The first line has the Header; then each
// line has a document under the name of its collection, in MongoDB's canonical extended JSON, collection after
// collection; the last line has the Manifest. A skippable frame of zstd follows, with the SHA-256 of all bytes before
// it: so tools that know zstd can read the file, and a change of any byte is found.
//
// # Invariants
//
//   - A file is one version of the directory. Of a running server it is that of a snapshot: what has been written
//     since is taken from the snapshot, and later records of changes are left out. Without a server, Write reads the
//     revisions of all documents once more: where they are the same, nothing has changed in between.
//   - Working copies, and the dates of the records that imports have read, are those of a moment before: one that was
//     published meanwhile is in the backup twice, and not lost. Its publication knows that it took place.
//   - Records of writes that have not reached their documents are left out.
//   - Nothing is decompressed before the checksum of the file is right, nor restored before the whole file has been
//     read and found intact, nor into a database that holds anything. No line is longer than maxLine.
//   - A database is marked until its restore is complete, and nothing but another restore uses it so.
package backup
