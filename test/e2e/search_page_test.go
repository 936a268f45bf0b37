package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"findcare/demo"
	"findcare/internal/dirformat"
	"findcare/internal/store"
)

// demoHandler serves the demo directory as it is on testDay. It is made once: tests only read from it.
func demoHandler(t *testing.T) http.Handler {
	t.Helper()
	shared.making.Lock()
	defer shared.making.Unlock()
	if shared.handler == nil {
		content, err := demo.Directory(demo.Providers, testTime)
		if err != nil {
			t.Fatal(err)
		}
		shared.handler = importedHandler(
			t,
			store.Config{DataDir: t.TempDir()},
			dirformat.Bytes("demo directory", content),
		)
	}
	return shared.handler
}

func ask(t *testing.T, handler http.Handler, query string, variables map[string]any) string {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	request := httptest.NewRequest("POST", "/graphql", bytes.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, request)
	return recorder.Body.String()
}

// The operations that frontends send, over the demo directory.
func TestSearchPage(t *testing.T) {
	t.Parallel()
	handler := demoHandler(t)
	for _, test := range []struct {
		name, query string
		variables   map[string]any
	}{
		{"find-care", "find-care", map[string]any{"first": 5}},
		{"find-care-near", "find-care", map[string]any{"first": 5, "filter": map[string]any{
			"text": "anxeity therapist", "conditions": []string{"generalized-anxiety", "depression"},
			"sessionFormats": []string{"VIDEO"},
			"near":           map[string]any{"at": map[string]any{"postalCode": "60601"}, "withinMiles": 300},
		}}},
		{"find-care-nothing", "find-care", map[string]any{"filter": map[string]any{
			"states": []string{"WY"}, "languages": []string{"Korean"}, "text": "suicidl thoughts",
			"sessionFeeAtMost": 90,
		}}},
		{"profile", "profile", map[string]any{"slug": "alder-fictionado"}},
		{"suggest", "suggest", map[string]any{"text": "de"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			answer := ask(t, handler, readFile(t, "testdata/"+test.query+".graphql"), test.variables)
			if strings.Contains(answer, `"errors"`) {
				t.Fatal(answer)
			}
			golden(t, "testdata/"+test.name+".golden.json", answer)
		})
	}
}

