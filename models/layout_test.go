package models

import (
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"pgregory.net/rapid"
)

// drawValue sets a value of any type that documents have, so that fields of tomorrow are tested, too.
func drawValue(r *rand.Rand, v reflect.Value, depth int) {
	if depth > 6 || r.IntN(4) == 0 {
		return // zero
	}
	switch v.Interface().(type) {
	case time.Time:
		v.Set(reflect.ValueOf(time.UnixMilli(r.Int64N(1<<42) - 1<<41).UTC()))
		return
	case MemberID:
		v.SetUint(uint64(newMemberID(locationMember, r.Uint64())))
		return
	case *Unknown:
		return
	}
	switch v.Kind() {
	case reflect.String:
		words := []string{"", "a", "Wren", "\x00", "é\xff", "a text that is longer than those that are shared by many"}
		v.SetString(words[r.IntN(len(words))])
	case reflect.Int, reflect.Int64:
		v.SetInt(r.Int64() >> r.IntN(64))
	case reflect.Float64:
		v.SetFloat(r.NormFloat64())
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		drawValue(r, v.Elem(), depth+1)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), r.IntN(4), 4))
		for i := range v.Len() {
			drawValue(r, v.Index(i), depth+1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			drawValue(r, v.Field(i), depth+1)
		}
	}
}

// A layout writes what the driver writes, and reads what it reads.
func TestLayout(t *testing.T) {
	texts := NewTexts()
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom(Kinds).Draw(t, "kind")
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		document := kind.New()
		value := reflect.ValueOf(document).Elem()
		for i := range value.NumField() {
			drawValue(r, value.Field(i), 0)
		}
		want, err := bson.Marshal(document)
		if err != nil {
			t.Fatal(err)
		}
		got := layouts[kind].appendObject(nil, value)
		if string(got) != string(want) {
			t.Fatalf("stored as\n%v\nand by the driver as\n%v", bson.Raw(got), bson.Raw(want))
		}
		one, other := kind.New(), kind.New()
		if err := bson.Unmarshal(want, other); err != nil {
			t.Fatal(err)
		}
		fits := hasNoNull(want)
		if ok := read(texts, want, one); ok != fits || ok && !reflect.DeepEqual(one, other) {
			t.Fatalf("read (%v, want %v) as\n%#v\nand by the driver as\n%#v", ok, fits, one, other)
		}
	})
}

// hasNoNull reports whether a document has nothing that is left to the driver: no null, and no large number in place of
// a small one.
func hasNoNull(document bson.Raw) bool {
	elements, _ := document.Elements()
	for _, element := range elements {
		value := element.Value()
		inner := bson.Raw{}
		switch value.Type {
		case bson.TypeNull:
			return false
		case bson.TypeInt64:
			if element.Key() != "revision" {
				return false
			}
		case bson.TypeEmbeddedDocument:
			inner = value.Document()
		case bson.TypeArray:
			inner = bson.Raw(value.Array())
		}
		if len(inner) > 0 && !hasNoNull(inner) {
			return false
		}
	}
	return true
}

// Whatever is stored, a document is read as the driver reads it, or left to it.
func FuzzLayout(f *testing.F) {
	stored, err := Marshal(&Provider{
		Header: Header{ID: "prv_1", Slug: "wren", Revision: 1, UpdatedAt: time.UnixMilli(1)}, Name: "Wren",
		Locations: []Location{{City: "Flint"}}, Hours: &Hours{TimeZone: "America/Detroit"},
	})
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte(stored))
	f.Fuzz(func(t *testing.T, stored []byte) {
		one, other := new(Provider), new(Provider)
		if !read(nil, stored, one) {
			return
		}
		if err := bson.Unmarshal(stored, other); err != nil {
			t.Fatalf("read what the driver refuses: %v", err)
		}
		if again, err := bson.Marshal(one); err != nil {
			t.Fatal(err)
		} else if driver, err := bson.Marshal(other); err != nil || string(again) != string(driver) {
			t.Fatalf("read as\n%v\nand by the driver as\n%v, %v", bson.Raw(again), bson.Raw(driver), err)
		}
	})
}
