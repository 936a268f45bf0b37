package fhir_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/go-json-experiment/json"
	"pgregory.net/rapid"

	"findcare/internal/export/fhir"
	"findcare/models"
)

var (
	counselor = &models.Credential{
		Header:       models.Header{ID: "crd_counselor", Slug: "counselor"},
		Name:         "Licensed Professional Counselor",
		Abbreviation: "LPC",
	}
	doctor = &models.Credential{
		Header:       models.Header{ID: "crd_doctor", Slug: "doctor"},
		Name:         "Doctor of Medicine",
		Abbreviation: "MD",
	}
	music = &models.Credential{
		Header:       models.Header{ID: "crd_music", Slug: "music"},
		Name:         "Music Therapist",
		Abbreviation: "MT",
	}
)

func mapping(baseURL string) *fhir.Mapping {
	known := map[string]*models.Credential{counselor.ID: counselor, doctor.ID: doctor, music.ID: music}
	return &fhir.Mapping{
		Credential: func(id string) *models.Credential { return known[id] },
		BaseURL:    baseURL,
		UUIDs:      baseURL == "",
	}
}

func example() *models.Provider {
	accepting, latitude, longitude := true, 42.97, -83.69
	return &models.Provider{
		Header: models.Header{
			ID:        "prv_0123456789abcdefghjkmnpqrs",
			Slug:      "juniper-examplar",
			UpdatedAt: time.Date(2026, 11, 24, 12, 0, 0, 5e6, time.UTC),
		},
		NPI: "1234567893", Type: models.Individual, Name: "Juniper Examplar", CredentialIDs: []string{counselor.ID, doctor.ID},
		Licenses: []models.License{
			{CredentialID: counselor.ID, State: "MI", Number: "MI000000", ExpiresOn: "2027-09-28"},
		},
		Locations: []models.Location{{
			Street: "1 Example Way", City: "Flint", State: "Michigan", StateCode: "MI", PostalCode: "48507", Phone: "+18105550123",
			Latitude: &latitude, Longitude: &longitude,
		}},
		Languages: []string{"English", "American Sign Language"}, AcceptingNewClients: &accepting,
		NPIRecord: &models.NPIRecord{NPI: "1234567893", Taxonomies: []string{"101YM0800X", "207Q00000X"}},
	}
}

// described are the entries of a provider as any reader of JSON sees them, with each resource's type for its number.
func described(t testing.TB, m *fhir.Mapping, p *models.Provider) (bundle map[string]any, entries []fhir.Entry) {
	t.Helper()
	entries = m.Entries(p)
	bundle = make(map[string]any)
	for _, entry := range entries {
		content, err := json.Marshal(entry)
		if err != nil {
			t.Fatal(err)
		}
		var plain map[string]any
		if err := json.Unmarshal(content, &plain); err != nil {
			t.Fatal(err)
		}
		kind, _ := plain["resource"].(map[string]any)["resourceType"].(string)
		list, _ := bundle[kind].([]any)
		bundle[kind] = append(list, plain)
	}
	return bundle, entries
}

// at returns what stands at a pointer as JSON, "" for nothing.
func at(value any, pointer string) string {
	for part := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		switch container := value.(type) {
		case map[string]any:
			value = container[part]
		case []any:
			i, err := strconv.Atoi(part)
			if err != nil || i >= len(container) {
				return ""
			}
			value = container[i]
		default:
			return ""
		}
	}
	if value == nil {
		return ""
	}
	content, err := json.Marshal(value, json.Deterministic(true))
	if err != nil {
		return err.Error()
	}
	return string(content)
}

const (
	person = "/Practitioner/0/resource"
	role   = "/PractitionerRole/0/resource"
	house  = "/Organization/0/resource"
	place  = "/Location/0/resource"
)

