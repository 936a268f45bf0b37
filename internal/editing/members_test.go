package editing_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"

	"findcare/internal/editing"
	"findcare/models"
	"findcare/models/modelstest"
)

// updateJSON updates a provider or an article with the JSON that a client sends: the input, and the changes of members
// in it.
func (d *testEditor) updateJSON(id, input string) (editing.Outcome, error) {
	d.t.Helper()
	var update models.Input = new(models.ProviderUpdate)
	if kind, _ := models.KindOfID(id); kind == models.KindArticle {
		update = new(models.ArticleUpdate)
	}
	if err := json.Unmarshal([]byte(input), update, json.RejectUnknownMembers(true)); err != nil {
		d.t.Fatalf("%s: %v", input, err)
	}
	return d.Update(d.ctx, editing.Write{Operation: "update"}, id, update)
}

// placesOf returns the locations and licences of a provider, without their ids.
func placesOf(d models.Document) string {
	var told []string
	for _, l := range d.(*models.Provider).Locations {
		coordinates := ""
		if l.Latitude != nil {
			coordinates = fmt.Sprint(" ", *l.Latitude)
		}
		told = append(told, fmt.Sprintf("%s|%s|%s%s", l.Label(), l.StateCode, l.Phone, coordinates))
	}
	for _, l := range d.(*models.Provider).Licenses {
		told = append(told, fmt.Sprint(l.State, l.Number, l.ExpiresOn))
	}
	return strings.Join(told, "; ")
}

// practice creates a provider with two locations and a licence, and returns it.
func (d *testEditor) practice() *models.Provider {
	d.t.Helper()
	d.must(d.create(editing.Write{}, models.KindCredential, fields{"slug": "counselor", "name": "Counselor"}))
	id := d.provider("Wren Examplar", fields{
		"locations": []any{
			fields{
				"street":     "1 Example Way",
				"city":       "Flint",
				"stateCode":  "MI",
				"postalCode": "48507",
				"phone":      "+18105550123",
				"latitude":   43.5,
				"longitude":  -83.5,
			},
			fields{"city": "Detroit", "stateCode": "MI"},
		},
		"licenses": []any{fields{"credential": "counselor", "state": "MI", "number": "1"}},
	})
	return d.directory.Current().Document(id).(*models.Provider)
}

const (
	flint   = "1 Example Way, Flint, Michigan 48507|MI|+18105550123 43.5"
	detroit = "Detroit, Michigan|MI|"
	license = "MI1"
)

var memberChanges = []struct{ name, input, want string }{
	{
		"a phone", `{"members": {"locations": {"update": [{"id": "$flint", "phone": "(810) 555-0199"}]}}}`,
		"1 Example Way, Flint, Michigan 48507|MI|+18105550199 43.5; " + detroit + "; " + license,
	},
	{
		"nothing", `{"members": {"locations": {"update": [{"id": "$flint"}]}}}`,
		"1 Example Way, Flint, Michigan 48507|MI|+18105550199 43.5; " + detroit + "; " + license,
	},
	{
		"the phone again, beside a name",
		`{"name": "Robin", "members": {"locations": {"update": [{"id": "$flint", "phone": "810 555 0123"}]}}}`,
		flint + "; " + detroit + "; " + license,
	},
	{
		"null clears",
		`{"members": {"locations": {"update": [{"id": "$flint", "latitude": null, "longitude": null, "phone": ` +
			`null}]}}}`,
		"1 Example Way, Flint, Michigan 48507|MI|; " + detroit + "; " + license,
	},
	{
		"another state",
		`{"members": {"locations": {"update": [{"id": "$detroit", "city": "Toledo", "stateCode": "OH"}]}}}`,
		"1 Example Way, Flint, Michigan 48507|MI|; Toledo, Ohio|OH|; " + license,
	},
	{
		"one more, one less",
		`{"members": {"locations": {"add": [{"city": "Lansing", "stateCode": "MI"}], "remove": ["$detroit"]}}}`,
		"1 Example Way, Flint, Michigan 48507|MI|; Lansing, Michigan|MI|; " + license,
	},
	{
		"a licence",
		`{"members": {"licenses": {"update": [{"id": "$license", "expiresOn": "2030-01-31"}], "add": ` +
			`[{"credential": "counselor", "state": "OH"}]}}}`,
		"1 Example Way, Flint, Michigan 48507|MI|; Lansing, Michigan|MI|; MI12030-01-31; OH",
	},
	{
		"a list beside the other's members", `{"locations": [], "members": {"licenses": {"remove": ["$license"]}}}`,
		"OH",
	},
}

