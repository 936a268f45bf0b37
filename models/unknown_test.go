package models_test

import (
	"testing"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/models"
)

// storedProvider is one as it is stored, with some members that another findcare has written.
func storedProvider(t *testing.T, more ...bson.E) bson.Raw {
	t.Helper()
	raw, err := bson.Marshal(append(bson.D{
		{Key: "_id", Value: models.IDOfSlug(models.KindProvider, "wren")},
		{Key: "slug", Value: "wren"},
		{Key: "revision", Value: int64(1)},
		{Key: "updatedAt", Value: time.UnixMilli(1_790_000_000_000)},
		{Key: "kind", Value: "INDIVIDUAL"},
		{Key: "name", Value: "Wren"},
	}, more...))
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func unmarshalled(t *testing.T, stored bson.Raw) *models.Provider {
	t.Helper()
	p := new(models.Provider)
	if err := models.Unmarshal(stored, p); err != nil {
		t.Fatal(err)
	}
	return p
}

func place(city string, more ...bson.E) bson.D {
	return append(
		bson.D{{Key: "city", Value: city}, {Key: "state", Value: "Michigan"}, {Key: "stateCode", Value: "MI"}},
		more...)
}

func imported(source, digest string, more ...bson.E) bson.D {
	return append(
		bson.D{{Key: "source", Value: source}, {Key: "record", Value: "1"}, {Key: "digest", Value: digest}},
		more...)
}

var extra = bson.E{Key: "another", Value: bson.D{{Key: "findcare", Value: int64(7)}}}

// unknownMembers are in a document before a change of it and after.
var unknownMembers = map[string]struct {
	before []bson.E
	change func(p *models.Provider)
	after  []bson.E
}{
	"of the document": {
		[]bson.E{extra}, func(p *models.Provider) { p.Name = "Wrenna" }, []bson.E{extra},
	},
	"whose name differs in case": {
		[]bson.E{{Key: "NPIrecord", Value: 1}},
		func(*models.Provider) {},
		[]bson.E{{Key: "NPIrecord", Value: int32(1)}},
	},
	"of a document in it": {
		[]bson.E{{Key: "sessionFee", Value: bson.D{extra, {Key: "minimum", Value: 1}}}},
		func(p *models.Provider) { p.SessionFee.Minimum = 2 },
		[]bson.E{
			{
				Key: "sessionFee",
				Value: bson.D{
					{Key: "currency", Value: ""},
					{Key: "minimum", Value: 2},
					{Key: "maximum", Value: 0},
					{Key: "slidingScale", Value: false},
					extra,
				},
			},
		},
	},
	"of one in it that is taken away": {
		[]bson.E{{Key: "sessionFee", Value: bson.D{extra, {Key: "minimum", Value: 1}}}},
		func(p *models.Provider) { p.SessionFee = nil }, nil,
	},
	"of one in a list, in another order": {
		[]bson.E{{Key: "locations", Value: bson.A{place("Flint"), place("Lansing", extra)}}},
		func(p *models.Provider) { p.Locations[0], p.Locations[1] = p.Locations[1], p.Locations[0] },
		[]bson.E{{Key: "locations", Value: bson.A{place("Lansing", extra), place("Flint")}}},
	},
	"of one in a list that is another one now": {
		[]bson.E{{Key: "locations", Value: bson.A{place("Flint"), place("Lansing", extra)}}},
		func(p *models.Provider) { p.Locations[1].City = "Detroit" },
		[]bson.E{{Key: "locations", Value: bson.A{place("Flint"), place("Detroit")}}},
	},
	"of one in a list that has a name": {
		[]bson.E{{Key: "imported", Value: bson.A{imported("nppes", "a", extra), imported("samhsa", "b")}}},
		func(p *models.Provider) { p.Imported[0].Digest = "c" },
		[]bson.E{{Key: "imported", Value: bson.A{imported("nppes", "c", extra), imported("samhsa", "b")}}},
	},
	"of two that are the same": {
		[]bson.E{{Key: "locations", Value: bson.A{place("Flint", extra), place("Flint")}}},
		func(*models.Provider) {},
		[]bson.E{{Key: "locations", Value: bson.A{place("Flint", extra), place("Flint")}}},
	},
}

// What this findcare does not know of a document stays where it is, wherever it stands and whatever is changed beside
// it.
func TestUnknownMembersAreCarried(t *testing.T) {
	for name, test := range unknownMembers {
		before := unmarshalled(t, storedProvider(t, test.before...))
		after := *unmarshalled(t, storedProvider(t, test.before...))
		after.Unknown = nil // as of what was made from an input
		test.change(&after)
		change, err := models.NewChange(before, &after)
		if err != nil {
			t.Fatal(err)
		}
		stored, err := models.Marshal(&after)
		if err != nil {
			t.Fatal(err)
		}
		want := storedProvider(t, test.after...).String()
		want = unmarshalledString(t, want, &after)
		if got := models.WithoutMemberIDs(stored).String(); got != want {
			t.Errorf("%s: stored is\n%s\nwant\n%s", name, got, want)
		}
		if change.After.String() != stored.String() {
			t.Errorf("%s: the record has\n%s", name, change.After)
		}
		if got := unmarshalled(t, stored); got.Digest != after.Digest {
			t.Errorf("%s: what was written has another digest when it is read", name)
		}
	}
}

// unmarshalledString is what is wanted with the name that the change gives.
func unmarshalledString(t *testing.T, want string, after *models.Provider) string {
	t.Helper()
	var wanted bson.D
	if err := bson.UnmarshalExtJSON([]byte(want), true, &wanted); err != nil {
		t.Fatal(err)
	}
	for i := range wanted {
		if wanted[i].Key == "name" {
			wanted[i].Value = after.Name
		}
	}
	raw, err := bson.Marshal(wanted)
	if err != nil {
		t.Fatal(err)
	}
	return bson.Raw(raw).String()
}

// The version of a directory is that of what is known: members that this findcare does not know change no digest.
func TestUnknownMembersCountForNoDigest(t *testing.T) {
	location := bson.E{Key: "locations", Value: bson.A{place("Flint")}}
	plain := unmarshalled(t, storedProvider(t, location))
	for name, stored := range map[string]bson.Raw{
		"of the document": storedProvider(t, location, extra),
		"in a list":       storedProvider(t, bson.E{Key: "locations", Value: bson.A{place("Flint", extra)}}),
	} {
		if got := unmarshalled(t, stored); got.Digest != plain.Digest {
			t.Errorf("%s: the digest is another one", name)
		}
	}
	other := unmarshalled(t, storedProvider(t, bson.E{Key: "locations", Value: bson.A{place("Lansing")}}))
	if other.Digest == plain.Digest {
		t.Error("what is known counts for no digest")
	}
}