func TestEntries(t *testing.T) {
	schema := bundleSchema(t)
	for _, test := range []struct {
		name   string
		change func(*models.Provider)
		want   map[string]string // by pointer, "" for what must not be there
	}{
		{"a person", func(*models.Provider) {}, map[string]string{
			person + "/id":                                 `"prv-0123456789abcdefghjkmnpqrs"`,
			person + "/meta/lastUpdated":                   `"2026-11-24T12:00:00.005Z"`,
			person + "/identifier/0/system":                `"http://hl7.org/fhir/sid/us-npi"`,
			person + "/identifier/0/value":                 `"1234567893"`,
			person + "/name/0/text":                        `"Juniper Examplar"`,
			person + "/communication/1":                    `{"coding":[{"code":"ase","display":"American Sign Language","system":"urn:ietf:bcp:47"}],"text":"American Sign Language"}`,
			role + "/active":                               `true`,
			role + "/specialty":                            `[{"coding":[{"code":"101YM0800X","system":"http://nucc.org/provider-taxonomy"}],"text":"Counselor"}]`,
			role + "/telecom":                              `[{"system":"phone","use":"work","value":"+18105550123"}]`,
			role + "/extension/0/extension/0":              `{"url":"acceptingPatients","valueCodeableConcept":{"coding":[{"code":"newpt","display":"Accepting","system":"http://hl7.org/fhir/us/davinci-pdex-plan-net/CodeSystem/AcceptingPatientsCS"}]}}`,
			place + "/position":                            `{"latitude":42.97,"longitude":-83.69}`,
			place + "/address":                             `{"city":"Flint","country":"US","line":["1 Example Way"],"postalCode":"48507","state":"MI","text":"1 Example Way, Flint, Michigan 48507","type":"physical"}`,
			place + "/managingOrganization":                "",
			role + "/availableTime":                        "",
			"/Practitioner/1":                              "",
			"/Organization":                                "",
			person + "/qualification/1/code":               `{"coding":[{"code":"MD","display":"Doctor of Medicine","system":"http://terminology.hl7.org/CodeSystem/v2-0360"}],"text":"Doctor of Medicine (MD)"}`,
			person + "/qualification/1/period":             "",
			person + "/qualification/0/period":             `{"end":"2027-09-28"}`,
			person + "/qualification/0/issuer":             `{"display":"Michigan"}`,
			person + "/qualification/0/code":               `{"text":"Licensed Professional Counselor (LPC)"}`,
			person + "/qualification/0/identifier/0/value": `"MI000000"`,
		}},
		{"who has no NPI", func(p *models.Provider) { p.NPI = "" }, map[string]string{
			person + "/identifier/0/system": `"urn:ietf:rfc:3986"`, person + "/identifier/1": "",
		}},
		{"whose NPI was taken out of use", func(p *models.Provider) { p.NPIRecord.DeactivatedOn = "2026-03-01" }, map[string]string{
			person + "/identifier/0/period": `{"end":"2026-03-01"}`, person + "/identifier/1/period": "",
		}},
		{"a licence for a credential that is not listed", func(p *models.Provider) { p.CredentialIDs = nil }, map[string]string{
			person + "/qualification/0/code/text": `"Licensed Professional Counselor (LPC)"`, person + "/qualification/1": "",
		}},
		{"two licences for one credential", func(p *models.Provider) {
			p.CredentialIDs, p.Licenses = []string{counselor.ID}, append(p.Licenses, models.License{CredentialID: counselor.ID, State: "WI"})
		}, map[string]string{
			person + "/qualification/1": `{"code":{"text":"Licensed Professional Counselor (LPC)"},"issuer":{"display":"Wisconsin"}}`, person + "/qualification/2": "",
		}},
		{"letters that mean something else in HL7's table", func(p *models.Provider) { p.CredentialIDs, p.Licenses = []string{music.ID}, nil }, map[string]string{
			person + "/qualification/0/code": `{"text":"Music Therapist (MT)"}`,
		}},
		{"a credential that is gone", func(p *models.Provider) { p.CredentialIDs, p.Licenses = []string{"crd_gone"}, nil }, map[string]string{
			person + "/qualification": "",
		}},
		{"no new clients", func(p *models.Provider) { *p.AcceptingNewClients = false }, map[string]string{
			role + "/extension/0/extension/0/valueCodeableConcept/coding/0/code": `"nopt"`,
		}},
		{"who has not said", func(p *models.Provider) { p.AcceptingNewClients, p.NPIRecord, p.Languages = nil, nil, nil }, map[string]string{
			role + "/extension": "", role + "/specialty": "", person + "/communication": "",
		}},
		{"a language without a tag", func(p *models.Provider) { p.Languages = []string{"Elvish"} }, map[string]string{
			person + "/communication/0": `{"text":"Elvish"}`,
		}},
		{"remote only", func(p *models.Provider) { p.Locations = nil }, map[string]string{
			"/Location": "", role + "/location": "", role + "/telecom": "", role + "/meta/profile": "", person + "/meta/profile/1": `"http://hl7.org/fhir/us/davinci-pdex-plan-net/StructureDefinition/plannet-Practitioner"`,
		}},
		{"two locations with one telephone", func(p *models.Provider) {
			p.Locations = append(p.Locations, models.Location{City: "Lansing", State: "Michigan", StateCode: "MI", Phone: "+18105550123"})
		}, map[string]string{
			role + "/telecom/1": "", "/Location/1/resource/name": `"Lansing, Michigan"`, "/Location/1/resource/position": "", "/Location/1/resource/address/line": "",
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
			place + "/extension/0/url":         `"http://hl7.org/fhir/us/davinci-pdex-plan-net/StructureDefinition/newpatients"`,
			"/Practitioner":                    "",
			"/PractitionerRole":                "",
		}},
		{"an organization without an address", func(p *models.Provider) { p.Type, p.Locations = models.Organization, nil }, map[string]string{
			house + "/meta/profile": `["http://hl7.org/fhir/us/core/StructureDefinition/us-core-organization"]`, house + "/address": "",
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := example()
			test.change(p)
			bundle, entries := described(t, mapping(""), p)
			for pointer, want := range test.want {
				if strings.Contains(want, "%s") { // the UUID of the first entry
					want = fmt.Sprintf(want, strings.TrimPrefix(entries[0].FullURL, "urn:uuid:"))
				}
				if got := at(bundle, pointer); got != want {
					t.Errorf("%s: got %s, want %s", pointer, got, want)
				}
			}
			if err := faults(schema, entries); err != nil {
				t.Errorf("%v", err)
			}
			checkProfiles(t, bundle)
		})
	}
}

