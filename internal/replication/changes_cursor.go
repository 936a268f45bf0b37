package replication

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"math"
	"time"

	"findcare/internal/catalog"
	"findcare/models"
)

// changesCursor is how far a client has followed the directory. As a text it is URL-safe base 64 of: a byte with the
// format's version, the database in eight bytes, the run of the log in eight bytes and then, as varints, the position
// in it, and the times complete and gone; where a page goes on, its time as a varint, and its id.
type changesCursor struct {
	database uint64
	// position is the place in the log of the server that gave the cursor from which the client goes on.
	position catalog.LogPosition
	// complete is a time before which that server had everything that was written, at that position.
	complete time.Time
	// gone is a time before which the client needs not be told of anything that is gone.
	gone time.Time
	// page is how far the client has come in the order of times, and nil where it goes on by the log.
	page *catalog.Moment
}

const (
	cursorVersion = 1
	// latest is the latest time of a cursor in milliseconds: the last one that RFC 3339 can say.
	latest = 253402300799999
)

// elsewhere returns the cursor for a server that does not have the position in its log, and is here.
func (c changesCursor) elsewhere(here changesCursor) changesCursor {
	since := c.complete
	if c.page != nil && c.page.At.Before(since) {
		since = c.page.At
	}
	if c.gone.Before(since) {
		c.gone = since
	}
	c.position, c.complete, c.page = here.position, here.complete, &catalog.Moment{At: since}
	return c
}

// String returns the cursor as a text.
func (c changesCursor) String() string {
	b := binary.BigEndian.AppendUint64([]byte{cursorVersion}, c.database)
	b = binary.BigEndian.AppendUint64(b, c.position.Run)
	for _, number := range []int64{c.position.Position, milliseconds(c.complete), milliseconds(c.gone)} {
		b = binary.AppendUvarint(b, uint64(number))
	}
	if c.page != nil {
		b = append(binary.AppendUvarint(b, uint64(milliseconds(c.page.At))), c.page.ID...)
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

// milliseconds is the time since 1970; 0 for the zero time.
func milliseconds(at time.Time) int64 { return max(at.UnixMilli(), 0) }

// readCursor reads a cursor that a server gave.
func readCursor(text string) (c changesCursor, err error) {
	invalid := models.BadInput("after: %s must be a cursor that directoryChanges or a webhook gave", quoted(text))
	const head, most = 1 + 8 + 8, 256
	if len(text) > most {
		return c, invalid
	}
	b, err := base64.RawURLEncoding.Strict().DecodeString(text)
	if err != nil || len(b) < head || b[0] != cursorVersion {
		return c, invalid
	}
	c.database, c.position.Run = binary.BigEndian.Uint64(b[1:]), binary.BigEndian.Uint64(b[9:])
	b = b[head:]
	number := func(most uint64) int64 {
		n, length := binary.Uvarint(b)
		if length <= 0 || n > most {
			err = invalid
			return 0
		}
		b = b[length:]
		return int64(n)
	}
	c.position.Position = number(math.MaxInt64)
	c.complete, c.gone = timeOf(number(latest)), timeOf(number(latest))
	if err == nil && len(b) > 0 {
		c.page = &catalog.Moment{At: timeOf(number(latest)), ID: string(b)}
		c.page.ID = string(b)
		if _, known := models.KindOfID(c.page.ID); !known && c.page.ID != "" {
			return c, invalid
		}
	}
	if err != nil || c.String() != text { // one cursor has one text
		return c, invalid
	}
	return c, nil
}

// timeOf is the time some milliseconds after 1970, and the zero time for 0.
func timeOf(milliseconds int64) time.Time {
	if milliseconds == 0 {
		return time.Time{}
	}
	return time.UnixMilli(milliseconds)
}

func firstBytes(secret []byte) uint64 { return binary.BigEndian.Uint64(secret) }

func quoted(text string) string { return fmt.Sprintf("%.80q", text) }
