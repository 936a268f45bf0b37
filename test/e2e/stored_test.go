package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"

	"findcare/internal/clock/clocktest"
	"findcare/models"
)

// storedBy is a copy of the data folder that a release has written, with what it has said of that.
// testdata/stored/make.sh makes one.
type storedBy struct {
	release, data, file string // file is that of a registry, which the release has imported
	exported, token     string
}

// eachRelease runs a test with a copy of what each release has written.
func eachRelease(t *testing.T, test func(t *testing.T, by storedBy)) {
	t.Helper()
	archives, _ := filepath.Glob("testdata/stored/*/data.tar.gz")
	if len(archives) == 0 {
		t.Fatal("no release has written anything")
	}
	for _, archive := range archives {
		from, to := filepath.Dir(archive), t.TempDir()
		t.Run(filepath.Base(from), func(t *testing.T) {
			exported := readFile(t, filepath.Join(from, "export.json"))
			if today := models.DateOf(clocktest.Now()); strings.Compare(lastUpdate(exported), string(today)) > 0 {
				t.Skipf(
					"it was stored on %s, and the clock of this run says %s: nobody has data of tomorrow",
					lastUpdate(exported),
					today,
				)
			}
			if out, err := exec.Command("tar", "-xzf", archive, "-C", to).CombinedOutput(); err != nil {
				t.Fatalf("tar: %v: %s", err, out)
			}
			test(t, storedBy{
				release: filepath.Base(
					from,
				), data: filepath.Join(to, "data"), file: filepath.Join(to, "npidata_pfile_20050523-20261108.csv"),
				exported: exported, token: strings.TrimSpace(readFile(t, filepath.Join(from, "token"))),
			})
		})
	}
}

// lastUpdate is the last day on which an article of an export was updated.
func lastUpdate(exported string) (last string) {
	for _, update := range regexp.MustCompile(`"updatedOn": *"([0-9-]+)"`).FindAllStringSubmatch(exported, -1) {
		last = max(last, update[1])
	}
	return last
}

// export is that of this findcare, for the release where that needs another one.
func (by storedBy) export(t *testing.T) string {
	t.Helper()
	args := []string{"export", "--data", by.data, "--unpublished"}
	if _, err := os.Stat(filepath.Join("internal/export/releases", by.release+".json")); err == nil {
		args = append(args, "--for", by.release)
	}
	return mustRun(t, args...)
}

// ask returns the data of an answer, and wants no errors in it.
func (s *program) ask(t *testing.T, query string, variables map[string]any, into any) {
	t.Helper()
	got := s.query(t, query, variables)
	var answer struct {
		Data   json.RawMessage
		Errors []struct{ Message string }
	}
	if err := json.Unmarshal([]byte(got), &answer); err != nil || len(answer.Errors) > 0 ||
		strings.Contains(got, `"message"`) {
		t.Fatalf("%s: %s", query, got)
	}
	if err := json.Unmarshal(answer.Data, into); err != nil {
		t.Fatal(err)
	}
}

// What a release has stored is all there after an upgrade: the documents, who did what, former slugs, tokens, what a
// registry's import knows and what editors have deleted. It is changed like anything else, and is there when the server
// starts again.
func TestUpgrades(t *testing.T) {
	t.Parallel()
	eachRelease(t, func(t *testing.T, by storedBy) {
		if got := by.export(t); got != by.exported {
			t.Errorf("the export for %s is another one than its own:\n%s", by.release, got)
		}
		s := openServer(t, "--demo=false", "--data", by.data)
		s.token = by.token
		provider, article := checkUpgraded(t, s)
		changeUpgraded(t, s, provider, article)
		s.stop(t)

		mustRun(t, "import", "--data", by.data, by.file) // more is read of a record than by the release before
		report := mustRun(t, "import", "--data", by.data, by.file)
		for _, line := range []string{"2  unchanged", "deleted by an editor"} {
			if !strings.Contains(report, line) {
				t.Errorf("the import of the registry's file again does not say %q:\n%s", line, report)
			}
		}
		again := openServer(t, "--demo=false", "--data", by.data)
		again.token = by.token
		var answer struct {
			Provider struct {
				Name      string
				Revision  int
				Locations []struct{ Street string }
			}
			Article *struct{ ID string }
		}
		again.ask(
			t,
			`{ provider(by: {slug: "wren-q-examplar"}) { name revision locations { street } } article(by: {slug: `+
				`"a-draft"}) { id } }`,
			nil,
			&answer,
		)
		if p := answer.Provider; p.Name != "Wren Examplar" || p.Revision != 4 || len(p.Locations) != 1 ||
			p.Locations[0].Street != "1 Example Street" {
			t.Errorf("after the next start, the provider is %+v", p)
		}
		if answer.Article == nil {
			t.Error("what was published is not there after the next start")
		}
		again.stop(t)
		inside(t, by.data, func(in *mongo.Database) {
			if count, err := in.Collection("versions").CountDocuments(t.Context(), bson.D{}); count == 0 || err != nil {
				t.Errorf("the database tells no version: %d, %v", count, err)
			}
		})
	})
}

