package e2e

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// filed are what is sent by the form.
var filed = []struct {
	name, part, text, site string
	status                 int
	want                   string
}{
	{"another site", "", "The number is wrong.", "cross-site", 404, ""},
	{"nothing", "CONTACT", " \n", "same-origin", 422, "Please say what is wrong."},
	{"too long", "CONTACT", strings.Repeat("a", 1001), "same-origin", 422, "at most 1,000 characters"},
	{"very long", "CONTACT", strings.Repeat("a", 20_000), "same-origin", 422, "at most 1,000 characters"},
	{"no such part", "HAIR", "The number is wrong.", "same-origin", 422, "must be one of"},
	{"a report", "CONTACT", "The number is that of <b>someone else</b>.", "same-origin", 303, "/report?sent=1"},
}

// TestReportsOfErrors: a reader reports an error without a script and without a name, an editor sees it and resolves
// it, and nobody can file very many.
func TestReportsOfErrors(t *testing.T) {
	t.Parallel()
	data := demoData(t)
	editor := newToken(t, data, "editor")
	s := openServer(t, "--data", data, "--log-level", "error")
	who := someoneListed(t, s)
	asked := s.query(t, fmt.Sprintf(`{ provider(by: {id: %q}) { reportUrl } }`, who.ID), nil)
	form := s.url + "/providers/" + who.Slug + "/report"
	if !strings.Contains(asked, "/providers/"+who.Slug+"/report") {
		t.Errorf("the address is %s", asked)
	}
	if page := fetch(t, form); !strings.Contains(page, `<textarea id="text"`) || !strings.Contains(page, "noindex") {
		t.Errorf("the form is\n%s", page)
	}
	if page := fetch(t, s.url+"/providers/"+who.Slug); !strings.Contains(page, "/report") {
		t.Error("the profile has no link to the form")
	}
	for _, test := range filed {
		response, body := send(t, form, test.site, url.Values{"part": {test.part}, "text": {test.text}})
		if response.StatusCode != test.status || !strings.Contains(body+response.Header.Get("Location"), test.want) {
			t.Errorf("%s: status %d, %s\n%s", test.name, response.StatusCode, response.Header.Get("Location"), body)
		}
	}
	if page := fetch(t, form+"?sent=1"); !strings.Contains(page, "Thank you.") {
		t.Errorf("after a report:\n%s", page)
	}
	refused := ""
	for sent := 0; refused == "" && sent < 5; sent++ {
		if response, body := send(t, form, "", url.Values{"text": {"Once more."}}); response.StatusCode == 422 {
			refused = body
		}
	}
	if !strings.Contains(refused, "many reports at once") {
		t.Errorf("many reports: %s", refused)
	}

	const question = `{ reports { id part text resolvedAt provider { slug } } }`
	reports := s.queryAs(t, editor, question, nil)
	want := fmt.Sprintf(`"part":"CONTACT","text":"The number is that of \u003cb\u003esomeone else\u003c/b\u003e.",`+
		`"resolvedAt":null,"provider":{"slug":%q}}`, who.Slug)
	if !strings.Contains(strings.NewReplacer("<", `\u003c`, ">", `\u003e`).Replace(reports), want) {
		t.Fatalf("reports %s, want one with %s", reports, want)
	}
	id := reports[strings.Index(reports, "rep_"):][:len("rep_")+13]
	const resolve = `mutation($id: ID!) { resolveReport(id: $id) { report { resolvedAt } userErrors { code } } }`
	for range 2 { // the second time changes nothing
		if got := s.queryAs(t, editor, resolve, map[string]any{"id": id}); !strings.Contains(got, `"userErrors":[]`) {
			t.Errorf("resolved: %s", got)
		}
	}
	if got := s.queryAs(t, editor, question, nil); strings.Contains(got, id) {
		t.Errorf("after it is resolved: %s", got)
	}
	if got := s.queryAs(t, editor, resolve, map[string]any{"id": "rep_none"}); !strings.Contains(got, "NOT_FOUND") {
		t.Errorf("no such report: %s", got)
	}
}

// send sends a form as a browser does from a page of a site, and follows no redirect.
func send(t *testing.T, address, site string, form url.Values) (*http.Response, string) {
	t.Helper()
	request, err := http.NewRequest(http.MethodPost, address, strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if site != "" {
		request.Header.Set("Sec-Fetch-Site", site)
	}
	response, err := http.DefaultTransport.RoundTrip(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response, string(body)
}
