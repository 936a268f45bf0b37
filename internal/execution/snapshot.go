package execution

import (
	"context"

	"findcare/internal/catalog"
)

type snapshotKey struct{}

// withSnapshot gives a request the one snapshot that all of it is read from.
func withSnapshot(ctx context.Context, snapshot *catalog.Snapshot) context.Context {
	return context.WithValue(ctx, snapshotKey{}, snapshot)
}

// Snapshot returns the snapshot that the operation being executed is read from.
func Snapshot(ctx context.Context) *catalog.Snapshot {
	return ctx.Value(snapshotKey{}).(*catalog.Snapshot)
}
