package models_test

import (
	"encoding/json"
	"io"
	"strings"
	"testing"
	"time"

	"findcare/models"
)

func TestDate(t *testing.T) {
	tests := []struct {
		text  string
		valid bool
		year  int
	}{
		{"2024-06-24", true, 2024},
		{"2024-02-29", true, 2024},
		{"1900-01-01", true, 1900},
		{"2023-02-29", false, 0},
		{"2024-13-01", false, 0},
		{"2024-06-31", false, 0},
		{"2024-6-24", false, 0},
		{"24-06-24", false, 0},
		{"2024-06-24T00:00:00Z", false, 0},
		{"06/24/2024", false, 0},
		{" 2024-06-24", false, 0},
		{"", false, 0},
	}
	for _, test := range tests {
		date := models.Date(test.text)
		if date.Valid() != test.valid || date.Year() != test.year {
			t.Errorf("%q: got %v, %d", test.text, date.Valid(), date.Year())
		}
		var read models.Date
		if err := read.UnmarshalGQL(test.text); (err == nil) != test.valid ||
			(err == nil) != (read == date && date != "") {
			t.Errorf("%q: read as %q, %v", test.text, read, err)
		}
	}
}

func TestDateErrors(t *testing.T) {
	for _, test := range []struct {
		value any
		want  string
	}{
		{"2023-02-29", `"2023-02-29" is not a calendar date such as 2024-06-24`},
		{20240624, "a Date must be a string such as 2024-06-24"},
	} {
		date := models.Date("2020-01-01")
		if err := date.UnmarshalGQL(test.value); err == nil || err.Error() != test.want || date != "2020-01-01" {
			t.Errorf("%v: got %v and the date %s", test.value, err, date)
		}
	}
}

func TestNullIsNone(t *testing.T) {
	date, text := models.Date("2020-01-01"), models.OptionalString("text")
	if err := date.UnmarshalGQL(nil); err != nil || date != "" {
		t.Errorf("a date of null is %q, %v", date, err)
	}
	if err := text.UnmarshalGQL(nil); err != nil || text != "" {
		t.Errorf("a text of null is %q, %v", text, err)
	}
}

func TestDateOfIsInUTC(t *testing.T) {
	late := time.Date(2024, 6, 23, 20, 0, 0, 0, time.FixedZone("", -5*60*60))
	if got := models.DateOf(late); got != "2024-06-24" {
		t.Errorf("got %s", got)
	}
}

func TestMarshalGQL(t *testing.T) {
	tests := []struct {
		value interface{ MarshalGQL(w io.Writer) }
		want  string
	}{
		{models.Date("2024-06-24"), `"2024-06-24"`},
		{models.Date(""), "null"},
		{models.OptionalString(""), "null"},
		{models.OptionalString("plain"), `"plain"`},
		{models.OptionalString("a \"b\" \\ \n\t\x01"), `"a \"b\" \\ \n\t\u0001"`},
		{models.OptionalString("<b> & é 心"), `"<b> & é 心"`},
		{models.OptionalString("\xff\u2028"), "\"\ufffd\u2028\""},
	}
	for _, test := range tests {
		var b strings.Builder
		test.value.MarshalGQL(&b)
		if got := strings.TrimSuffix(b.String(), "\n"); got != test.want {
			t.Errorf("%q: got %s, want %s", test.value, got, test.want)
		}
	}
}

func TestOptionalStringUnmarshalGQL(t *testing.T) {
	var s models.OptionalString
	if err := s.UnmarshalGQL("a \"b\""); err != nil || s != "a \"b\"" {
		t.Errorf("got %q, %v", s, err)
	}
	if err := s.UnmarshalGQL(1); err == nil || err.Error() != "must be a string" {
		t.Errorf("a number: got %v", err)
	}
}

func FuzzDate(f *testing.F) {
	for _, seed := range []string{
		"2024-06-24", "2023-02-29", "0000-01-01", "9999-12-31", "10000-01-01", "-001-01-01", "2024-06-24 ", "",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var date models.Date
		if err := date.UnmarshalGQL(text); err != nil {
			if date != "" || models.Date(text).Valid() || models.Date(text).Year() != 0 {
				t.Errorf("%q is refused (%v), and yet a date", text, err)
			}
			return
		}
		moment, err := time.Parse(time.DateOnly, text)
		if err != nil || models.DateOf(moment) != date || moment.Year() != date.Year() {
			t.Errorf("%q is read as %q of the year %d", text, date, date.Year())
		}
		var b strings.Builder
		date.MarshalGQL(&b)
		var back string
		if err := json.Unmarshal([]byte(b.String()), &back); err != nil || back != text {
			t.Errorf("%q is written as %s", text, b.String())
		}
	})
}
