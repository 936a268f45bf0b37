package importing_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"findcare/internal/dirformat"
	"findcare/internal/importing"
	"findcare/internal/importing/importingtest"
	"findcare/models"
)

var now = importingtest.Now

func TestGoodDocuments(t *testing.T) {
	db := importingtest.OpenStore(t)
	// references come first
	file := strings.Join(
		[]string{
			importingtest.GoodArticle,
			importingtest.GoodProvider,
			importingtest.GoodCondition,
			importingtest.GoodCredential,
		},
		"\n",
	)
	summary, err := importing.Import(t.Context(), db, dirformat.Bytes("good.ndjson", []byte(file)), now, nil)
	if err != nil || summary != (importing.Summary{Created: 4}) {
		t.Fatalf("%+v, %v", summary, err)
	}
	directory, err := db.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	provider := directory.Providers[0]
	if got := provider.Locations[0].Phone; got != "+18105550123" {
		t.Errorf("phone %q is not in E.164", got)
	}
	if got := fmt.Sprint(provider.Languages); got != "[English Spanish]" {
		t.Errorf("languages %s are not in English", got)
	}
	if got, want := provider.CredentialIDs[0], models.IDOfSlug(models.KindCredential, "counselor"); got != want {
		t.Errorf("the credential is stored as %q, want its id %q", got, want)
	}
}

