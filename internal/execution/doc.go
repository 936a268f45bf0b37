// Package execution is the whole of a GraphQL operation: it parses a document, checks it against the limits, validates
// it, coerces variables, bounds the cost, compiles a plan, and executes that over one snapshot of the directory.
//
// It is handed the schema with its generated encoders (Schema) and never imports package graph, which has the
// resolvers. It knows nothing of HTTP.
//
// Queries are executed by plans: trees of encoders that append JSON to a buffer. gqlgen's executor does the rest
// (mutations, subscriptions, introspection, @defer, very large queries), and is the oracle in tests: for any query both
// give the same bytes and the same errors.
//
// # Inputs
//
// Coercer is the only place that decides whether an input is valid and what it becomes. The same rules apply to a
// literal when a document is validated (Rule), to a variable when an operation is prepared (Variables), and to an
// argument when a field is executed (Argument, Arguments). So a value that reaches a resolver fits its type.
//
// A coerced value is nil, a bool, an int64 for Int, a float64 for Float, a string for String, ID, enums and custom
// scalars, a []any, or a map[string]any that includes the defaults of the input type. What was given is not changed.
//
// # Invariants
//
//   - All of a response is read from one snapshot (Snapshot).
//   - Only walker decides what @skip and @include leave of a document; limits, cost and plans agree on it.
//   - A document, an Operation and a plan are immutable; any number of requests may use them at the same time. A State
//     belongs to one goroutine.
//   - An error that a client sees has a code of models/codes.go. Any other error is logged and shown as INTERNAL.
//   - The caches of documents and plans are bounded by memory.
package execution
