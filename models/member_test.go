package models_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"go.mongodb.org/mongo-driver/v2/bson"
	"pgregory.net/rapid"

	"findcare/models"
)

// sectionIDs are the ids of sections, however deep.
func sectionIDs(sections []models.Section) (ids []models.MemberID) {
	for _, section := range sections {
		ids = append(append(ids, section.ID), sectionIDs(section.Sections)...)
	}
	return ids
}

func memberIDs(document models.Document) (ids []models.MemberID) {
	switch d := document.(type) {
	case *models.Provider:
		for _, location := range d.Locations {
			ids = append(ids, location.ID)
		}
		for _, license := range d.Licenses {
			ids = append(ids, license.ID)
		}
	case *models.Article:
		ids = sectionIDs(d.Sections)
	}
	return ids
}

func stored(t interface{ Fatal(...any) }, document models.Document) bson.Raw {
	content, err := bson.Marshal(document)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func read(t interface{ Fatal(...any) }, raw bson.Raw, kind models.Kind) models.Document {
	document := kind.New()
	if err := models.Unmarshal(raw, document); err != nil {
		t.Fatal(err)
	}
	return document
}

var wordGenerator = rapid.SampledFrom([]string{"", "Flint", "flint", "Ann Arbor", "MI", "OH", "1 Example Way"})

func providerGenerator(t *rapid.T) *models.Provider {
	word := func() string { return wordGenerator.Draw(t, "word") }
	d := &models.Provider{
		Header: models.Header{ID: models.IDOfSlug(models.KindProvider, "wren"), Slug: "wren", Revision: 1},
	}
	for range rapid.IntRange(0, 9).Draw(t, "locations") {
		d.Locations = append(
			d.Locations,
			models.Location{City: word(), StateCode: word(), Street: models.OptionalString(word())},
		)
	}
	for range rapid.IntRange(0, 9).Draw(t, "licenses") {
		d.Licenses = append(d.Licenses, models.License{CredentialID: word(), State: word()})
	}
	return d
}

// Whatever members a document has, each has an id of its own, the same wherever it is read, and neither the document's
// digest nor what is stored of it but for them tells of the ids. A change keeps those of the members that stay.
func TestMembersHaveIDs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raw := stored(t, providerGenerator(t))
		first, second := read(t, raw, models.KindProvider).(*models.Provider), read(t, raw, models.KindProvider)
		ids := memberIDs(first)
		if !slices.Equal(ids, memberIDs(second)) {
			t.Fatalf("%v, then %v", ids, memberIDs(second))
		}
		if sorted := slices.Compact(slices.Sorted(slices.Values(ids))); len(sorted) != len(ids) ||
			len(ids) > 0 && sorted[0] == 0 {
			t.Fatalf("not each has one: %v", ids)
		}
		withIDs := stored(t, first)
		if again := read(t, withIDs, models.KindProvider); !slices.Equal(ids, memberIDs(again)) ||
			again.Head().Digest != first.Digest {
			t.Fatalf(
				"stored with ids: %v of digest %d, want %v of %d",
				memberIDs(again),
				again.Head().Digest,
				ids,
				first.Digest,
			)
		}
		if string(models.WithoutMemberIDs(withIDs)) != string(raw) {
			t.Fatalf("%s without ids is %s", withIDs, models.WithoutMemberIDs(withIDs))
		}
		after := providerGenerator(t)
		if _, err := models.NewChange(first, after); err != nil {
			t.Fatal(err)
		}
		for _, location := range after.Locations {
			for _, before := range first.Locations {
				if location.ID == before.ID &&
					(!strings.EqualFold(location.City, before.City) || location.StateCode != before.StateCode) {
					t.Fatalf("%+v has the id of %+v", location, before)
				}
			}
		}
	})
}

func inMichigan(city, street, phone string) models.Location {
	return models.Location{
		City:      city,
		StateCode: "MI",
		Street:    models.OptionalString(street),
		Phone:     models.OptionalString(phone),
	}
}

