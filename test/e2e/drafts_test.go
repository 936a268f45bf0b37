package e2e

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// canary is a word that is nowhere but in one article.
const canary = "zyxquorvath"

// articleFields are all that an article tells of itself.
const articleFields = `id slug revision status title lead(format: MARKDOWN) author publishedOn updatedOn ` +
	`readingMinutes url updatedAt
	topic { ... on Condition { slug } ... on Treatment { slug } ... on Credential { slug } }
	sections { anchor heading body sections { heading body } } conditions { slug }
	medicalReview { reviewer reviewedOn stale } sources { title publisher url } callToAction { heading body } ` +
	`crisisResources { name }`

// publicOperations ask in every way that the public has, most of them for the article itself.
var publicOperations = []string{
	`query($slug: String!) { article(by: {slug: $slug}) { ` + articleFields + ` } }`,
	`query($id: ID!) { article(by: {id: $id}) { ` + articleFields + ` } }`,
	`query($id: ID!) { node(id: $id) { id ... on Article { ` + articleFields + ` } } }`,
	`query($id: ID!, $other: ID!) { nodes(ids: [$other, $id, $id]) { id ... on Article { ` + articleFields + ` } } }`,
	`query($text: String!) { articles(filter: {text: $text}, first: 100) { totalCount edges { cursor node { ` +
		articleFields + ` } } pageInfo { endCursor } } }`,
	`query($topic: String!) { articles(filter: {conditions: [$topic]}, last: 100) { nodes { ` + articleFields +
		` } } }`,
	`{ articles(first: 100) { totalCount nodes { ` + articleFields + ` related(first: 20) { ` + articleFields +
		` } } } }`,
	`query($topic: String!) { condition(by: {slug: $topic}) { articles(first: 100) { totalCount nodes { ` +
		articleFields + ` } } providers(first: 5) { nodes { articles(first: 100) { nodes { ` + articleFields +
		` } } similar { name } } } } }`,
	`query($text: String!) { suggest(text: $text, first: 20) { text kind node { id ... on Article { ` + articleFields +
		` } } } }`,
	`query($text: String!) { providers(filter: {text: $text}) { totalCount edges { matches node { name } } ` +
		`widenings { withoutFilter totalCount } facets { conditions { condition { articles { nodes { title } } } } ` +
		`cities { value } } crisisResources { name } } }`,
	`query($topic: String!, $text: String!) { providers(filter: {conditions: [$topic], text: $text}) { nodes { ` +
		`name summary articles(first: 100) { nodes { ` + articleFields + ` } } } } }`,
	`{ directory { version updatedAt articleCount } }`,
	`{ directoryChanges { hasMore changes { id kind document { id ... on Article { ` + articleFields + ` } } } } }`,
	// What only errors come of.
	`query($slug: String!) { article(by: {slug: $slug}, asOf: "2126-01-01T00:00:00Z") { ` + articleFields + ` } }`,
	`{ unpublishedArticles { nodes { ` + articleFields + ` } } }`,
	`query($id: ID!) { history(id: $id) { differences { field before after } } }`,
	`{ workingCopies { totalCount nodes { content article { ` + articleFields + ` } } } }`,
	`query($id: ID!) { node(id: $id) { ... on Article { title workingCopy { content } } } }`,
	`query($text: String!) { articlesInState(state: DRAFT, filter: {text: $text}) { totalCount nodes { title } } }`,
	`query($id: ID!) { workingCopy(id: $id) { save previewUrl } content(id: $id) }`,
	`mutation($id: ID!) { saveWorkingCopy(id: $id, article: {}) { workingCopy { content } userErrors { message } } }`,
	`mutation($id: ID!) { restoreRevision(id: $id, revision: 1) { document { id } userErrors { message } } }`,
	`mutation($id: ID!) { updateArticle(id: $id, input: {title: "Mine"}, expectedRevision: 1) { article { ` +
		articleFields + ` } userErrors { message } } }`,
	`mutation($id: ID!) { publishArticle(id: $id) { article { ` + articleFields + ` } } }`,
	`query($id: ID!) { articles(after: $id) { nodes { title } } }`,
	`query($id: ID!) { article(by: {slug: $id, id: $id}) { title } }`,
}

