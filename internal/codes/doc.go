// Package codes knows the codes of the public registries that providers are imported from: what a taxonomy code of the
// NPI registry makes of somebody, what letters after a name stand for, and what a service code of SAMHSA means. The
// tables are the JSON files beside it. Codes are those of the NUCC's Health Care Provider Taxonomy (© AMA); the names
// are our own.
package codes
