package catalog

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"strings"
	"time"

	"findcare/internal/search"
	"findcare/models"
)

// A cursor is a position in one list, in URL-safe base 64: four bytes of a hash of the list's scope, the length of the
// sort key as a varint, the sort key, the id. The scope is what the list is of: its name, its filter and its order. The
// sort key of providers that are not in the order of names begins with eight bytes of what they are sorted by
// first, and in the order RECOMMENDED then with the day of its shuffle.

func encodeCursor(scope uint32, key, id string) string {
	return string(appendCursor(nil, scope, key, id))
}

const usualCursor = 192 // bytes that most cursors fit in

func appendCursor(dst []byte, scope uint32, key, id string) []byte {
	b := binary.BigEndian.AppendUint32(make([]byte, 0, usualCursor), scope)
	b = binary.AppendUvarint(b, uint64(len(key)))
	b = append(append(b, key...), id...)
	return base64.RawURLEncoding.AppendEncode(dst, b)
}

func decodeCursor(argument, cursor string, scope uint32) (key, id string, err error) {
	const maxLength = 4096
	if len(cursor) > maxLength {
		return "", "", invalidCursor(argument, cursor)
	}
	b, err := base64.RawURLEncoding.Strict().DecodeString(cursor)
	if err != nil || len(b) < 4 {
		return "", "", invalidCursor(argument, cursor)
	}
	if binary.BigEndian.Uint32(b) != scope {
		return "", "", models.BadInput(
			"%s: %.80q must be a cursor of this list; it is of another one", argument, cursor)
	}
	b = b[4:]
	length, n := binary.Uvarint(b)
	if n <= 0 || length > uint64(len(b)-n) {
		return "", "", invalidCursor(argument, cursor)
	}
	key, id = string(b[n:n+int(length)]), string(b[n+int(length):])
	// The decoders ignore line breaks and leading zeros, but a position has one cursor only.
	if _, ok := models.KindOfID(id); !ok || encodeCursor(scope, key, id) != cursor {
		return "", "", invalidCursor(argument, cursor)
	}
	return key, id, nil
}

func invalidCursor(argument, cursor string) error {
	return models.BadInput("%s: %.80q must be a cursor that this list gave", argument, cursor)
}

// scopeHash distinguishes lists by their scopes.
func scopeHash(scope string) uint32 {
	h := fnv.New32a()
	_, _ = h.Write([]byte(scope))
	return h.Sum32()
}

const primarySize = 8 // bytes

// decode sets where a page begins or ends, if there is a cursor.
func (c *ProviderConnection) decode(limit **search.Position, argument string, cursor *string) error {
	if cursor == nil {
		return nil
	}
	key, id, err := decodeCursor(argument, *cursor, c.scope)
	if err != nil {
		return err
	}
	p := &search.Position{Key: key, ID: id}
	size := c.prefixSize()
	if len(key) < size {
		return invalidCursor(argument, *cursor)
	}
	if size > 0 {
		p.Primary, p.Key = binary.BigEndian.Uint64([]byte(key)), key[size:]
	}
	*limit = p
	return nil
}

// prefixSize is how many bytes of a sort key are before the name.
func (c *ProviderConnection) prefixSize() int {
	switch {
	case c.byName:
		return 0
	case c.shuffled != nil:
		return primarySize + len(time.DateOnly)
	}
	return primarySize
}

// shuffle sets the day of the order RECOMMENDED: today or, to go on with a list of an earlier day, that of the cursors.
func (c *ProviderConnection) shuffle(page Page) error {
	today := c.snapshot.Today()
	day := today
	c.shuffled = &day
	for _, cursor := range []struct {
		argument string
		value    *string
	}{{"after", page.After}, {"before", page.Before}} {
		if cursor.value == nil {
			continue
		}
		key, _, err := decodeCursor(cursor.argument, *cursor.value, c.scope)
		if err != nil {
			return err
		}
		if len(key) < c.prefixSize() {
			return invalidCursor(cursor.argument, *cursor.value)
		}
		of := models.Date(strings.TrimSpace(key[primarySize:c.prefixSize()]))
		switch {
		case of > today || (of == "") != (today == "") || of != "" && !of.Valid():
			return invalidCursor(cursor.argument, *cursor.value)
		case cursor.argument == "before" && page.After != nil && of != day:
			return models.BadInput("before: %.80q must be a cursor of the same day as after", *cursor.value)
		}
		day = of
	}
	return nil
}

func (c *ProviderConnection) appendCursor(dst []byte, r search.Row) []byte {
	p := r.Position()
	if !c.byName {
		prefix := binary.BigEndian.AppendUint64(make([]byte, 0, 128), p.Primary)
		if c.shuffled != nil {
			prefix = fmt.Appendf(prefix, "%*s", len(time.DateOnly), *c.shuffled)
		}
		p.Key = string(append(prefix, p.Key...))
	}
	return appendCursor(dst, c.scope, p.Key, p.ID)
}
