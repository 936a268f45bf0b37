package e2e

import (
	"testing"
)

// TestLicensesHaveTheNameOfTheirState: for editors, in what a mutation returns, and for the public.
func TestLicensesHaveTheNameOfTheirState(t *testing.T) {
	t.Parallel()
	data := demoData(t)
	editor := newToken(t, data, "editor")
	server := openServer(t, "--data", data)
	const licenses = `{ licenses { state stateName } }`
	const want = `{"licenses":[{"state":"MI","stateName":"Michigan"},{"state":"DC","stateName":"District of Columbia"}]}`
	made := server.queryAs(t, editor, `mutation($is: String!) { createProvider(input: {name: "Wren Example", `+
		`slug: "wren-example", kind: INDIVIDUAL, credentials: [$is], conditions: ["depression"], licenses: [`+
		`{credential: $is, state: "MI"}, {credential: $is, state: "DC"}]}) { provider `+licenses+
		` userErrors { message } } }`, map[string]any{"is": "licensed-clinical-professional-counselor"})
	if want := `{"data":{"createProvider":{"provider":` + want + `,"userErrors":[]}}}`; made != want {
		t.Errorf("got\n%s, want\n%s", made, want)
	}
	read := server.query(t, `{ provider(by: {slug: "wren-example"}) `+licenses+` }`, nil)
	if want := `{"data":{"provider":` + want + `}}`; read != want {
		t.Errorf("got\n%s, want\n%s", read, want)
	}
}
