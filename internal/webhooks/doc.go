// Package webhooks tells receivers that the directory has changed, and up to which cursor.
//
// What each receiver was told stands in the database, with the version of the directory then. Each server that sees a
// version which was not told claims the webhook, sends, and stores what came of it; where it dies, another one does so
// when the claim is over.
//
// # Invariants
//
//   - Each change is told of at least once, after it can be read on the server that tells; of several changes, only the
//     last one may be.
//   - A connection is made only to an address that is public, checked when its host is resolved, unless all are
//     allowed.
//   - Neither the key of a webhook nor its URL, which may hold a secret, is in the log.
package webhooks
