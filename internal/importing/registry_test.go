package importing_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"findcare/demo"
	"findcare/internal/dirformat"
	"findcare/internal/export"
	"findcare/internal/importing"
	"findcare/internal/importing/importingtest"
	"findcare/internal/registry"
	"findcare/internal/store"
	"findcare/models"
)

// cells are the cells of a row by column.
type cells map[string]string

const practice = "Provider Business Practice Location Address "

// juniper returns the record of an invented social worker in the NPI registry.
func juniper(changes cells) cells {
	row := cells{
		"NPI":                             "1000000004",
		"Entity Type Code":                "1",
		"Provider Last Name (Legal Name)": "MCEXAMPLE",
		"Provider First Name":             "JUNIPER",
		"Provider Middle Name":            "Q",
		"Provider Credential Text":        "M.S.W., L.C.S.W.",
		"Provider First Line Business Practice Location Address":  "12 SAMPLE ST",
		"Provider Second Line Business Practice Location Address": "ATTN: FRONT DESK",
		practice + "City Name":                          "FLINT",
		practice + "State Name":                         "MI",
		practice + "Postal Code":                        "485071234",
		practice + "Country Code (If outside U.S.)":     "US",
		practice + "Telephone Number":                   "8105550123",
		"Healthcare Provider Taxonomy Code_1":           "1041C0700X",
		"Provider License Number_1":                     "6801000000",
		"Provider License Number State Code_1":          "MI",
		"Healthcare Provider Primary Taxonomy Switch_1": "Y",
		"Employer Identification Number (EIN)":          "<UNAVAIL>",
	}
	for name, value := range changes {
		row[name] = value
	}
	return row
}

