package pages

import (
	"cmp"
	"errors"
	"net/http"
	"net/url"
	"slices"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/models"
)

// articleIndex is a page of the index of articles: the result of the operation Articles.
type articleIndex struct {
	TotalCount int
	Nodes      []indexedArticle
	PageInfo   struct {
		HasNextPage bool
		EndCursor   string
	}
	First bool `json:"-"` // whether it is the first page
}

type indexedArticle struct {
	articleLink
	Topic struct {
		Typename string `json:"__typename"`
		Label    string
	}
}

// topicHeadings are the parts of the index, by the type of what their articles are about, in the order of the page.
var topicHeadings = []struct{ id, typename, heading string }{
	{"conditions", "Condition", "Concerns"},
	{"treatments", "Treatment", "Treatments"},
	{"professions", "Credential", "Professions"},
	{"insurance", "Insurer", "Insurance"},
}

// articleGroup is a part of the index.
type articleGroup struct {
	ID, Heading string
	Articles    []indexedArticle
}

// Groups are the parts that have articles, each in the order of what the articles are about.
func (x articleIndex) Groups() (groups []articleGroup) {
	for _, topic := range topicHeadings {
		group := articleGroup{ID: topic.id, Heading: topic.heading}
		for _, a := range x.Nodes {
			if a.Topic.Typename == topic.typename {
				group.Articles = append(group.Articles, a)
			}
		}
		slices.SortStableFunc(group.Articles, func(a, b indexedArticle) int {
			return cmp.Compare(models.Fold(a.Topic.Label), models.Fold(b.Topic.Label))
		})
		if len(group.Articles) > 0 {
			groups = append(groups, group)
		}
	}
	return groups
}

// OlderPath is the path of the page after this one, "" where there is none.
func (x articleIndex) OlderPath() string {
	if !x.PageInfo.HasNextPage {
		return ""
	}
	return "/care?" + url.Values{paramAfter: {x.PageInfo.EndCursor}}.Encode()
}

// articles is the index of articles. Only its first page is for search engines: the sitemap has every article.
func (s *site) articles(r *http.Request) (*page, error) {
	given, err := parse(r.URL, []parameter{{paramAfter, false, maxCursor}})
	if err != nil {
		return nil, errNotFound
	}
	var data struct{ Articles articleIndex }
	var variables map[string]any
	after := given.Get(paramAfter)
	if after != "" {
		variables = map[string]any{"after": after}
	}
	_, err = s.ask(r, "articles", "Articles", variables, &data)
	if errs, is := errors.AsType[gqlerror.List](err); is && isInput(errs) {
		return nil, errNotFound
	}
	if err != nil {
		return nil, err
	}
	data.Articles.First = after == ""
	return &page{
		Template:       "articles",
		Title:          "Articles on mental health and care",
		Description:    "What concerns and treatments are, what to expect, and who can help.",
		Path:           "/care",
		OpenGraph:      "website",
		NoIndex:        after != "",
		StructuredData: s.indexData(data.Articles),
		Content:        data.Articles,
	}, nil
}

// indexData is the structured data of the index.
func (s *site) indexData(index articleIndex) thing {
	var items []thing
	for i, a := range index.Nodes {
		items = append(items, newThing("ListItem").set(
			"position", i+1, "name", a.Title, "url", s.settings.SiteURL+"/care/"+a.Slug,
		))
	}
	return newThing("CollectionPage").set(
		"@context", vocabulary,
		"name", "Articles on mental health and care",
		"url", s.settings.SiteURL+"/care",
		"inLanguage", "en-US",
		"isPartOf", webSite(s.settings.SiteURL),
		"mainEntity", newThing("ItemList").set("itemListElement", items),
	)
}
