package models

import (
	"fmt"
	"net/url"
	"unicode/utf8"
)

// Article is what a care page says about its topic.
type Article struct {
	Header `bson:",inline"`
	// Status says how far the article has come; empty for a published one.
	Status ArticleStatus `bson:"status,omitempty" json:"status,omitempty"`
	Title  string        `bson:"title" json:"title"`
	Topic  Topic         `bson:"topic" json:"topic"`
	// Lead and the bodies of sections are Markdown.
	Lead     string    `bson:"lead" json:"lead"`
	Sections []Section `bson:"sections,omitempty" json:"sections,omitempty"`
	// ConditionIDs are the conditions that the article says it speaks to.
	ConditionIDs  []string       `bson:"conditions,omitempty" json:"conditions,omitempty"`
	Author        string         `bson:"author" json:"author"`
	MedicalReview *MedicalReview `bson:"medicalReview,omitempty" json:"medicalReview,omitempty"`
	PublishedOn   Date           `bson:"publishedOn" json:"publishedOn"`
	UpdatedOn     Date           `bson:"updatedOn" json:"updatedOn"`
	Sources       []Source       `bson:"sources,omitempty" json:"sources,omitempty"`
	CallToAction  *CallToAction  `bson:"callToAction,omitempty" json:"callToAction,omitempty"`
}

// ArticleStatus is how far an article has come.
type ArticleStatus string

// The states of an article. Only published ones exist for the public.
const (
	ArticleDraft     ArticleStatus = "DRAFT"
	ArticleInReview  ArticleStatus = "IN_REVIEW"
	ArticlePublished ArticleStatus = "PUBLISHED"
)

// Published reports whether the public may see the article.
func (d *Article) Published() bool { return d.Status == "" }

// Topic refers to exactly one document.
type Topic struct {
	TreatmentID  string `bson:"treatment,omitempty" json:"treatment,omitempty"`
	ConditionID  string `bson:"condition,omitempty" json:"condition,omitempty"`
	CredentialID string `bson:"credential,omitempty" json:"credential,omitempty"`
	InsurerID    string `bson:"insurer,omitempty" json:"insurer,omitempty"`
}

// Section is a part of an article under a heading.
type Section struct {
	ID       MemberID  `bson:"id,omitempty" json:"id,omitzero"`
	Heading  string    `bson:"heading" json:"heading"`
	Body     string    `bson:"body,omitempty" json:"body,omitempty"`
	Sections []Section `bson:"sections,omitempty" json:"sections,omitempty"`
}

// Source is what an article's statements rest on.
type Source struct {
	Title     string         `bson:"title" json:"title"`
	Publisher OptionalString `bson:"publisher,omitempty" json:"publisher,omitempty"`
	URL       string         `bson:"url" json:"url"`
}

// CallToAction is the invitation at the end of an article.
type CallToAction struct {
	Heading string `bson:"heading" json:"heading"`
	Body    string `bson:"body" json:"body"`
}

// Kind returns KindArticle.
func (*Article) Kind() Kind { return KindArticle }

// References visits the topic, the conditions and the reviewer's credentials.
func (d *Article) References(visit func(path string, kind Kind, reference *string)) {
	if d.Topic.TreatmentID != "" {
		visit("/topic/treatment", KindTreatment, &d.Topic.TreatmentID)
	}
	if d.Topic.ConditionID != "" {
		visit("/topic/condition", KindCondition, &d.Topic.ConditionID)
	}
	if d.Topic.CredentialID != "" {
		visit("/topic/credential", KindCredential, &d.Topic.CredentialID)
	}
	if d.Topic.InsurerID != "" {
		visit("/topic/insurer", KindInsurer, &d.Topic.InsurerID)
	}
	visitAll(visit, "/conditions", KindCondition, d.ConditionIDs)
	if d.MedicalReview != nil {
		visitAll(visit, "/medicalReview/credentials", KindCredential, d.MedicalReview.CredentialIDs)
	}
}

// Normalize trims the texts.
func (d *Article) Normalize() {
	if d.Status == ArticlePublished {
		d.Status = ""
	}
	trim(&d.Title, &d.Lead, &d.Author)
	trim(&d.Topic.TreatmentID, &d.Topic.ConditionID, &d.Topic.CredentialID, &d.Topic.InsurerID)
	d.ConditionIDs = trimAll(d.ConditionIDs)
	normalizeSections(d.Sections)
	if review := d.MedicalReview; review != nil {
		trim(&review.Reviewer)
		review.CredentialIDs = trimAll(review.CredentialIDs)
	}
	for i := range d.Sources {
		trim(&d.Sources[i].Title, &d.Sources[i].URL)
		trim(&d.Sources[i].Publisher)
	}
	if d.CallToAction != nil {
		trim(&d.CallToAction.Heading, &d.CallToAction.Body)
	}
}

func normalizeSections(sections []Section) {
	for i := range sections {
		trim(&sections[i].Heading, &sections[i].Body)
		normalizeSections(sections[i].Sections)
	}
}

