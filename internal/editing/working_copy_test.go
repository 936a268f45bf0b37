package editing_test

import (
	"fmt"
	"slices"
	"strings"
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
	payload, err := d.PublishWorkingCopy(d.ctx, id, int(save), nil)
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
	changed := fields{"statement": nil, "slug": "wren-e", "name": ""}
	c := d.save(saveOf(models.KindProvider, id, 0, changed), "").WorkingCopy
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
		"nothing":             {editing.CopySave{}, models.UserErrorInvalid},
		"of another kind":     {saveOf(models.KindArticle, id, 0, nil), models.UserErrorInvalid},
		"of a condition":      {editing.CopySave{ID: &grief}, models.UserErrorInvalid},
		"of no document":      {editing.CopySave{ID: &none}, models.UserErrorNotFound},
		"with another id":     {saveOf(models.KindProvider, id, 0, fields{"id": none}), models.UserErrorInvalid},
		"of another save":     {editing.CopySave{ID: &id, ExpectedSave: 7}, models.UserErrorConflict},
		"of another revision": {editing.CopySave{ID: &id, BaseRevision: revision(7)}, models.UserErrorConflict},
		"too costly to render": {
			saveOf(models.KindArticle, "", 0, fields{"lead": strings.Repeat("[", 2000)}), models.UserErrorInvalid,
		},
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
		_, err := d.WorkingCopies(d.ctx, d.directory.Current(), wanted)
		if models.ErrorCode(err) != models.CodeBadUserInput {
			t.Error(err)
		}
	}
}
