package graphqlhttp_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"findcare/demo"
	"findcare/graph"
	"findcare/internal/auth"
	"findcare/internal/catalog"
	"findcare/internal/execution"
	"findcare/internal/graphqlhttp"
	"findcare/models"
)

// cached is an endpoint with a response cache, over a directory that changes.
type cached struct {
	http.Handler
	directory *catalog.Catalog
	documents *models.Directory
	day       atomic.Pointer[models.Date]
	asked     atomic.Int64 // how often the day was asked for
}

func newCached(t *testing.T, memory uint64) *cached {
	t.Helper()
	documents, err := demo.Documents(30, time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	c := &cached{directory: &catalog.Catalog{}, documents: documents}
	c.setDay("2026-11-24")
	c.publish()
	options := usual
	options.ResponseCacheSize, options.MaxBatch = memory, 10
	executor := execution.NewExecutor(graph.NewSchema(c.directory, graph.Services{}), c.directory,
		execution.Options{Introspection: true, Logger: slog.New(slog.DiscardHandler)},
	)
	if c.Handler, err = graphqlhttp.New(executor, options); err != nil {
		t.Fatal(err)
	}
	return c
}

func (c *cached) setDay(day models.Date) { c.day.Store(&day) }

func (c *cached) publish() {
	c.directory.Publish(
		catalog.Build(c.documents, catalog.Options{SiteURL: "https://care.example", Today: func() models.Date {
			c.asked.Add(1)
			return *c.day.Load()
		}}),
	)
}

// ask returns the body of a response, and whether it was executed: the query yearsOf asks for the day more than once
// then.
func (c *cached) ask(t *testing.T, body string, headers ...string) (answer string, executed bool) {
	t.Helper()
	before := c.asked.Load()
	answer = content(
		t,
		send(c, "POST", "/graphql", body, append([]string{"Content-Type", "application/json"}, headers...)...),
	)
	return answer, c.asked.Load()-before > 1
}

const withoutSpaces = `{"query":"{__typename}"}`

const yearsOf = `{"query":"{ providers(first: 5, orderBy: EXPERIENCE) { nodes { name yearsInPractice } } }"}`

// until sends a request until its response is cached, and returns it.
func (c *cached) until(t *testing.T, body string) string {
	t.Helper()
	for range 2 {
		if _, executed := c.ask(t, body); !executed {
			t.Error("it is not executed")
		}
	}
	answer, executed := c.ask(t, body)
	if executed {
		t.Error("the third time it is executed again")
	}
	return answer
}

func TestResponsesAreCachedUntilTheDirectoryChanges(t *testing.T) {
	c := newCached(t, 1<<20)
	before := c.until(t, yearsOf)
	for _, p := range c.documents.Providers {
		p.Name = "Changed"
	}
	c.publish()
	after, executed := c.ask(t, yearsOf)
	if !executed || after == before {
		t.Errorf("executed: %t: %s", executed, after)
	}
	const query = "{ providers(first: 5, orderBy: EXPERIENCE) { nodes { name yearsInPractice } } }"
	if again := content(t, send(c, "GET", get("query", query), "")); again != after {
		t.Errorf("by GET it is %s, by POST %s", again, after)
	}
}

func TestResponsesAreCachedForADay(t *testing.T) {
	c := newCached(t, 1<<20)
	before := c.until(t, yearsOf)
	c.setDay("2036-11-24")
	if after, executed := c.ask(t, yearsOf); !executed || after == before {
		t.Errorf("ten years later, executed: %t: %s", executed, after)
	}
}

func TestWhoseResponsesAreCached(t *testing.T) {
	c := newCached(t, 1<<20)
	anonymous := c.until(t, yearsOf)
	signedIn := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c.ServeHTTP(
			w,
			r.WithContext(auth.With(r.Context(), &auth.Principal{ID: "tok_1", Name: "Editor", Role: auth.Editor})),
		)
	})
	const viewer = `{"query":"{ viewer { name } providers(first: 1) { nodes { yearsInPractice } } }"}`
	for range 3 {
		before := c.asked.Load()
		answer := content(t, send(signedIn, "POST", "/graphql", yearsOf, "Content-Type", "application/json"))
		if answer != anonymous || c.asked.Load() == before {
			t.Errorf("a request with a token gets a cached response, or another one: %s", answer)
		}
		own := content(t, send(signedIn, "POST", "/graphql", viewer, "Content-Type", "application/json"))
		other, _ := c.ask(t, viewer)
		if own == other {
			t.Errorf("an anonymous request gets %s", other)
		}
	}
}

