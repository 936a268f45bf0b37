// Package registry reads the files of public registries: NPPES, the NPI registry, with CMS's list of deactivated NPIs,
// and SAMHSA's lists of treatment facilities. Opening a File determines its format from its columns; reading it yields
// an Entry for each row, with what the registry says about a provider in the directory's terms. The package writes
// nothing and knows no database; the credentials and treatments of the directory are passed to it as Terms.
//
// A new registry is a new file beside nppes.go and samhsa.go, with a type that implements format, and a Format in
// file.go whose columns Reader.choose recognizes.
//
// Invariants:
//   - A bad row affects no other row: a row that cannot be read becomes an entry with the reason, and a value that
//     cannot be used is ignored and reported. One that does not fit others of its row is kept and reported.
//   - The same row always gives the same entry, in the form in which it is stored, so that its digest shows whether
//     the record has changed.
//   - An entry says no more about a person than the record does.
//   - Memory grows with the number of providers in scope, not with the size of the file.
package registry
