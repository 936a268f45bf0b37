// Package fhir describes providers as resources of FHIR R4, following the profiles of US Core and Da Vinci PDex
// Plan-Net.
//
// Invariants:
//   - A resource says only what the directory knows: what a provider has not said is absent.
//   - A resource claims a profile only if it has all that the profile requires.
//   - The same provider always gives the same resources. They refer only to each other.
package fhir
