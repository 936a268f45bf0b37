// Package generated is written by go generate from the schema: generated.go by gqlgen, and compiled.go, the encoders of
// reads, by tools/compiledreads; federation.go alone is written by hand. Only package graph makes a schema of it.
package generated
