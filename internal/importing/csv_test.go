package importing_test

import (
	"regexp"
	"strings"
	"testing"

	"findcare/internal/dirformat"
	"findcare/internal/export"
	"findcare/internal/importing"
	"findcare/internal/importing/importingtest"
)

var spreadsheetFiles = []struct{ name, content, want string }{
	{
		"three columns", "slug,kind,name\nwren,INDIVIDUAL,Wren Examplar\n",
		`"slug":"wren","kind":"INDIVIDUAL","name":"Wren Examplar"}`,
	},
	{
		"in another order, with empty cells", "name,npi,slug,kind\nWren Examplar,,wren,INDIVIDUAL\n",
		`"slug":"wren","kind":"INDIVIDUAL","name":"Wren Examplar"}`,
	},
	{
		"as Windows has it", "\ufeffslug,kind,name,acceptingNewClients\r\nwren,INDIVIDUAL,Wren Examplar,TRUE\r\n",
		`"acceptingNewClients":true}`,
	},
	{"in Latin-1", "slug,kind,name\nwren,INDIVIDUAL,Ren\xe9 Examplar\n", `"name":"René Examplar"`},
	{
		"quoted",
		"\"slug\",\"kind\",\"name\",\"statement\"\n\"wren\",\"INDIVIDUAL\",\"Wren \"\"W\"\" " +
			"Examplar\",\"One.\n\nTwo.\"\n",
		`"name":"Wren \"W\" Examplar","statement":"One.\n\nTwo."}`,
	},
	{
		"a place",
		"slug,kind,name,location.city,location.stateCode,location.phone\nwren,INDIVIDUAL,Wren,Flint,MI,(810) " +
			"555-0123\n",
		`"locations":[{"city":"Flint","state":"Michigan","stateCode":"MI","phone":"+18105550123"}]`,
	},
	{"blank lines", "slug,kind,name\n\nwren,INDIVIDUAL,Wren\n\n", `"name":"Wren"}`},
	{
		"semicolons", "slug;kind;name;languages\nwren;INDIVIDUAL;Wren;\"English; Spanish\"\n",
		`"languages":["English","Spanish"]}`,
	},
	{
		"tabs", "slug\tkind\tname\tstatement\nwren\tINDIVIDUAL\tWren\tOne, two; three.\n",
		`"statement":"One, two; three."}`,
	},
	{"a line that tells the separator", "sep=;\r\nslug;kind;name\r\nwren;INDIVIDUAL;Wren\r\n", `"name":"Wren"}`},
	{
		"names of columns in capitals, and with spaces",
		" SLUG ,Kind,NAME,Practicing Since,LOCATION.CITY,location.statecode\nwren,INDIVIDUAL,Wren,2012,Flint,MI\n",
		`"practicingSince":2012,"locations":[{"city":"Flint","state":"Michigan","stateCode":"MI"}]}`,
	},
	{
		"empty rows in the middle and at the end", "slug,kind,name\n,,\nwren,INDIVIDUAL,Wren\n , ,\n,,\n",
		`"name":"Wren"}`,
	},
	{"empty cells behind the last column", "slug,kind,name,,\nwren,INDIVIDUAL,Wren,,\n", `"name":"Wren"}`},
	{
		"rows with more empty cells than the first line", "slug,kind,name\nwren,INDIVIDUAL,Wren,,\n",
		`"name":"Wren"}`,
	},
	{
		"a day of America", "slug,kind,name,confirmedOn\nwren,INDIVIDUAL,Wren,1/9/2026\n",
		`"confirmedOn":"2026-01-09"}`,
	},
	{
		"a ZIP code without its zero",
		"slug,kind,name,location.city,location.stateCode,location.postalCode\n" +
			"wren,INDIVIDUAL,Wren,Boston,MA,2134\n",
		`"postalCode":"02134"}]}`,
	},
	{
		"a ZIP+4 without its zero",
		"slug,kind,name,location.postalCode,location.city,location.stateCode\n" +
			"wren,INDIVIDUAL,Wren,2134-1234,Boston,MA\n",
		`"postalCode":"02134-1234"}]}`,
	},
	{
		"numbers with a fraction of nothing",
		"slug,kind,name,npi,practicingSince\nwren,INDIVIDUAL,Wren,1234567893.0,2012.0\n",
		`"npi":"1234567893","kind":"INDIVIDUAL","name":"Wren","practicingSince":2012}`,
	},
	{
		"apostrophes of texts that are digits",
		"slug,kind,name,npi,location.city,location.stateCode,location.postalCode\n" +
			"wren,INDIVIDUAL,Wren,'1234567893,Boston,MA,'02134\n",
		`"npi":"1234567893","kind":"INDIVIDUAL","name":"Wren","locations":[{"city":"Boston",` +
			`"state":"Massachusetts","stateCode":"MA","postalCode":"02134"}]}`,
	},
	{
		"amounts of America",
		"slug,kind,name,sessionFee.currency,sessionFee.minimum,sessionFee.maximum,sessionFee.slidingScale\n" +
			"wren,INDIVIDUAL,Wren,USD,$120.00,\"1,250\",FALSE\n",
		`"sessionFee":{"currency":"USD","minimum":120,"maximum":1250,"slidingScale":false}}`,
	},
	{
		"numbers and truths of Germany",
		"slug;kind;name;sessionFee.currency;sessionFee.minimum;sessionFee.maximum;sessionFee.slidingScale;" +
			"location.city;location.stateCode;location.latitude;location.longitude\n" +
			"wren;INDIVIDUAL;Wren;USD;120,00;1.250;WAHR;Flint;MI;42,97;-83,69\n",
		`"latitude":42.97,"longitude":-83.69}],"sessionFee":{"currency":"USD","minimum":120,"maximum":1250,` +
			`"slidingScale":true}}`,
	},
	{
		"lines of old Macintoshes", "slug,kind,name\rwren,INDIVIDUAL,Wren\rrobin,INDIVIDUAL,Robin\r",
		`"name":"Wren"}`,
	},
	{
		"UTF-16, as Excel has it", wide("slug\tkind\tname\r\nwren\tINDIVIDUAL\tRené “W” 李\r\n", true),
		`"name":"René “W” 李"}`,
	},
	{"UTF-16 without a mark", wide("slug,kind,name\nwren,INDIVIDUAL,René\n", false), `"name":"René"}`},
}

