package catalog

import (
	"cmp"
	"slices"
	"sync"
	"time"

	"findcare/internal/search/lexicon/crisis"
	"findcare/models"
)

// Snapshot is one version of the directory. Nothing in it changes once it is built.
type Snapshot struct {
	options Options

	// views are the providers, in one large segment and some small ones of what changed since it was built.
	views        []*view
	dictionaries dictionaries
	vocabulary   *vocabulary
	// retired are the providers that the public does not see. Nothing else knows of them.
	retired retiredProviders

	credentials table[Credential]
	conditions  table[Condition]
	treatments  table[Treatment]
	articles    table[Article]
	// unpublished are the articles that the public does not see. Nothing else knows of them.
	unpublished table[Article]

	// The lists that refer to a document, by its id, each in its table's order.
	articlesBy   map[string][]Article
	treatmentsBy map[string][]Treatment

	sum       fingerprint // of the providers
	content   fingerprint // of all documents that the public sees
	updatedAt time.Time

	day dayOfSnapshot
}

// table is all documents of one kind, in the order in which they are listed.
type table[T entity] struct {
	all    []T
	byID   map[string]T
	bySlug map[string]T
	// byFormerSlug has who had a slug before.
	byFormerSlug map[string]T
}

// entity is a document as a snapshot gives it.
type entity interface {
	head() *models.Header
	// sortKey orders the list of the kind; ties are ordered by id.
	sortKey() string
}

func newTable[T entity](all []T) table[T] {
	slices.SortFunc(all, compare[T])
	t := table[T]{all: all, byID: make(map[string]T, len(all)), bySlug: make(map[string]T, len(all))}
	for _, e := range all {
		t.byID[e.head().ID] = e
		t.bySlug[e.head().Slug] = e
		for _, slug := range e.head().FormerSlugs {
			if t.byFormerSlug == nil {
				t.byFormerSlug = make(map[string]T)
			}
			t.byFormerSlug[slug] = e
		}
	}
	return t
}

func compare[T entity](a, b T) int {
	return cmp.Or(cmp.Compare(a.sortKey(), b.sortKey()), cmp.Compare(a.head().ID, b.head().ID))
}

// Build makes a snapshot of the directory's documents, which it keeps and which must not be changed any more.
func Build(directory *models.Directory, options Options) *Snapshot {
	s := &Snapshot{options: options}
	e := &extender{dictionaries: newDictionaries()}
	providers := make([]provider, 0, len(directory.Providers))
	var retired []*models.Provider
	for _, d := range directory.Providers {
		if d.Retired() {
			retired = append(retired, d)
			continue
		}
		share(d, e)
		providers = append(providers, provider{Provider: d, key: models.Fold(d.Name)})
		s.sum.add(&d.Header)
	}
	s.retired = s.retired.with(nil, retired)
	if len(providers) > 0 {
		s.views = []*view{newView(buildSegment(providers, e))}
	}
	s.dictionaries = e.dictionaries
	articles := make([]*article, len(directory.Articles))
	for i, d := range directory.Articles {
		articles[i] = prepareArticle(d)
	}
	s.relate(directory, articles)
	s.vocabulary = newVocabulary(s)
	s.seal()
	return s
}

// relate makes the tables of all documents but providers, and follows every reference the other way. A document that
// refers to another one twice is listed once. The fingerprint gets the documents, too.
func (s *Snapshot) relate(directory *models.Directory, articles []*article) {
	s.credentials = newTable(wrap(directory.Credentials, func(d *models.Credential) Credential {
		return Credential{d, models.Fold(d.Name), s, d.Label(), models.WithIndefiniteArticle(d.Label())}
	}))
	s.conditions = newTable(wrap(directory.Conditions, func(d *models.Condition) Condition {
		return Condition{
			d,
			models.Fold(d.Name),
			s,
			d.Label(),
			sync.OnceValue(func() crisis.Kinds { return conditionCrisis(d) }),
		}
	}))
	s.treatments = newTable(wrap(directory.Treatments, func(d *models.Treatment) Treatment {
		return Treatment{
			d,
			models.Fold(d.Name),
			s,
			d.Label(),
			sync.OnceValue(func() crisis.Kinds { return treatmentCrisis(d) }),
		}
	}))
	published := slices.DeleteFunc(slices.Clone(articles), func(a *article) bool { return !a.Published() })
	unpublished := slices.DeleteFunc(articles, func(a *article) bool { return a.Published() })
	s.articles = newTable(wrap(published, func(a *article) Article { return Article{a, s} }))
	s.unpublished = newTable(wrap(unpublished, func(a *article) Article { return Article{a, s} }))
	s.articlesBy, s.treatmentsBy = make(map[string][]Article), make(map[string][]Treatment)
	for _, t := range s.treatments.all {
		index(s.treatmentsBy, t, t.Treatment)
	}
	for _, a := range s.articles.all {
		index(s.articlesBy, a, a.Article)
	}
}

func wrap[D, T any](documents []D, entityOf func(D) T) []T {
	all := make([]T, len(documents))
	for i, d := range documents {
		all[i] = entityOf(d)
	}
	return all
}

func index[T entity](by map[string][]T, e T, document models.Document) {
	document.References(func(_ string, _ models.Kind, id *string) {
		list := by[*id]
		if n := len(list); n == 0 || list[n-1].head() != e.head() {
			by[*id] = append(list, e)
		}
	})
}

// seal computes what describes the snapshot as a whole.
func (s *Snapshot) seal() {
	sum := s.sum
	s.updatedAt = time.Time{}
	see := func(head *models.Header) {
		sum.add(head)
		s.sawUpdate(head.UpdatedAt)
	}
	for _, d := range s.credentials.all {
		see(d.head())
	}
	for _, d := range s.conditions.all {
		see(d.head())
	}
	for _, d := range s.treatments.all {
		see(d.head())
	}
	for _, d := range s.articles.all {
		see(d.head())
	}
	for _, v := range s.views {
		s.sawUpdate(v.lastUpdate())
	}
	s.content = sum
}

func (s *Snapshot) sawUpdate(at time.Time) {
	if at.After(s.updatedAt) {
		s.updatedAt = at
	}
}
