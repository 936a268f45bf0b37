package registry

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"findcare/models"
)

// tableRows reads a table of testdata: cells with tabs between them, but for comments.
func tableRows(t *testing.T, path string) (all [][]string) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if line := lines.Text(); line != "" && !strings.HasPrefix(line, "#") {
			all = append(all, strings.Split(line, "\t"))
		}
	}
	return all
}

// written writes numbers as testdata has them, "-" where there are none.
func written(phones []phoneEntry) string {
	var parts []string
	for _, p := range phones {
		part := strings.TrimPrefix(p.number, "+1")
		switch p.kind {
		case unnamed, voiceLine:
		case mainLine:
			part = "MAIN:" + part
		case urgentLine:
			part = "URGENT:" + part
		default:
			part = string(p.kind.purpose()) + ":" + part
		}
		if p.extension != "" {
			part += "x" + p.extension
		}
		parts = append(parts, part)
	}
	if len(parts) == 0 {
		return "-"
	}
	return strings.Join(parts, " ")
}

func TestReadPhones(t *testing.T) {
	for _, row := range tableRows(t, "testdata/phones.tsv") {
		if got := written(readPhones(row[0], unnamed)); got != row[1] {
			t.Errorf("%q: got %s, want %s", row[0], got, row[1])
		}
	}
}

func TestReadPhonesOfAColumn(t *testing.T) {
	for _, test := range []struct {
		cell   string
		column phoneKind
		want   string
	}{
		{"608-555-0123", intakeLine, "INTAKE:6085550123"},
		{"Phone: 608-555-0123", intakeLine, "INTAKE:6085550123"},
		{"608-555-0123; fax 608-555-0124", intakeLine, "INTAKE:6085550123 FAX:6085550124"},
		{"608-555-0124", faxLine, "FAX:6085550124"},
		{"608-555-0124 (phone 608-555-0123)", faxLine, "FAX:6085550124 6085550123"},
		{"608-555-0125", textPhone, "TTY:6085550125"},
		{"608-555-0123\n608-555-0124", unnamed, "6085550123 6085550124"},
		{"608-555-0123\nFax: 608-555-0124", unnamed, "6085550123 FAX:6085550124"},
	} {
		if got := written(readPhones(test.cell, test.column)); got != test.want {
			t.Errorf("%q: got %s, want %s", test.cell, got, test.want)
		}
	}
}

func TestPreferredPhone(t *testing.T) {
	for cell, want := range map[string]string{
		"608-555-0123; 608-555-0124":                    "6085550123",
		"Fax 608-555-0124; 608-555-0123":                "6085550123",
		"TTY 608-555-0125, Phone 608-555-0123":          "6085550123",
		"Intake: 608-555-0199; Main: 608-555-0123":      "MAIN:6085550123",
		"Crisis: 608-555-0188; 608-555-0123 x12":        "6085550123x12",
		"Intake: 608-555-0199":                          "INTAKE:6085550199",
		"608-555-0122; Main office: 608-555-0123":       "MAIN:6085550123",
		"Fax 608-555-0124; TTY 608-555-0125":            "-",
		"Toll free 1-800-555-0123, local: 608-555-0123": "8005550123",
	} {
		var chosen []phoneEntry
		if best, ok := preferredPhone(readPhones(cell, unnamed)); ok {
			chosen = append(chosen, best)
		}
		if got := written(chosen); got != want {
			t.Errorf("%q: got %s, want %s", cell, got, want)
		}
	}
}

// Whatever a cell holds, what is read of it can be stored.
func FuzzPhones(f *testing.F) {
	for _, cell := range []string{
		"(608) 555-0123 Intake: (608) 555-0199 x12 or 13", "608-555-0123/0124", "1-800-GET-HELP (4357)",
		"+44 20 7946 0018;ext=1", "p 608-555-0123 f", "tty/tdd 711", "608-555-0123,,99999999999",
	} {
		f.Add(cell)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		phones := readPhones(cell, unnamed)
		p := &models.Provider{}
		addPhones(p, phones)
		before := len(p.Phones)
		p.Normalize()
		for _, fault := range p.Validate("2026-11-24", anything{}) {
			if strings.HasPrefix(fault.Path, "/phones") {
				t.Errorf("%q: %v", cell, fault)
			}
		}
		if len(phones) > 0 && before == 0 {
			t.Errorf("%q: lost %v", cell, phones)
		}
	})
}
