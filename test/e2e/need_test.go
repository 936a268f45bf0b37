package e2e

import (
	"encoding/json"
	"fmt"
	"html"
	"path/filepath"
	"strings"
	"testing"
)

// need is a field that people choose by, on its way through everything that findcare has.
type need struct {
	name string
	// input sets it, and read reads it back.
	input, read string
	// filter finds providers that have it, "" where nobody would filter by it; reason is why they match.
	filter, reason string
	// search is the parameter of the search page, "" for none.
	search string
	// page, csv and fhir stand on the provider's page and in the exports.
	page, csv, fhir string
}

// needs are what 42 U.S.C. 1396u-2(a)(5)(E) and the REAL Health Providers Act ask directories for, and what else people
// choose by.
var needs = []need{
	{
		"website", `website: "https://wren.example/care"`, `website`, "", "", "",
		`href="https://wren.example/care"`, `https://wren.example/care`, `"value":"https://wren.example/care"`,
	},
	{
		"email", `email: "office@wren.example"`, `email`, "", "", "",
		`href="mailto:office@wren.example"`, `office@wren.example`, `"system":"email","value":"office@wren.example"`,
	},
	{
		"intake", `phones: [{purpose: INTAKE, number: "(810) 555-0177", extension: "12"}]`,
		`phones { purpose number extension }`, "", "", "",
		`href="tel:+18105550177;ext=12"`, `""extension"":""12""`, `"value":"+18105550177 ext. 12"`,
	},
	{
		"booking", `bookingUrl: "https://booking.example/wren"`, `bookingUrl`, "", "", "",
		`href="https://booking.example/wren"`, `https://booking.example/wren`, `"value":"https://booking.example/wren"`,
	},
	{
		"hours", `hours: {timeZone: "America/Detroit", weekly: [{day: MONDAY, opens: "9:00", closes: "20:00"}]}`,
		`hours { timeZone weekly { day opens closes } }`, `openAt: [EVENINGS]`, "Evening hours", "open=EVENINGS",
		"Monday: 9 am to 8 pm", `""closes"":""20:00""`, `"availableStartTime":"09:00:00"`,
	},
	{
		"sign language", `languageServices: [AMERICAN_SIGN_LANGUAGE, INTERPRETERS]`, `languageServices`,
		`languageServices: [AMERICAN_SIGN_LANGUAGE]`, "American Sign Language", "help=AMERICAN_SIGN_LANGUAGE",
		"American Sign Language, Interpreters", `AMERICAN_SIGN_LANGUAGE; INTERPRETERS`, `"code":"ase"`,
	},
	{
		"accessibility", `accessibility: [WHEELCHAIR_ENTRANCE, PUBLIC_TRANSIT]`, `accessibility`,
		`allOfAccessibility: [WHEELCHAIR_ENTRANCE, PUBLIC_TRANSIT]`, "Near public transit", "access=PUBLIC_TRANSIT",
		"Entrance for wheelchairs", `WHEELCHAIR_ENTRANCE; PUBLIC_TRANSIT`, `"code":"pubtrans"`,
	},
	{
		"language skills", `languages: ["English", "Spanish"], languageSkills: [{language: "es", proficiency: NATIVE}]`,
		`languageSkills { language proficiency }`, `languages: ["Spanish"]`, "Speaks Spanish", "language=Spanish",
		"Spanish (native)", `""proficiency"":""NATIVE""`, `"code":"50"`,
	},
	{
		"new clients", `acceptingNewClients: true`, `acceptingNewClients`, `acceptingNewClients: true`,
		"Accepting new clients", "accepting=1", "Accepting new clients", "true", `"code":"newpt"`,
	},
	{
		"telehealth", `sessionFormats: [VIDEO]`, `sessionFormats`, `sessionFormats: [VIDEO]`, "Meets by video",
		"format=VIDEO", "By video", "VIDEO", `"code":"video"`,
	},
	{
		"openings", `availability: {hasOpenings: true, waitingWeeks: 2, asOf: "2024-05-06"}`,
		`availability { hasOpenings waitingWeeks asOf }`, `hasOpenings: true, waitingWeeksAtMost: 2`,
		"Had openings on 2024-05-06", "openings=1", "May 6, 2024", `""waitingWeeks"":2`,
		`"comment":"Had openings on 2024-05-06, with a wait of 2 weeks."`,
	},
	{
		"gender", `gender: NONBINARY`, `gender`, `genders: [NONBINARY]`, "Nonbinary person", "gender=NONBINARY",
		"Nonbinary person", "NONBINARY", `"gender":"other"`,
	},
	{
		"identities", `identities: ["Examplarian"]`, `identities`, `identities: ["examplarian"]`, "Examplarian",
		"identity=Examplarian", "Examplarian", "Examplarian", "Identity: Examplarian",
	},
	{
		"faith", `faith: "Fictionalist"`, `faith`, `faiths: ["fictionalist"]`, "Fictionalist", "faith=Fictionalist",
		"Fictionalist", "Fictionalist", "Faith: Fictionalist",
	},
	{
		"populations", `populations: [VETERANS]`, `populations`, `populations: [VETERANS]`, "Works with: Veterans",
		"people=VETERANS", "Veterans", "VETERANS", "Works with: Veterans",
	},
	{
		"free consultation", `freeConsultation: true`, `freeConsultation`, `freeConsultation: true`,
		"Free first conversation", "free=1", "<dt>First conversation</dt><dd>Free</dd>", "true",
		"Free first conversation",
	},
	{
		"prescribes", `prescribes: false`, `prescribes`, `prescribes: false`, "Does not prescribe medication", "",
		"<dt>Medication</dt><dd>Does not prescribe</dd>", "false", "Does not prescribe medication",
	},
	{
		"works for", `worksFor: ["acorn-house"]`, `worksFor { slug }`, "", "", "",
		`<a href="/providers/acorn-house">Acorn House</a>`, ",acorn-house,",
		`"organization":{"reference":"Organization/`,
	},
	{
		"other names", `otherNames: ["Zugunruhe House"]`, `otherNames`, `text: "zugunruhe"`, "Name has", "q=zugunruhe",
		"Zugunruhe House", "Zugunruhe House", "",
	},
}