// Validate returns the broken rules.
func (d *Article) Validate(today Date, references References) []Fault {
	return validate(d, today, references)
}

func (d *Article) check(c *checker) {
	c.header(KindArticle, &d.Header)
	optionalOneOf(c, "/status", d.Status, []ArticleStatus{ArticleDraft, ArticleInReview, ArticlePublished})
	c.line("/title", d.Title, 200)
	c.topic(d.Topic)
	c.text("/lead", d.Lead, 5000)
	c.markdown("/lead", d.Lead)
	c.sections("/sections", d.Sections, make(map[string]bool), 1)
	if n := countCharacters(d.Sections); n > articleLimit {
		c.tolerated("/sections", nil, "must have at most %d characters in all, not %d", articleLimit, n)
	}
	c.note("/sources", Rule{MaxMembers: sourcesLimit})
	if n := len(d.Sources); n > sourcesLimit {
		c.tolerated("/sources", nil, "must be at most %d, not %d", sourcesLimit, n)
	}
	list(c, "/conditions", d.ConditionIDs, c.reference(KindCondition))
	c.line("/author", d.Author, 200)
	c.medicalReview(d.MedicalReview)
	if d.Published() || d.PublishedOn != "" {
		c.pastDate("/publishedOn", d.PublishedOn)
	}
	c.pastDate("/updatedOn", d.UpdatedOn)
	if d.PublishedOn.Valid() && d.UpdatedOn.Valid() && d.UpdatedOn < d.PublishedOn {
		c.fault("/updatedOn", string(d.UpdatedOn), "must not be before the article was published, %s", d.PublishedOn)
	}
	for i, source := range d.Sources {
		at := fmt.Sprintf("/sources/%d", i)
		c.line(at+"/title", source.Title, 500)
		c.optionalLine(at+"/publisher", string(source.Publisher), 200)
		c.webAddress(at+"/url", source.URL)
	}
	if d.CallToAction != nil {
		c.line("/callToAction/heading", d.CallToAction.Heading, 200)
		c.text("/callToAction/body", d.CallToAction.Body, 2000)
	}
}

func (c *checker) topic(t Topic) {
	given := 0
	for _, reference := range []struct {
		path string
		kind Kind
		id   string
	}{
		{"/topic/treatment", KindTreatment, t.TreatmentID},
		{"/topic/condition", KindCondition, t.ConditionID},
		{"/topic/credential", KindCredential, t.CredentialID},
		{"/topic/insurer", KindInsurer, t.InsurerID},
	} {
		if reference.id != "" {
			given++
			c.reference(reference.kind)(reference.path, reference.id)
		}
	}
	c.note("/topic", Rule{Required: true})
	if given != 1 {
		c.fault("/topic", nil, "must name exactly one treatment, condition, credential or insurer")
	}
}

const (
	sectionDepth = 4
	bodyLimit    = 50_000
	articleLimit = 250_000 // of all sections
	sourcesLimit = 1000
)

func (c *checker) sections(path string, sections []Section, anchors map[string]bool, depth int) {
	if len(sections) > 0 && depth > sectionDepth {
		c.fault(path, nil, "must not be nested deeper than %d levels", sectionDepth)
		return
	}
	for i := range sections {
		section, at := &sections[i], fmt.Sprintf("%s/%d", path, i)
		c.line(at+"/heading", section.Heading, 200)
		switch anchor := section.Anchor(); {
		case section.Heading == "":
		case anchor == "":
			c.fault(at+"/heading", section.Heading, "must have a letter or a digit, so that it can be linked to")
		case anchors[anchor]:
			c.fault(
				at+"/heading",
				section.Heading,
				"must be unique within its article: another heading makes the anchor %q too",
				anchor,
			)
		default:
			anchors[anchor] = true
		}
		c.optionalText(at+"/body", section.Body, bodyLimit)
		c.markdown(at+"/body", section.Body)
		c.sections(at+"/sections", section.Sections, anchors, depth+1)
	}
}

func (c *checker) webAddress(path, address string) {
	c.note(path, Rule{Required: true, Format: FormatURL})
	parsed, err := url.Parse(address)
	if err != nil || (parsed.Scheme != "https" && parsed.Scheme != "http") || parsed.Host == "" {
		c.fault(path, address, "must be an address that starts with https:// or http://")
	}
	c.oneLine(path, address)
}

// Anchor is the heading in lower case with hyphens, for links into the page.
func (s *Section) Anchor() string { return Slugify(s.Heading) }

func countCharacters(sections []Section) (characters int) {
	for i := range sections {
		s := &sections[i]
		characters += utf8.RuneCountInString(s.Heading) + utf8.RuneCountInString(s.Body) + countCharacters(s.Sections)
	}
	return characters
}

// ReadingMinutes is the time that reading so many words takes at 200 a minute, at least 1.
func ReadingMinutes(words int) int {
	const wordsAMinute = 200
	return max(1, (words+wordsAMinute/2)/wordsAMinute)
}
