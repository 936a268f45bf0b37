package store

import (
	"slices"
	"testing"
)

// Whoever adds a collection decides whether a backup has it.
func TestEveryCollectionIsInABackupOrNot(t *testing.T) {
	out := map[string]string{
		holdsCollection:      "of writes in progress",
		closingsCollection:   "of deletions in progress",
		unfinishedCollection: "of what is in progress",
		importsCollection:    "of files that were sent to a server, and forgotten after a week",
		digestsCollection:    "made anew",
		webhooksCollection:   "secret, and of receivers that a restored copy must not call",
		versionsCollection:   "in the header",
		secretsCollection:    "made anew, so that links to previews from before the restore are no longer good",
	}
	for _, name := range collectionNames {
		if reason, isOut := out[name]; isOut == slices.Contains(Backed(), name) {
			t.Errorf("%s: in a backup: %t, left out since it is %q", name, !isOut, reason)
		}
	}
}
