package editing_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"findcare/internal/auth"
	"findcare/internal/editing"
	"findcare/models"
	"findcare/models/modelstest"
)

// saveOf is a save of the fields of a document, which is new where the id is empty.
func saveOf(kind models.Kind, id string, expected int, input fields) editing.CopySave {
	s := editing.CopySave{ExpectedSave: expected}
	if id != "" {
		s.ID = &id
	}
	if kind == models.KindProvider {
		s.Provider = modelstest.Input(kind, input).(*models.ProviderInput)
	} else {
		s.Article = modelstest.Input(kind, input).(*models.ArticleInput)
	}
	return s
}

// save saves a working copy, and fails the test unless there is the one error, "" for none.
func (d *testEditor) save(s editing.CopySave, want models.UserErrorCode) editing.WorkingCopyPayload {
	d.t.Helper()
	payload, err := d.SaveWorkingCopy(d.ctx, s)
	d.check(payload, err, want)
	return payload
}

// check fails the test unless a payload has the one error, "" for none.
func (d *testEditor) check(payload editing.WorkingCopyPayload, err error, want models.UserErrorCode) {
	d.t.Helper()
	codes := ""
	for _, err := range payload.UserErrors {
		codes += string(err.Code)
	}
	if err != nil || codes != string(want) {
		d.t.Fatalf("%v, %+v, want %q", err, payload.UserErrors, want)
	}
}

func (d *testEditor) publishCopy(id string, save int64, want models.UserErrorCode) editing.WorkingCopyPayload {
	d.t.Helper()
	payload, err := d.PublishWorkingCopy(d.ctx, id, int(save))
	d.check(payload, err, want)
	return payload
}

func (d *testEditor) discardCopy(id string, save int64, want models.UserErrorCode) editing.WorkingCopyPayload {
	d.t.Helper()
	payload, err := d.DiscardWorkingCopy(d.ctx, id, int(save))
	d.check(payload, err, want)
	return payload
}

// as lets another editor go on, on the same server.
func (d *testEditor) as(id string) *testEditor {
	other := &testEditor{Editor: d.Editor, t: d.t, db: d.db, directory: d.directory}
	other.ctx = auth.With(d.t.Context(), &auth.Principal{ID: id, Name: id, Role: auth.Editor})
	return other
}

// fieldsOf are the names of the fields that publication would change.
func (d *testEditor) fieldsOf(c *editing.WorkingCopy) (names []string) {
	d.t.Helper()
	differences, err := c.Differences()
	if err != nil {
		d.t.Fatal(err)
	}
	for _, difference := range differences {
		names = append(names, difference.Field)
	}
	return names
}

