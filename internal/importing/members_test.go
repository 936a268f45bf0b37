package importing_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"findcare/internal/catalog"
	"findcare/internal/dirformat"
	"findcare/internal/export"
	"findcare/internal/importing"
	"findcare/internal/importing/importingtest"
	"findcare/internal/store"
	"findcare/models"
)

var memberIDPattern = regexp.MustCompile(`"id":"(loc|lic|sec)_[0-9a-z]{13}",`)

// importDirectory imports a file and returns the provider, the article and the version of the directory.
func importDirectory(
	t testing.TB, to *store.Store, content string, want importing.Summary,
) (provider *models.Provider, article *models.Article, version string) {
	t.Helper()
	file := dirformat.Bytes("file.ndjson", []byte(content))
	if got, err := importing.Import(t.Context(), to, file, now, nil); err != nil || got != want {
		t.Fatalf("%+v, want %+v, %v", got, want, err)
	}
	directory, err := to.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	version = catalog.Build(
		directory,
		catalog.Options{Today: func() models.Date { return models.DateOf(now) }},
	).Directory().Version
	return directory.Providers[0], directory.Articles[0], version
}

// TestImportKeepsMemberIDs imports files with and without the ids of members: ids stay with their members, are carried
// to another database, and are not compared by imports.
func TestImportKeepsMemberIDs(t *testing.T) {
	db := importingtest.OpenStore(t)
	file := strings.Join(
		[]string{
			importingtest.GoodCredential,
			importingtest.GoodCondition,
			importingtest.GoodProvider,
			importingtest.GoodArticle,
		},
		"\n",
	)
	first, article, version := importDirectory(t, db, file, importing.Summary{Created: 4})
	place, license, section := first.Locations[0].ID, first.Licenses[0].ID, article.Sections[0].ID
	if place == 0 || license == 0 || section == 0 {
		t.Fatalf("%s, %s and %s", place, license, section)
	}

	moved := strings.NewReplacer(
		`"phone":"(810) 555-0123"`,
		`"phone":"(810) 555-0199"`,
		`"Words."`,
		`"Other words."`,
	).Replace(file)
	second, article, _ := importDirectory(t, db, moved, importing.Summary{Changed: 2, Unchanged: 2})
	if second.Locations[0].ID != place || second.Licenses[0].ID != license || article.Sections[0].ID != section {
		t.Errorf("%s, %s and %s", second.Locations[0].ID, second.Licenses[0].ID, article.Sections[0].ID)
	}

	content, _ := importingtest.Export(t, db, export.Options{Format: export.NDJSON})
	if found := memberIDPattern.FindAllString(content, -1); len(found) != 3 {
		t.Errorf("exported are %v", found)
	}
	elsewhere := importingtest.OpenStore(t)
	there, article, versionThere := importDirectory(t, elsewhere, content, importing.Summary{Created: 4})
	if there.Locations[0].ID != place || there.Licenses[0].ID != license || article.Sections[0].ID != section {
		t.Errorf("elsewhere %s, %s and %s", there.Locations[0].ID, there.Licenses[0].ID, article.Sections[0].ID)
	}
	without := memberIDPattern.ReplaceAllString(content, "")
	if _, _, again := importDirectory(t, elsewhere, without, importing.Summary{Unchanged: 4}); again != versionThere {
		t.Errorf("without ids it is version %s, want %s", again, versionThere)
	}
	if _, _, same := importDirectory(
		t,
		importingtest.OpenStore(t), memberIDPattern.ReplaceAllString(without, ""), importing.Summary{Created: 4},
	); same != versionThere {
		t.Errorf("of other ids it is version %s, want %s", same, versionThere)
	}
	if version == versionThere {
		t.Error("another content has the same version")
	}
	if table, _ := importingtest.Export(t, db, export.Options{Format: export.CSV}); !bytes.Contains(
		[]byte(table),
		[]byte(place.String()),
	) {
		t.Errorf("the table does not have the id of the main location:\n%s", table)
	}
}
