package e2e

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// publicBytes are what the public gets of a directory: answers of each kind, pages with their ETags, the sitemap.
func publicBytes(t *testing.T, s *program, provider, article listed) map[string]string {
	t.Helper()
	const fields = `id slug revision updatedAt name statement otherNames summary locations { id city phone }`
	variables := map[string]any{"provider": provider.Slug, "article": article.Slug, "id": provider.ID}
	bytes := make(map[string]string)
	for _, question := range []string{
		`{ directory { version updatedAt providerCount articleCount } }`,
		`query($provider: String!) { provider(by: {slug: $provider}) { ` + fields + ` } }`,
		`query($id: ID!) { node(id: $id) { id ... on Provider { ` + fields + ` } } }`,
		`query($article: String!) { article(by: {slug: $article}) { ` + articleFields + ` } }`,
		`{ articles(first: 100) { totalCount nodes { ` + articleFields + ` } } }`,
		`{ providers(filter: {text: "` + canary + `"}) {
			totalCount nodes { slug } interpretation { unused { word } } } }`,
		`{ providers(orderBy: RECENTLY_UPDATED, first: 20) { nodes { ` + fields + ` } facets { conditions { count } ` +
			`cities { value count } languages { value count } states { value count } } } }`,
		`{ suggest(text: "` + canary[:6] + `") { text } }`,
	} {
		bytes[question] = s.query(t, question, variables)
	}
	for _, path := range []string{
		"/care/" + article.Slug, "/providers/" + provider.Slug, "/find", "/find?q=" + canary, "/care", "/sitemap.xml",
		"/sitemaps/1.xml", "/robots.txt", "/graphql?query={providers(first:20){nodes{slug,updatedAt}}}",
	} {
		bytes[path] = s.open(t, path)
	}
	return bytes
}

// listed is a document that the public sees.
type listed struct{ ID, Slug string }

// firstOf returns a provider and an article that the public sees.
func firstOf(t *testing.T, s *program) (provider, article listed) {
	t.Helper()
	var there struct {
		Data struct{ Providers, Articles struct{ Nodes []listed } }
	}
	content := s.query(t, `{ providers(first: 1) { nodes { id slug } } articles(first: 1) { nodes { id slug } } }`, nil)
	if err := json.Unmarshal([]byte(content), &there); err != nil {
		t.Fatal(err)
	}
	return there.Data.Providers.Nodes[0], there.Data.Articles.Nodes[0]
}

// saver changes working copies at random.
type saver struct {
	*rand.Rand
	server          *program
	editor          string // a token
	documents       []listed
	done            map[string]int // how often each step succeeded
	fingerprint, id string
	save            int
}

// step does something with the working copy of one of the documents.
func (v *saver) step(t *testing.T) {
	t.Helper()
	v.id = v.documents[v.IntN(len(v.documents))].ID
	kind, word := "provider", fmt.Sprint(canary, " ", v.IntN(1000))
	if strings.HasPrefix(v.id, "art_") {
		kind = "article"
	}
	v.look(t, kind)
	inputs := map[string][]string{
		"provider": {
			`name: "` + word + `"`, `name: ""`, `statement: "` + word + `"`, `otherNames: ["` + word + `"]`,
			`slug: "` + canary + `"`, `languages: ["Welsh"]`, `locations: []`,
		},
		"article": {
			`title: "` + word + `"`, `lead: "` + word + `"`, `lead: ""`, `slug: "` + canary + `"`, `conditions: []`,
			`sections: [{heading: "` + word + `", body: "` + word + `"}]`,
		},
	}[kind]
	of := fmt.Sprintf(`(id: "%s", expectedSave: %d`, v.id, v.save)
	const result = ` { workingCopy { save } userErrors { code } }`
	switch step := v.IntN(10); {
	case v.save == 0 || step < 6:
		v.send(t, `saveWorkingCopy`, of+`, `+kind+`: {`+inputs[v.IntN(len(inputs))]+`})`+result)
	case step == 6:
		v.send(t, `publishWorkingCopy`, of+`, at: "2999-01-01T00:00:00Z")`+result)
	case step == 7:
		v.send(t, `unscheduleWorkingCopy`, of+`)`+result)
	case step == 8 && kind == "article":
		v.send(t, `reviewWorkingCopy`, of+`, expectedFingerprint: "`+v.fingerprint+`", review: {})`+result)
	default:
		v.send(t, `discardWorkingCopy`, of+`)`+result)
	}
}

