package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// canary is a word that is nowhere but in one article.
const canary = "zyxquorvath"

// articleFields are all that an article tells of itself.
const articleFields = `id slug revision status title lead(format: MARKDOWN) author publishedOn updatedOn readingMinutes url updatedAt
	topic { ... on Condition { slug } ... on Treatment { slug } ... on Credential { slug } }
	sections { anchor heading body sections { heading body } } conditions { slug }
	medicalReview { reviewer reviewedOn } sources { title publisher url } callToAction { heading body } crisisResources { name }`

// publicOperations ask in every way that the public has, most of them for the article itself. Their variables are in
// publicVariables; none holds the canary where an answer could repeat it.
var publicOperations = []string{
	`query($slug: String!) { article(by: {slug: $slug}) { ` + articleFields + ` } }`,
	`query($id: ID!) { article(by: {id: $id}) { ` + articleFields + ` } }`,
	`query($id: ID!) { node(id: $id) { id ... on Article { ` + articleFields + ` } } }`,
	`query($id: ID!, $other: ID!) { nodes(ids: [$other, $id, $id]) { id ... on Article { ` + articleFields + ` } } }`,
	`query($text: String!) { articles(filter: {text: $text}, first: 100) { totalCount edges { cursor node { ` + articleFields + ` } } pageInfo { endCursor } } }`,
	`query($topic: String!) { articles(filter: {conditions: [$topic]}, last: 100) { nodes { ` + articleFields + ` } } }`,
	`{ articles(first: 100) { totalCount nodes { ` + articleFields + ` related(first: 20) { ` + articleFields + ` } } } }`,
	`query($topic: String!) { condition(by: {slug: $topic}) { articles(first: 100) { totalCount nodes { ` + articleFields + ` } } providers(first: 5) { nodes { articles(first: 100) { nodes { ` + articleFields + ` } } similar { name } } } } }`,
	`query($text: String!) { suggest(text: $text, first: 20) { text kind node { id ... on Article { ` + articleFields + ` } } } }`,
	`query($text: String!) { providers(filter: {text: $text}) { totalCount edges { matches node { name } } widenings { withoutFilter totalCount } facets { conditions { condition { articles { nodes { title } } } } cities { value } } crisisResources { name } } }`,
	`query($topic: String!, $text: String!) { providers(filter: {conditions: [$topic], text: $text}) { nodes { name summary articles(first: 100) { nodes { ` + articleFields + ` } } } } }`,
	`{ directory { version articleCount } }`,
	// What only errors come of.
	`query($slug: String!) { article(by: {slug: $slug}, asOf: "2126-01-01T00:00:00Z") { ` + articleFields + ` } }`,
	`{ unpublishedArticles { nodes { ` + articleFields + ` } } }`,
	`query($id: ID!) { history(id: $id) { differences { field before after } } }`,
	`mutation($id: ID!) { updateArticle(id: $id, input: {title: "Mine"}, expectedRevision: 1) { article { ` + articleFields + ` } userErrors { message } } }`,
	`mutation($id: ID!) { publishArticle(id: $id) { article { ` + articleFields + ` } } }`,
	`query($id: ID!) { articles(after: $id) { nodes { title } } }`,
	`query($id: ID!) { article(by: {slug: $id, id: $id}) { title } }`,
}

// draft is the article, and what an editor has done with it.
type draft struct {
	server       *server
	editor       string // a token
	id, slug     string
	topic, other string // a condition, and the id of another article
	published    bool
}

// edit sends a mutation that must do what it says.
func (d *draft) edit(t *testing.T, mutation string, variables map[string]any) {
	t.Helper()
	var answer struct {
		Data map[string]struct {
			Article    struct{ ID, Slug string }
			UserErrors []struct{ Message string }
		}
		Errors []struct{ Message string }
	}
	content := d.server.queryAs(t, d.editor, mutation, variables)
	if err := json.Unmarshal([]byte(content), &answer); err != nil || len(answer.Errors) > 0 || len(answer.Data["done"].UserErrors) > 0 {
		t.Fatalf("%s: %s", mutation, content)
	}
	if article := answer.Data["done"].Article; article.ID != "" {
		d.id, d.slug = article.ID, article.Slug
	}
}

// input has the canary in every text. The number tells one edit from another.
func (d *draft) input(number int) map[string]any {
	word := fmt.Sprintf("%s %d", canary, number)
	return map[string]any{
		"slug": fmt.Sprintf("%s-%d", canary, number), "title": "Care for " + word, "topic": map[string]any{"condition": d.topic}, "conditions": []string{d.topic},
		"lead": "About *" + word + "*.", "author": "Dr. " + word, "publishedOn": "2026-01-01",
		"sections":     []any{map[string]any{"heading": word, "body": word + ".", "sections": []any{map[string]any{"heading": "More " + word, "body": word}}}},
		"sources":      []any{map[string]any{"title": word, "publisher": word, "url": "https://" + canary + ".example/"}},
		"callToAction": map[string]any{"heading": word, "body": word},
	}
}