func TestMemberChanges(t *testing.T) {
	d := newTestEditor(t)
	wren := d.practice()
	names := strings.NewReplacer(
		"$flint", wren.Locations[0].ID.String(),
		"$detroit", wren.Locations[1].ID.String(),
		"$license", wren.Licenses[0].ID.String(),
	)
	for _, test := range memberChanges {
		got := d.must(d.updateJSON(wren.ID, names.Replace(test.input)))
		if placesOf(got) != test.want {
			t.Errorf("%s: %s, want %s", test.name, placesOf(got), test.want)
		}
	}
}

var memberFaults = []struct {
	id, input, field string
	code             models.UserErrorCode
}{
	{
		"$wren", `{"members": {"locations": {"update": [{"id": "$flint"}, {"id": "$detroit", "phone": "1"}]}}}`,
		"members locations update 1 phone", models.UserErrorInvalid,
	},
	{
		"$wren",
		`{"members": {"locations": {"remove": ["$flint"], "add": [{"city": "Flint", "stateCode": "MI"}, ` +
			`{"city": "", "stateCode": "MI"}]}}}`,
		"members locations add 1 city", models.UserErrorInvalid,
	},
	{
		"$wren", `{"members": {"locations": {"update": [{"id": "$license", "city": "Flint"}]}}}`,
		"members locations update 0 id", models.UserErrorNotFound,
	},
	{
		"$wren", `{"members": {"locations": {"remove": ["$flint", "nothing"]}}}`, "members locations remove 1",
		models.UserErrorNotFound,
	},
	{
		"$wren", `{"members": {"licenses": {"update": [{"id": ""}]}}}`, "members licenses update 0 id",
		models.UserErrorNotFound,
	},
	{
		"$wren", `{"members": {"licenses": {"add": [{"credential": "none", "state": "MI"}]}}}`,
		"members licenses add 0 credential", models.UserErrorInvalid,
	},
	{"$wren", `{"locations": [], "members": {"locations": {}}}`, "members locations", models.UserErrorInvalid},
	{"$article", `{"sections": null, "members": {"sections": {}}}`, "members sections", models.UserErrorInvalid},
	{
		"$article", `{"members": {"sections": {"update": [{"id": "$b", "heading": "C"}]}}}`, "sections 1 heading",
		models.UserErrorInvalid,
	},
	{
		"$article", `{"members": {"sections": {"update": [{"id": "$b", "heading": null}]}}}`,
		"members sections update 0 heading", models.UserErrorInvalid,
	},
	{
		"$article", `{"members": {"sections": {"add": [{"parent": "$b", "position": 1, "heading": "D"}]}}}`,
		"members sections add 0 position", models.UserErrorInvalid,
	},
	{
		"$article", `{"members": {"sections": {"add": [{"parent": "$flint", "heading": "D"}]}}}`,
		"members sections add 0 parent", models.UserErrorNotFound,
	},
	{
		"$article",
		`{"members": {"sections": {"add": [{"parent": "$b", "heading": "D", "sections": [{"heading": ""}]}]}}}`,
		"members sections add 0 sections 0 heading", models.UserErrorInvalid,
	},
}

func TestPathsOfMemberFaults(t *testing.T) {
	d := newTestEditor(t)
	wren := d.practice()
	article := d.article()
	sections := d.must(
		d.updateJSON(article.ID, `{"sections": [{"heading": "A", "sections": [{"heading": "B"}]}, {"heading": "C"}]}`),
	).(*models.Article).Sections
	names := strings.NewReplacer(
		"$flint", wren.Locations[0].ID.String(),
		"$detroit", wren.Locations[1].ID.String(),
		"$license", wren.Licenses[0].ID.String(),
		"$b", sections[0].Sections[0].ID.String(),
		"$wren", wren.ID, "$article", article.ID,
	)
	for _, test := range memberFaults {
		outcome, err := d.updateJSON(names.Replace(test.id), names.Replace(test.input))
		if err != nil || len(outcome.Errors) != 1 {
			t.Errorf("%s: %+v, %v", test.input, outcome.Errors, err)
			continue
		}
		got := outcome.Errors[0]
		if field := strings.Join(got.Field, " "); field != test.field || got.Code != test.code ||
			!strings.Contains(got.Located(), strings.ReplaceAll(field, " ", "/")) {
			t.Errorf("%s: %s at %s, %s", test.input, got.Code, field, got.Message)
		}
		checkMessage(t, got)
	}
}

