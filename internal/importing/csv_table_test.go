package importing_test

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"

	"findcare/internal/dirformat"
	"findcare/internal/export"
	"findcare/internal/importing"
	"findcare/internal/importing/importingtest"
	"findcare/internal/registry"
	"findcare/models"
)

// wide encodes a text in UTF-16, with or without a byte-order mark.
func wide(text string, marked bool) string {
	if marked {
		text = "\ufeff" + text
	}
	var b bytes.Buffer
	_ = binary.Write(&b, binary.LittleEndian, utf16.Encode([]rune(text)))
	return b.String()
}

const fullProvider = `{"type":"provider","slug":"juniper-examplar","npi":"1234567893","kind":"INDIVIDUAL",` +
	`"name":"Juniper Examplar","pronouns":"she/her","credentials":["counselor"],` +
	`"licenses":[{"credential":"counselor","state":"MI","number":"MI000000"}],"practicingSince":2012,` +
	`"locations":[{"street":"1 Example Way","city":"Boston","stateCode":"MA","postalCode":"02134",` +
	`"phone":"(617) 555-0123","latitude":42.35,"longitude":-71.13},{"city":"Lansing","stateCode":"MI"}],` +
	`"conditions":["grief"],"statement":"I work at your pace; always.","sessionFormats":["IN_PERSON","VIDEO"],` +
	`"ageGroups":["ADULTS"],"languages":["English","Spanish"],` +
	`"insurances":["Medicaid"],"acceptingNewClients":true,"sessionFee":{"currency":"USD","minimum":120,` +
	`"maximum":1600,"slidingScale":true},"confirmedOn":"2024-10-09"}`

const requiredColumns = "slug,kind,name"

var someColumns = []struct {
	name, content string
	replace       bool
	// change turns the provider as it is exported into what is wanted.
	change []string
	told   []string // by a dry run
}{
	{
		"three columns", requiredColumns + "\njuniper-examplar,INDIVIDUAL,Juniper B. Examplar\n", false,
		[]string{"Juniper Examplar", "Juniper B. Examplar"},
		nil,
	},
	{
		"nothing new",
		requiredColumns + ",pronouns,location.city,languages\n" +
			"juniper-examplar,INDIVIDUAL,Juniper Examplar,she/her,Boston,English; Spanish\n",
		false, nil, nil,
	},
	{
		"a phone", requiredColumns + ",location.phone\njuniper-examplar,INDIVIDUAL,Juniper Examplar,617-555-0199\n",
		false,
		[]string{"+16175550123", "+16175550199"},
		nil,
	},
	{
		"an empty cell", requiredColumns + ",pronouns,npi\njuniper-examplar,INDIVIDUAL,Juniper Examplar,,1234567893\n",
		false,
		[]string{`,"pronouns":"she/her"`, ``},
		[]string{"provider juniper-examplar: would be emptied: pronouns"},
	},
	{
		"a state, whose name follows",
		requiredColumns + ",location.stateCode\njuniper-examplar,INDIVIDUAL,Juniper Examplar,NH\n", false,
		[]string{`"Massachusetts","stateCode":"MA"`, `"New Hampshire","stateCode":"NH"`},
		nil,
	},
	{
		"a part of the fee",
		requiredColumns + ",sessionFee.maximum\njuniper-examplar,INDIVIDUAL,Juniper Examplar,\"1,700\"\n", false,
		[]string{`"maximum":1600`, `"maximum":1700`},
		nil,
	},
	{
		"no fee",
		requiredColumns + ",sessionFee.currency,sessionFee.minimum,sessionFee.maximum,sessionFee.slidingScale\n" +
			"juniper-examplar,INDIVIDUAL,Juniper Examplar,,,,\n",
		false,
		[]string{`,"sessionFee":{"currency":"USD","minimum":120,"maximum":1600,"slidingScale":true}`, ``},
		[]string{
			"provider juniper-examplar: would be emptied: sessionFee.currency, sessionFee.minimum, " +
				"sessionFee.maximum, sessionFee.slidingScale",
		},
	},
	{
		"no other locations", requiredColumns + ",moreLocations\njuniper-examplar,INDIVIDUAL,Juniper Examplar,\n",
		false,
		[]string{`,{"city":"Lansing","state":"Michigan","stateCode":"MI"}`, ``},
		[]string{"provider juniper-examplar: would be emptied: moreLocations"},
	},
	{
		"a column that there is not",
		requiredColumns + ",shoeSize,LANGUAGES\njuniper-examplar,INDIVIDUAL,Juniper Examplar,7,English\n", false,
		[]string{`["English","Spanish"]`, `["English"]`},
		[]string{`table.csv: the column "shoeSize" is not one of a provider and is ignored`},
	},
	{
		"as a whole",
		requiredColumns + ",location.city,location.stateCode\njuniper-examplar,INDIVIDUAL,Juniper Examplar,Boston,MA\n",
		true,
		nil,
		[]string{
			"provider juniper-examplar: would be emptied: npi, pronouns, credentials, licenses, " +
				"practicingSince, location.street, location.postalCode, location.phone, location.latitude, " +
				"location.longitude, moreLocations, conditions, statement, sessionFormats, ageGroups, " +
				"languages, insurances, acceptingNewClients, sessionFee.currency, sessionFee.minimum, " +
				"sessionFee.maximum, sessionFee.slidingScale, confirmedOn",
		},
	},
}

