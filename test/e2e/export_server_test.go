package e2e

import (
	"bytes"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// exportFlags are those that change what is exported.
var exportFlags = [][]string{
	{"--format", "json"},
	{"--format", "json", "--unpublished"},
	{"--format", "json", "--for", "0.1.0"},
	{"--format", "ndjson"},
	{"--format", "ndjson", "--unpublished"},
	{"--format", "ndjson", "--unpublished", "--for", "0.1.0"},
	{"--format", "csv"},
	{"--format", "csv", "--unpublished"},
	{"--format", "fhir"},
	{"--format", "fhir", "--base-url", "https://care.example/fhir/"},
	{"--format", "fhir-ndjson"},
	{"--format", "fhir-ndjson", "--unpublished"},
}

// exportLike runs findcare export, and returns the file and what it says beside it.
func exportLike(t *testing.T, args ...string) (file, said string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "export")
	command := findcare(t, append([]string{"export", "--output", path}, args...)...)
	out, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %v: %s", args, err, out)
	}
	lines := strings.Split(string(out), "\n")
	for i, line := range lines {
		_, lines[i], _ = strings.Cut(line, "level=") // without the time
	}
	return readFile(t, path), strings.Join(lines, "\n")
}

// The export of a running server has the bytes of that of its directory after it has stopped, with what is not public
// and after changes, too.
func TestExportOfARunningServer(t *testing.T) {
	t.Parallel()
	data := demoData(t)
	admin, viewer := newToken(t, data, "admin"), newToken(t, data, "viewer")
	server := openServer(t, "--data", data)
	w := &directoryWriter{T: t, by: editor{server.url, admin}}
	w.begin()
	for number := range 30 {
		w.write(number)
	}
	w.do(`mutation($id: ID!) { done: deleteProvider(id: $id) { userErrors { message } } }`,
		map[string]any{"id": idOf("provider", "hot", 0)})
	retire := `mutation { done: retireProvider(id: "` + idOf("provider", "hot", 1) + `") { userErrors { message } } }`
	w.do(retire, nil)
	type exported struct{ file, said string }
	var running []exported
	for _, flags := range exportFlags {
		file, said := exportLike(t, append([]string{"--server", server.url, "--token", viewer}, flags...)...)
		running = append(running, exported{file, said})
	}
	server.stop(t)
	for i, flags := range exportFlags {
		file, said := exportLike(t, append([]string{"--data", data}, flags...)...)
		if file == "" || running[i].file != file {
			t.Errorf("%v: %d bytes of the server, and %d of the directory", flags, len(running[i].file), len(file))
		}
		if running[i].said != said {
			t.Errorf("%v: the server says %q, and the directory %q", flags, running[i].said, said)
		}
	}
}

// Who may not have an export gets none, and neither does who asks for one that there is not.
func TestExportsAreForViewers(t *testing.T) {
	t.Parallel()
	data := demoData(t)
	viewer := newToken(t, data, "viewer")
	server := openServer(t, "--data", data, "--log-level", "error")
	for _, test := range []struct {
		token, query string
		status       int
	}{
		{"", "format=csv", http.StatusUnauthorized},
		{"fc_wrong", "format=csv", http.StatusUnauthorized},
		{viewer, "format=csv", http.StatusOK},
		{viewer, "format=csv&unpublished=true", http.StatusOK},
		{viewer, "format=xml", http.StatusBadRequest},
		{viewer, "", http.StatusBadRequest},
		{viewer, "format=csv&for=0.1.0", http.StatusBadRequest},
		{viewer, "format=json&for=../0.1.0", http.StatusBadRequest},
		{viewer, "format=json&base-url=https://care.example", http.StatusBadRequest},
	} {
		response := get(t, server.url+"/export?"+test.query, test.token)
		if response.StatusCode != test.status || response.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%q gets status %d, want %d, %v", test.query, response.StatusCode, test.status, response.Header)
		}
	}
	file := filepath.Join(t.TempDir(), "export.json")
	command := findcare(t, "export", "--server", server.url, "--output", file)
	if out, err := command.CombinedOutput(); err == nil || !bytes.Contains(out, []byte("--server: the server says: ")) {
		t.Errorf("without a token: %v: %s", err, out)
	}
	if _, err := os.Stat(file); !os.IsNotExist(err) {
		t.Errorf("it left a file: %v", err)
	}
}

// get sends a request with a token, and returns the response, of which the body was read to its end.
func get(t *testing.T, url, token string) *http.Response {
	t.Helper()
	request, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	if _, err := io.Copy(io.Discard, response.Body); err != nil {
		t.Error(err)
	}
	return response
}
