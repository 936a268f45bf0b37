// Package importing brings files into the directory: into the store, or through a server that runs. What files say is
// read by the packages registry and dirformat.
//
// A file of a public registry is read once, row by row: what is wrong with a row costs that row, and each provider is
// brought to what its record says in those fields that no editor has changed. ImportRecords does that.
//
// A file in the directory format is read three times, one document at a time, so that its size does not matter: to
// learn which documents it has, to check every one, and, only where nothing is wrong, to write. What is kept in memory
// meanwhile is a slug, an id and a hash for each document of the file and of the store.
//
// Invariants:
//   - Nothing of a file in the directory format is written where anything is wrong with it.
//   - An import that is stopped is on record as not finished, and the same again goes on from there; done twice, it changes nothing.
//   - Whom an editor has deleted does not come back by a registry's file, and an older file changes nothing that a newer one said,
//     unless it is forced.
//   - While one batch is written, the next one is read: what writes touches nothing but the store, or the server, and its own batch.
package importing
