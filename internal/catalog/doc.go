// Package catalog answers all reads from memory: the whole directory as one immutable snapshot of documents, their
// relations and an index of the providers, and the watchers of what changes in it.
//
// The types that the schema binds to are here: a Provider, an Article and so on of a [Snapshot] holds the snapshot it
// came from, so whatever is reached from one of them is of the same version of the directory. This package translates
// between them and the engine in internal/search, which knows neither the schema nor cursors. It never does I/O and
// knows nothing of the store: internal/replication brings the changes.
//
// Invariants:
//   - A Snapshot never changes once it is built, and neither do the documents in it, which belong to it. Only its day
//     is set once, when an answer first depends on it. Any number of goroutines may read it.
//   - [Catalog.Current] is nil before the first snapshot is published, and never afterwards. A request takes it once.
//   - Retired providers and unpublished articles are in no list, search, facet, suggestion or version. Only methods
//     whose comment says that they are not for the public return them.
//   - Locks are acquired in the order Catalog.writing, watchers.mutex, Watcher.mutex. Whoever makes the next snapshot
//     holds writing; readers need no lock. Merges of segments run in the background, and are installed under writing.
//   - A Watcher never blocks whoever makes changes: one that falls too far behind is told so and gets nothing more.
package catalog
