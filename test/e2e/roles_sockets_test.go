package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/coder/websocket"

	"findcare/internal/auth"
)

// Over a WebSocket the token comes with connection_init, and counts as much as in a header.
func TestRolesOfWebSockets(t *testing.T) {
	t.Parallel()
	data, provider := t.TempDir(), newSigner(t)
	mustRun(t, "import", "--data", data, "testdata/directory.json")
	callers := callers(t, data, provider)
	server := openServer(t, "--data", data, "--oidc-issuer", provider.URL, "--oidc-audience", "findcare",
		"--log-level", "error")
	for _, caller := range callers {
		t.Run(caller.name, func(t *testing.T) {
			conn, _ := openSocket(t, server, "")
			payload := `{}`
			if caller.token != "" {
				payload = `{"Authorization":"Bearer ` + caller.token + `"}`
			}
			got, err := exchange(t, conn, `{"type":"connection_init","payload":`+payload+`}`)
			if caller.refused {
				if websocket.CloseStatus(err) != 4403 {
					t.Errorf("%s and %v, want the code 4403", got, err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			for id, query := range []string{
				`mutation { createProvider(input: {}) { userErrors { code } } }`,
				`mutation { saveWorkingCopy(article: {}, expectedSave: 7) { userErrors { code } } }`,
				`mutation { publishWorkingCopies(copies: [{id: \"art_none\", save: 1}]) { userErrors { code } } }`,
				`mutation { reviewWorkingCopy(id: \"art_none\", expectedSave: 1, expectedFingerprint: \"1-0\", ` +
					`review: {}) { userErrors { code } } }`,
				`{ workingCopies { totalCount } }`, `{ providersInState(state: RETIRED) { totalCount } }`,
				`{ providers(first: 1) { nodes { workingCopy { save } } } }`,
			} {
				least := auth.Viewer
				switch {
				case strings.Contains(query, "reviewWorkingCopy"):
					least = auth.Reviewer
				case strings.HasPrefix(query, "mutation"):
					least = auth.Editor
				}
				checkSocketRole(t, conn, caller, least, fmt.Sprintf(
					`{"id":"%d","type":"subscribe","payload":{"query":"%s"}}`, id, query))
			}
		})
	}
}

// checkSocketRole sends an operation over a socket and reads to its end. Who may not run it learns no more than that.
func checkSocketRole(t *testing.T, conn *websocket.Conn, c caller, least auth.Role, message string) {
	t.Helper()
	got := converse(t, conn, message)
	if !strings.Contains(got, `"type":"error"`) { // what comes after an answer
		if _, _, err := conn.Read(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	want, not := `"data":{`, `"errors"`
	switch {
	case c.token == "":
		want, not = `"code":"UNAUTHENTICATED"`, "userErrors"
	case !c.role.Includes(least):
		want, not = `"code":"FORBIDDEN"`, "userErrors"
	}
	if !strings.Contains(got, want) || strings.Contains(got, not) {
		t.Errorf("%s: got %s, want %s", message, got, want)
	}
}
