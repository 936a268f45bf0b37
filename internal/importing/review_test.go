package importing_test

import (
	"strings"
	"testing"

	"findcare/internal/dirformat"
	"findcare/internal/importing"
	"findcare/internal/importing/importingtest"
	"findcare/internal/store"
	"findcare/models"
)

// TestImportNeverMakesAnOldReviewCurrent imports a file with a review several times: the review is current only for the
// text that was reviewed.
func TestImportNeverMakesAnOldReviewCurrent(t *testing.T) {
	db := importingtest.OpenStore(t)
	file := strings.Join(
		[]string{importingtest.GoodCredential, importingtest.GoodCondition, importingtest.GoodArticle},
		"\n",
	)
	reviewed := goodReviewOf(t, db, file, importing.Summary{Created: 3})

	// The last release stored no fingerprints, which by itself changes nothing.
	legacy := *reviewed
	legacy.MedicalReview = &models.MedicalReview{
		Reviewer:      reviewed.MedicalReview.Reviewer,
		CredentialIDs: reviewed.MedicalReview.CredentialIDs,
		ReviewedOn:    reviewed.MedicalReview.ReviewedOn,
	}
	legacy.Revision++
	if err := db.Write(t.Context(), models.KindArticle, []models.Document{&legacy}); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		name  string
		edits []string // pairs of an old and a new text
		stale bool
		want  importing.Summary
	}{
		{"the same file", nil, false, importing.Summary{Unchanged: 3}},
		{"another body", []string{`"Words."`, `"Other words."`}, true, importing.Summary{Changed: 1, Unchanged: 2}},
		{"once more", []string{`"Words."`, `"Other words."`}, true, importing.Summary{Unchanged: 3}},
		{"the body that was reviewed", nil, false, importing.Summary{Changed: 1, Unchanged: 2}},
		{
			"another topic's name only",
			[]string{`"name":"Grief"`, `"name":"Sorrow"`},
			false,
			importing.Summary{Changed: 1, Unchanged: 2},
		},
		{
			"a review on a later day",
			[]string{`"Words."`, `"New words."`, `"2026-01-02"`, `"2026-01-03"`},
			false,
			importing.Summary{Changed: 2, Unchanged: 1},
		},
		{"the old file again", nil, true, importing.Summary{Changed: 1, Unchanged: 2}},
	} {
		changed := strings.NewReplacer(step.edits...).Replace(file)
		if got := goodReviewOf(t, db, changed, step.want).MedicalReview; got.Stale != step.stale {
			t.Errorf("%s: %+v", step.name, got)
		}
	}
}

// goodReviewOf imports a file and returns its article as stored.
func goodReviewOf(t *testing.T, db *store.Store, content string, want importing.Summary) *models.Article {
	t.Helper()
	file := dirformat.Bytes("reviewed.ndjson", []byte(content))
	if got, err := importing.Import(t.Context(), db, file, now, nil); err != nil || got != want {
		t.Errorf("%+v, want %+v, %v", got, want, err)
	}
	stored, err := db.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return stored.Articles[0]
}
