package e2e

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"findcare/internal/clock/clocktest"
)

// While a server runs an import, another one is told so, and its progress comes over a WebSocket. It can be canceled.
func TestTwoImportsAtOnce(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	token := newToken(t, data, "reviewer")
	i := importer{openServer(t, "--data", data, "--demo=false"), t}
	i.token = token
	big := bigDirectory(t, 12_000)
	_, id := i.post("", token, "application/json", bytes.NewReader(big))
	if status, code := i.post("", token, "application/json", bytes.NewReader(big)); status !=
		http.StatusServiceUnavailable || code != "OVERLOADED" {
		t.Errorf("the second: status %d, %s", status, code)
	}
	conn, _ := openSocket(t, i.program, "")
	converse(t, conn, `{"type":"connection_init","payload":{"Authorization":"Bearer `+token+`"}}`)
	last, told := converse(t, conn, `{"id":"1","type":"subscribe","payload":{"query":"subscription { `+
		`importProgress(id: \"`+id+`\") { status done total } }"}}`), 0
	for ; strings.Contains(last, `"RUNNING"`); told++ {
		if told == 2 { // it goes on, and is ended
			i.query(t, `mutation { cancelImport(id: "`+id+`") { userErrors { message } } }`, nil)
		}
		_, read, err := conn.Read(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		last = string(read)
	}
	if told < 2 || !strings.Contains(last, `"CANCELED"`) {
		t.Errorf("after %d: %s", told, last)
	}
	if _, read, err := conn.Read(t.Context()); err != nil || string(read) != `{"id":"1","type":"complete"}` {
		t.Errorf("%s, %v", read, err)
	}
	if got := i.query(t, `{ import(id: "imp_none") { id } }`, nil); got != `{"data":{"import":null}}` {
		t.Error(got)
	}
}

// A server that is killed during an import says so when it is started again, and whoever imports sends the file again:
// the directory is that of an import into the database.
func TestAServerIsKilledDuringAnImport(t *testing.T) {
	t.Parallel()
	here, there := t.TempDir(), t.TempDir()
	token, file := newToken(t, there, "reviewer"), filepath.Join(t.TempDir(), "directory.json")
	writeFile(t, file, string(bigDirectory(t, 6000)))
	i := importer{openServer(t, "--data", there, "--demo=false"), t}
	i.token = token
	through := findcare(t, "import", "--server", i.url, "--token", token, file)
	var said bytes.Buffer
	through.Stdout, through.Stderr = &said, &said
	if err := through.Start(); err != nil {
		t.Fatal(err)
	}
	id := i.running()
	_ = i.Process.Signal(syscall.SIGKILL)
	_ = i.Wait()
	again := launch(t, "--listen", strings.TrimPrefix(i.url, "http://"), "--data", there, "--demo=false")
	again.awaitReady(t)
	i.program, again.token = again, token
	if got := i.state(id); got.Status != "INTERRUPTED" || !strings.Contains(got.Message, "the same file again") {
		t.Errorf("%+v", got)
	}
	if err := through.Wait(); err != nil {
		t.Fatalf("%v\n%s", err, &said)
	}
	if got := i.query(t, `{ directory { providerCount } }`, nil); !strings.Contains(got, `:6000}`) {
		t.Error(got)
	}
	i.stop(t)
	mustRun(t, "import", "--data", here, file)
	checkSameDirectory(t, here, there)
}

// running waits until an import has written something, and returns its id.
func (i importer) running() string {
	i.t.Helper()
	for {
		var data struct {
			Imports []struct {
				ID, Status string
				Done       int
			}
		}
		if err := (editor{i.url, i.token}).send(`{ imports(first: 1) { id status done } }`, nil, &data); err != nil {
			i.t.Fatal(err)
		}
		if len(data.Imports) == 1 {
			switch now := data.Imports[0]; {
			case now.Status != "RUNNING":
				i.t.Fatalf("%+v", now)
			case now.Done > 0:
				return now.ID
			}
		}
		time.Sleep(20 * time.Millisecond) // so as not to keep the machine busy
	}
}

// An import whose sender is killed goes on, and the same file again has nothing left to do. A file that breaks off
// while it is sent changes nothing, and the next one is taken.
func TestASenderIsKilledDuringAnImport(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	token, file := newToken(t, data, "reviewer"), filepath.Join(t.TempDir(), "directory.json")
	writeFile(t, file, string(bigDirectory(t, 3000)))
	i := importer{openServer(t, "--data", data, "--demo=false"), t}
	i.token = token
	broken, w := io.Pipe()
	go func() {
		_, _ = w.Write([]byte("slug,kind,name\nplover,INDIVIDUAL,Plover\n"))
		_ = w.CloseWithError(io.ErrUnexpectedEOF)
	}()
	request, err := http.NewRequest(http.MethodPost, i.url+"/imports", broken)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "text/csv")
	request.Header.Set("Authorization", "Bearer "+token)
	if response, err := http.DefaultClient.Do(request); err == nil {
		_ = response.Body.Close()
		if response.StatusCode != http.StatusBadRequest {
			t.Errorf("a file that breaks off: status %d", response.StatusCode)
		}
	}
	through := findcare(t, "import", "--server", i.url, "--token", token, file)
	if err := through.Start(); err != nil {
		t.Fatal(err)
	}
	id := i.running()
	_ = through.Process.Signal(syscall.SIGKILL)
	_ = through.Wait()
	out := mustRun(t, "import", "--server", i.url, "--token", token, file) // which waits for the one before
	if state := i.state(id); state.Status != "SUCCEEDED" || !strings.Contains(out, fmt.Sprintf(
		"0 created, 0 changed, %d unchanged", state.Created)) {
		t.Errorf("%+v; then %s", state, out)
	}
	if got := i.query(t, `{ directory { providerCount } }`, nil); !strings.Contains(got, `:3000}`) {
		t.Error(got)
	}
}

// An import of one server is seen, and canceled, through another one on the same database.
func TestAnImportOfAnotherServer(t *testing.T) {
	t.Parallel()
	clocktest.OutsideEngine(t)
	setenv(t, "MONGODB_URI", openFerretDB(t)+"clinic")
	token := newToken(t, "", "reviewer")
	open := func() importer {
		i := importer{openServer(t, "--demo=false", "--poll-interval", "200ms", "--log-level", "error"), t}
		i.token = token
		return i
	}
	here, there := open(), open()
	status, id := here.post("", token, "application/json", bytes.NewReader(bigDirectory(t, 6000)))
	if status != http.StatusAccepted || there.running() != id {
		t.Fatalf("status %d, %s", status, id)
	}
	there.query(t, `mutation { cancelImport(id: "`+id+`") { userErrors { message } } }`, nil)
	if got := there.end(id); got.Status != "CANCELED" || got.Created == 0 {
		t.Errorf("%+v", got)
	}
	if status, id := here.post("?dryRun=true", token, "text/csv",
		strings.NewReader("slug,kind,name\nplover,INDIVIDUAL,Plover\n")); status != http.StatusAccepted ||
		there.end(id).Created != 1 {
		t.Errorf("the next one: status %d, %s", status, id)
	}
}
