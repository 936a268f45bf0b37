package editing

import (
	"encoding/base64"
	"slices"
	"strconv"
	"strings"
	"time"

	"findcare/models"
)

const defaultPage, maxPage = 20, 100

// pageSize returns how many members of a list are wanted.
func pageSize(first *int) (int, error) {
	if first == nil {
		return defaultPage, nil
	}
	if *first < 0 || *first > maxPage {
		return 0, models.BadInput("first: %d must be from 0 to %d", *first, maxPage)
	}
	return *first, nil
}

// place is where something stands in a list that has the newest first and, of equals, that with the lower id.
type place struct {
	at time.Time
	id string
}

// cursor marks the place.
func (p place) cursor() string { return encodeCursor(p.at.UnixMilli(), p.id) }

// encodeCursor returns the cursor of a number and an id.
func encodeCursor(number int64, id string) string {
	return base64.RawURLEncoding.EncodeToString([]byte(strconv.FormatInt(number, 10) + " " + id))
}

func decodeCursor(cursor string) (number int64, id string, err error) {
	decoded, notBase64 := base64.RawURLEncoding.DecodeString(cursor)
	first, id, _ := strings.Cut(string(decoded), " ")
	number, notNumber := strconv.ParseInt(first, 10, 64)
	if notBase64 != nil || notNumber != nil {
		return 0, "", models.BadInput("after: %.80q must be a cursor that this list gave", cursor)
	}
	return number, id, nil
}

// placeAfter returns how many members of a list come up to a place. The one that was there may be gone.
func placeAfter[T any](list []T, of func(*T) place, cursor string) (int, error) {
	milliseconds, id, err := decodeCursor(cursor)
	if err != nil {
		return 0, err
	}
	at := time.UnixMilli(milliseconds)
	after := slices.IndexFunc(list, func(member T) bool {
		p := of(&member)
		return p.at.Before(at) || p.at.Equal(at) && p.id > id
	})
	if after < 0 {
		return len(list), nil
	}
	return after, nil
}
