package embedded

import (
	"encoding/json"
	"strconv"

	"go.mongodb.org/mongo-driver/v2/bson"
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
	elements, err := document.Elements()
	if err != nil {
		return dst, false
	}
	for _, element := range elements {
		dst = append(dst, ',')
		dst = append(appendText(dst, element.Key()), ':')
		if dst, ok = appendValue(dst, element.Value()); !ok {
			return dst, false
		}
	}
	return append(dst, '}'), true
}

// typeNames are the names of scalar types in the schema.
var typeNames = map[bson.Type]string{
	bson.TypeString: "string", bson.TypeInt32: "int", bson.TypeInt64: "long", bson.TypeDouble: "double",
	bson.TypeBoolean: "bool", bson.TypeDateTime: "date", bson.TypeNull: "null",
}

func appendSchema(dst []byte, document bson.Raw) (_ []byte, ok bool) {
	elements, err := document.Elements()
	if err != nil {
		return dst, false
	}
	if len(elements) == 0 {
		return append(dst, "{}"...), true
	}
	dst = append(dst, `{"p":`...)
	for i, element := range elements {
		dst = append(dst, separator(i, '{'))
		dst = append(appendText(dst, element.Key()), ':')
		if dst, ok = appendType(dst, element.Value()); !ok {
			return dst, false
		}
	}
	dst = append(dst, `},"$k":`...)
	for i, element := range elements {
		dst = append(dst, separator(i, '['))
		dst = appendText(dst, element.Key())
	}
	return append(dst, "]}"...), true
}

func appendType(dst []byte, value bson.RawValue) (_ []byte, ok bool) {
	switch value.Type {
	case bson.TypeEmbeddedDocument:
		dst = append(dst, `{"t":"object","$s":`...)
		if dst, ok = appendSchema(dst, value.Document()); !ok {
			return dst, false
		}
		return append(dst, '}'), true
	case bson.TypeArray:
		values, err := value.Array().Values()
		if err != nil {
			return dst, false
		}
		dst = append(dst, `{"t":"array","i":[`...)
		for i, value := range values {
			if i > 0 {
				dst = append(dst, ',')
			}
			if dst, ok = appendType(dst, value); !ok {
				return dst, false
			}
		}
		return append(dst, "]}"...), true
	}
	name, ok := typeNames[value.Type]
	dst = append(append(append(dst, `{"t":"`...), name...), `"}`...)
	return dst, ok
}

func appendValue(dst []byte, value bson.RawValue) (_ []byte, ok bool) {
	switch value.Type {
	case bson.TypeEmbeddedDocument:
		return appendObject(dst, value.Document())
	case bson.TypeArray:
		return appendArray(dst, value.Array())
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

func appendObject(dst []byte, document bson.Raw) (_ []byte, ok bool) {
	elements, err := document.Elements()
	if err != nil {
		return dst, false
	}
	if len(elements) == 0 {
		return append(dst, "{}"...), true
	}
	for i, element := range elements {
		dst = append(dst, separator(i, '{'))
		dst = append(appendText(dst, element.Key()), ':')
		if dst, ok = appendValue(dst, element.Value()); !ok {
			return dst, false
		}
	}
	return append(dst, '}'), true
}

func appendArray(dst []byte, array bson.RawArray) (_ []byte, ok bool) {
	values, err := array.Values()
	if err != nil {
		return dst, false
	}
	if len(values) == 0 {
		return append(dst, "[]"...), true
	}
	for i, value := range values {
		dst = append(dst, separator(i, '['))
		if dst, ok = appendValue(dst, value); !ok {
			return dst, false
		}
	}
	return append(dst, ']'), true
}

// separator returns what precedes the i-th member of something that begins with open.
func separator(i int, open byte) byte {
	if i == 0 {
		return open
	}
	return ','
}

// appendText appends a JSON string, escaped as by the engine.
func appendText(dst []byte, text string) []byte {
	for i := range len(text) {
		switch c := text[i]; {
		case c < ' ' || c > '~', c == '"', c == '\\', c == '<', c == '>', c == '&':
			content, _ := json.Marshal(text) // cannot fail for a string
			return append(dst, content...)
		}
	}
	return append(append(append(dst, '"'), text...), '"')
}
