package models

import (
	"encoding/binary"
	"errors"
	"io"
	"strings"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/x/bsonx/bsoncore"
)

// MemberID is the id of a member of a document: of a location, a licence or a section. It never changes, and no other
// member of any document has it. Its two lowest bits tell what it is of; 0 is that there is none. A large directory
// holds millions of them.
type MemberID uint64

// memberKind is what a member is.
type memberKind uint64

const (
	locationMember memberKind = iota + 1
	licenseMember
	sectionMember
)

const (
	memberKindBits = 2
	memberIDLength = 13 // of the characters after the prefix
)

var memberPrefixes = [...]string{locationMember: "loc_", licenseMember: "lic_", sectionMember: "sec_"}

func newMemberID(kind memberKind, hash uint64) MemberID {
	return MemberID(hash<<memberKindBits | uint64(kind))
}

func (id MemberID) kind() memberKind { return memberKind(id & (1<<memberKindBits - 1)) }

// AppendText appends the id as clients see it.
func (id MemberID) AppendText(dst []byte) ([]byte, error) {
	if id == 0 {
		return dst, nil
	}
	var number [8]byte
	binary.BigEndian.PutUint64(number[:], uint64(id>>memberKindBits))
	return idEncoding.AppendEncode(append(dst, memberPrefixes[id.kind()]...), number[:]), nil
}

// MarshalText returns the id as clients see it.
func (id MemberID) MarshalText() ([]byte, error) { return id.AppendText(nil) }

// String returns the id as clients see it.
func (id MemberID) String() string {
	text, _ := id.AppendText(nil)
	return string(text)
}

// UnmarshalText reads an id.
func (id *MemberID) UnmarshalText(text []byte) error {
	read, ok := ParseMemberID(string(text))
	if !ok {
		return errors.New("an id of a member is loc_, lic_ or sec_ and 13 of the characters 0-9 and a-z")
	}
	*id = read
	return nil
}

// ParseMemberID reads an id; false where the text is none.
func ParseMemberID(text string) (id MemberID, ok bool) {
	for kind, prefix := range memberPrefixes {
		rest, found := strings.CutPrefix(text, prefix)
		if prefix == "" || !found || len(rest) != memberIDLength {
			continue
		}
		number, err := idEncoding.DecodeString(rest)
		if err != nil {
			return 0, false
		}
		id = newMemberID(memberKind(kind), binary.BigEndian.Uint64(number))
		return id, id.String() == text
	}
	return 0, false
}

// MarshalGQL writes the id as a JSON string.
func (id MemberID) MarshalGQL(w io.Writer) { _, _ = w.Write(id.AppendGQL(nil)) }

// AppendGQL appends what MarshalGQL writes.
func (id MemberID) AppendGQL(dst []byte) []byte {
	dst, _ = id.AppendText(append(dst, '"'))
	return append(dst, '"')
}

// UnmarshalGQL reads an id. One that cannot be is that of no member.
func (id *MemberID) UnmarshalGQL(v any) error {
	text, ok := v.(string)
	if !ok {
		return errors.New("must be a string")
	}
	*id, _ = ParseMemberID(text)
	return nil
}

// MarshalBSONValue returns the id as it is stored: as a text.
func (id MemberID) MarshalBSONValue() (typ byte, data []byte, err error) {
	return byte(bson.TypeString), bsoncore.AppendString(nil, id.String()), nil
}

// UnmarshalBSONValue reads the id. What another tool has stored in its place is none.
func (id *MemberID) UnmarshalBSONValue(typ byte, data []byte) error {
	*id = 0
	if bson.Type(typ) != bson.TypeString {
		return nil
	}
	if text, _, ok := bsoncore.ReadString(data); ok {
		*id, _ = ParseMemberID(text)
	}
	return nil
}
