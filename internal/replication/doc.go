// Package replication keeps a catalog as its database is: it loads the directory, and takes over what other servers,
// imports and other tools write. It never writes documents; it fills an empty directory through Options.Fill, and
// purges what is left of old deletions through the store.
//
// # States
//
// Feed.Run goes through these states. The function transition has them; what happens in one is in follow.go, stream.go
// and poll.go.
//
//	State         Event        Next          What is done
//	connecting    answered     connecting    the database is prepared, and a stream opened where it has them
//	connecting    opened       loading       the whole directory is read
//	connecting    streamReady  streaming     the stream goes on behind the position
//	connecting    pollReady    polling       the first poll looks back to the position
//	connecting    missed       connecting    the position is forgotten; a pause
//	loading       streamReady  streaming
//	loading       pollReady    polling       counts as a connection that was of use
//	streaming     applied      streaming     counts as a connection that was of use
//	streaming     missed       connecting    the position is forgotten; a pause
//	polling       applied      polling       counts as a connection that was of use
//	polling       missed       loading       the position is forgotten
//	disconnected  answered     connecting    writes are let through again
//	any           broken       connecting    a pause; the position is kept
//	any           silent       disconnected  writes fail at once; a pause; the position is kept
//	any           another      connecting    the position is forgotten; a pause
//
// The position is a resume token or the time of the last poll. A pause grows from a quarter of a second to one second,
// and to half a minute where everything has to be loaded. Beside all states but disconnected, the database is asked
// every two seconds whether it answers.
//
// # Invariants
//
//   - One goroutine, that of Run, applies what others write. Position, connection and count of failures belong to it.
//     What others read of the feed is in contact, waiters and atomic counters, each with its own lock; no lock is held
//     while another one is taken, or while the database is asked.
//   - The position moves only after what is before it was applied. So changes may be applied twice, and in any order,
//     and never not at all.
//   - A stream is opened before everything is loaded, and polls overlap by store.PollOverlap: nothing falls in between.
//   - What the catalog has is served until a load is complete.
package replication
