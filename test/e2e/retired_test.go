package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// listing is a provider that is retired, as an editor sees it.
type listing struct {
	ID, Slug, NPI, Name, Status string
	Revision                    int
	Conditions                  []struct{ Slug string }
	Locations                   []struct{ City, StateCode string }
}

// questionsAbout are in every way in which the public can ask for a provider. None of them asks for a revision or a
// time.
var questionsAbout = []string{
	`query($slug: String!) { provider(by: {slug: $slug}) { id slug name status summary statement locations { label ` +
		`} similar { slug } } }`,
	`query($id: ID!) { provider(by: {id: $id}) { name status } }`,
	`query($npi: String!) { provider(by: {npi: $npi}) { name status } }`,
	`query($id: ID!) { node(id: $id) { id ... on Provider { name status } } }`,
	`query($id: ID!) { nodes(ids: [$id, $id]) { id ... on Provider { name } } }`,
	`{ providers(first: 1) { totalCount facets { states { value count } languages { value count } sessionFormats { ` +
		`value count } } } }`,
	`query($text: String!) { providers(filter: {text: $text}) { totalCount edges { cursor matches node { slug } } ` +
		`facets { cities { value count } } } }`,
	`query($topic: String!, $city: String!) { providers(filter: {conditions: [$topic], cities: [$city]}, first: ` +
		`100) { totalCount nodes { slug similar(first: 10) { slug } } } }`,
	`query($topic: String!) { condition(by: {slug: $topic}) { providers(first: 1) { totalCount facets { conditions ` +
		`{ count condition { slug } } } } } }`,
	`query($topic: String!) { condition(by: {slug: $topic}) { articles(first: 100) { nodes { providers(first: 1) { ` +
		`totalCount } } } } }`,
	`query($text: String!) { suggest(text: $text, first: 20) { text kind node { id } } }`,
	`{ directory { providerCount } }`,
	"/providers/$slug", "/find?q=$text", "/find?condition=$topic&city=$city", "/sitemaps/1.xml",
}

// TestRetiredProviders: the public never learns a word of a provider that is retired, nor that there is one. Each
// answer is that of a server where the provider was deleted. Editors find it, change it and list it again.
func TestRetiredProviders(t *testing.T) {
	t.Parallel()
	data, copied := demoData(t), t.TempDir()
	editor, viewer := newToken(t, data, "editor"), newToken(t, data, "viewer")
	if err := os.CopyFS(copied, os.DirFS(data)); err != nil {
		t.Fatal(err)
	}
	open := func(data string) *program {
		return openServer(t, "--data", data, "--site-url", "https://care.example",
			"--max-cost", "0", "--log-level", "error")
	}
	s, twin := open(data), open(copied)
	who := someoneListed(t, s)
	who.NPI = "1234567893"
	who.Revision = s.edited(t, editor, "updateProvider",
		fmt.Sprintf(`id: %q, input: {npi: %q}`, who.ID, who.NPI)).Revision
	variables := map[string]any{
		"id": who.ID, "slug": who.Slug, "npi": who.NPI, "text": who.Name, "topic": who.Conditions[0].Slug,
		"city": who.Locations[0].City + ", " + who.Locations[0].StateCode,
	}
	before := make(map[string]string)
	for _, question := range questionsAbout {
		before[question] = answerOf(t, s, question, variables)
	}
	const version = `{ directory { version updatedAt } }`
	versionBefore := s.query(t, version, nil)

	retired := s.edited(t, editor, "retireProvider", fmt.Sprintf(`id: %q, expectedRevision: %d`, who.ID, who.Revision))
	if retired.Status != "RETIRED" || retired.Revision != who.Revision+1 {
		t.Errorf("retired: %+v", retired)
	}
	twin.queryAs(t, editor, `mutation($id: ID!) { deleteProvider(id: $id) { deletedId } }`, variables)
	checkHidden(t, s, twin, variables, before)

	// A change of it is nobody's business either.
	s.edited(t, editor, "updateProvider", fmt.Sprintf(`id: %q, input: {pronouns: "they/them"}`, who.ID))
	checkHidden(t, s, twin, variables, before)
	versionRetired := s.query(t, version, nil)
	checkEditorsFind(t, s, who, variables, editor, viewer)

	again := s.edited(t, editor, "reinstateProvider", fmt.Sprintf(`id: %q`, who.ID))
	if again.Status != "ACTIVE" || again.Revision != who.Revision+3 {
		t.Errorf("reinstated: %+v", again)
	}
	for _, question := range questionsAbout {
		answer := answerOf(t, s, question, variables)
		if strings.HasPrefix(question, "/") {
			if !strings.HasPrefix(answer, "200") || !strings.Contains(answer, who.Slug) {
				t.Errorf("%s does not show who is listed again: %.300s", question, answer)
			}
		} else if answer != before[question] {
			t.Errorf("%s: %s\nbefore: %s", question, answer, before[question])
		}
	}
	if got := s.query(t, version, nil); versionBefore == versionRetired || versionRetired == got {
		t.Errorf("versions %s, %s, %s", versionBefore, versionRetired, got)
	}
}

