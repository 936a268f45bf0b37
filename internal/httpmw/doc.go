// Package httpmw is the HTTP middleware that every request passes through: admission, security headers, conditional
// requests, and connections that write a response in one piece.
//
// There is one Admission for everything that is served: a client that has spent its tokens on one handler has none left
// for the others. Each client, an IPv4 address or an IPv6 prefix of 64 bits, has one bucket of tokens. A request takes
// one, and so does a message or a ping over a WebSocket; execution takes one more for each two milliseconds of
// processor time. Half of the processors are left to others however much one client asks for, and of all clients
// together a fixed number of requests is executed at once.
//
// Invariants: nothing here makes a request wait that holds something others wait for; the table of clients is bounded,
// and a client that is forgotten has a full bucket by then, or is one of very many. Entity tags, limiters and content
// security policies are made here and nowhere else. The package knows nothing of GraphQL or of pages: they write the
// errors.
package httpmw
