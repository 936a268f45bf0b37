package models

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"slices"

	"github.com/cespare/xxhash/v2"
	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/x/bsonx/bsoncore"
)

// member is a part of a document that has an id of its own. The id is stored beside it, and is not part of what the
// document says.
type member interface {
	identity() (*MemberID, memberKind)
	// appendKey appends what the member is known by: all that it says at level 0, and less at each level after it.
	appendKey(dst []byte, level int) []byte
}

// memberLevels is how many levels there are.
const memberLevels = 3

func (l *Location) identity() (*MemberID, memberKind) { return &l.ID, locationMember }
func (l *License) identity() (*MemberID, memberKind)  { return &l.ID, licenseMember }
func (s *Section) identity() (*MemberID, memberKind)  { return &s.ID, sectionMember }

func (l *Location) appendKey(dst []byte, level int) []byte {
	switch level {
	case 0:
		dst = appendParts(dst, l.City, l.StateCode, string(l.Street), string(l.PostalCode), string(l.Phone))
		for _, degrees := range []*float64{l.Latitude, l.Longitude} {
			if degrees != nil {
				dst = binary.BigEndian.AppendUint64(dst, math.Float64bits(*degrees))
			}
		}
		return dst
	case 1:
		return appendParts(dst, Fold(l.City), l.StateCode, Fold(string(l.Street)))
	}
	return appendParts(dst, Fold(l.City), l.StateCode)
}

func (l *License) appendKey(dst []byte, level int) []byte {
	switch level {
	case 0:
		return appendParts(dst, l.CredentialID, l.State, string(l.Number), string(l.ExpiresOn))
	case 1:
		return appendParts(dst, l.CredentialID, l.State, string(l.Number))
	}
	return appendParts(dst, l.CredentialID, l.State)
}

func (s *Section) appendKey(dst []byte, level int) []byte {
	switch level {
	case 0:
		return appendParts(dst, s.Heading, s.Body)
	case 1:
		return appendParts(dst, "heading", s.Heading)
	}
	if s.Body == "" { // which tells nothing
		return appendParts(dst, "heading", s.Heading)
	}
	return appendParts(dst, "body", s.Body)
}

func appendParts(dst []byte, parts ...string) []byte {
	for _, part := range parts {
		dst = append(binary.AppendUvarint(dst, uint64(len(part))), part...)
	}
	return dst
}

// eachMember visits the members of a document, in their order.
func eachMember(document Document, visit func(member)) {
	switch d := document.(type) {
	case *Provider:
		for i := range d.Locations {
			visit(&d.Locations[i])
		}
		for i := range d.Licenses {
			visit(&d.Licenses[i])
		}
	case *Article:
		eachSection(d.Sections, visit)
	}
}

func eachSection(sections []Section, visit func(member)) {
	for i := range sections {
		visit(&sections[i])
		eachSection(sections[i].Sections, visit)
	}
}

func membersOf(document Document) (all []member) {
	eachMember(document, func(m member) { all = append(all, m) })
	return all
}

// ownMembers lets a document share its lists of members with no other one.
func ownMembers(document Document) {
	switch d := document.(type) {
	case *Provider:
		d.Locations, d.Licenses = slices.Clone(d.Locations), slices.Clone(d.Licenses)
	case *Article:
		d.Sections = cloneSections(d.Sections)
	}
}

func cloneSections(sections []Section) []Section {
	cloned := slices.Clone(sections)
	for i := range cloned {
		cloned[i].Sections = cloneSections(cloned[i].Sections)
	}
	return cloned
}

// hasID reports whether a member has an id that one of its kind may have.
func hasID(m member) bool {
	id, kind := m.identity()
	return id.kind() == kind
}

// memberIDs is a set of ids. Most documents have very few.
type memberIDs struct {
	few  [6]MemberID
	size int
	many map[MemberID]bool
}

func (s *memberIDs) has(id MemberID) bool {
	return slices.Contains(s.few[:min(s.size, len(s.few))], id) || s.many[id]
}

// add reports whether the id was not there before.
func (s *memberIDs) add(id MemberID) bool {
	if s.has(id) {
		return false
	}
	if s.size < len(s.few) {
		s.few[s.size] = id
	} else {
		if s.many == nil {
			s.many = make(map[MemberID]bool)
		}
		s.many[id] = true
	}
	s.size++
	return true
}

// IdentifyMembers gives an id to each member of a document that has none, or that of a member before it. It follows
// from the id of the document and what the member says: until it is stored, it is the same wherever the document is
// read.
func IdentifyMembers(document Document) {
	if lacksIDs(document) {
		ownMembers(document)
		identify(document)
	}
}

func lacksIDs(document Document) (lacks bool) {
	var used memberIDs
	eachMember(document, func(m member) {
		id, _ := m.identity()
		lacks = lacks || !hasID(m) || !used.add(*id)
	})
	return lacks
}

