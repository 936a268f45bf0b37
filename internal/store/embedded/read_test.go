package embedded_test

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"findcare/internal/store/embedded"
)

// started is an engine with a collection, whose files are open for reading and writing, and a client of it.
type started struct {
	*embedded.Engine
	collection *mongo.Collection
	dir        string
}

func start(t *testing.T) started {
	t.Helper()
	o := embedded.Options{Dir: t.TempDir(), Database: "findcare", Bulk: true, Logger: slog.New(slog.DiscardHandler)}
	engine, err := embedded.Start(o)
	if err != nil {
		t.Fatal(err)
	}
	client, err := mongo.Connect(options.Client().ApplyURI(engine.URI()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := client.Disconnect(context.Background()); err != nil {
			t.Error(err)
		}
		if err := engine.Close(); err != nil {
			t.Error(err)
		}
	})
	s := started{engine, client.Database("findcare").Collection("things"), o.Dir}
	sample := bson.D{{Key: "_id", Value: "sample"}}
	if _, err := s.collection.InsertOne(t.Context(), sample); err != nil {
		t.Fatal(err)
	}
	if err := engine.OpenFiles(t.Context(), o, "things", mustMarshal(t, sample)); err != nil {
		t.Fatal(err)
	}
	return s
}

// read returns what Each visits, in order of content, and the ids that it leaves to others.
func (s started) read(t *testing.T, fields []string) (documents []bson.Raw, others []string) {
	t.Helper()
	done, err := s.Each(t.Context(), "things", fields, func(document bson.Raw) error {
		documents = append(documents, slices.Clone(document))
		return nil
	}, func(ids []string) error {
		others = append(others, ids...)
		return nil
	})
	if !done || err != nil {
		t.Fatal(done, err)
	}
	slices.SortFunc(documents, func(a, b bson.Raw) int { return bytes.Compare(a, b) })
	return documents, others
}

// found returns what the engine gives over the wire, in order of content.
func (s started) found(t *testing.T, fields []string) (documents []bson.Raw) {
	t.Helper()
	projection := bson.D{}
	for _, field := range fields {
		projection = append(projection, bson.E{Key: field, Value: true})
	}
	cursor, err := s.collection.Find(t.Context(), bson.D{}, options.Find().SetProjection(projection))
	if err != nil {
		t.Fatal(err)
	}
	if err := cursor.All(t.Context(), &documents); err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(documents, func(a, b bson.Raw) int { return bytes.Compare(a, b) })
	return documents
}

// What is read from the files is byte for byte what the engine gives, whatever it has accepted.
func TestEachReadsWhatTheEngineReads(t *testing.T) {
	s := start(t)
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 600 {
		document := append(bson.D{{Key: "_id", Value: fmt.Sprint("id ", i)}}, randomDocument(random, 3)...)
		if i%7 == 0 {
			document[0].Value = bson.NewObjectID()
		}
		_, _ = s.collection.InsertOne(t.Context(), document) // the engine rejects some
	}
	if n, done, err := s.Count(t.Context(), "things"); !done || err != nil || int(n) != len(s.found(t, nil)) {
		t.Errorf("it counts %d, %v, %v", n, done, err)
	}
	for _, fields := range [][]string{nil, {"a", "b c"}} {
		got, others := s.read(t, fields)
		want := s.found(t, fields)
		if len(want) < 200 || len(others) > 0 || len(got) != len(want) {
			t.Fatalf("fields %q: %d documents of %d, others %q", fields, len(got), len(want), others)
		}
		for i := range want {
			if !bytes.Equal(got[i], want[i]) {
				t.Fatalf("fields %q:\n%v\n%v", fields, got[i], want[i])
			}
		}
	}
}

func randomDocument(random *rand.Rand, depth int) bson.D {
	document := bson.D{}
	for _, key := range []string{"a", "b c", "é", `q"uo\te`, "<&>", "d"} {
		if random.IntN(2) == 0 {
			document = append(document, bson.E{Key: key, Value: randomValue(random, depth)})
		}
	}
	return document
}

