package replication

import (
	"context"
	"fmt"
	"slices"
	"time"

	"findcare/models"
)

// reconcileEvery is how often polling compares the ids and revisions of all documents: it does not see what other tools
// remove, or write without a new time.
const reconcileEvery = 24 * time.Hour

// reconcile applies what polls have missed.
func (f *follower) reconcile(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, pollTimeout)
	defer cancel()
	began, snapshot := f.options.Clock(), f.catalog.Current()
	stored := make(map[string]bool)
	var differ []string
	for _, kind := range models.Kinds {
		fields := []string{"revision", "deletedAt"}
		err := f.store.EachPart(ctx, kind, fields, func(document models.Document) error {
			head := document.Head()
			if head.DeletedAt != nil {
				return nil
			}
			if stored[head.ID] = true; snapshot.Revision(head.ID) != head.Revision {
				differ = append(differ, head.ID)
			}
			return nil
		})
		if err != nil {
			return fmt.Errorf("compare the %s: %w", kind.Plural(), err)
		}
	}
	for document := range snapshot.Documents() {
		if id := document.Head().ID; !stored[id] {
			differ = append(differ, id)
		}
	}
	for some := range slices.Chunk(differ, maxChanges) {
		if err := f.settle(ctx, some); err != nil {
			return err
		}
	}
	f.position.reconciled = began
	return nil
}
