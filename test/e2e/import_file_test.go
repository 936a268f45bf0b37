package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"findcare/demo"
	"findcare/internal/auth"
	"findcare/internal/clock/clocktest"
)

// Files of each form through a server say what they say directly, and come to the same.
func TestImportOfFilesThroughAServer(t *testing.T) {
	t.Parallel()
	folder, here, there := t.TempDir(), t.TempDir(), t.TempDir()
	token := newToken(t, there, "admin")
	s := openServer(t, "--data", there, "--demo=false")
	for _, step := range []struct {
		name, content string
		args          []string
	}{
		{"directory.json", readFile(t, "testdata/directory.json"), nil},
		{"directory.json", readFile(t, "testdata/directory.json"), nil},
		{"lines.ndjson", `{"type":"condition","slug":"dread","name":"Dread"}` + "\n", nil},
		{"names.csv", "slug;kind;name;pronouns;shoeSize\nplover;INDIVIDUAL;Plover;she/her;7\n", []string{"--dry-run"}},
		{"names.csv", "slug;kind;name;pronouns;shoeSize\nplover;INDIVIDUAL;Plover;she/her;7\n", nil},
		{"emptied.csv", "slug;kind;name;pronouns\nplover;INDIVIDUAL;Plover;\n", []string{"--dry-run"}},
		{"less.csv", "slug;kind;name\nplover;INDIVIDUAL;Plover B.\n", []string{"--replace", "--dry-run"}},
		{"less.csv", "slug;kind;name\nplover;INDIVIDUAL;Plover B.\n", []string{"--replace"}},
		{"wrong.csv", "slug,kind,name,npi,size\nplover,INDIVIDUAL,Plover,12,1\nwren,PLANT,Wren,,2\n", nil},
		{"empty.csv", "", nil},
		{"cut.json", `{"conditions":[{"slug":"grief"`, nil},
	} {
		file := filepath.Join(folder, step.name)
		writeFile(t, file, step.content)
		run := func(args ...string) string {
			command := findcare(t, append(append(append([]string{"import"}, args...), step.args...), file)...)
			var stdout, stderr bytes.Buffer
			command.Stdout, command.Stderr = &stdout, &stderr
			err := command.Run()
			progress := regexp.MustCompile(`(?m)^\d+ of \d+ documents\n`)
			return fmt.Sprintf("%v\n%s\n%s", err, &stdout, progress.ReplaceAllString(stderr.String(), ""))
		}
		want := run("--data", here)
		if got := run("--server", s.url, "--token", token); got != want {
			t.Errorf("%s %q: through the server\n%s\ninto the database\n%s", step.name, step.args, got, want)
		}
	}
	s.stop(t)
	checkSameDirectory(t, here, there)
}

// checkSameDirectory fails the test unless two data directories have the same directory.
func checkSameDirectory(t *testing.T, one, other string) {
	t.Helper()
	export := []string{"export", "--format", "ndjson", "--unpublished", "--data"}
	if mustRun(t, append(export, one)...) != mustRun(t, append(export, other)...) {
		t.Error("the directories differ")
	}
}

// importer sends files to a server.
type importer struct {
	*program
	t *testing.T
}

// post sends a file, and returns the status, and the id or the code of the error.
func (i importer) post(query, token, media string, body io.Reader) (status int, result string) {
	i.t.Helper()
	request, err := http.NewRequest(http.MethodPost, i.url+"/imports"+query, body)
	if err != nil {
		i.t.Fatal(err)
	}
	request.Header.Set("Content-Type", media)
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		i.t.Fatal(err)
	}
	defer response.Body.Close()
	var answer struct {
		ID     string
		Errors []struct{ Extensions struct{ Code string } }
	}
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		i.t.Fatal(err)
	}
	if len(answer.Errors) > 0 {
		return response.StatusCode, answer.Errors[0].Extensions.Code
	}
	return response.StatusCode, answer.ID
}

// imported is how far an import is.
type imported struct {
	Status, Message             string
	Done, Total                 int
	Created, Changed, Unchanged int
	NoteCount, RejectCount      int
	Notes                       []struct {
		Kind, Text, DocumentID string
		Fields                 []string
	}
	Rejects []struct{ Place, Field, Value, Rule string }
	Changes []struct{ ID, Slug, Action string }
}

const importFields = `{ status message done total created changed unchanged noteCount rejectCount
	notes { kind text documentId fields } rejects { place field value rule } changes { id slug action } }`

// state returns how far an import is.
func (i importer) state(id string) (state imported) {
	i.t.Helper()
	var data struct{ Import imported }
	err := (editor{i.url, i.token}).send(`query($id: ID!) { import(id: $id) `+importFields+` }`,
		map[string]any{"id": id}, &data)
	if err != nil {
		i.t.Fatal(err)
	}
	return data.Import
}

// end waits for the end of an import.
func (i importer) end(id string) imported {
	i.t.Helper()
	for state := i.state(id); ; state = i.state(id) {
		if state.Status != "RUNNING" {
			return state
		}
		time.Sleep(20 * time.Millisecond) // so as not to keep the machine busy
	}
}

func (i importer) version() string {
	i.t.Helper()
	return i.query(i.t, `{ directory { version } }`, nil)
}

