// Package editing changes the directory. A change is checked against the rules of models and the references between
// documents, written with a record of who made it, and visible to readers of this server before it returns. It also
// has the one merge of registry records (MergeRecord), whichever way they come in.
//
// Invariants:
//   - While a document is written, its id is locked in the store; deletions close the document to new references only
//     while they hold no lock.
//   - Lock order: a document's lock, then one of this package's mutexes, never two of those.
//   - A change that alters nothing is not written and not recorded.
//   - The same idempotency key has one outcome, on all servers.
//   - What a client can correct is a UserError in the outcome; an error is a failure of the database.
package editing
