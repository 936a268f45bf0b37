// Package export writes the directory: as JSON or NDJSON in the directory format, of this release or an earlier one,
// as CSV, and as FHIR, whose resources come from package fhir below it. Each format is a formatWriter in a file of
// its own (format_json.go, format_csv.go, format_fhir.go); newWriter chooses one.
//
// Invariants:
//   - The same directory always gives the same bytes, ordered by kind and then by slug.
//   - What the public does not see is exported only on request, and retired providers only in formats that mark them
//     as such. The number of omitted documents is returned.
//   - In the directory format and in CSV, documents refer to each other by slug, so that another database can import
//     them.
//   - Memory does not grow with the directory; what does not fit is sorted in a temporary file, which is removed.
package export