// Columns of a table change a provider; fields without a column stay.
func TestCSVWithSomeColumns(t *testing.T) {
	for _, test := range someColumns {
		t.Run(test.name, func(t *testing.T) {
			db := importingtest.StoreOf(t, importingtest.GoodCredential, importingtest.GoodCondition, fullProvider)
			before, _ := importingtest.Export(t, db, export.Options{Format: export.NDJSON})
			before = withoutIDs(before)
			var told []string
			file := dirformat.Bytes("table.csv", []byte(test.content))
			file.Replace, file.Warn = test.replace, func(line string) { told = append(told, line) }
			if _, err := importing.DryRun(t.Context(), db, file, now); err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(told, test.told) {
				t.Errorf("told\n%q, want\n%q", told, test.told)
			}
			summary, err := importing.Import(t.Context(), db, file, now, nil)
			if err != nil {
				t.Fatal(err)
			}
			want := strings.NewReplacer(test.change...).Replace(before)
			if test.replace {
				others, _, _ := strings.Cut(before, `{"type":"provider"`)
				want = others + `{"type":"provider","slug":"juniper-examplar","kind":"INDIVIDUAL",` +
					`"name":"Juniper Examplar",` +
					`"locations":[{"city":"Boston","state":"Massachusetts","stateCode":"MA"}]}` + "\n"
			}
			got, _ := importingtest.Export(t, db, export.Options{Format: export.NDJSON})
			if got, want := withoutIDs(got), withoutIDs(want); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			if unchanged := want == before; unchanged != (summary == importing.Summary{Unchanged: 1}) {
				t.Errorf("%+v", summary)
			}
		})
	}
}

// A broken reference that a table does not mention does not block its changes.
func TestCSVKeepsExistingFaults(t *testing.T) {
	db := importingtest.OpenStore(t)
	juniper := &models.Provider{
		Header: models.Header{
			ID:       models.IDOfSlug(models.KindProvider, "juniper-examplar"),
			Slug:     "juniper-examplar",
			Revision: 1,
		},
		Type: models.Individual, Name: "Juniper Examplar", ConditionIDs: []string{
			models.IDOfSlug(models.KindCondition, "gone"),
		},
	}
	if err := db.Write(t.Context(), models.KindProvider, []models.Document{juniper}); err != nil {
		t.Fatal(err)
	}
	summary, err := importing.Import(
		t.Context(),
		db,
		dirformat.Bytes(
			"table.csv",
			[]byte("slug,kind,name,pronouns\njuniper-examplar,INDIVIDUAL,Juniper Examplar,they/them\n"),
		),
		now,
		nil,
	)
	if err != nil || summary.Changed != 1 {
		t.Errorf("%+v, %v", summary, err)
	}
}

var (
	likeADay  = regexp.MustCompile(`^(\d{4})-0?(\d{1,2})-0?(\d{1,2})$`)
	likeAZIP  = regexp.MustCompile(`^0+(\d+)$`)
	likeWords = regexp.MustCompile(`^(true|false)$`)
)

// respread rewrites a table as a spreadsheet does when somebody opens and saves it: other separators and line ends,
// dates as shown, numbers without leading zeros, booleans in capitals, and empty rows.
func respread(t interface{ Fatal(...any) }, table []byte, separator rune) []byte {
	records, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(table, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = separator, true
	for line, record := range records {
		for i, cell := range record {
			switch name := records[0][i]; {
			case line == 0:
				record[i] = strings.ToUpper(cell)
			case name == "confirmedOn":
				record[i] = likeADay.ReplaceAllString(cell, "$2/$3/$1")
			case name == "location.postalCode":
				record[i] = likeAZIP.ReplaceAllString(cell, "$1")
			case likeWords.MatchString(cell):
				record[i] = strings.ToUpper(cell)
			}
		}
		_ = w.Write(append(record, ""))
	}
	_ = w.Write(make([]string, len(records[0])+1))
	w.Flush()
	return b.Bytes()
}

// A table that was opened and saved in a spreadsheet changes nothing.
func TestCSVThroughASpreadsheet(t *testing.T) {
	few(t, 10)
	rapid.Check(t, func(r *rapid.T) {
		file, _ := directoryFile(r)
		db := importingtest.OpenStore(t)
		mustImport(r, db, file)
		mustImport(r, db, []byte(importingtest.GoodCredential+"\n"+importingtest.GoodCondition+"\n"+fullProvider))
		table := mustExport(r, db, export.CSV)
		for _, separator := range []rune{';', ',', '\t'} {
			again := respread(r, table, separator)
			if summary := mustImport(r, db, again); summary.Created+summary.Changed != 0 || summary.Unchanged == 0 {
				r.Errorf("%+v of\n%s\nfrom\n%s", summary, again, table)
			}
		}
	})
}

// A file that is not from a registry is not read as one, however similar its columns are.
func TestFileDetection(t *testing.T) {
	for _, test := range []struct {
		name, content string
		want          bool
	}{
		{"the NPI registry", nppesCSV(t, juniper(nil)), true},
		{"what is read of its first line at first", nppesCSV(t, juniper(nil))[:4096], true},
		{"facilities", "name1,name2,street1,street2,city,state,zip,zip4,phone,SA,MH\n", true},
		{"the least of facilities", "name1,street1,city,state,zip\n", true},
		{"a ZIP", "PK\x03\x04\x14\x00npidata_pfile_20050523-20261108.csv", true},
		{"a workbook", "PK\x03\x04\x14\x00[Content_Types].xml", false},
		{"a table of a clinic", "npi,name,city,state,zip,phone,latitude,longitude\n", false},
		{"the same with semicolons", "NPI;Name;City;State;ZIP;Phone\n", false},
		{"providers", "slug,kind,name,npi\n", false},
		{"providers in UTF-16", wide("slug\tkind\tname\n", true), false},
		{"JSON", `{"providers":[]}`, false},
		{"a web page", "<!DOCTYPE html>\n<html>", false},
		{"nothing", "", false},
	} {
		if got := registry.IsFile([]byte(test.content)); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}
