package catalog

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"findcare/models"
)

// article draws an article about anything.
func (d drawer) article(number int, revision int64) *models.Article {
	a := &models.Article{Header: header(models.KindArticle, fmt.Sprint("a", number))}
	a.Revision = revision
	a.Title = draw(d, "title", "Care", "care", "Sleep")
	a.PublishedOn = draw[models.Date](d, "published", "2026-01-01", "2026-01-02")
	a.ConditionIDs = idsOf(models.KindCondition, d.some("speaks to", conditionSlugs...))
	switch draw(d, "about", models.KindCondition, models.KindTreatment, models.KindCredential, models.KindInsurer) {
	case models.KindCondition:
		a.Topic.ConditionID = models.IDOfSlug(models.KindCondition, draw(d, "condition", conditionSlugs...))
	case models.KindTreatment:
		a.Topic.TreatmentID = models.IDOfSlug(models.KindTreatment, draw(d, "treatment", treatmentSlugs...))
	case models.KindCredential:
		a.Topic.CredentialID = models.IDOfSlug(models.KindCredential, draw(d, "credential", credentialSlugs...))
	default:
		a.Topic.InsurerID = models.IDOfSlug(models.KindInsurer, draw(d, "insurer", "medicaid", "aetna"))
	}
	if d.chance("draft", 8) {
		a.Status = models.ArticleDraft
	}
	return a
}

// Related articles, and those for a provider, are what looking at every article gives, after any changes.
func TestArticleSets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawer{t}
		directory := taxonomy()
		directory.Insurers = d.insurers()
		for i := range rapid.IntRange(0, 130).Draw(t, "articles") {
			directory.Articles = append(directory.Articles, d.article(i, 1))
		}
		s := Build(directory, options)
		for revision := range rapid.Int64Range(2, 5).Draw(t, "changes") {
			var changes Changes
			if p := d.provider(0); d.chance("provider", 2) {
				changes.Written = append(changes.Written, p)
			}
			if d.chance("article", 2) {
				changes.Written = append(changes.Written, d.article(rapid.IntRange(0, 140).Draw(t, "number"), revision))
			}
			if d.chance("removed", 2) {
				id := models.IDOfSlug(models.KindArticle, fmt.Sprint("a", rapid.IntRange(0, 140).Draw(t, "number")))
				changes.Removed = append(changes.Removed, Removal{ID: id, Revision: revision})
			}
			changes.prepare(s)
			s = s.Apply(changes)
		}
		for _, all := range [][]Article{s.articles.all, s.unpublished.all} {
			for _, a := range all[:min(10, len(all))] {
				checkRelated(t, a, rapid.IntRange(0, 150).Draw(t, "first"))
			}
		}
		checkArticlesFor(t, s.ProviderOf(d.provider(0)), rapid.IntRange(1, 100).Draw(t, "page size"))
	})
}

func checkRelated(t *rapid.T, a Article, n int) {
	score := func(other Article) (score int) {
		if a.topicID() == other.topicID() || a.speaksTo(other.topicID()) {
			score += 5
		}
		if other.speaksTo(a.topicID()) {
			score += 5
		}
		for _, id := range a.ConditionIDs {
			if other.speaksTo(id) {
				score++
			}
		}
		return score
	}
	others := slices.DeleteFunc(slices.Clone(a.snapshot.articles.all), func(other Article) bool {
		return other.ID == a.ID || score(other) == 0
	})
	slices.SortStableFunc(others, func(x, y Article) int { return cmp.Compare(score(y), score(x)) })
	got, err := a.Related(&n)
	if want := others[:min(n, len(others))]; err != nil || slugsOf(got) != slugsOf(want) {
		t.Fatalf("related to %s, first %d: %s, %v\nwant %s", a.ID, n, slugsOf(got), err, slugsOf(want))
	}
}

// checkArticlesFor goes through the pages forwards and backwards.
func checkArticlesFor(t *rapid.T, p Provider, size int) {
	all := articlesOneByOne(p)
	var forwards, backwards []Article
	for cursor := (*string)(nil); ; {
		c, err := p.Articles(&size, cursor, nil, nil)
		if err != nil || c.TotalCount() != len(all) {
			t.Fatalf("%d articles for %s, want %d: %v", c.TotalCount(), p.ID, len(all), err)
		}
		forwards = append(forwards, c.Nodes()...)
		if cursor = ptr(string(c.PageInfo().EndCursor)); !c.PageInfo().HasNextPage {
			break
		}
	}
	for cursor := (*string)(nil); ; {
		c, err := p.Articles(nil, nil, &size, cursor)
		if err != nil {
			t.Fatal(err)
		}
		backwards = append(slices.Clone(c.Nodes()), backwards...)
		if cursor = ptr(string(c.PageInfo().StartCursor)); !c.PageInfo().HasPreviousPage {
			break
		}
	}
	if want := slugsOf(all); slugsOf(forwards) != want || slugsOf(backwards) != want {
		t.Fatalf("articles for %s: %s and backwards %s\nwant %s", p.ID, slugsOf(forwards), slugsOf(backwards), want)
	}
}

// articlesOneByOne are the articles for a provider, found by looking at each of them for each treatment and condition.
func articlesOneByOne(p Provider) (list []Article) {
	add := func(a Article) {
		if !slices.ContainsFunc(list, func(other Article) bool { return other.ID == a.ID }) {
			list = append(list, a)
		}
	}
	for _, id := range p.TreatmentIDs {
		for _, a := range p.snapshot.articles.all {
			if a.article.Topic.TreatmentID == id {
				add(a)
			}
		}
	}
	for _, id := range p.ConditionIDs {
		for _, a := range p.snapshot.articles.all {
			topic := a.article.Topic
			held := topic.CredentialID == "" || slices.Contains(p.CredentialIDs, topic.CredentialID)
			taken := topic.InsurerID == "" || slices.Contains(p.Takes(p.snapshot.insurerNames), topic.InsurerID)
			about := a.topicID() == id || a.speaksTo(id)
			if about && topic.TreatmentID == "" && held && taken {
				add(a)
			}
		}
	}
	return list
}

func slugsOf(articles []Article) string {
	slugs := make([]string, len(articles))
	for i, a := range articles {
		slugs[i] = a.Slug
	}
	return strings.Join(slugs, " ")
}
