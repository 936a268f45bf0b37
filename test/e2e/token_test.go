package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"
)

func TestTokensOnTheCommandLine(t *testing.T) {
	t.Parallel()
	data := demoData(t)
	editor := strings.TrimSpace(
		mustRun(t, "token", "create", "--data", data, "--role", "editor", "--name", "Import job", "--expires", "90d"),
	)
	mustRun(t, "token", "create", "--data", data, "--role", "admin", "--name", "Ada", "--expires", "never")
	list := mustRun(t, "token", "list", "--data", data)
	id := "tok_" + strings.Split(editor, "_")[1]
	for _, want := range []string{
		`(?m)^ID +ROLE +CREATED +EXPIRES +REVOKED +LAST USED +NAME$`,
		`(?m)^` + id + ` +editor +\d{4}-\d\d-\d\d +\d{4}-\d\d-\d\d +- +- +Import job$`,
		`(?m)^tok_\w+ +admin +\d{4}-\d\d-\d\d +- +- +- +Ada$`,
	} {
		if !regexp.MustCompile(want).MatchString(list) {
			t.Errorf("the list lacks %s:\n%s", want, list)
		}
	}
	if strings.Contains(list, strings.Split(editor, "_")[2][:10]) {
		t.Errorf("the list has a secret:\n%s", list)
	}

	server := openServer(t, "--data", data)
	if status, code := sendAs(t, server.url, editor, `{ viewer { name } }`, "192.0.2.1"); status != 200 || code != "" {
		t.Errorf("status %d, %s", status, code)
	}
	// The database is the server's while it runs.
	out, err := findcare(t, "token", "list", "--data", data).CombinedOutput()
	if text := string(out); err == nil || strings.Count(text, "\n") != 1 ||
		!strings.Contains(text, "is in use by another findcare process") {
		t.Errorf("want one line that says who has the directory, got %q", text)
	}
	server.stop(t)

	if got := mustRun(t, "token", "revoke", "--data", data, id); got != id+" (Import job) is revoked\n" {
		t.Errorf("revoke printed %q", got)
	}
	if status, code := sendAs(t, openServer(t, "--data", data).url, editor, `{ __typename }`,
		"192.0.2.1"); status != 401 ||
		code != "UNAUTHENTICATED" {
		t.Errorf("after the revocation: status %d, %s", status, code)
	}
}

func TestWrongTokenCommands(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	for _, test := range []struct {
		args string
		want string
	}{
		{"create --name x", "--role"},
		{"create --role editor", "--name"},
		{"create --role boss --name x", "boss"},
		{"create --role editor --name x --expires 3m", "must be days, such as 90d, hours, such as 12h, or never"},
		{"create --role editor --name x --expires 0d", "must be days"},
		{"create --role editor --name x --expires 99999999999d", "must be days"},
		{"revoke tok_none", `no token has the id "tok_none"`},
	} {
		out, err := findcare(
			t,
			append([]string{"token", "--data", data}, strings.Fields(test.args)...)...).CombinedOutput()
		if err == nil || !strings.Contains(string(out), test.want) {
			t.Errorf("%s: %v, %s", test.args, err, out)
		}
	}
}

