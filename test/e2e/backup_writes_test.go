package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"findcare/models"
)

// directoryWriter writes to a server, one change after the other.
type directoryWriter struct {
	*testing.T
	by   editor
	save int  // of the working copy that is open
	slow bool // the database did not answer in time, as on a machine with much to do: the writer has to stop
	// versions are all that there were.
	versions sync.Map
}

// watch learns of each version that the server has from now on.
func (w *directoryWriter) watch(server *program) {
	stream := openStream(w.T, server, "version")
	go func() {
		for {
			line, err := stream.ReadString('\n')
			if err != nil { // the test has ended
				return
			}
			if version := between(line, `"version":"`, `"`); version != "" {
				w.versions.Store(version, true)
			}
		}
	}()
}

func (w *directoryWriter) knows(version string) bool {
	_, known := w.versions.Load(version)
	return known
}

// hot are how many providers, articles and conditions are changed again and again.
const hot = 3

func idOf(kind models.Kind, slug string, number int) string {
	return models.IDOfSlug(kind, fmt.Sprint(slug, "-", number))
}

// do sends a mutation, called done, that must do what it says.
func (w *directoryWriter) do(mutation string, variables map[string]any) {
	w.Helper()
	var answer struct {
		Done struct {
			WorkingCopy *struct{ Save int }
			UserErrors  []struct{ Message string }
		}
	}
	err := w.by.send(mutation, variables, &answer)
	if models.ErrorCode(err) == models.CodeUnavailable {
		w.slow = true
		return
	}
	if err != nil || len(answer.Done.UserErrors) > 0 {
		w.Errorf("%s of %v: %v, %v", mutation, variables, err, answer.Done.UserErrors)
	}
	if answer.Done.WorkingCopy != nil {
		w.save = answer.Done.WorkingCopy.Save
	}
}

// begin makes what is changed later.
func (w *directoryWriter) begin() {
	for i := range hot {
		w.createProvider(fmt.Sprint("hot-", i))
		w.createCondition(fmt.Sprint("topic-", i))
		w.createArticle(fmt.Sprint("care-", i))
		w.do(`mutation($id: ID!) { done: publishArticle(id: $id) { userErrors { message } } }`,
			map[string]any{"id": idOf(models.KindArticle, "care", i)})
	}
}

func (w *directoryWriter) createProvider(slug string) {
	w.do(`mutation($slug: String!) { done: createProvider(input: {slug: $slug, name: "Wren Examplar", kind: INDIVIDUAL})
		{ userErrors { message } } }`, map[string]any{"slug": slug})
}

func (w *directoryWriter) createCondition(slug string) {
	w.do(`mutation($slug: String!) { done: createCondition(input: {slug: $slug, name: $slug})
		{ userErrors { message } } }`, map[string]any{"slug": slug})
}

func (w *directoryWriter) createArticle(slug string) {
	w.do(`mutation($slug: String!, $topic: String!) { done: createArticle(input: {slug: $slug, title: $slug,
		topic: {condition: $topic}, lead: "A lead.", author: "Ada", publishedOn: "2020-01-01"})
		{ userErrors { message } } }`,
		map[string]any{"slug": slug, "topic": idOf(models.KindCondition, "topic", 0)})
}

