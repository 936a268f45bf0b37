package e2e

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// section is a part of the operators' document, without its title.
func section(t *testing.T, title string) string {
	t.Helper()
	_, rest, found := strings.Cut(readFile(t, "docs/operators.md"), "\n## "+title+"\n")
	if !found {
		t.Fatalf("docs/operators.md has no section %s", title)
	}
	text, _, _ := strings.Cut(rest, "\n## ")
	return text
}

var codeInProse = regexp.MustCompile("`([^`]+)`")

// firstCells are the names in the first cells of a section's tables.
func firstCells(t *testing.T, title string) (names []string) {
	t.Helper()
	for line := range strings.Lines(section(t, title)) {
		if !strings.HasPrefix(line, "| `") {
			continue
		}
		for _, found := range codeInProse.FindAllStringSubmatch(strings.Split(line, "|")[1], -1) {
			names = append(names, found[1])
		}
	}
	return names
}

var ownMetric = regexp.MustCompile(`(?m)^# TYPE (findcare_\S+) `)

func TestOperatorsAreToldOfTheMetricsAndTheLog(t *testing.T) {
	t.Parallel()
	data := demoData(t)
	token := newToken(t, data, "viewer")
	server := openServer(t, "--data", data, "--admin", "127.0.0.1:0", "--log-format", "json")
	server.token = token
	server.query(t, `query Count { directory { providerCount } }`, nil)
	openStream(t, server, "providerCount")
	metrics := fetch(t, server.metrics)
	server.stop(t)

	var there []string
	for _, found := range ownMetric.FindAllStringSubmatch(metrics, -1) {
		there = append(there, found[1])
	}
	var told []string
	for _, name := range firstCells(t, "Metrics") {
		if strings.HasPrefix(name, "findcare_") {
			told = append(told, name)
		}
	}
	// Of a separate database alone, and of a server that has written a checkpoint or begun with one.
	there = append(there, "findcare_feed_contact_age_seconds", "findcare_checkpoint_age_seconds")
	sameNames(t, "metrics", told, there)

	var fields []string
	for text := range strings.Lines(server.log.String()) {
		var line map[string]any
		if err := json.Unmarshal([]byte(text), &line); err != nil {
			t.Fatalf("%v: %s", err, text)
		}
		if line["msg"] == "request" {
			for name := range line {
				fields = append(fields, name)
			}
		}
	}
	slices.Sort(fields)
	sameNames(t, "fields of a request in the log", firstCells(t, "Logs"), slices.Compact(fields))
}

func sameNames(t *testing.T, what string, told, there []string) {
	t.Helper()
	slices.Sort(told)
	slices.Sort(there)
	if !slices.Equal(told, there) {
		t.Errorf("%s: docs/operators.md tells of\n%v, and there are\n%v", what, told, there)
	}
}
