package models

import (
	"reflect"
	"slices"
	"strings"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/x/bsonx/bsoncore"
)

// Unknown are the members of a stored document that this findcare does not know, since another release has written
// them. They are carried from one revision of the document to the next, shown nowhere, and count for no digest.
type Unknown struct {
	members bson.D                       // of the document itself
	inside  map[string]*Unknown          // of the documents in it, by the member
	lists   map[string][]unknownOfMember // of the documents in its lists
}

// unknownOfMember are those of a document in a list.
type unknownOfMember struct {
	// name is what tells the document from others in the list.
	name    string
	unknown *Unknown
}

// Marshal makes of a document what is stored of it, with the members that this findcare does not know.
func Marshal(document Document) (bson.Raw, error) {
	_, stored, err := marshal(document)
	return stored, err
}

// AppendStored appends what is stored of a document.
func AppendStored(dst []byte, document Document) ([]byte, error) {
	if document.Head().Unknown == nil {
		return layouts[document.Kind()].appendObject(dst, reflect.ValueOf(document).Elem()), nil
	}
	stored, err := Marshal(document)
	return append(dst, stored...), err
}

// marshal also returns what is known of what is stored.
func marshal(document Document) (known, stored bson.Raw, err error) {
	known = layouts[document.Kind()].appendObject(nil, reflect.ValueOf(document).Elem())
	if document.Head().Unknown == nil {
		return known, known, nil
	}
	stored, err = bson.Marshal(document.Head().Unknown.joined(known))
	return known, stored, err
}

// carry lets a document have what its revision before had that this findcare does not know.
func carry(before, after *Header) {
	if after.Unknown == nil {
		after.Unknown = before.Unknown
	}
}

// shape are the members of a type of stored documents.
type shape struct {
	members map[string]*shape // nil for what has no members of its own
}

var shapes = func() map[Kind]*shape {
	byType, byKind := make(map[reflect.Type]*shape), make(map[Kind]*shape)
	for _, kind := range Kinds {
		byKind[kind] = shapeOf(reflect.TypeOf(kind.New()), byType)
	}
	return byKind
}()

// shapeOf returns the shape of a type, nil where it has no members.
func shapeOf(t reflect.Type, known map[reflect.Type]*shape) *shape {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || t == reflect.TypeFor[time.Time]() {
		return nil
	}
	if known[t] == nil { // a section has sections
		known[t] = &shape{members: make(map[string]*shape)}
		known[t].add(t, known)
	}
	return known[t]
}

func (s *shape) add(t reflect.Type, known map[reflect.Type]*shape) {
	for field := range t.Fields() {
		name, options, _ := strings.Cut(field.Tag.Get("bson"), ",")
		switch {
		case options == "inline":
			s.add(field.Type, known)
		case name != "-":
			s.members[name] = shapeOf(field.Type, known)
		}
	}
}

// of returns the shape of a member, as the driver finds its field.
func (s *shape) of(name []byte) (inner *shape, known bool) {
	if inner, known = s.members[string(name)]; !known {
		inner, known = s.members[strings.ToLower(string(name))]
	}
	return inner, known
}

// knows reports whether a document has no member that this findcare does not know. Nearly all have none, and every
// document that is read comes by here.
func (s *shape) knows(document bson.Raw) bool {
	return everyMember(document, func(name []byte, value bsoncore.Value) bool {
		inner, known := s.of(name)
		switch {
		case !known:
			return false
		case inner == nil:
			return true
		case value.Type == bsoncore.TypeEmbeddedDocument:
			return inner.knows(value.Data)
		case value.Type == bsoncore.TypeArray:
			return everyMember(value.Data, func(_ []byte, value bsoncore.Value) bool {
				return value.Type != bsoncore.TypeEmbeddedDocument || inner.knows(value.Data)
			})
		}
		return true
	})
}

