package e2e

import (
	"encoding/json"
	"testing"
)

// TestRootFieldsFailAlone: a root field that may be null leaves the others alone where it fails, for the public and for
// those with a token. One that may not be null takes all data with it, as the specification says.
func TestRootFieldsFailAlone(t *testing.T) {
	t.Parallel()
	data := demoData(t)
	viewer := newToken(t, data, "viewer")
	server := openServer(t, "--data", data)
	const topic = `condition(by: {slug: "depression"})`
	for _, test := range []struct {
		field, path, code string // no code where nothing fails
		alone             bool
	}{
		{`provider(by: {npi: "bad"}) { id }`, "", "", true},
		{`condition(by: {id: "bad"}) { id }`, "", "", true},
		{`node(id: "bad") { id }`, "", "", true},
		{`directoryChanges(after: "bad") { cursor }`, `["a"]`, "BAD_USER_INPUT", true},
		{`directoryChanges(first: 1000) { cursor }`, `["a"]`, "BAD_USER_INPUT", true},
		{topic + ` { providers(first: -1) { totalCount } }`, `["a","providers"]`, "BAD_USER_INPUT", true},
		{topic + ` { providers(after: "bad") { totalCount } }`, `["a","providers"]`, "BAD_USER_INPUT", true},
		{
			topic + ` { providers(filter: {treatments: ["none"]}) { totalCount } }`,
			`["a","providers"]`, "BAD_USER_INPUT", true,
		},
		{`apiTokens { totalCount }`, `["a"]`, "", true},
		{`credentials(after: "bad") { totalCount }`, `["a"]`, "BAD_USER_INPUT", false},
		{`providers(filter: {conditions: ["none"]}) { totalCount }`, `["a"]`, "BAD_USER_INPUT", false},
		{`articles(first: 1000) { totalCount }`, `["a"]`, "BAD_USER_INPUT", false},
	} {
		query := `{ a: ` + test.field + ` b: credential(by: {slug: "licensed-clinical-professional-counselor"}) ` +
			`{ slug } }`
		for who, answer := range map[string]string{
			"the public": server.query(t, query, nil), "a viewer": server.queryAs(t, viewer, query, nil),
		} {
			var got struct {
				Data *struct {
					A json.RawMessage
					B *struct{ Slug string }
				}
				Errors []struct {
					Path       json.RawMessage
					Extensions struct{ Code string }
				}
			}
			if err := json.Unmarshal([]byte(answer), &got); err != nil {
				t.Fatalf("%s: %v", answer, err)
			}
			switch {
			case test.alone && (got.Data == nil || string(got.Data.A) != "null" || got.Data.B == nil):
				t.Errorf("%s for %s: the other field is not intact: %s", test.field, who, answer)
			case !test.alone && got.Data != nil:
				t.Errorf("%s for %s: there is data: %s", test.field, who, answer)
			}
			switch failed := test.path != ""; {
			case failed != (len(got.Errors) == 1):
				t.Errorf("%s for %s: %s", test.field, who, answer)
			case failed && (string(got.Errors[0].Path) != test.path ||
				test.code != "" && got.Errors[0].Extensions.Code != test.code):
				t.Errorf("%s for %s: the error is another one: %s", test.field, who, answer)
			}
		}
	}
}
