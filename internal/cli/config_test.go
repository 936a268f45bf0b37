package cli

import (
	"bytes"
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"findcare/internal/clock/clocktest"
)

// parse parses a command line and returns what it sets.
func parse(t *testing.T, args ...string) (*commands, []string) {
	t.Helper()
	var line commands
	parser, err := newParser(&line)
	if err != nil {
		t.Fatal(err)
	}
	command, err := parser.Parse(args)
	if err != nil {
		t.Fatal(err)
	}
	return &line, changed(command.Flags())
}

func configOf(t *testing.T, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "findcare.yaml")
	writeFile(t, path, content)
	return path
}

// A flag wins over the environment, that over the file, and that over the default; for each kind of value.
func TestPrecedence(t *testing.T) {
	kinds := []struct {
		flag, variable             string
		onLine, inEnvironment, key string
		standard                   string
	}{
		{"listen", "FINDCARE_LISTEN", ":1", ":2", "':3'", "localhost:8080"},
		{"poll-interval", "FINDCARE_POLL_INTERVAL", "1s", "2m0s", "3s", "2s"},
		{"rate-limit", "FINDCARE_RATE_LIMIT", "1.5", "2", "3", "100"},
		{"max-body", "FINDCARE_MAX_BODY", "1", "2", "3", "131072"},
		{"demo", "FINDCARE_DEMO", "false", "true", "false", "true"},
		{"origins", "FINDCARE_ORIGINS", "https://a,https://b", "https://c", "[https://d, https://e]", "*"},
		{"trusted-documents", "FINDCARE_TRUSTED_DOCUMENTS", "also", "only", "only", "also"},
		{"log-format", "FINDCARE_LOG_FORMAT", "text", "json", "json", "text"},
		{"mongodb-uri", "MONGODB_URI", "mongodb://a", "mongodb://b", "mongodb://c", ""},
	}
	inFile := strings.NewReplacer("'", "", "[", "", "]", "", " ", "")
	for _, kind := range kinds {
		for sources := range 8 { // a bit for each source
			args, want := []string{"serve"}, kind.standard
			content := ""
			if sources&1 != 0 {
				content, want = kind.flag+": "+kind.key+"\n", inFile.Replace(kind.key)
			}
			args = append(args, "--config", configOf(t, content))
			t.Run(kind.flag, func(t *testing.T) {
				if sources&2 != 0 {
					t.Setenv(kind.variable, kind.inEnvironment)
					want = kind.inEnvironment
				}
				if sources&4 != 0 {
					args = append(args, "--"+kind.flag+"="+kind.onLine)
					want = kind.onLine
				}
				if got := flagValue(t, kind.flag, args); got != want {
					t.Errorf("%q, file %q: %q, want %q", args, content, got, want)
				}
			})
		}
	}
}

func flagValue(t *testing.T, name string, args []string) string {
	t.Helper()
	parser, err := NewParser()
	if err != nil {
		t.Fatal(err)
	}
	command, err := parser.Parse(args)
	if err != nil {
		t.Fatal(err)
	}
	for _, flag := range command.Flags() {
		if flag.Name == name {
			return valueOf(flag)
		}
	}
	t.Fatalf("no flag %s", name)
	return ""
}

// The log shows what the file sets, and no secret; other commands take from it what they share with serve.
func TestConfigFileIsUsed(t *testing.T) {
	path := configOf(t, "mongodb-uri: mongodb://ada:secret@db.example/clinic\nreview-months: 24\ntrusted-proxies:\n"+
		"  - 10.0.0.0/8\n  - fd00::/8\n")
	line, got := parse(t, "serve", "--config", path)
	want := []string{"config=" + path, "mongodb-uri=(set)", "review-months=24", "trusted-proxies=10.0.0.0/8,fd00::/8"}
	if !slices.Equal(got, want) || line.Serve.ReviewMonths != 24 {
		t.Errorf("changed: %q, want %q", got, want)
	}
	t.Setenv("FINDCARE_CONFIG", path)
	line, got = parse(t, "export")
	if want := []string{"config=" + path, "mongodb-uri=(set)"}; !slices.Equal(got, want) ||
		line.Export.URI != "mongodb://ada:secret@db.example/clinic" {
		t.Errorf("export: %q, want %q", got, want)
	}
}

