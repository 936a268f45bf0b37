// Package graph has the resolvers of the schema, as gqlgen lays them out. Each is a line or two: a thin translation
// between the schema and the catalog (reads) or package editing (changes). Most fields need none: gqlgen binds them
// straight to methods and fields of the catalog's and the models' types.
//
// A resolver reads only the snapshot of its request (execution.Snapshot). The payload of a mutation is the exception:
// it shows the changed document from the current snapshot, which has the change. Who may do what is decided by the
// directive @auth in the schema, and nowhere else than in require.
package graph
