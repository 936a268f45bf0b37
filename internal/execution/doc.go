// Package execution coerces what clients give for the inputs of a schema: the variables of operations, and the
// arguments of fields and directives, as the GraphQL specification says (CoerceVariableValues, CoerceArgumentValues and
// "Input Coercion" of each type).
//
// This is the only place where it is decided whether an input is valid and what it becomes. The same rules hold a
// literal in a document when it is validated (Rule), a variable when an operation is prepared (Variables), and an
// argument when a field is executed (Argument, Arguments), whatever executes it. So a value that reaches a resolver
// fits its type.
//
// A coerced value is nil, a bool, an int64 for Int, a float64 for Float, a string for String, ID, enums and custom
// scalars, a []any, or a map[string]any with the defaults of the input type put in. Nothing that was given is changed.
package execution