// Faults of a file are reported with their place, all at once, and without what may be a secret.
func TestConfigFileFaults(t *testing.T) {
	for content, want := range map[string][]string{
		"listen: :1\nrate-limitt: 1\nsite_url: x\nconfig: x\nversion: true\n": {
			":2: rate-limitt: unknown key; did you mean rate-limit?",
			":3: site_url: unknown key; did you mean site-url?",
			":4: config: unknown key", ":5: version: unknown key",
		},
		"max-tokens: 4\nno-demo: true\n": {
			":1: max-tokens: unknown key", ":2: no-demo: unknown key; did you mean demo?",
		},
		"rate-limit: many\nmax-body: [1, 2]\n": {
			`:1: rate-limit: expected a float but got "many"`, ":2: max-body: must be one value",
		},
		"poll-interval: 5\ndemo: maybe\n": {
			":1: poll-interval: expected duration", ":2: demo: bool value must be true",
		},
		"trusted-documents: all\n":         {`:1: trusted-documents: "all" must be one of also, only`},
		"log-level:\n":                     {":1: log-level: needs a value"},
		"origins: [[a]]\n":                 {":1: origins: must be a value or a list of values"},
		"site-url: {a: b}\n":               {":1: site-url: must be a value or a list of values"},
		"trusted-proxies: [10.0.0.0/99]\n": {":1: trusted-proxies: "},
		"listen: :1\nlisten: :2\n":         {`"listen" already defined`},
		"mongodb-uri: secret: more":        {"[1:14]"},
		"- listen\n":                       {"must be one YAML mapping"},
		"demo: false\n---\ndemo: true\n":   {"must be one YAML mapping"},
		"# of check\nlisten: here\nmax-body: 0\norigins: [https://a.example/x]\n": {
			`:2: listen: "here" must be a host and a port`, `:3: max-body: "0" must be above 0`,
			`:4: origins: "https://a.example/x" must be an origin`,
		},
		"image-hosts:\n  - images.example\n  - https://b.example\n  - '*.c.example'\n  - d.example;x\n  - '-'\n": {
			`:1: image-hosts: "https://b.example" must be the name of a host`, `"*.c.example" must`,
			`"d.example;x" must`, `"-" must`,
		},
	} {
		path := configOf(t, content)
		err := Run(
			context.Background(), []string{"--config", path}, new(bytes.Buffer), new(bytes.Buffer), clocktest.Now,
		)
		for _, text := range append(want, path) {
			if err == nil || !strings.Contains(err.Error(), text) || strings.Contains(err.Error(), "secret") {
				t.Errorf("%q: %v, want %s", content, err, text)
			}
		}
	}
	if err := Run(context.Background(), []string{"--config", "no-such.yaml"}, nil, nil, clocktest.Now); err == nil ||
		!strings.Contains(err.Error(), "no-such.yaml: no such file") {
		t.Errorf("a missing file: %v", err)
	}
}

// A fault is reported under the name of the flag if the flag overrides the file.
func TestFaultsNameTheSource(t *testing.T) {
	path := configOf(t, "listen: here\nmax-body: 0\n")
	err := Run(context.Background(), []string{"--config", path, "--listen", "there"}, nil, nil, clocktest.Now)
	if err == nil || !strings.Contains(err.Error(), `--listen: "there" must be`) ||
		!strings.Contains(err.Error(), path+`:2: max-body: "0" must be`) {
		t.Errorf("%v", err)
	}
}

// A deprecated flag works, and logs a warning wherever it is set.
func TestDeprecatedFlags(t *testing.T) {
	t.Setenv("FINDCARE_KEPT_ANSWERS", "7")
	line, _ := parse(t, "serve", "--max-tokens", "5", "--heartbeat=1s", "--no-automatic-persisted-queries")
	c := line.Serve.serverConfig(&process{})
	if c.Limits.Tokens != 5 || c.GraphQL.Heartbeat != time.Second || c.GraphQL.AutomaticPersistedQueries ||
		c.GraphQL.ResponseCacheSize != 7 {
		t.Errorf("%+v, %+v", c.Limits, c.GraphQL)
	}
	var log bytes.Buffer
	err := Run(context.Background(), []string{"--max-tokens", "5", "--listen", "here"}, nil, &log, clocktest.Now)
	for _, want := range []string{
		`WARN msg="a deprecated flag is set" flag=--max-tokens "removed in"=0.3.0`,
		`flag=--kept-answers "removed in"=0.3.0 replacement=--response-cache-size`,
	} {
		if err == nil || !strings.Contains(log.String(), want) {
			t.Errorf("%v, logged %s, want %s", err, &log, want)
		}
	}
}