func TestWorkingCopyOfANewArticle(t *testing.T) {
	d := newTestEditor(t)
	d.condition("Grief")
	version := d.directory.Current().Directory().Edition
	begun := d.save(saveOf(models.KindArticle, "", 0, fields{"title": "Find Care for Grief"}), "").WorkingCopy
	id := begun.ID()
	if begun.Save() != 1 || begun.BaseRevision() != 0 || begun.SavedBy() != "usr_ada" || begun.Kind() != "ARTICLE" ||
		len(begun.Problems()) == 0 {
		t.Errorf("begun: %+v, %+v", begun, begun.Problems())
	}
	d.publishCopy(id, 1, models.UserErrorCode(strings.Repeat("INVALID", len(begun.Problems()))))
	more := fields{"topic": map[string]any{"condition": "grief"}, "lead": "Grief is love.", "author": "The team"}
	payload := d.save(saveOf(models.KindArticle, id, 1, more), "")
	complete := payload.WorkingCopy
	if payload.Document != nil || complete.Save() != 2 || len(complete.Problems()) > 0 ||
		complete.Article().Slug != "find-care-for-grief" || complete.Article().Lead(nil) != "Grief is love." {
		t.Errorf("complete: %+v, %+v", complete, complete.Problems())
	}
	if content, err := complete.Content(); err != nil || !strings.Contains(content, `"title":"Find Care for Grief"`) {
		t.Error(content, err)
	}
	if now := d.directory.Current().Directory().Edition; now != version {
		t.Errorf("saving made %+v of %+v", now, version)
	}
	d.publishCopy(id, 1, models.UserErrorConflict)
	published := d.publishCopy(id, 2, "")
	article := d.directory.Current().Document(id).(*models.Article)
	if published.WorkingCopy != nil || !article.Published() || article.PublishedOn != "2026-11-24" ||
		article.Slug != "find-care-for-grief" || article.Revision != 1 {
		t.Errorf("published: %+v", article)
	}
	d.publishCopy(id, 2, "") // the answer was lost
	if d.revisionOf(id) != 1 {
		t.Error("it was published twice")
	}
	d.discardCopy(id, 2, models.UserErrorNotFound)
	d.save(saveOf(models.KindArticle, id, 2, fields{"lead": "Late."}), models.UserErrorConflict)
	if again := d.save(saveOf(models.KindArticle, id, 0, fields{"lead": "Again."}), ""); again.WorkingCopy.Save() != 4 {
		t.Errorf("save %d: a number was used twice", again.WorkingCopy.Save())
	}
	d.discardCopy(id, 4, "")
	d.discardCopy(id, 4, "") // the answer was lost
	changes, err := d.History(d.ctx, id, nil, nil)
	if err != nil || len(changes) != 1 || changes[0].Operation != "publishWorkingCopy" || changes[0].By != "usr_ada" {
		t.Errorf("the history has %+v, %v", changes, err)
	}
}

func TestWorkingCopyOfAProvider(t *testing.T) {
	d := newTestEditor(t)
	id := d.provider("Wren Examplar", fields{"statement": "Hello.", "slug": "wren"})
	d.must(d.Retire(d.ctx, editing.Write{}, id))
	c := d.save(saveOf(models.KindProvider, id, 0, fields{"statement": nil, "slug": "wren-e", "name": ""}), "").WorkingCopy
	if got := d.fieldsOf(c); !slices.Equal(got, []string{"name", "slug", "statement"}) || len(c.Problems()) != 1 ||
		c.Provider().Statement != "" {
		t.Errorf("%q differ, with the problems %+v", got, c.Problems())
	}
	if same := d.save(saveOf(models.KindProvider, id, 1, fields{"name": ""}), "").WorkingCopy; same.Save() != 1 {
		t.Errorf("save %d says nothing new", same.Save())
	}
	d.save(saveOf(models.KindProvider, id, 1, fields{"name": "Wren"}), "")
	d.publishCopy(id, 2, "")
	p := d.directory.Current().Document(id).(*models.Provider)
	if !p.Retired() || p.Name != "Wren" || p.Slug != "wren-e" || !slices.Equal(p.FormerSlugs, []string{"wren"}) {
		t.Errorf("published: %+v", p)
	}
}

func TestWorkingCopiesThatCannotBeSaved(t *testing.T) {
	d := newTestEditor(t)
	grief, none := d.condition("Grief"), models.IDOfSlug(models.KindProvider, "none")
	id := d.provider("Wren Examplar", nil)
	for name, test := range map[string]struct {
		save editing.CopySave
		want models.UserErrorCode
	}{
		"nothing":              {editing.CopySave{}, models.UserErrorInvalid},
		"of another kind":      {saveOf(models.KindArticle, id, 0, nil), models.UserErrorInvalid},
		"of a condition":       {editing.CopySave{ID: &grief}, models.UserErrorInvalid},
		"of no document":       {editing.CopySave{ID: &none}, models.UserErrorNotFound},
		"with another id":      {saveOf(models.KindProvider, id, 0, fields{"id": none}), models.UserErrorInvalid},
		"of another save":      {editing.CopySave{ID: &id, ExpectedSave: 7}, models.UserErrorConflict},
		"of another revision":  {editing.CopySave{ID: &id, BaseRevision: revision(7)}, models.UserErrorConflict},
		"too costly to render": {saveOf(models.KindArticle, "", 0, fields{"lead": strings.Repeat("[", 2000)}), "INVALID"},
	} {
		t.Run(name, func(t *testing.T) {
			payload, err := d.SaveWorkingCopy(d.ctx, test.save)
			if err != nil || len(payload.UserErrors) != 1 || payload.UserErrors[0].Code != test.want ||
				payload.WorkingCopy != nil {
				t.Errorf("%+v, %v, want %s", payload, err, test.want)
			}
		})
	}
}

