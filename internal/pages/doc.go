// Package pages serves the reference frontend: HTML that is complete without a script, made from the same responses
// that the GraphQL endpoint gives. The script in package web takes over in the browser. It also serves the files that
// browsers load, the playground, and what crawlers read.
//
// Invariants: a page is made by one operation of web/operations on one snapshot, and inlines its response for the
// script. What a URL may ask for is bounded before anything is executed, and an error repeats at most one value, which
// is cut. A page is rendered in a slot of the client and sent afterwards, since clients may take their time to read.
// Nothing is marked as safe HTML but what the schema promises to be.
package pages
