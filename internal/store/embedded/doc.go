// Package embedded runs FerretDB v1 over SQLite inside the process, and is the only package that knows of it. The
// driver speaks to it over a Unix socket, as to any other server.
//
// The package also works on FerretDB's own files: it repairs what a dead process has left half made (repair.go),
// indexes ids (index.go), reads whole collections (read.go, form_read.go), and writes many documents at once (bulk.go,
// form.go). FerretDB v1 has no more releases, and what the package knows of its files is that of the version in go.mod.
//
// # Invariants
//
//   - If a start finds another version of FerretDB, its files are left to FerretDB, with a warning. If a row that
//     FerretDB has written is not what this package would have written, so are all reads and writes.
//   - One process at a time uses a data directory: it holds the file "lock". Only the owner may enter the directory.
//   - Repairs never remove a document, and bulk writes only add documents.
//   - An Engine may be used by several goroutines, except for Insert, which is for one at a time. OpenFiles comes
//     before Insert and Each, and Close after both.
package embedded
