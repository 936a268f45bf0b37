package catalog

import (
	"slices"
	"strings"

	"findcare/internal/search/lexicon"
	"findcare/internal/search/lexicon/crisis"
	"findcare/models"
)

// ArticleFilter says which articles are wanted. All that is given must hold; an empty list counts as not given.
type ArticleFilter struct {
	Text *string
	// Conditions and Treatments are what the article is about or speaks to, by slug or id; any one is enough.
	Conditions []string
	Treatments []string
	// ReviewDueBefore is for articles whose review should have been renewed before a day.
	ReviewDueBefore *models.Date
}

// Articles returns a page of the articles that match a filter, newest first.
func (s *Snapshot) Articles(filter *ArticleFilter, page Page) (ArticleConnection, error) {
	return s.searchArticles(s.articles.all, "articles", filter, page)
}

// searchArticles searches a list, which the scope names for cursors.
func (s *Snapshot) searchArticles(
	all []Article, scope string, filter *ArticleFilter, page Page,
) (ArticleConnection, error) {
	if filter == nil {
		filter = &ArticleFilter{}
	}
	r := &filterReader{snapshot: s}
	r.checkLength("conditions", len(filter.Conditions))
	r.checkLength("treatments", len(filter.Treatments))
	if r.err != nil {
		return ArticleConnection{}, r.err
	}
	conditions := r.ids("conditions", models.KindCondition, filter.Conditions)
	treatments := r.ids("treatments", models.KindTreatment, filter.Treatments)
	var words []string
	if filter.Text != nil {
		if len(*filter.Text) > maxTextLength {
			r.fail("filter.text: %d bytes must be at most %d", len(*filter.Text), maxTextLength)
		}
		words = lexicon.Words(*filter.Text)
	}
	if r.err != nil {
		return ArticleConnection{}, r.err
	}
	list := all
	about := func(name string, ids []string) {
		if len(ids) > 0 {
			list = keep(list, func(a Article) bool { return slices.ContainsFunc(ids, a.isAbout) })
			scope += "\n" + name + "=" + canonical(ids)
		}
	}
	about("conditions", conditions)
	about("treatments", treatments)
	for i, word := range words {
		if !lexicon.IsStopWord(word) {
			list = withWord(all, list, word, i == len(words)-1)
		}
	}
	if before := filter.ReviewDueBefore; before != nil && *before != "" {
		list = keep(list, func(a Article) bool {
			review := a.MedicalReview()
			return review != nil && review.ReviewDueOn() != "" && review.ReviewDueOn() < *before
		})
		scope += "\nreviewDueBefore=" + string(*before)
	}
	if len(words) > 0 {
		scope += "\ntext=" + strings.Join(words, " ")
	}
	return newArticleConnection(list, scope, page, func() crisis.Kinds {
		return s.crisisOf(filter.Text, filter.Conditions, filter.Treatments)
	})
}

func keep(list []Article, wanted func(Article) bool) []Article {
	var kept []Article
	for _, a := range list {
		if wanted(a) {
			kept = append(kept, a)
		}
	}
	return kept
}

func (a Article) isAbout(id string) bool { return a.topicID() == id || a.speaksTo(id) }

// withWord keeps the articles that have a word, or one of its forms; the last word of a text may be unfinished. Where
// none of all the articles has it, it is taken for a typing error.
func withWord(all, list []Article, word string, last bool) []Article {
	stem, edits := lexicon.Stem(word), lexicon.Edits(word)
	as := func(same func(string) bool) func(Article) bool {
		return func(a Article) bool { return slices.ContainsFunc(a.words, same) }
	}
	asTyped := as(func(w string) bool { return lexicon.Stem(w) == stem || last && strings.HasPrefix(w, word) })
	if edits == 0 || slices.ContainsFunc(all, asTyped) {
		return keep(list, asTyped)
	}
	return keep(list, as(func(w string) bool { return lexicon.Distance(w, word, edits) <= edits }))
}

// distinctWords are those of the title, the headings and the texts, ascending.
func (a *article) distinctWords() []string {
	words := lexicon.AppendWords(lexicon.Words(a.Title), a.lead.Plain)
	words = appendSectionWords(words, a.sections)
	slices.Sort(words)
	return slices.Clip(slices.Compact(words))
}

func appendSectionWords(words []string, sections []Section) []string {
	for i := range sections {
		s := &sections[i]
		words = lexicon.AppendWords(lexicon.AppendWords(words, s.Heading), s.body.Plain)
		words = appendSectionWords(words, s.Sections)
	}
	return words
}
