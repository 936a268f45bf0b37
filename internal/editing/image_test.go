package editing_test

import (
	"testing"

	"findcare/internal/catalog"
	"findcare/internal/editing"
	"findcare/models"
)

// TestImagesThatEditorsWrite are of hosts that the operator has named, and have a text. What was written before does
// not keep an article from being changed elsewhere.
func TestImagesThatEditorsWrite(t *testing.T) {
	d := newTestEditor(t)
	d.condition("Grief")
	show := func(hosts ...string) {
		documents, err := d.db.Load(d.ctx)
		if err != nil {
			t.Fatal(err)
		}
		options := catalog.Options{Today: func() models.Date { return "2026-11-24" }, ImageHosts: hosts}
		d.directory.Publish(catalog.Build(documents, options))
	}
	w := editing.Write{Operation: "test"}
	const image = "![A wave](https://a.example/1.png)"
	input := fields{
		"title": "Find Care for Grief", "topic": map[string]any{"condition": "grief"}, "author": "Ada", "lead": image,
	}
	invalid := func(message string) func(editing.Outcome, error) models.Document {
		return d.mustFail(models.UserErrorInvalid, message)
	}
	invalid(`lead: "https://a.example/1.png" must not be an image`)(d.create(w, models.KindArticle, input))
	show("b.example")
	invalid("must be an image at https:// of a host that the operator has named: b.example")(
		d.create(w, models.KindArticle, input),
	)
	show("a.example", "b.example")
	id := d.must(d.create(w, models.KindArticle, input)).Head().ID
	lead := func(text string) (editing.Outcome, error) {
		return d.update(w, models.KindArticle, id, fields{"lead": text})
	}
	invalid(`lead: "https://a.example/1.png" must have a text`)(lead("![](https://a.example/1.png)"))

	show("b.example")
	d.must(d.update(w, models.KindArticle, id, fields{"title": "Care for Grief"}))
	d.must(lead(image + " and words"))
	d.must(lead(image + " ![B](https://b.example/2.png)"))
	d.must(d.Publish(d.ctx, w, id))
	invalid(`"https://a.example/3.png" must be`)(lead(image + " ![B](https://a.example/3.png)"))
	html := models.FormatHTML
	const want = `<p>A wave <img src="https://b.example/2.png" alt="B" loading="lazy" decoding="async" ` +
		`referrerpolicy="no-referrer"></p>`
	if got := d.directory.Current().Article(catalog.SlugOrID{ID: &id}).Lead(&html); got != want {
		t.Errorf("shown as %s", got)
	}
}
