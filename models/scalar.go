package models

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/go-json-experiment/json/jsontext"
)

// OptionalString is a text that may be absent: the empty string, in GraphQL null.
type OptionalString string

// MarshalGQL writes the text as a JSON string, and null where it is absent.
func (s OptionalString) MarshalGQL(w io.Writer) { _, _ = w.Write(s.AppendGQL(nil)) }

// AppendGQL appends what MarshalGQL writes.
func (s OptionalString) AppendGQL(dst []byte) []byte {
	if s == "" {
		return append(dst, "null"...)
	}
	dst, _ = jsontext.AppendQuote(dst, string(s)) // its error is about invalid UTF-8, which it replaces
	return dst
}

// UnmarshalGQL reads a GraphQL string, or null.
func (s *OptionalString) UnmarshalGQL(v any) error {
	text, ok := v.(string)
	if !ok && v != nil {
		return errors.New("must be a string")
	}
	*s = OptionalString(text)
	return nil
}

// JSON is any value of JSON, as text; empty where it is absent, in GraphQL null.
type JSON string

// MarshalGQL writes the value as it is, and null where it is absent.
func (j JSON) MarshalGQL(w io.Writer) { _, _ = w.Write(j.AppendGQL(nil)) }

// AppendGQL appends what MarshalGQL writes.
func (j JSON) AppendGQL(dst []byte) []byte { return append(dst, cmp.Or(string(j), "null")...) }

// UnmarshalGQL reads nothing: no argument is of this type.
func (j *JSON) UnmarshalGQL(any) error { return errors.New("JSON is no type of arguments") }

// Date is an ISO 8601 calendar date such as 2024-06-24; empty where it is absent, in GraphQL null. Dates compare as
// strings.
type Date string

// DateOf returns the date of t in UTC.
func DateOf(t time.Time) Date { return Date(t.UTC().Format(time.DateOnly)) }

// Valid reports whether d is a date that the calendar has.
func (d Date) Valid() bool {
	_, err := time.Parse(time.DateOnly, string(d))
	return err == nil
}

// Year returns the date's year, and 0 where there is no date.
func (d Date) Year() int {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return 0
	}
	return t.Year()
}

// MarshalGQL writes the date as a JSON string, and null where it is absent.
func (d Date) MarshalGQL(w io.Writer) { _, _ = w.Write(d.AppendGQL(nil)) }

// AppendGQL appends what MarshalGQL writes.
func (d Date) AppendGQL(dst []byte) []byte {
	if d == "" {
		return append(dst, "null"...)
	}
	return strconv.AppendQuote(dst, string(d))
}

// UnmarshalGQL reads a date such as 2024-06-24, or null.
func (d *Date) UnmarshalGQL(v any) error {
	if v == nil {
		*d = ""
		return nil
	}
	text, ok := v.(string)
	if !ok {
		return errors.New("a Date must be a string such as 2024-06-24")
	}
	if !Date(text).Valid() {
		return fmt.Errorf("%q is not a calendar date such as 2024-06-24", text)
	}
	*d = Date(text)
	return nil
}

func (c *checker) date(path string, d Date) {
	if d != "" && !d.Valid() {
		c.fault(path, string(d), "must be a calendar date such as 2024-06-24")
	}
}

func (c *checker) pastDate(path string, d Date) {
	c.note(path, Rule{Past: true})
	if d == "" {
		c.fault(path, nil, "is required: a calendar date such as 2024-06-24")
		return
	}
	c.date(path, d)
	if d.Valid() && d > c.today {
		c.fault(path, string(d), "must not be in the future (today is %s)", c.today)
	}
}
