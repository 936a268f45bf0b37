// Package registry reads the files of public registries: those of NPPES, the NPI registry, and SAMHSA's lists of
// treatment facilities. A File is opened, which tells what it is by its columns, and then gives an Entry for each row:
// what the registry says of a provider, in the directory's own words. It writes nothing and knows no database; what a
// record needs of the directory is handed to it as Terms.
//
// Invariants:
//   - A row costs no other row: one that cannot be read is an entry that says why, and a value that cannot be used is left out by name.
//   - The same row always gives the same entry, in the form in which it is stored, so that its digest tells whether anything is new.
//   - No more is said of a person than the record says.
//   - Memory goes by those whom the directory is about, and not by the size of the file.
package registry
