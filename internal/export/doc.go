// Package export gives the directory back: as JSON or NDJSON in the directory format, of this release or of an earlier
// one, as CSV, and as FHIR, whose resources package fhir below it makes. Each format is a form; Export chooses one, and
// puts documents in order.
//
// Invariants:
//   - The same directory always gives the same bytes: the order is by kind, then slug.
//   - What the public does not see is in no export unless it is asked for, and providers who are retired only where the format tells that
//     they are. How much was left out is told.
//   - In the directory format and as CSV, documents are referred to by slug, so that another database can import them.
//   - Memory does not grow with the directory; what does not fit is sorted in a temporary file, which is removed.
package export