// TestCachedResponsesAreTheSame sends everything three times, and wants what is answered without a cache.
func TestCachedResponsesAreTheSame(t *testing.T) {
	requests := []struct{ method, target, body string }{
		{"POST", "/graphql", typename},
		{"POST", "/graphql", withoutSpaces},
		{"POST", "/graphql", `{"query":"{ __typename }","extensions":{"cost":true}}`},
		{"POST", "/graphql", `{"query":"{ __schema { types { name } } }"}`},
		{"POST", "/graphql", `{"query":"{ nobody }"}`},
		{"POST", "/graphql", `{"query":"{ nodes(ids: [\"x\"]) { id } }"}`},
		{"POST", "/graphql", `{"query":"{ providers(first: -1) { totalCount } }"}`},
		{"POST", "/graphql", `{"query":"query A { __typename } query B { b: __typename }","operationName":"B"}`},
		{"POST", "/graphql", `[` + typename + `,` + typename + `]`},
		{"POST", "/graphql", `{"query":"mutation { deleteProvider(id: \"prv_none\", ifRevision: 1) { id } }"}`},
		{"POST", "/graphql", `{`},
		{"GET", get("query", "{__typename}"), ""},
		{"HEAD", get("query", "{__typename}"), ""},
		{"GET", get("query", "{__typename}", "extensions", `{"cost":true}`), ""},
		{"GET", "/graphql?" + withoutSpaces, ""}, // a body as an address
	}
	files, err := filepath.Glob("../../testdata/*.graphql")
	if err != nil || len(files) == 0 {
		t.Fatalf("no queries: %v", err)
	}
	for _, file := range files {
		query, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, variables := range []string{
			`{"slug":"insomnia","text":"dep"}`,
			`{"slug":"none","text":"cbt","filter":{"text":"anxiety","states":["MI"]}}`,
		} {
			body, err := json.Marshal(map[string]any{"query": string(query), "variables": json.RawMessage(variables)})
			if err != nil {
				t.Fatal(err)
			}
			requests = append(requests, struct{ method, target, body string }{"POST", "/graphql", string(body)})
		}
	}
	with, without := newCached(t, 1<<24), newCached(t, 0)
	for _, request := range requests {
		for range 3 {
			got := send(with, request.method, request.target, request.body, "Content-Type", "application/json")
			want := send(without, request.method, request.target, request.body, "Content-Type", "application/json")
			if gotBody, wantBody := content(t, got), content(t, want); gotBody != wantBody ||
				got.StatusCode != want.StatusCode ||
				got.Header.Get("ETag") != want.Header.Get("ETag") {
				t.Errorf(
					"%s %s %.200s: status %d, %.300s\nwithout: status %d, %.300s",
					request.method,
					request.target,
					request.body,
					got.StatusCode,
					gotBody,
					want.StatusCode,
					wantBody,
				)
			}
		}
	}
}

// TestCachedResponsesStoreHashes sends a query with its hash again and again.
func TestCachedResponsesStoreHashes(t *testing.T) {
	c := newCached(t, 1<<20)
	query := "{ providers(first: 1, orderBy: EXPERIENCE) { nodes { yearsInPractice } } }"
	sum := sha256.Sum256([]byte(query))
	hash := hex.EncodeToString(sum[:])
	body := `{"query":"` + query + `","extensions":{"persistedQuery":{"version":1,"sha256Hash":"` + hash + `"}}}`
	for range 3 {
		if _, executed := c.ask(t, body); !executed {
			t.Error("its response is cached")
		}
	}
}

