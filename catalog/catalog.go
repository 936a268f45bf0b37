// Package catalog answers all reads from memory: the whole directory as one immutable, indexed snapshot.
//
// The values that a snapshot gives (Provider, Article, …) hold the snapshot they came from, so whatever is reached
// from one of them is of the same version of the directory.
package catalog

import (
	"sync/atomic"

	"findcare/models"
)

// Catalog holds the current snapshot.
type Catalog struct{ current atomic.Pointer[Snapshot] }

// Current returns the current snapshot, and nil before the first one is published.
func (c *Catalog) Current() *Snapshot { return c.current.Load() }

// Publish makes a snapshot the current one. Readers of the one before keep it.
func (c *Catalog) Publish(s *Snapshot) { c.current.Store(s) }

// Options are what a snapshot needs to know besides the documents.
type Options struct {
	// SiteURL is the address of the public site, without a slash at its end.
	SiteURL string
	// Today returns the current date in UTC.
	Today func() models.Date
}