// look finds out what is saved.
func (v *saver) look(t *testing.T, kind string) {
	t.Helper()
	var answer struct {
		Data map[string]struct {
			WorkingCopy struct {
				Save    int
				Article struct{ Fingerprint string }
			}
		}
	}
	content := v.server.queryAs(t, v.editor, `query($id: ID!) { `+kind+`(by: {id: $id}) { workingCopy { save `+
		`article { fingerprint } } } }`, map[string]any{"id": v.id})
	if err := json.Unmarshal([]byte(content), &answer); err != nil {
		t.Fatal(err, content)
	}
	saved := answer.Data[kind].WorkingCopy
	v.save, v.fingerprint = saved.Save, saved.Article.Fingerprint
}

func (v *saver) send(t *testing.T, mutation, rest string) {
	t.Helper()
	content := v.server.queryAs(t, v.editor, `mutation { `+mutation+rest+` }`, nil)
	if strings.Contains(content, `"errors"`) {
		t.Fatalf("%s%s: %s", mutation, rest, content)
	}
	if strings.Contains(content, `"userErrors":[]`) {
		v.done[mutation]++
	}
}

// Saving, scheduling, signing off and discarding change no byte that the public gets: no answer, page, search, facet,
// sitemap or version, and no export; nor are subscribers told.
func TestSavesAreNotPublic(t *testing.T) {
	t.Parallel()
	data := demoData(t)
	reviewer := newToken(t, data, "reviewer")
	start := func() *program {
		return openServer(t, "--data", data, "--site-url", "https://care.example",
			"--max-cost", "0", "--log-level", "error")
	}
	exports := func() (all string) {
		for _, format := range []string{"json", "csv", "fhir-ndjson"} {
			all += mustRun(t, "export", "--data", data, "--format", format)
		}
		return all
	}
	exported := exports()
	server := start()
	provider, article := firstOf(t, server)
	before := publicBytes(t, server, provider, article)
	v := &saver{
		Rand: rand.New(rand.NewPCG(5, 6)), server: server, editor: reviewer, done: make(map[string]int),
		documents: []listed{provider, article},
	}
	for i := range 120 {
		if v.step(t); i%10 != 9 {
			continue
		}
		for question, now := range publicBytes(t, server, provider, article) {
			if now != before[question] {
				t.Fatalf("after a save, %s gives %.300s\nand before it %.300s", question, now, before[question])
			}
		}
	}
	if len(v.done) != 5 {
		t.Errorf("not everything was done: %v", v.done)
	}
	server.stop(t)
	if now := exports(); now != exported {
		t.Error("an export changed")
	}
	checkSubscribersOfSaves(t, start(), reviewer, provider)
}

// checkSubscribersOfSaves fails where a save is told of, and a publication is not.
func checkSubscribersOfSaves(t *testing.T, s *program, token string, provider listed) {
	t.Helper()
	conn, _ := openSocket(t, s, "")
	converse(t, conn, `{"type":"connection_init"}`)
	version := converse(t, conn, `{"id":"1","type":"subscribe","payload":{"query":"subscription { directoryChanged { `+
		`version } }"}}`)
	v := &saver{
		Rand: rand.New(rand.NewPCG(7, 8)), server: s, editor: token, done: make(map[string]int),
		documents: []listed{provider},
	}
	for range 10 {
		v.step(t)
	}
	s.queryAs(t, token, `mutation { createCondition(input: {name: "Long Nights"}) { condition { id } } }`, nil)
	_, told, err := conn.Read(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var now struct {
		Data struct{ Directory struct{ Version string } }
	}
	content := s.query(t, `{ directory { version } }`, nil)
	if err := json.Unmarshal([]byte(content), &now); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(told), now.Data.Directory.Version) || string(told) == version {
		t.Errorf("the first that subscribers are told is %s, and the directory is %s", told, content)
	}
}
