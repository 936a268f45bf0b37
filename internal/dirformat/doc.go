// Package dirformat is the directory format: JSON, NDJSON and CSV. It reads files document by document, has the columns
// of the CSV both ways, and puts a row of it over a provider as it is stored. It knows no database: what a document
// refers to, and whether its names are taken, is for those who import it.
//
// Invariants:
//   - A file is read as often as it is asked for, and each time from its beginning; memory is bounded by its longest document.
//   - What is wrong with a document is a Fault with its place in the file; an error is about the file as a whole.
//   - What a row has no column for stays as it is stored, unless the file replaces providers as a whole.
//   - No cell that Column.Cell writes is one that a spreadsheet would run as a formula, and reading it gives the same value back.
package dirformat
