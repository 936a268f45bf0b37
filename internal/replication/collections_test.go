package replication_test

import (
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/store"
)

// prepared is a database of a build that says some things of itself, as a store leaves it that is opened over it.
func prepared(t *testing.T, build bson.D, before map[string]bson.Raw) *fakeReplicaSet {
	t.Helper()
	d := newFakeReplicaSet(t)
	d.build = build
	maps.Copy(d.indexes, before)
	db, err := store.Open(t.Context(), store.Config{URI: d.uri()})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	return d
}

// Which indexes there are follows from what a database says of its version. One that an earlier start has made
// otherwise is made anew.
func TestIndexesFollowTheVersion(t *testing.T) {
	const first, second = "v1.24.2", "v2.5.0"
	section := func(version string) bson.D {
		return bson.D{{Key: "ferretdb", Value: bson.D{{Key: "version", Value: version}}}}
	}
	for name, test := range map[string]struct {
		build bson.D
		full  bool // whether there are partial indexes, and such as remove what is old
	}{
		"MongoDB":                       {nil, true},
		"FerretDB 1":                    {bson.D{{Key: "ferretdbVersion", Value: first}}, false},
		"FerretDB 1 with a section":     {section(first), false},
		"FerretDB 1 of no version":      {bson.D{{Key: "ferretdbVersion", Value: "unknown"}}, false},
		"FerretDB 2":                    {section(second), true},
		"FerretDB 2 by the older field": {bson.D{{Key: "ferretdbVersion", Value: second}}, true},
		"FerretDB 2 with both":          {append(section(second), bson.E{Key: "ferretdbVersion", Value: second}), true},
		"FerretDB 2 of no version":      {section(""), true},
		"FerretDB 10":                   {section("v10.0.0"), true},
	} {
		fresh := prepared(t, test.build, nil).indexes
		npi := fresh["providers.npi"]
		if _, err := npi.LookupErr("partialFilterExpression", "npi", "$exists"); (err == nil) != test.full ||
			!npi.Lookup("unique").Boolean() {
			t.Errorf("%s: the index of NPIs is %s", name, npi)
		}
		if _, there := fresh["keys.at"]; there != test.full {
			t.Errorf("%s: the index of keys is %s", name, fresh["keys.at"])
		}
		other := section(second) // as if the database were another one before
		if test.full {
			other = section(first)
		}
		again := prepared(t, test.build, prepared(t, other, nil).indexes).indexes
		if got := again["providers.npi"]; got.String() != npi.String() {
			t.Errorf("%s: over an index made otherwise, that of NPIs is %s, want %s", name, got, npi)
		}
	}
}

var code = regexp.MustCompile("`([^`]+)`")

// documented are the collections that docs/operators.md names, with their indexes.
func documented(t *testing.T) map[string][]string {
	t.Helper()
	content, err := os.ReadFile("../../docs/operators.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(content), "| Collection | What it holds | Indexes |\n")
	table, _, _ = strings.Cut(table, "\n\n")
	all := map[string][]string{}
	for row := range strings.Lines(table) {
		cells := strings.Split(row, "|")
		if len(cells) != 5 || strings.HasPrefix(cells[1], " ---") {
			continue
		}
		for _, collection := range code.FindAllStringSubmatch(cells[1], -1) {
			all[collection[1]] = nil
			general, special, _ := strings.Cut(cells[3], "of `")
			for _, index := range code.FindAllStringSubmatch(general, -1) {
				all[collection[1]] = append(all[collection[1]], index[1])
			}
			if of, rest, _ := strings.Cut(special, "`"); of == collection[1] {
				all[of] = append(all[of], code.FindStringSubmatch(rest)[1])
			}
			slices.Sort(all[collection[1]])
		}
	}
	return all
}

// The handbook names every collection and every index that findcare makes, and no other.
func TestTheHandbookNamesAllCollections(t *testing.T) {
	d := newFakeReplicaSet(t)
	d.noStreams = true // so that there are the indexes of polls, too
	follow(t, d)
	d.mutex.Lock()
	defer d.mutex.Unlock()
	made := map[string][]string{}
	for collection := range d.created {
		made[collection] = nil
	}
	for name := range d.indexes {
		collection, index, _ := strings.Cut(name, ".")
		made[collection] = append(made[collection], index)
		slices.Sort(made[collection])
	}
	told := documented(t)
	if !maps.EqualFunc(made, told, slices.Equal) {
		t.Errorf("made are\n%v\nand docs/operators.md names\n%v", made, told)
	}
}
