// Package codes explains the codes of public registries: which profession a taxonomy code of the NPI registry stands
// for (taxonomies.json), which credential the letters after a name stand for (credentials.json, with ranks.json for
// words such as INTERN), and what a service code of SAMHSA means (services.json). Codes are those of the NUCC's
// Health Care Provider Taxonomy (© AMA); the names are our own.
//
// Invariants:
//   - The tables are read once, on first use, and never change after that. What the functions return must not be
//     modified.
//   - If a credential text leaves a doubt, less is read from it, never more.
//   - The package imports nothing of the project.
package codes
