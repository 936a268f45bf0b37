package export_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/demo"
	"findcare/internal/export"
	"findcare/internal/importing/importingtest"
	"findcare/models"
)

// What the public does not see is exported only on request.
func TestExportOmitsHiddenDocuments(t *testing.T) {
	draft := strings.Replace(importingtest.GoodArticle, `"slug":"grief"`, `"slug":"hidden","status":"DRAFT"`, 1)
	inReview := strings.Replace(
		importingtest.GoodArticle,
		`"slug":"grief"`,
		`"slug":"hidden-too","status":"IN_REVIEW"`,
		1,
	)
	db := importingtest.StoreOf(
		t,
		importingtest.GoodCredential,
		importingtest.GoodCondition,
		importingtest.GoodProvider,
		importingtest.GoodArticle,
		draft,
		inReview,
	)
	gone := models.Tombstone(models.KindProvider, models.IDOfSlug(models.KindProvider, "gone"), 1, importingtest.Now)
	if err := db.Write(t.Context(), models.KindProvider, []models.Document{gone}); err != nil {
		t.Fatal(err)
	}
	for _, format := range importingtest.Formats {
		t.Run(string(format), func(t *testing.T) {
			public, omitted := importingtest.Export(t, db, export.Options{Format: format})
			all, none := importingtest.Export(t, db, export.Options{Format: format, Unpublished: true})
			hidden := export.Omitted{Articles: 2}
			if format != export.JSON && format != export.NDJSON { // which have no articles
				hidden.Articles = 0
			}
			if strings.Contains(public, "hidden") || omitted != hidden || none != (export.Omitted{}) {
				t.Errorf("%+v and %+v are omitted from\n%s", omitted, none, public)
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

// Other tools may have written references to missing documents. An export can be imported nevertheless.
func TestExportHasNoBrokenReferences(t *testing.T) {
	missing := models.IDOfSlug(models.KindCondition, "missing")
	head := func(kind models.Kind, slug string) models.Header {
		return models.Header{ID: models.IDOfSlug(kind, slug), Slug: slug, Revision: 1, UpdatedAt: importingtest.Now}
	}
	db := importingtest.StoreOf(t, importingtest.GoodCredential, importingtest.GoodCondition)
	grief := models.IDOfSlug(models.KindCondition, "grief")
	for _, document := range []models.Document{
		&models.Treatment{
			Header: head(models.KindTreatment, "talking"), Name: "Talking", ConditionIDs: []string{missing, grief},
		},
		&models.Provider{
			Header: head(
				models.KindProvider, "wren",
			), Type: models.Individual, Name: "Wren Examplar", ConditionIDs: []string{grief, missing},
			CredentialIDs: []string{models.IDOfSlug(models.KindCredential, "missing")},
			Licenses: []models.License{{
				CredentialID: models.IDOfSlug(models.KindCredential, "missing"), State: "MI",
			}},
			Coverage: []models.Coverage{{InsurerID: models.IDOfSlug(models.KindInsurer, "missing")}},
		},
		&models.Article{
			Header: head(
				models.KindArticle, "lost",
			), Title: "About nothing", Topic: models.Topic{ConditionID: missing}, Lead: "A lead.", Author: "us",
			PublishedOn: "2026-01-01", UpdatedOn: "2026-01-01",
		},
	} {
		if err := db.Write(t.Context(), document.Kind(), []models.Document{document}); err != nil {
			t.Fatal(err)
		}
	}
	content, _ := importingtest.Export(t, db, export.Options{Format: export.NDJSON})
	if strings.Contains(content, "lost") || strings.Count(content, `"conditions":["grief"]`) != 2 ||
		strings.Contains(content, "licenses") || strings.Contains(content, "coverage") {
		t.Errorf("%s", content)
	}
	if again, _ := importingtest.Export(
		t, importingtest.StoreOf(t, content), export.Options{Format: export.NDJSON},
	); again != content {
		t.Errorf("first\n%ssecond\n%s", content, again)
	}
}

// 0.1.0 knows no insurers, and so no articles about them; it reads the labels.
func TestExportOfInsurersForAnEarlierRelease(t *testing.T) {
	db := importingtest.StoreOf(t,
		`{"type":"insurer","slug":"medicaid","name":"Medicaid"}`,
		`{"type":"provider","slug":"wren","name":"Wren Examplar","kind":"INDIVIDUAL","insurances":["Medicaid"],`+
			`"coverage":[{"insurer":"medicaid"}]}`,
		`{"type":"article","slug":"a","title":"A","topic":{"insurer":"medicaid"},"lead":"A lead.","author":"us",`+
			`"publishedOn":"2026-01-01","updatedOn":"2026-01-01"}`,
	)
	const want = `{"type":"provider","slug":"wren","kind":"INDIVIDUAL","name":"Wren Examplar",` +
		`"insurances":["Medicaid"]}`
	got, _ := importingtest.Export(t, db, export.Options{Format: export.NDJSON, For: "0.1.0"})
	if got != want+"\n" {
		t.Errorf("got %s", got)
	}
	whole, _ := importingtest.Export(t, db, export.Options{Format: export.JSON, For: "0.1.0"})
	if strings.Contains(whole, "insurers") { // which 0.1.0 would take for a mistake
		t.Errorf("got %s", whole)
	}
}

func TestEmptyExport(t *testing.T) {
	for format, want := range map[export.Format]string{
		export.JSON: "{\n  \"credentials\": [],\n  \"conditions\": [],\n  \"treatments\": [],\n" +
			"  \"insurers\": [],\n  \"providers\": [],\n  \"articles\": []\n}\n",
		export.NDJSON:     "",
		export.FHIR:       `{"resourceType":"Bundle","type":"collection"}` + "\n",
		export.FHIRNDJSON: "",
	} {
		if got, _ := importingtest.Export(t, importingtest.OpenStore(t), export.Options{Format: format}); got != want {
			t.Errorf("%s: got %q, want %q", format, got, want)
		}
	}
}

func TestExportStopsWithItsContext(t *testing.T) {
	db := importingtest.StoreOf(
		t, importingtest.GoodCredential, importingtest.GoodCondition, importingtest.GoodProvider,
	)
	for _, format := range importingtest.Formats {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := export.Export(ctx, new(bytes.Buffer), db, export.Options{Format: format}); !errors.Is(
			err,
			context.Canceled,
		) {
			t.Errorf("%s: %v", format, err)
		}
		full := errors.New("the disk is full")
		if _, err := export.Export(t.Context(), broken{full}, db, export.Options{Format: format}); !errors.Is(
			err,
			full,
		) {
			t.Errorf("%s: %v", format, err)
		}
	}
}

type broken struct{ err error }

func (b broken) Write([]byte) (int, error) { return 0, b.err }

// generated is a directory that is generated while it is read, so that only the export uses memory.
type generated struct {
	providers int
	atTenth   func() // is called every tenth of the way
}

func (generated) Current(context.Context, []string) ([]models.Document, error) {
	return []models.Document{}, nil
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
			Header: models.Header{
				ID:        models.IDOfSlug(kind, slug),
				Slug:      slug,
				Revision:  1,
				UpdatedAt: importingtest.Now,
			}, Type: models.Individual, Name: "Wren Examplar",
			Statement: models.OptionalString(strings.Repeat("words ", 300)),
		}
		if err := visit(p); err != nil {
			return err
		}
	}
	return nil
}

// A directory that does not fit into the memory of an export is sorted on disk, and is in the same order.
func TestLargeExportTakesLittleMemory(t *testing.T) {
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
		_, err := export.Export(
			t.Context(), writer, generated{providers, measure}, export.Options{Format: export.NDJSON},
		)
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
	directory, err := demo.Documents(providers, importingtest.Now)
	if err != nil {
		b.Fatal(err)
	}
	from := make(stored)
	from.add(b, directory)
	for _, format := range importingtest.Formats {
		b.Run(string(format), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := export.Export(b.Context(), io.Discard, from, export.Options{Format: format}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N*providers)/b.Elapsed().Seconds(), "providers/s")
		})
	}
}

// stored is a directory as a database returns it, without the time that a database takes.
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
	for _, d := range directory.Insurers {
		keep(d)
	}
	for _, d := range directory.Providers {
		keep(d)
	}
}

func (s stored) Current(_ context.Context, ids []string) (documents []models.Document, err error) {
	for _, raw := range s[models.KindProvider] {
		if !slices.Contains(ids, raw.Lookup("_id").StringValue()) {
			continue
		}
		document := models.KindProvider.New()
		if err := models.Unmarshal(raw, document); err != nil {
			return nil, err
		}
		documents = append(documents, document)
	}
	return documents, nil
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