func TestABaseURLMakesAddresses(t *testing.T) {
	bundle, entries := described(t, mapping("https://care.example/fhir"), example())
	if want := "https://care.example/fhir/Practitioner/prv-0123456789abcdefghjkmnpqrs"; entries[0].FullURL != want {
		t.Errorf("full URL %s, want %s", entries[0].FullURL, want)
	}
	for pointer, want := range map[string]string{
		role + "/practitioner/reference": `"Practitioner/prv-0123456789abcdefghjkmnpqrs"`,
		role + "/location/0/reference":   `"Location/prv-0123456789abcdefghjkmnpqrs-location-1"`,
	} {
		if got := at(bundle, pointer); got != want {
			t.Errorf("%s: got %s, want %s", pointer, got, want)
		}
	}
}

// mustHaves are what the profiles ask for beyond FHIR itself. A star stands for every element of a list, of which there
// must be one.
var mustHaves = map[string][]string{
	"us-core-practitioner":     {"/identifier/*/system", "/identifier/*/value", "/name/*/family"},
	"us-core-practitionerrole": {"/practitioner/reference", "/telecom/*/system", "/telecom/*/value"},
	"us-core-organization":     {"/active", "/name"},
	"us-core-location":         {"/name"},
	"plannet-Practitioner": {
		"/meta/lastUpdated",
		"/identifier/*/system",
		"/identifier/*/value",
		"/active",
		"/name/*/family",
	},
	"plannet-PractitionerRole": {
		"/meta/lastUpdated",
		"/active",
		"/practitioner/reference",
		"/telecom/*/system",
		"/telecom/*/value",
	},
	"plannet-Organization": {"/meta/lastUpdated", "/active", "/name", "/type/*/coding/0/code", "/address/*/state"},
	"plannet-Location":     {"/meta/lastUpdated", "/status", "/name", "/address/state"},
}