// write makes one of many changes: each kind of them comes once in ten.
func (w *directoryWriter) write(number int) {
	const kinds = 10
	round := number / kinds
	text, of := fmt.Sprintf("Text %d.", number), round%hot
	switch number % kinds {
	case 0:
		w.createProvider(fmt.Sprint("new-", round))
	case 1:
		w.createCondition(fmt.Sprint("similar-", round))
	case 2:
		w.createArticle(fmt.Sprint("draft-", round))
	case 3:
		w.do(`mutation($id: ID!, $text: String!) { done: updateProvider(id: $id, input: {statement: $text})
			{ userErrors { message } } }`, map[string]any{"id": idOf(models.KindProvider, "hot", of), "text": text})
	case 4:
		w.do(`mutation($id: ID!, $text: String!) { done: updateArticle(id: $id, input: {lead: $text})
			{ userErrors { message } } }`, map[string]any{"id": idOf(models.KindArticle, "care", of), "text": text})
	case 5:
		w.do(`mutation($id: ID!, $text: String!) { done: saveWorkingCopy(id: $id, provider: {statement: $text})
			{ workingCopy { save } userErrors { message } } }`,
			map[string]any{"id": idOf(models.KindProvider, "hot", of), "text": text})
	case 6:
		w.do(`mutation($id: ID!, $text: String!) { done: updateCondition(id: $id, input: {description: $text})
			{ userErrors { message } } }`, map[string]any{"id": idOf(models.KindCondition, "topic", of), "text": text})
	case 7:
		w.do(`mutation($id: ID!, $save: Int!) { done: publishWorkingCopy(id: $id, expectedSave: $save)
			{ workingCopy { save } userErrors { message } } }`,
			map[string]any{"id": idOf(models.KindProvider, "hot", of), "save": w.save})
	case 8:
		w.do(`mutation($from: ID!, $into: ID!) { done: mergeConditions(from: $from, into: $into)
			{ userErrors { message } } }`, map[string]any{
			"from": idOf(models.KindCondition, "similar", round), "into": idOf(models.KindCondition, "topic", of),
		})
	case 9:
		w.do(`mutation($id: ID!) { done: deleteProvider(id: $id) { userErrors { message } } }`,
			map[string]any{"id": idOf(models.KindProvider, "new", round)})
	}
}

// A thousand writes while backups are made of the running server: of one with its engine, and of one before a database.
// Each backup is a version that there was, and tells of the same past.
func TestBackupsDuringAThousandWrites(t *testing.T) {
	t.Parallel()
	t.Run("embedded", func(t *testing.T) {
		t.Parallel()
		checkBackupsDuringWrites(t, 1000, "--data", demoData(t))
	})
	t.Run("FerretDB on PostgreSQL", func(t *testing.T) {
		t.Parallel()
		checkBackupsDuringWrites(t, 200, "--mongodb-uri", openFerretDB(t)+"clinic")
	})
}

func checkBackupsDuringWrites(t *testing.T, writes int, database ...string) {
	token := strings.TrimSpace(mustRun(t, append([]string{
		"token", "create", "--role", "admin", "--name", "Ada", "--expires", "1h",
	}, database...)...))
	server := openServer(t, append([]string{
		"--demo=false", "--poll-interval", "200ms", "--log-level", "error",
	}, database...)...)
	w := &directoryWriter{T: t, by: editor{server.url, token}}
	w.watch(server)
	w.begin()
	var writing sync.WaitGroup
	var written atomic.Bool
	writing.Go(func() {
		defer written.Store(true)
		for number := range writes {
			if w.write(number); w.slow {
				t.Logf("the database was too slow after %d writes", number)
				return
			}
		}
	})
	folder := t.TempDir()
	var files []string
	for done := false; !done; {
		done = written.Load() // and once more after the last one
		file := filepath.Join(folder, fmt.Sprint(len(files), ".backup"))
		mustRun(t, "backup", "--server", server.url, "--token", token, "--output", file)
		files = append(files, file)
	}
	writing.Wait()
	waitUntil(t, "the last version", func() bool { return w.knows(versionOf(t, w.by)) })
	t.Logf("%d backups during %d writes", len(files), writes)
	const looked = 4
	for i := range looked {
		checkRestored(t, w, files[i*(len(files)-1)/(looked-1)])
	}
}

// checkRestored wants a backup to be one version that there was, with the past of that version.
func checkRestored(t *testing.T, w *directoryWriter, file string) {
	t.Helper()
	data := t.TempDir()
	mustRun(t, "restore", "--data", data, file)
	token := newToken(t, data, "admin")
	server := openServer(t, "--data", data, "--demo=false", "--log-level", "error")
	defer server.stop(t)
	version := versionOf(t, editor{server.url, token})
	if told := versionIn(mustRun(t, "verify", file)); !w.knows(version) || told != version {
		t.Errorf("%s: version %s is restored, and verify tells of %s", filepath.Base(file), version, told)
	}
	ids := []string{idOf(models.KindProvider, "new", 0), idOf(models.KindProvider, "new", 7)}
	for i := range hot {
		ids = append(ids, idOf(models.KindProvider, "hot", i), idOf(models.KindArticle, "care", i),
			idOf(models.KindCondition, "topic", i))
	}
	for _, id := range ids {
		comparePast(t, w.by, editor{server.url, token}, id)
	}
}

