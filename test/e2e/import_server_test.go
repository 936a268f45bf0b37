package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"findcare/demo"
)

// registryFile writes a file in the layout of the NPI registry, with what edit makes of its text.
func registryFile(t *testing.T, rows int, edit func(string) string) string {
	t.Helper()
	var content bytes.Buffer
	if err := demo.WriteNPPES(&content, rows, 60); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "npidata_pfile_20050523-20261108.csv")
	text := content.String()
	if edit != nil {
		text = edit(text)
	}
	writeFile(t, path, text)
	return path
}

// editorsServer is a server over an empty directory, with a token of an editor.
func editorsServer(t *testing.T, data string) *program {
	t.Helper()
	token := strings.TrimSpace(
		mustRun(t, "token", "create", "--data", data, "--role", "editor", "--name", "Import job"),
	)
	s := openServer(t, "--data", data, "--demo=false")
	s.token = token
	return s
}

// An import through a server, over a connection that loses answers, says what one into the database says, and comes to
// the same.
func TestImportThroughAServer(t *testing.T) {
	t.Parallel()
	file := registryFile(t, 1500, func(text string) string { return text + "\"1000000021\",\"1\"\n<html>\n" })
	here, there := t.TempDir(), t.TempDir()
	want := mustRun(t, "import", "--data", here, "--rejects", filepath.Join(here, "rejects.csv"), file)
	s := editorsServer(t, there)
	rejects := filepath.Join(there, "rejects.csv")
	through := []string{"import", "--server", losingAnswers(t, s.url), "--token", s.token, "--rejects", rejects, file}
	if got := mustRun(t, through...); got != want {
		t.Errorf("through the server:\n%s\ninto the database:\n%s", got, want)
	}
	if got, want := readFile(t, rejects), readFile(t, filepath.Join(here, "rejects.csv")); got != want {
		t.Errorf("rejects through the server:\n%s\ninto the database:\n%s", got, want)
	}
	again := mustRun(t, through...)
	if strings.Contains(again, "created") ||
		strings.Contains(again, "changed\n") && !strings.Contains(again, "unchanged") {
		t.Errorf("the same again:\n%s", again)
	}
	s.stop(t)
	if got, want := mustRun(t, "export", "--data", there), mustRun(t, "export", "--data", here); got != want {
		t.Error("the two directories differ")
	}
	// What came through the server is known to imports into the database, and the other way round.
	if got := mustRun(t, "import", "--data", there, file); got != again {
		t.Errorf("into the database after that:\n%s\nwant\n%s", got, again)
	}
}

// losingAnswers is the address of a proxy that loses every second answer.
func losingAnswers(t *testing.T, to string) string {
	t.Helper()
	target, err := url.Parse(to)
	if err != nil {
		t.Fatal(err)
	}
	var number atomic.Int64
	proxy := httputil.NewSingleHostReverseProxy(target)
	proxy.ModifyResponse = func(*http.Response) error {
		if number.Add(1)%2 == 0 {
			return fmt.Errorf("lost")
		}
		return nil
	}
	proxy.ErrorHandler = func(w http.ResponseWriter, _ *http.Request, _ error) { w.WriteHeader(http.StatusBadGateway) }
	server := httptest.NewServer(proxy)
	t.Cleanup(server.Close)
	return server.URL
}