// checkUpgraded looks at what the release has stored, and returns the ids of a provider and of an article.
func checkUpgraded(t *testing.T, s *program) (provider, article string) {
	t.Helper()
	var stored struct {
		Directory struct{ ProviderCount, ArticleCount int }
		Provider  struct {
			ID, Slug  string
			Revision  int
			Locations []struct{ Phone string }
		}
		Article struct {
			ID            string
			Revision      int
			MedicalReview struct {
				Reviewer string
				Stale    bool
			}
		}
		Draft  struct{ ID string }
		Merged struct{ Slug string }
		Tokens []struct{ Name string }
	}
	s.ask(t, `{
		directory { providerCount articleCount }
		provider(by: {slug: "wren-examplar"}) { id slug revision locations { phone } }
		article(by: {slug: "homesickness"}) { id revision medicalReview { reviewer stale } }
		draft: article(by: {slug: "a-draft"}) { id }
		merged: condition(by: {slug: "nostalgia"}) { slug }
		tokens { name }
	}`, nil, &stored)
	if d := stored.Directory; d.ProviderCount != 9 || d.ArticleCount != 2 {
		t.Errorf("the directory has %+v", d)
	}
	if p := stored.Provider; p.Slug != "wren-q-examplar" || p.Revision != 3 || len(p.Locations) != 1 ||
		p.Locations[0].Phone != "+18105550123" {
		t.Errorf("the provider is %+v", p)
	}
	if a := stored.Article; a.Revision != 3 || a.MedicalReview.Reviewer != "Robin Examplar" || a.MedicalReview.Stale {
		t.Errorf("the article is %+v", a)
	}
	if stored.Merged.Slug != "homesickness" || stored.Draft.ID == "" || len(stored.Tokens) != 1 ||
		stored.Tokens[0].Name != "Fixture" {
		t.Errorf("stored is %+v", stored)
	}
	got, want := operations(t, s, stored.Provider.ID), []string{"mergeConditions", "updateProvider", "createProvider"}
	if !slices.Equal(got, want) {
		t.Errorf("on record are %v, want %v", got, want)
	}
	return stored.Provider.ID, stored.Draft.ID
}

// operations are those on record of a document, the last one first.
func operations(t *testing.T, s *program, id string) (names []string) {
	t.Helper()
	var answer struct{ History []struct{ Operation string } }
	s.ask(t, `query($id: ID!) { history(id: $id) { operation } }`, map[string]any{"id": id}, &answer)
	for _, change := range answer.History {
		names = append(names, change.Operation)
	}
	return names
}

// changeUpgraded changes what the release has stored, and makes anew what was deleted there.
func changeUpgraded(t *testing.T, s *program, provider, article string) {
	t.Helper()
	var answer struct {
		Again struct{ Condition struct{ Revision int } }
	}
	s.ask(t, fmt.Sprintf(`mutation {
		updateProvider(id: %q, expectedRevision: 3, input: {name: "Wren Examplar"}) { userErrors { message } }
		publishArticle(id: %q) { userErrors { message } }
		again: createCondition(input: {name: "Passing mood"}) { condition { revision } userErrors { message } }
	}`, provider, article), nil, &answer)
	// What is left of a deletion is purged after seven days: a new document begins with revision 1 then.
	if got := answer.Again.Condition.Revision; got != 3 && got != 1 {
		t.Errorf("what was deleted is made anew as revision %d, want 3, or 1 after a purge", got)
	}
}

// A server that upgrades may be killed while it starts, and after.
func TestAnUpgradeThatIsCutOff(t *testing.T) {
	t.Parallel()
	eachRelease(t, func(t *testing.T, by storedBy) {
		for _, lines := range []int{0, 1} {
			s := launch(t, "--listen", "127.0.0.1:0", "--demo=false", "--data", by.data)
			if lines > 0 {
				s.awaitReady(t)
			}
			if err := s.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			_ = s.Wait()
		}
		if got := by.export(t); got != by.exported {
			t.Errorf("the export for %s is another one than its own:\n%s", by.release, got)
		}
	})
}
