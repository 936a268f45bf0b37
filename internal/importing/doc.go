// Package importing imports files, either into the store or through a running server. Packages registry and dirformat
// read the files.
//
// A file of a public registry is read once, row by row (ImportRecords, SendRecords). A fault in a row rejects that
// row only. Each provider is updated to what its record says, in those fields that no editor has changed;
// editing.MergeRecord decides.
//
// A file in the directory format is read three times (ImportFile): to assign ids, to check every document, and, if
// nothing is wrong, to write. Documents are read one at a time, so the size of the file does not matter: memory holds
// a slug, an id and a hash for each document of the file and of the store, and all documents that are not providers.
//
// Through a running server, a file in the directory format is sent (SendFile) and imported there (Imports), by the
// editor that serves the directory.
//
// What the new providers of either resemble is found at the end, by one more reading of the store (resemblances).
//
// Invariants:
//   - If anything is wrong with a file in the directory format, nothing of it is written.
//   - An interrupted import is recorded as unfinished. Repeating it completes it; repeating a complete import changes
//     nothing.
//   - A registry's file does not restore a provider that an editor deleted. An older file changes nothing that a
//     newer one said, unless the import is forced.
//   - One batch is written while the next one is read, so the writing goroutine uses nothing but the store or the
//     server and its own batch.
package importing