// checkProfiles holds every resource against the profiles that it claims.
func checkProfiles(t testing.TB, bundle map[string]any) {
	t.Helper()
	for kind, list := range bundle {
		for i, entry := range list.([]any) {
			resource := entry.(map[string]any)["resource"].(map[string]any)
			claimed, _ := resource["meta"].(map[string]any)["profile"].([]any)
			for _, profile := range claimed {
				address := profile.(string)
				name := address[strings.LastIndex(address, "/")+1:]
				rules, known := mustHaves[name]
				if !known {
					t.Errorf("%s %d claims %s", kind, i, address)
				}
				for _, rule := range rules {
					if !has(resource, strings.Split(rule[1:], "/")) {
						t.Errorf("%s %d claims %s and lacks %s", kind, i, name, rule)
					}
				}
			}
		}
	}
}

func has(value any, path []string) bool {
	if len(path) == 0 {
		return value != nil && value != "" && value != false
	}
	list, isList := value.([]any)
	if path[0] != "*" {
		if isList {
			i, err := strconv.Atoi(path[0])
			return err == nil && i < len(list) && has(list[i], path[1:])
		}
		object, _ := value.(map[string]any)
		return has(object[path[0]], path[1:])
	}
	for _, element := range list {
		if !has(element, path[1:]) {
			return false
		}
	}
	return len(list) > 0
}

// Whatever stands in a provider, its resources are good FHIR, they keep the profiles that they claim, and they refer to
// each other only.
func TestAnyProviderMakesGoodResources(t *testing.T) {
	schema := bundleSchema(t)
	rapid.Check(t, func(r *rapid.T) {
		p := anyProvider(r)
		bundle, entries := described(t, mapping(""), p)
		if err := faults(schema, entries); err != nil {
			r.Fatalf("%v", err)
		}
		checkProfiles(t, bundle)
		there := make(map[string]bool)
		for _, entry := range entries {
			there[entry.FullURL] = true
		}
		if len(there) != len(entries) {
			r.Errorf("%d entries have %d addresses", len(entries), len(there))
		}
		for _, reference := range references(bundle) {
			if !there[reference] {
				r.Errorf("%s is nowhere", reference)
			}
		}
	})
}

// references are all that stand anywhere in a value.
func references(value any) (found []string) {
	switch value := value.(type) {
	case map[string]any:
		for name, member := range value {
			if address, ok := member.(string); ok && name == "reference" {
				found = append(found, address)
			}
			found = append(found, references(member)...)
		}
	case []any:
		for _, element := range value {
			found = append(found, references(element)...)
		}
	}
	return found
}

func anyProvider(r *rapid.T) *models.Provider {
	p := example()
	text := rapid.StringN(1, 30, -1)
	optional := rapid.Map(
		rapid.OneOf(rapid.Just(""), text),
		func(s string) models.OptionalString { return models.OptionalString(s) },
	)
	p.Name, p.Statement = text.Draw(r, "name"), optional.Draw(r, "statement")
	p.Type = rapid.SampledFrom([]models.ProviderKind{models.Individual, models.Organization}).Draw(r, "kind")
	p.CredentialIDs = rapid.SliceOfDistinct(
		rapid.SampledFrom([]string{counselor.ID, doctor.ID, music.ID, "crd_gone"}),
		rapid.ID,
	).Draw(
		r,
		"credentials",
	)
	p.Licenses[0].Number = optional.Draw(r, "number")
	if rapid.Bool().Draw(r, "no NPI") {
		p.NPI, p.NPIRecord = "", nil
	}
	p.Locations = p.Locations[:rapid.IntRange(0, 1).Draw(r, "locations")]
	for i := range p.Locations {
		l := &p.Locations[i]
		l.City, l.Street = text.Draw(r, "city"), optional.Draw(r, "street")
		latitude, longitude := rapid.Float64Range(
			-90,
			90,
		).Draw(
			r,
			"latitude",
		), rapid.Float64Range(
			-180,
			180,
		).Draw(
			r,
			"longitude",
		)
		l.Latitude, l.Longitude = &latitude, &longitude
		l.Phone = rapid.SampledFrom([]models.OptionalString{"", "+18105550123", "+442079460958"}).Draw(r, "phone")
		p.Locations = append(p.Locations, *l)
	}
	p.AcceptingNewClients = rapid.Ptr(rapid.Bool(), true).Draw(r, "accepting")
	p.UpdatedAt = time.UnixMilli(rapid.Int64Range(0, 4e12).Draw(r, "updated"))
	return p
}
