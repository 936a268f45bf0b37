// Package graph answers GraphQL operations: resolvers are a thin translation between the schema and the catalog.
// Most fields are bound straight to the catalog's and the models' types and need none.
package graph

import (
	"context"

	"findcare/catalog"
)

// Resolver is the root of all resolvers.
type Resolver struct{}

type snapshotKey struct{}

// withSnapshot gives a request the one snapshot that all of it is read from.
func withSnapshot(ctx context.Context, snapshot *catalog.Snapshot) context.Context {
	return context.WithValue(ctx, snapshotKey{}, snapshot)
}

func snapshotOf(ctx context.Context) *catalog.Snapshot {
	return ctx.Value(snapshotKey{}).(*catalog.Snapshot)
}
