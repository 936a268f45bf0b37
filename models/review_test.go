package models_test

import (
	"testing"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/models"
)

func reviewed() *models.Article {
	return &models.Article{
		Title: "Care", Topic: models.Topic{ConditionID: "c"}, Lead: "A lead.",
		Sections: []models.Section{
			{Heading: "One", Body: "First.", Sections: []models.Section{{Heading: "Two"}}},
			{Heading: "Three"},
		},
		ConditionIDs: []string{"c", "d"}, Author: "the team", PublishedOn: "2026-01-01", UpdatedOn: "2026-01-01",
		Sources: []models.Source{
			{Title: "A", URL: "https://a.example/"},
			{Title: "B", Publisher: "P", URL: "https://b.example/"},
		},
		CallToAction:  &models.CallToAction{Heading: "Call", Body: "Now."},
		MedicalReview: &models.MedicalReview{Reviewer: "Wren Examplar", ReviewedOn: "2026-01-02"},
	}
}

func TestAReviewIsOfAllThatAReaderSees(t *testing.T) {
	for name, test := range map[string]struct {
		edit  func(a *models.Article)
		stale bool
	}{
		"nothing":            {func(*models.Article) {}, false},
		"space around texts": {func(a *models.Article) { a.Lead, a.Sections[0].Body = " A lead.\n", "First. " }, false},
		"author":             {func(a *models.Article) { a.Author = "others" }, false},
		"slug":               {func(a *models.Article) { a.Slug = "other" }, false},
		"days and status": {
			func(a *models.Article) { a.PublishedOn, a.UpdatedOn, a.Status = "", "2026-02-01", models.ArticleDraft },
			false,
		},
		"an empty list":    {func(a *models.Article) { a.Sections[1].Sections = []models.Section{} }, false},
		"title":            {func(a *models.Article) { a.Title = "Care." }, true},
		"topic":            {func(a *models.Article) { a.Topic.ConditionID = "d" }, true},
		"kind of topic":    {func(a *models.Article) { a.Topic = models.Topic{TreatmentID: "c"} }, true},
		"a credential":     {func(a *models.Article) { a.Topic.CredentialID = "d" }, true},
		"lead":             {func(a *models.Article) { a.Lead = "Another." }, true},
		"heading":          {func(a *models.Article) { a.Sections[0].Heading = "1" }, true},
		"body":             {func(a *models.Article) { a.Sections[0].Body = "Not first." }, true},
		"a nested heading": {func(a *models.Article) { a.Sections[0].Sections[0].Heading = "2" }, true},
		"a section that moves up": {func(a *models.Article) {
			a.Sections = append(a.Sections, a.Sections[0].Sections[0])
			a.Sections[0].Sections = nil
		}, true},
		"order of sections": {
			func(a *models.Article) { a.Sections[0], a.Sections[1] = a.Sections[1], a.Sections[0] }, true,
		},
		"a text that moves": {
			func(a *models.Article) { a.Sections[0].Heading, a.Sections[0].Body = "OneFirst.", "" }, true,
		},
		"order of conditions":   {func(a *models.Article) { a.ConditionIDs = []string{"d", "c"} }, true},
		"a condition less":      {func(a *models.Article) { a.ConditionIDs = []string{"c"} }, true},
		"title of a source":     {func(a *models.Article) { a.Sources[0].Title = "a" }, true},
		"publisher of a source": {func(a *models.Article) { a.Sources[1].Publisher = "" }, true},
		"address of a source":   {func(a *models.Article) { a.Sources[0].URL = "https://c.example/" }, true},
		"order of sources": {
			func(a *models.Article) { a.Sources[0], a.Sources[1] = a.Sources[1], a.Sources[0] }, true,
		},
		"no call to action":           {func(a *models.Article) { a.CallToAction = nil }, true},
		"heading of a call to action": {func(a *models.Article) { a.CallToAction.Heading = "" }, true},
		"body of a call to action":    {func(a *models.Article) { a.CallToAction.Body = "Soon." }, true},
		"a source as a call to action": {func(a *models.Article) {
			a.Sources, a.CallToAction = nil, &models.CallToAction{Heading: "A", Body: "B"}
		}, true},
	} {
		a := reviewed()
		a.SettleReview()
		test.edit(a)
		if a.SettleReview(); a.MedicalReview.Stale != test.stale {
			t.Errorf("%s: stale is %t", name, a.MedicalReview.Stale)
		}
		if b := reviewed(); a.MedicalReview.Fingerprint != b.Fingerprint() {
			t.Errorf("%s: the review is of %q", name, a.MedicalReview.Fingerprint)
		}
	}
}

