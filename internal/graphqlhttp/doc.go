// Package graphqlhttp serves GraphQL over HTTP, as https://graphql.github.io/graphql-over-http/draft/ describes it:
// content negotiation, GET and POST, persisted operations, batches, the response cache, and a status and a code for
// every request that is refused. Package stream below it serves the connections that stay open.
//
// Invariants: a request takes the current snapshot once, so one response never mixes two states of the directory (the
// operations of a batch are apart). A mutation runs only for a POST request with a JSON body. Reading a request and
// writing a response hold no slot, since clients may take their time with both. A response is cached only where it was
// made without a token and without an error. No message quotes a variable: they hold health data.
package graphqlhttp
