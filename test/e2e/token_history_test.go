package e2e

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// Who made and who revoked a token is on record, on the command line and by the API, for administrators.
func TestWhatIsDoneToTokensIsOnRecord(t *testing.T) {
	t.Parallel()
	data := demoData(t)
	setenv(t, "SUDO_USER", "ada")
	create := func(role string) (id, text string) {
		text = strings.TrimSpace(
			mustRun(t, "token", "create", "--data", data, "--role", role, "--name", "Our "+role, "--expires", "never"),
		)
		return "tok_" + strings.Split(text, "_")[1], text
	}
	admin, adminText := create("admin")
	_, viewerText := create("viewer")
	ended, _ := create("editor")
	mustRun(t, "token", "revoke", "--data", data, ended)
	server := openServer(t, "--data", data)
	made := server.queryAs(t, adminText,
		`mutation { createToken(name: "Import job", role: EDITOR, expiresOn: "2126-01-31") { token { id } secret } }`,
		nil)
	id := regexp.MustCompile(`tok_\w+`).FindString(made)
	for range 2 { // the second time, it is revoked already
		server.queryAs(t, adminText, `mutation($id: ID!) { revokeToken(id: $id) { token { id } } }`,
			map[string]any{"id": id})
	}

	host, err := os.Hostname()
	if err != nil {
		t.Fatal(err)
	}
	const history = `query($id: ID!) { history(id: $id) { revision at action operation by name differences { field ` +
		`before after } } }`
	at := regexp.MustCompile(`20\d\d-\d\d-\d\dT[^"\\]+Z`)
	byAda := `"by":"command-line","name":"ada@` + host + `"`
	for token, want := range map[string]string{
		id: `{"revision":2,"at":"…","action":"UPDATE","operation":"revokeToken","by":"` + admin + `","name":"Our ` +
			`admin","differences":[{"field":"revokedAt","before":null,"after":"\"…\""}]},` +
			`{"revision":1,"at":"…","action":"CREATE","operation":"createToken","by":"` + admin + `","name":"Our ` +
			`admin","differences":[{"field":"expiresAt","before":null,"after":"\"2126-02-01T00:00:00Z\""},` +
			`{"field":"name","before":null,"after":"\"Import ` +
			`job\""},{"field":"role","before":null,"after":"\"EDITOR\""}]}`,
		ended: `{"revision":2,"at":"…","action":"UPDATE","operation":"revokeToken",` + byAda +
			`,"differences":[{"field":"revokedAt","before":null,"after":"\"…\""}]},` +
			`{"revision":1,"at":"…","action":"CREATE","operation":"createToken",` + byAda +
			`,"differences":[{"field":"name","before":null,"after":"\"Our ` +
			`editor\""},{"field":"role","before":null,"after":"\"EDITOR\""}]}`,
		"tok_none": "",
	} {
		got := at.ReplaceAllString(server.queryAs(t, adminText, history, map[string]any{"id": token}), "…")
		if want := `{"data":{"history":[` + want + `]}}`; got != want {
			t.Errorf("got\n%s, want\n%s", got, want)
		}
	}
	if got := server.queryAs(t, viewerText, history, map[string]any{"id": id}); !strings.Contains(
		got,
		"this needs the role ADMIN",
	) {
		t.Errorf("a viewer sees %s", got)
	}
}

// Tokens are nowhere told of: good ones, bad ones, and those of another kind. The log has who was let in.
func TestTokensAreNowhereToldOf(t *testing.T) {
	t.Parallel()
	traces := newReceiver(t)
	setenv(t, "OTEL_EXPORTER_OTLP_ENDPOINT", traces.URL)
	data, provider := demoData(t), newSigner(t)
	good := strings.TrimSpace(mustRun(t, "token", "create", "--data", data, "--role", "admin", "--name", "Ada"))
	server := openServer(t, "--data", data, "--admin", "127.0.0.1:0", "--log-level", "debug",
		"--oidc-issuer", provider.URL, "--oidc-audience", "findcare")
	secrets := []string{
		good, good[:len(good)-1] + "!", "fc_canarycanarycan_canary", "canary", "canary.canary.canary",
		provider.jwt(
			"findcare",
			"editor",
			1e12,
		), provider.jwt("elsewhere", "editor", 1e12), newSigner(t).jwt("findcare", "editor", 1e12),
	}
	for _, secret := range secrets {
		server.queryAs(t, secret, `query Seen { viewer { id } }`, nil)
	}
	made := server.queryAs(t, good, `mutation { createToken(name: "Made", role: EDITOR) { secret } }`, nil)
	secrets = append(secrets, regexp.MustCompile(`fc_\w+`).FindString(made))
	metrics := fetch(t, server.metrics)
	server.stop(t)
	log := server.log.String()
	for name, text := range map[string]string{"log": log, "metrics": metrics, "traces": traces.raw.String()} {
		for _, secret := range secrets {
			for part := range strings.FieldsFuncSeq(secret,
				func(r rune) bool { return strings.ContainsRune("._!", r) }) {
				if len(part) > 20 && strings.Contains(text, part) || strings.Contains(text, "canary") {
					t.Errorf("the %s tell of %s", name, secret)
				}
			}
		}
	}
	id := "tok_" + strings.Split(good, "_")[1]
	for _, want := range []string{
		"operation=Seen type=query cost=2 outcome=OK principal=" + id, "principal=ada@127.0.0.1:",
		`msg="authentication failed"`,
	} {
		if !strings.Contains(log, want) {
			t.Errorf("the log lacks %s:\n%s", want, log)
		}
	}
	if !regexp.MustCompile(`findcare_requests_total\{operation="",outcome="UNAUTHENTICATED"\} 6`).MatchString(metrics) {
		t.Error("the metrics do not count the failures")
	}
}
