package models_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"findcare/models"
)

// drawArticle draws an article of few values, so that many are the same.
func drawArticle(t *rapid.T, name string) *models.Article {
	text := func(of string) string { return rapid.SampledFrom([]string{"", "one", "two"}).Draw(t, name+" "+of) }
	a := &models.Article{Title: text("title"), Lead: text("lead"), Author: text("author")}
	a.ID, a.Slug, a.Revision = models.IDOfSlug(models.KindArticle, "a"), text("slug"), 3
	a.Topic.ConditionID = text("topic")
	for i := range rapid.IntRange(0, 2).Draw(t, name+" sections") {
		a.Sections = append(a.Sections, models.Section{Heading: fmt.Sprint("h", i), Body: text("body")})
	}
	if source := text("source"); source != "" {
		a.Sources = []models.Source{{Title: source, URL: "https://example.org"}}
	}
	return a
}

// said is what an article says, by field.
func said(a *models.Article) map[string]string {
	texts := map[string]string{
		"slug": a.Slug, "title": a.Title, "lead": a.Lead, "author": a.Author, "topic": fmt.Sprint(a.Topic),
		"sources": fmt.Sprint(a.Sources),
	}
	for _, s := range a.Sections {
		texts["sections"] += s.Heading + s.Body
	}
	return texts
}

// A merge has each field as it was changed on one side, and tells of those that were changed differently on both.
func TestMerge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base, changed, document := drawArticle(t, "base"), drawArticle(t, "changed"), drawArticle(t, "document")
		merged, conflicts, err := models.Merge(base, changed, document)
		if err != nil {
			t.Fatal(err)
		}
		was, here, there, got := said(base), said(changed), said(document), said(merged.(*models.Article))
		for _, name := range []string{"slug", "title", "lead", "author", "topic", "sources", "sections"} {
			want := here[name]
			if here[name] == was[name] {
				want = there[name]
			}
			if got[name] != want {
				t.Fatalf("%s is %q, want %q", name, got[name], want)
			}
			conflict := here[name] != was[name] && there[name] != was[name] && here[name] != there[name]
			if slices.Contains(conflicts, name) != conflict {
				t.Fatalf("%s: conflicts are %q", name, conflicts)
			}
		}
		if head := merged.Head(); head.ID != document.ID || head.Revision != document.Revision {
			t.Fatalf("the header is %+v", head)
		}
	})
}

// What is not for a working copy to change stays as it is in the document.
func TestMergeLeavesWhatIsNotContent(t *testing.T) {
	base := &models.Article{Lead: "one", Status: models.ArticleDraft}
	changed := &models.Article{Lead: "two", Status: models.ArticleInReview}
	document := &models.Article{Lead: "one", MedicalReview: &models.MedicalReview{Reviewer: "Wren"}}
	document.FormerSlugs = []string{"before"}
	merged, conflicts, err := models.Merge(base, changed, document)
	if err != nil || len(conflicts) > 0 {
		t.Fatal(conflicts, err)
	}
	got := merged.(*models.Article)
	if got.Lead != "two" || !got.Published() || got.MedicalReview.Reviewer != "Wren" || len(got.FormerSlugs) != 1 {
		t.Errorf("got %+v", got)
	}
}

func TestCopyFaults(t *testing.T) {
	deep := []models.Section{{}}
	for range 4 {
		deep = []models.Section{{Sections: deep}}
	}
	for name, test := range map[string]struct {
		document models.Document
		want     string
	}{
		"nothing":        {new(models.Article), ""},
		"an empty entry": {new(models.Provider), ""},
		"too deep":       {&models.Article{Sections: deep}, "deeper than 4 levels"},
		"costly":         {&models.Article{Lead: strings.Repeat("[", 2000)}, "opening brackets"},
		"costly body": {
			&models.Article{Sections: []models.Section{{Body: strings.Repeat("[", 2000)}}}, "/sections/0/body",
		},
		"too large": {&models.Provider{Statement: models.OptionalString(strings.Repeat("x", 5<<20))}, "bytes"},
	} {
		faults := models.CopyFaults(test.document)
		if len(faults) > 0 != (test.want != "") || len(faults) > 0 && !strings.Contains(faults[0].Error(), test.want) {
			t.Errorf("%s: %v", name, faults)
		}
	}
}