// publicPaths are what the public can open, with the same variables.
var publicPaths = []string{
	"/care/$slug", "/care/$slug", "/care/$slug?x=1", "/care/$id", "/providers/$slug", "/assets/$slug", "/sitemap.xml",
	"/sitemap.xml", "/sitemaps/1.xml", "/robots.txt", "/playground/$slug",
	"/find", "/find?q=$text", "/find?condition=$topic", "/find?condition=$topic&q=$text", "/find?condition=$slug",
	"/find?treatment=$slug&q=$text", "/graphql?query={articles(first:100){nodes{title}}}",
	"/graphql?query={suggest(text:%22$text%22){text,node{id}}}", "/readyz", "/healthz",
	"/preview?link=$id", "/preview?link=$id.4102444800.x", "/preview?link=$slug", "/preview/$id", "/imports/$id",
}

// draft is the article, and what an editor has done with it.
type draft struct {
	server       *program
	twin         *program // which never has the article, and is the same otherwise
	editor       string   // a token
	id           string
	slugs        []string // those that it has or had, the last one last
	topic, other string   // a condition, and the id of another article
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
	if err := json.Unmarshal([]byte(content), &answer); err != nil || len(answer.Errors) > 0 ||
		len(answer.Data["done"].UserErrors) > 0 {
		t.Fatalf("%s: %s", mutation, content)
	}
	if article := answer.Data["done"].Article; article.ID != "" {
		d.id, d.slugs = article.ID, append(d.slugs, article.Slug)
	}
}

// input has the canary in every text. The number tells one edit from another.
func (d *draft) input(number int) map[string]any {
	word := fmt.Sprintf("%s %d", canary, number)
	return map[string]any{
		"slug": fmt.Sprintf(
			"%s-%d",
			canary,
			number,
		), "title": "Care for " + word, "topic": map[string]any{"condition": d.topic}, "conditions": []string{d.topic},
		"lead": "About *" + word + "*.", "author": "Dr. " + word, "publishedOn": "2020-01-01",
		"sections": []any{
			map[string]any{
				"heading":  word,
				"body":     word + ".",
				"sections": []any{map[string]any{"heading": "More " + word, "body": word}},
			},
		},
		"sources": []any{
			map[string]any{"title": word, "publisher": word, "url": "https://" + canary + ".example/"},
		},
		"callToAction": map[string]any{"heading": word, "body": word},
	}
}

// create makes the article, which is a draft then.
func (d *draft) create(t *testing.T) {
	t.Helper()
	d.edit(
		t,
		`mutation($input: ArticleInput!) { done: createArticle(input: $input) `+payload+` }`,
		map[string]any{"input": d.input(0)},
	)
}

func (d *draft) delete(t *testing.T) {
	t.Helper()
	d.edit(
		t,
		`mutation($id: ID!) { done: deleteArticle(id: $id) { userErrors { message } } }`,
		map[string]any{"id": d.id},
	)
}

const payload = `{ article { id slug } userErrors { message } }`

