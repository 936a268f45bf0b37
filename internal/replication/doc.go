// Package replication keeps a catalog up to date with its database: it loads the directory, or begins with a
// checkpoint, and applies what other servers, imports and other tools write, from a change stream or by polling. It
// never writes documents itself: it fills an empty directory through Options.Fill, and purges tombstones through the
// store. It writes checkpoints.
//
// # States
//
// Feed.Run goes through these states. The table is implemented by the function transition, and the work in each state
// by follow.go, stream.go and poll.go.
//
//	State         Event        Next          What is done
//	connecting    answered     connecting    prepare the database, open a change stream if it has them
//	connecting    opened       loading       read the whole directory
//	connecting    streamReady  streaming     go on after the position
//	connecting    pollReady    polling       look back to the position at once
//	connecting    missed       connecting    forget the position, pause
//	loading       streamReady  streaming
//	loading       pollReady    polling       count it for the connection
//	streaming     applied      streaming     count it for the connection
//	streaming     missed       connecting    forget the position, pause
//	polling       applied      polling       count it for the connection
//	polling       missed       loading       forget the position
//	disconnected  answered     connecting    writes no longer fail at once
//	any           broken       connecting    keep the position, pause
//	any           silent       disconnected  writes fail at once; keep the position, pause
//	any           another      connecting    forget the position, pause
//
// A checkpoint gives the first position, which is verified before it is used (resume.go); the embedded engine, which
// has no feed, goes on by its log of changes (restore.go). The position is a resume token, or the time of the last poll
// less the overlap. The pause grows from a quarter of a second to one second, or to half a minute if everything has to
// be loaded. In all states but disconnected, a probe checks every two seconds whether the database answers.
//
// Operators see a state as a Mode: ModeAway while disconnected and before the first connection is open, else how
// changes come. A reconnect is counted when another connection delivers its first batch, poll or load.
//
// # Invariants
//
//   - One goroutine, that of Run, applies what others write, and owns the follower and its connection. What others read
//     is in contact and waiters, each with its own lock, and in atomic counters. No lock is held while another one is
//     taken, or during a request to the database.
//   - The position moves only after the changes before it were applied. So changes may be applied twice, but none is
//     skipped.
//   - A stream is opened before everything is loaded, and polls overlap by store.PollOverlap, so that nothing is missed
//     in between.
//   - The catalog serves its previous content until a load is complete.
//   - What a checkpoint holds is served after everything that was written until then was applied to it, or while the
//     database has not answered. Its documents are taken after its position, and marked in the database after that.
package replication
