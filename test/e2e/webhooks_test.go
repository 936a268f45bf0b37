package e2e

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"findcare/models"
)

// follower keeps a copy of the directory: whenever a webhook tells of a change, it follows directoryChanges.
type follower struct {
	*httptest.Server
	t      *testing.T
	server *program // that is followed

	mutex    sync.Mutex
	verifier *standardwebhooks.Webhook
	requests int
	cursor   *string
	names    map[string]string // of the conditions by their ids
}

func newFollower(t *testing.T) *follower {
	t.Helper()
	f := &follower{t: t, names: make(map[string]string)}
	f.Server = httptest.NewServer(f)
	t.Cleanup(f.Close)
	return f
}

// ServeHTTP fails half of the time: before it has done anything, and after it has.
func (f *follower) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	f.mutex.Lock()
	defer f.mutex.Unlock()
	f.requests++
	if f.verifier != nil {
		if err := f.verifier.VerifyIgnoringTimestamp(body, r.Header); err != nil {
			f.t.Errorf("%s: %v", body, err)
		}
	}
	switch f.requests % 6 {
	case 1:
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	case 3:
		panic(http.ErrAbortHandler)
	case 5:
		f.follow()
		panic(http.ErrAbortHandler)
	}
	f.follow()
}

// follow reads what has changed since the last time.
func (f *follower) follow() {
	for more := true; more; {
		var answer struct {
			Data struct {
				DirectoryChanges struct {
					Changes []struct {
						ID       string
						Document *struct{ Name string }
					}
					Cursor  string
					HasMore bool
				}
			}
			Errors []struct{ Message string }
		}
		content := f.server.query(f.t, `query($after: String) { directoryChanges(after: $after, first: 7) {
			changes { id document { ... on Condition { name } } } cursor hasMore } }`,
			map[string]any{"after": f.cursor})
		if err := json.Unmarshal([]byte(content), &answer); err != nil || len(answer.Errors) > 0 {
			f.t.Errorf("%s: %v", content, err)
			return
		}
		for _, change := range answer.Data.DirectoryChanges.Changes {
			if delete(f.names, change.ID); change.Document != nil {
				f.names[change.ID] = change.Document.Name
			}
		}
		f.cursor, more = &answer.Data.DirectoryChanges.Cursor, answer.Data.DirectoryChanges.HasMore
	}
}

func (f *follower) set(server *program) {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	f.server = server
}

// have returns what the follower has, and how often it was told.
func (f *follower) have() (names map[string]string, requests int) {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	return maps.Clone(f.names), f.requests
}

// createWebhook makes a webhook, and returns its id and its secret.
func createWebhook(t *testing.T, s *program, token, url string) (id, secret string) {
	t.Helper()
	var made struct {
		Data struct {
			CreateWebhook struct {
				Webhook struct{ ID string }
				Secret  string
			}
		}
	}
	answer := s.queryAs(t, token, `mutation($url: String!) { createWebhook(url: $url, name: "Copy") {
		webhook { id } secret userErrors { message } } }`, map[string]any{"url": url})
	if err := json.Unmarshal([]byte(answer), &made); err != nil || made.Data.CreateWebhook.Secret == "" {
		t.Fatal(answer, err)
	}
	return made.Data.CreateWebhook.Webhook.ID, made.Data.CreateWebhook.Secret
}

// A receiver that fails half of the time, and follows directoryChanges, ends equal to the server, which is killed and
// started again in between.
func TestAReceiverEndsEqualToTheServer(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	token := newToken(t, data, "admin")
	// No proxy stands between.
	setenv(t, "HTTP_PROXY", "http://127.0.0.1:9/")
	start := func() *program {
		return openServer(t, "--data", data, "--demo=false", "--log-level", "error",
			"--webhook-allow-private")
	}
	server := start()
	f := newFollower(t)
	f.set(server)
	_, secret := createWebhook(t, server, token, f.URL)
	verifier, err := standardwebhooks.NewWebhook(secret)
	if err != nil {
		t.Fatal(err)
	}
	f.mutex.Lock()
	f.verifier = verifier
	f.mutex.Unlock()
	for i := range 60 {
		if i == 30 {
			if err := server.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			_ = server.Wait()
			server = start()
			f.set(server)
		}
		slug := fmt.Sprint("condition-", i%25)
		change := `createCondition(input: {slug: "` + slug + `", name: "Condition ` + fmt.Sprint(i) + `"})`
		if i >= 25 {
			id := models.IDOfSlug(models.KindCondition, slug)
			change = fmt.Sprintf(`updateCondition(id: %q, input: {name: "Condition %d"})`, id, i)
			if i%3 == 0 {
				change = fmt.Sprintf(`deleteCondition(id: %q)`, id)
			}
		}
		_, before := f.have()
		server.queryAs(t, token, "mutation { "+change+" { userErrors { message } } }", nil)
		if i%5 == 4 {
			waitUntil(t, "the receiver to be told", func() bool {
				_, requests := f.have()
				return requests > before
			})
		}
	}
	want := conditionsOf(t, server)
	waitUntil(t, "the receiver to have the directory of the server", func() bool {
		have, _ := f.have()
		return maps.Equal(have, want)
	})
	_, requests := f.have()
	t.Logf("%d conditions after %d requests", len(want), requests)
}