// What others change in the document stays, unless it is in the same fields: then both sides are shown.
func TestWorkingCopyOverAChangedDocument(t *testing.T) {
	d := newTestEditor(t)
	id := d.provider("Wren Examplar", fields{"statement": "Hello.", "pronouns": "they"})
	d.save(saveOf(models.KindProvider, id, 0, fields{"statement": "Good day.", "website": "https://wren.example"}), "")
	d.must(d.update(editing.Write{}, models.KindProvider, id, fields{"statement": "Hi.", "pronouns": "she"}))
	c := d.publishCopy(id, 1, models.UserErrorConflict).WorkingCopy
	conflicts, err := c.Conflicts()
	if err != nil || len(conflicts) != 1 || conflicts[0].Field != "statement" || *conflicts[0].Base != `"Hello."` ||
		*conflicts[0].Published != `"Hi."` || *conflicts[0].Working != `"Good day."` {
		t.Errorf("conflicts: %+v, %v", conflicts, err)
	}
	if got := d.fieldsOf(c); !slices.Equal(got, []string{"statement", "website"}) {
		t.Errorf("%q differ", got)
	}
	seen := editing.CopySave{ID: &id, ExpectedSave: 1, BaseRevision: revision(2)}
	if c := d.save(seen, "").WorkingCopy; c.BaseRevision() != 2 || c.Save() != 2 || len(c.Problems()) > 0 {
		t.Errorf("seen: %+v, %+v", c, c.Problems())
	}
	d.must(d.update(editing.Write{}, models.KindProvider, id, fields{"email": "wren@wren.example"}))
	d.publishCopy(id, 2, "")
	p := d.directory.Current().Document(id).(*models.Provider)
	if p.Statement != "Good day." || p.Pronouns != "she" || p.Website == "" || p.Email == "" {
		t.Errorf("published: %+v", p)
	}
}

func TestWorkingCopyOfWhatIsPublicNoMore(t *testing.T) {
	d := newTestEditor(t)
	id := d.article().ID
	d.publish(id)
	d.save(saveOf(models.KindArticle, id, 0, fields{"lead": "Grief is loss."}), "")
	d.must(d.Unpublish(d.ctx, editing.Write{}, id))
	d.publishCopy(id, 1, models.UserErrorConflict)
	d.save(editing.CopySave{ID: &id, ExpectedSave: 1, BaseRevision: revision(3)}, "")
	d.publishCopy(id, 2, "")
	if !d.directory.Current().Document(id).(*models.Article).Published() {
		t.Error("it is not public")
	}
	d.save(editing.CopySave{ID: &id}, "")
	d.must(d.Delete(d.ctx, editing.Write{}, models.KindArticle, id))
	d.publishCopy(id, 4, models.UserErrorConflict)
	d.save(editing.CopySave{ID: &id, ExpectedSave: 4, BaseRevision: new(int)}, "")
	d.publishCopy(id, 5, "")
	if got := d.directory.Current().Document(id).(*models.Article); got.Lead != "Grief is loss." {
		t.Errorf("after its deletion: %+v", got)
	}
}

