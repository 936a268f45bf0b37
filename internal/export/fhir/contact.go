package fhir

import (
	"slices"
	"strings"

	"findcare/models"
)

// telecom are the numbers of all locations and the further ones, each once, and the addresses.
func (s *subject) telecom() (found []contactPoint) {
	for _, phone := range s.Provider.AllPhones() {
		found = append(found, contactPoint{phoneSystem(phone.Purpose), dialled(phone), "work"})
	}
	if s.Email != "" {
		found = append(found, contactPoint{"email", string(s.Email), "work"})
	}
	for _, page := range []models.OptionalString{s.Website, s.BookingURL} {
		if page != "" {
			found = append(found, contactPoint{"url", string(page), "work"})
		}
	}
	return found
}

// phoneSystem is the kind of a number (http://hl7.org/fhir/R4/valueset-contact-point-system.html), which has none for
// text telephones.
func phoneSystem(purpose models.PhonePurpose) string {
	switch purpose {
	case models.FaxPhone:
		return "fax"
	case models.TTYPhone:
		return "other"
	}
	return "phone"
}

func dialled(phone models.PhoneNumber) string {
	if phone.Extension == "" {
		return phone.Number
	}
	return phone.Number + " ext. " + string(phone.Extension)
}

// telephone is the number of a location, with its extension.
func (s *subject) telephone(number models.OptionalString) []contactPoint {
	if number == "" {
		return nil
	}
	phone := models.PhoneNumber{Number: string(number)}
	is := func(other models.PhoneNumber) bool { return other.Number == phone.Number }
	if at := slices.IndexFunc(s.Phones, is); at >= 0 {
		phone = s.Phones[at]
	}
	return []contactPoint{{"phone", dialled(phone), "work"}}
}

// availableTime are the hours as a role has them. A day of 24 hours has no times.
func (s *subject) availableTime() (found []availableTime) {
	s.eachPeriod(func(day []string, opens, closes string, allDay bool) {
		found = append(found, availableTime{Days: day, AllDay: allDay, Start: opens, End: closes})
	})
	return found
}

// hoursOfOperation are the hours as a location has them.
func (s *subject) hoursOfOperation() (found []hoursOfOperation) {
	s.eachPeriod(func(day []string, opens, closes string, allDay bool) {
		found = append(found, hoursOfOperation{Days: day, AllDay: allDay, Opens: opens, Closes: closes})
	})
	return found
}

func (s *subject) eachPeriod(visit func(day []string, opens, closes string, allDay bool)) {
	if s.Hours == nil {
		return
	}
	for _, hours := range s.Hours.Weekly {
		day := []string{strings.ToLower(string(hours.Day[:3]))}
		if hours.Opens == "00:00" && hours.Closes == "24:00" {
			visit(day, "", "", true)
			continue
		}
		closes := hours.Closes + ":00"
		if hours.Closes == "24:00" {
			closes = "23:59:59" // FHIR has no 24:00
		}
		visit(day, hours.Opens+":00", closes, false)
	}
}

// hoursNote is what the hours cannot say, with their time zone, which FHIR R4 has no element for.
func (s *subject) hoursNote() string {
	if s.Hours == nil {
		return ""
	}
	note := "Times are those of " + s.Hours.TimeZone + "."
	if text := clean(string(s.Hours.Note)); text != "" {
		note = text + " (" + note + ")"
	}
	return note
}