func TestFilterErrors(t *testing.T) {
	t.Parallel()
	handler := demoHandler(t)
	for filter, want := range map[string]string{
		`conditions: ["depresion"]`: `filter.conditions[0]: "depresion" must be the ` +
			`slug or id of a condition; did you mean depression?`,
		`conditions: ["OCD"]`: `filter.conditions[0]: "OCD" must be the slug or ` +
			`id of a condition; did you mean obsessive-compulsive-disorder?`,
		`allOfConditions: ["Obsessive-Compulsive Disorder"]`: `filter.allOfConditions[0]: "Obsessive-Compulsive ` +
			`Disorder" must be the slug or id of a condition; did you mean obsessive-compulsive-disorder?`,
		`conditions: ["Post-Traumatic Stress Disorder (PTSD)"]`: `filter.conditions[0]: "Post-Traumatic Stress ` +
			`Disorder (PTSD)" must be the slug or id of a condition; did you mean post-traumatic-stress-disorder?`,
		`conditions: ["can't sleep"]`: `filter.conditions[0]: "can't sleep" must be the ` +
			`slug or id of a condition; did you mean insomnia or sleep-concerns?`,
		`conditions: ["Winter Blues"]`: `filter.conditions[0]: "Winter Blues" must be the ` +
			`slug or id of a condition; did you mean depression?`,
		`treatments: ["C.B.T."]`: `filter.treatments[0]: "C.B.T." must be the slug ` +
			`or id of a treatment; did you mean cognitive-behavioral-therapy?`,
		`treatments: ["cognitive behavioural therapy"]`: `filter.treatments[0]: "cognitive behavioural ` +
			`therapy" must be the slug or id of a treatment; did you mean cognitive-behavioral-therapy?`,
		`credentials: ["LPC"]`: `filter.credentials[0]: "LPC" must be the slug or ` +
			`id of a credential; did you mean licensed-professional-counselor?`,
		`credentials: ["licensed professional counselor"]`: `filter.credentials[0]: "licensed professional ` +
			`counselor" must be the slug or id of a credential; did you mean licensed-professional-counselor?`,
		`states: ["D.C."]`: `filter.states[0]: "D.C." must be the two-letter ` +
			`code of a state, such as MI; did you mean DC?`,
		`languages: ["Español"]`: `filter.languages[0]: "Español" must be a ` +
			`language: its English name (Spanish) or its BCP 47 tag (es); did you mean Spanish?`,
		`treatments: ["zzz"]`: `filter.treatments[0]: "zzz" must be the slug or ` +
			`id of a treatment`,
		`states: ["MI", "Michgan"]`: `filter.states[1]: "Michgan" must be the ` +
			`two-letter code of a state, such as MI; did you mean Michigan?`,
		`cities: [` + strings.Repeat(`"Flint" `, 101) + `]`: `filter.cities: 101 values must be at most 100`,
		`languages: ["Spansh"]`: `filter.languages[0]: "Spansh" must be a language: ` +
			`its English name (Spanish) or its BCP 47 tag (es); did you mean Spanish?`,
		`near: {at: {postalCode: "48500"}}`: `filter.near.at.postalCode: "48500" must be a ZIP ` +
			`code of the United States, such as 48507; did you mean 48502 or 48503 or 48504?`,
		`near: {at: {postalCode: "60601"}, withinMiles: 0}`: `filter.near.withinMiles: 0 must be above 0 and at ` +
			`most 500`,
		`near: {at: {point: {latitude: 91, longitude: 0}}}`: `filter.near.at.point.latitude: 91 must be from ` +
			`-90 to 90`,
		`near: {at: {point: {latitude: 0, longitude: -1000}}}`: `filter.near.at.point.longitude: -1000 must be ` +
			`from -180 to 180`,
		`sessionFeeAtMost: -1`:                     `filter.sessionFeeAtMost: -1 must not be negative`,
		`yearsInPractice: -1`:                      `filter.yearsInPractice: -1 must not be negative`,
		`text: "` + strings.Repeat("a", 201) + `"`: `filter.text: 201 bytes must be at most 200`,
	} {
		answer := ask(t, handler, fmt.Sprintf(`{ providers(filter: {%s}) { totalCount } }`, filter), nil)
		quoted, _ := json.Marshal(want)
		if !strings.Contains(answer, `"message":`+string(quoted)) ||
			!strings.Contains(answer, `"code":"BAD_USER_INPUT"`) {
			t.Errorf("%s: got %s, want %s", filter, answer, quoted)
		}
	}
	answer := ask(t, handler, `{ providers(orderBy: DISTANCE) { totalCount } }`, nil)
	if !strings.Contains(answer, "orderBy: DISTANCE must come with filter.near") {
		t.Error(answer)
	}
}

// docs/search.md shows searches as people type them, each with its first results.
func TestSearchesInDocs(t *testing.T) {
	t.Parallel()
	handler := demoHandler(t)
	const path = "docs/search.md"
	rows := regexp.MustCompile("(?m)^\\| `([^`]+)` \\| (.*) \\|$").FindAllStringSubmatch(readFile(t, path), -1)
	if len(rows) < 20 {
		t.Errorf("%d searches found", len(rows))
	}
	text := readFile(t, path)
	for _, row := range rows {
		var answer struct {
			Data struct {
				Providers struct {
					TotalCount int
					Edges      []struct {
						Matches []string
						Node    struct{ Name string }
					}
				}
			}
		}
		err := json.Unmarshal([]byte(ask(t, handler,
			`query($text: String!) { providers(filter: {text: $text}, first: 3) { totalCount edges { matches node `+
				`{ name } } } }`,
			map[string]any{"text": row[1]})),
			&answer)
		if err != nil {
			t.Fatal(err)
		}
		found := answer.Data.Providers
		var first []string
		for _, edge := range found.Edges {
			first = append(first, fmt.Sprintf("%s (%s)", edge.Node.Name, strings.Join(edge.Matches, "; ")))
		}
		want := fmt.Sprintf("%d | %s", found.TotalCount, strings.Join(first, "<br>"))
		if *update {
			text = strings.Replace(text, row[0], fmt.Sprintf("| `%s` | %s |", row[1], want), 1)
		} else if row[2] != want {
			t.Errorf("%s: the document has %s\nfound %s", row[1], row[2], want)
		}
	}
	if *update {
		writeFile(t, path, text)
	}
}
