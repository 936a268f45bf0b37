package embedded

import (
	"encoding/json"
	"strconv"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/x/bsonx/bsoncore"
)

// The form in which the embedded engine (FerretDB 1.24, internal/handler/sjson) stores a document in SQLite: a JSON
// object of its fields, preceded by "$s", the schema with their types and order:
//
//	{"$s":{"p":{"_id":{"t":"string"}},"$k":["_id"]},"_id":"prv_1"}

// appendStored appends a document in that form. Ok is false if it holds a type that no document of the directory has.
func appendStored(dst []byte, document bson.Raw) (_ []byte, ok bool) {
	dst = append(dst, `{"$s":`...)
	if dst, ok = appendSchema(dst, document); !ok {
		return dst, false
	}
	ok = everyElement(document, func(_ int, key []byte, value bson.RawValue) (ok bool) {
		dst = append(appendText(append(dst, ','), key), ':')
		dst, ok = appendValue(dst, value)
		return ok
	})
	return append(dst, '}'), ok
}

// everyElement reports whether a document, or an array, is valid and is true for each of its elements.
func everyElement(document []byte, is func(i int, key []byte, value bson.RawValue) bool) bool {
	_, rest, ok := bsoncore.ReadLength(document)
	for i := 0; ok && len(rest) > 1; i++ { // the last byte is the end
		var kind bsoncore.Type
		var key []byte
		var value bsoncore.Value
		kind, rest, _ = bsoncore.ReadType(rest)
		if key, rest, ok = bsoncore.ReadKeyBytes(rest); !ok {
			break
		}
		if value, rest, ok = bsoncore.ReadValue(rest, kind); ok {
			ok = is(i, key, bson.RawValue{Type: bson.Type(value.Type), Value: value.Data})
		}
	}
	return ok
}

// typeNames are the names of scalar types in the schema.
var typeNames = map[bson.Type]string{
	bson.TypeString: "string", bson.TypeInt32: "int", bson.TypeInt64: "long", bson.TypeDouble: "double",
	bson.TypeBoolean: "bool", bson.TypeDateTime: "date", bson.TypeNull: "null",
}

func appendSchema(dst []byte, document bson.Raw) (_ []byte, ok bool) {
	if len(document) <= len(emptyDocument) {
		return append(dst, "{}"...), true
	}
	dst = append(dst, `{"p":`...)
	ok = everyElement(document, func(i int, key []byte, value bson.RawValue) (ok bool) {
		dst = append(appendText(append(dst, separator(i, '{')), key), ':')
		dst, ok = appendType(dst, value)
		return ok
	})
	dst = append(dst, `},"$k":`...)
	ok = ok && everyElement(document, func(i int, key []byte, _ bson.RawValue) bool {
		dst = appendText(append(dst, separator(i, '[')), key)
		return true
	})
	return append(dst, "]}"...), ok
}

// emptyDocument is the BSON of a document, or of an array, without elements.
const emptyDocument = "\x05\x00\x00\x00\x00"

func appendType(dst []byte, value bson.RawValue) (_ []byte, ok bool) {
	switch value.Type {
	case bson.TypeEmbeddedDocument:
		dst = append(dst, `{"t":"object","$s":`...)
		dst, ok = appendSchema(dst, value.Value)
		return append(dst, '}'), ok
	case bson.TypeArray:
		dst = append(dst, `{"t":"array","i":[`...)
		ok = everyElement(value.Value, func(i int, _ []byte, value bson.RawValue) (ok bool) {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst, ok = appendType(dst, value)
			return ok
		})
		return append(dst, "]}"...), ok
	}
	name, ok := typeNames[value.Type]
	dst = append(append(append(dst, `{"t":"`...), name...), `"}`...)
	return dst, ok
}

func appendValue(dst []byte, value bson.RawValue) (_ []byte, ok bool) {
	switch value.Type {
	case bson.TypeEmbeddedDocument:
		return appendObject(dst, value.Value)
	case bson.TypeArray:
		return appendArray(dst, value.Value)
	case bson.TypeString:
		return appendText(dst, value.StringValue()), true
	case bson.TypeInt32:
		return strconv.AppendInt(dst, int64(value.Int32()), 10), true
	case bson.TypeInt64:
		return strconv.AppendInt(dst, value.Int64(), 10), true
	case bson.TypeDateTime:
		return strconv.AppendInt(dst, value.DateTime(), 10), true
	case bson.TypeBoolean:
		return strconv.AppendBool(dst, value.Boolean()), true
	case bson.TypeNull:
		return append(dst, "null"...), true
	case bson.TypeDouble:
		content, err := json.Marshal(value.Double())
		return append(dst, content...), err == nil // there are no infinities in JSON
	}
	return dst, false
}

func appendObject(dst, document []byte) (_ []byte, ok bool) {
	if len(document) <= len(emptyDocument) {
		return append(dst, "{}"...), true
	}
	ok = everyElement(document, func(i int, key []byte, value bson.RawValue) (ok bool) {
		dst = append(appendText(append(dst, separator(i, '{')), key), ':')
		dst, ok = appendValue(dst, value)
		return ok
	})
	return append(dst, '}'), ok
}

func appendArray(dst, array []byte) (_ []byte, ok bool) {
	if len(array) <= len(emptyDocument) {
		return append(dst, "[]"...), true
	}
	ok = everyElement(array, func(i int, _ []byte, value bson.RawValue) (ok bool) {
		dst, ok = appendValue(append(dst, separator(i, '[')), value)
		return ok
	})
	return append(dst, ']'), ok
}

// separator returns what precedes the i-th member of something that begins with open.
func separator(i int, open byte) byte {
	if i == 0 {
		return open
	}
	return ','
}

// appendText appends a JSON string, escaped as by the engine.
func appendText[T string | []byte](dst []byte, text T) []byte {
	for i := range len(text) {
		switch c := text[i]; {
		case c < ' ' || c > '~', c == '"', c == '\\', c == '<', c == '>', c == '&':
			content, _ := json.Marshal(string(text)) // cannot fail for a string
			return append(dst, content...)
		}
	}
	return append(append(append(dst, '"'), text...), '"')
}
