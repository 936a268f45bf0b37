package lint

import (
	"path/filepath"
	"testing"
)

// TestServerRunsWithTheConfigurationFile starts the server with the example; what start sets in the environment wins.
func TestServerRunsWithTheConfigurationFile(t *testing.T) {
	t.Parallel()
	path, err := filepath.Abs("../findcare.yaml")
	if err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(temporary(t), "findcare.yaml")
	writeFile(t, copied, readFile(t, path))
	environment := map[string]string{"FINDCARE_CONFIG": copied, "FINDCARE_SHUTDOWN_DELAY": "0s"}
	checkVariables(t, environment)
	s := start(t, command(t.Context(), binary, "serve"), environment, ownFolder(t, filepath.Join(temporary(t), "data")))
	if _, got := get(t, s.url+operation); got != `{"data":{"directory":{"providerCount":0}}}` {
		t.Errorf("the demo is on: %s", got)
	}
	if status, _ := get(t, s.admin+"/metrics"); status != 200 {
		t.Errorf("metrics: status %d", status)
	}
}
