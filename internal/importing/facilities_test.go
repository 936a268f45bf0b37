package importing_test

import (
	"fmt"
	"strings"
	"testing"

	"findcare/internal/importing"
	"findcare/internal/importing/importingtest"
	"findcare/models"
)

const facilities = `"","name1","name2","street1","street2","city","state","zip","zip4","phone",` +
	`"latitude","longitude","service_codes","TELE"
"1","Example House","Day Program","1 Sample Way","","Waterbury","CT",6708,2460,"203-555-0100 x12",` +
	`41.56,-73.06,"CBT; SP-Spanish; MD; CHLD; XYZ",1
"2","Example House","","2 Sample Way","","Flint","MI",4850,NA,"",0,0,"",0
"3","Example House","Day Program","1 Sample Way","","Waterbury","CT",6708,2460,"203-555-0100 x12",41.56,-73.06,"",
"4","","","2 Sample Way","","Flint","MI",48507,NA,"",1,2,"",
`

func TestImportSAMHSA(t *testing.T) {
	db := importingtest.OpenStore(t)
	report := records(t, db, facilities, importing.RecordsOptions{FileDate: "2026-01-02"})
	const want = `samhsa, file of 2026-01-02: imported
  4  rows
  2  created
  1  skipped: the record stands in the file before
  1  rejected: the name is missing
  1  values ignored: not a ZIP code
  1  values ignored: not a place on the Earth
  1  rows with a ZIP code without its zeros
  1  rows with a telephone extension
  1  unknown service code: XYZ
  1  credentials and treatments added: cognitive-behavioral-therapy
`
	if got := table(t, report); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	directory, err := db.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range directory.Providers {
		if p.Name != "Example House, Day Program" {
			continue
		}
		if l := p.Locations[0]; l.PostalCode != "06708-2460" || l.Phone != "+12035550100" || *l.Latitude != 41.56 {
			t.Errorf("location %+v", l)
		}
		if len(p.TreatmentIDs) != 1 || len(p.AgeGroups) != 2 || p.Languages[0] != "Spanish" ||
			p.Insurances[0] != "Medicaid" ||
			p.SessionFormats[0] != models.Video || p.Phones[0].Extension != "12" {
			t.Errorf("got %+v", p)
		}
	}
	if again := records(t, db, facilities, importing.RecordsOptions{}); again.Unchanged != 2 {
		t.Errorf("the same again: %+v", again)
	}
}

// What does not fit is imported and listed, with its column, value and reason.
func TestImportDoubtfulFacilities(t *testing.T) {
	const file = `name1,street1,city,state,zip,phone,intake1,fax,website,service_codes
Example House DBA Sample House,1 Sample Way,Madison,WI,53202,608-555-0123 x12,608-555-0199,608-555-0124,` +
		`http://clinic.example\north,"VET; Basket weaving"
Sample Center,2 Sample Way,Flint,MI,99999,810-555-0123; 810-555-0124,,,http://,GL AH
Sample Clinic,3 Sample Way,Flint,MI,53703,,,,clinic,
`
	db := importingtest.OpenStore(t)
	var rejects strings.Builder
	report := records(t, db, file, importing.RecordsOptions{FileDate: "2026-01-02", Rejects: &rejects})
	const want = `samhsa, file of 2026-01-02: imported
  3  rows
  3  created
  1  values ignored: no place has this ZIP code
  1  values ignored: not the address of a website
  1  values in doubt: the ZIP code is one of another state
  1  values in doubt: the city is far from the area of the ZIP code
  1  rows with a telephone extension
  1  rows with a website that had to be mended
  1  rows with a website without an address, such as http://
  1  rows with another name within the name
  1  rows with several telephone numbers in one cell
  1  unknown service code: Basket weaving
`
	if got := table(t, report); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	const listed = `line,column,value,reason,row
2,city,"Madison, WI 53202",the city is far from the area of the ZIP code,imported with it
3,zip,99999,no place has this ZIP code,imported without it
4,zip,"53703, MI",the ZIP code is one of another state,imported with it
4,website,clinic,not the address of a website,imported without it
`
	if rejects.String() != listed {
		t.Errorf("rejects\n%s", rejects.String())
	}
	directory, err := db.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range directory.Providers {
		if p.Name != "Example House" {
			continue
		}
		const phones = "[{MAIN +16085550123 12} {INTAKE +16085550199 } {FAX +16085550124 }]"
		got := fmt.Sprint(p.OtherNames, p.Website, p.Phones, p.Populations, p.Locations[0].Phone)
		if got != "[Sample House]http://clinic.example/north"+phones+" [VETERANS]+16085550123" {
			t.Errorf("got %s", got)
		}
	}
}

// What clients pay with is stored by the name of the insurer that it names, so that an editor's change of something
// else, which spells it so, is none of the field.
func TestImportSAMHSASpellsInsurances(t *testing.T) {
	db := importingtest.StoreOf(t,
		`{"type":"insurer","slug":"medicaid","name":"Medical Assistance","alsoKnownAs":["Medicaid"]}`)
	records(t, db, facilities, importing.RecordsOptions{FileDate: "2026-01-02"})
	directory, err := db.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var insurances []string
	for _, p := range directory.Providers {
		insurances = append(insurances, p.Insurances...)
	}
	if len(insurances) != 1 || insurances[0] != "Medical Assistance" {
		t.Errorf("got %q", insurances)
	}
	if again := records(t, db, facilities, importing.RecordsOptions{}); again.Unchanged != 2 {
		t.Errorf("the same again: %+v", again)
	}
}
