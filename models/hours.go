package models

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
	"time"
	_ "time/tzdata" // so that the same names are known on every machine
)

// Hours are when a provider sees clients in a usual week.
type Hours struct {
	// TimeZone is a name of the IANA time zone database, for example America/Detroit.
	TimeZone string         `bson:"timeZone" json:"timeZone"`
	Weekly   []OpeningHours `bson:"weekly" json:"weekly"`
	// Note is what the hours cannot say, such as "closed in August".
	Note OptionalString `bson:"note,omitempty" json:"note,omitempty"`
}

// OpeningHours are hours without a break on one day of the week.
type OpeningHours struct {
	Day DayOfWeek `bson:"day" json:"day"`
	// Opens and Closes are local times of 24 hours, HH:MM; 24:00 is the end of the day.
	Opens  string `bson:"opens" json:"opens"`
	Closes string `bson:"closes" json:"closes"`
}

// DayOfWeek is a day of the week.
type DayOfWeek string

// The days of the week.
const (
	Monday    DayOfWeek = "MONDAY"
	Tuesday   DayOfWeek = "TUESDAY"
	Wednesday DayOfWeek = "WEDNESDAY"
	Thursday  DayOfWeek = "THURSDAY"
	Friday    DayOfWeek = "FRIDAY"
	Saturday  DayOfWeek = "SATURDAY"
	Sunday    DayOfWeek = "SUNDAY"
)

// DaysOfWeek returns the days from Monday to Sunday.
func DaysOfWeek() []DayOfWeek {
	return []DayOfWeek{Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday}
}

// OpenTime is a time at which people with daytime obligations look for care.
type OpenTime string

// The times.
const (
	Evenings OpenTime = "EVENINGS" // a weekday, after 6 p.m.
	Weekends OpenTime = "WEEKENDS"
)

// eveningsFrom is the time after which a weekday counts as an evening.
const eveningsFrom = "18:00"

// OpenAt returns the times at which there are hours.
func (h *Hours) OpenAt() (times []OpenTime) {
	if h == nil {
		return nil
	}
	evenings, weekends := false, false
	for _, hours := range h.Weekly {
		weekend := hours.Day == Saturday || hours.Day == Sunday
		weekends = weekends || weekend
		evenings = evenings || !weekend && hours.Closes > eveningsFrom
	}
	if evenings {
		times = append(times, Evenings)
	}
	if weekends {
		times = append(times, Weekends)
	}
	return times
}

func (h *Hours) normalize() {
	if h == nil {
		return
	}
	trim(&h.TimeZone)
	trim(&h.Note)
	for i := range h.Weekly {
		o := &h.Weekly[i]
		trim(&o.Opens, &o.Closes)
		for _, t := range []*string{&o.Opens, &o.Closes} {
			if len(*t) == len("9:00") {
				*t = "0" + *t
			}
		}
	}
}

// timeZones are names that were found in the database, which takes a while to read.
var timeZones sync.Map

func isTimeZone(name string) bool {
	if _, known := timeZones.Load(name); known {
		return true
	}
	_, err := time.LoadLocation(name)
	if err != nil || !strings.Contains(name, "/") { // not Local, or EST
		return false
	}
	timeZones.Store(name, true)
	return true
}

var timeOfDay = regexp.MustCompile(`^([01]\d|2[0-3]):[0-5]\d$`)

func (h *Hours) validate(c *checker) {
	if h == nil {
		return
	}
	c.note("/hours/timeZone", Rule{Format: FormatTimeZone})
	if !isTimeZone(h.TimeZone) {
		c.fault("/hours/timeZone", h.TimeZone, "must be a time zone of the IANA database, such as America/Detroit")
	}
	c.optionalLine("/hours/note", string(h.Note), 200)
	const mostPeriods = 28
	c.note("/hours/weekly", Rule{Required: true, MaxMembers: mostPeriods})
	if n := len(h.Weekly); n == 0 || n > mostPeriods {
		c.fault("/hours/weekly", nil, "must have 1 to %d periods, not %d", mostPeriods, n)
	}
	for i, hours := range h.Weekly {
		at := fmt.Sprintf("/hours/weekly/%d", i)
		oneOf(c, at+"/day", hours.Day, DaysOfWeek())
		c.note(at+"/opens", Rule{Format: FormatTime})
		c.note(at+"/closes", Rule{Format: FormatTime})
		if !timeOfDay.MatchString(hours.Opens) {
			c.fault(at+"/opens", hours.Opens, "must be a time from 00:00 to 23:59, such as 09:00")
		}
		switch {
		case !timeOfDay.MatchString(hours.Closes) && hours.Closes != "24:00":
			c.fault(at+"/closes", hours.Closes, "must be a time from 00:01 to 24:00, such as 17:30")
		case hours.Closes <= hours.Opens:
			const rule = "must be later than opens, %s; hours past midnight are those of the next day"
			c.fault(at+"/closes", hours.Closes, rule, hours.Opens)
		}
		for _, other := range h.Weekly[:min(i, mostPeriods)] {
			if other.Day == hours.Day && other.Opens < hours.Closes && hours.Opens < other.Closes {
				const rule = "must not overlap with other hours of %s, %s to %s"
				c.fault(at, nil, rule, hours.Day, other.Opens, other.Closes)
			}
		}
	}
}
