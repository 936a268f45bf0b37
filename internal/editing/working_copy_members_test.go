package editing_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/go-json-experiment/json"

	"findcare/internal/editing"
	"findcare/models"
)

// membersOf reads changes of members as a client sends them.
func membersOf(t *testing.T, input string) *models.MembersInput {
	t.Helper()
	members := new(models.MembersInput)
	if err := json.Unmarshal([]byte(input), members, json.RejectUnknownMembers(true)); err != nil {
		t.Fatalf("%s: %v", input, err)
	}
	return members
}

func TestMembersOfWorkingCopy(t *testing.T) {
	d := newTestEditor(t)
	wren := d.practice()
	names := strings.NewReplacer(
		"$flint", wren.Locations[0].ID.String(), "$detroit", wren.Locations[1].ID.String(),
		"$license", wren.Licenses[0].ID.String(),
	)
	save := 0
	for _, test := range []struct{ input, want string }{
		{
			`{"locations": {"update": [{"id": "$flint", "phone": "(810) 555-0199"}], "remove": ["$detroit"]}}`,
			"1 Example Way, Flint, Michigan 48507|MI|+18105550199 43.5; " + license,
		},
		{
			`{"locations": {"update": [{"id": "$flint", "phone": null, "street": ""}], "add": [{"city": ""}]}}`,
			"Flint, Michigan 48507|MI| 43.5; , ||; " + license,
		},
		{
			`{"licenses": {"update": [{"id": "$license", "number": "2"}], "add": [{"credential": "counselor"}]}}`,
			"Flint, Michigan 48507|MI| 43.5; , ||; MI2; ",
		},
	} {
		s := saveOf(models.KindProvider, wren.ID, save, nil)
		s.Provider, s.Members = nil, membersOf(t, names.Replace(test.input))
		c := d.save(s, "").WorkingCopy
		if got := placesOf(c.Provider().Provider); got != test.want {
			t.Errorf("%s: %q, want %q", test.input, got, test.want)
		}
		if again := d.save(s, "").WorkingCopy; again.Save() != c.Save() {
			t.Errorf("%s: the same request again is save %d", test.input, again.Save())
		}
		save = int(c.Save())
	}
}

func TestMembersThatCannotBeSaved(t *testing.T) {
	d := newTestEditor(t)
	wren, article := d.practice(), d.article()
	sections := d.must(d.updateJSON(article.ID, `{"sections": [{"heading": "A"}]}`)).(*models.Article).Sections
	for _, test := range []struct {
		id, input, field string
		code             models.UserErrorCode
	}{
		{wren.ID, `{"sections": {}}`, "members", models.UserErrorInvalid},
		{article.ID, `{"locations": {}}`, "members", models.UserErrorInvalid},
		{
			wren.ID, `{"licenses": {"remove": ["none"]}}`, "members licenses remove 0", models.UserErrorNotFound,
		},
		{
			article.ID, `{"sections": {"update": [{"id": "none"}]}}`, "members sections update 0 id",
			models.UserErrorNotFound,
		},
		{
			article.ID, `{"sections": {"update": [{"id": "` + sections[0].ID.String() + `", "body": "` +
				strings.Repeat("[", 2000) + `"}]}}`, "members sections update 0 body", models.UserErrorInvalid,
		},
	} {
		payload, err := d.SaveWorkingCopy(d.ctx, editing.CopySave{ID: &test.id, Members: membersOf(t, test.input)})
		if err != nil || len(payload.UserErrors) != 1 || payload.UserErrors[0].Code != test.code ||
			strings.Join(payload.UserErrors[0].Field, " ") != test.field {
			t.Errorf("%.60s: %+v, %v, want %s at %s", test.input, payload.UserErrors, err, test.code, test.field)
		}
	}
}

// Editors change single members of one working copy at the same time. What each has saved is there, and the members
// are those that they were.
func TestNoSavedMemberIsLost(t *testing.T) {
	t.Run("one server", func(t *testing.T) { checkNoLostMember(t, newTestEditor(t)) })
	t.Run("two servers", func(t *testing.T) {
		socket := openEngine(t)
		_, first := openLossy(t, socket, "members")
		_, second := openLossy(t, socket, "members")
		checkNoLostMember(t, newTestEditorOn(t, first), newTestEditorOn(t, second))
	})
}

func checkNoLostMember(t *testing.T, servers ...*testEditor) {
	const editors, saves = 6, 5
	cities := make([]any, editors)
	for i := range cities {
		cities[i] = fields{"city": fmt.Sprint("City ", i), "stateCode": "MI"}
	}
	id := servers[0].provider("Wren Examplar", fields{"locations": cities})
	known := slices.Clone(servers[0].directory.Current().Document(id).(*models.Provider).Locations)
	var running sync.WaitGroup
	for editor := range editors {
		running.Go(func() {
			d := servers[editor%len(servers)].as(fmt.Sprint("usr_", editor))
			for i := range saves {
				phone := fmt.Sprintf("810555%02d%02d", editor, i)
				change := fmt.Sprintf(`{"locations": {"update": [{"id": %q, "phone": %q}], "add": [{"city": %q}]}}`,
					known[editor].ID, phone, "Added "+phone)
				if err := d.changeMembers(id, membersOf(t, change)); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	running.Wait()
	d := servers[0]
	c, err := d.WorkingCopyOf(d.ctx, d.directory.Current(), id)
	if err != nil {
		t.Fatal(err)
	}
	got := c.Provider().Locations
	if len(got) != editors*(1+saves) {
		t.Fatalf("%d locations, want %d", len(got), editors*(1+saves))
	}
	added := make(map[string]bool)
	for i, l := range got {
		if i >= editors {
			added[l.City] = true
		} else if want := fmt.Sprintf("+1810555%02d%02d", i, saves-1); string(l.Phone) != want || l.ID != known[i].ID {
			t.Errorf("location %d is %s with %s, want %s with %s", i, l.ID, l.Phone, known[i].ID, want)
		}
	}
	if len(added) != editors*saves {
		t.Errorf("%d locations were added, want %d", len(added), editors*saves)
	}
}

// changeMembers changes members of what is saved, whoever has saved it.
func (d *testEditor) changeMembers(id string, members *models.MembersInput) error {
	s := editing.CopySave{ID: &id, Members: members}
	for {
		payload, err := d.SaveWorkingCopy(d.ctx, s)
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
		s.ExpectedSave = int(payload.WorkingCopy.Save())
	}
}
