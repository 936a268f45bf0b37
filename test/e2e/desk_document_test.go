package e2e

import (
	"slices"
	"testing"

	"github.com/chromedp/chromedp"

	"findcare/models"
)

var alder = models.IDOfSlug(models.KindProvider, "alder-fictionado")

const alderPhone = `{ done: provider(by: {slug: "alder-fictionado"}) { locations { id phone street } revision } }`

type phoneOfAlder struct {
	Locations []struct{ ID, Phone, Street string }
	Revision  int
}

// A phone number is corrected: saved where nobody sees it, then published, and undone. The location stays the same one.
func TestDeskCorrectsAPhone(t *testing.T) {
	t.Parallel()
	server, sign := newDesk(t)
	before := public[phoneOfAlder](t, server, alderPhone)
	p := sign("editor")
	p.open("/desk/providers/" + alder)
	p.sees("h1", "Alder Fictionado")
	p.sees(".saving", "All is saved")
	p.fill("#field-locations-0-phone", "(501) 555-0123")
	p.sees(".saving", "Not saved yet")
	p.sees(".saving", "All is saved") // by itself, after a pause
	p.sees(".badges", "Working copy")
	if got := public[phoneOfAlder](t, server, alderPhone); got.Locations[0].Phone != before.Locations[0].Phone {
		t.Errorf("before it is published, the public sees %s", got.Locations[0].Phone)
	}
	p.button("Publish now")
	p.sees(".done", "Published. Everybody sees it.")
	p.value("#field-locations-0-phone", "+15015550123")
	want := before
	want.Locations[0].Phone, want.Revision = "+15015550123", before.Revision+1
	got := public[phoneOfAlder](t, server, alderPhone)
	if got.Revision != want.Revision || !slices.Equal(got.Locations, want.Locations) {
		t.Errorf("the public sees %+v, want %+v", got, want)
	}

	p.button("Undo")
	p.sees(".done", "Undone")
	if got := public[phoneOfAlder](t, server, alderPhone); got.Locations[0].Phone == "+15015550123" {
		t.Error("the phone is still the new one")
	}
	p.do("to the history", chromedp.Click(chromedp.CSS(`a[href$="/history"]`)))
	p.sees(".history li:first-child", "restored an earlier text")
	p.sees(".history li:nth-child(2)", "Location")
	p.sees(".history li:nth-child(2) ins", "15015550123")
	p.do("restore", chromedp.Click(chromedp.CSS(".history li:nth-child(2) button")))
	p.button("Restore")
	p.value("#field-locations-0-phone", "+15015550123")
	p.isFine()
}

// A provider is added: what is missing is said at the fields, and the first of them takes the focus.
func TestDeskAddsAProvider(t *testing.T) {
	t.Parallel()
	server, sign := newDesk(t)
	p := sign("editor")
	p.open("/desk/providers/new")
	p.sees("h1", "New provider")
	p.fill("#field-name", "Juniper Exemplar")
	p.sees(".saving", "All is saved")
	p.focused("#field-name") // saving has not moved it
	p.fill("#field-email", "not an address")
	p.button("Publish now")
	p.sees(".errors", "Person or organization")
	p.focused("#field-kind")
	p.holds("the error at the field", `(() => {
		const field = document.querySelector("#field-email");
		return field.getAttribute("aria-invalid") === "true" &&
			field.getAttribute("aria-describedby").split(" ").some((id) =>
				document.getElementById(id).textContent.includes("email address"));
	})()`)
	p.choose("#field-kind", "Individual")
	p.fill("#field-email", "office@juniper.example")
	p.button("Add location")
	p.fill("#field-locations-0-city", "Flint")
	p.choose("#field-locations-0-stateCode", "Michigan")
	p.refer("#field-treatments-add", "Cognitive Behavioral")
	p.refer("#field-conditions-add", "Depression")
	p.refer("#field-conditions-add", "Anxiety")
	p.do("move it up", chromedp.Click(chromedp.CSS("#field-conditions-1-up")))
	p.button("Publish now")
	p.sees(".done", "Published. Everybody sees it.")
	got := public[struct {
		Name, Email string
		Locations   []struct{ Label string }
		Conditions  []struct{ Name string }
	}](t, server, `{ done: provider(by: {slug: "juniper-exemplar"}) {
		name email locations { label } conditions { name }
	} }`)
	if got.Email != "office@juniper.example" ||
		len(got.Locations) != 1 || got.Locations[0].Label != "Flint, Michigan" ||
		len(got.Conditions) != 2 || got.Conditions[1].Name != "Depression" {
		t.Errorf("the public sees %+v", got)
	}
	p.button("Retire")
	p.sees(".badges", "Retired")
	p.button("Reinstate")
	p.sees(".badges", "Listed")
	p.isFine()
}

// Of two who change the same field, nobody's text is lost: each field is decided on, with both sides shown.
func TestDeskResolvesAConflictByField(t *testing.T) {
	t.Parallel()
	server, sign := newDesk(t)
	one, other := sign("editor"), sign("reviewer")
	for _, p := range []*deskEditor{one, other} {
		p.open("/desk/providers/" + alder)
		p.sees(".saving", "All is saved")
	}
	one.fill("#field-statement", "I listen first.")
	one.fill("#field-pronouns", "they/them")
	one.sees(".badges", "Working copy")
	one.sees(".saving", "All is saved")
	other.fill("#field-statement", "I ask first.")
	other.fill("#field-faith", "Quaker")
	other.sees(".conflicts", "Statement")
	other.sees(".conflict label:nth-of-type(1)", "Yours: I ask first.")
	other.sees(".conflict label:nth-of-type(2)", "Theirs: I listen first.")
	other.do("theirs", chromedp.Click(chromedp.CSS(".conflict input[value=theirs]")))
	other.button("Keep what I have chosen")
	other.sees(".saving", "All is saved")
	other.value("#field-pronouns", "they/them") // which only the one has changed
	other.value("#field-statement", "I listen first.")
	other.button("Publish now")
	other.sees(".done", "Published")
	got := public[struct{ Statement, Pronouns, Faith string }](
		t, server, `{ done: provider(by: {slug: "alder-fictionado"}) { statement pronouns faith } }`)
	if got.Statement != "I listen first." || got.Pronouns != "they/them" || got.Faith != "Quaker" {
		t.Errorf("the public sees %+v", got)
	}
	one.isFine()
	other.isFine()
}

// What others have published since is a conflict, too, where it is in the same field.
func TestDeskResolvesWhatWasPublishedSince(t *testing.T) {
	t.Parallel()
	server, tokens := deskServer(t)
	somebody, complaints := atDesk(t, server, tokens["editor"], "/desk/providers/"+alder)
	p := &deskEditor{*somebody, complaints}
	p.fill("#field-statement", "I listen first.")
	p.sees(".badges", "Working copy")
	server.queryAs(t, tokens["reviewer"], `mutation($id: ID!) { updateProvider(id: $id,
		input: {statement: "I ask first."}) { userErrors { message } } }`, map[string]any{"id": alder})
	p.button("Publish now")
	p.sees(".conflicts", "I ask first.")
	p.do("ours", chromedp.Click(chromedp.CSS(".conflict input[value=ours]")))
	p.button("Keep what I have chosen")
	p.sees(".saving", "All is saved")
	p.button("Publish now")
	p.sees(".done", "Published")
	got := public[struct{ Statement string }](
		t, server, `{ done: provider(by: {slug: "alder-fictionado"}) { statement } }`)
	if got.Statement != "I listen first." {
		t.Errorf("the public sees %+v", got)
	}
	p.isFine()
}
