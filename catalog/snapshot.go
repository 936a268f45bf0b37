package catalog

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"slices"
	"time"

	"findcare/models"
)

// Snapshot is one version of the directory. Nothing in it changes once it is built.
type Snapshot struct {
	options Options

	providers   table[Provider]
	credentials table[Credential]
	conditions  table[Condition]
	treatments  table[Treatment]
	articles    table[Article]

	providersByNPI map[string]Provider
	// The lists that refer to a document, by its id, each in its table's order.
	providersBy  map[string][]Provider
	articlesBy   map[string][]Article
	treatmentsBy map[string][]Treatment

	version   string
	updatedAt time.Time
}

// table is all documents of one kind, in the order in which they are listed.
type table[T entity] struct {
	all    []T
	byID   map[string]T
	bySlug map[string]T
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
	}
	return t
}

func compare[T entity](a, b T) int {
	return cmp.Or(cmp.Compare(a.sortKey(), b.sortKey()), cmp.Compare(a.head().ID, b.head().ID))
}

// Build makes a snapshot of the directory's documents, which it keeps and which must not be changed any more.
func Build(directory *models.Directory, options Options) *Snapshot {
	s := &Snapshot{
		options:        options,
		providersByNPI: make(map[string]Provider),
		providersBy:    make(map[string][]Provider),
		articlesBy:     make(map[string][]Article),
		treatmentsBy:   make(map[string][]Treatment),
	}
	s.credentials = newTable(wrap(directory.Credentials, func(d *models.Credential) Credential { return Credential{d, s} }))
	s.conditions = newTable(wrap(directory.Conditions, func(d *models.Condition) Condition { return Condition{d, s} }))
	s.treatments = newTable(wrap(directory.Treatments, func(d *models.Treatment) Treatment { return Treatment{d, s} }))
	s.providers = newTable(wrap(directory.Providers, func(d *models.Provider) Provider {
		return Provider{&provider{Provider: d, key: models.Fold(d.Name)}, s}
	}))
	s.articles = newTable(wrap(directory.Articles, func(d *models.Article) Article { return Article{prepareArticle(d), s} }))
	s.relate()
	s.fingerprint()
	return s
}

func wrap[D, T any](documents []D, entityOf func(D) T) []T {
	all := make([]T, len(documents))
	for i, d := range documents {
		all[i] = entityOf(d)
	}
	return all
}

// relate follows every reference the other way. A provider or article that refers to a document twice is listed once.
func (s *Snapshot) relate() {
	for _, t := range s.treatments.all {
		index(s.treatmentsBy, t, t.Treatment)
	}
	for _, p := range s.providers.all {
		index(s.providersBy, p, p.Provider)
		if p.NPI != "" {
			s.providersByNPI[string(p.NPI)] = p
		}
	}
	for _, a := range s.articles.all {
		index(s.articlesBy, a, a.Article)
	}
}

func index[T entity](by map[string][]T, e T, document models.Document) {
	document.References(func(_ string, _ models.Kind, id *string) {
		list := by[*id]
		if n := len(list); n == 0 || list[n-1].head() != e.head() {
			by[*id] = append(list, e)
		}
	})
}

// fingerprint sums a hash of every document's id, revision and time, so that the order of documents does not matter
// and a change of one document can be added without reading the others.
func (s *Snapshot) fingerprint() {
	var sum [2]uint64
	add(&sum, s, s.credentials)
	add(&sum, s, s.conditions)
	add(&sum, s, s.treatments)
	add(&sum, s, s.providers)
	add(&sum, s, s.articles)
	var b []byte
	for _, part := range sum {
		b = binary.BigEndian.AppendUint64(b, part)
	}
	s.version = hex.EncodeToString(b)
}

func add[T entity](sum *[2]uint64, s *Snapshot, t table[T]) {
	var b []byte
	for _, e := range t.all {
		head := e.head()
		b = append(b[:0], head.ID...)
		b = binary.BigEndian.AppendUint64(b, uint64(head.Revision))
		b = binary.BigEndian.AppendUint64(b, uint64(head.UpdatedAt.UnixMilli()))
		hash := sha256.Sum256(b)
		for i := range sum {
			sum[i] += binary.BigEndian.Uint64(hash[8*i:])
		}
		if head.UpdatedAt.After(s.updatedAt) {
			s.updatedAt = head.UpdatedAt
		}
	}
}
