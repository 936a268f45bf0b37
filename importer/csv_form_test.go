package importer_test

import (
	"encoding/csv"
	"strings"
	"testing"

	"findcare/importer"
)

func TestCSVOfAProvider(t *testing.T) {
	more := `"locations":[{"city":"Lansing","state":"Michigan","stateCode":"MI"},`
	content, _ := export(t, storeOf(t, goodCredential, goodCondition, strings.Replace(goodProvider, `"locations":[`, more, 1)), importer.ExportOptions{Format: importer.CSV})
	table, err := csv.NewReader(strings.NewReader(content)).ReadAll()
	if err != nil || len(table) != 2 {
		t.Fatalf("%v in\n%s", err, content)
	}
	got := make(map[string]string)
	for i, name := range table[0] {
		got[name] = table[1][i]
	}
	for name, want := range map[string]string{
		"slug": "juniper-examplar", "kind": "INDIVIDUAL", "id": "", "npi": "1234567893", "credentials": "counselor", "practicingSince": "2012",
		"licenses": `[{"id":"lic_4zyvyt3a2st1g","credential":"counselor","state":"MI"}]`, "languages": "English; Spanish",
		"location.city": "Lansing", "location.stateCode": "MI", "location.latitude": "",
		"moreLocations":       `[{"id":"loc_1mt5604zf0qdm","city":"Flint","state":"Michigan","stateCode":"MI","postalCode":"48507","phone":"+18105550123","latitude":42.97,"longitude":-83.69}]`,
		"sessionFee.currency": "USD", "sessionFee.minimum": "120", "sessionFee.slidingScale": "true", "acceptingNewClients": "", "confirmedOn": "2026-10-19",
	} {
		if value, there := got[name]; !there || value != want {
			t.Errorf("%s: %q, want %q", name, value, want)
		}
	}
}

// A text that somebody put into the directory must not run on the machine of whoever opens the table.
func TestCSVRunsNoFormulas(t *testing.T) {
	evil := strings.NewReplacer(`"Juniper Examplar"`, `"=cmd|' /C calc'!A0"`, `"Medicaid"`, `"+1","@x"`, `"city":"Flint"`, `"city":"-2+3"`, `"(810) 555-0123"`, `"+44 20 7946 0958"`)
	db := storeOf(t, goodCredential, goodCondition, evil.Replace(goodProvider))
	content, _ := export(t, db, importer.ExportOptions{Format: importer.CSV})
	table, err := csv.NewReader(strings.NewReader(content)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, cell := range table[1] {
		if name := table[0][i]; cell != "" && strings.ContainsAny(cell[:1], "=+-@") && name != "location.longitude" {
			t.Errorf("%s is %q", name, cell)
		}
	}
	for _, want := range []string{`'=cmd|`, `'-2+3`, `'+1; @x`, `'+442079460958`} {
		if !strings.Contains(content, want) {
			t.Errorf("there is no %s in\n%s", want, content)
		}
	}
	summary, err := importer.Import(t.Context(), db, importer.Bytes("table.csv", []byte(content)), now, nil)
	if err != nil || summary.Unchanged != 1 {
		t.Errorf("%+v, %v", summary, err)
	}
}

func TestCSVAsPeopleWriteIt(t *testing.T) {
	for _, test := range []struct{ name, content, want string }{
		{"three columns", "slug,kind,name\nwren,INDIVIDUAL,Wren Examplar\n", `"slug":"wren","kind":"INDIVIDUAL","name":"Wren Examplar"}`},
		{"in another order, with empty cells", "name,npi,slug,kind\nWren Examplar,,wren,INDIVIDUAL\n", `"slug":"wren","kind":"INDIVIDUAL","name":"Wren Examplar"}`},
		{"as Windows has it", "\ufeffslug,kind,name,acceptingNewClients\r\nwren,INDIVIDUAL,Wren Examplar,TRUE\r\n", `"acceptingNewClients":true}`},
		{"in Latin-1", "slug,kind,name\nwren,INDIVIDUAL,Ren\xe9 Examplar\n", `"name":"René Examplar"`},
		{"quoted", "\"slug\",\"kind\",\"name\",\"statement\"\n\"wren\",\"INDIVIDUAL\",\"Wren \"\"W\"\" Examplar\",\"One.\n\nTwo.\"\n", `"name":"Wren \"W\" Examplar","statement":"One.\n\nTwo."}`},
		{"a place", "slug,kind,name,location.city,location.stateCode,location.phone\nwren,INDIVIDUAL,Wren,Flint,MI,(810) 555-0123\n", `"locations":[{"id":"loc_0k48m5ecasn8p","city":"Flint","state":"Michigan","stateCode":"MI","phone":"+18105550123"}]`},
		{"blank lines", "slug,kind,name\n\nwren,INDIVIDUAL,Wren\n\n", `"name":"Wren"}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			if content, _ := export(t, storeOf(t, test.content), importer.ExportOptions{Format: importer.NDJSON}); !strings.Contains(content, test.want) {
				t.Errorf("got %s, want %s", content, test.want)
			}
		})
	}
}

func TestBadCSV(t *testing.T) {
	db := mustOpenStore(t)
	for _, test := range []struct{ name, content, want string }{
		{"a column that there is not", "slug,kind,name,shoeSize\nwren,INDIVIDUAL,Wren,7\n", `bad.csv: its column "shoeSize" is none of a provider's`},
		{"a column twice", "slug,kind,name,name\n", "it has the column name twice"},
		{"no kind", "slug,name\n", "it lacks the column kind"},
		{"too few cells", "slug,kind,name\nwren,INDIVIDUAL\n", `bad.csv:2: "2 columns" cannot be read: not as many columns as in the first line`},
		{"an open quote", "slug,kind,name\n\"wren,INDIVIDUAL,Wren\n", "cannot be read: a quote is never closed"},
		{"a rule of providers", "slug,kind,name,npi\nwren,INDIVIDUAL,Wren,123\n", `bad.csv:2: /npi: "123" must be ten digits`},
		{"the line of a row after a long cell", "slug,kind,name,statement\nwren,INDIVIDUAL,Wren,\"a\nb\"\nrobin,ROBOT,Robin,\n", `bad.csv:4: /kind: "ROBOT" must be one of`},
		{"no number", "slug,kind,name,practicingSince\nwren,INDIVIDUAL,Wren,long ago\n", `bad.csv:2: /practicingSince: "long ago" must be a whole number`},
		{"no JSON", "slug,kind,name,licenses\nwren,INDIVIDUAL,Wren,LPC\n", `bad.csv:2: /licenses: "LPC" must be a list`},
		{"no list of locations", "slug,kind,name,moreLocations\nwren,INDIVIDUAL,Wren,Flint\n", `bad.csv:2: /locations: "Flint" must be a list`},
		{"half a fee", "slug,kind,name,sessionFee.minimum\nwren,INDIVIDUAL,Wren,100\n", `bad.csv:2: /sessionFee/currency: "" must be a currency code`},
		{"a place without a city", "slug,kind,name,location.stateCode\nwren,INDIVIDUAL,Wren,MI\n", `bad.csv:2: /locations/0/city: is required`},
		{"a condition that there is not", "slug,kind,name,conditions\nwren,INDIVIDUAL,Wren,boredom\n", `bad.csv:2: /conditions/0: "boredom" must be the slug or id of a condition`},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := importer.Import(t.Context(), db, importer.Bytes("bad.csv", []byte(test.content)), now, nil)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %s", err, test.want)
			}
		})
	}
}