// versionOf is the version of the directory that a server has.
func versionOf(t *testing.T, of editor) string {
	t.Helper()
	var now struct{ Directory struct{ Version string } }
	if err := of.send(`{ directory { version } }`, nil, &now); err != nil {
		t.Fatal(err)
	}
	return now.Directory.Version
}

// change is a part of a document's history.
type change struct {
	Revision                    int
	At                          time.Time
	Action, Operation, By, Name string
	Differences                 []struct{ Field, Before, After string }
}

// comparePast wants a restored document to have the history of the source up to its revision, and at each time of it
// the same content.
func comparePast(t *testing.T, source, restored editor, id string) {
	t.Helper()
	before, after := historyOf(t, source, id), historyOf(t, restored, id)
	if len(after) == 0 {
		return // it was created later
	}
	if len(before) < len(after) || !reflect.DeepEqual(before[len(before)-len(after):], after) {
		t.Errorf("%s: the history is\n%+v, want the end of\n%+v", id, after, before)
	}
	for _, change := range after {
		at := map[string]any{"id": id, "at": change.At.Format(time.RFC3339Nano)}
		if got, want := asOf(t, restored, at), asOf(t, source, at); got != want {
			t.Errorf("%s at revision %d is %s, want %s", id, change.Revision, got, want)
		}
	}
}

func historyOf(t *testing.T, of editor, id string) []change {
	t.Helper()
	var answer struct{ History []change }
	err := of.send(`query($id: ID!) { history(id: $id, first: 100) { revision at action operation by name
		differences { field before after } } }`, map[string]any{"id": id}, &answer)
	if err != nil {
		t.Fatal(err)
	}
	return answer.History
}

// asOf is a provider or an article as it was.
func asOf(t *testing.T, of editor, at map[string]any) string {
	t.Helper()
	var answer json.RawMessage
	const query = `query($id: ID!, $at: DateTime!) {
		provider(by: {id: $id}, asOf: $at) { revision slug name statement conditions { slug } }
		article(by: {id: $id}, asOf: $at) { revision slug title lead topic { ... on Condition { slug } } } }`
	err := of.send(query, at, &answer)
	if err != nil {
		t.Fatal(err)
	}
	return string(answer)
}

// A backup of a directory with its own engine is restored into a separate database, and back.
func TestRestoreIntoASeparateDatabase(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	file, second := filepath.Join(folder, "one.backup"), filepath.Join(folder, "two.backup")
	mustRun(t, "backup", "--data", demoData(t), "--output", file)
	uri := openFerretDB(t) + "clinic"
	want := versionIn(mustRun(t, "verify", file))
	if got := versionIn(mustRun(t, "restore", "--mongodb-uri", uri, file)); got != want || want == "" {
		t.Errorf("version %q is restored, want %q", got, want)
	}
	out, err := findcare(t, "restore", "--mongodb-uri", uri, file).CombinedOutput()
	if err == nil || !strings.Contains(string(out), "the database is not empty: it has credentials") {
		t.Errorf("a second restore: %v, %s", err, out)
	}
	server := openServer(t, "--mongodb-uri", uri)
	if got := server.query(t, `{ directory { version } }`, nil); !strings.Contains(got, want) {
		t.Errorf("the restored directory is %s, want version %s", got, want)
	}
	mustRun(t, "backup", "--mongodb-uri", uri, "--output", second)
	if got := versionIn(mustRun(t, "restore", "--data", filepath.Join(folder, "data"), second)); got != want {
		t.Errorf("version %q came back, want %q", got, want)
	}
	if info, err := os.Stat(second); err != nil || info.Size() == 0 {
		t.Error(err)
	}
}

// versionIn is the version of the directory that a command prints.
func versionIn(out string) string { return between(out, "directory: version ", " ") }
