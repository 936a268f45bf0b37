// Package search is the search engine inside the catalog: it indexes providers, finds those that match a query, ranks
// and counts them, completes what a person types, and finds similar providers.
//
// An [Index] is a few segments, each with the tombstones of what has changed since it was built, the dictionaries that
// number the values of fields, and the vocabulary of what providers refer to. The catalog hands in documents, resolved
// ids and numbers, and gets documents back. This package knows nothing of GraphQL, of cursors or of the store.
//
// Invariants:
//   - An Index and all that it consists of never change. A change makes the next Index, which shares every segment that
//     lost no provider. Any number of goroutines may use an Index at once, and no lock is needed. (A segment keeps the
//     licenses that hold on the last day it was asked about; that is an atomic pointer.)
//   - Within a segment, ordinals are in the order of names, so that the first matches by name are the first bits set.
//   - A code that a dictionary gave to a value stays through all later versions, so that a segment is never rewritten
//     because a dictionary grew.
//   - The documents belong to the Index once they are handed in, and nobody may change them any more. Of many at once
//     it keeps copies, packed into little memory.
//   - A bitset that a clause, a view or a posting list returns is shared and must not be changed. A borrowed one is
//     released to its pool, once, by whoever borrowed it.
package search
