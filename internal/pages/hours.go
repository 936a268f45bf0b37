package pages

import (
	"slices"
	"strings"
	"time"

	"findcare/models"
)

// hours are when a provider sees clients in a usual week.
type hours struct {
	TimeZone, Note string
	Weekly         []models.OpeningHours
}

// dayHours are the hours of one day, as people read them.
type dayHours struct{ Day, Hours string }

// Days are the days with hours, from Monday on.
func (h hours) Days() (days []dayHours) {
	for _, day := range models.DaysOfWeek() {
		var periods []models.OpeningHours
		for _, period := range h.Weekly {
			if period.Day == day {
				periods = append(periods, period)
			}
		}
		if len(periods) == 0 {
			continue
		}
		slices.SortFunc(periods, func(a, b models.OpeningHours) int { return strings.Compare(a.Opens, b.Opens) })
		texts := make([]string, len(periods))
		for i, period := range periods {
			texts[i] = clockTime(period.Opens) + " to " + clockTime(period.Closes)
			if period.Opens == "00:00" && period.Closes == "24:00" {
				texts[i] = "all day"
			}
		}
		days = append(days, dayHours{models.Label(day), list(texts)})
	}
	return days
}

// clockTime formats HH:MM of 24 hours as in the United States.
func clockTime(text string) string {
	switch text {
	case "12:00":
		return "noon"
	case "00:00", "24:00":
		return "midnight"
	}
	t, err := time.Parse("15:04", text)
	if err != nil {
		return text
	}
	if t.Minute() == 0 {
		return t.Format("3 pm")
	}
	return t.Format("3:04 pm")
}

// Zone names the time zone by its last part, as people know it: America/New_York is New York.
func (h hours) Zone() string {
	return strings.ReplaceAll(h.TimeZone[strings.LastIndexByte(h.TimeZone, '/')+1:], "_", " ")
}

// openingHours are the hours in the vocabulary of schema.org.
func (h hours) openingHours() (all []thing) {
	for _, period := range h.Weekly {
		closes := period.Closes
		if closes == "24:00" {
			closes = "23:59"
		}
		all = append(all, newThing("OpeningHoursSpecification").set(
			"dayOfWeek", vocabulary+"/"+models.Label(period.Day), "opens", period.Opens, "closes", closes,
		))
	}
	return all
}