// bigDirectory is a file of the directory format with many providers.
func bigDirectory(t *testing.T, providers int) []byte {
	t.Helper()
	content, err := demo.Directory(providers, clocktest.Now())
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// Who may send files, and which are refused.
func TestFilesThatAreRefused(t *testing.T) {
	t.Parallel()
	data, provider := t.TempDir(), newSigner(t)
	mustRun(t, "import", "--data", data, "testdata/directory.json")
	callers, token := callers(t, data, provider), newToken(t, data, "editor")
	server := openServer(t, "--data", data, "--oidc-issuer", provider.URL, "--oidc-audience", "findcare",
		"--log-level", "error")
	i := importer{server, t}
	i.token = token
	const grief = `{"type":"condition","slug":"dread","name":"Dread"}`
	before := i.version()
	for _, caller := range callers {
		status, code := i.post("?dryRun=true", caller.token, "application/x-ndjson", strings.NewReader(grief))
		wantStatus, wantCode := http.StatusForbidden, "FORBIDDEN"
		switch {
		case caller.refused, caller.token == "":
			wantStatus, wantCode = http.StatusUnauthorized, "UNAUTHENTICATED"
		case caller.role.Includes(auth.Editor):
			wantStatus, wantCode = http.StatusAccepted, code
			if state := i.end(code); state.Status != "SUCCEEDED" || state.Created != 1 {
				t.Errorf("%s: %+v", caller.name, state)
			}
		}
		if status != wantStatus || code != wantCode {
			t.Errorf("%s: status %d, %s; want %d, %s", caller.name, status, code, wantStatus, wantCode)
		}
	}
	large := func() io.Reader { return io.LimitReader(blanks{}, 100<<20+1) }
	for _, test := range []struct {
		name, query, media string
		body               io.Reader
		status             int
		code               string
	}{
		{"too large", "", "text/csv", large(), http.StatusRequestEntityTooLarge, "BODY_TOO_LARGE"},
		{"as a form", "", "multipart/form-data; boundary=x", strings.NewReader(grief), 415, "UNSUPPORTED_MEDIA_TYPE"},
		{"as text", "", "text/plain", strings.NewReader(grief), 415, "UNSUPPORTED_MEDIA_TYPE"},
		{"no truth", "?dryRun=perhaps", "text/csv", strings.NewReader(grief), 400, "BAD_USER_INPUT"},
		{"a typing error", "?dryrun=true", "text/csv", strings.NewReader(grief), 400, "BAD_USER_INPUT"},
		{"a name", "?name=a%0Ab", "text/csv", strings.NewReader(grief), 400, "BAD_USER_INPUT"},
		{
			"a registry's", "", "text/csv", strings.NewReader(readFile(t, registryFile(t, 3, nil))), 400,
			"BAD_USER_INPUT",
		},
	} {
		status, code := i.post(test.query, token, test.media, test.body)
		if status != test.status || code != test.code {
			t.Errorf("%s: status %d, %s; want %d, %s", test.name, status, code, test.status, test.code)
		}
	}
	if after := i.version(); after != before {
		t.Errorf("the directory was changed: %s, then %s", before, after)
	}
}

// blanks is an endless file of spaces.
type blanks struct{}

func (blanks) Read(part []byte) (int, error) {
	for at := range part {
		part[at] = ' '
	}
	return len(part), nil
}

// What a dry run tells, and the rejects as a file.
func TestWhatAnImportTells(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	token := newToken(t, data, "editor")
	i := importer{openServer(t, "--data", data, "--demo=false"), t}
	i.token = token
	send := func(query, content string) imported {
		t.Helper()
		status, id := i.post(query, token, "text/csv", strings.NewReader(content))
		if status != http.StatusAccepted {
			t.Fatalf("status %d, %s", status, id)
		}
		return i.end(id)
	}
	first := send("?name=plover.csv", "slug,kind,name,pronouns,size\nplover,INDIVIDUAL,Plover,she/her,7\n")
	if first.Status != "SUCCEEDED" || first.Created != 1 || first.Notes[0].Kind != "ODDITY" ||
		!strings.HasPrefix(first.Notes[0].Text, `plover.csv: the column "size"`) || first.Changes[0].Slug != "plover" {
		t.Errorf("%+v", first)
	}
	before := i.version()
	dry := send("?dryRun=true", "slug,kind,name,pronouns\nplover,INDIVIDUAL,Plover,\n")
	if dry.Status != "SUCCEEDED" || dry.Changed != 1 || dry.Notes[0].Kind != "EMPTIED" ||
		fmt.Sprint(dry.Notes[0].Fields) != "[pronouns]" || dry.Notes[0].DocumentID != first.Changes[0].ID ||
		dry.Changes[0].Action != "UPDATE" || i.version() != before {
		t.Errorf("%+v", dry)
	}
	_, id := i.post("", token, "text/csv", strings.NewReader("slug,kind,name,npi\nplover,INDIVIDUAL,Plover,12\n"))
	if got := i.end(id); got.Status != "REJECTED" || got.RejectCount != 1 || got.Rejects[0].Field != "/npi" ||
		!strings.HasSuffix(got.Message, "nothing was imported") || i.version() != before {
		t.Errorf("%+v", got)
	}
	request, err := http.NewRequest(http.MethodGet, i.url+"/imports/"+id+"/rejects", nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+token)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	table, err := io.ReadAll(response.Body)
	const want = "place,field,value,rule\nupload:2,/npi,12,\"must be ten digits"
	if err != nil || !strings.HasPrefix(string(table), want) {
		t.Errorf("the rejects: %q, %v", table, err)
	}
	if got := i.query(t, `{ imports(first: 2) { id status notes { text } rejects { rule } } }`, nil); strings.Count(
		got, `"status"`) != 2 || !strings.Contains(got, id) {
		t.Errorf("the list: %s", got)
	}
}
