package dirformat

import (
	"fmt"
	"strings"
	"testing"

	"findcare/internal/tables"
	"findcare/models"
)

// nothing is a store without documents.
type nothing struct{}

func (nothing) Exists(models.Kind, string) bool { return false }

// faultsOf reads a file as an import does, up to where documents meet the store, and returns what is wrong with it.
func faultsOf(content []byte) (documents int, faults []error) {
	err := Bytes("file", content).Each(func(r Record) error {
		documents++
		if r.Fault != nil {
			faults = append(faults, Fault{Place: r.Place, Fault: *r.Fault})
			return nil
		}
		r.Names()
		document := r.Kind.New()
		if fault := r.Decode(document); fault != nil {
			faults = append(faults, Fault{Place: r.Place, Fault: *fault})
			return nil
		}
		document.Normalize()
		for _, fault := range document.Validate("2026-11-24", nothing{}) {
			faults = append(faults, Fault{Place: r.Place, Fault: fault})
		}
		return nil
	})
	if err != nil {
		faults = append(faults, err)
	}
	return documents, faults
}

const (
	grief = `{"type":"condition","slug":"grief","name":"Grief"}`
	sleep = `{"type":"condition","slug":"sleep","name":"Sleep"}`
)

var fileCases = []struct {
	name, content string
	documents     int
	want          string // the one fault; none where empty
}{
	{"lines", grief + "\n" + sleep + "\n", 2, ""},
	{"no line break at the end", grief + "\n" + sleep, 2, ""},
	{"lines of Windows", grief + "\r\n" + sleep + "\r\n", 2, ""},
	{"a byte-order mark before lines", tables.ByteOrderMark + grief, 1, ""},
	{"a byte-order mark before JSON", tables.ByteOrderMark + `{"conditions":[]}`, 0, ""},
	{"empty lines", "\n\n" + grief + "\n \t\r\n\n" + sleep + "\n\n", 2, ""},
	{
		"empty lines are counted", "\n" + grief + "\n\n7\n", 2,
		"file:4: /type: must be the first member of the object",
	},
	{"spaces in a line", ` { "type" : "condition" , "slug" : "grief" , "name" : "Grief" } `, 1, ""},
	{"lists in any order", `{"articles":[],"conditions":[{"slug":"grief","name":"Grief"}]}`, 1, ""},
	{"a text on a line", grief + "\n\"grief\"", 2, "file:2: /type: must be the first member of the object"},
	{"a list on a line", grief + "\n[1,2]", 2, "file:2: /type: must be the first member of the object"},
	{"an empty object on a line", grief + "\n{}", 2, "file:2: /type: must be the first member of the object"},
	{
		"two documents on a line", grief + "\n" + sleep + grief, 2,
		"file:2: must be one JSON object per line: there is more than one value on the line",
	},
	{
		"a type that is no text", `{"type":{"condition":1}}`, 1,
		`file:1: /type: "{" must be one of credential, condition, treatment, provider, article`,
	},
	{
		"the type twice", `{"type":"condition","type":"condition"}`, 1,
		`file:1: must be one JSON object per line: duplicate object member name "type"`,
	},
	{
		"a list that speaks of slugs", `["x","slug"]`, 0,
		"file: it starts with \"[\\\"x\\\",\\\"slug\\\"]\", where a JSON object with credentials, conditions, " +
			"treatments, insurers, providers and articles was expected, or NDJSON with the type of each document " +
			"first, or CSV whose first line has slug, kind and name",
	},
	{
		"a list twice", `{"conditions":[],"conditions":[]}`, 0,
		`file: byte 16, /conditions: duplicate object member name "conditions"`,
	},
	{
		"cut short between lists", `{"conditions":[]`, 0,
		"file: byte 16, /conditions: unexpected EOF after offset 16",
	},
}