// checkHidden wants a server to answer all questions as its twin does, which does not have the provider.
func checkHidden(t *testing.T, s, twin *program, variables map[string]any, before map[string]string) {
	t.Helper()
	others := []string{`{ directory { version updatedAt } }`, "/robots.txt", "/sitemap.xml"}
	for _, question := range slices.Concat(questionsAbout, others) {
		answer, want := answerOf(t, s, question, variables), answerOf(t, twin, question, variables)
		if answer != want {
			t.Errorf("%s reveals a retired provider:\n%.2000s\nwithout them:\n%.2000s", question, answer, want)
		}
		if answer == before[question] {
			t.Errorf("%s does not depend on the provider, and so proves nothing: %.500s", question, answer)
		}
	}
}

// checkEditorsFind wants editors and viewers to find a retired provider, and its slug and NPI not to be free.
func checkEditorsFind(t *testing.T, s *program, who listing, variables map[string]any, editor, viewer string) {
	t.Helper()
	for _, token := range []string{editor, viewer} {
		for _, by := range []string{
			`{id: "` + who.ID + `"}`, `{slug: "` + who.Slug + `"}`, `{npi: "` + who.NPI + `"}`,
		} {
			answer := s.queryAs(t, token,
				`{ provider(by: `+by+`) { slug status pronouns similar(first: 1) { name } } }`, nil)
			if !strings.Contains(answer, `"slug":"`+who.Slug+`","status":"RETIRED","pronouns":"they/them"`) {
				t.Errorf("by %s: %s", by, answer)
			}
		}
		answer := s.queryAs(t, token,
			`query($id: ID!) { history(id: $id, first: 2) { operation differences { field after } } }`, variables)
		mustContain(t, "history", answer, `"retireProvider"`, `{"field":"status","after":"\"RETIRED\""}`)
	}
	for name, input := range map[string]string{"slug": `slug: "` + who.Slug + `"`, "NPI": `npi: "` + who.NPI + `"`} {
		answer := s.queryAs(
			t,
			editor,
			`mutation { createProvider(input: {name: "Heron Examplar", kind: INDIVIDUAL, `+input+`}) { userErrors `+
				`{ code } } }`,
			nil,
		)
		if !strings.Contains(answer, `"TAKEN"`) {
			t.Errorf("another one gets the %s: %s", name, answer)
		}
	}
}

// someoneListed returns a provider that has all that the questions need.
func someoneListed(t *testing.T, s *program) listing {
	t.Helper()
	var answer struct {
		Data struct{ Providers struct{ Nodes []listing } }
	}
	content := s.query(
		t,
		`{ providers(first: 100) { nodes { id slug name status revision conditions { slug } locations { city `+
			`stateCode } } } }`,
		nil,
	)
	if err := json.Unmarshal([]byte(content), &answer); err != nil {
		t.Fatal(err)
	}
	for _, provider := range answer.Data.Providers.Nodes {
		if len(provider.Conditions) > 0 && len(provider.Locations) > 0 && provider.Status == "ACTIVE" {
			return provider
		}
	}
	t.Fatalf("nobody has a condition and a location: %s", content)
	return listing{}
}

// edited sends a mutation of a provider that must do what it says, and returns what it answers.
func (s *program) edited(t *testing.T, token, mutation, arguments string) listing {
	t.Helper()
	var answer struct {
		Data map[string]struct {
			Action     string
			Provider   listing
			UserErrors []struct{ Message string }
		}
		Errors []struct{ Message string }
	}
	content := s.queryAs(
		t,
		token,
		`mutation { done: `+mutation+`(`+arguments+`) { action provider { id slug status revision } userErrors { `+
			`message } } }`,
		nil,
	)
	err := json.Unmarshal([]byte(content), &answer)
	if done := answer.Data["done"]; err != nil || len(answer.Errors) > 0 || len(done.UserErrors) > 0 ||
		done.Action != "UPDATE" {
		t.Fatalf("%s: %s", mutation, content)
	}
	return answer.Data["done"].Provider
}
