// Package models holds the documents of the directory (providers, credentials, conditions, treatments, insurers and
// articles), their rules, what follows from their fields alone, the inputs of mutations, and the one list of error
// codes.
//
// It does no I/O, and imports nothing of the project. A document that has been published is never changed.
package models
