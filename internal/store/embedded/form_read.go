package embedded

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
	"go.mongodb.org/mongo-driver/v2/bson"
)

// decoder reads a stored document (form.go) in one pass: with each value, what the schema says of it. The engine writes
// the members in the order of the schema; a document of another order is left to the engine.
type decoder struct {
	schema, data cursor
	keys         []string // of the objects around the value, as they are written
	ok           bool
}

// appendDocument appends the BSON of a stored document, of all its fields or of some. Ok is false if the form is not
// that in which the engine writes.
func appendDocument(dst []byte, stored string, fields map[string]bool) (_ []byte, ok bool) {
	d := decoder{schema: cursor{stored, 0}, ok: true}
	d.need(d.schema.take(`{"$s":`))
	d.data = d.schema
	d.need(d.data.skip())
	dst = d.object(dst, ",", fields)
	return dst, d.ok && d.data.at == len(stored)
}

func (d *decoder) need(ok bool) { d.ok = d.ok && ok }

// object appends an object, whose first member follows open. Fields are those wanted, nil for all.
func (d *decoder) object(dst []byte, open string, fields map[string]bool) []byte {
	start := len(dst)
	dst = append(dst, 0, 0, 0, 0)
	if d.schema.take(`{}`) {
		d.need(d.data.take(`{}`))
		return ended(dst, start)
	}
	d.need(d.schema.take(`{"p":{`) && d.data.take(open))
	outer := len(d.keys)
	for more := d.ok; more; more = d.ok && d.schema.take(",") {
		d.need(len(d.keys) == outer || d.data.take(","))
		key := d.schema.quoted()
		d.need(key != "" && d.takeKey(key) && d.data.take(":") && d.schema.take(":"))
		if d.keys = append(d.keys, key); d.ok && fields != nil && !fields[key[1:len(key)-1]] {
			d.need(d.data.skip() && d.schema.skip())
			continue
		}
		kind := len(dst)
		dst = d.unquoted(append(dst, 0), key)
		dst = d.value(append(dst, 0), kind)
	}
	d.need(d.schema.take(`},"$k":[`))
	for i, key := range d.keys[outer:] {
		d.need((i == 0 || d.schema.take(",")) && d.schema.take(key))
	}
	d.need(d.schema.take("]}") && d.data.take("}"))
	d.keys = d.keys[:outer]
	return ended(dst, start)
}

// takeKey moves behind a key of the data. Those of the document itself are written without escapes.
func (d *decoder) takeKey(key string) bool {
	if d.data.take(key) {
		return true
	}
	plain := d.data.quoted()
	return plain != "" && string(d.unquoted(nil, plain)) == string(d.unquoted(nil, key))
}

func (d *decoder) array(dst []byte) []byte {
	start := len(dst)
	dst = append(dst, 0, 0, 0, 0)
	d.need(d.schema.take(`,"i":[`) && d.data.take("["))
	if d.schema.take("]") {
		d.need(d.data.take("]"))
		return ended(dst, start)
	}
	for i := 0; d.ok && (i == 0 || d.schema.take(",")); i++ {
		d.need(i == 0 || d.data.take(","))
		kind := len(dst)
		dst = strconv.AppendInt(append(dst, 0), int64(i), 10)
		dst = d.value(append(dst, 0), kind)
	}
	d.need(d.schema.take("]") && d.data.take("]"))
	return ended(dst, start)
}

// ended closes a document that begins at start.
func ended(dst []byte, start int) []byte {
	dst = append(dst, 0)
	binary.LittleEndian.PutUint32(dst[start:], uint32(len(dst)-start))
	return dst
}

// value appends the next value, and sets its type at the place of that.
func (d *decoder) value(dst []byte, kind int) []byte {
	if d.data.take("null") {
		dst[kind] = byte(bson.TypeNull)
		d.need(d.schema.skip())
		return dst
	}
	d.need(d.schema.take(`{"t":`))
	name := d.schema.quoted()
	switch name {
	case `"object"`:
		dst[kind] = byte(bson.TypeEmbeddedDocument)
		d.need(d.schema.take(`,"$s":`))
		dst = d.object(dst, "{", nil)
	case `"array"`:
		dst[kind] = byte(bson.TypeArray)
		dst = d.array(dst)
	case `"string"`:
		dst[kind] = byte(bson.TypeString)
		dst = d.text(dst)
	case `"bool"`:
		dst[kind] = byte(bson.TypeBoolean)
		isTrue := d.data.take("true")
		d.need(isTrue || d.data.take("false"))
		if dst = append(dst, 0); isTrue {
			dst[len(dst)-1] = 1
		}
	case `"int"`, `"long"`, `"date"`, `"double"`, `"timestamp"`:
		dst = d.number(dst, kind, name)
	default:
		dst = d.rareValue(dst, kind, name)
	}
	d.need(d.schema.take("}"))
	return dst
}

