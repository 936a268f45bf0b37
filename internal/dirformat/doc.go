// Package dirformat is the directory format in JSON, NDJSON and CSV. It reads files document by document, defines the
// columns of the CSV in both directions, and merges a row into a stored provider. It knows no database: whether the
// documents that a document refers to exist, and whether its names are free, is checked by the importer.
//
// Invariants:
//   - A file is read as often as requested, each time from its start; memory is bounded by its longest document.
//   - What is wrong with a document is a Fault with its place in the file; an error concerns the file as a whole.
//   - A column that a table lacks leaves the stored value as it is, unless the file replaces providers as a whole.
//   - No cell that Column.Cell writes is one that a spreadsheet would run as a formula, and reading it gives back the
//     same value.
package dirformat
