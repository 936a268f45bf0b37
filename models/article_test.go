package models_test

import (
	"fmt"
	"reflect"
	"testing"

	"findcare/models"
)

func validArticle() *models.Article {
	return &models.Article{
		Header: headerOf(models.KindArticle, "ketamine-assisted-psychotherapy"),
		Title:  "Ketamine-Assisted Psychotherapy", Topic: models.Topic{TreatmentID: ketamine}, Lead: "What it *is*.",
		Sections: []models.Section{
			{
				Heading:  "What to Expect?",
				Body:     "Three phases.",
				Sections: []models.Section{{Heading: "Phase 1"}, {Heading: "Phase 2"}},
			},
			{Heading: "Risks"},
		},
		ConditionIDs: []string{depression}, Author: "The editors",
		MedicalReview: &models.MedicalReview{
			Reviewer:      "Dr. Example",
			CredentialIDs: []string{counselor},
			ReviewedOn:    "2026-03-14",
		},
		PublishedOn: "2024-06-24", UpdatedOn: "2024-06-24",
		Sources:      []models.Source{{Title: "A study", Publisher: "A journal", URL: "https://example.org/study"}},
		CallToAction: &models.CallToAction{Heading: "Find help", Body: "Search *here*."},
	}
}

type article = models.Article

// What is said of references and dates.
const (
	noSuch = " must be the slug or id of a %s that exists"
	noDate = ": is required: a calendar date such as 2024-06-24"
)

func TestValidateArticle(t *testing.T) {
	const one = "/topic: must name exactly one treatment, condition, credential or insurer"
	checkMutations(t, validArticle, []mutation[*article]{
		{func(d *article) {
			d.Sections, d.ConditionIDs, d.MedicalReview, d.Sources, d.CallToAction = nil, nil, nil, nil, nil
		}, ""},
		{func(d *article) { d.Title = "" }, "/title: is required"},
		{func(d *article) { d.Lead = "\n" }, "/lead: is required"},
		{func(d *article) { d.Author = "" }, "/author: is required"},
		{
			func(d *article) { d.ConditionIDs[0] = "nothing" },
			`/conditions/0: "nothing"` + fmt.Sprintf(noSuch, "condition"),
		},

		{func(d *article) { d.Topic = models.Topic{ConditionID: depression} }, ""},
		{func(d *article) { d.Topic = models.Topic{CredentialID: counselor} }, ""},
		{func(d *article) { d.Topic = models.Topic{InsurerID: medicaid} }, ""},
		{func(d *article) { d.Topic.InsurerID = medicaid }, one},
		{func(d *article) { d.Topic = models.Topic{} }, one},
		{func(d *article) { d.Topic.ConditionID = depression }, one},
		{
			func(d *article) { d.Topic.TreatmentID = "nothing" },
			`/topic/treatment: "nothing"` + fmt.Sprintf(noSuch, "treatment"),
		},
		{
			func(d *article) { d.Topic = models.Topic{CredentialID: ketamine} },
			`/topic/credential: "` + ketamine + `"` + fmt.Sprintf(noSuch, "credential"),
		},

		{func(d *article) { d.PublishedOn = "" }, "/publishedOn" + noDate},
		{func(d *article) { d.UpdatedOn = "" }, "/updatedOn" + noDate},
		{
			func(d *article) { d.UpdatedOn = "2026-03-15" },
			`/updatedOn: "2026-03-15" must not be in the future (today is 2026-03-14)`,
		},
		{
			func(d *article) { d.UpdatedOn = "2024-06-23" },
			`/updatedOn: "2024-06-23" must not be before the article was published, 2024-06-24`,
		},
	})
}

func TestValidateSections(t *testing.T) {
	const anchor = " must be unique within its article: another heading makes the anchor %q too"
	checkMutations(t, validArticle, []mutation[*article]{
		{func(d *article) { d.Sections[1].Heading = "" }, "/sections/1/heading: is required"},
		{
			func(d *article) { d.Sections[1].Heading = "???" },
			`/sections/1/heading: "???" must have a letter or a digit, so that it can be linked to`,
		},
		{
			func(d *article) { d.Sections[1].Heading = "what to expect" },
			`/sections/1/heading: "what to expect"` + fmt.Sprintf(anchor, "what-to-expect"),
		},
		{
			func(d *article) { d.Sections[1].Heading = "Phase 1" },
			`/sections/1/heading: "Phase 1"` + fmt.Sprintf(anchor, "phase-1"),
		},
		{
			func(d *article) { d.Sections[0].Sections[1].Heading = "Phase: 1" },
			`/sections/0/sections/1/heading: "Phase: 1"` + fmt.Sprintf(anchor, "phase-1"),
		},
		{
			func(d *article) { d.Sections[1].Body = characters(50_001) },
			`/sections/1/body: "` + characters(80) + `…" must have at most 50000 characters, not 50001`,
		},
		{func(d *article) { d.Sections = nested(4) }, ""},
		{
			func(d *article) { d.Sections = nested(5) },
			"/sections/0/sections/0/sections/0/sections/0/sections: must not be nested deeper than 4 levels",
		},
	})
}

