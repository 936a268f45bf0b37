// Package casing writes the names and addresses of registries, which are all in capitals, as a person would write them:
// Maria de la Cruz-Smith, EMDR Therapy Institute, 12 Lyngate Ct. It reads no files and asks nobody: what it knows
// stands in words.txt.
//
// Text that has capitals and small letters is somebody's own writing and keeps its case. Nothing here adds or removes a
// word, but for degrees in the family name of a person.
package casing
