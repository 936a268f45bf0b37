package catalog

import (
	"iter"
	"slices"
	"sync"
	"time"

	"findcare/internal/search"
	"findcare/internal/search/lexicon/crisis"
	"findcare/models"
)

// Options are what a snapshot needs to know besides the documents.
type Options struct {
	// SiteURL is the address of the public site, without a slash at its end.
	SiteURL string
	// ReviewMonths is for how many months a medical review of an article is valid; 0 for ever.
	ReviewMonths int
	// ConfirmationDays is for how many days a confirmation of an entry counts; 0 for ever.
	ConfirmationDays int
	// ImageHosts are the hosts whose images articles show.
	ImageHosts models.ImageHosts
	// Today returns the current date in UTC.
	Today func() models.Date
}

// Snapshot is one version of the directory. Nothing in it changes once it is built.
type Snapshot struct {
	options Options

	// index has the providers that the public sees.
	index *search.Index
	// retired has the providers that the public does not see. Nothing else knows of them: they are in no search, facet
	// or list of the public, and count for no version.
	retired *search.Index

	credentials table[Credential]
	conditions  table[Condition]
	treatments  table[Treatment]
	insurers    table[Insurer]
	articles    table[Article]
	// unpublished are the articles that the public does not see. Nothing else knows of them.
	unpublished table[Article]
	crisisNames []crisisName
	// insurerNames says which insurer a label means.
	insurerNames models.InsurerNames

	// The lists that refer to a document, by its id, each in its table's order.
	articlesBy   map[string][]Article
	treatmentsBy map[string][]Treatment
	articleSets  *articleSets

	sum       fingerprint // of the providers
	content   fingerprint // of all documents that the public sees
	updatedAt time.Time

	// position is the place in the log of changes up to which the snapshot has them.
	position   int64
	day        dayOfSnapshot
	duplicates *duplicateFinder
}

// SiteURL is the address of the public site, without a slash at its end.
func (s *Snapshot) SiteURL() string { return s.options.SiteURL }

// ImageHosts are the hosts whose images articles show.
func (s *Snapshot) ImageHosts() models.ImageHosts { return s.options.ImageHosts }

// Build makes a snapshot of the directory's documents, which belong to it and must not be changed any more.
func Build(directory *models.Directory, options Options) *Snapshot {
	s := &Snapshot{options: options, duplicates: new(duplicateFinder)}
	providers := make([]*models.Provider, 0, len(directory.Providers))
	var retired []*models.Provider
	for _, d := range directory.Providers {
		if d.Retired() {
			retired = append(retired, d)
			continue
		}
		providers = append(providers, d)
		s.sum.add(&d.Header)
	}
	articles := make([]*article, len(directory.Articles))
	for i, d := range directory.Articles {
		articles[i] = prepareArticle(d, options.ImageHosts)
	}
	s.relate(directory, articles)
	glossary := s.glossary()
	s.index, s.retired = search.New(providers, glossary), search.New(retired, glossary)
	s.crisisNames = crisisNames(s.conditions.all)
	s.seal()
	return s
}

// relate makes the tables of all documents except providers, and follows every reference backwards. A document that
// refers to another one twice is listed once.
func (s *Snapshot) relate(directory *models.Directory, articles []*article) {
	s.credentials = newTable(wrap(directory.Credentials, func(d *models.Credential) Credential {
		return Credential{d, models.Fold(d.Name), s, d.Label(), models.WithIndefiniteArticle(d.Label())}
	}))
	s.conditions = newTable(wrap(directory.Conditions, func(d *models.Condition) Condition {
		kinds := sync.OnceValue(func() crisis.Kinds { return conditionCrisis(d) })
		return Condition{d, models.Fold(d.Name), s, d.Label(), kinds}
	}))
	s.treatments = newTable(wrap(directory.Treatments, func(d *models.Treatment) Treatment {
		kinds := sync.OnceValue(func() crisis.Kinds { return treatmentCrisis(d) })
		return Treatment{d, models.Fold(d.Name), s, d.Label(), kinds}
	}))
	s.insurers = newTable(wrap(directory.Insurers, func(d *models.Insurer) Insurer {
		return Insurer{d, models.Fold(d.Name), s}
	}))
	s.insurerNames = models.NewInsurerNames(directory.Insurers)
	published := slices.DeleteFunc(slices.Clone(articles), func(a *article) bool { return !a.Published() })
	unpublished := slices.DeleteFunc(articles, func(a *article) bool { return a.Published() })
	s.articles = newTable(wrap(published, func(a *article) Article { return Article{article: a, snapshot: s} }))
	s.unpublished = newTable(wrap(unpublished, func(a *article) Article { return Article{article: a, snapshot: s} }))
	s.articlesBy, s.treatmentsBy = make(map[string][]Article), make(map[string][]Treatment)
	for _, t := range s.treatments.all {
		addReferences(s.treatmentsBy, t, t.Treatment)
	}
	for _, a := range s.articles.all {
		addReferences(s.articlesBy, a, a.Article)
	}
	if s.articleSets == nil {
		s.articleSets = newArticleSets(s.articles.all)
	}
}