func TestValidateMedicalReview(t *testing.T) {
	checkMutations(t, validArticle, []mutation[*article]{
		{func(d *article) { d.MedicalReview.CredentialIDs = nil }, ""},
		{func(d *article) { d.MedicalReview.Reviewer = "" }, "/medicalReview/reviewer: is required"},
		{func(d *article) { d.MedicalReview.ReviewedOn = "" }, "/medicalReview/reviewedOn" + noDate},
		{
			func(d *article) { d.MedicalReview.ReviewedOn = "2026-03-15" },
			`/medicalReview/reviewedOn: "2026-03-15" must not be in the future (today is 2026-03-14)`,
		},
		{
			func(d *article) { d.MedicalReview.ReviewedOn = "2026-02-29" },
			`/medicalReview/reviewedOn: "2026-02-29" must be a calendar date such as 2024-06-24`,
		},
		{
			func(d *article) { d.MedicalReview.CredentialIDs[0] = "md" },
			`/medicalReview/credentials/0: "md"` + fmt.Sprintf(noSuch, "credential"),
		},
	})
}

func TestValidateSourcesAndCallToAction(t *testing.T) {
	const address = " must be an address that starts with https:// or http://"
	checkMutations(t, validArticle, []mutation[*article]{
		{func(d *article) { d.Sources[0].Publisher = "" }, ""},
		{func(d *article) { d.Sources[0].Title = "" }, "/sources/0/title: is required"},
		{func(d *article) { d.Sources[0].URL = "http://example.org" }, ""},
		{func(d *article) { d.Sources[0].URL = "" }, `/sources/0/url: ""` + address},
		{func(d *article) { d.Sources[0].URL = "example.org" }, `/sources/0/url: "example.org"` + address},
		{func(d *article) { d.Sources[0].URL = "https:///study" }, `/sources/0/url: "https:///study"` + address},
		{
			func(d *article) { d.Sources[0].URL = "javascript://example.org/%0aalert(1)" },
			`/sources/0/url: "javascript://example.org/%0aalert(1)"` + address,
		},
		{
			func(d *article) { d.Sources[0].URL = "https://exa mple.org" },
			`/sources/0/url: "https://exa mple.org"` + address,
		},
		{func(d *article) { d.CallToAction.Heading = "" }, "/callToAction/heading: is required"},
		{func(d *article) { d.CallToAction.Body = "" }, "/callToAction/body: is required"},
	})
}

// nested is a section in a section, so many levels deep.
func nested(levels int) []models.Section {
	section := models.Section{Heading: fmt.Sprint("Level ", levels)}
	if levels > 1 {
		section.Sections = nested(levels - 1)
	}
	return []models.Section{section}
}

func TestNormalizeArticle(t *testing.T) {
	d := validArticle()
	for _, text := range []*string{
		&d.Title, &d.Lead, &d.Author, &d.Topic.TreatmentID, &d.ConditionIDs[0], &d.Sections[0].Sections[1].Heading,
		&d.Sections[0].Body,
		&d.MedicalReview.Reviewer, &d.MedicalReview.CredentialIDs[0], &d.Sources[0].Title, &d.Sources[0].URL,
		&d.CallToAction.Heading, &d.CallToAction.Body,
	} {
		*text = " " + *text + "\n"
	}
	d.Sources[0].Publisher = " A journal "
	if d.Normalize(); !reflect.DeepEqual(d, validArticle()) {
		t.Errorf("got %+v", d)
	}
}

func TestAnchor(t *testing.T) {
	for heading, want := range map[string]string{
		"What's It Like?": "whats-it-like", "Phase 1: Preparation": "phase-1-preparation", "Qué": "que",
	} {
		if got := (&models.Section{Heading: heading}).Anchor(); got != want {
			t.Errorf("%q: got %q, want %q", heading, got, want)
		}
	}
}

func TestTopicReferences(t *testing.T) {
	for want, topic := range map[string]models.Topic{
		"/topic/condition condition":   {ConditionID: depression},
		"/topic/credential credential": {CredentialID: counselor},
		"/topic/insurer insurer":       {InsurerID: medicaid},
		"/topic/treatment treatment":   {TreatmentID: ketamine},
	} {
		var got []string
		(&models.Article{Topic: topic}).References(func(path string, kind models.Kind, _ *string) {
			got = append(got, path+" "+string(kind))
		})
		if len(got) != 1 || got[0] != want {
			t.Errorf("got %q, want %s", got, want)
		}
	}
}