const payload = `{ article { id slug } userErrors { message } }`

// step does something to the article.
func (d *draft) step(t *testing.T, name string, number int) {
	t.Helper()
	variables := map[string]any{"id": d.id}
	switch name {
	case "edit":
		variables["input"] = d.input(number)
		d.edit(t, `mutation($id: ID!, $input: ArticleInput!) { done: updateArticle(id: $id, input: $input) `+payload+` }`, variables)
	case "submit":
		d.edit(t, `mutation($id: ID!) { done: submitArticle(id: $id) `+payload+` }`, variables)
	case "publish":
		d.edit(t, `mutation($id: ID!) { done: publishArticle(id: $id) `+payload+` }`, variables)
		d.published = true
	case "unpublish":
		d.edit(t, `mutation($id: ID!) { done: unpublishArticle(id: $id) `+payload+` }`, variables)
		d.published = false
	}
}

// TestDraftsNeverLeak: whatever the public asks, it never learns a word of an article that is not published, nor that there is
// one: whatever was done to it before, and whatever others are doing.
func TestDraftsNeverLeak(t *testing.T) {
	data := t.TempDir()
	editor := strings.TrimSpace(mustRun(t, "token", "create", "--data", data, "--role", "editor", "--name", "Editor"))
	server := openServer(t, "--data", data, "--rate-limit", "0", "--max-cost", "0", "--log-level", "error")
	var published struct {
		Data struct {
			Articles   struct{ Nodes []struct{ ID string } }
			Conditions struct{ Nodes []struct{ Slug string } }
		}
	}
	content := server.query(t, `{ articles(first: 100) { nodes { id } } conditions(first: 100) { nodes { slug } } }`, nil)
	if err := json.Unmarshal([]byte(content), &published); err != nil {
		t.Fatal(err)
	}
	var others, topics []string
	for _, article := range published.Data.Articles.Nodes {
		others = append(others, article.ID)
	}
	for _, condition := range published.Data.Conditions.Nodes {
		topics = append(topics, condition.Slug)
	}
	seen := 0
	rapid.Check(t, func(r *rapid.T) {
		d := &draft{server: server, editor: editor, topic: rapid.SampledFrom(topics).Draw(r, "topic"), other: rapid.SampledFrom(others).Draw(r, "other")}
		d.edit(t, `mutation($input: ArticleInput!) { done: createArticle(input: $input) `+payload+` }`, map[string]any{"input": d.input(0)})
		defer d.edit(t, `mutation($id: ID!) { done: deleteArticle(id: $id) { userErrors { message } } }`, map[string]any{"id": d.id})
		for number := range rapid.IntRange(1, 6).Draw(r, "steps") {
			d.step(t, rapid.SampledFrom([]string{"nothing", "edit", "submit", "publish", "unpublish", "unpublish"}).Draw(r, "step"), number+1)
			for range rapid.IntRange(1, 4).Draw(r, "operations") {
				seen += d.ask(r, t, len(others))
			}
		}
	})
	if seen == 0 {
		t.Error("not even when it was published did anybody see the article: the test would miss a leak")
	}
}

// ask sends an operation as anybody, and holds the answer against what they may know. It returns 1 where the answer has the
// canary, as it may while the article is published.
func (d *draft) ask(r *rapid.T, t *testing.T, others int) int {
	operation := rapid.SampledFrom(publicOperations).Draw(r, "operation")
	// Beginnings of the canary, and the whole of it with typing errors.
	text := rapid.SampledFrom([]string{"z", "zyx", "zyxquor", "zyxquorvat", "zyxquorvaht", "zyxquorvatj", "care for zyxquorv", "dr. zyxquorvat", "https zyxquorvat"}).Draw(r, "text")
	answer := d.server.query(t, operation, map[string]any{"slug": d.slug, "id": d.id, "other": d.other, "text": text, "topic": d.topic})
	if d.published {
		if strings.Contains(strings.ToLower(answer), canary) {
			return 1
		}
		return 0
	}
	if strings.Contains(strings.ToLower(answer), canary) {
		r.Fatalf("%s tells of the article: %s", operation, answer)
	}
	count := fmt.Sprintf(`"articleCount":%d}`, others)
	if strings.HasPrefix(operation, "{ directory") && !strings.Contains(answer, count) {
		r.Fatalf("the number of articles tells that there is one more: %s, want %s", answer, count)
	}
	if strings.Contains(operation, "on Article") && strings.Contains(answer, d.id) {
		r.Fatalf("%s tells that there is an article: %s", operation, answer)
	}
	return 0
}
