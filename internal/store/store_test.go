package store_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"

	"findcare/internal/store"
	"findcare/models"
)

func Example() {
	dir, err := os.MkdirTemp("", "findcare-example-")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	ctx := context.Background()

	// Without a URI, the engine runs inside this process and keeps its files in the folder.
	db, err := store.Open(ctx, store.Config{DataDir: dir})
	if err != nil {
		panic(err)
	}
	defer db.Close(ctx)

	err = db.Write(ctx, models.KindCondition, []models.Document{&models.Condition{
		Header: models.Header{ID: models.IDOfSlug(models.KindCondition, "grief"), Slug: "grief", Revision: 1},
		Name:   "Grief",
	}})
	if err != nil {
		panic(err)
	}
	directory, err := db.Load(ctx)
	if err != nil {
		panic(err)
	}
	fmt.Println(directory.Len(), directory.Conditions[0].ID, directory.Conditions[0].Name)
	// Output: 1 cnd_06c07a0zs1h20th2620a6naabg Grief
}

// open runs an engine over dir until the test ends, if the test does not close it before.
func open(t *testing.T, dir string) *store.Store {
	t.Helper()
	db, err := store.Open(t.Context(), store.Config{DataDir: dir})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close(context.WithoutCancel(t.Context())) })
	return db
}

func closeStore(t *testing.T, db *store.Store) {
	t.Helper()
	if err := db.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, db *store.Store, documents ...models.Document) {
	t.Helper()
	for _, document := range documents {
		if err := db.Write(t.Context(), document.Kind(), []models.Document{document}); err != nil {
			t.Fatal(err)
		}
	}
}

func load(t *testing.T, db *store.Store) *models.Directory {
	t.Helper()
	directory, err := db.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return directory
}

func TestWriteThenLoad(t *testing.T) {
	dir := t.TempDir()
	db, want := open(t, dir), everything()
	if got := load(t, db); got.Len() != 0 {
		t.Fatalf("a new directory has %d documents", got.Len())
	}
	written := []models.Document{
		want.Credentials[0],
		want.Conditions[0],
		want.Treatments[0],
		want.Providers[0],
		want.Articles[0],
	}
	write(t, db, written...)
	for _, document := range written { // the engine gives back the very bytes
		content, err := bson.Marshal(document)
		if err != nil {
			t.Fatal(err)
		}
		document.Head().Digest = models.Digest(content)
		models.IdentifyMembers(document) // as whoever reads it does
	}
	want.Articles[0].SettleReview() // a review without a fingerprint is of the text that it stands beside
	if got := load(t, db); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	// The next process finds them too, and ensures indexes that are there already.
	closeStore(t, db)
	if got := load(t, open(t, dir)); !reflect.DeepEqual(got, want) {
		t.Errorf("opened again: got %+v, want %+v", got, want)
	}
}

func TestWriteReplacesTheRevisionBefore(t *testing.T) {
	db := open(t, t.TempDir())
	list := conditions(120) // more than one command replaces
	if err := db.Write(t.Context(), models.KindCondition, list); err != nil {
		t.Fatal(err)
	}
	for _, document := range list {
		document.Head().Revision = 2
		document.(*models.Condition).Name = "changed"
	}
	if err := db.Write(t.Context(), models.KindCondition, append(list, condition("new"))); err != nil {
		t.Fatal(err)
	}
	got := load(t, db).Conditions
	changed := 0
	for _, c := range got {
		if c.Name == "changed" && c.Revision == 2 {
			changed++
		}
	}
	if len(got) != 121 || changed != 120 {
		t.Errorf("%d conditions, %d of them changed; want 121 and 120", len(got), changed)
	}

	gone := condition("gone")
	gone.Revision = 2
	err := db.Write(t.Context(), models.KindCondition, []models.Document{gone})
	if err == nil || !strings.Contains(err.Error(), "write conditions: 1 documents were changed by somebody else") {
		t.Errorf("a revision 2 of nothing: err = %v", err)
	}
}

func TestUnique(t *testing.T) {
	db := open(t, t.TempDir())
	otherID := func(d models.Document) models.Document {
		d.Head().ID = models.IDOfSlug(d.Kind(), "other")
		return d
	}
	// Neither of those without an NPI is in the way of the other, nor is a slug in that of another kind's.
	write(t, db, condition("grief"), provider("grief", "1234567893"), provider("wren", ""), provider("juniper", ""))
	for _, test := range []struct {
		name  string
		again models.Document
	}{
		{"a condition's slug", otherID(condition("grief"))},
		{"a provider's slug", otherID(provider("wren", ""))},
		{"a provider's NPI", provider("jay", "1234567893")},
		{"an id", condition("grief")},
	} {
		t.Run(test.name, func(t *testing.T) {
			err := db.Write(t.Context(), test.again.Kind(), []models.Document{test.again})
			if !mongo.IsDuplicateKeyError(err) {
				t.Errorf("err = %v, want that of a duplicate key", err)
			}
		})
	}
	// A replacement takes nobody's NPI either. FerretDB has no error of its own for that.
	juniper := provider("juniper", "1234567893")
	juniper.Revision = 2
	if err := db.Write(t.Context(), models.KindProvider, []models.Document{juniper}); err == nil {
		t.Error("a replacement took another's NPI")
	}
	got := load(t, db)
	withNPI := slices.DeleteFunc(slices.Clone(got.Providers), func(p *models.Provider) bool { return p.NPI == "" })
	if got.Len() != 4 || len(withNPI) != 1 {
		t.Errorf("%d documents, %d with an NPI; want 4 and 1", got.Len(), len(withNPI))
	}
}

