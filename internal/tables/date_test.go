package tables

import (
	"strings"
	"testing"
	"time"

	"findcare/models"
)

func TestReadDate(t *testing.T) {
	for text, want := range map[string]models.Date{
		"": "", "  ": "",
		"03/16/2006": "2006-03-16", "3/6/2006": "2006-03-06", "3/16/2006": "2006-03-16", "03/6/2006": "2006-03-06",
		" 03/16/2006 ": "2006-03-16",
		"2006-03-16":   "2006-03-16", "20060316": "2006-03-16", "20060316.0": "2006-03-16", "02/29/2024": "2024-02-29",
		"03/16/2006 00:00:00": "2006-03-16", "3/16/2006 12:00:00 AM": "2006-03-16", "3/16/2006 0:00": "2006-03-16",
		"3/16/2006 11:59 p.m.": "2006-03-16",
		"2006-03-16T00:00:00Z": "2006-03-16", "2006-03-16T23:59:59.999-05:00": "2006-03-16",
		"2006-03-16 00:00:00.0000000": "2006-03-16",
		"2006-03-16 00:00:00 UTC":     "2006-03-16", "2006-03-16 05:06:07 +0000": "2006-03-16",
		"20060316000000": "2006-03-16", "20060316T120000Z": "2006-03-16", "20060316 12:00": "2006-03-16",
		"200603161200": "2006-03-16",
	} {
		if got, err := ReadDate(text); got != want || err != nil {
			t.Errorf("%q: %q, %v; want %q", text, got, err, want)
		}
	}
	for _, text := range []string{
		"16/03/2006", "02/30/2006", "2/29/2023", "3/16/06", "0/1/2006", "00/00/0000", "2006-13-01", "2006-3-16",
		"2006/03/16", "16.03.2006", "16-MAR-2006",
		"March 16, 2006", "38792", "2006", "0000-00-00", "0006-03-16", "20061301", "2006031", "200603161",
		"03/16/2006x", "03/16/2006 tomorrow", "03/16/2006 25:00",
		"03/16/20065", "2006-03-16T", "NA", "N/A", "NULL", "-", "?", "03/16/2006, 03/17/2006", "０３/16/2006",
	} {
		if got, err := ReadDate(text); err == nil {
			t.Errorf("%q is read as %q", text, got)
		}
	}
}

// FuzzReadDate shows that what is read is a date of the calendar that means the same in every form, and that no text
// but an empty one means no date.
func FuzzReadDate(f *testing.F) {
	for _, seed := range []string{
		"03/16/2006", "3/6/2006 1:02 PM", "2006-03-16T00:00:00Z", "20060316", "20060316000000", "NA", " ", "\x00",
		"1/1/0001",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		date, err := ReadDate(text)
		if err != nil {
			return
		}
		if date == "" {
			if strings.TrimSpace(text) != "" {
				t.Errorf("%q means no date", text)
			}
			return
		}
		day, err := time.Parse(time.DateOnly, string(date))
		if err != nil {
			t.Fatalf("%q gives %q", text, date)
		}
		for _, layout := range []string{
			"01/02/2006", "1/2/2006", time.DateOnly, "20060102", time.RFC3339, "1/2/2006 3:04:05 PM",
		} {
			if again, err := ReadDate(day.Format(layout)); again != date || err != nil {
				t.Errorf("%q: %q, %v; want %q", day.Format(layout), again, err, date)
			}
		}
	})
}