// step does something to the article.
func (d *draft) step(t *testing.T, name string, number int) {
	t.Helper()
	variables := map[string]any{"id": d.id}
	switch name {
	case "edit":
		variables["input"] = d.input(number)
		d.edit(
			t,
			`mutation($id: ID!, $input: ArticleInput!) { done: updateArticle(id: $id, input: $input) `+payload+` }`,
			variables,
		)
	case "save":
		var answer struct {
			Data struct {
				Article struct{ WorkingCopy struct{ Save int } }
			}
		}
		const saved = `query($id: ID!) { article(by: {id: $id}) { workingCopy { save } } }`
		content := d.server.queryAs(t, d.editor, saved, variables)
		if err := json.Unmarshal([]byte(content), &answer); err != nil {
			t.Fatal(err, content)
		}
		variables["input"], variables["save"] = d.input(number), answer.Data.Article.WorkingCopy.Save
		d.edit(t, `mutation($id: ID!, $input: ArticleInput!, $save: Int!) { done: saveWorkingCopy(id: $id, `+
			`article: $input, expectedSave: $save) { userErrors { message } } }`, variables)
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

// TestDraftsNeverLeak: whatever the public asks, it never learns a word of an article that is not published, nor that
// there is one: whatever was done to it before, and whatever others are doing. Each answer is that of a server which
// never had the article.
func TestDraftsNeverLeak(t *testing.T) {
	t.Parallel()
	data := demoData(t)
	editor := newToken(t, data, "editor")
	twins := []*program{}
	for range 2 {
		copied := t.TempDir()
		if err := os.CopyFS(copied, os.DirFS(data)); err != nil {
			t.Fatal(err)
		}
		twins = append(
			twins,
			openServer(t, "--data", copied, "--site-url", "https://care.example",
				"--max-cost", "0", "--log-level", "error"),
		)
	}
	others, topics := articlesAndConditions(t, twins[0])
	rapid.Check(t, func(r *rapid.T) {
		d := &draft{
			server: twins[0],
			twin:   twins[1],
			editor: editor,
			topic:  rapid.SampledFrom(topics).Draw(r, "topic"),
			other:  rapid.SampledFrom(others).Draw(r, "other"),
		}
		d.create(t)
		defer d.delete(t)
		for number := range rapid.IntRange(1, 6).Draw(r, "steps") {
			d.step(
				t,
				rapid.SampledFrom(
					[]string{"nothing", "edit", "save", "submit", "publish", "unpublish", "unpublish"},
				).Draw(r, "step"),
				number+1,
			)
			for range rapid.IntRange(1, 4).Draw(r, "questions") {
				d.ask(r, t)
			}
		}
	})
}

// TestWhatIsPublishedIsSeen: the questions of the test above do find what is published, so that they would find a draft
// that leaks.
func TestWhatIsPublishedIsSeen(t *testing.T) {
	t.Parallel()
	data := demoData(t)
	editor := newToken(t, data, "editor")
	s := openServer(t, "--data", data, "--site-url", "https://care.example", "--max-cost", "0",
		"--log-level", "error")
	others, topics := articlesAndConditions(t, s)
	d := &draft{server: s, editor: editor, topic: topics[0], other: others[0]}
	d.create(t)
	d.step(t, "publish", 0)
	variables := d.variables(canary, d.slugs[0])
	for _, question := range []string{
		publicOperations[0], publicOperations[4], publicOperations[6], "/care/$slug", "/sitemaps/1.xml",
	} {
		if answer := answerOf(t, s, question, variables); !strings.Contains(strings.ToLower(answer), canary) {
			t.Errorf("%s does not show the article that is published: %.300s", question, answer)
		}
	}
}

// articlesAndConditions are the ids of the articles and the slugs of the conditions that are there without the draft.
func articlesAndConditions(t *testing.T, s *program) (articles, conditions []string) {
	t.Helper()
	var there struct {
		Data struct {
			Articles   struct{ Nodes []struct{ ID string } }
			Conditions struct{ Nodes []struct{ Slug string } }
		}
	}
	content := s.query(t, `{ articles(first: 100) { nodes { id } } conditions(first: 100) { nodes { slug } } }`, nil)
	if err := json.Unmarshal([]byte(content), &there); err != nil {
		t.Fatal(err)
	}
	for _, article := range there.Data.Articles.Nodes {
		articles = append(articles, article.ID)
	}
	for _, condition := range there.Data.Conditions.Nodes {
		conditions = append(conditions, condition.Slug)
	}
	return articles, conditions
}

// variables are those of every question.
func (d *draft) variables(text, slug string) map[string]any {
	return map[string]any{"slug": slug, "id": d.id, "other": d.other, "text": text, "topic": d.topic}
}

// ask sends an operation or opens a page as anybody, and holds the answer against what they may know.
func (d *draft) ask(r *rapid.T, t *testing.T) {
	// Beginnings of the canary, and the whole of it with typing errors.
	text := rapid.SampledFrom(
		[]string{
			"z", "zyx", "zyxquor", "zyxquorvat", "zyxquorvaht", "zyxquorvatj", "care for zyxquorv",
			"dr. zyxquorvat", "https zyxquorvat",
		},
	).Draw(r, "text")
	variables := d.variables(text, rapid.SampledFrom(d.slugs).Draw(r, "slug"))
	question := rapid.SampledFrom(slices.Concat(publicOperations, publicPaths)).Draw(r, "question")
	answer := answerOf(t, d.server, question, variables)
	if d.published {
		return
	}
	if want := answerOf(t, d.twin, question, variables); answer != want {
		r.Fatalf("%s with %v tells that there is something: %s\nwithout it: %s", question, variables, answer, want)
	}
}

// answerOf gives what a server answers to an operation, or shows at a path.
func answerOf(t *testing.T, s *program, question string, variables map[string]any) string {
	t.Helper()
	if !strings.HasPrefix(question, "/") {
		return s.query(t, question, variables)
	}
	for name, value := range variables {
		question = strings.ReplaceAll(question, "$"+name, url.PathEscape(value.(string)))
	}
	return s.open(t, question)
}

// open returns what a browser gets at a path: the status, what caches and redirects go by, and the body.
func (s *program) open(t *testing.T, path string) string {
	t.Helper()
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := client.Get(s.url + path)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintln(response.StatusCode, response.Header["Etag"], response.Header["Location"],
		response.Header["Cache-Control"]) + string(
		body,
	)
}
