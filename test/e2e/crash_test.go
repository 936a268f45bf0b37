package e2e

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"findcare/demo"
	"findcare/models"
)

// crashRounds is how often TestNothingAcknowledgedIsLost kills the server: go test ./test/e2e -crash-rounds 200
var crashRounds = flag.Int("crash-rounds", 3, "how often the server is killed")

// editor sends operations with a token of its own, if any.
type editor struct {
	url, token string
}

// send returns the data of a mutation; an error means that it was not acknowledged.
func (e editor) send(query string, variables map[string]any, into any) error {
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		return err
	}
	request, err := http.NewRequest(http.MethodPost, e.url+"/graphql", bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	if e.token != "" {
		request.Header.Set("Authorization", "Bearer "+e.token)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	answer := struct {
		Data   any
		Errors []struct {
			Message    string
			Extensions struct{ Code models.Code }
		}
	}{Data: into}
	if err := json.Unmarshal(content, &answer); err != nil {
		return err
	}
	if len(answer.Errors) > 0 {
		return &models.Error{Code: answer.Errors[0].Extensions.Code, Message: answer.Errors[0].Message}
	}
	return nil
}

func newToken(t *testing.T, data, role string) string {
	t.Helper()
	return strings.TrimSpace(
		mustRun(t, "token", "create", "--data", data, "--role", role, "--name", "Test", "--expires", "1h"),
	)
}

// numbered is a change that a writer makes: the condition's description says which.
type numbered struct{ writer, number int }

// Writers send numbered changes while the server is killed at random moments and started again. Each change that was
// acknowledged is there once, with its record; a change whose answer was lost is sent again with its key, and counts
// once.
func TestNothingAcknowledgedIsLost(t *testing.T) {
	t.Parallel()
	const writers = 4
	data := t.TempDir()
	token := newToken(t, data, "admin")
	ids, next := make([]string, writers), make([]int, writers)
	acknowledged := map[numbered]bool{}
	var mutex sync.Mutex

	count := func() int {
		mutex.Lock()
		defer mutex.Unlock()
		return len(acknowledged)
	}
	for round := range *crashRounds {
		before := count()
		server := openServer(t, "--demo=false", "--data", data, "--log-level", "error")
		by := editor{server.url, token}
		var running sync.WaitGroup
		for writer := range writers {
			running.Go(func() {
				if ids[writer] == "" {
					ids[writer], _ = createNumbered(by, writer)
				}
				for ids[writer] != "" && writeNumbered(by, ids[writer], writer, next[writer]) == nil {
					mutex.Lock()
					acknowledged[numbered{writer, next[writer]}] = true
					mutex.Unlock()
					next[writer]++
				}
			})
		}
		waitUntil(t, "a change", func() bool { return count() > before })
		time.Sleep(time.Duration(rand.IntN(60)) * time.Millisecond) // the moment, not a wait for something
		if err := server.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		running.Wait()
		_ = server.Wait()
		if round%10 == 9 {
			checkNumbered(t, data, token, ids, acknowledged)
		}
	}
	checkNumbered(t, data, token, ids, acknowledged)
	t.Logf("%d changes were acknowledged in %d rounds", len(acknowledged), *crashRounds)
}

// textOf is the description that a numbered change gives.
func textOf(number int) string { return fmt.Sprintf("Change %d", number) }

func createNumbered(by editor, writer int) (id string, err error) {
	var answer struct {
		CreateCondition struct{ Condition struct{ ID string } }
	}
	err = by.send(
		`mutation($input: ConditionInput!, $key: String) { createCondition(input: $input, idempotencyKey: $key) { `+
			`condition { id } } }`,
		map[string]any{
			"input": map[string]any{"name": fmt.Sprint("Condition ", writer)},
			"key":   fmt.Sprint("create ", writer),
		},
		&answer,
	)
	return answer.CreateCondition.Condition.ID, err
}

func writeNumbered(by editor, id string, writer, number int) error {
	var answer struct {
		UpdateCondition struct {
			Condition  struct{ Description string }
			UserErrors []struct{ Message string }
		}
	}
	text := textOf(number)
	err := by.send(
		`mutation($id: ID!, $input: ConditionInput!, $key: String) { updateCondition(id: $id, input: $input, `+
			`idempotencyKey: $key) { condition { description } userErrors { message } } }`,
		map[string]any{
			"id":    id,
			"input": map[string]any{"description": text},
			"key":   fmt.Sprintf("%d/%d", writer, number),
		},
		&answer,
	)
	switch {
	case err != nil:
		return err
	case len(answer.UpdateCondition.UserErrors) > 0:
		return fmt.Errorf("%s", answer.UpdateCondition.UserErrors[0].Message)
	case answer.UpdateCondition.Condition.Description != text:
		return fmt.Errorf("the answer has %q, not %q", answer.UpdateCondition.Condition.Description, text)
	}
	return nil
}

// checkNumbered wants each acknowledged change in the history of its condition, once.
func checkNumbered(t *testing.T, data, token string, ids []string, acknowledged map[numbered]bool) {
	t.Helper()
	server := openServer(t, "--demo=false", "--data", data, "--log-level", "error")
	defer server.stop(t)
	for writer, id := range ids {
		if id == "" {
			continue
		}
		seen := map[string]int{}
		for _, text := range onRecord(t, editor{server.url, token}, id) {
			seen[text]++
		}
		for change := range acknowledged {
			if text := textOf(change.number); change.writer == writer && seen[text] != 1 {
				t.Errorf("writer %d: %q is there %d times", writer, text, seen[text])
			}
		}
	}
}

// onRecord are the descriptions that a condition was given, by the records of its changes, the last one first.
func onRecord(t *testing.T, by editor, id string) (texts []string) {
	t.Helper()
	for before, last := 1<<30, -1; last != before; {
		last = before
		var answer struct {
			History []struct {
				Revision    int
				By          string
				Differences []struct{ Field, After string }
			}
		}
		err := by.send(`query($id: ID!, $before: Int) { history(id: $id, first: 100, before: $before) { revision `+
			`by differences { field after } } }`,
			map[string]any{"id": id, "before": before}, &answer)
		if err != nil {
			t.Fatal(err)
		}
		for _, change := range answer.History {
			if before = change.Revision; change.By == "" {
				t.Errorf("revision %d is by nobody", change.Revision)
			}
			for _, difference := range change.Differences {
				if difference.Field == "description" {
					texts = append(texts, strings.Trim(difference.After, `"`))
				}
			}
		}
	}
	return texts
}

// The first start is killed at random moments, also while it writes the demo directory. The next start that comes to
// its end has all of it.
func TestAFirstStartThatIsKilledIsCompleted(t *testing.T) {
	t.Parallel()
	for range min(*crashRounds, 10) {
		data := t.TempDir()
		server := launch(t, "--listen", "127.0.0.1:0", "--data", data, "--log-level", "error")
		time.Sleep(time.Duration(rand.IntN(1500)) * time.Millisecond) // the moment, not a wait for something
		if err := server.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = server.Wait()
		next := openServer(t, "--data", data, "--log-level", "error")
		want := fmt.Sprintf(`{"data":{"directory":{"providerCount":%d}}}`, demo.Providers)
		if got := next.query(t, `{ directory { providerCount } }`, nil); got != want {
			t.Errorf("the next start has %s, want %s", got, want)
		}
		next.stop(t)
	}
}
