package e2e

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"findcare/internal/clock/clocktest"
	"findcare/models"
)

// scheduled is a provider that is to have another name at a time.
type scheduled struct {
	id string
	at time.Time
}

// publicationOf asks for what a publication has made of a provider.
const publicationOf = `query($id: ID!) { provider(by: {id: $id}) { name revision updatedAt workingCopy { ` +
	`scheduleFailure } } history(id: $id) { operation } }`

type publication struct {
	Data struct {
		Provider struct {
			Name        string
			Revision    int
			UpdatedAt   time.Time
			WorkingCopy *struct{ ScheduleFailure string }
		}
		History []struct{ Operation string }
	}
}

// scheduleOne makes a provider, and schedules another name of it.
func scheduleOne(t *testing.T, s *program, token string, number int, at time.Time) scheduled {
	t.Helper()
	slug := fmt.Sprint("scheduled-", number)
	id := models.IDOfSlug(models.KindProvider, slug)
	variables := map[string]any{"id": id, "slug": slug, "at": at.UTC().Format(time.RFC3339Nano)}
	answer := s.queryAs(t, token, `mutation($id: ID!, $slug: String!, $at: DateTime!) {
		createProvider(input: {slug: $slug, name: "Wren", kind: INDIVIDUAL}) { userErrors { message } }
		saveWorkingCopy(id: $id, provider: {name: "Robin"}) { userErrors { message } }
		publishWorkingCopy(id: $id, expectedSave: 1, at: $at) { workingCopy { scheduledFor } } }`, variables)
	var made struct {
		Data struct {
			PublishWorkingCopy struct {
				WorkingCopy struct{ ScheduledFor time.Time }
			}
		}
	}
	if err := json.Unmarshal([]byte(answer), &made); err != nil ||
		made.Data.PublishWorkingCopy.WorkingCopy.ScheduledFor.IsZero() {
		t.Fatalf("it is not scheduled: %s, %v", answer, err)
	}
	return scheduled{id, made.Data.PublishWorkingCopy.WorkingCopy.ScheduledFor}
}

// publishedOnce waits until a working copy is published, and returns how long after its time that was.
func (one scheduled) publishedOnce(t *testing.T, s *program, token string) (late time.Duration) {
	t.Helper()
	var now publication
	waitUntil(t, "the publication", func() bool {
		now = publication{}
		answer := s.queryAs(t, token, publicationOf, map[string]any{"id": one.id})
		if err := json.Unmarshal([]byte(answer), &now); err != nil {
			t.Fatal(err, answer)
		}
		return now.Data.Provider.Name == "Robin" && now.Data.Provider.WorkingCopy == nil
	})
	p := now.Data
	if p.Provider.Revision != 2 || len(p.History) != 2 || p.History[0].Operation != "publishWorkingCopy" {
		t.Errorf("%s is at revision %d, after %+v", one.id, p.Provider.Revision, p.History)
	}
	late = now.Data.Provider.UpdatedAt.Sub(one.at)
	if late < -time.Millisecond {
		t.Errorf("%s was published %v before its time", one.id, -late)
	}
	return late
}

// Working copies are published at their times by one of two servers, while the other one is killed at that moment.
func TestSchedulesWhileServersAreKilled(t *testing.T) {
	t.Parallel()
	clocktest.OutsideEngine(t)
	setenv(t, "MONGODB_URI", openFerretDB(t)+"clinic")
	token := newToken(t, "", "editor")
	start := func() *program {
		return openServer(t, "--demo=false", "--poll-interval", "200ms", "--log-level", "error")
	}
	stays := start()
	const rounds, together = 3, 3
	worst := time.Duration(0)
	for round := range rounds {
		killed := start()
		at := clocktest.Now().Add(4 * time.Second) // by which all are scheduled
		var all []scheduled
		for i := range together {
			all = append(all, scheduleOne(t, killed, token, round*together+i, at))
		}
		<-time.After(at.Sub(clocktest.Now()) + time.Duration(rand.IntN(300))*time.Millisecond) // the moment of the kill
		if err := killed.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = killed.Wait()
		for _, one := range all {
			worst = max(worst, one.publishedOnce(t, stays, token))
		}
	}
	t.Logf("at most %v after its time", worst)
}

// A server that was down at the time publishes when it is started.
func TestScheduleAfterARestart(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	token := newToken(t, data, "editor")
	start := func() *program { return openServer(t, "--demo=false", "--data", data, "--log-level", "error") }
	server := start()
	at := clocktest.Now().Add(4 * time.Second)
	one := scheduleOne(t, server, token, 0, at)
	if err := server.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = server.Wait()
	<-time.After(at.Sub(clocktest.Now()))
	one.publishedOnce(t, start(), token)
}
