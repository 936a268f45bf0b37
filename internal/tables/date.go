package tables

import (
	"errors"
	"regexp"
	"strings"
	"time"

	"findcare/models"
)

// errDate names the accepted forms of dates.
var errDate = errors.New("not a date such as 11/08/2026, 2026-11-08 or 20261108")

var (
	// dateForms are the forms of dates in registries and in the programs that people open their files with.
	dateForms = []struct {
		day    *regexp.Regexp
		layout string
	}{
		{regexp.MustCompile(`^\d{1,2}/\d{1,2}/\d{4}`), "1/2/2006"},
		{regexp.MustCompile(`^\d{4}-\d{2}-\d{2}`), time.DateOnly},
		{regexp.MustCompile(`^\d{8}`), plainDate},
	}
	// timeOfDay is what may follow a date: 00:00, T00:00:00.000Z, 12:00:00 AM, or 000000 after a date without
	// separators.
	timeOfDay = regexp.MustCompile(
		`(?i)^[ t]+([01]?\d|2[0-4]):[0-5]\d(:[0-5]\d([.,]\d{1,9})?)? ?([ap]\.?m\.?)?( ?(z|utc|[+-]\d\d:?\d\d))?$`,
	)
	plainTime  = regexp.MustCompile(`(?i)^[ t]*([01]\d|2[0-4])[0-5]\d([0-5]\d([.,]\d{1,9})?)?(z|[+-]\d\d:?\d\d)?$`)
	likeDigits = regexp.MustCompile(`^\d{8}\.0$`) // what spreadsheets make of 20261108
)

// ReadDate reads a date as a registry writes it: M/D/YYYY, YYYY-MM-DD or YYYYMMDD. A time of day is ignored. It is ""
// for an empty text; any other text is an error.
func ReadDate(text string) (models.Date, error) {
	day, err := ReadDay(text)
	if err != nil || day.IsZero() {
		return "", err
	}
	return models.DateOf(day), nil
}

// ReadDay is ReadDate; the time is zero for an empty text.
func ReadDay(text string) (time.Time, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return time.Time{}, nil
	}
	if day, err := time.Parse("01/02/2006", text); err == nil && day.Year() >= firstYear { // as nearly all are
		return day, nil
	}
	if likeDigits.MatchString(text) {
		text = text[:len("20261108")]
	}
	for _, form := range dateForms {
		day := form.day.FindString(text)
		if day == "" {
			continue
		}
		rest := text[len(day):]
		if rest != "" && !timeOfDay.MatchString(rest) && (form.layout != plainDate || !plainTime.MatchString(rest)) {
			continue
		}
		t, err := time.Parse(form.layout, day)
		if err != nil || t.Year() < firstYear {
			return time.Time{}, errDate
		}
		return t, nil
	}
	return time.Time{}, errDate
}

const plainDate = "20060102"

// firstYear is earlier than any date in a registry: a year like 0006 is a misread two-digit year.
const firstYear = 1900
