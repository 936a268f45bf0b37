// Package httpmw decides whether a request is let in. There is one Admission for everything that the server answers: a
// client that asks too much of one handler has spent what it has for all of them.
//
// Each client, an IPv4 address or an IPv6 network of 64 bits, has one bucket of tokens. A request takes one, a message
// or a ping over a WebSocket too, and what runs takes one more for each two milliseconds of processor time. Of the
// processors, half are left to others however much one client asks for; and of all clients together, a fixed number of
// requests run at once.
//
// Invariants: nothing here keeps a request waiting that holds something others wait for; the table of clients is
// bounded by number, and a client that is forgotten has a full bucket by then, or is one of very many.
package httpmw
