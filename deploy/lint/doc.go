// Package lint holds the tests of the files in deploy. It is a module of its own, so that the server's go.mod stays
// free of what only these tests need.
package lint
