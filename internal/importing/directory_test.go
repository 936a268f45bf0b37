package importing_test

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"findcare/internal/dirformat"
	"findcare/internal/importing"
	"findcare/internal/importing/importingtest"
	"findcare/internal/store"
	"findcare/models"
)

var now = importingtest.Now

func TestImportOfValidDocuments(t *testing.T) {
	db := importingtest.OpenStore(t)
	// references come first
	file := strings.Join(
		[]string{
			importingtest.GoodArticle,
			importingtest.GoodProvider,
			importingtest.GoodCondition,
			importingtest.GoodCredential,
		},
		"\n",
	)
	summary, err := importing.Import(t.Context(), db, dirformat.Bytes("good.ndjson", []byte(file)), now, nil)
	if err != nil || summary != (importing.Summary{Created: 4}) {
		t.Fatalf("%+v, %v", summary, err)
	}
	directory, err := db.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	provider := directory.Providers[0]
	if got := provider.Locations[0].Phone; got != "+18105550123" {
		t.Errorf("phone %q is not in E.164", got)
	}
	if got := fmt.Sprint(provider.Languages); got != "[English Spanish]" {
		t.Errorf("languages %s are not in English", got)
	}
	if got, want := provider.CredentialIDs[0], models.IDOfSlug(models.KindCredential, "counselor"); got != want {
		t.Errorf("the credential is stored as %q, want its id %q", got, want)
	}
}

func TestInvalidDocuments(t *testing.T) {
	content, err := os.ReadFile("testdata/bad_documents.tsv")
	if err != nil {
		t.Fatal(err)
	}
	db := importingtest.OpenStore(t)
	kinds := []string{"credential", "condition", "provider", "article"}
	documents := []string{
		importingtest.GoodCredential, importingtest.GoodCondition, importingtest.GoodProvider,
		importingtest.GoodArticle,
	}
	rows := strings.Split(strings.TrimSuffix(string(content), "\n"), "\n")[1:]
	for _, row := range rows {
		columns := strings.Split(row, "\t")
		kind, name, replaced, replacement, want := columns[0], columns[1], columns[2], columns[3], columns[4]
		t.Run(name, func(t *testing.T) {
			lines, at := slices.Clone(documents), slices.Index(kinds, kind)
			if !strings.Contains(lines[at], replaced) {
				t.Fatalf("%q is not in the %s", replaced, kind)
			}
			lines[at] = strings.Replace(lines[at], replaced, replacement, 1)
			checkRejected(t, db, strings.Join(lines, "\n"), fmt.Sprintf("bad.ndjson:%d: ", at+1), want)
		})
	}
	if len(rows) != 62 {
		t.Errorf("%d cases, want 62", len(rows))
	}
}

// checkRejected fails the test unless an import is rejected with a message that has all of the texts, and writes
// nothing.
func checkRejected(t *testing.T, db *store.Store, content string, want ...string) {
	t.Helper()
	_, err := importing.Import(t.Context(), db, dirformat.Bytes("bad.ndjson", []byte(content)), now, nil)
	var rejection *importing.Rejection
	if !errors.As(err, &rejection) {
		t.Fatalf("err = %v, want a rejection", err)
	}
	for _, text := range want {
		if !strings.Contains(rejection.Error(), text) {
			t.Errorf("got\n%s\nwant %s", rejection, text)
		}
	}
	directory, err := db.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if directory.Len() != 0 {
		t.Fatalf("%d documents were written", directory.Len())
	}
}

func TestInvalidFiles(t *testing.T) {
	db := importingtest.OpenStore(t)
	const good = importingtest.GoodCondition + "\n" + importingtest.GoodCredential + "\n" + importingtest.GoodProvider
	for _, test := range []struct{ name, content, want string }{
		{"empty", "", "the file is empty"},
		{"blank", " \n\n", "the file is empty"},
		{"a web page", "<!DOCTYPE html><html></html>", `it starts with "<!DOCTYPE html>`},
		{"a list", "[]", "where a JSON object with credentials"},
		{"cut short", `{"conditions":[{"slug":"grief","name":"Gr`, "unexpected EOF"},
		{"unknown list", `{"planets":[]}`, "/planets: must be one of credentials"},
		{"a list that is none", `{"conditions":7}`, "the member conditions is not a list"},
		{"an element that is no object", `{"conditions":[7]}`, "/conditions/0: must be an object"},
		{"something behind", `{"conditions":[]} x`, "something after the JSON object"},
		{
			"type not first",
			`{"type":"condition","slug":"a","name":"A"}` + "\n" + `{"slug":"b","type":"condition","name":"B"}`,
			"bad:2: /type: must be the first member",
		},
		{
			"the same slug twice", importingtest.GoodCondition + "\n" + importingtest.GoodCondition,
			"bad:2: /slug: \"grief\" must be unique; it is also at bad:1",
		},
		{
			"the same NPI twice",
			good + "\n" + strings.Replace(importingtest.GoodProvider, "juniper", "wren", 1),
			`bad:4: /npi: "1234567893" must be unique`,
		},
		{
			"the same NPI twice, once with a space",
			good + "\n" + strings.NewReplacer("juniper", "wren", `"1234567893"`, `" 1234567893"`).
				Replace(importingtest.GoodProvider),
			`bad:4: /npi: "1234567893" must be unique`,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := importing.Import(t.Context(), db, dirformat.Bytes("bad", []byte(test.content)), now, nil)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("err = %v, want %s", err, test.want)
			}
		})
	}
}

func TestMaximumOfReportedFaults(t *testing.T) {
	lines := strings.Repeat(`{"type":"condition","slug":"BAD","name":""}`+"\n", 60)
	_, err := importing.Import(
		t.Context(), importingtest.OpenStore(t), dirformat.Bytes("many", []byte(lines)), now, nil,
	)
	var rejection *importing.Rejection
	if !errors.As(err, &rejection) || len(rejection.Faults) != 120 ||
		strings.Count(rejection.Error(), "\n") != 51 ||
		!strings.Contains(rejection.Error(), "more than these 50 faults") {
		t.Errorf("%v", err)
	}
}