// The releases before had no fingerprint, and marked a review of an earlier text.
func TestAStoredReviewOfAReleaseBefore(t *testing.T) {
	for _, stale := range []bool{false, true} {
		before := reviewed()
		before.MedicalReview.Stale = stale
		stored, err := bson.Marshal(before)
		if err != nil {
			t.Fatal(err)
		}
		a := new(models.Article)
		if err := models.Unmarshal(stored, a); err != nil {
			t.Fatal(err)
		}
		if a.MedicalReview.Stale != stale || before.MedicalReview.Fingerprint != "" {
			t.Errorf("stale: %t became %+v", stale, a.MedicalReview)
		}
		a.Sources[0].Title = "Another" // which no release before took for a part of the text
		if a.SettleReview(); !a.MedicalReview.Stale {
			t.Errorf("stale: %t, and of another source: %+v", stale, a.MedicalReview)
		}
	}
}

func TestAReviewOfAFile(t *testing.T) {
	known := reviewed()
	known.SettleReview()
	review := known.MedicalReview
	review.Signature = &models.Signature{By: "usr_wren"}
	outdated := *review
	outdated.Stale, outdated.Fingerprint = true, ""
	for name, test := range map[string]struct {
		known         *models.MedicalReview
		edit          func(a *models.Article)
		stale, signed bool
	}{
		"of an article that is new": {nil, func(*models.Article) {}, false, false},
		"the same":                  {review, func(*models.Article) {}, false, true},
		"the same of another text":  {review, func(a *models.Article) { a.Lead = "Another." }, true, true},
		"with its fingerprint": {
			nil, func(a *models.Article) { a.MedicalReview.Fingerprint, a.Lead = known.Fingerprint(), "Another." },
			true, false,
		},
		"an older one, of another text": {
			review, func(a *models.Article) { a.Lead, a.MedicalReview.ReviewedOn = "Another.", "2025-01-01" }, true,
			false,
		},
		"another name, of another text": {
			review, func(a *models.Article) { a.Lead, a.MedicalReview.Reviewer = "Another.", "W. Examplar" }, true,
			false,
		},
		"a later one, of another text": {
			review, func(a *models.Article) { a.Lead, a.MedicalReview.ReviewedOn = "Another.", "2026-01-03" }, false,
			false,
		},
		"the same, where it is outdated": {&outdated, func(*models.Article) {}, true, true},
		"exported": {
			review, func(a *models.Article) { a.MedicalReview.Fingerprint = known.Fingerprint() }, false, true,
		},
		"exported, of another text": {
			review, func(a *models.Article) { a.MedicalReview.Fingerprint, a.Lead = known.Fingerprint(), "Another." },
			true, true,
		},
		"of another fingerprint": {
			review, func(a *models.Article) { a.MedicalReview.Fingerprint = "1-other" }, true, false,
		},
		"exported under another name": {
			review,
			func(a *models.Article) {
				a.MedicalReview.Fingerprint, a.MedicalReview.Reviewer = known.Fingerprint(), "W. Examplar"
			},
			false, false,
		},
		"said to be stale": {review, func(a *models.Article) { a.MedicalReview.Stale = true }, true, false},
	} {
		a := reviewed()
		test.edit(a)
		a.ContinueReview(test.known)
		a.SettleReview()
		if a.MedicalReview.Stale != test.stale || (a.MedicalReview.Signature != nil) != test.signed {
			t.Errorf("%s: %+v", name, a.MedicalReview)
		}
	}
}