func TestSectionChanges(t *testing.T) {
	d := newTestEditor(t)
	article := d.article()
	id := func(i int) string {
		var all []string
		var walk func(sections []models.Section)
		walk = func(sections []models.Section) {
			for _, s := range sections {
				all = append(all, s.ID.String())
				walk(s.Sections)
			}
		}
		walk(d.directory.Current().Document(article.ID).(*models.Article).Sections)
		return all[i]
	}
	d.must(d.updateJSON(article.ID,
		`{"sections": [{"heading": "A", "sections": [{"heading": "B", "body": "b"}]}, {"heading": "C"}]}`))
	first, second := id(0), id(1)
	changed := d.must(d.updateJSON(article.ID, `{"members": {"sections": {
		"update": [{"id": "`+second+`", "body": "Another text."}], "remove": ["`+id(2)+`"],
		"add": [
			{"heading": "First", "position": 0},
			{"parent": "`+first+`", "position": 0, "heading": "D", "sections": [{"heading": "E"}]},
			{"heading": "Last"}]}}}`)).(*models.Article)
	var told strings.Builder
	var tell func(sections []models.Section)
	tell = func(sections []models.Section) {
		for _, s := range sections {
			told.WriteString(s.Heading + s.Body)
			if len(s.Sections) > 0 {
				told.WriteString("(")
				tell(s.Sections)
				told.WriteString(")")
			}
			told.WriteString(" ")
		}
	}
	tell(changed.Sections)
	if got, want := told.String(), "First A(D(E ) BAnother text. ) Last "; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if id(1) != first || id(4) != second {
		t.Error("the ids are others")
	}
}

func TestLossIsRejected(t *testing.T) {
	d := newTestEditor(t)
	wren := d.practice()
	for _, test := range []struct {
		locations string
		lost      string // the fields
	}{
		{
			`[{"city": "flint", "state": "Michigan", "phone": "+18105550199"}, {"city": "Detroit", "stateCode": "MI"}]`,
			"locations 0 street, locations 0 postalCode",
		},
		{
			`[{"city": "Detroit", "stateCode": "MI"}, {"street": "1 Example Way", "city": "Flint", "stateCode": ` +
				`"MI", "postalCode": "48507"}]`,
			"locations 1 phone",
		},
		{
			`[{"street": "2 Example Way", "city": "Flint", "stateCode": "MI", "postalCode": "48507", "phone": ` +
				`"+18105550199"}]`,
			"",
		},
		{`[{"city": "Detroit", "stateCode": "MI"}]`, ""},
		{`null`, ""},
	} {
		outcome, err := d.updateJSON(wren.ID, `{"locations": `+test.locations+`}`)
		var lost []string
		for _, e := range outcome.Errors {
			lost = append(lost, strings.Join(e.Field, " "))
			if e.Code != models.UserErrorLoss || !strings.Contains(e.Message, "allowLoss: true") ||
				!strings.Contains(e.Message, wren.Locations[0].ID.String()) {
				t.Errorf("%s: %+v", test.locations, e)
			}
		}
		if err != nil || strings.Join(lost, ", ") != test.lost {
			t.Errorf("%s: %v, %v, want %s", test.locations, lost, err, test.lost)
		}
		if test.lost == "" { // as it was
			d.must(d.update(editing.Write{}, models.KindProvider, wren.ID, fields{"locations": wren.Locations}))
		}
	}
	bare := modelstest.Providers(fields{"id": wren.ID, "locations": []any{fields{"city": "Flint", "stateCode": "MI"}}})
	if outcomes, err := d.SaveAll(d.ctx, editing.Write{}, bare, false); err != nil || len(outcomes[0].Errors) != 3 {
		t.Errorf("saved: %+v, %v", outcomes, err)
	}
	if outcomes, err := d.SaveAll(d.ctx, editing.Write{}, bare, true); err != nil || len(outcomes[0].Errors) != 0 {
		t.Errorf("saved with loss: %+v, %v", outcomes, err)
	}
}
