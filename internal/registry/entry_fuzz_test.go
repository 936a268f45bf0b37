package registry

import (
	"errors"
	"io"
	"strings"
	"testing"

	"findcare/internal/tables"
	"findcare/models"
)

func noTerms() *Terms {
	return NewTerms(func(models.Kind, string) (Term, bool, error) { return Term{}, false, nil })
}

// anything is a directory that has all that is referred to.
type anything struct{}

func (anything) Exists(models.Kind, string) bool { return true }

// checkEntries reads a file, and wants whatever comes of it to break no rule, and to be in the form that it is stored
// in.
func checkEntries(t *testing.T, f *File, format Format) {
	f.Format = format
	content, err := f.Open(t.Context(), noTerms(), Options{FileDate: "2026-11-08", Taxonomies: []string{"*"}})
	if err != nil {
		return
	}
	for {
		err := content.rows.Next()
		var fault *tables.Fault
		if errors.As(err, &fault) {
			continue
		}
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		e := content.format.read(content.rows)
		if e.Facts == nil {
			continue
		}
		digest := e.Digest()
		e.Facts.Normalize()
		if e.Digest() != digest {
			t.Errorf("%+v is not in the form that it is stored in", e.Facts)
		}
		for _, fault := range e.Facts.Validate("2026-11-24", anything{}) {
			// Texts may be too long, or not have a single printable character: import rejects such a row.
			if !strings.Contains(fault.Rule, "characters, not") && !strings.Contains(fault.Rule, "is required") {
				t.Errorf("%+v: %v", e.Facts, fault)
			}
		}
	}
}

func FuzzNPPES(f *testing.F) {
	const (
		practice = `,"Provider Business Practice Location Address `
		header   = `"NPI","Entity Type Code","Provider Organization Name (Legal Business Name)",` +
			`"Provider Last Name (Legal Name)","Provider First Name","Provider Credential Text"` +
			practice + `City Name"` + practice + `State Name"` + practice + `Postal Code"` +
			practice + `Telephone Number","NPI Deactivation Date","Healthcare Provider Taxonomy Code_1",` +
			`"Provider License Number_1","Provider License Number State Code_1"` + "\n"
	)
	for _, row := range []string{
		`"1000000004","1","","DE LA EXAMPLE-O'BRIEN","JUNIPER","PH. D., L.C.S.W.",` +
			`"FLINT","MI","485071234","8105550123","","1041C0700X","12","MI"`,
		`1000000004.0,2.0,HOUSE OF X,,,,Waterbury,ct,6708,(203) 555-0100 x1,,261QM0801X,,`,
		`"1000000004","","","","","","","","","","03/16/2006","","",""`, `"x"y,`, "\xd1,\x00",
	} {
		f.Add(header + row + "\n")
	}
	f.Fuzz(func(t *testing.T, content string) {
		checkEntries(t, Stream("file", strings.NewReader(content)), NPPES)
	})
}

func FuzzNPPESDeactivated(f *testing.F) {
	const title = "NPPES Deactivated Records as of Nov 09 2026,\n"
	for _, rows := range []string{
		"NPI,NPPES Deactivation Date\n1000000004,11/02/2026\n1000000004.0,2026-11-02 00:00:00\n",
		title + "\"NPI\",\"NPPES Deactivation Date\"\n\"1000000004\",\"\"\n1,2,3\n\"x\"y,\n",
	} {
		f.Add(rows)
	}
	f.Fuzz(func(t *testing.T, content string) {
		checkEntries(t, Stream("file", strings.NewReader(content)), NPPESDeactivated)
	})
}

func FuzzSAMHSA(f *testing.F) {
	const header = "name1,name2,street1,street2,city,state,zip,zip4,phone,intake1,fax,website,latitude," +
		"longitude,service_codes,TELE,SP-Spanish\n"
	for _, row := range []string{
		`Example House,Day Program,1 Sample Way,,Waterbury,CT,6708,2460,203-555-0100 x12,203-555-0199 or 0198,` +
			`TTY 711,http:\\clinic.example,41.56,-73.06,` +
			`"CBT; MD-Medicaid",1,`,
		`X dba (Z,,,,Y,MI,48507,NA,+44,1-800-555-HELP,,,NaN,1e400,*;,yes,0`, `,,,,,,`, `"`,
	} {
		f.Add(header + row + "\n")
	}
	f.Fuzz(func(t *testing.T, content string) {
		checkEntries(t, Stream("file", strings.NewReader(content)), SAMHSA)
	})
}
