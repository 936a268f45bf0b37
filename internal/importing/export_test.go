package importing_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/demo"
	"findcare/internal/dirformat"
	"findcare/internal/importing"
	"findcare/internal/store"
	"findcare/models"
)

var formats = []importing.ExportFormat{importing.JSON, importing.NDJSON, importing.CSV, importing.FHIR, importing.FHIRNDJSON}

func export(t testing.TB, db *store.Store, options importing.ExportOptions) (content string, leftOut importing.LeftOut) {
	t.Helper()
	var b bytes.Buffer
	leftOut, err := importing.Export(t.Context(), &b, db, options)
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), leftOut
}

func storeOf(t testing.TB, lines ...string) *store.Store {
	t.Helper()
	db := mustOpenStore(t)
	if _, err := importing.Import(t.Context(), db, dirformat.Bytes("file", []byte(strings.Join(lines, "\n"))), now, nil); err != nil {
		t.Fatal(err)
	}
	return db
}

// Others must not read what the public does not see, unless it is asked for.
func TestExportsAreForThePublic(t *testing.T) {
	draft := strings.Replace(goodArticle, `"slug":"grief"`, `"slug":"hidden","status":"DRAFT"`, 1)
	inReview := strings.Replace(goodArticle, `"slug":"grief"`, `"slug":"hidden-too","status":"IN_REVIEW"`, 1)
	db := storeOf(t, goodCredential, goodCondition, goodProvider, goodArticle, draft, inReview)
	gone := models.Tombstone(models.KindProvider, models.IDOfSlug(models.KindProvider, "gone"), 1, now)
	if err := db.Write(t.Context(), models.KindProvider, []models.Document{gone}); err != nil {
		t.Fatal(err)
	}
	for _, format := range formats {
		t.Run(string(format), func(t *testing.T) {
			public, leftOut := export(t, db, importing.ExportOptions{Format: format})
			all, none := export(t, db, importing.ExportOptions{Format: format, Unpublished: true})
			hidden := importing.LeftOut{Articles: 2}
			if format != importing.JSON && format != importing.NDJSON { // which have no articles
				hidden.Articles = 0
			}
			if strings.Contains(public, "hidden") || leftOut != hidden || none != (importing.LeftOut{}) {
				t.Errorf("%+v and %+v are left out of\n%s", leftOut, none, public)
			}
			if got := strings.Contains(all, "hidden"); got != (hidden.Articles > 0) {
				t.Errorf("all articles: %v in\n%s", got, all)
			}
			if strings.Contains(all, "~prv") {
				t.Errorf("who was deleted is in\n%s", all)
			}
		})
	}
}

// Other tools may have written references to documents that are not there. An export can be imported all the same.
func TestExportsHaveNoReferenceToNothing(t *testing.T) {
	missing := models.IDOfSlug(models.KindCondition, "missing")
	head := func(kind models.Kind, slug string) models.Header {
		return models.Header{ID: models.IDOfSlug(kind, slug), Slug: slug, Revision: 1, UpdatedAt: now}
	}
	db := storeOf(t, goodCredential, goodCondition)
	grief := models.IDOfSlug(models.KindCondition, "grief")
	for _, document := range []models.Document{
		&models.Treatment{Header: head(models.KindTreatment, "talking"), Name: "Talking", ConditionIDs: []string{missing, grief}},
		&models.Provider{
			Header: head(models.KindProvider, "wren"), Type: models.Individual, Name: "Wren Examplar", ConditionIDs: []string{grief, missing},
			CredentialIDs: []string{models.IDOfSlug(models.KindCredential, "missing")},
			Licenses:      []models.License{{CredentialID: models.IDOfSlug(models.KindCredential, "missing"), State: "MI"}},
		},
		&models.Article{
			Header: head(models.KindArticle, "lost"), Title: "About nothing", Topic: models.Topic{ConditionID: missing}, Lead: "A lead.", Author: "us",
			PublishedOn: "2026-01-01", UpdatedOn: "2026-01-01",
		},
	} {
		if err := db.Write(t.Context(), document.Kind(), []models.Document{document}); err != nil {
			t.Fatal(err)
		}
	}
	content, _ := export(t, db, importing.ExportOptions{Format: importing.NDJSON})
	if strings.Contains(content, "lost") || strings.Count(content, `"conditions":["grief"]`) != 2 || strings.Contains(content, "licenses") {
		t.Errorf("%s", content)
	}
	if again, _ := export(t, storeOf(t, content), importing.ExportOptions{Format: importing.NDJSON}); again != content {
		t.Errorf("first\n%ssecond\n%s", content, again)
	}
}

