package importing_test

import (
	"bytes"
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"findcare/internal/auth"
	"findcare/internal/catalog"
	"findcare/internal/dirformat"
	"findcare/internal/editing"
	"findcare/internal/export"
	"findcare/internal/importing"
	"findcare/internal/importing/importingtest"
	"findcare/internal/store"
	"findcare/models"
	"findcare/models/modelstest"
)

// served is a store with an editor, as a running server has them.
type served struct {
	db        *store.Store
	directory *catalog.Catalog
	editor    *editing.Editor
}

// built is what a server that starts now would serve.
func built(t testing.TB, db *store.Store) *catalog.Snapshot {
	t.Helper()
	documents, err := db.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return catalog.Build(documents, catalog.Options{Today: func() models.Date { return models.DateOf(now) }})
}

func serve(t testing.TB, db *store.Store) served {
	t.Helper()
	s := served{db: db, directory: new(catalog.Catalog)}
	s.directory.Publish(built(t, db))
	s.editor = editing.New(db, s.directory, nil, func() time.Time { return now })
	return s
}

func as(ctx context.Context, role auth.Role) context.Context {
	return auth.With(ctx, &auth.Principal{ID: "usr_ada", Name: "Ada", Role: role})
}

// answer is all that an import tells.
type answer struct {
	Summary importing.Summary
	Error   string
	Notes   []models.ImportNote
	Changes []models.ImportChange
}

func importFile(ctx context.Context, db *store.Store, file dirformat.File, options importing.Options) (told answer) {
	var err error
	options.Now = now
	options.Note = func(note models.ImportNote) { told.Notes = append(told.Notes, note) }
	options.Change = func(change models.ImportChange) { told.Changes = append(told.Changes, change) }
	if told.Summary, err = importing.ImportFile(ctx, db, file, options); err != nil {
		told.Error = err.Error()
	}
	return told
}

// A file that a server imports says what one into the database says, comes to the same version of the directory, which
// the server serves by then, and leaves a record of who made each change. A dry run of either changes nothing.
func TestImportByAnEditor(t *testing.T) {
	few(t, 6)
	rapid.Check(t, func(r *rapid.T) {
		direct, s := importingtest.OpenStore(t), serve(t, importingtest.OpenStore(t))
		first, _ := directoryFile(r)
		second, _ := directoryFile(r)
		table, _, _ := bytes.Cut(second, []byte("\n"))
		files := []dirformat.File{
			dirformat.Bytes("first", first), dirformat.Bytes("second", second), dirformat.Bytes("first", first),
			dirformat.Bytes("table", mustExport(r, storeWith(t, second), export.CSV)),
			dirformat.Bytes("broken", append(table, "\n{"...)),
		}
		for _, file := range files {
			file.Replace = rapid.Bool().Draw(r, "replace")
			for _, dry := range []bool{true, false} {
				before := s.directory.Current().Directory().Version
				want := importFile(t.Context(), direct, file, importing.Options{DryRun: dry})
				through := importing.Options{DryRun: dry, Editor: s.editor}
				got := importFile(as(t.Context(), auth.Admin), s.db, file, through)
				if !reflect.DeepEqual(got, want) {
					r.Fatalf("%s, dry run %t: through a server\n%+v\ndirectly\n%+v", file.Name, dry, got, want)
				}
				version := s.directory.Current().Directory().Version
				if dry && version != before {
					r.Fatalf("%s: the dry run has changed the directory", file.Name)
				}
				if directly := built(t, direct).Directory().Version; version != directly ||
					built(t, s.db).Directory().Version != directly {
					r.Fatalf("%s: the versions differ", file.Name)
				}
			}
		}
		checkAuthors(t, s)
	})
}

func storeWith(t testing.TB, file []byte) *store.Store {
	db := importingtest.OpenStore(t)
	if _, err := importing.Import(t.Context(), db, dirformat.Bytes("file", file), now, nil); err != nil {
		t.Fatal(err)
	}
	return db
}

