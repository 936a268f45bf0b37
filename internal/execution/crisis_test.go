package execution_test

import (
	"strings"
	"testing"
)

// Whom to call is told by each field that reads a text, by both executors, and in both forms of the numbers.
func TestCrisisResources(t *testing.T) {
	const query = `query($text: String!) {
		crisisResources(text: $text) { ...R }
		providers(filter: {text: $text}, first: 0) { crisisResources { ...R } }
		articles(filter: {text: $text}, first: 0) { crisisResources { ...R } }
	}
	fragment R on CrisisResource { callNumber smsNumber smsKeyword note phone text }`
	const (
		lifeline = `{"callNumber":"988","smsNumber":"988","smsKeyword":null,"note":"In Spanish: press 2 after ` +
			`calling, or text AYUDA.","phone":"988","text":"988"}`
		textLine = `{"callNumber":null,"smsNumber":"741741","smsKeyword":"HOME","note":"In Spanish: text ` +
			`HOLA.","phone":"741741","text":"HOME to 741741"}`
		veterans = `{"callNumber":"988","smsNumber":"838255","smsKeyword":null,"note":"Press 1 after ` +
			`calling.","phone":"988, then press 1","text":"838255"}`
		poison = `{"callNumber":"1-800-222-1222","smsNumber":null,"smsKeyword":null,` +
			`"note":"If somebody has collapsed, has a seizure, has trouble breathing or cannot be woken, call ` +
			`911.","phone":"1-800-222-1222","text":null}`
		domestic = `{"callNumber":"1-800-799-7233","smsNumber":"88788","smsKeyword":"START",` +
			`"note":"In danger, call 911. If somebody may see what you look at, use another phone or ` +
			`computer.","phone":"1-800-799-7233","text":"START to 88788"}`
		suicide = lifeline + "," + textLine + "," + veterans
	)
	x, snapshot := newTestExecutor(), demoSnapshot(t, 0)
	for _, test := range []struct{ text, want string }{
		{"want to die", suicide},
		{"i dont want to live anymore", suicide},
		{"suicidel thouhgts", suicide},
		{"no quiero vivir", suicide},
		{"overdose", poison + "," + suicide},
		{"my husband beats me", domestic},
		{"killing time", ""},
	} {
		o := prepare(t, x, query, map[string]any{"text": test.text})
		agree(t.Context(), t, x, o, snapshot)
		got, errs, err := x.ExecuteByGqlgen(t.Context(), o, snapshot, nil)
		if err != nil || errs != nil {
			t.Fatalf("%s: %v, %v", test.text, errs, err)
		}
		list := "[" + test.want + "]"
		want := `{"crisisResources":` + list + `,"providers":{"crisisResources":` + list +
			`},"articles":{"crisisResources":` + list + `}}`
		if strings.TrimSpace(string(got)) != want {
			t.Errorf("%s brings\n%s\nwant\n%s", test.text, got, want)
		}
	}
}
