// Package importingtest has what tests of imports and exports share: documents, and stores that have them.
package importingtest

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"findcare/internal/dirformat"
	"findcare/internal/export"
	"findcare/internal/importing"
	"findcare/internal/store"
)

// Now is the time of imports in tests.
var Now = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

// Formats are all export formats.
var Formats = []export.Format{export.JSON, export.NDJSON, export.CSV, export.FHIR, export.FHIRNDJSON}

// Documents that break no rule.
const (
	GoodCredential = `{"type":"credential","slug":"counselor","name":"Counselor"}`
	GoodCondition  = `{"type":"condition","slug":"grief","name":"Grief"}`
	GoodProvider   = `{"type":"provider","slug":"juniper-examplar","npi":"1234567893","kind":"INDIVIDUAL",` +
		`"name":"Juniper Examplar","credentials":["counselor"],"licenses":[{"credential":"counselor",` +
		`"state":"MI"}],"practicingSince":2012,"locations":[{"city":"Flint","state":"Michigan",` +
		`"stateCode":"MI","postalCode":"48507","phone":"(810) ` +
		`555-0123","latitude":42.97,"longitude":-83.69}],"conditions":["grief"],"sessionFormats":["VIDEO"],` +
		`"ageGroups":["ADULTS"],"languages":["English","es"],"insurances":["Medicaid"],` +
		`"sessionFee":{"currency":"USD","minimum":120,"maximum":160,"slidingScale":true},` +
		`"confirmedOn":"2026-10-19"}`
	GoodArticle = `{"type":"article","slug":"grief","title":"Find Care for ` +
		`Grief","topic":{"condition":"grief"},"lead":"A lead.","sections":[{"heading":"What is ` +
		`grief?","body":"Words."}],"author":"the team","medicalReview":{"reviewer":"Wren ` +
		`Examplar","credentials":["counselor"],"reviewedOn":"2026-01-02"},"publishedOn":"2026-01-01",` +
		`"updatedOn":"2026-01-03","sources":[{"title":"A ` +
		`page","url":"https://example.org/"}],"callToAction":{"heading":"Find care","body":"Here."}}`
)

// OpenStore opens an empty store that is closed when the test ends.
func OpenStore(t testing.TB) *store.Store {
	t.Helper()
	db, err := store.Open(t.Context(), store.Config{DataDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(t.Context()); err != nil && !errors.Is(err, t.Context().Err()) {
			t.Error(err)
		}
	})
	return db
}

// StoreOf opens a store with the documents on these lines.
func StoreOf(t testing.TB, lines ...string) *store.Store {
	t.Helper()
	db := OpenStore(t)
	if _, err := importing.Import(
		t.Context(), db, dirformat.Bytes("file", []byte(strings.Join(lines, "\n"))), Now, nil,
	); err != nil {
		t.Fatal(err)
	}
	return db
}

// Export returns what an export of a store writes.
func Export(t testing.TB, db *store.Store, options export.Options) (content string, omitted export.Omitted) {
	t.Helper()
	var b bytes.Buffer
	omitted, err := export.Export(t.Context(), &b, db, options)
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), omitted
}