// identify is IdentifyMembers for a document that shares its lists with no other one.
func identify(document Document) {
	var used memberIDs
	missing := 0
	eachMember(document, func(m member) {
		if id, _ := m.identity(); !hasID(m) || !used.add(*id) {
			*id = 0
			missing++
		}
	})
	if missing == 0 {
		return
	}
	place := uint64(0)
	eachMember(document, func(m member) {
		place++
		id, kind := m.identity()
		if *id != 0 {
			return
		}
		var buffer [256]byte
		content := m.appendKey(append(buffer[:0], document.Head().ID...), 0)
		*id = newMemberID(kind, xxhash.Sum64(content))
		// of members that say the same, the first has what follows from that alone
		for number := place; !used.add(*id); number++ {
			*id = newMemberID(kind, xxhash.Sum64(binary.AppendUvarint(content[:len(content):len(content)], number)))
		}
	})
}

// continueMembers gives the members of a document that have no id those of the members of the revision before that they
// stand for.
func continueMembers(before, after Document) {
	if before == nil {
		return
	}
	all := membersOf(after)
	if !slices.ContainsFunc(all, func(m member) bool { return !hasID(m) }) {
		return
	}
	ownMembers(after)
	all = membersOf(after)
	known := membersOf(before)
	for i, at := range pairs(known, all) {
		if at >= 0 && !hasID(all[i]) {
			id, _ := all[i].identity()
			was, _ := known[at].identity()
			*id = *was
		}
	}
}

// pairs tells which of the members known each member stands for, -1 where for none: the one with its id, else one that
// says the same, else one that is known by as much of it as possible. None is stood for twice.
func pairs(known, members []member) []int {
	paired, taken := make([]int, len(members)), make([]bool, len(known))
	byID := make(map[MemberID]int, len(known))
	for at, m := range known {
		id, _ := m.identity()
		byID[*id] = at
	}
	for i, m := range members {
		paired[i] = -1
		id, _ := m.identity()
		if at, ok := byID[*id]; ok && hasID(m) && !taken[at] {
			paired[i], taken[at] = at, true
		}
	}
	for level := range memberLevels {
		free := make(map[string][]int)
		for at, m := range known {
			if !taken[at] {
				key := keyAt(m, level)
				free[key] = append(free[key], at)
			}
		}
		for i, m := range members {
			key := keyAt(m, level)
			if candidates := free[key]; paired[i] < 0 && !hasID(m) && len(candidates) > 0 {
				paired[i], taken[candidates[0]] = candidates[0], true
				free[key] = candidates[1:]
			}
		}
	}
	return paired
}

func keyAt(m member, level int) string {
	_, kind := m.identity()
	return string(m.appendKey([]byte{byte(kind)}, level))
}

// WithoutMemberIDs is a stored document without the ids of its members, which are not part of what it says.
func WithoutMemberIDs(stored bson.Raw) bson.Raw {
	if !bytes.Contains(stored, []byte("\x02id\x00")) { // as few documents have, or none
		return stored
	}
	stripped, err := appendWithoutIDs(make([]byte, 0, len(stored)), stored, false)
	if err != nil {
		return stored
	}
	return stripped
}

// appendWithoutIDs appends a document, and where it is a member leaves its id out.
func appendWithoutIDs(dst []byte, document []byte, isMember bool) (_ []byte, err error) {
	start, dst := bsoncore.AppendDocumentStart(dst)
	ok := eachElement(document, func(element bsoncore.Element, name []byte, kind bsoncore.Type) {
		switch value := element[2+len(name):]; {
		case err != nil, isMember && string(name) == "id":
		case kind == bsoncore.TypeArray:
			dst, err = appendListWithoutIDs(append(dst, element[:2+len(name)]...), value)
		default:
			dst = append(dst, element...)
		}
	})
	if !ok {
		return nil, errBroken
	}
	if err != nil {
		return nil, err
	}
	return bsoncore.AppendDocumentEnd(dst, start)
}

func appendListWithoutIDs(dst []byte, list []byte) (_ []byte, err error) {
	start, dst := bsoncore.AppendArrayStart(dst)
	ok := eachElement(list, func(element bsoncore.Element, name []byte, kind bsoncore.Type) { // as in a document
		switch value := element[2+len(name):]; {
		case err != nil:
		case kind == bsoncore.TypeEmbeddedDocument:
			dst, err = appendWithoutIDs(append(dst, element[:2+len(name)]...), value, true)
		default:
			dst = append(dst, element...)
		}
	})
	if !ok {
		return nil, errBroken
	}
	if err != nil {
		return nil, err
	}
	return bsoncore.AppendArrayEnd(dst, start)
}

// errBroken is the error of what is no BSON.
var errBroken = errors.New("the document is broken")

// eachElement visits the elements of a document or a list with their names and types; false where it is broken.
func eachElement(document []byte, visit func(element bsoncore.Element, name []byte, kind bsoncore.Type)) bool {
	rest, after, ok := enclosed(document)
	if !ok || len(after) > 0 {
		return false
	}
	for len(rest) > 0 {
		var element bsoncore.Element
		if element, rest, ok = bsoncore.ReadElement(rest); !ok {
			return false
		}
		visit(element, element.KeyBytes(), bsoncore.Type(element[0]))
	}
	return true
}