func TestListOfWorkingCopies(t *testing.T) {
	d := newTestEditor(t)
	var ids []string
	for i := range 5 {
		kind := models.KindArticle
		if i == 2 {
			kind = models.KindProvider
		}
		ids = append(ids, d.save(saveOf(kind, "", 0, fields{"slug": fmt.Sprint("a", i)}), "").WorkingCopy.ID())
	}
	d.discardCopy(ids[1], 1, "")
	articles, two := editing.CopyOfArticle, 2
	var got []string
	wanted := editing.WorkingCopyList{Kind: &articles, First: &two}
	for {
		page, err := d.WorkingCopies(d.ctx, d.directory.Current(), wanted)
		if err != nil || page.TotalCount != 3 || len(page.Nodes()) != len(page.Edges) {
			t.Fatal(page.TotalCount, err)
		}
		for _, node := range page.Nodes() {
			got = append(got, node.ID())
		}
		if !page.PageInfo.HasNextPage {
			break
		}
		after := string(page.PageInfo.EndCursor)
		wanted.After = &after
	}
	if want := []string{ids[4], ids[3], ids[0]}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	odd, many := "?", 101
	for _, wanted := range []editing.WorkingCopyList{{After: &odd}, {First: &many}} {
		if _, err := d.WorkingCopies(d.ctx, d.directory.Current(), wanted); models.ErrorCode(err) != models.CodeBadUserInput {
			t.Error(err)
		}
	}
}

// Of two editors and more nobody's saved copy is lost: each save is there, or was refused to its sender. No save changes
// what the public sees.
func TestNoSavedCopyIsLost(t *testing.T) {
	t.Run("one server", func(t *testing.T) { checkNoLostSave(t, newTestEditor(t)) })
	t.Run("two servers", func(t *testing.T) {
		socket := openEngine(t)
		_, first := openLossy(t, socket, "copies")
		_, second := openLossy(t, socket, "copies")
		checkNoLostSave(t, newTestEditorOn(t, first), newTestEditorOn(t, second))
	})
}

func checkNoLostSave(t *testing.T, servers ...*testEditor) {
	const editors, saves = 8, 6
	id := servers[0].provider("Wren Examplar", nil)
	version := servers[0].directory.Current().Directory().Edition
	var saved sync.Map // marks of the saves that were acknowledged
	var running sync.WaitGroup
	for editor := range editors {
		running.Go(func() {
			d := servers[editor%len(servers)].as(fmt.Sprint("usr_", editor))
			for i := range saves {
				mark := fmt.Sprintf("%d-%d", editor, i)
				if err := d.addMark(id, mark); err != nil {
					t.Error(err)
					return
				}
				saved.Store(mark, true)
			}
		})
	}
	running.Wait()
	d := servers[0]
	c, err := d.WorkingCopyOf(d.ctx, d.directory.Current(), id)
	if err != nil {
		t.Fatal(err)
	}
	names := c.Provider().OtherNames
	saved.Range(func(mark, _ any) bool {
		if !slices.Contains(names, mark.(string)) {
			t.Errorf("the save %s was acknowledged, and is lost", mark)
		}
		return true
	})
	if len(names) != editors*saves || c.Save() != editors*saves {
		t.Errorf("%d names after save %d, want %d", len(names), c.Save(), editors*saves)
	}
	if now := d.directory.Current().Directory().Edition; now != version {
		t.Errorf("saving made %+v of %+v", now, version)
	}
}

// addMark adds a name to what is saved, on top of what others have saved.
func (d *testEditor) addMark(id, mark string) error {
	expected, names := 0, []any{}
	for {
		payload, err := d.SaveWorkingCopy(d.ctx, saveOf(models.KindProvider, id, expected, fields{
			"otherNames": append(slices.Clone(names), mark),
		}))
		switch {
		case models.ErrorCode(err) == models.CodeUnavailable: // on a busy machine
			continue
		case err != nil:
			return err
		case len(payload.UserErrors) == 0:
			return nil
		case payload.UserErrors[0].Code != models.UserErrorConflict:
			return fmt.Errorf("%+v", payload.UserErrors)
		}
		expected, names = int(payload.WorkingCopy.Save()), nil
		for _, name := range payload.WorkingCopy.Provider().OtherNames {
			names = append(names, name)
		}
	}
}

