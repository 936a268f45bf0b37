package importing_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"findcare/internal/codes"
	"findcare/internal/importing"
	"findcare/internal/importing/importingtest"
	"findcare/internal/store"
	"findcare/models"
)

// labels returns the abbreviations of a provider's credentials, or their names.
func labels(t testing.TB, db *store.Store, p *models.Provider) string {
	t.Helper()
	directory, err := db.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, id := range p.CredentialIDs {
		for _, c := range directory.Credentials {
			if c.ID == id && c.Abbreviation != "" {
				all = append(all, string(c.Abbreviation))
			} else if c.ID == id {
				all = append(all, c.Name)
			}
		}
	}
	return strings.Join(all, ", ")
}

const moreCredentialCases = `
LPC, LMFT ASSOCIATE	101YM0800X	LPC
LPC, LMFT ASSOCIATE	106H00000X	LPC
LPC, PHD STUDENT	101YM0800X	LPC
MA, LPC INTERN	101YM0800X	MA
ASW	1041C0700X	-
AMFT	101YM0800X	-
LAC	101YM0800X	-
LAC	101YA0400X	Addiction Counselor
M.D.	2084P0800X	Psychiatrist, MD
MD/PHD	2084P0800X	Psychiatrist, MD, PhD
XYZ	101YM0800X	Counselor
	101YM0800X	Counselor
LPC	1041C0700X	Social Worker
RN, PMHNP STUDENT	363LP0808X	RN
`

// credentialCases returns texts with a taxonomy and the credentials that the entry must list, "-" for none.
func credentialCases(t testing.TB) (cases [][]string) {
	t.Helper()
	content, err := os.ReadFile("testdata/credentials.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(content) + moreCredentialCases) {
		columns := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(columns) == 3 && !strings.HasPrefix(line, "#") {
			cases = append(cases, columns)
		}
	}
	return cases
}

// TestCredentialTexts imports a record for each case: text, taxonomy and what the entry lists, "-" for nothing.
func TestCredentialTexts(t *testing.T) {
	db := importingtest.OpenStore(t)
	var rows []cells
	cases := credentialCases(t)
	for i, test := range cases {
		rows = append(rows, juniper(cells{
			"NPI":                                 numbered(i + 1),
			"Provider Credential Text":            test[0],
			"Healthcare Provider Taxonomy Code_1": test[1],
		}))
	}
	records(t, db, nppesCSV(t, rows...), importing.RecordsOptions{})
	for i, test := range cases {
		p := provider(t, db, numbered(i+1))
		want, licences := test[2], 1
		if want == "-" {
			want, licences = "", 0
		}
		if profession := codes.ProfessionOf(test[1]); test[2] != "-" && !fitsAny(t, db, p, profession) {
			licences = 0
		}
		if got := labels(t, db, p); got != want || len(p.Licenses) != licences {
			t.Errorf(
				"%q with %s: got %q and %d licences, want %q and %d",
				test[0],
				test[1],
				got,
				len(p.Licenses),
				want,
				licences,
			)
		}
		if summary := p.Summary("", nil, "2026-11-24"); want == "" && !strings.Contains(summary, " is a provider in ") {
			t.Errorf("%q: %s", test[0], summary)
		}
	}
}

// fitsAny reports whether a provider has a credential for a profession, or the profession itself.
func fitsAny(t testing.TB, db *store.Store, p *models.Provider, profession *codes.Profession) bool {
	t.Helper()
	directory, err := db.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range directory.Credentials {
		for _, id := range p.CredentialIDs {
			if c.ID == id && profession.Fits(c.Slug, string(c.Abbreviation)) {
				return true
			}
		}
	}
	return false
}

// numbered returns the i-th NPI with a valid check digit.
func numbered(i int) string {
	for number := 100000000*10 + i*10; ; number++ {
		if text := strconv.Itoa(number); models.ValidNPI(text) {
			return text
		}
	}
}

// What the last release got wrong is corrected when the same row is imported again.
func TestWrongCredentialsAreCorrected(t *testing.T) {
	db := importingtest.OpenStore(t)
	// The last release read a licence where this one reads a candidate.
	records(t, db, nppesCSV(t, juniper(cells{"Provider Credential Text": "L.C.S.W."})), importing.RecordsOptions{})
	row := nppesCSV(t, juniper(cells{"Provider Credential Text": "LCSW CANDIDATE"}))
	if report := records(t, db, row, importing.RecordsOptions{}); report.Changed != 1 {
		t.Errorf("%+v", report)
	}
	if p := provider(t, db, "1000000004"); p.CredentialIDs != nil || p.Licenses != nil {
		t.Errorf("she still has %v, %v", p.CredentialIDs, p.Licenses)
	}
	if report := records(t, db, row, importing.RecordsOptions{}); report.Unchanged != 1 || report.Changed != 0 {
		t.Errorf("the same again: %+v", report)
	}
}