func TestExportsOfNothing(t *testing.T) {
	for format, want := range map[importing.ExportFormat]string{
		importing.JSON:       "{\n  \"credentials\": [],\n  \"conditions\": [],\n  \"treatments\": [],\n  \"providers\": [],\n  \"articles\": []\n}\n",
		importing.NDJSON:     "",
		importing.FHIR:       `{"resourceType":"Bundle","type":"collection"}` + "\n",
		importing.FHIRNDJSON: "",
	} {
		if got, _ := export(t, mustOpenStore(t), importing.ExportOptions{Format: format}); got != want {
			t.Errorf("%s: got %q, want %q", format, got, want)
		}
	}
}

func TestExportStops(t *testing.T) {
	db := storeOf(t, goodCredential, goodCondition, goodProvider)
	for _, format := range formats {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := importing.Export(ctx, new(bytes.Buffer), db, importing.ExportOptions{Format: format}); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", format, err)
		}
		full := errors.New("the disk is full")
		if _, err := importing.Export(t.Context(), broken{full}, db, importing.ExportOptions{Format: format}); !errors.Is(err, full) {
			t.Errorf("%s: %v", format, err)
		}
	}
}

type broken struct{ err error }

func (b broken) Write([]byte) (int, error) { return 0, b.err }

// generated is a directory that is made while it is read, so that only the export takes memory.
type generated struct {
	providers int
	atTenth   func() // is called every tenth of the way
}

func (g generated) EachShown(_ context.Context, kind models.Kind, visit func(models.Document) error) error {
	if kind != models.KindProvider {
		return nil
	}
	for i := range g.providers {
		if i%(g.providers/10) == 0 {
			g.atTenth()
		}
		slug := fmt.Sprintf("provider-%08d", i*7_654_321%100_000_000) // in no order, each once
		p := &models.Provider{
			Header: models.Header{ID: models.IDOfSlug(kind, slug), Slug: slug, Revision: 1, UpdatedAt: now}, Type: models.Individual, Name: "Wren Examplar",
			Statement: models.OptionalString(strings.Repeat("words ", 300)),
		}
		if err := visit(p); err != nil {
			return err
		}
	}
	return nil
}

// A directory that does not fit into the memory of an export is sorted on disk, and is in the same order.
func TestALargeExportTakesLittleMemory(t *testing.T) {
	const providers, most = 60_000, 80 << 20 // of text there are 120 MB
	highest := uint64(0)
	measure := func() {
		runtime.GC()
		var memory runtime.MemStats
		runtime.ReadMemStats(&memory)
		highest = max(highest, memory.HeapAlloc)
	}
	reader, writer := io.Pipe()
	go func() {
		_, err := importing.Export(t.Context(), writer, generated{providers, measure}, importing.ExportOptions{Format: importing.NDJSON})
		_ = writer.CloseWithError(err)
	}()
	lines, last := 0, ""
	scanner := bufio.NewScanner(reader)
	for scanner.Scan() {
		slug := string(scanner.Bytes()[:len(`{"type":"provider","slug":"provider-00000000`)])
		if slug <= last {
			t.Fatalf("line %d: %s after %s", lines, slug, last)
		}
		last = slug
		if lines++; lines%(providers/10) == 0 {
			measure()
		}
	}
	if scanner.Err() != nil || lines != providers {
		t.Errorf("%d lines, want %d, %v", lines, providers, scanner.Err())
	}
	if highest > most {
		t.Errorf("%d MB of memory, want at most %d", highest>>20, most>>20)
	}
	t.Logf("%d MB of memory", highest>>20)
}

func BenchmarkExport(b *testing.B) {
	const providers = 10_000
	directory, err := demo.Documents(providers, now)
	if err != nil {
		b.Fatal(err)
	}
	from := make(stored)
	from.add(b, directory)
	for _, format := range formats {
		b.Run(string(format), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := importing.Export(b.Context(), io.Discard, from, importing.ExportOptions{Format: format}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N*providers)/b.Elapsed().Seconds(), "providers/s")
		})
	}
}

// stored is a directory as a database gives it, without the time that a database takes.
type stored map[models.Kind][]bson.Raw

func (s stored) add(b *testing.B, directory *models.Directory) {
	keep := func(document models.Document) {
		raw, err := bson.Marshal(document)
		if err != nil {
			b.Fatal(err)
		}
		s[document.Kind()] = append(s[document.Kind()], raw)
	}
	for _, d := range directory.Credentials {
		keep(d)
	}
	for _, d := range directory.Conditions {
		keep(d)
	}
	for _, d := range directory.Treatments {
		keep(d)
	}
	for _, d := range directory.Providers {
		keep(d)
	}
}

func (s stored) EachShown(_ context.Context, kind models.Kind, visit func(models.Document) error) error {
	for _, raw := range s[kind] {
		document := kind.New()
		if err := models.Unmarshal(raw, document); err != nil {
			return err
		}
		if err := visit(document); err != nil {
			return err
		}
	}
	return nil
}
