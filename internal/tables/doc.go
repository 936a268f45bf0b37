// Package tables reads tables as registries, spreadsheets and people write them: CSV row by row, in the encodings
// that such files have, and the dates and ZIP codes in their cells. It knows no registry and no document.
//
// Invariants:
//   - Memory is bounded by the longest row that is accepted (1 MB), whatever the size of the file.
//   - A fault in a row is a *Fault and affects only that row; any other error ends the file.
//   - A text that is not a valid date or ZIP code is an error, never an empty value.
package tables
