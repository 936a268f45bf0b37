package casing_test

import (
	"bufio"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"findcare/internal/registry/casing"
)

// rows reads a table of testdata: cells with tabs between them, but for comments.
func rows(t *testing.T, path string) (all [][]string) {
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

func TestAsAPersonWouldWriteIt(t *testing.T) {
	writers := map[string]func(string) string{
		"organization": casing.Organization,
		"street":       casing.Street,
		"city":         casing.City,
		"person": func(text string) string {
			columns := strings.Split(text+"|||", "|")
			for i, column := range columns {
				columns[i] = strings.TrimSpace(column)
			}
			person := casing.Person{Given: columns[0], Family: columns[1], Middle: columns[2], Suffix: columns[3]}
			return person.Write().Full()
		},
	}
	for _, row := range rows(t, "testdata/names.tsv") {
		kind, text, want := row[0], row[1], row[2]
		got := writers[kind](text)
		if got != want {
			t.Errorf("%s %q: got %q, want %q", kind, text, got, want)
		}
		if again := writers[kind](got); kind != "person" && again != got {
			t.Errorf("%s %q: written again it is %q", kind, got, again)
		}
	}
}

// Of what is written, only case and spaces change, whatever it is; and it changes once.
func FuzzTitle(f *testing.F) {
	for _, text := range []string{
		"SMITH PRACTICE,PC", "12 LYNGATE CT", "L'ARCHE", "(ANNEX)", "4KIDS", "A.B.C. ÉCOLE", "ß'", "ǅ,I",
	} {
		f.Add(text)
	}
	// Letters of more than two cases, such as the Turkish ones without a dot, are told apart by neither.
	fold := func(r rune) rune { return unicode.ToLower(unicode.ToUpper(r)) }
	plain := func(text string) string {
		text = strings.NewReplacer("`", "'", "´", "'", "‘", "'", "’", "'", "ʼ", "'").Replace(text)
		return strings.Join(strings.Fields(strings.Map(fold, strings.ToLower(text))), "")
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		for name, write := range map[string]func(string) string{
			"organization": casing.Organization, "street": casing.Street, "city": casing.City,
		} {
			got := write(text)
			if plain(got) != plain(text) {
				t.Errorf("%s %q: got %q", name, text, got)
			}
		}
	})
}
