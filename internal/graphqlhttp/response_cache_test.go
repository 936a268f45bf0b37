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
	"findcare/internal/graphqlhttp"
	"findcare/models"
)

// keeping is an endpoint that keeps answers, over a directory that changes.
type keeping struct {
	http.Handler
	directory *catalog.Catalog
	documents *models.Directory
	day       atomic.Pointer[models.Date]
	asked     atomic.Int64 // how often an execution asked for the day
}

func newKeeping(t *testing.T, memory uint64) *keeping {
	t.Helper()
	documents, err := demo.Documents(30, time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	k := &keeping{directory: &catalog.Catalog{}, documents: documents}
	k.setDay("2026-11-24")
	k.publish()
	options := usual
	options.ResponseCacheSize, options.MaxBatch = memory, 10
	executor := graph.NewExecutor(
		k.directory,
		graph.Options{Introspection: true, Logger: slog.New(slog.DiscardHandler)},
	)
	if k.Handler, err = graphqlhttp.New(executor, options); err != nil {
		t.Fatal(err)
	}
	return k
}

func (k *keeping) setDay(day models.Date) { k.day.Store(&day) }

func (k *keeping) publish() {
	k.directory.Publish(
		catalog.Build(k.documents, catalog.Options{SiteURL: "https://care.example", Today: func() models.Date {
			k.asked.Add(1)
			return *k.day.Load()
		}}),
	)
}

// ask returns the body of an answer, and whether it was executed: the query of yearsOf asks for the day more than once
// then.
func (k *keeping) ask(t *testing.T, body string, headers ...string) (answer string, executed bool) {
	t.Helper()
	before := k.asked.Load()
	answer = content(
		t,
		send(k, "POST", "/graphql", body, append([]string{"Content-Type", "application/json"}, headers...)...),
	)
	return answer, k.asked.Load()-before > 1
}

const withoutSpaces = `{"query":"{__typename}"}`

const yearsOf = `{"query":"{ providers(first: 5, orderBy: EXPERIENCE) { nodes { name yearsInPractice } } }"}`

// until asks until the answer is kept, and returns it.
func (k *keeping) until(t *testing.T, body string) string {
	t.Helper()
	for range 2 {
		if _, executed := k.ask(t, body); !executed {
			t.Error("it is not executed")
		}
	}
	answer, executed := k.ask(t, body)
	if executed {
		t.Error("the third time it is executed again")
	}
	return answer
}

func TestAnAnswerIsKeptUntilTheDirectoryChanges(t *testing.T) {
	k := newKeeping(t, 1<<20)
	before := k.until(t, yearsOf)
	for _, p := range k.documents.Providers {
		p.Name = "Changed"
	}
	k.publish()
	after, executed := k.ask(t, yearsOf)
	if !executed || after == before {
		t.Errorf("executed: %t: %s", executed, after)
	}
	if again := content(t, send(k, "GET", get("query", "{ providers(first: 5, orderBy: EXPERIENCE) { nodes { name yearsInPractice } } }"), "")); again != after {
		t.Errorf("by GET it is %s, by POST %s", again, after)
	}
}

func TestAnAnswerIsKeptForADay(t *testing.T) {
	k := newKeeping(t, 1<<20)
	before := k.until(t, yearsOf)
	k.setDay("2036-11-24")
	if after, executed := k.ask(t, yearsOf); !executed || after == before {
		t.Errorf("ten years later, executed: %t: %s", executed, after)
	}
}

func TestWhoseAnswersAreKept(t *testing.T) {
	k := newKeeping(t, 1<<20)
	anybody := k.until(t, yearsOf)
	signedIn := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		k.ServeHTTP(
			w,
			r.WithContext(auth.With(r.Context(), &auth.Principal{ID: "tok_1", Name: "Editor", Role: auth.Editor})),
		)
	})
	const viewer = `{"query":"{ viewer { name } providers(first: 1) { nodes { yearsInPractice } } }"}`
	for range 3 {
		before := k.asked.Load()
		if answer := content(t, send(signedIn, "POST", "/graphql", yearsOf, "Content-Type", "application/json")); answer != anybody ||
			k.asked.Load() == before {
			t.Errorf("somebody with a token is answered without an execution, or otherwise: %s", answer)
		}
		own := content(t, send(signedIn, "POST", "/graphql", viewer, "Content-Type", "application/json"))
		other, _ := k.ask(t, viewer)
		if own == other {
			t.Errorf("anybody is told %s", other)
		}
	}
}

// TestKeptAnswersAreTheSame asks for everything three times, and wants what is answered where nothing is kept.
func TestKeptAnswersAreTheSame(t *testing.T) {
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
		for _, variables := range []string{`{"slug":"insomnia","text":"dep"}`, `{"slug":"none","text":"cbt","filter":{"text":"anxiety","states":["MI"]}}`} {
			body, err := json.Marshal(map[string]any{"query": string(query), "variables": json.RawMessage(variables)})
			if err != nil {
				t.Fatal(err)
			}
			requests = append(requests, struct{ method, target, body string }{"POST", "/graphql", string(body)})
		}
	}
	keeps, forgets := newKeeping(t, 1<<24), newKeeping(t, 0)
	for _, request := range requests {
		for range 3 {
			got := send(keeps, request.method, request.target, request.body, "Content-Type", "application/json")
			want := send(forgets, request.method, request.target, request.body, "Content-Type", "application/json")
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

// TestKeptAnswersLeaveHashesToBeLearned is a client that sends its query with its hash again and again.
func TestKeptAnswersLeaveHashesToBeLearned(t *testing.T) {
	k := newKeeping(t, 1<<20)
	query := "{ providers(first: 1, orderBy: EXPERIENCE) { nodes { yearsInPractice } } }"
	sum := sha256.Sum256([]byte(query))
	body := `{"query":"` + query + `","extensions":{"persistedQuery":{"version":1,"sha256Hash":"` + hex.EncodeToString(
		sum[:],
	) + `"}}}`
	for range 3 {
		if _, executed := k.ask(t, body); !executed {
			t.Error("its answer is kept")
		}
	}
}

// TestALicenceExpiresWithoutAWrite asks over midnight for what is kept, by the tag of what it got before.
func TestALicenceExpiresWithoutAWrite(t *testing.T) {
	k := newKeeping(t, 1<<20)
	at := slices.IndexFunc(k.documents.Providers, func(p *models.Provider) bool { return len(p.Licenses) > 0 })
	p := k.documents.Providers[at]
	p.Licenses = []models.License{{CredentialID: p.Licenses[0].CredentialID, State: "WY", ExpiresOn: "2026-11-25"}}
	k.publish()
	target := get(
		"query",
		`{ directory { version } providers(filter: {licensedIn: ["WY"]}) { nodes { slug licenses { expired } } edges { matches } } provider(by: {slug: "`+p.Slug+`"}) { licenses { expired } } }`,
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
		k.setDay(step.day)
		response := send(k, "GET", target, "", "If-None-Match", tag)
		if got := content(t, response); response.StatusCode != step.status || !strings.Contains(got, step.body) {
			t.Errorf("on %s: status %d, want %d: %s", step.day, response.StatusCode, step.status, got)
		}
		tag = response.Header.Get("ETag")
	}
}
