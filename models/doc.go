// Package models holds the documents of the directory (providers, credentials, conditions, treatments
// and articles), their rules, and what follows from their fields alone. It does no I/O.
package models
