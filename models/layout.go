package models

import (
	"math"
	"reflect"
	"strconv"
	"strings"
	"time"

	"go.mongodb.org/mongo-driver/v2/x/bsonx/bsoncore"
)

// layout is how the values of a type are stored. The driver finds that out again for each value, and takes ten times as
// long: a directory of a million documents is read at every start. What a layout writes is what the driver writes, and
// what it cannot read is left to the driver.
type layout struct {
	form  form
	inner *layout // of the elements of a list, and of what a pointer points to
	// members are those of an object, in the order in which they are stored.
	members []storedField
}

// storedField is a field of an object.
type storedField struct {
	name      string
	index     []int // in the Go type
	layout    *layout
	omitEmpty bool
}

// form is the kind of a layout.
type form int

const (
	textForm form = iota
	wholeForm
	longForm // a whole number that is always stored in 64 bits
	numberForm
	truthForm
	timeForm
	memberIDForm
	listForm
	objectForm
	pointerForm
)

// forms are those of Go's kinds.
var forms = map[reflect.Kind]form{
	reflect.String: textForm, reflect.Int: wholeForm, reflect.Int64: longForm, reflect.Float64: numberForm,
	reflect.Bool: truthForm, reflect.Slice: listForm, reflect.Struct: objectForm, reflect.Pointer: pointerForm,
}

var layouts = func() map[Kind]*layout {
	byType, byKind := make(map[reflect.Type]*layout), make(map[Kind]*layout)
	for _, kind := range Kinds {
		byKind[kind] = layoutOf(reflect.TypeOf(kind.New()).Elem(), byType)
	}
	return byKind
}()

func layoutOf(t reflect.Type, known map[reflect.Type]*layout) *layout {
	if known[t] != nil {
		return known[t]
	}
	l := &layout{form: forms[t.Kind()]}
	known[t] = l // a section has sections
	switch t {
	case reflect.TypeFor[time.Time]():
		l.form = timeForm
		return l
	case reflect.TypeFor[MemberID]():
		l.form = memberIDForm
		return l
	}
	switch l.form {
	case listForm, pointerForm:
		l.inner = layoutOf(t.Elem(), known)
	case objectForm:
		l.addMembers(t, nil, known)
	}
	return l
}

func (l *layout) addMembers(t reflect.Type, within []int, known map[reflect.Type]*layout) {
	for field := range t.Fields() {
		index := append(within[:len(within):len(within)], field.Index...)
		name, options, _ := strings.Cut(field.Tag.Get("bson"), ",")
		switch {
		case options == "inline":
			l.addMembers(field.Type, index, known)
		case name != "-":
			l.members = append(l.members, storedField{name, index, layoutOf(field.Type, known), options == "omitempty"})
		}
	}
}

// isEmpty reports whether a value is left out where it may be.
func (l *layout) isEmpty(v reflect.Value) bool {
	switch l.form {
	case objectForm:
		return false
	case timeForm:
		return timeOf(v).IsZero()
	case pointerForm:
		return v.IsNil() || l.inner.form == timeForm && timeOf(v.Elem()).IsZero()
	case listForm:
		if _, is := v.Interface().(interface{ IsZero() bool }); is { // Said
			return v.IsNil()
		}
		return v.Len() == 0
	}
	return v.IsZero()
}

func timeOf(v reflect.Value) time.Time { return *v.Addr().Interface().(*time.Time) }

// append appends a value with its name.
func (l *layout) append(dst []byte, name string, v reflect.Value) []byte {
	switch l.form {
	case textForm:
		return bsoncore.AppendStringElement(dst, name, v.String())
	case wholeForm:
		if i := v.Int(); i >= math.MinInt32 && i <= math.MaxInt32 {
			return bsoncore.AppendInt32Element(dst, name, int32(i))
		}
		return bsoncore.AppendInt64Element(dst, name, v.Int())
	case longForm:
		return bsoncore.AppendInt64Element(dst, name, v.Int())
	case numberForm:
		return bsoncore.AppendDoubleElement(dst, name, v.Float())
	case truthForm:
		return bsoncore.AppendBooleanElement(dst, name, v.Bool())
	case timeForm:
		return bsoncore.AppendDateTimeElement(dst, name, timeOf(v).UnixMilli())
	case memberIDForm:
		return bsoncore.AppendStringElement(dst, name, MemberID(v.Uint()).String())
	case objectForm:
		return l.appendObject(bsoncore.AppendHeader(dst, bsoncore.TypeEmbeddedDocument, name), v)
	}
	if v.IsNil() {
		return bsoncore.AppendNullElement(dst, name)
	}
	if l.form == pointerForm {
		return l.inner.append(dst, name, v.Elem())
	}
	start, dst := bsoncore.AppendArrayElementStart(dst, name)
	for i := range v.Len() {
		dst = l.inner.append(dst, strconv.Itoa(i), v.Index(i))
	}
	dst, _ = bsoncore.AppendArrayEnd(dst, start) // fails only for what is larger than any document
	return dst
}

func (l *layout) appendObject(dst []byte, v reflect.Value) []byte {
	start, dst := bsoncore.AppendDocumentStart(dst)
	for i := range l.members {
		m := &l.members[i]
		if field := v.FieldByIndex(m.index); !m.omitEmpty || !m.layout.isEmpty(field) {
			dst = m.layout.append(dst, m.name, field)
		}
	}
	dst, _ = bsoncore.AppendDocumentEnd(dst, start)
	return dst
}
