package catalog

import (
	"time"

	"findcare/internal/search"
	"findcare/internal/search/lexicon/crisis"
	"findcare/models"
)

// Node is any document that has an id.
type Node interface{ IsNode() }

// CredentialConnection is a page of credentials.
type CredentialConnection = Connection[Credential]

// CredentialEdge is a credential in a list.
type CredentialEdge = Edge[Credential]

// ConditionConnection is a page of conditions.
type ConditionConnection = Connection[Condition]

// ConditionEdge is a condition in a list.
type ConditionEdge = Edge[Condition]

// TreatmentConnection is a page of treatments.
type TreatmentConnection = Connection[Treatment]

// TreatmentEdge is a treatment in a list.
type TreatmentEdge = Edge[Treatment]

// InsurerConnection is a page of insurers.
type InsurerConnection = Connection[Insurer]

// InsurerEdge is an insurer in a list.
type InsurerEdge = Edge[Insurer]

// ArticleEdge is an article in a list.
type ArticleEdge = Edge[Article]

// ArticleConnection is a page of articles.
type ArticleConnection struct {
	Connection[Article]
	crisis func() crisis.Kinds // what the articles are listed for; nil for nothing of the kind
}

func newArticleConnection(list []Article, of string, page Page, crisis func() crisis.Kinds) (ArticleConnection, error) {
	c, err := newConnection(list, of, page)
	return ArticleConnection{c, crisis}, err
}

// Directory describes a snapshot as a whole.
type Directory struct {
	Edition
	snapshot *Snapshot
}

// Edition is what tells one version of the directory from another.
type Edition struct {
	Version       string
	UpdatedAt     time.Time
	ProviderCount int
	ArticleCount  int
}

// Directory describes the snapshot as a whole.
func (s *Snapshot) Directory() Directory {
	return Directory{Edition{s.version(), s.updatedAt, s.index.Len(), len(s.articles.all)}, s}
}

// Node returns the document with that id, nil where there is none.
func (s *Snapshot) Node(id string) Node {
	kind, _ := models.KindOfID(id)
	switch kind {
	case models.KindProvider:
		if p := s.Provider(ProviderBy{ID: &id}); p != nil {
			return *p
		}
	case models.KindCredential:
		return node(s.credentials.byID, id)
	case models.KindCondition:
		return node(s.conditions.byID, id)
	case models.KindTreatment:
		return node(s.treatments.byID, id)
	case models.KindInsurer:
		return node(s.insurers.byID, id)
	case models.KindArticle:
		return node(s.articles.byID, id)
	}
	return nil
}

// AnyNode returns the document with that id, published or not, retired or not; nil where there is none. It is not for
// the public.
func (s *Snapshot) AnyNode(id string) Node {
	if p := s.AnyProvider(ProviderBy{ID: &id}); p != nil {
		return *p
	}
	if a := s.AnyArticle(SlugOrID{ID: &id}); a != nil {
		return *a
	}
	return s.Node(id)
}

func node[T Node](by map[string]T, id string) Node {
	if e, ok := by[id]; ok {
		return e
	}
	return nil
}

// SlugOrID names one document: exactly one of the fields is set.
type SlugOrID struct{ Slug, ID *string }

// ProviderBy names one provider: exactly one of the fields is set.
type ProviderBy struct{ Slug, ID, NPI *string }

// Provider returns the provider that by names, or nil; a retired one is not found.
func (s *Snapshot) Provider(by ProviderBy) *Provider {
	if found := s.providerIn(s.index, by); found != nil || by.Slug == nil {
		return found
	}
	return s.found(s.index.ByFormerSlug(*by.Slug))
}

// providerIn is Provider without former slugs, in an index of the snapshot.
func (s *Snapshot) providerIn(index *search.Index, by ProviderBy) *Provider {
	switch {
	case by.NPI != nil:
		return s.found(index.ByNPI(*by.NPI))
	case by.ID != nil:
		return s.found(index.ByID(*by.ID))
	case by.Slug != nil:
		return s.found(index.BySlug(*by.Slug))
	}
	return nil
}

// found returns the result of a look-up as a Provider, or nil.
func (s *Snapshot) found(d *models.Provider, ok bool) *Provider {
	if !ok {
		return nil
	}
	return &Provider{d, s}
}

// Credential returns the credential that by names, nil where there is none.
func (s *Snapshot) Credential(by SlugOrID) *Credential { return s.credentials.find(by) }

// Condition returns the condition that by names, nil where there is none.
func (s *Snapshot) Condition(by SlugOrID) *Condition { return s.conditions.find(by) }

// Treatment returns the treatment that by names, nil where there is none.
func (s *Snapshot) Treatment(by SlugOrID) *Treatment { return s.treatments.find(by) }

// Insurer returns the insurer that by names, nil where there is none.
func (s *Snapshot) Insurer(by SlugOrID) *Insurer { return s.insurers.find(by) }

// Article returns the published article that by names, nil where there is none.
func (s *Snapshot) Article(by SlugOrID) *Article { return s.articles.find(by) }

