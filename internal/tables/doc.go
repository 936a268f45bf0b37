// Package tables reads tables as registries, spreadsheets and people write them: CSV row by row, in the encodings that
// such files have, and the dates and ZIP codes that stand in its cells. It knows no registry and no document.
//
// Invariants:
//   - Memory is bounded by the longest row that is taken (1 MB), whatever the file.
//   - What is wrong with a row is a *Fault and costs that row; any other error ends the file.
//   - A text that cannot be read as a date or a ZIP code is told as such, and is never taken for an empty one.
package tables
