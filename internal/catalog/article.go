package catalog

import (
	"cmp"
	"slices"
	"strings"

	"findcare/internal/search/lexicon/crisis"
	"findcare/models"
)

// article is what a snapshot keeps of an article besides the document: its texts in every format, since rendering
// Markdown costs more than answering a request.
type article struct {
	*models.Article
	key      string
	lead     models.Text
	sections []Section
	minutes  int
	words    []string     // of the title, the headings and the texts, ascending
	crisis   crisis.Kinds // that the text itself touches
}

// Section is a section of an article in a snapshot.
type Section struct {
	ID       models.MemberID
	Anchor   string
	Heading  string
	Sections []Section
	body     models.Text
}

// Body is the section's text, Markdown unless another format is asked for.
func (s Section) Body(format *models.TextFormat) string {
	if format == nil {
		return s.body.Markdown
	}
	return s.body.In(*format)
}

// prepareArticle reads each of an article's texts once: all else is made of what comes of that.
func prepareArticle(d *models.Article, hosts models.ImageHosts) *article {
	models.IdentifyMembers(d) // of a document that was never stored
	a := &article{
		Article: d,
		// Newest first: the digits of a date, complemented, sort the other way round.
		key:      complement(string(d.PublishedOn)) + " " + models.Fold(d.Title),
		lead:     models.Render(d.Lead, hosts),
		sections: prepareSections(d.Sections, hosts),
		crisis:   articleCrisis(d),
	}
	a.words = a.distinctWords()
	a.minutes = models.ReadingMinutes(a.length())
	return a
}

// length counts the words that are read.
func (a *article) length() int {
	words := len(strings.Fields(a.lead.Plain)) + lengthOf(a.sections)
	if a.CallToAction != nil {
		words += len(strings.Fields(models.PlainText(a.CallToAction.Body)))
	}
	return words
}

func lengthOf(sections []Section) (words int) {
	for i := range sections {
		s := &sections[i]
		words += len(strings.Fields(s.Heading)) + len(strings.Fields(s.body.Plain)) + lengthOf(s.Sections)
	}
	return words
}

func complement(digits string) string {
	b := []byte(digits)
	for i, c := range b {
		if c >= '0' && c <= '9' {
			b[i] = '9' - c + '0'
		}
	}
	return string(b)
}

func prepareSections(sections []models.Section, hosts models.ImageHosts) []Section {
	prepared := make([]Section, len(sections))
	for i := range sections {
		s := &sections[i]
		prepared[i] = Section{
			ID:       s.ID,
			Anchor:   s.Anchor(),
			Heading:  s.Heading,
			body:     models.Render(s.Body, hosts),
			Sections: prepareSections(s.Sections, hosts),
		}
	}
	return prepared
}

// Article is an article in a snapshot.
type Article struct {
	*article
	snapshot *Snapshot
	rank     string // comes before the key in a list that has an order of its own
}

// ArticleOf is a document that need not be the one that the snapshot has, such as an earlier revision.
func (s *Snapshot) ArticleOf(d *models.Article) Article {
	if known := s.prepared(d); known != nil {
		return Article{article: known, snapshot: s}
	}
	return Article{article: prepareArticle(d, s.options.ImageHosts), snapshot: s}
}

// prepared is what the snapshot keeps of a document, nil where it has not the very same.
func (s *Snapshot) prepared(d *models.Article) *article {
	for _, t := range []table[Article]{s.articles, s.unpublished} {
		if known, ok := t.byID[d.ID]; ok && known.Article == d {
			return known.article
		}
	}
	return nil
}

func (a Article) head() *models.Header { return &a.article.Article.Header }
func (a Article) sortKey() string      { return a.rank + a.key }

// IsNode marks Article as a Node of the schema.
func (Article) IsNode() {}

// Topic is what an article is about.
type Topic interface{ IsTopic() }

// Topic is what the article, and the providers beside it, are about.
func (a Article) Topic() (Topic, error) {
	id := a.topicID()
	if t, ok := a.snapshot.treatments.byID[id]; ok {
		return t, nil
	}
	if c, ok := a.snapshot.conditions.byID[id]; ok {
		return c, nil
	}
	if c, ok := a.snapshot.credentials.byID[id]; ok {
		return c, nil
	}
	if i, ok := a.snapshot.insurers.byID[id]; ok {
		return i, nil
	}
	return nil, missing("topic", id)
}

func (a Article) topicID() string {
	t := a.article.Topic
	return cmp.Or(t.TreatmentID, t.ConditionID, t.CredentialID, t.InsurerID)
}

// Lead is the first paragraph, plain unless another format is asked for.
func (a Article) Lead(format *models.TextFormat) string {
	if format == nil {
		return a.lead.Plain
	}
	return a.lead.In(*format)
}

// Sections are the article's parts.
func (a Article) Sections() []Section { return a.sections }

// Conditions are those that the article says it speaks to.
func (a Article) Conditions() []Condition { return a.snapshot.conditions.resolve(a.ConditionIDs) }

// Status says how far the article has come.
func (a Article) Status() models.ArticleStatus {
	return cmp.Or(a.article.Status, models.ArticlePublished)
}

// PublishedOn is the day of the first publication and, before that, of the last change.
func (a Article) PublishedOn() models.Date {
	return cmp.Or(a.article.PublishedOn, a.article.UpdatedOn)
}

// MedicalReview is nil where nobody has reviewed the article.
func (a Article) MedicalReview() *MedicalReview {
	if a.article.MedicalReview == nil {
		return nil
	}
	return &MedicalReview{a.article.MedicalReview, a.snapshot}
}

// ReadingMinutes is at least 1.
func (a Article) ReadingMinutes() int { return a.minutes }

// Providers are those who treat, offer, are or take the topic.
func (a Article) Providers(
	filter *ProviderFilter,
	orderBy *ProviderOrder,
	first *int,
	after *string,
	last *int,
	before *string,
) (ProviderConnection, error) {
	kind, _ := models.KindOfID(a.topicID())
	connection, err := a.snapshot.providersOf(
		kind,
		a.topicID(),
		ProviderSearch{Filter: filter, OrderBy: orderBy, Page: Page{first, after, last, before}},
	)
	connection.about = a
	return connection, err
}

// URL is the article's page on the public site.
func (a Article) URL() string { return string(a.AppendURL(nil)) }

// AppendURL appends what URL returns.
func (a Article) AppendURL(dst []byte) []byte {
	return append(append(append(dst, a.snapshot.options.SiteURL...), "/care/"...), a.Slug...)
}

// Related are other articles that share most with this one: what one is about counts most where the other speaks to
// it too, then each condition that both speak to. Articles that share nothing are left out.
func (a Article) Related(first *int) ([]Article, error) {
	n := 3
	if first != nil {
		n = *first
	}
	if n < 0 {
		return []Article{}, models.BadInput("first: %d must not be negative", n)
	}
	places := a.snapshot.articleSets.related(a, n)
	related := make([]Article, len(places))
	for i, place := range places {
		related[i] = a.snapshot.articles.all[place]
	}
	return related, nil
}

func (a Article) speaksTo(id string) bool { return slices.Contains(a.ConditionIDs, id) }

// MedicalReview is the review of an article in a snapshot.
type MedicalReview struct {
	*models.MedicalReview
	snapshot *Snapshot
}

// Credentials are the reviewer's.
func (r MedicalReview) Credentials() []Credential {
	return r.snapshot.credentials.resolve(r.CredentialIDs)
}
