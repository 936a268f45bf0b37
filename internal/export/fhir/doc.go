// Package fhir describes providers as resources of FHIR R4, after the profiles of US Core and of Da Vinci PDex
// Plan-Net. It says what the directory knows: what a provider has not said is left out, and a profile that does not
// hold then is not claimed.
package fhir
