package store_test

import (
	"fmt"
	"time"

	"findcare/models"
)

func header(kind models.Kind, slug string) models.Header {
	return models.Header{
		ID: models.IDOfSlug(kind, slug), Slug: slug, Revision: 1,
		UpdatedAt: time.Date(2026, 11, 24, 9, 30, 0, int(987*time.Millisecond), time.UTC),
	}
}

func condition(slug string) *models.Condition {
	return &models.Condition{Header: header(models.KindCondition, slug), Name: slug}
}

func conditions(count int) []models.Document {
	list := make([]models.Document, count)
	for i := range list {
		list[i] = condition(fmt.Sprintf("condition-%d", i))
	}
	return list
}

func provider(slug string, npi models.OptionalString) *models.Provider {
	return &models.Provider{Header: header(models.KindProvider, slug), NPI: npi, Type: models.Individual, Name: slug}
}

// everything is a document of each kind with all that a document may hold.
func everything() *models.Directory {
	counselor := models.IDOfSlug(models.KindCredential, "counselor")
	grief := models.IDOfSlug(models.KindCondition, "grief")
	cbt := models.IDOfSlug(models.KindTreatment, "cbt")
	return &models.Directory{
		Credentials: []*models.Credential{
			{Header: header(models.KindCredential, "counselor"), Name: "Counselor", Abbreviation: "LPC"},
		},
		Conditions: []*models.Condition{{
			Header: header(models.KindCondition, "grief"), Name: "Grief", Abbreviation: "G",
			Description: "After a loss. 🕊\x00\n", AlsoKnownAs: []string{"Bereavement", "Mourning"},
		}},
		Treatments: []*models.Treatment{{
			Header: header(models.KindTreatment, "cbt"), Name: "Cognitive Behavioral Therapy", Abbreviation: "CBT",
			Description: "Thoughts, “habits”.", AlsoKnownAs: []string{"Talking"}, ConditionIDs: []string{grief},
		}},
		Providers: []*models.Provider{fullProvider(counselor, grief, cbt)},
		Articles:  []*models.Article{fullArticle(counselor, grief)},
	}
}

func fullProvider(credential, condition, treatment string) *models.Provider {
	return &models.Provider{
		Header: header(models.KindProvider, "wren"), NPI: "1234567893", Type: models.Individual,
		Name: "Wren Examplar", Pronouns: "they", CredentialIDs: []string{credential}, PracticingSince: new(2019),
		Licenses: []models.License{{CredentialID: credential, State: "MI", Number: "$1.a", ExpiresOn: "2027-01-01"}},
		Locations: []models.Location{{
			Street: "1 Example St", City: "Flint", State: "Michigan", StateCode: "MI", PostalCode: "48502",
			Phone: "+18105550123", Latitude: new(43.0125), Longitude: new(-83.6875),
		}},
		ConditionIDs: []string{condition}, TreatmentIDs: []string{treatment}, Statement: "Welcome.",
		SessionFormats: []models.SessionFormat{models.Video}, AgeGroups: []models.AgeGroup{models.Teens},
		Languages: []string{"English", "Spanish"}, Insurances: []string{"Example Health"},
		AcceptingNewClients: new(false),
		SessionFee:          &models.FeeRange{Currency: "USD", Minimum: 0, Maximum: 150, SlidingScale: true},
		ConfirmedOn:         "2026-11-01",
	}
}

func fullArticle(credential, condition string) *models.Article {
	return &models.Article{
		Header: header(models.KindArticle, "care"), Title: "Find Care", Topic: models.Topic{ConditionID: condition},
		Lead: "*Lead*",
		Sections: []models.Section{
			{Heading: "One", Body: "1.", Sections: []models.Section{{Heading: "Two", Body: "2."}}},
		},
		ConditionIDs: []string{condition}, Author: "Wren Examplar",
		MedicalReview: &models.MedicalReview{
			Reviewer: "Wren Examplar", CredentialIDs: []string{credential}, ReviewedOn: "2026-01-02",
		},
		PublishedOn: "2026-01-01", UpdatedOn: "2026-01-03",
		Sources:      []models.Source{{Title: "A study", Publisher: "A journal", URL: "https://example.org/?a=b#c"}},
		CallToAction: &models.CallToAction{Heading: "Talk", Body: "to somebody"},
	}
}