func TestCSVAsPeopleWriteIt(t *testing.T) {
	for _, test := range spreadsheetFiles {
		t.Run(test.name, func(t *testing.T) {
			content, _ := importingtest.Export(
				t, importingtest.StoreOf(t, test.content), export.Options{Format: export.NDJSON},
			)
			if content = withoutIDs(content); !strings.Contains(content, test.want) {
				t.Errorf("got %s, want %s", content, test.want)
			}
		})
	}
}

// withoutIDs removes the ids of locations and licences from an export.
func withoutIDs(content string) string {
	return regexp.MustCompile(`"id":"(loc|lic)_[0-9a-z]{13}",`).ReplaceAllString(content, "")
}

var badCSVFiles = []struct{ name, content, want string }{
	{"a column twice", "slug,kind,name,name\n", "the file has the column name twice"},
	{"a column twice, in other letters", "slug,kind,name,NPI, npi \n", "the file has the column npi twice"},
	{
		"text behind the last column", "slug,kind,name\nwren,INDIVIDUAL,Wren,Flint\n",
		`bad.csv:2: "4 columns" cannot be read: not as many columns as in the first line`,
	},
	{
		"text below no name", "slug,kind,name,\nwren,INDIVIDUAL,Wren,Flint\n",
		`bad.csv:2: "Flint" cannot be read: it is in column 4, which has no name in the first line`,
	},
	{
		"no day", "slug,kind,name,confirmedOn\nwren,INDIVIDUAL,Wren,13/13/2026\n",
		`bad.csv:2: /confirmedOn: "13/13/2026" must be a calendar date`,
	},
	{
		"digits that a spreadsheet has lost", "slug,kind,name,npi\nwren,INDIVIDUAL,Wren,1.23E+09\n",
		`bad.csv:2: /npi: "1.23E+09" must be ten digits`,
	},
	{
		"a ZIP code that lacks no zero",
		"slug,kind,name,location.city,location.stateCode,location.postalCode\nwren,INDIVIDUAL,Wren,Flint,MI,4850\n",
		`bad.csv:2: /locations/0/postalCode: "4850" must be`,
	},
	{
		"half a year", "slug,kind,name,practicingSince\nwren,INDIVIDUAL,Wren,\"2012,5\"\n",
		`bad.csv:2: /practicingSince: "2012,5" must be a whole number`,
	},
	{"a workbook", "PK\x03\x04\x14\x00[Content_Types].xml", `bad.csv: the file is a workbook; save its table as CSV`},
	{"no slug", "name,city\nWren,Flint\n", `bad.csv: it starts with "name,city`},
	{"no kind", "slug,name\n", "the file lacks the column kind"},
	{
		"too few cells", "slug,kind,name\nwren,INDIVIDUAL\n",
		`bad.csv:2: "2 columns" cannot be read: not as many columns as in the first line`,
	},
	{"an open quote", "slug,kind,name\n\"wren,INDIVIDUAL,Wren\n", "cannot be read: a quote is never closed"},
	{
		"a rule of providers", "slug,kind,name,npi\nwren,INDIVIDUAL,Wren,123\n",
		`bad.csv:2: /npi: "123" must be ten digits`,
	},
	{
		"the line of a row after a long cell",
		"slug,kind,name,statement\nwren,INDIVIDUAL,Wren,\"a\nb\"\nrobin,ROBOT,Robin,\n",
		`bad.csv:4: /kind: "ROBOT" must be one of`,
	},
	{
		"no number", "slug,kind,name,practicingSince\nwren,INDIVIDUAL,Wren,long ago\n",
		`bad.csv:2: /practicingSince: "long ago" must be a whole number`,
	},
	{
		"no JSON", "slug,kind,name,licenses\nwren,INDIVIDUAL,Wren,LPC\n",
		`bad.csv:2: /licenses: "LPC" must be a list`,
	},
	{
		"no list of locations", "slug,kind,name,moreLocations\nwren,INDIVIDUAL,Wren,Flint\n",
		`bad.csv:2: /locations: "Flint" must be a list`,
	},
	{
		"half a fee", "slug,kind,name,sessionFee.minimum\nwren,INDIVIDUAL,Wren,100\n",
		`bad.csv:2: /sessionFee/currency: "" must be a currency code`,
	},
	{
		"a place without a city", "slug,kind,name,location.stateCode\nwren,INDIVIDUAL,Wren,MI\n",
		`bad.csv:2: /locations/0/city: is required`,
	},
	{
		"a condition that there is not", "slug,kind,name,conditions\nwren,INDIVIDUAL,Wren,boredom\n",
		`bad.csv:2: /conditions/0: "boredom" must be the slug or id of a condition`,
	},
}

func TestInvalidCSV(t *testing.T) {
	db := importingtest.OpenStore(t)
	for _, test := range badCSVFiles {
		t.Run(test.name, func(t *testing.T) {
			_, err := importing.Import(t.Context(), db, dirformat.Bytes("bad.csv", []byte(test.content)), now, nil)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %s", err, test.want)
			}
		})
	}
}