// An administrator makes and revokes tokens while the server runs.
func TestTokensByTheAPI(t *testing.T) {
	t.Parallel()
	data := demoData(t)
	admin := strings.TrimSpace(mustRun(t, "token", "create", "--data", data, "--role", "admin", "--name", "Ada"))
	server := openServer(t, "--data", data)
	var made struct {
		Data struct {
			CreateToken struct {
				Token  struct{ ID, Name, Role, ExpiresAt string }
				Secret string
			}
		}
	}
	answer := server.queryAs(
		t,
		admin,
		`mutation { createToken(name: " Import job ", role: EDITOR, expiresOn: "2126-01-31") { token { id name `+
			`role expiresAt } secret userErrors { message } } }`,
		nil,
	)
	if err := json.Unmarshal([]byte(answer), &made); err != nil {
		t.Fatalf("%v: %s", err, answer)
	}
	token := made.Data.CreateToken.Token
	if token.Name != "Import job" || token.Role != "EDITOR" || token.ExpiresAt != "2126-02-01T00:00:00Z" {
		t.Errorf("made %s", answer)
	}
	secret := made.Data.CreateToken.Secret
	want := `{"data":{"viewer":{"id":"` + token.ID + `","name":"Import job","role":"EDITOR"}}}`
	if got := server.queryAs(t, secret, `{ viewer { id name role } }`, nil); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	list := server.queryAs(t, admin, `{ tokens { id name role revokedAt lastUsedOn } }`, nil)
	mustContain(t, "the list of tokens", list, `"name":"Ada"`,
		`{"id":"`+token.ID+`","name":"Import job","role":"EDITOR","revokedAt":null,"lastUsedOn":"2`)
	revoke := `mutation { revokeToken(id: "` + token.ID + `") { token { revokedAt } userErrors { code } } }`
	mustContain(t, "the revoked token", server.queryAs(t, admin, revoke, nil), `{"token":{"revokedAt":"2`)
	if got := server.queryAs(t, secret, `{ __typename }`, nil); !strings.Contains(got, "the token was revoked") {
		t.Errorf("after the revocation: %s", got)
	}
	id := "tok_" + strings.Split(admin, "_")[1]
	checkWrongTokenMutations(t, server, admin, id)
	server.stop(t)
	out, err := findcare(t, "token", "revoke", "--data", data, id).CombinedOutput()
	const last = " is the last valid token of an administrator: create another one first, or use --force"
	if err == nil || !strings.Contains(string(out), id+last) {
		t.Errorf("revoke: %v, %s", err, out)
	}
	if got := mustRun(t, "token", "revoke", "--data", data, "--force", id); got != id+" (Ada) is revoked\n" {
		t.Errorf("revoke --force printed %q", got)
	}
}

