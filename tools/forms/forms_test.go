package forms_test

import (
	"bytes"
	"os"
	"slices"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"findcare/tools/forms"
)

// root is where the module is.
const root = "../.."

func load(t *testing.T) *ast.Schema {
	t.Helper()
	schema, err := forms.Load(root)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func formsOf(t *testing.T, schema *ast.Schema) forms.Forms {
	t.Helper()
	made, err := forms.Make(schema)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func named(fields []forms.Field, name string) (forms.Field, bool) {
	at := slices.IndexFunc(fields, func(f forms.Field) bool { return f.Name == name })
	if at < 0 {
		return forms.Field{}, false
	}
	return fields[at], true
}

// The forms that are committed are those of the schema.
func TestTheFormsAreCurrent(t *testing.T) {
	want, err := forms.TypeScript(formsOf(t, load(t)))
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(root + "/web/desk/generated/forms.ts")
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("web/desk/generated/forms.ts is not what go generate makes (%v)", err)
	}
}

// Each field is filled in as its type and its rules say.
func TestFields(t *testing.T) {
	made := formsOf(t, load(t))
	for _, c := range []struct {
		fields []forms.Field
		want   forms.Field
	}{
		{made.Kinds["Provider"], forms.Field{
			Name: "name", Label: "Name", Control: forms.ControlLine, Required: true, MaxLength: 200,
		}},
		{made.Kinds["Provider"], forms.Field{
			Name: "treatments", Label: "Treatments", Control: forms.ControlRelation, List: true, Of: "Treatment",
		}},
		{made.Kinds["Provider"], forms.Field{
			Name: "languageServices", Label: "Language services", Control: forms.ControlChoice, List: true,
			Of: "LanguageService", Unsaid: true,
		}},
		{made.Kinds["Provider"], forms.Field{
			Name: "sessionFee", Label: "Fee for a session", Control: forms.ControlPart, Of: "FeeRangeInput",
		}},
		{made.Kinds["Provider"], forms.Field{
			Name: "acceptingNewClients", Label: "Accepts new clients", Control: forms.ControlBoolean, Unsaid: true,
		}},
		{made.Parts["LocationInput"], forms.Field{
			Name: "stateCode", Label: "State", Help: "Postal code of the state, for example MI.",
			Control: forms.ControlChoice, Of: "State", Required: true, Clears: "state",
		}},
		{made.Parts["LocationInput"], forms.Field{
			Name: "postalCode", Label: "Postal code", Control: forms.ControlLine, Pattern: `^\d{5}(-\d{4})?$`,
			Says: "must be a ZIP code (48507) or ZIP+4 (48507-1234)",
		}},
		{made.Parts["FeeRangeInput"], forms.Field{
			Name: "slidingScale", Label: "Sliding scale", Control: forms.ControlBoolean,
		}},
		{made.Kinds["Article"], forms.Field{
			Name: "lead", Label: "Introduction", Control: forms.ControlMarkdown, Required: true, MaxLength: 5000,
		}},
		{made.Parts["SectionInput"], forms.Field{
			Name: "sections", Label: "Sections", Control: forms.ControlPart, List: true, Of: "SectionInput",
			Members: true,
		}},
	} {
		if got, _ := named(c.fields, c.want.Name); got != c.want {
			t.Errorf("%+v, want %+v", got, c.want)
		}
	}
	for _, name := range []string{"id", "record"} {
		if field, found := named(made.Kinds["Provider"], name); found {
			t.Errorf("the form of providers has %+v", field)
		}
	}
}

// A field that is added to the schema is in its form, and so are a part and an enum that it brings.
func TestAnAddedFieldIsInTheForm(t *testing.T) {
	const added = `
		enum Mood { CALM "Full of energy." VERY_LIVELY }
		type Room { "How many people it holds." seats: Int! mood: Mood }
		input RoomInput { seats: Int! mood: Mood }
		extend type Provider { "Where groups meet; null where there is none." rooms: [Room!] }
		extend input ProviderInput { rooms: [RoomInput!] }`
	sources, err := forms.Sources(root)
	if err != nil {
		t.Fatal(err)
	}
	schema, err := gqlparser.LoadSchema(append(sources, &ast.Source{Name: "added", Input: added})...)
	if err != nil {
		t.Fatal(err)
	}
	made := formsOf(t, schema)
	want := forms.Field{
		Name: "rooms", Label: "Rooms", Help: "Where groups meet.", Control: forms.ControlPart, List: true, Unsaid: true,
		Of: "RoomInput",
	}
	if got, _ := named(made.Kinds["Provider"], "rooms"); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got := made.Parts["RoomInput"]; len(got) != 2 || got[0].Help != "How many people it holds." {
		t.Errorf("the fields of a room: %+v", got)
	}
	wantMoods := []forms.Choice{{"CALM", "Calm"}, {"VERY_LIVELY", "Very lively"}}
	if got := made.Choices["Mood"]; !slices.Equal(got, wantMoods) {
		t.Errorf("the moods: %v, want %v", got, wantMoods)
	}
}
