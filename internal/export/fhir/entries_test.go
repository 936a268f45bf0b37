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
	"findcare/models/modelstest"
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
		NPI: "1234567893", Type: models.Individual, Name: "Juniper Examplar", CredentialIDs: []string{
			counselor.ID, doctor.ID,
		},
		Licenses: []models.License{
			{CredentialID: counselor.ID, State: "MI", Number: "MI000000", ExpiresOn: "2027-09-28"},
		},
		Locations: []models.Location{{
			Street: "1 Example Way", City: "Flint", State: "Michigan", StateCode: "MI", PostalCode: "48507",
			Phone:    "+18105550123",
			Latitude: &latitude, Longitude: &longitude,
		}},
		Languages: []string{"English", "American Sign Language"}, AcceptingNewClients: &accepting,
		NPIRecord: &models.NPIRecord{NPI: "1234567893", Taxonomies: []string{"101YM0800X", "207Q00000X"}},
	}
}

// described returns the entries of a provider as decoded JSON, by type.
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

// at returns the JSON at a pointer, "" for nothing.
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

func TestEntries(t *testing.T) {
	schema := bundleSchema(t)
	for _, test := range entryCases {
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

func TestBaseURL(t *testing.T) {
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

// mustHaves are the elements that the profiles require beyond FHIR itself. A star stands for each element of a list,
// which must not be empty.
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

// checkProfiles checks every resource against the profiles that it claims.
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

// For any provider, the resources are valid FHIR, conform to the profiles that they claim, and refer only to each
// other.
func TestAnyProviderHasValidResources(t *testing.T) {
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

// references returns all references in a value.
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
	).Draw(r, "credentials")
	p.Licenses[0].Number = optional.Draw(r, "number")
	if rapid.Bool().Draw(r, "no NPI") {
		p.NPI, p.NPIRecord = "", nil
	}
	p.Locations = p.Locations[:rapid.IntRange(0, 1).Draw(r, "locations")]
	for i := range p.Locations {
		l := &p.Locations[i]
		l.City, l.Street = text.Draw(r, "city"), optional.Draw(r, "street")
		latitude, longitude := rapid.Float64Range(-90, 90).Draw(r, "latitude"), rapid.Float64Range(-180, 180).Draw(
			r,
			"longitude",
		)
		l.Latitude, l.Longitude = &latitude, &longitude
		l.Phone = rapid.SampledFrom([]models.OptionalString{"", "+18105550123", "+442079460958"}).Draw(r, "phone")
		p.Locations = append(p.Locations, *l)
	}
	p.AcceptingNewClients = rapid.Ptr(rapid.Bool(), true).Draw(r, "accepting")
	modelstest.DrawNeeds(r, p)
	p.UpdatedAt = time.UnixMilli(rapid.Int64Range(0, 4e12).Draw(r, "updated"))
	return p
}