// checkWrongTokenMutations wants the reasons why tokens are neither created nor revoked.
func checkWrongTokenMutations(t *testing.T, server *program, admin, id string) {
	t.Helper()
	for _, test := range []struct{ mutation, want string }{
		{
			`createToken(name: "x", role: EDITOR, expiresOn: "2020-01-01") { secret userErrors { code field } }`,
			`"createToken":{"secret":null,"userErrors":[{"code":"INVALID","field":["expiresOn"]}]}`,
		},
		{
			`createToken(name: "", role: EDITOR) { secret userErrors { code field } }`,
			`"createToken":{"secret":null,"userErrors":[{"code":"INVALID","field":["name"]}]}`,
		},
		{
			`revokeToken(id: "` + id + `") { token { id } userErrors { code field } }`,
			`"revokeToken":{"token":null,"userErrors":[{"code":"INVALID","field":["id"]}]}`,
		},
		{
			`revokeToken(id: "tok_none") { token { id } userErrors { code } }`,
			`"revokeToken":{"token":null,"userErrors":[{"code":"NOT_FOUND"}]}`,
		},
	} {
		got, want := server.queryAs(t, admin, "mutation { "+test.mutation+" }", nil), `{"data":{`+test.want+`}}`
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// queryAs sends an operation with a token and returns the response's body.
func (s *program) queryAs(t *testing.T, token, query string, variables map[string]any) string {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequest(http.MethodPost, s.url+"/graphql", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", "Bearer "+token)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// Whoever tries tokens is soon stopped, and told of in the log and the metrics; nobody else is.
func TestWhoeverTriesTokensIsStopped(t *testing.T) {
	t.Parallel()
	data := demoData(t)
	known, unused := newToken(t, data, "viewer"), newToken(t, data, "admin")
	elsewhere := newToken(t, t.TempDir(), "admin")
	server := openServer(t, "--data", data, "--admin", "127.0.0.1:0", "--log-format", "json")
	const viewer, guesser, other = `{ viewer { name } }`, "192.0.2.1", "192.0.2.2"
	expect := func(token, address string, status int, code string) {
		t.Helper()
		if gotStatus, gotCode := sendAs(t, server.url, token, viewer, address); gotStatus != status || gotCode != code {
			t.Errorf("from %s: status %d, %q; want %d, %q", address, gotStatus, gotCode, status, code)
		}
	}
	expect(known, guesser, 200, "")
	const guesses = 60 // of which some come back while the test runs
	refused := 0
	for i := range guesses {
		guess := []string{elsewhere, "nonsense", "fc_nonsense"}[i%3]
		switch status, code := sendAs(t, server.url, guess, viewer, guesser); {
		case status == 401 && code == "UNAUTHENTICATED":
			refused++
		case status != 429 || code != "RATE_LIMITED":
			t.Errorf("guess %d: status %d, %q", i, status, code)
		}
	}
	if refused < 20 || refused > 40 {
		t.Errorf("%d of %d guesses were looked at, want some 20", refused, guesses)
	}
	expect(known, guesser, 200, "")
	expect("", guesser, 200, "UNAUTHENTICATED")
	expect(unused, other, 200, "")

	metrics := fetch(t, server.metrics)
	server.stop(t)
	for _, want := range []string{
		fmt.Sprintf(`{operation="",outcome="UNAUTHENTICATED"} %d`, refused+1),
		fmt.Sprintf(`{operation="",outcome="RATE_LIMITED"} %d`, guesses-refused),
	} {
		if !strings.Contains(metrics, "findcare_requests_total"+want+"\n") {
			t.Errorf("the metrics lack %s", want)
		}
	}
	told, limited := 0, 0
	for text := range strings.Lines(server.log.String()) {
		var line struct{ Level, Msg, Client, Reason, Outcome string }
		if err := json.Unmarshal([]byte(text), &line); err != nil {
			t.Fatalf("%v: %s", err, text)
		}
		switch {
		case line.Msg == "authentication failed" && line.Level == "WARN" && line.Client == guesser && line.Reason != "":
			told++
		case line.Outcome == "RATE_LIMITED":
			limited++
		}
	}
	if told != refused || limited != guesses-refused {
		t.Errorf("the log has %d failures and %d that were stopped; there were %d and %d", told, limited, refused,
			guesses-refused)
	}
}

// A batch whose mutation cannot run, for a condition is null, writes nothing; the rest of it is answered.
func TestAMutationWithANullConditionWritesNothing(t *testing.T) {
	t.Parallel()
	data := demoData(t)
	token := strings.TrimSpace(mustRun(t, "token", "create", "--data", data, "--role", "editor", "--name", "Ada"))
	server := openServer(t, "--data", data, "--max-batch", "3")
	const batch = `[{"query":"{ a: __typename }"},
		{"query":"mutation($x: Boolean = true) { createCondition(input: {name: \"Never written\"}) { condition { ` +
		`name @include(if: $x) } } }","variables":{"x":null}},
		{"query":"{ condition(by: {slug: \"never-written\"}) { name } }"}]`
	request, err := http.NewRequest(http.MethodPost, server.url+"/graphql", strings.NewReader(batch))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", "Bearer "+token)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	var answers []struct {
		Data   json.RawMessage
		Errors []struct{ Extensions struct{ Code string } }
	}
	if err := json.NewDecoder(response.Body).Decode(&answers); err != nil || len(answers) != 3 {
		t.Fatalf("%d answers, %v", len(answers), err)
	}
	if got := answers[1]; got.Data != nil || len(got.Errors) != 1 ||
		got.Errors[0].Extensions.Code != "GRAPHQL_VALIDATION_FAILED" {
		t.Errorf("the mutation is answered with %s, %+v", got.Data, got.Errors)
	}
	for i, want := range map[int]string{0: `{"a":"Query"}`, 2: `{"condition":null}`} {
		if string(answers[i].Data) != want {
			t.Errorf("operation %d is answered with %s, want %s", i, answers[i].Data, want)
		}
	}
	got := server.query(t, `{ condition(by: {slug: "never-written"}) { name } }`, nil)
	if got != `{"data":{"condition":null}}` {
		t.Errorf("after the batch: %s", got)
	}
}