func (d *decoder) number(dst []byte, kind int, name string) []byte {
	text, order := d.data.number(), binary.LittleEndian
	switch name {
	case `"int"`:
		n, err := strconv.ParseInt(text, 10, 32)
		d.need(err == nil)
		dst[kind] = byte(bson.TypeInt32)
		return order.AppendUint32(dst, uint32(n))
	case `"double"`:
		n, err := strconv.ParseFloat(text, 64)
		d.need(err == nil)
		dst[kind] = byte(bson.TypeDouble)
		return order.AppendUint64(dst, math.Float64bits(n))
	case `"timestamp"`:
		n, err := strconv.ParseUint(text, 10, 64)
		d.need(err == nil)
		dst[kind] = byte(bson.TypeTimestamp)
		return order.AppendUint64(dst, n)
	}
	n, err := strconv.ParseInt(text, 10, 64)
	d.need(err == nil)
	if dst[kind] = byte(bson.TypeInt64); name == `"date"` {
		dst[kind] = byte(bson.TypeDateTime)
	}
	return order.AppendUint64(dst, uint64(n))
}

// rareValue appends a value of a type that documents of the directory do not have, but those of other tools may.
func (d *decoder) rareValue(dst []byte, kind int, name string) []byte {
	content := string(d.unquoted(nil, d.data.quoted()))
	switch name {
	case `"objectId"`:
		dst[kind] = byte(bson.TypeObjectID)
		id, err := hex.DecodeString(content)
		d.need(err == nil && len(id) == len(bson.ObjectID{}))
		return append(dst, id...)
	case `"binData"`:
		dst[kind] = byte(bson.TypeBinary)
		d.need(d.schema.take(`,"s":`))
		subtype, err := strconv.ParseUint(d.schema.number(), 10, 8)
		d.need(err == nil && byte(subtype) != bson.TypeBinaryBinaryOld)
		data, err := base64.StdEncoding.DecodeString(content)
		d.need(err == nil)
		dst = binary.LittleEndian.AppendUint32(dst, uint32(len(data)))
		return append(append(dst, byte(subtype)), data...)
	case `"regex"`:
		dst[kind] = byte(bson.TypeRegex)
		d.need(d.schema.take(`,"o":`))
		dst = append(append(dst, content...), 0)
		return append(d.unquoted(dst, d.schema.quoted()), 0)
	}
	d.ok = false
	return dst
}

// text appends a string with its length.
func (d *decoder) text(dst []byte) []byte {
	start := len(dst)
	dst = append(d.unquoted(append(dst, 0, 0, 0, 0), d.data.quoted()), 0)
	binary.LittleEndian.PutUint32(dst[start:], uint32(len(dst)-start-4))
	return dst
}

// unquoted appends what a string says.
func (d *decoder) unquoted(dst []byte, token string) []byte {
	if token == "" {
		d.ok = false
		return dst
	}
	if text := token[1 : len(token)-1]; strings.IndexByte(text, '\\') < 0 && utf8.ValidString(text) {
		return append(dst, text...)
	}
	dst, err := jsontext.AppendUnquote(dst, token)
	d.need(err == nil)
	return dst
}

// cursor is a place in a text of JSON without white space.
type cursor struct {
	text string
	at   int
}

// take moves behind a part of the text, if that is next.
func (c *cursor) take(part string) bool {
	if !strings.HasPrefix(c.text[c.at:], part) {
		return false
	}
	c.at += len(part)
	return true
}

// quoted returns the next string as it is written, "" if there is none.
func (c *cursor) quoted() string {
	if c.at == len(c.text) || c.text[c.at] != '"' {
		return ""
	}
	for end := c.at + 1; ; end++ {
		length := strings.IndexByte(c.text[end:], '"')
		if length < 0 {
			return ""
		}
		part := c.text[end : end+length]
		end += length
		if escapes := len(part) - len(strings.TrimRight(part, `\`)); escapes%2 == 0 {
			token := c.text[c.at : end+1]
			c.at = end + 1
			return token
		}
	}
}

// number returns the next number as it is written.
func (c *cursor) number() string {
	end := c.at
	for end < len(c.text) && c.text[end] != ',' && c.text[end] != ']' && c.text[end] != '}' {
		end++
	}
	text := c.text[c.at:end]
	c.at = end
	return text
}

// skip moves behind the next value, and reports whether there is one.
func (c *cursor) skip() bool {
	for depth := 0; c.at < len(c.text); {
		switch c.text[c.at] {
		case '"':
			if c.quoted() == "" {
				return false
			}
		case '{', '[':
			depth++
			c.at++
		case '}', ']':
			depth--
			c.at++
		case ',', ':':
			c.at++
			continue
		default:
			c.number()
		}
		if depth == 0 {
			return true
		}
	}
	return false
}
