package pages

import (
	"net/http"
	"net/url"
	"strings"

	"findcare/internal/search/lexicon/crisis"
)

// article is the result of the operation CarePage.
type article struct {
	Slug, Title, URL, Author string
	PublishedOn, UpdatedOn   string
	ReadingMinutes           int
	Lead                     string
	Topic                    struct {
		Typename    string `json:"__typename"`
		Name, Slug  string
		Label       string
		Description string
		AlsoKnownAs []string
	}
	MedicalReview   *medicalReview
	CrisisResources []crisisResource
	Providers       struct {
		TotalCount int
		Nodes      []provider
	}
	Sections     []section
	Conditions   []term
	Sources      []struct{ Title, Publisher, URL string }
	CallToAction *struct{ Heading, Body string }
	Related      []articleLink
}

type medicalReview struct {
	Reviewer    string
	Credentials []credential
	ReviewedOn  string
	// Stale says that the review is of an earlier text: the page must not claim it for this one.
	Stale bool
	// Overdue says that another review was due on ReviewDueOn.
	Overdue     bool
	ReviewDueOn string
}

// Name is the reviewer's name, with credentials.
func (m medicalReview) Name() string {
	name := m.Reviewer
	for _, c := range m.Credentials {
		short := c.Abbreviation
		if short == "" {
			short = c.Label
		}
		if !strings.HasSuffix(name, short) {
			name += ", " + short
		}
	}
	return name
}

func crisisResources(resources []crisis.Resource) []crisisResource {
	shown := make([]crisisResource, len(resources))
	for i, r := range resources {
		shown[i] = crisisResource{
			Name:        r.Name,
			CallNumber:  string(r.CallNumber),
			SMSNumber:   string(r.SMSNumber),
			SMSKeyword:  string(r.SMSKeyword),
			Note:        string(r.Note),
			URL:         r.URL,
			Description: r.Description,
		}
	}
	return shown
}

type (
	credential     struct{ Label, Abbreviation, Slug string }
	crisisResource struct{ Name, CallNumber, SMSNumber, SMSKeyword, Note, URL, Description string }
	articleLink    struct{ Slug, Title, Lead string }
	term           struct{ Name, Label, Slug string }
	section        struct {
		Anchor, Heading, Body string
		Sections              []section
	}
)

// topicParameters are the search parameters for each type of topic.
var topicParameters = map[string]string{
	"Condition": "condition", "Treatment": "treatment", "Credential": "credential", "Insurer": "insurance",
}

// FindPath is the path of the search for providers of the article's topic.
func (a article) FindPath() string {
	return "/find?" + url.Values{a.FindParameter(): {a.FindValue()}}.Encode()
}

// FindParameter is the search parameter for the article's topic.
func (a article) FindParameter() string { return topicParameters[a.Topic.Typename] }

// FindValue is the topic as that parameter has it.
func (a article) FindValue() string {
	if a.FindParameter() == "insurance" {
		return a.Topic.Name // as the search names insurers, and what else people pay with
	}
	return a.Topic.Slug
}

// Count is how many providers there are for the topic.
func (a article) Count() string { return count(a.Providers.TotalCount, "provider", "providers") }

// Updated reports whether the article has changed since it was published.
func (a article) Updated() bool { return a.UpdatedOn != a.PublishedOn }

func (s *site) care(r *http.Request) (*page, error) {
	var data struct{ Article *article }
	slug, err := slug(r)
	if err != nil {
		return nil, err
	}
	answer, err := s.ask(r, "care", "CarePage", map[string]any{"slug": slug}, &data)
	if err != nil {
		return nil, err
	}
	a := data.Article
	if a == nil {
		return nil, errNotFound
	}
	path := "/care/" + a.Slug
	if a.Slug != slug {
		return nil, movedError{path}
	}
	return &page{
		Template:       "care",
		Title:          a.Title,
		Description:    shortened(a.Lead),
		Path:           path,
		OpenGraph:      "article",
		StructuredData: a.structuredData(s.settings.SiteURL),
		Result:         answer,
		Content:        a,
	}, nil
}
