package fhir_test

import "findcare/models"

const (
	person = "/Practitioner/0/resource"
	role   = "/PractitionerRole/0/resource"
	house  = "/Organization/0/resource"
	place  = "/Location/0/resource"
)

// entryCases are changes of the example provider with the expected entries.
var entryCases = []struct {
	name   string
	change func(*models.Provider)
	want   map[string]string // by pointer, "" for what must not be there
}{
	{"a person", func(*models.Provider) {}, map[string]string{
		person + "/id":                  `"prv-0123456789abcdefghjkmnpqrs"`,
		person + "/meta/lastUpdated":    `"2026-11-24T12:00:00.005Z"`,
		person + "/identifier/0/system": `"http://hl7.org/fhir/sid/us-npi"`,
		person + "/identifier/0/value":  `"1234567893"`,
		person + "/name/0/text":         `"Juniper Examplar"`,
		person + "/communication/1": `{"coding":[{"code":"ase","display":"American Sign ` +
			`Language","system":"urn:ietf:bcp:47"}],"text":"American Sign Language"}`,
		role + "/active": `true`,
		role + "/specialty": `[{"coding":[{"code":"101YM0800X",` +
			`"system":"http://nucc.org/provider-taxonomy"}],"text":"Counselor"}]`,
		role + "/telecom": `[{"system":"phone","use":"work","value":"+18105550123"}]`,
		role + "/extension/0/extension/0": `{"url":"acceptingPatients","valueCodeableConcept":` +
			`{"coding":[{"code":"newpt","display":"Accepting",` +
			`"system":"http://hl7.org/fhir/us/davinci-pdex-plan-net/CodeSystem/AcceptingPatientsCS"}]}}`,
		place + "/position": `{"latitude":42.97,"longitude":-83.69}`,
		place + "/address": `{"city":"Flint","country":"US","line":["1 Example ` +
			`Way"],"postalCode":"48507","state":"MI","text":"1 Example Way, Flint, Michigan ` +
			`48507","type":"physical"}`,
		place + "/managingOrganization": "",
		role + "/availableTime":         "",
		"/Practitioner/1":               "",
		"/Organization":                 "",
		person + "/qualification/1/code": `{"coding":[{"code":"MD","display":"Doctor of ` +
			`Medicine","system":"http://terminology.hl7.org/CodeSystem/v2-0360"}],"text":"Doctor of Medicine ` +
			`(MD)"}`,
		person + "/qualification/1/period":             "",
		person + "/qualification/0/period":             `{"end":"2027-09-28"}`,
		person + "/qualification/0/issuer":             `{"display":"Michigan"}`,
		person + "/qualification/0/code":               `{"text":"Licensed Professional Counselor (LPC)"}`,
		person + "/qualification/0/identifier/0/value": `"MI000000"`,
	}},
	{"who has no NPI", func(p *models.Provider) { p.NPI = "" }, map[string]string{
		person + "/identifier/0/system": `"urn:ietf:rfc:3986"`, person + "/identifier/1": "",
	}},
	{
		"whose NPI was taken out of use",
		func(p *models.Provider) { p.NPIRecord.DeactivatedOn = "2026-03-01" },
		map[string]string{person + "/identifier/0/period": `{"end":"2026-03-01"}`, person + "/identifier/1/period": ""},
	},
	{
		"a licence for a credential that is not listed",
		func(p *models.Provider) { p.CredentialIDs = nil },
		map[string]string{
			person + "/qualification/0/code/text": `"Licensed Professional Counselor (LPC)"`,
			person + "/qualification/1":           "",
		},
	},
	{"two licences for one credential", func(p *models.Provider) {
		p.CredentialIDs, p.Licenses = []string{counselor.ID}, append(
			p.Licenses, models.License{CredentialID: counselor.ID, State: "WI"},
		)
	}, map[string]string{
		person + "/qualification/1": `{"code":{"text":"Licensed Professional Counselor ` +
			`(LPC)"},"issuer":{"display":"Wisconsin"}}`,
		person + "/qualification/2": "",
	}},
	{
		"letters that mean something else in HL7's table",
		func(p *models.Provider) { p.CredentialIDs, p.Licenses = []string{music.ID}, nil },
		map[string]string{person + "/qualification/0/code": `{"text":"Music Therapist (MT)"}`},
	},
	{
		"a credential that is gone",
		func(p *models.Provider) { p.CredentialIDs, p.Licenses = []string{"crd_gone"}, nil },
		map[string]string{person + "/qualification": ""},
	},
	{"no new clients", func(p *models.Provider) { *p.AcceptingNewClients = false }, map[string]string{
		role + "/extension/0/extension/0/valueCodeableConcept/coding/0/code": `"nopt"`,
	}},
	{
		"who has not said",
		func(p *models.Provider) { p.AcceptingNewClients, p.NPIRecord, p.Languages = nil, nil, nil },
		map[string]string{role + "/extension": "", role + "/specialty": "", person + "/communication": ""},
	},
	{"a language without a tag", func(p *models.Provider) { p.Languages = []string{"Elvish"} }, map[string]string{
		person + "/communication/0": `{"text":"Elvish"}`,
	}},
	{"remote only", func(p *models.Provider) { p.Locations = nil }, map[string]string{
		"/Location": "", role + "/location": "", role + "/telecom": "", role + "/meta/profile": "",
		person + "/meta/profile/1": `"http://hl7.org/fhir/us/davinci-pdex-plan-net/StructureDefinition/` +
			`plannet-Practitioner"`,
	}},
	{"two locations with one telephone", func(p *models.Provider) {
		p.Locations = append(
			p.Locations,
			models.Location{City: "Lansing", State: "Michigan", StateCode: "MI", Phone: "+18105550123"},
		)
	}, map[string]string{
		role + "/telecom/1": "", "/Location/1/resource/name": `"Lansing, Michigan"`,
		"/Location/1/resource/position": "", "/Location/1/resource/address/line": "",
	}},
	{"who works for organizations", func(p *models.Provider) {
		p.WorksForIDs = []string{"prv_1", "prv_2"}
	}, map[string]string{
		role + "/organization":                          "",
		"/PractitionerRole/1/resource/id":               `"prv-0123456789abcdefghjkmnpqrs-role-2"`,
		"/PractitionerRole/1/resource/location":         "",
		"/PractitionerRole/1/resource/specialty/0/text": `"Counselor"`,
		"/PractitionerRole/2/resource/organization": `{"reference":"urn:uuid:` +
			`c8064793-aa02-58e0-8d95-d3c847fb0cbd"}`,
		"/PractitionerRole/2/resource/practitioner": `{"reference":"urn:uuid:` + "%s" + `"}`,
		"/PractitionerRole/2/resource/meta/profile": "",
		"/PractitionerRole/3":                       "",
	}},
	{"an organization", func(p *models.Provider) {
		p.Type, p.Name, p.Statement = models.Organization, "Example Clinic", "We see families."
		p.NPIRecord.Taxonomies = []string{"261QM0801X"}
	}, map[string]string{
		house + "/name":                    `"Example Clinic"`,
		house + "/type/0/coding/0/code":    `"prvgrp"`,
		house + "/type/0/coding/1":         `{"code":"261QM0801X","system":"http://nucc.org/provider-taxonomy"}`,
		house + "/extension/0/valueString": `"We see families."`,
		house + "/address/0/city":          `"Flint"`,
		place + "/managingOrganization":    `{"reference":"urn:uuid:` + "%s" + `"}`,
		place + "/extension/0/url": `"http://hl7.org/fhir/us/davinci-pdex-plan-net/StructureDefinition/` +
			`newpatients"`,
		"/Practitioner":     "",
		"/PractitionerRole": "",
	}},
	{
		"an organization without an address",
		func(p *models.Provider) { p.Type, p.Locations = models.Organization, nil },
		map[string]string{
			house + "/meta/profile": `["http://hl7.org/fhir/us/core/StructureDefinition/us-core-organization"]`,
			house + "/address":      "",
		},
	},
}
