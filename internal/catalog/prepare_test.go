package catalog

import (
	"strings"
	"testing"

	"findcare/models"
)

// TestATextIsReadOncePerRevision, and before the lock: what the next snapshot keeps is what was made then, and so is
// what a mutation shows of the same revision.
func TestATextIsReadOncePerRevision(t *testing.T) {
	written := func(revision int64) *models.Article {
		return &models.Article{
			Header:      models.Header{ID: models.IDOfSlug(models.KindArticle, "a"), Slug: "a", Revision: revision},
			Title:       "A",
			Lead:        "*Words*",
			PublishedOn: "2026-01-01",
		}
	}
	current := new(Catalog)
	current.Publish(Build(&models.Directory{Articles: []*models.Article{written(1)}}, Options{}))
	changes := Changes{Written: []models.Document{written(2)}}
	changes.prepare(current.Current())
	made := changes.articles[changes.Written[0].(*models.Article)]
	if made == nil || made.lead.HTML != "<p><em>Words</em></p>" {
		t.Fatalf("%+v", made)
	}
	newer, _ := changes.newer(current.Current(), map[string]int64{})
	next := current.Current().Apply(newer)
	if got := next.ArticleOf(made.Article); got.article != made {
		t.Error("the text was read again")
	}
	if again := (Changes{Written: []models.Document{written(1)}}); true {
		again.prepare(next)
		if len(again.articles) > 0 {
			t.Error("what is not news was read")
		}
	}
	// During a reload, changes wait to be applied to the snapshot that it makes.
	err := current.Reload(func() (*Snapshot, error) {
		current.Apply(Changes{Written: []models.Document{written(3)}})
		made = current.Current().articles.all[0].article
		return Build(&models.Directory{Articles: []*models.Article{written(1)}}, Options{}), nil
	})
	if err != nil || current.Current().articles.all[0].article != made {
		t.Errorf("the text was read again under the lock: %v", err)
	}
}

// TestAnArticleFromBeforeTheRule is read at once, and shown.
func TestAnArticleFromBeforeTheRule(t *testing.T) {
	d := &models.Article{
		Header:      models.Header{ID: models.IDOfSlug(models.KindArticle, "a"), Slug: "a", Revision: 1},
		Title:       "A",
		Lead:        "Lead",
		PublishedOn: "2026-01-01",
	}
	for range 10 {
		d.Sections = append(d.Sections, models.Section{Heading: "Deep", Body: strings.Repeat(">", 50_000)})
	}
	s := Build(&models.Directory{Articles: []*models.Article{d}}, Options{})
	if got := s.articles.all[0].Sections()[9].body; got.Plain != d.Sections[9].Body ||
		!strings.HasPrefix(got.HTML, "<p>&gt;") {
		t.Errorf("%.50s, %.50s", got.Plain, got.HTML)
	}
}