// checkAuthors fails the test unless the history of each document tells who made each of its revisions.
func checkAuthors(t testing.TB, s served) {
	t.Helper()
	for _, kind := range models.Kinds {
		if err := s.db.Each(t.Context(), kind, func(document models.Document) error {
			history, err := s.editor.History(t.Context(), document.Head().ID, nil, nil)
			if err != nil || len(history) != int(document.Head().Revision) {
				t.Errorf("%s: %d changes of %d, %v", document.Head().ID, len(history), document.Head().Revision, err)
			}
			for _, change := range history {
				if change.By != "usr_ada" || change.Name() != "Ada" || change.Operation != "import" {
					t.Errorf("%s: %+v", document.Head().ID, change)
				}
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
}

// What editors change while a file is imported is not lost: a row changes what it has columns for.
func TestEditsDuringAnImport(t *testing.T) {
	var lines, rows strings.Builder
	rows.WriteString("slug,kind,name,pronouns\n")
	const providers = 40
	for n := range providers {
		fmt.Fprintf(&lines, `{"type":"provider","slug":"p-%d","kind":"INDIVIDUAL","name":"P %d"}`+"\n", n, n)
		fmt.Fprintf(&rows, "p-%d,INDIVIDUAL,Q %d,they/them\n", n, n)
	}
	s := serve(t, storeWith(t, []byte(lines.String())))
	ctx := as(t.Context(), auth.Editor)
	edited := make(map[string]bool)
	// The import has compared all documents and written none when it tells of the last of them.
	edit := func(change models.ImportChange) {
		if edited[change.ID] = true; len(edited) < providers {
			return
		}
		for id := range edited {
			fields := modelstest.Fields{"statement": "I listen.", "pronouns": "she/her"}
			input := modelstest.Input(models.KindProvider, fields)
			outcome, err := s.editor.Update(ctx, editing.Write{Operation: "updateProvider"}, id, input)
			if err != nil || len(outcome.Errors) > 0 {
				t.Errorf("%v, %+v", err, outcome.Errors)
			}
		}
	}
	file := dirformat.Bytes("rows.csv", []byte(rows.String()))
	summary, err := importing.ImportFile(ctx, s.db, file, importing.Options{Now: now, Editor: s.editor, Change: edit})
	if err != nil || summary != (importing.Summary{Changed: providers}) {
		t.Fatalf("%+v, %v", summary, err)
	}
	for id := range edited {
		p := s.directory.Current().Document(id).(*models.Provider)
		if p.Pronouns != "they/them" || p.Statement != "I listen." || !strings.HasPrefix(p.Name, "Q ") ||
			p.Revision != 3 {
			t.Errorf("%+v", p)
		}
	}
}

// A server holds no more of a file than it has memory for.
func TestFilesThatAServerDoesNotTake(t *testing.T) {
	s := serve(t, importingtest.OpenStore(t))
	for kind, count := range map[string]int{"condition": 20_001, "provider": 300_001} {
		var lines bytes.Buffer
		for n := range count {
			fmt.Fprintf(&lines, `{"type":%q,"slug":"s-%d","kind":"INDIVIDUAL","name":"S"}`+"\n", kind, n)
		}
		told := importFile(as(t.Context(), auth.Admin), s.db, dirformat.Bytes("file", lines.Bytes()),
			importing.Options{Editor: s.editor})
		want := fmt.Sprintf("file: the file has more than %d documents", count-1)
		if !strings.HasPrefix(told.Error, want) {
			t.Errorf("%d of %s: %.200s", count, kind, told.Error)
		}
	}
}

// A file must not say what its sender may not sign.
func TestWhoMayImportAReview(t *testing.T) {
	const article = importingtest.GoodArticle
	signed := strings.Replace(article, `"reviewedOn"`, `"signature":{"by":"usr_wren"},"reviewedOn"`, 1)
	unreviewed := strings.Replace(article, `"medicalReview":{"reviewer":"Wren Examplar","credentials":["counselor"],`+
		`"reviewedOn":"2026-01-02"},`, "", 1)
	if unreviewed == article || signed == article {
		t.Fatal("the article has another review")
	}
	const refused = "file:1: /medicalReview: is not the stored one: this needs the role"
	for name, test := range map[string]struct {
		file, stored string
		least        auth.Role
	}{
		"none":             {unreviewed, "", auth.Editor},
		"the stored one":   {article, article, auth.Editor},
		"of another text":  {strings.Replace(article, "A lead.", "Another.", 1), article, auth.Editor},
		"a new one":        {article, "", auth.Reviewer},
		"of another day":   {strings.Replace(article, "2026-01-02", "2026-01-03", 1), article, auth.Reviewer},
		"of somebody else": {strings.Replace(article, "Wren", "June", 1), article, auth.Reviewer},
		"with a signature": {signed, article, auth.Admin},
		"taken away":       {unreviewed, article, auth.Editor},
	} {
		for _, role := range []auth.Role{auth.Editor, auth.Reviewer, auth.Admin} {
			terms := importingtest.GoodCredential + "\n" + importingtest.GoodCondition + "\n"
			s := serve(t, storeWith(t, []byte(terms+test.stored)))
			told := importFile(as(t.Context(), role), s.db, dirformat.Bytes("file", []byte(test.file)),
				importing.Options{Editor: s.editor})
			if allowed := role.Includes(test.least); allowed != (told.Error == "") ||
				!allowed && !strings.Contains(told.Error, refused) {
				t.Errorf("%s, by a %s: %q", name, role, told.Error)
			}
		}
	}
}