// Files that come out of order, break dates and leave behavioural health come to the same through a server as in a
// database.
func TestFilesOutOfOrderThroughAServer(t *testing.T) {
	t.Parallel()
	const number, taxonomy, deactivated = "NPI", "Healthcare Provider Taxonomy Code_1", "NPI Deactivation Date"
	older := filedOn(t, "20240913", map[string]string{"NPI": "1000000004"}, map[string]string{"NPI": "1000000012"},
		map[string]string{"NPI": "1000000020"}, map[string]string{"NPI": "1000000038"},
		map[string]string{"NPI": "1000000046"})
	newer := filedOn(t, "20241011",
		map[string]string{number: "1000000004", practice + "City Name": "LANSING", "Last Update Date": "10/02/2024"},
		map[string]string{number: "1000000004", "Last Update Date": "10/01/2024"},
		map[string]string{number: "1000000012", deactivated: "2024-10-02"},
		map[string]string{number: "1000000020", deactivated: "gone"},
		map[string]string{number: "1000000038", taxonomy: "207Q00000X"},
		map[string]string{number: "1000000046", taxonomy: "207Q00000X"})
	for name, steps := range map[string][][]string{
		"in order":            {{older}, {newer}, {newer}, {older}, {"--force", older}},
		"the newer one first": {{newer}, {older}, {newer}},
	} {
		here, there := t.TempDir(), t.TempDir()
		s := editorsServer(t, there)
		for at, step := range steps {
			want := mustRun(t, append([]string{"import", "--data", here}, step...)...)
			got := mustRun(t, append([]string{"import", "--server", s.url, "--token", s.token}, step...)...)
			if got != want {
				t.Errorf("%s, %d through the server:\n%s\ninto the database:\n%s", name, at, got, want)
			}
		}
		s.stop(t)
		if got, want := mustRun(t, "export", "--data", there), mustRun(t, "export", "--data", here); got != want {
			t.Errorf("%s: the two directories differ", name)
		}
		// What came through the server is known to imports into the database.
		if got := mustRun(t, "import", "--data", there, older); name != "in order" &&
			!strings.Contains(got, "skipped: the record was read from a newer file before") {
			t.Errorf("%s: the older file after that:\n%s", name, got)
		}
	}
}

// practice begins the names of the columns of the main location.
const practice = "Provider Business Practice Location Address "

// filedOn writes a file of the NPI registry of a day. Its rows are those of a social worker in Flint, but for the cells
// that are given.
func filedOn(t *testing.T, date string, rows ...map[string]string) (path string) {
	t.Helper()
	header, _, _ := strings.Cut(readFile(t, registryFile(t, 1, nil)), "\n")
	content := header + "\n"
	for _, row := range rows {
		cells := map[string]string{
			"Entity Type Code": "1", "Provider Last Name (Legal Name)": "MCEXAMPLE", "Provider First Name": "JUNIPER",
			practice + "City Name": "FLINT", practice + "State Name": "MI",
			"Healthcare Provider Taxonomy Code_1": "1041C0700X",
		}
		maps.Copy(cells, row)
		content += rowOf(t, header, cells)
	}
	path = filepath.Join(t.TempDir(), "npidata_pfile_20050523-"+date+".csv")
	writeFile(t, path, content)
	return path
}

