package models

import (
	"bytes"
	"encoding/binary"
	"hash/maphash"
	"math"
	"reflect"
	"time"

	"go.mongodb.org/mongo-driver/v2/x/bsonx/bsoncore"
)

// Texts has copies of texts that were read, so that those that many documents have are made once. Nil keeps none. It is
// for one goroutine at a time.
type Texts struct {
	seed  maphash.Seed
	table [1 << textBits]string
}

const (
	textBits = 13
	// longText is the length from which texts are rarely the same.
	longText = 40
)

// NewTexts returns an empty table.
func NewTexts() *Texts { return &Texts{seed: maphash.MakeSeed()} }

func (t *Texts) text(content []byte) string {
	if t == nil || len(content) >= longText {
		return string(content)
	}
	known := &t.table[maphash.Bytes(t.seed, content)>>(64-textBits)]
	if *known != string(content) {
		*known = string(content)
	}
	return *known
}

// maxDepth is how deep what a layout reads may be nested.
const maxDepth = 50

// reader reads stored values of layouts. Where it fails, there is something that the layout does not have, and the
// driver has to read the document.
type reader struct {
	texts *Texts
	depth int
}

// object reads a document into a struct that is empty. Rest is what follows it.
func (r *reader) object(l *layout, src []byte, into reflect.Value) (rest []byte, ok bool) {
	src, rest, ok = enclosed(src)
	if r.depth++; !ok || r.depth > maxDepth {
		return nil, false
	}
	next := 0
	var seen uint64
	for len(src) > 0 {
		end := bytes.IndexByte(src[1:], 0)
		if end < 0 {
			return nil, false
		}
		kind, name := bsoncore.Type(src[0]), src[1:1+end]
		i := l.find(name, next)
		if i < 0 || seen&(1<<i) != 0 {
			return nil, false
		}
		seen |= 1 << i
		next = i + 1
		m := &l.members[i]
		if src, ok = r.value(m.layout, kind, src[end+2:], into.FieldByIndex(m.index)); !ok {
			return nil, false
		}
	}
	r.depth--
	return rest, true
}

// find returns the place of a member, which most often is the next one; -1 where there is none.
func (l *layout) find(name []byte, next int) int {
	const most = 64 // as many as fit into the bits of seen
	for i := next; i < min(len(l.members), most); i++ {
		if l.members[i].name == string(name) {
			return i
		}
	}
	for i := range min(next, len(l.members)) {
		if l.members[i].name == string(name) {
			return i
		}
	}
	return -1
}

// enclosed returns what is in a document or a list, without its length and its end.
func enclosed(src []byte) (inside, rest []byte, ok bool) {
	const least = 5
	if len(src) < least {
		return nil, nil, false
	}
	length := int(int32(binary.LittleEndian.Uint32(src)))
	if length < least || length > len(src) || src[length-1] != 0 {
		return nil, nil, false
	}
	return src[4 : length-1], src[length:], true
}

// storedAs are the types in which a form is stored.
var storedAs = [...]bsoncore.Type{
	textForm: bsoncore.TypeString, longForm: bsoncore.TypeInt64, numberForm: bsoncore.TypeDouble,
	truthForm: bsoncore.TypeBoolean, timeForm: bsoncore.TypeDateTime, memberIDForm: bsoncore.TypeString,
	listForm: bsoncore.TypeArray, objectForm: bsoncore.TypeEmbeddedDocument, wholeForm: bsoncore.TypeInt32,
}

// value reads what is stored in one type.
func (r *reader) value(l *layout, kind bsoncore.Type, src []byte, into reflect.Value) (rest []byte, ok bool) {
	if l.form == pointerForm {
		pointed := reflect.New(into.Type().Elem())
		into.Set(pointed)
		return r.value(l.inner, kind, src, pointed.Elem())
	}
	if kind != storedAs[l.form] {
		return nil, false
	}
	switch l.form {
	case objectForm:
		return r.object(l, src, into)
	case listForm:
		return r.list(l, src, into)
	case textForm, memberIDForm:
		return r.text(l, src, into)
	case truthForm:
		if len(src) < 1 || src[0] > 1 {
			return nil, false
		}
		into.SetBool(src[0] == 1)
		return src[1:], true
	case wholeForm:
		if len(src) < 4 {
			return nil, false
		}
		into.SetInt(int64(int32(binary.LittleEndian.Uint32(src))))
		return src[4:], true
	}
	if len(src) < 8 {
		return nil, false
	}
	switch number := binary.LittleEndian.Uint64(src); l.form {
	case longForm:
		into.SetInt(int64(number))
	case numberForm:
		into.SetFloat(math.Float64frombits(number))
	case timeForm:
		*into.Addr().Interface().(*time.Time) = time.UnixMilli(int64(number)).UTC()
	}
	return src[8:], true
}

func (r *reader) text(l *layout, src []byte, into reflect.Value) (rest []byte, ok bool) {
	if len(src) < 5 {
		return nil, false
	}
	length := int(int32(binary.LittleEndian.Uint32(src)))
	if length < 1 || length > len(src)-4 || src[3+length] != 0 {
		return nil, false
	}
	text := src[4 : 3+length]
	if l.form == memberIDForm {
		id, _ := ParseMemberID(string(text))
		into.SetUint(uint64(id))
	} else {
		into.SetString(r.texts.text(text))
	}
	return src[4+length:], true
}

func (r *reader) list(l *layout, src []byte, into reflect.Value) (rest []byte, ok bool) {
	src, rest, ok = enclosed(src)
	if !ok {
		return nil, false
	}
	n, ok := elements(src)
	if !ok {
		return nil, false
	}
	list := reflect.MakeSlice(into.Type(), n, n)
	into.Set(list)
	for i := range n {
		end := bytes.IndexByte(src[1:], 0)
		if src, ok = r.value(l.inner, bsoncore.Type(src[0]), src[end+2:], list.Index(i)); !ok {
			return nil, false
		}
	}
	return rest, len(src) == 0
}

// elements counts the elements of a list.
func elements(src []byte) (n int, ok bool) {
	for len(src) > 0 {
		end := bytes.IndexByte(src[1:], 0)
		if end < 0 {
			return 0, false
		}
		value := bsoncore.Value{Type: bsoncore.Type(src[0])}
		if value, src, ok = bsoncore.ReadValue(src[end+2:], value.Type); !ok {
			return 0, false
		}
		n++
	}
	return n, true
}