// TestALicenceExpiresWithoutAWrite asks for a cached response before and after midnight, with the ETag that it got
// before.
func TestALicenceExpiresWithoutAWrite(t *testing.T) {
	c := newCached(t, 1<<20)
	at := slices.IndexFunc(c.documents.Providers, func(p *models.Provider) bool { return len(p.Licenses) > 0 })
	p := c.documents.Providers[at]
	p.Licenses = []models.License{{CredentialID: p.Licenses[0].CredentialID, State: "WY", ExpiresOn: "2026-11-25"}}
	c.publish()
	target := get(
		"query",
		`{ directory { version } providers(filter: {licensedIn: ["WY"]}) { nodes { slug licenses { `+
			`expired } } edges { matches } } provider(by: {slug: "`+p.Slug+`"}) { licenses { expired } } }`,
	)
	tag := ""
	for _, step := range []struct {
		day    models.Date
		status int
		body   string
	}{
		{"2026-11-25", 200, `"Licensed in Wyoming"`},
		{"2026-11-25", 304, ""},
		{"2026-11-25", 304, ""},
		{"2026-11-26", 200, `"edges":[]},"provider":{"licenses":[{"expired":true}]}`},
		{"2026-11-26", 304, ""},
		{"2026-11-25", 200, `"Licensed in Wyoming"`}, // by the clock of another server
	} {
		c.setDay(step.day)
		response := send(c, "GET", target, "", "If-None-Match", tag)
		if got := content(t, response); response.StatusCode != step.status || !strings.Contains(got, step.body) {
			t.Errorf("on %s: status %d, want %d: %s", step.day, response.StatusCode, step.status, got)
		}
		tag = response.Header.Get("ETag")
	}
}

// TestARecommendationIsCachedForADay: the shuffle of the next day has another ETag, and a cursor goes on in the order
// of its day.
func TestARecommendationIsCachedForADay(t *testing.T) {
	c := newCached(t, 1<<20)
	var list struct {
		Data struct {
			Providers struct {
				Nodes    []struct{ Slug string }
				PageInfo struct{ EndCursor string }
			}
		}
	}
	ask := func(arguments, tag string) (slugs, cursor, newTag string) {
		query := `{ providers(orderBy: RECOMMENDED, ` + arguments + `) { nodes { slug } pageInfo { endCursor } } }`
		response := send(c, "GET", get("query", query), "", "If-None-Match", tag)
		list.Data.Providers.Nodes = nil
		if body := content(t, response); response.StatusCode == http.StatusOK {
			if err := json.Unmarshal([]byte(body), &list); err != nil {
				t.Fatal(body)
			}
		}
		for _, node := range list.Data.Providers.Nodes {
			slugs += node.Slug + " "
		}
		return slugs, list.Data.Providers.PageInfo.EndCursor, response.Header.Get("ETag")
	}
	all, _, tag := ask("first: 30", "")
	if again, _, sameTag := ask("first: 30", tag); again != "" || sameTag != tag {
		t.Errorf("on the same day it is %s", again)
	}
	first, cursor, _ := ask("first: 10", "")
	rest, _, _ := ask(`first: 20, after: "`+cursor+`"`, "")
	if first+rest != all {
		t.Errorf("pages %s and %s, want %s", first, rest, all)
	}
	c.setDay("2026-11-25")
	if other, _, otherTag := ask("first: 30", tag); other == all || otherTag == tag {
		t.Errorf("on the next day it is %s still", other)
	}
	if later, _, _ := ask(`first: 20, after: "`+cursor+`"`, ""); later != rest {
		t.Errorf("on the next day %s follows, want %s", later, rest)
	}
}
