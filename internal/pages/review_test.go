package pages_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"findcare/graph"
	"findcare/internal/auth"
	"findcare/internal/catalog"
	"findcare/internal/dirformat"
	"findcare/internal/editing"
	"findcare/internal/execution"
	"findcare/internal/importing"
	"findcare/internal/pages"
	"findcare/internal/store"
	"findcare/models"
)

// newsroom is a directory that editors, a reviewer and imports change, with its API and its pages. Its today is
// 2026-11-24.
type newsroom struct {
	ctx       context.Context
	db        *store.Store
	directory *catalog.Catalog
	api       *execution.Executor
	pages     http.Handler
	now       time.Time
	articles  int
}

func openNewsroom(t *testing.T) *newsroom {
	t.Helper()
	n := &newsroom{directory: new(catalog.Catalog), now: time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)}
	n.ctx = auth.With(t.Context(), &auth.Principal{ID: "usr_ada", Name: "Ada Examplar", Role: auth.Admin})
	var err error
	if n.db, err = store.Open(t.Context(), store.Config{DataDir: t.TempDir()}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = n.db.Close(context.WithoutCancel(t.Context())) })
	others, _, _ := strings.Cut(documents, `{"type":"article"`)
	n.load(t, strings.TrimSpace(others))
	logger := slog.New(slog.DiscardHandler)
	editor := editing.New(n.db, n.directory, nil, func() time.Time { return n.now })
	schema := graph.NewSchema(n.directory, graph.Services{Editor: editor})
	n.api = execution.NewExecutor(schema, n.directory, execution.Options{Logger: logger})
	n.pages, err = pages.New(n.directory, n.api, pages.Options{SiteURL: "https://care.example", Timeout: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// failing is a test, or one case of a property.
type failing interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// load imports documents, and serves what is stored then.
func (n *newsroom) load(t failing, lines string) {
	t.Helper()
	if _, err := importing.Import(n.ctx, n.db, dirformat.Bytes("articles", []byte(lines)), n.now, nil); err != nil {
		t.Fatal(err)
	}
	stored, err := n.db.Load(n.ctx)
	if err != nil {
		t.Fatal(err)
	}
	n.directory.Publish(
		catalog.Build(
			stored,
			catalog.Options{
				SiteURL:      "https://care.example",
				ReviewMonths: 12,
				Today:        func() models.Date { return models.DateOf(n.now) },
			},
		),
	)
}

// send executes an operation, which must go well, and reads its data.
func (n *newsroom) send(t failing, query string, variables map[string]any, data any) {
	t.Helper()
	prepared, errs := n.api.Prepare(execution.Request{Query: query, Variables: variables})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	answer, errs := n.api.Execute(n.ctx, prepared, nil)
	if len(errs) > 0 || strings.Contains(string(answer), `"userErrors":[{`) {
		t.Fatalf("%s with %v: %v %s", query, variables, errs, answer)
	}
	if err := json.Unmarshal(answer, &struct{ Data any }{data}); err != nil {
		t.Fatal(err)
	}
}

// shown is an article as the API returns it: the text that a reader sees, and its review.
type shown struct {
	ID, Slug string
	Revision int
	Text     string // all that a reviewer signs
	Review   *struct {
		Reviewer, ReviewedOn string
		Stale, Overdue       bool
	}
}

const signedText = `title topic { ... on Node { id } } lead(format: MARKDOWN)
	sections { heading body sections { heading body sections { heading body } } }
	conditions { id } sources { title publisher url } callToAction { heading body }`

func (n *newsroom) article(t failing, id string) (a shown) {
	t.Helper()
	var data struct {
		Header struct {
			ID, Slug      string
			Revision      int
			MedicalReview json.RawMessage
		}
		Text json.RawMessage
	}
	n.send(
		t,
		`query($id: ID!) { header: article(by: {id: $id}) { id slug revision medicalReview { reviewer `+
			`reviewedOn stale overdue } } text: article(by: {id: $id}) { `+signedText+` } }`,
		map[string]any{"id": id},
		&data,
	)
	a.ID, a.Slug, a.Revision, a.Text = data.Header.ID, data.Header.Slug, data.Header.Revision, string(data.Text)
	if err := json.Unmarshal(data.Header.MedicalReview, &a.Review); err != nil {
		t.Fatal(err)
	}
	return a
}

var inlined = regexp.MustCompile(`(?s)<script type="application/(\S*)json"[^>]*>(.*?)</script>`)

// checkClaims holds the page and its structured data against the API, and the API against the text that was signed, ""
// where none was.
func (n *newsroom) checkClaims(t failing, id, signed string) {
	t.Helper()
	a := n.article(t, id)
	if (a.Review != nil) != (signed != "") {
		t.Fatalf("review %+v, signed %q", a.Review, signed)
	}
	if a.Review != nil && a.Review.Stale != (a.Text != signed) {
		t.Fatalf("stale: %t, of\n%s\nsigned was\n%s", a.Review.Stale, a.Text, signed)
	}
	page := get(n.pages, "/care/"+a.Slug).Body.String()
	var linked struct {
		LastReviewed string
		ReviewedBy   *struct{ Name string }
	}
	for _, script := range inlined.FindAllStringSubmatch(page, -1) {
		if script[1] == "ld+" {
			if err := json.Unmarshal([]byte(script[2]), &linked); err != nil {
				t.Fatal(err)
			}
		}
	}
	current := a.Review != nil && !a.Review.Stale
	for part, present := range map[string]bool{
		"Medically reviewed by <strong>":               current,
		"An earlier version was medically reviewed on": a.Review != nil && a.Review.Stale,
		"Due for another review since":                 a.Review != nil && a.Review.Overdue,
	} {
		if strings.Contains(inlined.ReplaceAllString(page, ""), part) != present {
			t.Fatalf("review %+v, the page has %q: %t", a.Review, part, !present)
		}
	}
	if (linked.LastReviewed != "") != current || (linked.ReviewedBy != nil) != current {
		t.Fatalf("review %+v, JSON-LD has %+v", a.Review, linked)
	}
	if current && (linked.LastReviewed != a.Review.ReviewedOn || linked.ReviewedBy.Name != a.Review.Reviewer) {
		t.Fatalf("review %+v, JSON-LD has %+v", a.Review, linked)
	}
}

// edits are values of each field of an article; few, so that an edit may bring the signed text back.
var edits = map[string][]any{
	"title":      {"Find Care for Grief", "Care"},
	"topic":      {map[string]any{"condition": "grief"}, map[string]any{"treatment": "cbt"}},
	"lead":       {"*Grief* is love.", "Grief is love.", "Grief  is love."},
	"conditions": {nil, []any{"grief"}, []any{"grief", "panic-attacks"}, []any{"panic-attacks", "grief"}},
	"sections": {
		nil,
		[]any{section("One", "First.")},
		[]any{section("One", "Second.")},
		[]any{section("One", "First."), section("Two", "")},
		[]any{section("Two", ""), section("One", "First.")},
		[]any{section("One", "First.", section("Two", ""))},
		[]any{section("One", "First.", section("Two", "", section("Three", "Third.")))},
	},
	"sources": {
		nil,
		[]any{source("A book", nil)},
		[]any{source("A book", "A press")},
		[]any{source("A book", nil), source("B", nil)},
		[]any{source("B", nil), source("A book", nil)},
	},
	"callToAction": {
		nil,
		map[string]any{"heading": "Call", "body": "Now."},
		map[string]any{"heading": "Call", "body": "Soon."},
	},
	"author":      {"the team", "others"},
	"publishedOn": {"2025-03-01", "2025-03-02"},
	"updatedOn":   {"2025-03-03", "2025-03-04"},
}

func section(heading, body string, sections ...any) map[string]any {
	return map[string]any{"heading": heading, "body": body, "sections": sections}
}

func source(title string, publisher any) map[string]any {
	return map[string]any{"title": title, "publisher": publisher, "url": "https://books.example/"}
}

func drawEdit(r *rapid.T) (field string, value any) {
	field = rapid.SampledFrom([]string{
		"title", "topic", "lead", "conditions", "sections", "sources", "callToAction", "author", "publishedOn",
		"updatedOn",
	}).Draw(r, "field")
	return field, rapid.SampledFrom(edits[field]).Draw(r, "value")
}

// rewrite imports the stored article with one field changed, as after editing an export, with the
// fingerprint of its review or without.
func (n *newsroom) rewrite(r *rapid.T, id string) {
	field, value := drawEdit(r)
	document := n.directory.Current().Document(id)
	content, err := json.Marshal(document)
	if err != nil {
		r.Fatal(err)
	}
	members := map[string]any{"type": "article"}
	if err := json.Unmarshal(content, &members); err != nil {
		r.Fatal(err)
	}
	if members[field] = value; value == nil {
		delete(members, field)
	}
	if members["updatedOn"] == nil {
		members["updatedOn"] = "2026-11-24"
	}
	if review, ok := members["medicalReview"].(map[string]any); ok && review["stale"] == nil &&
		rapid.Bool().Draw(r, "written by hand") {
		delete(review, "fingerprint")
	}
	kind := members["type"]
	delete(members, "type")
	rest, err := json.Marshal(members)
	if err != nil {
		r.Fatal(err)
	}
	n.load(r, fmt.Sprintf(`{"type":%q,%s`, kind, rest[1:]))
}

// create creates and publishes an article, and returns its id.
func (n *newsroom) create(r *rapid.T) string {
	n.articles++
	var created struct {
		CreateArticle struct{ Article struct{ ID string } }
	}
	const create = `mutation($slug: String!) {
		createArticle(input: {
			slug: $slug, title: "Find Care for Grief", topic: {condition: "grief"}, lead: "Grief is love.",
			author: "the team", publishedOn: "2025-03-01", updatedOn: "2025-03-03"
		}) { article { id } userErrors { message } }
	}`
	n.send(r, create, map[string]any{"slug": fmt.Sprintf("article-%d", n.articles)}, &created)
	id := created.CreateArticle.Article.ID
	const publish = `mutation($id: ID!) { publishArticle(id: $id) { userErrors { message } } }`
	n.send(r, publish, map[string]any{"id": id}, new(any))
	return id
}

// edit changes one field of an article.
func (n *newsroom) edit(r *rapid.T, id string) {
	field, value := drawEdit(r)
	if field == "publishedOn" {
		value = "2025-03-01"
	}
	const update = `mutation($id: ID!, $input: ArticleInput!) {
		updateArticle(id: $id, input: $input) { userErrors { message } }
	}`
	n.send(r, update, map[string]any{"id": id, "input": map[string]any{field: value}}, new(any))
}

// review signs the text of an article as it is, and returns it.
func (n *newsroom) review(r *rapid.T, id string) (signed string) {
	a := n.article(r, id)
	on := rapid.SampledFrom([]string{"2026-11-24", "2025-11-24", "2025-11-23"}).Draw(r, "reviewed on")
	const review = `mutation($id: ID!, $at: Int!, $on: Date) {
		reviewArticle(id: $id, expectedRevision: $at, review: {reviewer: "Wren Examplar", reviewedOn: $on}) {
			userErrors { message }
		}
	}`
	n.send(r, review, map[string]any{"id": id, "at": int64(a.Revision), "on": on}, new(any))
	return a.Text
}

// merge refers to a new condition, and merges it into another one.
func (n *newsroom) merge(r *rapid.T, id, signed string) {
	name := fmt.Sprintf("double-%d", n.now.UnixMilli())
	var double struct {
		CreateCondition struct{ Condition struct{ ID string } }
	}
	const create = `mutation($name: String!) {
		createCondition(input: {name: $name, slug: $name}) { condition { id } userErrors { message } }
	}`
	n.send(r, create, map[string]any{"name": name}, &double)
	const update = `mutation($id: ID!, $name: String!) {
		updateArticle(id: $id, input: {conditions: [$name]}) { userErrors { message } }
	}`
	n.send(r, update, map[string]any{"id": id, "name": name}, new(any))
	n.checkClaims(r, id, signed)
	const merge = `mutation($from: ID!, $into: ID!) {
		mergeConditions(from: $from, into: $into) { userErrors { message } }
	}`
	into := models.IDOfSlug(models.KindCondition, "grief")
	n.send(r, merge, map[string]any{"from": double.CreateCondition.Condition.ID, "into": into}, new(any))
}

// TestAReviewIsClaimedForTheReviewedTextOnly edits, signs, imports and merges, and wants API, page and structured data
// to claim a review of nothing but the text that was signed.
func TestAReviewIsClaimedForTheReviewedTextOnly(t *testing.T) {
	n := openNewsroom(t)
	steps := []string{"edit", "edit", "edit", "review", "review", "rewrite", "merge"}
	rapid.Check(t, func(r *rapid.T) {
		id, signed := n.create(r), ""
		for range rapid.IntRange(2, 8).Draw(r, "steps") {
			n.now = n.now.Add(time.Millisecond)
			switch rapid.SampledFrom(steps).Draw(r, "step") {
			case "edit":
				n.edit(r, id)
			case "review":
				signed = n.review(r, id)
			case "rewrite":
				n.rewrite(r, id)
			case "merge":
				n.merge(r, id, signed)
			}
			n.checkClaims(r, id, signed)
		}
		const remove = `mutation($id: ID!) { deleteArticle(id: $id) { userErrors { message } } }`
		n.send(r, remove, map[string]any{"id": id}, new(any))
	})
}