// everyMember reports whether all members of a document are so.
func everyMember(document []byte, is func(name []byte, value bsoncore.Value) bool) bool {
	_, rest, ok := bsoncore.ReadLength(document)
	for ok && len(rest) > 1 { // the last byte is the end
		var kind bsoncore.Type
		var name []byte
		var value bsoncore.Value
		kind, rest, _ = bsoncore.ReadType(rest)
		if name, rest, ok = bsoncore.ReadKeyBytes(rest); !ok {
			break
		}
		if value, rest, ok = bsoncore.ReadValue(rest, kind); ok && !is(name, value) {
			return false
		}
	}
	return true
}

// split separates what this findcare knows of a document from what it does not know.
func (s *shape) split(document bson.Raw) (known bson.D, unknown *Unknown) {
	elements, err := document.Elements()
	if err != nil {
		return nil, nil
	}
	u := &Unknown{inside: make(map[string]*Unknown), lists: make(map[string][]unknownOfMember)}
	for _, element := range elements {
		name, value := element.Key(), element.Value()
		inner, isKnown := s.of([]byte(name))
		if !isKnown {
			u.members = append(u.members, bson.E{Key: name, Value: value})
			continue
		}
		member := bson.E{Key: name, Value: value}
		if one, ok := value.DocumentOK(); ok && inner != nil {
			part, rest := inner.split(one)
			member.Value = part
			u.inside[name] = rest
		}
		if list, ok := value.ArrayOK(); ok && inner != nil {
			member.Value, u.lists[name] = inner.splitAll(list)
		}
		known = append(known, member)
	}
	return known, u
}

func (s *shape) splitAll(list bson.RawArray) (known bson.A, unknown []unknownOfMember) {
	values, err := list.Values()
	if err != nil {
		return nil, nil
	}
	known = bson.A{}
	for _, value := range values {
		document, ok := value.DocumentOK()
		if !ok {
			known = append(known, value)
			continue
		}
		part, rest := s.split(document)
		known = append(known, part)
		if content, err := bson.Marshal(part); err == nil && !s.knows(document) {
			unknown = append(unknown, unknownOfMember{namesOf(content)[0], rest})
		}
	}
	return known, unknown
}

// naming are the members that tell a document in a list from others, where it has one of them.
var naming = []string{"id", "source", "url"}

// namesOf returns what tells a document in a list from others: what names it, and all that it says but for its id,
// which one of an earlier release may lack.
func namesOf(document bson.Raw) (names []string) {
	for _, member := range naming {
		if text, ok := document.Lookup(member).StringValueOK(); ok {
			names = append(names, member+" "+text)
		}
	}
	var rest bson.D
	elements, _ := document.Elements()
	for _, element := range elements {
		if element.Key() != naming[0] {
			rest = append(rest, bson.E{Key: element.Key(), Value: element.Value()})
		}
	}
	content, _ := bson.Marshal(rest) // of what was read, it cannot fail
	return append(names, string(content))
}

// joined is a document with what is unknown of it.
func (u *Unknown) joined(document bson.Raw) (all bson.D) {
	if u == nil {
		u = new(Unknown)
	}
	elements, _ := document.Elements()
	for _, element := range elements {
		name, value := element.Key(), element.Value()
		member := bson.E{Key: name, Value: value}
		if one, ok := value.DocumentOK(); ok && u.inside[name] != nil {
			member.Value = u.inside[name].joined(one)
		}
		if list, ok := value.ArrayOK(); ok && len(u.lists[name]) > 0 {
			member.Value = joinedAll(list, u.lists[name])
		}
		all = append(all, member)
	}
	return append(all, u.members...)
}

// joinedAll gives the documents in a list what is unknown of those of the same name.
func joinedAll(list bson.RawArray, unknown []unknownOfMember) (all bson.A) {
	unknown = slices.Clone(unknown)
	values, _ := list.Values()
	for _, value := range values {
		document, ok := value.DocumentOK()
		if !ok {
			all = append(all, value)
			continue
		}
		names := namesOf(document)
		i := slices.IndexFunc(unknown, func(u unknownOfMember) bool { return slices.Contains(names, u.name) })
		if i < 0 {
			all = append(all, value)
			continue
		}
		all = append(all, unknown[i].unknown.joined(document))
		unknown = slices.Delete(unknown, i, i+1)
	}
	return all
}
