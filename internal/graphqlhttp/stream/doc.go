// Package stream serves operations over connections that stay open: WebSockets by the protocol graphql-transport-ws,
// and server-sent events. Package graphqlhttp hands it what executes an operation, and keeps everything that has one
// response.
//
// Invariants: a connection is counted before it is opened and until its last operation has ended, so Shutdown waits for
// all of them. Operations of one socket begin in the order in which they were sent: a client that subscribes and then
// reads misses no change. A token is checked again for each operation, and every second while a connection is open.
// Whatever a client sends over a socket, down to single frames, counts against its rate limit.
//
// Locks are never nested, with one exception: a socket's write lock is held while a message is sent, and nothing else
// is locked by the code that runs then. No lock of this package is held while an operation is executed.
package stream
