package e2e

import (
	"context"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"

	"findcare/internal/catalog"
	"findcare/internal/dirformat"
	"findcare/internal/importing"
	"findcare/internal/store"
	"findcare/models"
)

// testDay is today in golden files.
const testDay = models.Date("2026-11-24")

// testTime is noon of that day.
var testTime = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

// TestCarePage imports the facts of a real page into an engine and reads them back in one query.
func TestCarePage(t *testing.T) {
	t.Parallel()
	checkCarePage(t, store.Config{DataDir: t.TempDir()})
}

// TestCarePageAboutAnInsurer reads the page of an article about an insurer in one query, with those who take it.
func TestCarePageAboutAnInsurer(t *testing.T) {
	t.Parallel()
	file := dirformat.Bytes("file", []byte(strings.Join([]string{
		`{"type":"insurer","slug":"blue-cross","name":"Blue Cross","alsoKnownAs":["BCBS"]}`,
		`{"type":"provider","slug":"wren","name":"Wren","kind":"INDIVIDUAL","insurances":["bcbs"]}`,
		`{"type":"provider","slug":"robin","name":"Robin","kind":"INDIVIDUAL","coverage":[{"insurer":"blue-cross"}]}`,
		`{"type":"provider","slug":"finch","name":"Finch","kind":"INDIVIDUAL","insurances":["Medicaid"]}`,
		`{"type":"article","slug":"blue-cross","title":"Blue Cross","topic":{"insurer":"blue-cross"},` +
			`"lead":"A lead.","author":"us","publishedOn":"2026-01-01","updatedOn":"2026-01-01"}`,
	}, "\n")))
	handler := importedHandler(t, store.Config{DataDir: t.TempDir()}, file)
	answer := ask(t, handler, readFile(t, "testdata/care-page.graphql"), map[string]any{"slug": "blue-cross"})
	for _, want := range []string{
		`"topic":{"__typename":"Insurer","name":"Blue Cross"}`, `"totalCount":2`, `"name":"Robin"`, `"name":"Wren"`,
	} {
		if !strings.Contains(answer, want) {
			t.Errorf("no %s in %s", want, answer)
		}
	}
	query := `{ provider(by: {slug: "wren"}) { insurances coverage { insurer { slug } plan network source asOf } } }`
	want := `{"data":{"provider":{"insurances":["Blue Cross"],"coverage":[{"insurer":{"slug":"blue-cross"},` +
		`"plan":null,"network":null,"source":null,"asOf":null}]}}}`
	if got := ask(t, handler, query, nil); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func checkCarePage(t *testing.T, config store.Config) {
	t.Helper()
	handler := importedHandler(t, config, dirformat.Path("testdata/directory.json"))
	for _, name := range []string{"care-page", "all-fields"} {
		query := readFile(t, "testdata/"+name+".graphql")
		answer := ask(t, handler, query, map[string]any{"slug": "ketamine-assisted-psychotherapy"})
		golden(t, "testdata/"+name+".golden.json", answer)
	}
}

// importedHandler imports a file into an engine, and serves what the engine then has as it is on testDay.
func importedHandler(t *testing.T, config store.Config, file dirformat.File) http.Handler {
	t.Helper()
	ctx := context.Background()
	db, err := store.Open(ctx, config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close(ctx) })
	for range 2 { // the second time changes nothing
		if _, err := importing.Import(ctx, db, file, testTime, nil); err != nil {
			t.Fatal(err)
		}
	}
	documents, err := db.Load(ctx)
	if err != nil {
		t.Fatal(err)
	}
	directory := &catalog.Catalog{}
	directory.Publish(catalog.Build(documents, catalog.Options{
		SiteURL: "https://findcare.example", Today: func() models.Date { return testDay },
	}))
	return newHandler(t, directory, slog.New(slog.DiscardHandler))
}

// The review in the directory is of June 24, 2024.
func TestAReviewIsDueAgain(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	mustRun(t, "import", "--data", data, "testdata/directory.json")
	for _, test := range []struct {
		flags []string
		due   string
	}{
		{nil, `"2025-06-24","overdue":true`},
		{[]string{"--review-months", "6"}, `"2024-12-24","overdue":true`},
		{[]string{"--review-months", "1200"}, `"2124-06-24","overdue":false`},
		{[]string{"--review-months", "0"}, `null,"overdue":false`},
	} {
		server := openServer(t, append([]string{"--data", data}, test.flags...)...)
		got := server.query(
			t,
			`{ article(by: {slug: "ketamine-assisted-psychotherapy"}) { medicalReview { reviewDueOn overdue } } }`,
			nil,
		)
		if want := `{"data":{"article":{"medicalReview":{"reviewDueOn":` + test.due + `}}}}`; got != want {
			t.Errorf("%v: %s, want %s", test.flags, got, want)
		}
		server.stop(t)
	}
}