// The directory holds what people have not published: other users of the machine stay out.
func TestPermissions(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "made", "by findcare")
	given := t.TempDir()
	if err := os.Chmod(given, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{dir, given} {
		open(t, dir)
		for _, folder := range []string{dir, filepath.Join(dir, "sqlite")} {
			if info, err := os.Stat(folder); err != nil || info.Mode().Perm() != 0o700 {
				t.Errorf("%s: %v, %v; want 0700", folder, info.Mode(), err)
			}
		}
	}
}

func TestOneProcessADirectory(t *testing.T) {
	dir := t.TempDir()
	first := open(t, dir)
	second, err := store.Open(t.Context(), store.Config{DataDir: dir})
	if err == nil {
		closeStore(t, second)
		t.Fatal("a second one opened the directory")
	}
	want := "the data directory " + dir + " is in use by another findcare process: " +
		"stop that one, or give this one its own with --data"
	if err.Error() != want {
		t.Errorf("err = %v, want %s", err, want)
	}
	// The first one is none the worse for it.
	write(t, first, condition("grief"))
	closeStore(t, first)
	if got := load(t, open(t, dir)).Len(); got != 1 {
		t.Errorf("%d documents, want 1", got)
	}
}

// FerretDB, SQLite and the driver each read a path in their own way.
func TestPaths(t *testing.T) {
	for _, name := range []string{
		"with spaces ", "ünïcödé 🕊", "question?", "?mode=memory", "#hash", "100%", "%41", "%2F", "a&b=c", "a+b",
		"co:lon", "[a]*", `back\slash`, `"quotes'`, strings.Repeat("long/", 40),
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), name)
			db := open(t, dir)
			write(t, db, condition("grief"))
			closeStore(t, db)
			if _, err := os.Stat(filepath.Join(dir, "sqlite", "findcare.sqlite")); err != nil {
				t.Errorf("the data is elsewhere: %v", err)
			}
			if got := load(t, open(t, dir)).Len(); got != 1 {
				t.Errorf("%d documents, want 1", got)
			}
		})
	}
}

// No socket, link or folder stays behind, wherever it had to be.
func TestCloseCleansUp(t *testing.T) {
	temporary := t.TempDir()
	t.Setenv("TMPDIR", temporary)
	for _, name := range []string{"plain", strings.Repeat("long/", 40)} {
		dir := filepath.Join(t.TempDir(), name)
		closeStore(t, open(t, dir))
		if _, err := os.Lstat(filepath.Join(dir, "engine.sock")); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s: the socket is still there: %v", name, err)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(temporary, "findcare-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestOpenThatFails(t *testing.T) {
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, test := range []struct {
		name   string
		ctx    context.Context
		config store.Config
		want   string
	}{
		{
			"no scheme", t.Context(),
			store.Config{URI: "localhost:27017"},
			`MONGODB_URI: error parsing uri: scheme must be "mongodb" or "mongodb+srv"`,
		},
		{
			"no host", t.Context(),
			store.Config{URI: "mongodb://"},
			"MONGODB_URI: error parsing uri: must have at least 1 host",
		},
		{
			"a password that is not escaped", t.Context(),
			store.Config{URI: "mongodb://wren:hunter2/@localhost"},
			"MONGODB_URI: error parsing uri: unescaped slash in password",
		},
		{
			"a mechanism that does not exist", t.Context(),
			store.Config{URI: "mongodb://wren:hunter2@localhost/?authMechanism=NONE"},
			"MONGODB_URI: error parsing uri: invalid auth mechanism",
		},
		// The URI's own timeout holds, or else this would take ten seconds.
		{
			"nobody there", t.Context(),
			store.Config{URI: "mongodb://wren:hunter2@127.0.0.1:1/?serverSelectionTimeoutMS=1"},
			"server selection error",
		},
		{
			"a file where the folder should be", t.Context(),
			store.Config{DataDir: file},
			"data directory: mkdir " + file + ": not a directory",
		},
		{"cancelled", cancelled, store.Config{DataDir: dir}, "context canceled"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := store.Open(test.ctx, test.config)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Fatalf("err = %v, want %s", err, test.want)
			}
			if strings.ContainsAny(err.Error(), "\n") || strings.Contains(err.Error(), "hunter2") {
				t.Errorf("err = %v, want one line without the password", err)
			}
		})
	}
	open(t, dir) // an Open that failed has left it to others
}

func TestEachStops(t *testing.T) {
	db := open(t, t.TempDir())
	if err := db.Write(t.Context(), models.KindCondition, conditions(10)); err != nil {
		t.Fatal(err)
	}
	enough := errors.New("enough")
	ctx, cancel := context.WithCancel(t.Context())
	for _, test := range []struct {
		name  string
		visit func() error
		want  error
	}{
		{"where the visitor fails", func() error { return enough }, enough},
		{"where the context is cancelled", func() error { cancel(); return nil }, context.Canceled},
	} {
		t.Run(test.name, func(t *testing.T) {
			visited := 0
			err := db.Each(ctx, models.KindCondition, func(models.Document) error {
				visited++
				return test.visit()
			})
			if visited != 1 || !errors.Is(err, test.want) {
				t.Errorf("visited %d, err = %v; want 1, %v", visited, err, test.want)
			}
		})
	}
	if _, err := db.Load(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("Load in a cancelled context: err = %v", err)
	}
}