func TestBadInput(t *testing.T) {
	db := importingtest.OpenStore(t)
	for _, test := range []struct {
		name     string
		document string // the good document that is broken
		old, new string
		want     string // what must be reported
	}{
		{"slug missing", importingtest.GoodProvider, `"slug":"juniper-examplar",`, ``, `/slug: is required`},
		{"slug with a capital", importingtest.GoodProvider, `juniper-examplar`, `Juniper-examplar`, `/slug: "Juniper-examplar" must be lower-case letters`},
		{"slug with a double hyphen", importingtest.GoodCondition, `"slug":"grief"`, `"slug":"grief--x"`, `/slug: "grief--x" must be`},
		{"slug too long", importingtest.GoodCondition, `"slug":"grief"`, `"slug":"` + strings.Repeat("a", 121) + `"`, `at most 120 in all`},
		{"id of another kind", importingtest.GoodProvider, `"slug"`, `"id":"cnd_00000000000000000000000000","slug"`, `/id: "cnd_00000000000000000000000000" must be "prv_" and 26`},
		{"NPI too short", importingtest.GoodProvider, `1234567893`, `123456789`, `/npi: "123456789" must be ten digits`},
		{"NPI with a letter", importingtest.GoodProvider, `1234567893`, `12345A7893`, `/npi: "12345A7893" must be ten digits`},
		{"NPI check digit", importingtest.GoodProvider, `1234567893`, `1234567890`, `/npi: "1234567890" must be ten digits, the last of them the check digit`},
		{"kind missing", importingtest.GoodProvider, `"kind":"INDIVIDUAL",`, ``, `/kind: is required: one of INDIVIDUAL, ORGANIZATION`},
		{"kind unknown", importingtest.GoodProvider, `INDIVIDUAL`, `ROBOT`, `/kind: "ROBOT" must be one of INDIVIDUAL, ORGANIZATION`},
		{"name missing", importingtest.GoodProvider, `"name":"Juniper Examplar",`, ``, `/name: is required`},
		{"name blank", importingtest.GoodProvider, `"Juniper Examplar"`, `"  "`, `/name: is required`},
		{"name too long", importingtest.GoodProvider, `"Juniper Examplar"`, `"` + strings.Repeat("x", 201) + `"`, `must have at most 200 characters, not 201`},
		{"name not a text", importingtest.GoodProvider, `"Juniper Examplar"`, `7`, `/name: 7 must be a text`},
		{"credential unknown", importingtest.GoodProvider, `"credentials":["counselor"]`, `"credentials":["wizard"]`, `/credentials/0: "wizard" must be the slug or id of a credential that exists`},
		{"credential twice", importingtest.GoodProvider, `"credentials":["counselor"]`, `"credentials":["counselor","counselor"]`, `must not be listed twice`},
		{"condition unknown", importingtest.GoodProvider, `"conditions":["grief"]`, `"conditions":["boredom"]`, `/conditions/0: "boredom" must be the slug or id of a condition that exists`},
		{"treatment unknown", importingtest.GoodProvider, `"conditions"`, `"treatments":["magic"],"conditions"`, `/treatments/0: "magic" must be the slug or id of a treatment that exists`},
		{"licence without credential", importingtest.GoodProvider, `{"credential":"counselor","state":"MI"}`, `{"state":"MI"}`, `/licenses/0/credential: "" must be the slug or id of a credential`},
		{"licence state", importingtest.GoodProvider, `"state":"MI"}`, `"state":"XX"}`, `/licenses/0/state: "XX" must be the two-letter code of a state`},
		{"licence date", importingtest.GoodProvider, `"state":"MI"}`, `"state":"MI","expiresOn":"2026-02-30"}`, `/licenses/0/expiresOn: "2026-02-30" must be a calendar date`},
		{"year before 1900", importingtest.GoodProvider, `2012`, `1899`, `/practicingSince: 1899 must be a year from 1900 to 2026`},
		{"year to come", importingtest.GoodProvider, `2012`, `2027`, `/practicingSince: 2027 must be a year from 1900 to 2026`},
		{"year zero", importingtest.GoodProvider, `2012`, `0`, `/practicingSince: 0 must be a year`},
		{"year as a text", importingtest.GoodProvider, `2012`, `"2012"`, `/practicingSince: "2012" must be a whole number`},
		{"city missing", importingtest.GoodProvider, `"city":"Flint",`, ``, `/locations/0/city: is required`},
		{"state code unknown", importingtest.GoodProvider, `"stateCode":"MI"`, `"stateCode":"ZZ"`, `/locations/0/stateCode: "ZZ" must be the two-letter code`},
		{"state code in lower case", importingtest.GoodProvider, `"stateCode":"MI"`, `"stateCode":"mi"`, `/locations/0/stateCode: "mi" must be the two-letter code`},
		{"state against its code", importingtest.GoodProvider, `"Michigan"`, `"Wisconsin"`, `/locations/0/state: "Wisconsin" must be the name of the state MI, "Michigan"`},
		{"ZIP too short", importingtest.GoodProvider, `48507`, `4850`, `/locations/0/postalCode: "4850" must be a ZIP code (48507) or ZIP+4`},
		{"ZIP+4 without hyphen", importingtest.GoodProvider, `48507`, `485071234`, `/locations/0/postalCode: "485071234" must be a ZIP code`},
		{"latitude", importingtest.GoodProvider, `42.97`, `90.1`, `/locations/0/latitude: 90.1 must be from -90 to 90`},
		{"longitude", importingtest.GoodProvider, `-83.69`, `-183.69`, `/locations/0/longitude: -183.69 must be from -180 to 180`},
		{"latitude alone", importingtest.GoodProvider, `,"longitude":-83.69`, ``, `/locations/0: latitude and longitude must be given both or not at all`},
		{"phone", importingtest.GoodProvider, `(810) 555-0123`, `12`, `/locations/0/phone: "12" must be a phone number`},
		{"session format", importingtest.GoodProvider, `"VIDEO"`, `"TELEPATHY"`, `/sessionFormats/0: "TELEPATHY" must be one of IN_PERSON, VIDEO, PHONE`},
		{"age group", importingtest.GoodProvider, `"ADULTS"`, `"ELDERS"`, `/ageGroups/0: "ELDERS" must be one of CHILDREN`},
		{"language", importingtest.GoodProvider, `"es"`, `"Klingonish"`, `/languages/1: "Klingonish" must be a language`},
		{"language twice in two spellings", importingtest.GoodProvider, `"es"`, `"english"`, `/languages/1: "English" must not be listed twice`},
		{"insurance blank", importingtest.GoodProvider, `"Medicaid"`, `" "`, `/insurances/0: is required`},
		{"currency", importingtest.GoodProvider, `"USD"`, `"ABC"`, `/sessionFee/currency: "ABC" must be a currency code of ISO 4217`},
		{"fee range", importingtest.GoodProvider, `"minimum":120`, `"minimum":170`, `/sessionFee/minimum: 170 must not be above the maximum, 160`},
		{"fee negative", importingtest.GoodProvider, `"minimum":120`, `"minimum":-1`, `/sessionFee/minimum: -1 must not be negative`},
		{"confirmed in the future", importingtest.GoodProvider, `2026-10-19`, `2026-11-25`, `/confirmedOn: "2026-11-25" must not be in the future (today is 2026-11-24)`},
		{"unknown field", importingtest.GoodProvider, `"npi"`, `"nip"`, `/nip: is not a field of a provider`},
		{"unknown field inside", importingtest.GoodProvider, `"city"`, `"town":"x","city"`, `/locations/0/town: is not a field of a provider`},
		{"derived field", importingtest.GoodProvider, `"npi"`, `"summary":"x","npi"`, `/summary: is not a field of a provider`},
		{"duplicate member", importingtest.GoodCondition, `"name":"Grief"`, `"name":"Grief","name":"Grief"`, `duplicate`},
		{"list where a text belongs", importingtest.GoodProvider, `"name":"Juniper Examplar"`, `"name":["x"]`, `/name: ["x"] must be a text`},
		{"also known as, twice", importingtest.GoodCondition, `"name":"Grief"`, `"name":"Grief","alsoKnownAs":["loss","loss"]`, `/alsoKnownAs/1: "loss" must not be listed twice`},
		{"topic missing", importingtest.GoodArticle, `{"condition":"grief"}`, `{}`, `/topic: must name exactly one`},
		{"two topics", importingtest.GoodArticle, `{"condition":"grief"}`, `{"condition":"grief","credential":"counselor"}`, `/topic: must name exactly one`},
		{"topic unknown", importingtest.GoodArticle, `{"condition":"grief"}`, `{"treatment":"magic"}`, `/topic/treatment: "magic" must be the slug or id of a treatment`},
		{"two equal headings", importingtest.GoodArticle, `"body":"Words."}`, `"body":"Words."},{"heading":"What is Grief"}`, `/sections/1/heading: "What is Grief" must be unique within its article`},
		{"heading without a letter", importingtest.GoodArticle, `What is grief?`, `???`, `/sections/0/heading: "???" must have a letter or a digit`},
		{"reviewer missing", importingtest.GoodArticle, `"reviewer":"Wren Examplar",`, ``, `/medicalReview/reviewer: is required`},
		{"review in the future", importingtest.GoodArticle, `"reviewedOn":"2026-01-02"`, `"reviewedOn":"2027-01-02"`, `/medicalReview/reviewedOn: "2027-01-02" must not be in the future`},
		{"review without a date", importingtest.GoodArticle, `,"reviewedOn":"2026-01-02"`, ``, `/medicalReview/reviewedOn: is required`},
		{"updated before published", importingtest.GoodArticle, `"updatedOn":"2026-01-03"`, `"updatedOn":"2025-01-03"`, `/updatedOn: "2025-01-03" must not be before the article was published, 2026-01-01`},
		{"source address", importingtest.GoodArticle, `https://example.org/`, `javascript:alert(1)`, `/sources/0/url: "javascript:alert(1)" must be an address that starts with https://`},
		{"unknown type", importingtest.GoodCondition, `"type":"condition"`, `"type":"planet"`, `/type: "planet" must be one of credential`},
		{"not JSON", importingtest.GoodCondition, `}`, ``, `must be one JSON object a line`},
	} {
		t.Run(test.name, func(t *testing.T) {
			if !strings.Contains(test.document, test.old) {
				t.Fatalf("%q is not in the document", test.old)
			}
			broken := strings.Replace(test.document, test.old, test.new, 1)
			var lines []string
			number := 0
			for i, good := range []string{importingtest.GoodCredential, importingtest.GoodCondition, importingtest.GoodProvider, importingtest.GoodArticle} {
				if good == test.document {
					good, number = broken, i+1
				}
				lines = append(lines, good)
			}
			_, err := importing.Import(
				t.Context(),
				db,
				dirformat.Bytes("bad.ndjson", []byte(strings.Join(lines, "\n"))),
				now,
				nil,
			)
			var rejection *importing.Rejection
			if !errors.As(err, &rejection) {
				t.Fatalf("err = %v, want a rejection", err)
			}
			if text := rejection.Error(); !strings.Contains(text, test.want) ||
				!strings.Contains(text, fmt.Sprintf("bad.ndjson:%d: ", number)) {
				t.Errorf("line %d: got\n%s\nwant %s", number, text, test.want)
			}
			directory, err := db.Load(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if directory.Len() != 0 {
				t.Fatalf("%d documents were written", directory.Len())
			}
		})
	}
}

func TestBadFiles(t *testing.T) {
	db := importingtest.OpenStore(t)
	for _, test := range []struct{ name, content, want string }{
		{"empty", "", "the file is empty"},
		{"blank", " \n\n", "the file is empty"},
		{"a web page", "<!DOCTYPE html><html></html>", `it starts with "<!DOCTYPE html>`},
		{"a list", "[]", "where a JSON object with credentials"},
		{"cut short", `{"conditions":[{"slug":"grief","name":"Gr`, "unexpected EOF"},
		{"unknown list", `{"planets":[]}`, "/planets: must be one of credentials"},
		{"a list that is none", `{"conditions":7}`, "the member conditions is not a list"},
		{"an element that is no object", `{"conditions":[7]}`, "/conditions/0: must be an object"},
		{"something behind", `{"conditions":[]} x`, "something after the JSON object"},
		{"type not first", `{"type":"condition","slug":"a","name":"A"}` + "\n" + `{"slug":"b","type":"condition","name":"B"}`, "bad:2: /type: must be the first member"},
		{"the same slug twice", importingtest.GoodCondition + "\n" + importingtest.GoodCondition, "bad:2: /slug: \"grief\" must be unique; it stands at bad:1"},
		{"the same NPI twice", importingtest.GoodCondition + "\n" + importingtest.GoodCredential + "\n" + importingtest.GoodProvider + "\n" + strings.Replace(importingtest.GoodProvider, "juniper", "wren", 1), `bad:4: /npi: "1234567893" must be unique`},
		{"the same NPI twice, once with a space", importingtest.GoodCondition + "\n" + importingtest.GoodCredential + "\n" + importingtest.GoodProvider + "\n" + strings.NewReplacer("juniper", "wren", `"1234567893"`, `" 1234567893"`).Replace(importingtest.GoodProvider), `bad:4: /npi: "1234567893" must be unique`},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := importing.Import(t.Context(), db, dirformat.Bytes("bad", []byte(test.content)), now, nil)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("err = %v, want %s", err, test.want)
			}
		})
	}
}

func TestAtMostFiftyFaultsAreReported(t *testing.T) {
	lines := strings.Repeat(`{"type":"condition","slug":"BAD","name":""}`+"\n", 60)
	_, err := importing.Import(
		t.Context(),
		importingtest.OpenStore(t),
		dirformat.Bytes("many", []byte(lines)),
		now,
		nil,
	)
	var rejection *importing.Rejection
	if !errors.As(err, &rejection) || len(rejection.Faults) != 50 || !rejection.More {
		t.Errorf("%v", err)
	}
}
