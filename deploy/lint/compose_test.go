package lint

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/compose-spec/compose-go/v2/loader"
	"github.com/compose-spec/compose-go/v2/types"
)

const composeFile = "../compose.yaml"

// project reads the file as "docker compose config" does: against the schema, with variables put in, and with all that
// is named in it being there.
func project(t *testing.T) *types.Project {
	t.Helper()
	folder, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	loaded, err := loader.LoadWithContext(t.Context(), types.ConfigDetails{
		WorkingDir:  folder,
		ConfigFiles: []types.ConfigFile{{Filename: composeFile, Content: []byte(readFile(t, composeFile))}},
		Environment: types.Mapping{
			"DATABASE_PASSWORD":      "secret1",
			"DATABASE_ROOT_PASSWORD": "secret2",
			"DOMAIN":                 "api.care.example",
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return loaded
}

func composeEnvironment(t *testing.T, service string) map[string]string {
	t.Helper()
	environment := imageEnvironment(t)
	for name, value := range project(t).Services[service].Environment {
		environment[name] = *value
	}
	return environment
}

func TestComposeServersMeetTheirProxyAndDatabase(t *testing.T) {
	loaded := project(t)
	upstreams := upstreamsOf(t)
	proxy := loaded.Services["caddy"].Networks["web"].Ipv4Address + "/32"
	if len(upstreams) < 2 {
		t.Errorf("%d servers", len(upstreams))
	}
	for _, upstream := range upstreams {
		name, port, _ := strings.Cut(upstream, ":")
		service := loaded.Services[name]
		environment := composeEnvironment(t, name)
		if environment["FINDCARE_LISTEN"] != ":"+port {
			t.Errorf("%s listens on %s, and Caddy asks port %s", name, environment["FINDCARE_LISTEN"], port)
		}
		if environment["FINDCARE_TRUSTED_PROXIES"] != proxy {
			t.Errorf("%s trusts %s, and Caddy is %s", name, environment["FINDCARE_TRUSTED_PROXIES"], proxy)
		}
		if want := "mongodb://findcare:secret1@mongodb/findcare?replicaSet=rs0"; environment["MONGODB_URI"] != want {
			t.Errorf("%s: %s, want %s", name, environment["MONGODB_URI"], want)
		}
		if len(service.Ports) > 0 {
			t.Errorf("%s is reached past the proxy: %v", name, service.Ports)
		}
		timesFit(t, environment, time.Duration(*service.StopGracePeriod))
	}
	if ports := loaded.Services["mongodb"].Ports; len(ports) > 0 {
		t.Errorf("the database is reached from outside: %v", ports)
	}
}

var upstreamsInCaddyfile = regexp.MustCompile(`reverse_proxy ([^{]+) \{`)

func upstreamsOf(t *testing.T) []string {
	t.Helper()
	return strings.Fields(upstreamsInCaddyfile.FindStringSubmatch(readFile(t, "../Caddyfile"))[1])
}