// conditionsOf are the names of all conditions by their ids.
func conditionsOf(t *testing.T, s *program) map[string]string {
	t.Helper()
	var answer struct {
		Data struct {
			Conditions struct{ Nodes []struct{ ID, Name string } }
		}
	}
	content := s.query(t, `{ conditions(first: 100) { nodes { id name } } }`, nil)
	if err := json.Unmarshal([]byte(content), &answer); err != nil || len(answer.Data.Conditions.Nodes) == 0 {
		t.Fatal(content, err)
	}
	names := make(map[string]string)
	for _, node := range answer.Data.Conditions.Nodes {
		names[node.ID] = node.Name
	}
	return names
}

// Of a webhook that fails, administrators and the metrics are told why; its secret is told once, and what is internal
// is called by nobody.
func TestWebhooksOfAServer(t *testing.T) {
	t.Parallel()
	called := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		t.Error("what is internal was called")
	}))
	t.Cleanup(called.Close)
	data := t.TempDir()
	token := newToken(t, data, "admin")
	server := openServer(t, "--data", data, "--demo=false", "--admin", "127.0.0.1:0")
	for address, want := range map[string]string{
		called.URL:                     "must begin with https://",
		"https://127.0.0.1/":           "must not be in a private network",
		"https://a:b@receiver.example": "must have no user name or password",
		"":                             "must be a URL",
	} {
		answer := server.queryAs(t, token, `mutation($url: String!) { createWebhook(url: $url, name: "Copy") {
			secret userErrors { code field message } } }`, map[string]any{"url": address})
		mustContain(t, address, answer, `"secret":null`, `"INVALID"`, want)
	}
	id, secret := createWebhook(t, server, token, "https://receiver.invalid/path-canary")
	mustContain(t, "to try it", server.queryAs(t, token,
		`mutation($id: ID!) { sendWebhook(id: $id) { webhook { id } userErrors { code } } }`,
		map[string]any{"id": id}), `"userErrors":[]`)
	list := ""
	waitUntil(t, "the webhook to fail", func() bool {
		list = server.queryAs(t, token, `{ webhooks { id url name createdAt createdBy cursor lastDeliveredAt
			lastAttemptAt failingSince failures lastFailure nextAttemptAt } }`, nil)
		return strings.Contains(list, "its host was not found")
	})
	waitUntil(t, "the metrics to tell of it", func() bool {
		metrics := fetch(t, server.metrics)
		return strings.Contains(metrics, "findcare_webhooks_failing 1\n") &&
			strings.Contains(metrics, `findcare_webhook_deliveries_total{result="delivered"} 0`) &&
			!strings.Contains(metrics, `findcare_webhook_deliveries_total{result="failed"} 0`)
	})
	deletion := server.queryAs(t, token,
		`mutation($id: ID!) { deleteWebhook(id: $id) { deletedId userErrors { code } } }`, map[string]any{"id": id})
	mustContain(t, "the deletion", deletion, `"deletedId":"`+id+`"`)
	if got := server.queryAs(t, token, `{ webhooks { id } }`, nil); !strings.Contains(got, `"webhooks":[]`) {
		t.Error("there is still", got)
	}
	server.stop(t)
	log := server.log.String()
	mustContain(t, "the log", log, `msg="a webhook fails" webhook=`+id)
	if slices.ContainsFunc([]string{list, log}, func(text string) bool { return strings.Contains(text, secret) }) ||
		strings.Contains(log, "path-canary") {
		t.Errorf("a secret is told of: %s, %s", list, log)
	}
}
