package importing_test

import (
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
			p.SessionFormats[0] != models.Video {
			t.Errorf("got %+v", p)
		}
	}
	if again := records(t, db, facilities, importing.RecordsOptions{}); again.Unchanged != 2 {
		t.Errorf("the same again: %+v", again)
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