// nppesCSV returns a file in the layout of the NPI registry.
func nppesCSV(t testing.TB, rows ...cells) string {
	t.Helper()
	var head bytes.Buffer
	if err := demo.WriteNPPES(&head, 0, 0); err != nil {
		t.Fatal(err)
	}
	header, err := csv.NewReader(bytes.NewReader(head.Bytes())).Read()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString(head.String())
	for _, row := range rows {
		for i, name := range header {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(`"` + strings.ReplaceAll(row[name], `"`, `""`) + `"`)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func records(t testing.TB, db *store.Store, content string, options importing.RecordsOptions) *importing.Report {
	t.Helper()
	if options.Now.IsZero() {
		options.Now = now
	}
	report, err := importing.ImportRecords(
		t.Context(), db, registry.Stream("file", strings.NewReader(content)), options,
	)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func table(t testing.TB, report *importing.Report) string {
	t.Helper()
	var b strings.Builder
	if err := report.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func provider(t testing.TB, db *store.Store, npi string) *models.Provider {
	t.Helper()
	directory, err := db.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range directory.Providers {
		if string(p.NPI) == npi || npi == "" {
			return p
		}
	}
	return nil
}

// mixedCSV returns a file with a person, an organization, and rows that are not imported.
func mixedCSV(t testing.TB) string {
	t.Helper()
	return nppesCSV(
		t,
		juniper(nil),
		juniper(cells{"NPI": "1000000012", "Healthcare Provider Taxonomy Code_1": "207Q00000X"}),
		juniper(
			cells{
				"NPI":              "1000000020",
				"Entity Type Code": "2",
				"Provider Organization Name (Legal Business Name)": "HOUSE OF EXAMPLES, LLC",
				"Healthcare Provider Taxonomy Code_1":              "261QM0801X",
			},
		),
		juniper(cells{"NPI": "1000000021"}),
		juniper(cells{"NPI": "1000000038", practice + "Country Code (If outside U.S.)": "CA"}),
		cells{"NPI": "1000000046", "NPI Deactivation Date": "03/16/2006"},
		juniper(nil),
	)
}

func TestImportNPPES(t *testing.T) {
	db := importingtest.OpenStore(t)
	file := mixedCSV(t)
	var rejected strings.Builder
	report := records(t, db, file, importing.RecordsOptions{FileDate: "2026-11-08", Rejects: &rejected})
	const want = `nppes, file of 2026-11-08: imported
  7  rows
  2  created
  1  skipped: deactivated
  1  skipped: not in behavioural health
  1  skipped: outside the United States
  1  skipped: the record stands in the file before
  1  rejected: not an NPI: ten digits with a check digit
  2  credentials and treatments added: master-of-social-work, licensed-clinical-social-worker
`
	if got := table(t, report); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	const wantRejected = "line,column,value,reason,row\n" +
		"5,NPI,1000000021,not an NPI: ten digits with a check digit,rejected\n"
	if got := rejected.String(); got != wantRejected {
		t.Errorf("rejected rows:\n%s", got)
	}
	p := provider(t, db, "1000000004")
	if p.Name != "Juniper Q. McExample" || p.Slug != "juniper-q-mcexample-1000000004" ||
		p.Locations[0].Label() != "12 Sample St, Flint, Michigan 48507-1234" ||
		p.Locations[0].Phone != "+18105550123" {
		t.Errorf("got %+v", p)
	}
	worker := models.IDOfSlug(models.KindCredential, "licensed-clinical-social-worker")
	if p.CredentialIDs[0] != worker || len(p.CredentialIDs) != 2 ||
		!reflect.DeepEqual(
			p.Licenses,
			[]models.License{{ID: p.Licenses[0].ID, CredentialID: worker, State: "MI", Number: "6801000000"}},
		) {
		t.Errorf("credentials %v, licences %+v", p.CredentialIDs, p.Licenses)
	}
	if p.Statement != "" || p.ConditionIDs != nil || p.TreatmentIDs != nil || p.PracticingSince != nil ||
		p.AcceptingNewClients != nil {
		t.Errorf("more is said of a person than the record says: %+v", p)
	}
	if got := provider(t, db, "1000000020"); got.Name != "House of Examples, LLC" || got.Type != models.Organization {
		t.Errorf("got %+v", got)
	}
	again := records(t, db, file, importing.RecordsOptions{FileDate: "2026-12-13"})
	if again.Unchanged != 2 || again.Created+again.Changed != 0 || provider(t, db, "1000000004").Revision != 1 {
		t.Errorf("the same again: %+v", again)
	}
}

func TestDryRunWritesNothing(t *testing.T) {
	db := importingtest.OpenStore(t)
	report := records(t, db, nppesCSV(t, juniper(nil)), importing.RecordsOptions{DryRun: true})
	directory, err := db.Load(t.Context())
	if err != nil || directory.Len() != 0 || report.Created != 1 || len(report.Made) != 2 {
		t.Errorf("%+v, %d documents, %v", report, directory.Len(), err)
	}
}

// The ZIP has secondary locations. A file without them keeps those that are known.
func TestImportNPPESZIP(t *testing.T) {
	path := filepath.Join(t.TempDir(), "NPPES_Data_Dissemination.zip")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	archive := zip.NewWriter(file)
	const (
		second = `,"Provider Secondary Practice Location Address`
		header = `"NPI"` + second + `- Address Line 1"` + second + `-  Address Line 2"` +
			second + ` - City Name"` + second + ` - State Name"` + second + ` - Postal Code"` +
			second + ` - Country Code (If outside U.S.)"` + second + ` - Telephone Number"` + "\n"
	)
	for name, content := range map[string]string{
		"npidata_pfile_20050523-20261108.csv":            nppesCSV(t, juniper(nil)),
		"npidata_pfile_20050523-20261108_fileheader.csv": "NPI\n",
		"pl_pfile_20050523-20261108.csv": header +
			`"1000000004","9 OTHER AVE","","LANSING","MI","48933","US","5175550100"` + "\n" +
			`"1000000012","1 A","","LANSING","MI","48933","US",""` + "\n",
	} {
		entry, err := archive.Create(name)
		if err == nil {
			_, err = io.WriteString(entry, content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(archive.Close(), file.Close()); err != nil {
		t.Fatal(err)
	}
	db := importingtest.OpenStore(t)
	zipped, err := registry.Path(path)
	if err != nil {
		t.Fatal(err)
	}
	report, err := importing.ImportRecords(t.Context(), db, zipped, importing.RecordsOptions{Now: now})
	if err != nil || report.Created != 1 || report.FileDate != "2026-11-08" {
		t.Fatalf("%+v, %v", report, err)
	}
	p := provider(t, db, "1000000004")
	if len(p.Locations) != 2 || p.Locations[1].Label() != "9 Other Ave, Lansing, Michigan 48933" {
		t.Errorf("locations %+v", p.Locations)
	}
	if report := records(t, db, nppesCSV(t, juniper(nil)), importing.RecordsOptions{}); report.Unchanged != 1 ||
		len(provider(t, db, "1000000004").Locations) != 2 {
		t.Errorf("without the further locations: %+v", report)
	}
}

func TestUnexpectedFiles(t *testing.T) {
	db := importingtest.OpenStore(t)
	for name, test := range map[string]struct{ content, want string }{
		"a web page":    {"<!DOCTYPE html>\n<html><body>Error 503</body></html>", "so it is a web page"},
		"empty":         {"", "the file is empty"},
		"other columns": {"id,name\n1,x\n", "its first line lacks the columns"},
		"only a mark":   {"\ufeff", "the file is empty"},
		"not text":      {"\x00\x01\x02\xff\n", "its first line lacks the columns"},
	} {
		_, err := importing.ImportRecords(
			t.Context(),
			db,
			registry.Stream("file", strings.NewReader(test.content)),
			importing.RecordsOptions{Now: now},
		)
		if err == nil || !strings.Contains(err.Error(), test.want) ||
			!strings.Contains(err.Error(), "this was expected: the npidata_pfile") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Damage by spreadsheets, text editors and truncated lines affects only the damaged rows.
func TestDirtyNPPES(t *testing.T) {
	clean := nppesCSV(t, juniper(nil))
	header, row, _ := strings.Cut(clean, "\n")
	for name, test := range map[string]struct {
		content string
		want    string // the name of the one provider
	}{
		"lines of Windows":  {strings.ReplaceAll(clean, "\n", "\r\n"), "Juniper Q. McExample"},
		"a byte-order mark": {"\ufeff" + clean, "Juniper Q. McExample"},
		"Latin-1":           {strings.Replace(clean, "MCEXAMPLE", "PE\xd1A", 1), "Juniper Q. Peña"},
		"quotes in quotes":  {strings.Replace(clean, `"JUNIPER"`, `"JUNE ""JU"""`, 1), `June "Ju" Q. McExample`},
		"numbers with .0": {
			strings.NewReplacer(`"1000000004"`, "1000000004.0", `"8105550123"`, "8105550123.0").Replace(clean),
			"Juniper Q. McExample",
		},
		"a row cut short":   {header + "\n" + row[:300] + "\n" + row, "Juniper Q. McExample"},
		"a quote left open": {header + "\n" + `"1000000012","1` + "\n" + row, "Juniper Q. McExample"},
		"a long row":        {header + "\n" + strings.Repeat("x", 5<<20) + "\n" + row, "Juniper Q. McExample"},
		"329 columns": {
			strings.Replace(strings.Replace(clean, `,"Certification Date"`, "", 1), ",\"\"\n", "\n", 1),
			"Juniper Q. McExample",
		},
		"a column renamed": {
			strings.Replace(clean, "Provider Sex Code", "Provider Gender Code", 1), "Juniper Q. McExample",
		},
		"columns in disorder": {reversed(t, clean), "Juniper Q. McExample"},
	} {
		db := importingtest.OpenStore(t)
		report := records(t, db, test.content, importing.RecordsOptions{})
		if p := provider(t, db, "1000000004"); report.Created != 1 || p == nil || p.Name != test.want ||
			p.Locations[0].Phone != "+18105550123" {
			t.Errorf("%s: %+v, %+v", name, report, p)
		}
	}
}

// reversed reverses the columns of a CSV.
func reversed(t *testing.T, content string) string {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(content)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	w := csv.NewWriter(&b)
	for _, row := range all {
		for i, j := 0, len(row)-1; i < j; i, j = i+1, j-1 {
			row[i], row[j] = row[j], row[i]
		}
		_ = w.Write(row)
	}
	w.Flush()
	return b.String()
}

func exported(t *testing.T, db *store.Store) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := export.Export(t.Context(), &b, db, export.Options{Format: export.NDJSON}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Exporting, importing elsewhere and exporting again gives the same bytes, and the import there still knows which
// values came from the registry.
func TestRecordsRoundTrip(t *testing.T) {
	here, there := importingtest.OpenStore(t), importingtest.OpenStore(t)
	records(t, here, nppesCSV(t, juniper(nil)), importing.RecordsOptions{})
	first := exported(t, here)
	if _, err := importing.Import(t.Context(), there, dirformat.Bytes("export", first), now, nil); err != nil {
		t.Fatal(err)
	}
	if second := exported(t, there); !bytes.Equal(first, second) {
		t.Errorf("first\n%ssecond\n%s", first, second)
	}
	if report := records(t, there, nppesCSV(t, juniper(nil)), importing.RecordsOptions{}); report.Unchanged != 1 {
		t.Errorf("%+v", report)
	}
}

// Invisible characters, and those that change the direction of text, are removed.
func TestInvisibleCharactersInRegistryFiles(t *testing.T) {
	db := importingtest.OpenStore(t)
	report := records(
		t,
		db,
		nppesCSV(
			t,
			juniper(
				cells{"Provider Last Name (Legal Name)": "EXAMPLAR\u202e", practice + "City Name": "\ufeffFL\u200bINT"},
			),
		),
		importing.RecordsOptions{FileDate: "2026-11-08"},
	)
	if report.Created != 1 || len(report.Rejected) > 0 {
		t.Fatal(table(t, report))
	}
	p := provider(t, db, "")
	if !strings.HasSuffix(p.Name, "Examplar") || p.Locations[0].City != "Flint" {
		t.Errorf("got %q in %q", p.Name, p.Locations[0].City)
	}
}
