package importing_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"findcare/internal/dirformat"
	"findcare/internal/importing"
	"findcare/internal/importing/importingtest"
	"findcare/internal/store"
)

// person is a line in the directory format.
func person(slug, name, more string) string {
	return fmt.Sprintf(`{"type":"provider","slug":%q,"kind":"INDIVIDUAL","name":%q,`+
		`"locations":[{"city":"Flint","stateCode":"MI"}]%s}`, slug, name, more)
}

const samePhone = `,"phones":[{"purpose":"MAIN","number":"810-555-0100"}]`

// warned imports a file and returns what was said of it.
func warned(t *testing.T, db *store.Store, dry bool, lines ...string) (said []string) {
	t.Helper()
	file := dirformat.Bytes("file", []byte(strings.Join(lines, "\n")))
	file.Warn = func(line string) { said = append(said, line) }
	var err error
	if dry {
		_, err = importing.DryRun(t.Context(), db, file, importingtest.Now)
	} else {
		_, err = importing.Import(t.Context(), db, file, importingtest.Now, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return said
}

// New entries that look like others are named, each with what it resembles most; those of the file itself are not
// compared with each other.
func TestImportSaysWhatNewEntriesResemble(t *testing.T) {
	db := importingtest.OpenStore(t)
	if said := warned(
		t, db, false,
		person("wren", "Wren Examplar", ""), person("robin", "Robin Examplar", samePhone),
		person("wren-again", "Wren Examplar", ""),
	); len(said) > 0 {
		t.Errorf("of an empty directory: %q", said)
	}
	lines := []string{
		person("wren-q", "Wren Q. Examplar", ""),
		person("r-examplar", "R. Examplar", samePhone),
		person("finch", "Finch Fictionado", ""), person("finch-2", "Finch Fictionado", ""),
	}
	want := []string{
		"2 of the new providers look like ones that were there before:",
		"  wren-q looks like wren: the same name and place",
		"  r-examplar looks like robin: the same telephone number and a word of the name",
	}
	for _, dry := range []bool{true, false} {
		if said := warned(t, db, dry, lines...); !slices.Equal(said, want) {
			t.Errorf("dry %t: %q, want %q", dry, said, want)
		}
	}
	if said := warned(t, db, false, lines...); len(said) > 0 {
		t.Errorf("of a file with nothing new: %q", said)
	}
}

func TestManyResemblances(t *testing.T) {
	r := importing.Resembling{NotCompared: 1}
	for i := range 1234 {
		r.Found = append(r.Found, importing.Resemblance{New: fmt.Sprint("new-", i), Known: "old", Reason: "NPI"})
	}
	lines := r.Lines()
	if len(lines) != 22 || lines[21] != "  and 1,214 more" ||
		lines[0] != "1,234 of the first 10,000 new providers look like ones that were there before:" {
		t.Errorf("%d lines: %q", len(lines), lines)
	}
}

// What a registry's file brings is compared with the entries of editors and of other registries.
func TestRecordsSayWhatTheyResemble(t *testing.T) {
	db := importingtest.StoreOf(
		t, `{"type":"provider","slug":"example","kind":"ORGANIZATION","name":"The Example House, Day Program",`+
			`"locations":[{"city":"Waterbury","stateCode":"CT"}]}`,
	)
	for _, dry := range []bool{true, false} {
		report := records(t, db, facilities, importing.RecordsOptions{FileDate: "2026-01-02", DryRun: dry})
		const want = "\n1 of the new providers look like ones that were there before:\n" +
			"  example-house-day-program-waterbury-ct-3cpsdwrez4nc0 looks like example: the same name and place\n"
		if got := table(t, report); !strings.HasSuffix(got, want) {
			t.Errorf("dry %t: got\n%swant at its end%s", dry, got, want)
		}
	}
	again := records(t, db, facilities, importing.RecordsOptions{FileDate: "2026-01-02"})
	if len(again.Resembling.Found) > 0 {
		t.Errorf("the same again: %+v", again.Resembling)
	}
}