// TestNeedsEverywhere: each field is set by a mutation, read back, found by its filter, shown on the page and exported.
func TestNeedsEverywhere(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	editor := newToken(t, data, "editor")
	s := openServer(t, "--data", data, "--max-cost", "0", "--log-level", "error")
	s.queryAs(t, editor, `mutation { createProvider(input: {name: "Acorn House", kind: ORGANIZATION}) { `+
		`provider { slug } } }`, nil)
	for i, n := range needs {
		slug := fmt.Sprint("wren-", i)
		n.check(t, s, editor, slug)
	}
	s.stop(t)
	csv := mustRun(t, "export", "--data", data, "--format", "csv")
	bundle := filepath.Join(t.TempDir(), "providers.ndjson")
	mustRun(t, "export", "--data", data, "--format", "fhir-ndjson", "--output", bundle)
	fhir := readFile(t, bundle)
	for _, n := range needs {
		if !strings.Contains(csv, n.csv) {
			t.Errorf("%s: the CSV has no %q", n.name, n.csv)
		}
		if !strings.Contains(fhir, n.fhir) {
			t.Errorf("%s: the FHIR resources have no %q", n.name, n.fhir)
		}
	}
}

// check creates a provider with the field and looks for it with the API and on the pages.
func (n need) check(t *testing.T, s *program, editor, slug string) {
	t.Helper()
	created := s.queryAs(t, editor, fmt.Sprintf(`mutation { createProvider(input: {slug: %q, name: "Wren Examplar", `+
		`kind: INDIVIDUAL, %s}) { provider { %s } userErrors { message } } }`, slug, n.input, n.read), nil)
	read := s.query(t, fmt.Sprintf(`{ provider(by: {slug: %q}) { %s } }`, slug, n.read), nil)
	field := strings.TrimSpace(strings.SplitN(n.read, " ", 2)[0])
	if got := member(t, read, "data", "provider", field); got == "null" || got == "[]" || got == "" {
		t.Errorf("%s: read back %s; created: %s", n.name, read, created)
	}
	if n.filter != "" {
		const question = `{ providers(filter: {%s}, orderBy: RECENTLY_UPDATED) { edges { matches node { slug } } } }`
		found := s.query(t, fmt.Sprintf(question, n.filter), nil)
		if !strings.Contains(found, fmt.Sprintf("%q", slug)) || !strings.Contains(found, n.reason) {
			t.Errorf("%s: found %s, want %s by %q", n.name, found, slug, n.reason)
		}
	}
	if page := html.UnescapeString(fetch(t, s.url+"/providers/"+slug)); !strings.Contains(page, n.page) {
		t.Errorf("%s: the page has no %s", n.name, n.page)
	}
	if n.search != "" {
		page := fetch(t, s.url+"/find?sort=RECENTLY_UPDATED&"+n.search)
		if !strings.Contains(page, `href="/providers/`+slug+`"`) {
			t.Errorf("%s: /find?%s does not show it", n.name, n.search)
		}
	}
}

// member returns a member of a JSON document as JSON, "" where there is none.
func member(t *testing.T, document string, path ...string) string {
	t.Helper()
	raw := json.RawMessage(document)
	for _, name := range path {
		var object map[string]json.RawMessage
		if err := json.Unmarshal(raw, &object); err != nil {
			return ""
		}
		raw = object[name]
	}
	return string(raw)
}