func TestFile(t *testing.T) {
	for _, test := range fileCases {
		t.Run(test.name, func(t *testing.T) {
			documents, faults := faultsOf([]byte(test.content))
			if documents != test.documents {
				t.Errorf("%d documents, want %d", documents, test.documents)
			}
			if got := strings.Trim(fmt.Sprint(faults), "[]"); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

const (
	seedMark     = tables.ByteOrderMark
	seedLine     = `{"type":"condition","slug":"grief","name":"Grief","alsoKnownAs":["loss"]}`
	seedProvider = `{"type":"provider","slug":"juniper","npi":"1234567893","kind":"INDIVIDUAL","name":"Juniper ` +
		`Examplar","practicingSince":2012,"locations":[{"city":"Flint","state":"Michigan","stateCode":"MI",` +
		`"phone":"(810) 555-0123","latitude":42.97,"longitude":-83.69}],"languages":["es"],` +
		`"sessionFee":{"currency":"USD","minimum":120,"maximum":160,"slidingScale":true}}`
	seedArticle = `{"type":"article","slug":"grief","title":"Grief","topic":{"condition":"grief"},"lead":"A ` +
		`lead.","sections":[{"heading":"What is it?","body":"Words.","sections":[]}],` +
		`"medicalReview":{"reviewer":"Wren"},"publishedOn":"2026-01-01","updatedOn":"2026-01-03",` +
		`"sources":[{"title":"A page","url":"https://example.org/"}]}`
	seedTable = "slug,kind,name,licenses,moreLocations,location.city,sessionFee.minimum,languages\n" +
		"wren,INDIVIDUAL,'=Wren,[{}],\"[1,{}]\",Flint,-1,a; b\\;\\\n"
	seedWhole = `{"conditions":[{"slug":"grief","name":"Grief"}],"providers":[]}`
)

// FuzzFile shows that no file breaks the reader, that it is told what is wrong with a file and where, and that the
// reader reads the same each time.
func FuzzFile(f *testing.F) {
	for _, seed := range []string{
		seedLine, seedWhole, seedLine + "\n" + seedProvider + "\n" + seedArticle,
		"", " \n", "[]", "7", `"conditions"`, "null", "<html>", "\x00", "\xff\xfe{",
		seedWhole[:20], seedLine[:30], seedProvider[:200], // truncated
		seedMark + seedLine, seedMark + seedWhole, seedMark, seedMark + seedMark + seedLine, // byte-order marks
		seedLine + "\r\n" + seedLine + "\r\n", "\n\n" + seedLine + "\n\n\n" + seedLine, seedLine + "\r" + seedLine,
		// wrong types
		`{"conditions":7}`, `{"conditions":[7,null,"x",[],{}]}`, `{"conditions":null}`, `{"type":null}`, `{"type":7}`,
		`{"type":"provider","slug":7,"npi":[],"name":{},"practicingSince":1.5,"locations":{},"languages":"es",` +
			`"sessionFee":[]}`,
		`{"type":"provider","slug":"x","practicingSince":99999999999999999999,"locations":[null,7],"licenses":[[]]}`,
		// duplicate keys
		`{"type":"condition","type":"condition"}`, `{"conditions":[],"conditions":[]}`,
		`{"conditions":[{"slug":"a","slug":"b"}]}`,
		// deep nesting
		`{"conditions":` + strings.Repeat("[", 11_000),
		`{"planets":` + strings.Repeat(`{"a":`, 200) + "1" + strings.Repeat("}", 201),
		`{"type":"article","slug":"deep","sections":` +
			strings.Repeat(`[{"sections":`, 100) + "7" + strings.Repeat("}]", 100) + "}",
		seedLine + "\n7\n\"x\"\n[1]\n{}\nnull\ntrue", seedLine + seedLine, seedWhole + seedWhole, seedWhole + "x",
		`{"type":"condition","~1/":1,"a~b":2}`,
		seedTable, seedMark + seedTable, strings.ReplaceAll(seedTable, "\n", "\r\n"), seedTable[:70],
		seedTable + "\"open,a", seedTable + "x\n",
		`["slug"]`, "slug", "slug,kind,name\n,,\n", "slug,slug\n",
		strings.ReplaceAll(seedTable, ",", ";"), strings.ReplaceAll(seedTable, ",", "\t"),
		"sep=;\r\nslug;kind;name\r\n",
		"SLUG,kind,name,,\nwren,INDIVIDUAL,Wren,,x\n", strings.ReplaceAll(seedTable, "\n", "\r"),
		"\xff\xfes\x00l\x00u\x00g\x00", "s\x00l\x00u\x00g\x00,\x00", "\xfe\xff\x00s\x00l\x00u\x00g",
		"PK\x03\x04[Content_Types].xml",
		`{"type":"condition","slug":"\ud800","name":"\u0000"}`, `{"type":"condition" , "slug":"a"} `, `{"":[]}`,
		`{"s":[]}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		documents, faults := faultsOf(content)
		for _, fault := range faults {
			message := fault.Error()
			if !strings.HasPrefix(message, "file") || strings.HasSuffix(strings.TrimSpace(message), ":") {
				t.Errorf("%q does not tell what is wrong, or not where", message)
			}
		}
		if again, same := faultsOf(content); again != documents || fmt.Sprint(same) != fmt.Sprint(faults) {
			t.Errorf("read again, there are %d documents and %v; before %d and %v", again, same, documents, faults)
		}
	})
}