func wrap[D, T any](documents []D, entityOf func(D) T) []T {
	all := make([]T, len(documents))
	for i, d := range documents {
		all[i] = entityOf(d)
	}
	return all
}

// addReferences adds a document to the list of each document that it refers to.
func addReferences[T entity](by map[string][]T, e T, document models.Document) {
	document.References(func(_ string, _ models.Kind, id *string) {
		list := by[*id]
		if n := len(list); n == 0 || list[n-1].head() != e.head() {
			by[*id] = append(list, e)
		}
	})
}

// glossary is what the index needs to know of all documents except providers.
func (s *Snapshot) glossary() *search.Glossary {
	g := &search.Glossary{Insurers: s.insurerNames, Terms: terms()}
	add := func(to *[]search.Entry, h *models.Header, label string, abbreviation models.OptionalString, also []string) {
		names := append(slices.Clone(also), string(abbreviation))
		*to = append(*to, search.Entry{
			ID: h.ID, Slug: h.Slug, FormerSlugs: h.FormerSlugs, Label: label, Names: names,
		})
	}
	for _, c := range s.conditions.all {
		add(&g.Conditions, c.head(), c.label, c.Abbreviation, c.AlsoKnownAs)
	}
	for _, t := range s.treatments.all {
		add(&g.Treatments, t.head(), t.label, t.Abbreviation, t.AlsoKnownAs)
	}
	for _, c := range s.credentials.all {
		add(&g.Credentials, c.head(), c.label, c.Abbreviation, nil)
	}
	for _, a := range s.articles.all {
		g.Articles = append(g.Articles, search.Entry{ID: a.ID, Label: a.Title})
	}
	return g
}

// seal computes what describes the snapshot as a whole.
func (s *Snapshot) seal() {
	s.content, s.updatedAt = s.sum, s.index.LastUpdate()
	sealTable(s, s.credentials.all)
	sealTable(s, s.conditions.all)
	sealTable(s, s.treatments.all)
	sealTable(s, s.insurers.all)
	sealTable(s, s.articles.all)
}

func sealTable[T entity](s *Snapshot, all []T) {
	for _, e := range all {
		s.content.add(e.head())
		if at := e.head().UpdatedAt; at.After(s.updatedAt) {
			s.updatedAt = at
		}
	}
}

// Documents yields all documents, also those that the public does not see.
func (s *Snapshot) Documents() iter.Seq[models.Document] {
	return func(yield func(models.Document) bool) {
		for p := range s.index.All() {
			if !yield(p) {
				return
			}
		}
		for p := range s.retired.All() {
			if !yield(p) {
				return
			}
		}
		directory, articles, _ := s.documents(Changes{})
		for _, a := range articles {
			directory.Add(a.Article)
		}
		directory.All()(yield)
	}
}

// next returns a snapshot of the same directory, with only those relations that do not point into a snapshot.
func (s *Snapshot) next() *Snapshot {
	return &Snapshot{
		options:     s.options,
		index:       s.index,
		retired:     s.retired,
		crisisNames: s.crisisNames,
		sum:         s.sum,
		articleSets: s.articleSets,
		duplicates:  s.duplicates,
		position:    s.position,
	}
}

// with returns the same directory with other indexes of the same providers, or on another day.
func (s *Snapshot) with(index, retired *search.Index) *Snapshot {
	next := s.next()
	next.index, next.retired = index, retired
	directory, articles, _ := s.documents(Changes{})
	next.relate(directory, articles)
	next.seal()
	return next
}