// The network fails before or after the database has done a step. Whoever asks again gets what was done, which is done
// once.
func TestWorkingCopyWithLostResponse(t *testing.T) {
	socket := openEngine(t)
	t.Run("cases", func(t *testing.T) { // which end before the engine does
		for i, part := range []string{theRequest, theAnswer} {
			t.Run("save/"+part, func(t *testing.T) {
				t.Parallel()
				l, db := openLossy(t, socket, fmt.Sprint("lostsave", i))
				d := newTestEditorOn(t, db)
				id := d.provider("Wren Examplar", nil)
				l.lose(part, "insert workingCopies")
				s := saveOf(models.KindProvider, id, 0, fields{"name": "Robin"})
				if _, err := d.SaveWorkingCopy(d.ctx, s); models.ErrorCode(err) != models.CodeUnavailable {
					t.Fatal(err)
				}
				if c := d.save(s, "").WorkingCopy; c.Save() != 1 || c.Provider().Name != "Robin" {
					t.Errorf("save %d is of %q", c.Save(), c.Provider().Name)
				}
			})
			for j, command := range []string{"insert changes", "update providers", "insert workingCopies"} {
				t.Run("publish/"+part+" of "+command, func(t *testing.T) {
					t.Parallel()
					l, db := openLossy(t, socket, fmt.Sprintf("lostpublish%d%d", i, j))
					checkLostPublication(t, newTestEditorOn(t, db), l, part, command)
				})
			}
		}
	})
}

func checkLostPublication(t *testing.T, d *testEditor, l *lossyNetwork, part, command string) {
	id := d.provider("Wren Examplar", nil)
	d.save(saveOf(models.KindProvider, id, 0, fields{"name": "Robin"}), "")
	l.lose(part, command)
	if _, err := d.PublishWorkingCopy(d.ctx, id, 1); models.ErrorCode(err) != models.CodeUnavailable {
		t.Fatal(err)
	}
	d.as("usr_other").publishCopy(id, 1, "")
	if revision := d.revisionOf(id); revision != 2 {
		t.Errorf("revision %d: it was published %d times", revision, revision-1)
	}
	if c, err := d.WorkingCopyOf(d.ctx, d.directory.Current(), id); err != nil || c != nil {
		t.Errorf("%+v is open, %v", c, err)
	}
}

// Whatever is saved, discarded and published, by whomever, the public sees nothing before the publication, which is of
// the text that was saved last.
func TestPublicAnswersChangeByPublicationOnly(t *testing.T) {
	d := newTestEditor(t)
	id := d.article().ID
	d.publish(id)
	random := rand.New(rand.NewPCG(3, 4))
	save, lead := 0, ""
	for range 80 {
		before := d.directory.Current().Directory().Edition
		public := d.directory.Current().Document(id).(*models.Article).Fingerprint()
		switch random.IntN(5) {
		case 0:
			if save == 0 {
				continue
			}
			d.publishCopy(id, int64(save), "")
			if got := d.directory.Current().Document(id).(*models.Article).Lead; got != lead {
				t.Fatalf("published %q, want %q", got, lead)
			}
			save = 0
			continue
		case 1:
			if save > 0 {
				d.discardCopy(id, int64(save), "")
			}
			save = 0
		default:
			lead = fmt.Sprint("Grief is ", random.IntN(1000), ".")
			payload := d.save(saveOf(models.KindArticle, id, save, fields{"lead": lead}), "")
			save = int(payload.WorkingCopy.Save())
		}
		now := d.directory.Current()
		if now.Directory().Edition != before || now.Document(id).(*models.Article).Fingerprint() != public {
			t.Fatal("the public sees something else")
		}
	}
}
