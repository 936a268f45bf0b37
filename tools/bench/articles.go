package main

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/go-json-experiment/json"

	"findcare/demo"
	"findcare/models"
)

// directory is what is measured: the demo directory, with more articles.
type directory struct {
	Providers int `help:"How many providers the directory has." default:"10000"`
	Articles  int `help:"How many articles are generated." default:"2000"`
}

// write writes the directory in the directory format.
func (d directory) write(to io.Writer, at time.Time) error {
	if err := demo.WriteDirectory(to, d.Providers, at); err != nil {
		return err
	}
	articles, err := generateArticles(d.Articles, at)
	if err != nil {
		return err
	}
	for _, a := range articles {
		content, err := json.Marshal(a)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(to, "{\"type\":%q,%s\n", models.KindArticle, content[1:]); err != nil {
			return err
		}
	}
	return nil
}

// documents returns the directory as it is after an import.
func (d directory) documents(at time.Time) (*models.Directory, error) {
	documents, err := demo.Documents(d.Providers, at)
	if err != nil {
		return nil, err
	}
	articles, err := generateArticles(d.Articles, at)
	for _, a := range articles {
		a.ID, a.Revision, a.UpdatedAt = models.IDOfSlug(models.KindArticle, a.Slug), 1, at
		a.References(func(_ string, kind models.Kind, reference *string) {
			*reference = models.IDOfSlug(kind, *reference)
		})
		a.Normalize()
		documents.Add(a)
	}
	return documents, err
}

// articleSlug is the slug of the generated article with a number.
func articleSlug(i int) string { return fmt.Sprintf("generated-%d", i) }

// generateArticles makes articles of the parts of the demo's, the same ones each time: each is about a condition or a
// treatment, speaks to one to four conditions, and has six sections. They refer to other documents by slug.
func generateArticles(n int, at time.Time) (generated []*models.Article, err error) {
	content, err := demo.Directory(0, at)
	if err != nil {
		return nil, err
	}
	var templates []*models.Article
	slugs := make(map[models.Kind][]string)
	for line := range bytes.Lines(content) {
		var head struct {
			Type models.Kind
			Slug string
		}
		if err := json.Unmarshal(line, &head, json.MatchCaseInsensitiveNames(true)); err != nil {
			return nil, err
		}
		slugs[head.Type] = append(slugs[head.Type], head.Slug)
		if head.Type == models.KindArticle {
			a := &models.Article{}
			if err := json.Unmarshal(line, a); err != nil {
				return nil, err
			}
			templates = append(templates, a)
		}
	}
	random := rand.New(rand.NewPCG(3, 4)) //nolint:gosec // the same articles each time
	for i := range n {
		generated = append(generated, generateArticle(random, i, templates, slugs))
	}
	return generated, nil
}

func generateArticle(
	random *rand.Rand, i int, templates []*models.Article, slugs map[models.Kind][]string,
) *models.Article {
	some := func(n int, from []string) (list []string) {
		for _, at := range random.Perm(len(from))[:n] {
			list = append(list, from[at])
		}
		return list
	}
	a := *templates[random.IntN(len(templates))]
	a.Slug, a.Title = articleSlug(i), fmt.Sprintf("%s, part %d", a.Title, i)
	a.ConditionIDs = some(1+random.IntN(4), slugs[models.KindCondition])
	a.Topic = models.Topic{ConditionID: a.ConditionIDs[0]}
	if random.IntN(2) == 0 {
		a.Topic = models.Topic{TreatmentID: some(1, slugs[models.KindTreatment])[0]}
	}
	if a.MedicalReview != nil {
		review := *a.MedicalReview
		review.CredentialIDs = slices.Clone(review.CredentialIDs)
		a.MedicalReview = &review
	}
	a.Sections = nil
	for part := range 6 {
		from := templates[random.IntN(len(templates))].Sections
		section := from[random.IntN(len(from))]
		section.Heading = fmt.Sprintf("%s (%d)", section.Heading, part+1)
		section.Sections = slices.Clone(section.Sections)
		for j := range section.Sections {
			section.Sections[j].Heading = fmt.Sprintf("%s (%d)", section.Sections[j].Heading, part+1)
		}
		a.Sections = append(a.Sections, section)
	}
	return &a
}
