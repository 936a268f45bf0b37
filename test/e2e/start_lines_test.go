package e2e

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// A start and a clean stop are a line each: what runs, where, and which settings are not as by default. No password is
// among them.
func TestALineAtStartAndAtStop(t *testing.T) {
	t.Parallel()
	s := openServer(t, "--data", demoData(t), "--log-format", "json", "--review-months", "24")
	if got := fetch(t, s.url+"/readyz"); !strings.Contains(got, `"build":{"version":`) {
		t.Errorf("/readyz has no version: %s", got)
	}
	s.stop(t)
	var lines []map[string]any
	for text := range strings.Lines(s.log.String()) {
		line := map[string]any{}
		if err := json.Unmarshal([]byte(text), &line); err != nil {
			t.Fatalf("%v: %s", err, text)
		}
		if took, is := line["took"]; is {
			if _, isText := took.(string); !isText {
				t.Errorf("a duration without a unit: %s", text)
			}
		}
		lines = append(lines, line)
	}
	at := slices.IndexFunc(lines, func(line map[string]any) bool { return line["msg"] == "server started" })
	if at < 0 || lines[len(lines)-1]["msg"] != "server stopped" {
		t.Fatalf("logged %v", lines)
	}
	if line := lines[at]; line["version"] == "" || line["feed"] != "embedded" ||
		line["address"] != strings.TrimPrefix(s.url, "http://") {
		t.Errorf("the first line is %v", line)
	}
	for _, setting := range []any{"review-months=24", "log-format=json"} {
		if changed, _ := lines[at]["changed"].([]any); !slices.Contains(changed, setting) ||
			slices.Contains(changed, any("poll-interval=2s")) {
			t.Errorf("changed: %v, want %v", changed, setting)
		}
	}
}

func TestVersionFlag(t *testing.T) {
	t.Parallel()
	if got := mustRun(t, "--version"); got != mustRun(t, "version") || !strings.HasPrefix(got, "findcare ") {
		t.Errorf("--version printed %q", got)
	}
}
