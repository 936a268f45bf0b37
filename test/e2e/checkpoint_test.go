package e2e

import (
	"net/http"
	"strings"
	"testing"
)

// A server that starts while its database is away serves its checkpoint, and says so, until the database is back; where
// none may be that old, it does not.
func TestStartWhileTheDatabaseIsAway(t *testing.T) {
	t.Parallel()
	engine := newFerretDB(t)
	engine.run()
	setenv(t, "MONGODB_URI", engine.uri+"clinic")
	mustRun(t, "import", "testdata/directory.json")
	data := t.TempDir()
	args := []string{"--demo=false", "--log-level", "error", "--data", data}
	before := openServer(t, append([]string{"--admin", "127.0.0.1:0"}, args...)...)
	version := before.ready(t).Version
	if age := metricIn(fetch(t, before.metrics), "findcare_checkpoint_age_seconds"); age != -1 {
		t.Errorf("before there is a checkpoint it is %v s old", age)
	}
	before.stop(t) // which writes one
	engine.kill()

	away := startAway(t, args...)
	waitUntil(t, "the checkpoint to be served", func() bool { return away.ready(t).Code == http.StatusOK })
	state := away.ready(t)
	if state.Status != "stale" || state.Version != version || state.Age == "" {
		t.Errorf("while the database is away: %+v, not %s", state, version)
	}
	if text := fetch(t, away.url+"/find"); !strings.Contains(text, "<h1") {
		t.Errorf("/find: %s", text)
	}
	none := startAway(t, append([]string{"--checkpoint-max-age", "0s"}, args...)...)
	if state := none.ready(t); state.Code != http.StatusServiceUnavailable || state.Status != "loading" {
		t.Errorf("with no age allowed: %+v", state)
	}
	engine.run()
	for _, server := range []*program{away, none} {
		waitUntil(t, "the database", func() bool {
			state := server.ready(t)
			return state.Status == "ready" && state.Database == "ok" && state.Version == version
		})
	}
}

// startAway starts a server whose database is away, and returns when it has read its checkpoint. It prints its
// addresses only later.
func startAway(t *testing.T, args ...string) *program {
	t.Helper()
	address, admin := "127.0.0.1:"+freePort(t), "127.0.0.1:"+freePort(t)
	s := launch(t, append(args, "--listen", address, "--admin", admin)...)
	s.url, s.metrics = "http://"+address, "http://"+admin+"/metrics"
	poll(t, "an answer", func() error {
		response, err := http.Get(s.url + "/healthz")
		if err == nil {
			err = response.Body.Close()
		}
		return err
	})
	waitUntil(t, "the checkpoint", func() bool {
		metrics := fetch(t, s.metrics)
		return metricIn(metrics, "findcare_checkpoint_age_seconds") >= 0 &&
			metricIn(metrics, `findcare_feed_info{feed="away"}`) == 1
	})
	return s
}