// What editors change by the API survives imports, and the history has both.
func TestEditorsAndAnImportThroughAServer(t *testing.T) {
	t.Parallel()
	const npi = "1000000004"
	s := editorsServer(t, t.TempDir())
	file := filedOn(t, "20261108", map[string]string{"NPI": npi})
	original := readFile(t, file)
	header, row, _ := strings.Cut(original, "\n")
	bring := func(what, content string) {
		t.Helper()
		writeFile(t, file, content)
		mustContain(t, what, mustRun(t, "import", "--server", s.url, "--token", s.token, file), " 1  "+what+"\n")
	}
	bring("created", original)
	var found struct {
		Data struct {
			Provider *struct{ ID, Name, Statement string }
		}
	}
	read := func() string {
		t.Helper()
		found.Data.Provider = nil
		answer := s.query(t, `{ provider(by: {npi: "1000000004"}) { id name statement locations { city } } }`, nil)
		if err := json.Unmarshal([]byte(answer), &found); err != nil {
			t.Fatal(err)
		}
		return answer
	}
	read()
	id := found.Data.Provider.ID
	s.query(t, `mutation($id: ID!) {
		updateProvider(id: $id, input: {name: "June McExample", statement: "I listen."}) { userErrors { message } }
	}`, map[string]any{"id": id})
	bring("changed", strings.NewReplacer("FLINT", "LANSING", "JUNIPER", "JUNIPERA").Replace(original))
	mustContain(t, "after the second import", read(),
		`"June McExample","statement":"I listen.","locations":[{"city":"Lansing"}]`)
	deactivated := strings.Replace(original, row,
		rowOf(t, header, map[string]string{"NPI": npi, "NPI Deactivation Date": "11/02/2026"}), 1)
	bring("withdrawn", deactivated)
	bring("skipped: deactivated", deactivated)
	bring("restored", original)
	mustContain(t, "after it came back", read(), `"June McExample","statement":"I listen."`)
	s.query(t, `mutation($id: ID!) { deleteProvider(id: $id) { deletedId } }`, map[string]any{"id": id})
	bring("skipped: deleted by an editor", original)
	const history = `{"data":{"history":[{"by":"TOKEN","operation":"deleteProvider"},{"by":"TOKEN",` +
		`"operation":"import nppes"},{"by":"TOKEN","operation":"import nppes"},{"by":"TOKEN","operation":"import ` +
		`nppes"},{"by":"TOKEN","operation":"updateProvider"},{"by":"TOKEN","operation":"import nppes"}]}}`
	want := strings.ReplaceAll(history, "TOKEN", "tok_"+strings.Split(s.token, "_")[1])
	got := strings.TrimSpace(s.query(t, `query($id: ID!) { history(id: $id) { by operation } }`,
		map[string]any{"id": id}))
	if got != want {
		t.Errorf("history\n%s\nwant\n%s", got, want)
	}
}

// rowOf is a row with some cells, under a header.
func rowOf(t *testing.T, header string, cells map[string]string) string {
	t.Helper()
	names := strings.Split(strings.TrimSpace(header), ",")
	row := make([]string, len(names))
	for i, name := range names {
		row[i] = `"` + cells[strings.Trim(name, `"`)] + `"`
	}
	return strings.Join(row, ",") + "\n"
}

func TestImportsThatNoServerTakes(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	viewer := strings.TrimSpace(mustRun(t, "token", "create", "--data", data, "--role", "viewer", "--name", "A reader"))
	s := openServer(t, "--data", data, "--demo=false")
	file := registryFile(t, 10, nil)
	page := httptest.NewServer(http.FileServer(http.Dir(t.TempDir())))
	defer page.Close()
	for name, test := range map[string]struct {
		args []string
		want string
	}{
		"no token":            {[]string{"--server", s.url}, "the server says: "},
		"a token of a viewer": {[]string{"--server", s.url, "--token", viewer}, "the server says: "},
		"no server": {
			[]string{"--server", "http://127.0.0.1:1", "--token", viewer}, "the server is not reachable",
		},
		"no address": {
			[]string{"--server", "care.example", "--token", viewer}, "is not the address of a server",
		},
		"another kind of site": {[]string{"--server", page.URL, "--token", viewer}, "is not a GraphQL endpoint"},
		"a dry run": {
			[]string{"--server", s.url, "--token", viewer, "--dry-run"}, "a dry run through a server is not possible",
		},
	} {
		out, err := findcare(t, append(append([]string{"import"}, test.args...), file)...).CombinedOutput()
		if err == nil || !strings.Contains(string(out), test.want) {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
	directory := filepath.Join(data, "directory.json")
	writeFile(t, directory, `{"conditions":[]}`)
	for token, want := range map[string]string{
		"": "the server says: the Authorization header", viewer: "this needs the role EDITOR",
	} {
		out, err := findcare(t, "import", "--server", s.url, "--token", token, directory).CombinedOutput()
		if err == nil || !strings.Contains(string(out), want) {
			t.Errorf("a file in the directory format: %v\n%s", err, out)
		}
	}
	if err := os.Remove(directory); err != nil {
		t.Fatal(err)
	}
}
