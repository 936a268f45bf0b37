package e2e

import (
	"encoding/json"
	"strings"
	"testing"

	"findcare/models"
)

// copyAnswer is the answer to a mutation of a working copy, which is called done.
type copyAnswer struct {
	Data struct {
		Done struct {
			WorkingCopy *struct {
				Save    int
				Article struct{ Fingerprint string }
			}
			UserErrors []struct{ Code string }
		}
	}
}

// done sends a mutation of a working copy, and fails the test unless it has the one error, "" for none.
func (s *program) done(t *testing.T, token, mutation string, variables map[string]any, want string) copyAnswer {
	t.Helper()
	var answer copyAnswer
	content := s.queryAs(t, token, mutation, variables)
	if err := json.Unmarshal([]byte(content), &answer); err != nil {
		t.Fatal(err, content)
	}
	got := ""
	for _, err := range answer.Data.Done.UserErrors {
		got += err.Code
	}
	if got != want || strings.Contains(content, `"errors"`) {
		t.Fatalf("%s, want %q", content, want)
	}
	return answer
}

// With --require-sign-off an article is published once a reviewer has signed that very text, who has not saved it.
func TestSignOffIsRequired(t *testing.T) {
	t.Parallel()
	data := demoData(t)
	ada, robin := newToken(t, data, "reviewer"), newToken(t, data, "reviewer")
	server := openServer(t, "--data", data, "--require-sign-off", "--log-level", "error")
	const (
		asked = ` { workingCopy { save article { fingerprint } } userErrors { code message } } }`
		save  = `mutation($id: ID!, $save: Int!, $lead: String!) { done: saveWorkingCopy(expectedSave: $save, ` +
			`article: {id: $id, title: "Nights", topic: {condition: "insomnia"}, lead: $lead, author: "Ada"})` + asked
		review = `mutation($id: ID!, $save: Int!, $text: String!) { done: reviewWorkingCopy(id: $id, ` +
			`expectedSave: $save, expectedFingerprint: $text, review: {reviewer: "Robin"})` + asked
		publish = `mutation($id: ID!, $save: Int!) { done: publishWorkingCopy(id: $id, expectedSave: $save)` + asked
	)
	variables := map[string]any{"id": models.IDOfSlug(models.KindArticle, "nights"), "save": 0, "lead": "Sleep."}
	take := func(answer copyAnswer) {
		t.Helper()
		c := answer.Data.Done.WorkingCopy
		variables["save"], variables["text"] = c.Save, c.Article.Fingerprint
	}
	take(server.done(t, ada, save, variables, ""))
	server.done(t, ada, publish, variables, "SIGN_OFF")
	take(server.done(t, ada, review, variables, ""))
	server.done(t, ada, publish, variables, "SIGN_OFF") // her own
	take(server.done(t, robin, review, variables, ""))
	variables["lead"] = "Sleep can be learned."
	read := variables["text"]
	take(server.done(t, ada, save, variables, ""))
	server.done(t, ada, publish, variables, "SIGN_OFF") // of another text
	text := variables["text"]
	variables["text"] = read
	server.done(t, robin, review, variables, "CONFLICT")
	variables["text"] = text
	take(server.done(t, robin, review, variables, ""))
	server.done(t, ada, publish, variables, "")
	if page := server.open(t, "/care/nights"); !strings.Contains(page, "Medically reviewed by <strong>Robin") {
		t.Errorf("the page is %.500s", page)
	}
}