func TestTheIDsThatMembersKeep(t *testing.T) {
	before := &models.Provider{Header: models.Header{ID: "prv_wren", Slug: "wren"}, Locations: []models.Location{
		inMichigan("Flint", "1 Example Way", "+18105550123"), inMichigan("Flint", "2 Example Way", ""),
		inMichigan("Flint", "2 Example Way", ""), inMichigan("Detroit", "", ""),
	}}
	models.IdentifyMembers(before)
	for _, test := range []struct {
		name  string
		after []models.Location
		want  []int // the places before, -1 for a new one
	}{
		{"another phone", []models.Location{inMichigan("Flint", "1 Example Way", "+18105550199")}, []int{0}},
		{"another street", []models.Location{inMichigan("Flint", "3 Example Way", "+18105550123")}, []int{0}},
		{
			"another order",
			[]models.Location{
				inMichigan("Detroit", "", ""), inMichigan("Flint", "2 Example Way", ""),
				inMichigan("Flint", "1 Example Way", "+18105550123"),
			},
			[]int{3, 1, 0},
		},
		{
			"more of the same", slices.Repeat([]models.Location{inMichigan("Flint", "2 Example Way", "")}, 4),
			[]int{1, 2, 0, -1},
		},
		{
			"one by its id",
			[]models.Location{
				{ID: before.Locations[3].ID, City: "Lansing", StateCode: "MI"}, inMichigan("Detroit", "", ""),
			},
			[]int{3, -1},
		},
		{
			"an id twice",
			slices.Repeat([]models.Location{{ID: before.Locations[3].ID, City: "Detroit", StateCode: "MI"}}, 2),
			[]int{3, -1},
		},
		{"one from elsewhere", []models.Location{inMichigan("Lansing", "", "")}, []int{-1}},
	} {
		after := &models.Provider{Header: before.Header, Locations: test.after}
		if _, err := models.NewChange(before, after); err != nil {
			t.Fatal(err)
		}
		for i, at := range test.want {
			id := after.Locations[i].ID
			found := slices.IndexFunc(before.Locations, func(l models.Location) bool { return l.ID == id })
			if found != at || id == 0 {
				t.Errorf("%s: the location %d has the id of %d, want %d", test.name, i, found, at)
			}
		}
	}
}

func TestSectionsHaveIDs(t *testing.T) {
	article := func() *models.Article {
		return &models.Article{
			Header: models.Header{ID: "art_grief", Slug: "grief"},
			Title:  "Grief",
			Sections: []models.Section{
				{
					Heading:  "A",
					Sections: []models.Section{{Heading: "B", Body: "b"}, {Heading: "C"}},
				}, {Heading: "D", Body: "d"},
			},
		}
	}
	before := article()
	shared := before.Sections
	fingerprint := before.Fingerprint()
	models.IdentifyMembers(before)
	if before.Fingerprint() != fingerprint {
		t.Error("the ids are part of what was reviewed")
	}
	if shared[0].ID != 0 || shared[0].Sections[0].ID != 0 {
		t.Error("sections that another document may have were changed")
	}
	after := article()
	after.Sections = []models.Section{
		{Heading: "D", Body: "of another text"},
		{Heading: "E", Sections: []models.Section{{Heading: "Another B", Body: "b"}}},
	}
	if _, err := models.NewChange(before, after); err != nil {
		t.Fatal(err)
	}
	ids, was := sectionIDs(after.Sections), sectionIDs(before.Sections)
	if ids[0] != was[3] || slices.Contains(was, ids[1]) || ids[2] != was[1] {
		t.Errorf("%v of %v", ids, was)
	}
}

func TestMemberIDsAsText(t *testing.T) {
	d := &models.Provider{
		Header:    models.Header{ID: "prv_wren"},
		Locations: []models.Location{{City: "Flint"}},
		Licenses:  []models.License{{State: "MI"}},
	}
	models.IdentifyMembers(d)
	for _, id := range memberIDs(d) {
		if read, ok := models.ParseMemberID(id.String()); !ok || read != id {
			t.Errorf("%d is %q, which is %d", id, id, read)
		}
		content, err := json.Marshal(id)
		var back models.MemberID
		if err != nil || json.Unmarshal(content, &back) != nil || back != id {
			t.Errorf("%s: %v, %d", content, err, back)
		}
	}
	text := d.Locations[0].ID.String()
	for _, wrong := range []string{
		"", "loc_", text[:len(text)-1], text + "0", "lo_" + text[4:], "prv_" + text[4:], strings.ToUpper(text),
		"loc_zzzzzzzzzzzzz", text[:len(text)-1] + "z",
	} {
		if id, ok := models.ParseMemberID(wrong); ok {
			t.Errorf("%q is %d", wrong, id)
		}
	}
	fault := models.Decode([]byte(`{"locations": [{"id": "loc_1"}]}`), new(models.Provider))
	if fault == nil || fault.Path != "/locations/0/id" || !strings.Contains(fmt.Sprint(fault), "13 of the characters") {
		t.Errorf("%v", fault)
	}
	none, err := json.Marshal(models.Location{City: "Flint"})
	if err != nil || strings.Contains(string(none), "id") {
		t.Errorf("%s, %v", none, err)
	}
}
