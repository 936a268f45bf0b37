package catalog

import (
	"cmp"
	"slices"

	"findcare/internal/search/lexicon"
	"findcare/models"
)

const (
	defaultFoundArticles = 3
	maxFoundArticles     = 10
)

// Articles are those about what is asked for: first those whose topic it is, then those that speak to it; where nothing
// is asked for that articles can be about, those whose titles have all words of the text.
func (c ProviderConnection) Articles(first *int) ([]Article, error) {
	n := defaultFoundArticles
	if first != nil {
		n = *first
	}
	if n < 0 || n > maxFoundArticles {
		return nil, models.BadInput("first: %d must be from 0 to %d", n, maxFoundArticles)
	}
	ids := c.subjects()
	rank := func(a Article) int { return subjectRank(ids, a) }
	if len(ids) == 0 && c.filter.Text != nil {
		stems := stemsOf(*c.filter.Text)
		rank = func(a Article) int { return titleRank(stems, a) }
	}
	found := []Article{}
	for _, a := range c.snapshot.articles.all {
		if rank(a) > 0 {
			found = append(found, a)
		}
	}
	slices.SortStableFunc(found, func(a, b Article) int { return cmp.Compare(rank(b), rank(a)) })
	return found[:min(n, len(found))], nil
}

// subjects are the ids of what is asked for that articles can be about.
func (c ProviderConnection) subjects() (ids []string) {
	add := func(f *ProviderFilter) {
		for kind, slugs := range map[models.Kind][]string{
			models.KindCondition:  slices.Concat(f.Conditions, f.AllOfConditions),
			models.KindTreatment:  f.Treatments,
			models.KindCredential: f.Credentials,
		} {
			ids = append(ids, c.snapshot.idsOfKind(kind, slugs)...)
		}
		for _, insurance := range f.Insurances {
			if id, known := c.snapshot.insurerGiven(insurance); known {
				ids = append(ids, id)
			}
		}
	}
	add(c.filter)
	if c.read != nil {
		for i := range c.read.Intents {
			filter := asFilter(&c.read.Intents[i])
			add(&filter)
		}
	}
	return ids
}

// idsOfKind are the ids of the documents of a kind that are given by slug or id.
func (s *Snapshot) idsOfKind(kind models.Kind, slugsOrIDs []string) (ids []string) {
	for _, given := range slugsOrIDs {
		if id, known := s.IDOf(kind, given); known {
			ids = append(ids, id)
		}
	}
	return ids
}

// subjectRank is higher where an article is about any of some documents than where it speaks to one, and 0 where it
// does neither.
func subjectRank(ids []string, a Article) int {
	switch {
	case slices.Contains(ids, a.topicID()):
		return 2
	case slices.ContainsFunc(ids, a.speaksTo):
		return 1
	}
	return 0
}

// titleRank is the number of words that the title of an article has of the stems; 0 where it lacks one of them.
func titleRank(stems []string, a Article) int {
	title := lexicon.Words(a.Title)
	for i, word := range title {
		title[i] = lexicon.Stem(word)
	}
	for _, stem := range stems {
		if !slices.Contains(title, stem) {
			return 0
		}
	}
	return len(stems)
}

// stemsOf are those of the words of a text that say something.
func stemsOf(text string) (stems []string) {
	for _, word := range lexicon.Words(text) {
		if !lexicon.IsStopWord(word) {
			stems = append(stems, lexicon.Stem(word))
		}
	}
	return stems
}
