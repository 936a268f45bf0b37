// Package web has the sources of what browsers load, and what is built of them, embedded in the binary: the script and
// the style of the pages, the desk, the playground, and the operations that pages and scripts share.
//
// Invariants: dist is built by npm from src, desk and playground, and committed. The package serves nothing:
// internal/pages does.
package web