func randomValue(random *rand.Rand, depth int) any {
	values := []any{
		"", "plain", `"quoted" \ <b> & /`, "\x00\x1f\t\n\u2028\u007f", "é\U0001f600", "\xff invalid", `ends in \`,
		int32(random.Uint32()), int64(random.Uint64()), int32(-1), int64(math.MinInt64), random.NormFloat64(), 0.0,
		1e300,
		5e-324, math.Copysign(0, -1), 42.0, 1e21, true, false, nil, bson.DateTime(random.Int64N(1<<42) - 1<<41),
		bson.NewObjectID(),
		bson.Binary{Subtype: 4, Data: []byte("data")},
		bson.Binary{Data: []byte{}},
		bson.Regex{Pattern: `^a"\`, Options: "i"},
		bson.Timestamp{T: random.Uint32(), I: random.Uint32()},
	}
	if depth > 0 {
		list := bson.A{}
		for range random.IntN(12) {
			list = append(list, randomValue(random, depth-1))
		}
		values = append(values, list, list, randomDocument(random, depth-1), randomDocument(random, depth-1))
	}
	return values[random.IntN(len(values))]
}

// Rows that another tool has edited are left to others, and no part of a row is read without the rest.
func TestEachLeavesOtherForms(t *testing.T) {
	const row = `{"$s":{"p":{"_id":{"t":"string"},"n":{"t":"int"}},"$k":["_id","n"]},"_id":"x","n":1}`
	const schema = `{"$s":{"p":{"_id":{"t":"string"},"n":{"t":"int"}},"$k":["_id","n"]},`
	for name, stored := range map[string]string{
		"another order of keys": `{"$s":{"p":{"n":{"t":"int"},"_id":{"t":"string"}},` +
			`"$k":["_id","n"]},"_id":"x","n":1}`,
		"another order of values": schema + `"n":1,"_id":"x"}`,
		"white space":             schema + `"_id":"x", "n":1}`,
		"another type":            schema + `"_id":"x","n":1.5}`,
	} {
		t.Run(name, func(t *testing.T) {
			if _, ok := embedded.AppendDocument(nil, stored, nil); ok {
				t.Error("it is read")
			}
			s := start(t)
			if _, err := s.collection.InsertOne(t.Context(), bson.D{{Key: "_id", Value: "x"}}); err != nil {
				t.Fatal(err)
			}
			db, err := embedded.OpenFiles(s.dir, "findcare")
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = db.Close() }()
			tables, err := embedded.TablesOf(t.Context(), db)
			if err != nil {
				t.Fatal(err)
			}
			const isX = `_ferretdb_sjson->>'$._id' = 'x'`
			execute(t, db, fmt.Sprintf(`UPDATE %q SET _ferretdb_sjson = ? WHERE `+isX, tables["things"]), stored)
			if documents, others := s.read(t, nil); len(documents) != 1 || !slices.Equal(others, []string{"x"}) {
				t.Errorf("%d documents, others %q", len(documents), others)
			}
		})
	}
	for length := range len(row) {
		if _, ok := embedded.AppendDocument(nil, row[:length], nil); ok {
			t.Errorf("it reads %s", row[:length])
		}
	}
}

// A read sees all of a transaction or nothing, and no writer waits for it.
func TestEachReadsOneMoment(t *testing.T) {
	s := start(t)
	const together = 100
	add := func(round int) {
		documents := make([]bson.Raw, together)
		for i := range documents {
			documents[i] = mustMarshal(t, bson.D{{Key: "_id", Value: fmt.Sprint(round, " ", i)}})
		}
		if done, err := s.Insert(t.Context(), "things", documents); !done || err != nil {
			t.Error(done, err)
		}
	}
	add(0)
	for round := 1; round < 20; round++ {
		visited := 0
		visit := func(bson.Raw) error {
			if visited++; visited == 1 {
				add(round)
			}
			return nil
		}
		if _, err := s.Each(t.Context(), "things", nil, visit, nil); err != nil {
			t.Fatal(err)
		}
		if want := 1 + round*together; visited != want && visited != want+together {
			t.Errorf("%d documents, want %d", visited, want)
		}
	}
}
