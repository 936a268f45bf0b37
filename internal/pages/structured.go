package pages

import (
	"regexp"

	"findcare/models"
)

// thing is an object in the vocabulary of schema.org.
type thing map[string]any

func newThing(kind string) thing { return thing{"@type": kind} }

// set adds properties, as pairs of a name and a value. Empty values are skipped.
func (t thing) set(pairs ...any) thing {
	for i := 0; i+1 < len(pairs); i += 2 {
		switch value := pairs[i+1].(type) {
		case string:
			if value == "" {
				continue
			}
		case []string:
			if len(value) == 0 {
				continue
			}
		case []thing:
			if len(value) == 0 {
				continue
			}
		case thing:
			if value == nil {
				continue
			}
		}
		t[pairs[i].(string)] = pairs[i+1]
	}
	return t
}

const vocabulary = "https://schema.org"

func (a article) structuredData(siteURL string) thing {
	page := newThing("MedicalWebPage").set(
		"@context", vocabulary,
		"name", a.Title,
		"url", a.URL,
		"description", a.Lead,
		"inLanguage", "en-US",
		"datePublished", a.PublishedOn,
		"dateModified", a.UpdatedOn,
		"creditText", "Written by "+a.Author,
		"isPartOf", webSite(siteURL),
		"about", a.topic(),
	)
	var mentions, citations []thing
	for _, c := range a.Conditions {
		mentions = append(mentions, newThing("MedicalCondition").set("name", c.Name))
	}
	for _, source := range a.Sources {
		citation := newThing("CreativeWork").set("name", source.Title, "url", source.URL)
		if source.Publisher != "" {
			citation.set("publisher", newThing("Organization").set("name", source.Publisher))
		}
		citations = append(citations, citation)
	}
	page.set("mentions", mentions, "citation", citations)
	if review := a.MedicalReview; review != nil && !review.Stale {
		page.set(
			"lastReviewed",
			review.ReviewedOn,
			"reviewedBy",
			newThing("Person").set("name", review.Reviewer, "hasCredential", held(review.Credentials)),
		)
	}
	return page
}

// topic is the topic of the article.
func (a article) topic() thing {
	kinds := map[string]string{
		"Condition":  "MedicalCondition",
		"Treatment":  "MedicalTherapy",
		"Credential": "EducationalOccupationalCredential",
		"Insurer":    "Organization",
	}
	return newThing(kinds[a.Topic.Typename]).set(
		"name", a.Topic.Name,
		"alternateName", a.Topic.AlsoKnownAs,
		"description", a.Topic.Description,
	)
}

func held(credentials []credential) (all []thing) {
	for _, c := range credentials {
		all = append(all, newThing("EducationalOccupationalCredential").set("name", c.Label))
	}
	return all
}

// physician matches the credentials of doctors of medicine.
var physician = regexp.MustCompile(`(?i)psychiatrist|physician|\((MD|DO)\)`)

// kind is the provider's type in schema.org.
func (p provider) kind() string {
	switch {
	case p.Kind == "ORGANIZATION":
		return "MedicalClinic"
	case physician.MatchString(labels(p.Credentials)):
		return "Physician"
	}
	return "Person"
}

func (p provider) structuredData() thing {
	kind := p.kind()
	t := newThing(kind).set(
		"@context", vocabulary,
		"name", p.Name,
		"url", p.ProfileURL,
		"description", p.Summary,
		"hasCredential", held(p.Credentials),
		"knowsLanguage", p.Languages,
		"alternateName", p.OtherNames,
		"email", p.Email,
		"sameAs", p.Website,
	)
	for _, n := range p.Phones {
		if n.Purpose == string(models.FaxPhone) {
			t.set("faxNumber", n.Number)
		}
	}
	if p.NPI != "" {
		t.set("identifier", newThing("PropertyValue").set("propertyID", "NPI", "value", p.NPI))
	}
	var subjects []string
	for _, c := range p.Conditions {
		subjects = append(subjects, c.Name)
	}
	if len(p.Locations) > 0 {
		t.set("telephone", p.Locations[0].Phone, "address", p.Locations[0].address())
	}
	if kind == "Person" { // who, unlike a business, has no prices, hours and services
		for _, treatment := range p.Treatments {
			subjects = append(subjects, treatment.Name)
		}
		employers := members(p.WorksFor, "Organization")
		return t.set("gender", genders[p.Gender], "knowsAbout", subjects, "worksFor", employers)
	}
	if p.SessionFee != nil {
		t.set("priceRange", p.SessionFee.Range())
	}
	if len(p.Locations) > 0 {
		t.set("geo", p.Locations[0].geo())
	}
	if p.Hours != nil {
		t.set("openingHoursSpecification", p.Hours.openingHours())
	}
	if p.Kind == "ORGANIZATION" {
		t.set("employee", members(p.Staff.Nodes, "Person"))
	}
	var services []thing
	for _, treatment := range p.Treatments {
		services = append(services, newThing("MedicalTherapy").set("name", treatment.Name))
	}
	if p.AcceptingNewClients != nil {
		t.set("isAcceptingNewPatients", *p.AcceptingNewClients)
	}
	return t.set("availableService", services, "knowsAbout", subjects)
}

// members names the other side of people's work.
func members(list []provider, kind string) (all []thing) {
	for _, p := range list {
		all = append(all, newThing(kind).set("name", p.Name))
	}
	return all
}

// genders are those of schema.org, which has a text for others.
var genders = map[string]string{
	string(models.Woman): vocabulary + "/Female", string(models.Man): vocabulary + "/Male",
	string(models.Nonbinary): "nonbinary",
}

func (l location) address() thing {
	return newThing("PostalAddress").set(
		"streetAddress", l.Street,
		"addressLocality", l.City,
		"addressRegion", l.StateCode,
		"postalCode", l.PostalCode,
		"addressCountry", "US",
	)
}

func (l location) geo() thing {
	if l.Latitude == nil || l.Longitude == nil {
		return nil
	}
	return newThing("GeoCoordinates").set("latitude", *l.Latitude, "longitude", *l.Longitude)
}

// searchData is the structured data of the search page.
func (s *site) searchData(title string) thing {
	return newThing("SearchResultsPage").set(
		"@context", vocabulary,
		"name", title,
		"url", s.settings.SiteURL+"/find",
		"inLanguage", "en-US",
		"isPartOf", webSite(s.settings.SiteURL).set("potentialAction", s.searchAction()),
	)
}

func (s *site) searchAction() thing {
	target := newThing("EntryPoint").set("urlTemplate", s.settings.SiteURL+"/find?q={text}")
	return newThing("SearchAction").set("target", target)
}

// webSite is the whole site.
func webSite(siteURL string) thing {
	return newThing("WebSite").set("name", siteName, "url", siteURL+"/find")
}

const siteName = "findcare"
