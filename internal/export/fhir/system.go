package fhir

// The systems that define codes, identifiers and profiles.
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
	systemCategory = planNet + "CodeSystem/HealthcareServiceCategoryCS"
	systemDelivery = planNet + "CodeSystem/DeliveryMethodCS"
	systemModality = planNet + "CodeSystem/VirtualModalitiesCS"
	newPatients    = planNet + "StructureDefinition/newpatients"
	deliveryMethod = planNet + "StructureDefinition/delivery-method"
	accessibility  = planNet + "StructureDefinition/accessibility"

	systemAccessibility      = planNet + "CodeSystem/AccessibilityCS"
	systemProficiency        = planNet + "CodeSystem/LanguageProficiencyCS"
	communicationProficiency = planNet + "StructureDefinition/communication-proficiency"

	orgDescription = planNet + "StructureDefinition/org-description"

	usCoreProfile  = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-"
	planNetProfile = planNet + "StructureDefinition/plannet-"
)

// profiles returns the profiles that a resource claims. Each profile of Plan-Net extends one of US Core.
func profiles(usCore, planNet string) []string {
	return []string{usCoreProfile + usCore, planNetProfile + planNet}
}

func concept(system, code, display string) codeableConcept {
	return codeableConcept{Coding: []coding{{system, code, display}}}
}
