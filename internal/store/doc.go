// Package store keeps documents in MongoDB, through the official driver: it connects, creates collections and indexes,
// loads everything, commits changes, and keeps idempotency keys, working copies, tokens and what imports remember. It
// gives package replication what that needs to follow the database (Probe, Watch, UpdatedSince, Decode), and does not
// know it, nor any catalog.
//
// # Invariants
//
//   - All writes go through the type collection, which refuses them if the database has a newer version than this
//     findcare knows (version.go).
//   - A change has its record before its document is written (commit.go). Transactions are never used.
//   - A save of a working copy is only ever inserted, under its number (working_copies.go).
//   - No reference to a deleted document remains, whatever is written concurrently (references.go).
//   - A writer of a document holds its lock (Lock, LockAll) from the read of the previous revision to the end of
//     Commit. Locks of several documents are taken by one call of LockAll. No lock is held during AwaitClosing.
//   - Holds are released only when the document is published in the catalog, or was not written.
//   - Documents that cannot be decoded or break a rule are quarantined: counted, logged once, and never shown.
//   - Contents of documents are never logged.
//   - Look-ups by id return nil without an error if there is nothing.
//   - Errors that may be transient wrap ErrUnavailable; whether the write took place is unknown then.
//
// A Store may be used by several goroutines. Its engine is nil unless the engine runs inside the process.
package store
