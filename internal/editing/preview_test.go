package editing_test

import (
	"errors"
	"net/url"
	"strings"
	"testing"
	"time"

	"findcare/internal/catalog"
	"findcare/internal/editing"
	"findcare/models"
)

// linkOf is what the address of a preview ends with.
func (d *testEditor) linkOf(c *editing.WorkingCopy) string {
	d.t.Helper()
	address, err := c.PreviewURL(d.ctx)
	if err != nil {
		d.t.Fatal(err)
	}
	parsed, err := url.Parse(address)
	if err != nil || !strings.HasPrefix(address, "https://care.example/preview?link=") {
		d.t.Fatal(address, err)
	}
	return parsed.Query().Get("link")
}

func TestPreview(t *testing.T) {
	d := newTestEditor(t)
	id := d.article().ID
	d.publish(id)
	changed := fields{"lead": "Grief is loss.", "slug": "loss"}
	link := d.linkOf(d.save(saveOf(models.KindArticle, id, 0, changed), "").WorkingCopy)
	version := d.directory.Current().Directory().Edition
	for range 2 { // replayed
		p, err := d.Preview(t.Context(), link)
		if err != nil || len(p.Problems) > 0 || p.Slug != "loss" || p.Kind != models.KindArticle {
			t.Fatalf("%+v, %v", p, err)
		}
		if got := p.Snapshot.Article(catalog.SlugOrID{Slug: &p.Slug}); got == nil || got.Lead(nil) != "Grief is loss." {
			t.Errorf("the preview has %+v", got)
		}
	}
	if now := d.directory.Current(); now.Directory().Edition != version ||
		now.Document(id).(*models.Article).Lead != "Grief is love." {
		t.Error("the preview changed what is public")
	}
	d.save(saveOf(models.KindArticle, id, 1, fields{"lead": "Grief is long."}), "")
	p, err := d.Preview(t.Context(), link)
	if err != nil || p.Snapshot.Document(id).(*models.Article).Lead != "Grief is long." {
		t.Errorf("what was saved since: %+v, %v", p, err)
	}
	d.discardCopy(id, 2, "")
	if _, err := d.Preview(t.Context(), link); !errors.Is(err, editing.ErrNoPreview) {
		t.Errorf("of what is no more: %v", err)
	}
}

// A link that has expired, was altered or is of another directory shows nothing, and no id does.
func TestPreviewLinksThatAreNoGood(t *testing.T) {
	d, other := newTestEditor(t), newTestEditor(t)
	id := d.provider("Wren Examplar", nil)
	other.provider("Wren Examplar", nil)
	save := saveOf(models.KindProvider, id, 0, fields{"name": "Robin"})
	second := d.provider("Juniper", nil)
	link := d.linkOf(d.save(save, "").WorkingCopy)
	d.save(saveOf(models.KindProvider, second, 0, fields{"name": "Juniper Lane"}), "")
	foreign := other.linkOf(other.save(save, "").WorkingCopy)
	_, signed, _ := strings.Cut(link, ".")
	until, signature, _ := strings.Cut(signed, ".")
	bad := map[string]string{
		"foreign": foreign, "an id": id, "nothing": "",
		"no signature": id + "." + until, "an empty one": id + "." + until + ".",
		"another document": second + "." + signed, "longer": id + ".9" + until + "." + signature,
		"a point": ".",
	}
	for i := range link {
		changed := []byte(link)
		changed[i] ^= 1
		bad[string(changed)] = string(changed)
	}
	for name, link := range bad {
		if p, err := d.Preview(t.Context(), link); !errors.Is(err, editing.ErrNoPreview) || p.Snapshot != nil {
			t.Errorf("%s: %+v, %v", name, p, err)
		}
	}
	p, err := d.Preview(t.Context(), link)
	if err != nil || p.Snapshot.Document(id).(*models.Provider).Name != "Robin" {
		t.Errorf("as it was given: %+v, %v", p, err)
	}
	d.clock.Add(time.Hour.Milliseconds())
	if _, err := d.Preview(t.Context(), link); !errors.Is(err, editing.ErrNoPreview) {
		t.Errorf("after an hour: %v", err)
	}
}

// What breaks a rule is shown where that does no harm; else the preview says what is wrong.
func TestPreviewOfWhatIsIncomplete(t *testing.T) {
	d := newTestEditor(t)
	d.condition("Grief")
	topic := map[string]any{"condition": "grief"}
	taken := d.article()
	for name, test := range map[string]struct {
		save  editing.CopySave
		shown bool
	}{
		"no author": {saveOf(models.KindArticle, "", 0, fields{"title": "A", "topic": topic, "lead": "B"}), true},
		"no topic":  {saveOf(models.KindArticle, "", 0, fields{"title": "A", "lead": "B"}), false},
		"nothing":   {saveOf(models.KindArticle, "", 0, fields{}), false},
		"the slug is taken": {
			saveOf(models.KindArticle, "", 0, fields{"title": "A", "topic": topic, "slug": taken.Slug}), false,
		},
		"an empty entry": {saveOf(models.KindProvider, "", 0, fields{}), false},
		"an entry":       {saveOf(models.KindProvider, "", 0, fields{"name": "A", "kind": "INDIVIDUAL"}), true},
	} {
		t.Run(name, func(t *testing.T) {
			payload, err := d.SaveWorkingCopy(d.ctx, test.save)
			d.check(payload, err, "")
			p, err := d.Preview(t.Context(), d.linkOf(payload.WorkingCopy))
			if err != nil || (p.Snapshot != nil) != test.shown || p.Snapshot == nil && len(p.Problems) == 0 {
				t.Errorf("%+v, %v", p, err)
			}
		})
	}
}

// A retired provider has no page, and a preview shows the one that it would have.
func TestPreviewOfARetiredProvider(t *testing.T) {
	d := newTestEditor(t)
	id := d.provider("Wren Examplar", nil)
	d.must(d.Retire(d.ctx, editing.Write{}, id))
	p, err := d.Preview(t.Context(), d.linkOf(d.save(editing.CopySave{ID: &id}, "").WorkingCopy))
	if err != nil || p.Snapshot.Provider(catalog.ProviderBy{ID: &id}) == nil {
		t.Errorf("%+v, %v", p, err)
	}
}
