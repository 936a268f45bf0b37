package fhir

// Where codes, identifiers and profiles are defined.
const (
	systemNPI         = "http://hl7.org/fhir/sid/us-npi"
	systemURI         = "urn:ietf:rfc:3986"
	systemTaxonomy    = "http://nucc.org/provider-taxonomy"
	systemDegree      = "http://terminology.hl7.org/CodeSystem/v2-0360"
	systemIdentifiers = "http://terminology.hl7.org/CodeSystem/v2-0203"
	systemLanguage    = "urn:ietf:bcp:47"

	planNet        = "http://hl7.org/fhir/us/davinci-pdex-plan-net/"
	systemOrgType  = planNet + "CodeSystem/OrgTypeCS"
	systemPatients = planNet + "CodeSystem/AcceptingPatientsCS"
	newPatients    = planNet + "StructureDefinition/newpatients"
	orgDescription = planNet + "StructureDefinition/org-description"

	usCoreProfile  = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-"
	planNetProfile = planNet + "StructureDefinition/plannet-"
)

// profiles are those that a resource keeps to. Each profile of Plan-Net is one of US Core with further rules.
func profiles(usCore, planNet string) []string {
	return []string{usCoreProfile + usCore, planNetProfile + planNet}
}

func concept(system, code, display string) codeableConcept {
	return codeableConcept{Coding: []coding{{system, code, display}}}
}