// AnyArticle returns the article that by names, published or not, nil where there is none. It is not for the public.
func (s *Snapshot) AnyArticle(by SlugOrID) *Article {
	if found := s.articles.find(by); found != nil {
		return found
	}
	return s.unpublished.find(by)
}

// Unpublished returns a page of the articles that the public does not see. It is not for the public either.
func (s *Snapshot) Unpublished(page Page) (ArticleConnection, error) {
	return newArticleConnection(s.unpublished.all, "unpublished", page, nil)
}

// IDOf returns the id of a document, published or not, retired or not, that is named by its slug or its id.
func (s *Snapshot) IDOf(kind models.Kind, slugOrID string) (id string, known bool) {
	switch kind {
	case models.KindProvider:
		for _, by := range []ProviderBy{{ID: &slugOrID}, {Slug: &slugOrID}} {
			if p := s.AnyProvider(by); p != nil {
				return p.ID, true
			}
		}
		return "", false
	case models.KindArticle:
		if id, known := s.articles.idOf(slugOrID); known {
			return id, true
		}
		return s.unpublished.idOf(slugOrID)
	case models.KindCondition:
		return s.conditions.idOf(slugOrID)
	case models.KindTreatment:
		return s.treatments.idOf(slugOrID)
	case models.KindInsurer:
		return s.insurers.idOf(slugOrID)
	}
	return s.credentials.idOf(slugOrID)
}

// idsOf returns the ids of those of the documents that there are.
func (s *Snapshot) idsOf(kind models.Kind, slugsOrIDs ...[]string) (ids []string) {
	for _, list := range slugsOrIDs {
		for _, slugOrID := range list {
			if id, known := s.IDOf(kind, slugOrID); known {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// Credentials returns a page of all credentials, by name.
func (s *Snapshot) Credentials(page Page) (CredentialConnection, error) {
	return newConnection(s.credentials.all, "credentials", page)
}

// Conditions returns a page of all conditions, by name.
func (s *Snapshot) Conditions(page Page) (ConditionConnection, error) {
	return newConnection(s.conditions.all, "conditions", page)
}

// Treatments returns a page of all treatments, by name.
func (s *Snapshot) Treatments(page Page) (TreatmentConnection, error) {
	return newConnection(s.treatments.all, "treatments", page)
}

// Insurers returns a page of all insurers, by name.
func (s *Snapshot) Insurers(page Page) (InsurerConnection, error) {
	return newConnection(s.insurers.all, "insurers", page)
}

// articlesAbout returns a page of the articles that are about a document or speak to it, newest first.
func (s *Snapshot) articlesAbout(id string, page Page, crisis func() crisis.Kinds) (ArticleConnection, error) {
	return newArticleConnection(s.articlesBy[id], "articles about "+id, page, crisis)
}

func missing(kind models.Kind, id string) error {
	return &models.Error{Code: models.CodeNotFound, Message: "there is no " + string(kind) + " " + id + " any more"}
}

// Revision returns the revision of the document with that id, published or not, retired or not; 0 where there is none.
func (s *Snapshot) Revision(id string) int64 {
	if document := s.Document(id); document != nil {
		return document.Head().Revision
	}
	return 0
}

// Len counts all documents, also those that the public does not see.
func (s *Snapshot) Len() int {
	return s.index.Len() + s.retired.Len() + len(s.credentials.all) + len(s.conditions.all) +
		len(s.treatments.all) + len(s.insurers.all) + len(s.articles.all) + len(s.unpublished.all)
}

// Document returns the document with that id, published or not, retired or not; nil where there is none. It must not be
// changed.
func (s *Snapshot) Document(id string) models.Document {
	kind, _ := models.KindOfID(id)
	switch kind {
	case models.KindProvider:
		if p := s.AnyProvider(ProviderBy{ID: &id}); p != nil {
			return p.Provider
		}
	case models.KindCredential:
		if e, ok := s.credentials.byID[id]; ok {
			return e.Credential
		}
	case models.KindCondition:
		if e, ok := s.conditions.byID[id]; ok {
			return e.Condition
		}
	case models.KindTreatment:
		if e, ok := s.treatments.byID[id]; ok {
			return e.Treatment
		}
	case models.KindInsurer:
		if e, ok := s.insurers.byID[id]; ok {
			return e.Insurer
		}
	case models.KindArticle:
		if a := s.AnyArticle(SlugOrID{ID: &id}); a != nil {
			return a.article.Article
		}
	}
	return nil
}

// Referrers returns all documents, published or not, retired or not, that refer to the one with that id. It looks at
// every document.
func (s *Snapshot) Referrers(id string) (referrers []models.Document) {
	see := func(document models.Document) {
		found := false
		document.References(func(_ string, _ models.Kind, reference *string) { found = found || *reference == id })
		if found {
			referrers = append(referrers, document)
		}
	}
	for _, t := range s.treatments.all {
		see(t.Treatment)
	}
	for _, list := range [][]Article{s.articles.all, s.unpublished.all} {
		for _, a := range list {
			see(a.article.Article)
		}
	}
	for p := range s.index.All() {
		see(p)
	}
	for p := range s.retired.All() {
		see(p)
	}
	return referrers
}
