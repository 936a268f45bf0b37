package demo

import (
	"fmt"
	"slices"
	"strings"

	"findcare/models"
)

// zones are the time zones of states. Where a state has several, it
// is that of most people.
var zones = map[string]string{
	"America/New_York":    "CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV",
	"America/Chicago":     "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI",
	"America/Denver":      "CO ID MT NM UT WY",
	"America/Phoenix":     "AZ",
	"America/Los_Angeles": "CA NV OR WA",
	"America/Anchorage":   "AK",
	"Pacific/Honolulu":    "HI",
	"America/Puerto_Rico": "PR",
}

func zoneOf(stateCode string) string {
	for zone, states := range zones {
		if slices.Contains(strings.Fields(states), stateCode) {
			return zone
		}
	}
	return "America/New_York"
}

// needs sets, for half of the providers, how to reach them and what people choose by.
func (g *generator) needs(r random, d *models.Provider, home city) {
	if !r.chance(50) {
		return
	}
	g.contact(r, d)
	if r.chance(70) {
		d.Hours = hours(r, zoneOf(home.StateCode))
	}
	if len(d.Locations) > 0 && r.chance(60) {
		d.Accessibility = drawn(r, 45, models.AccessibilityFeatures()...)
	}
	if r.chance(30) {
		d.LanguageServices = drawn(r, 40, models.LanguageServices()...)
	}
	d.Populations = drawn(r, 20, models.Populations()...)
	for _, language := range d.Languages[1:] {
		level := pick(r, models.LanguageProficiencies()[2:])
		d.LanguageSkills = append(d.LanguageSkills, models.LanguageSkill{Language: language, Proficiency: level})
	}
	if d.Type == models.Individual {
		g.person(r, d)
	}
	if r.chance(60) {
		free := r.chance(55)
		d.FreeConsultation = &free
	}
	if accepting := d.AcceptingNewClients; accepting != nil && *accepting && r.chance(50) {
		weeks := r.IntN(7)
		d.Availability = &models.Availability{
			HasOpenings: r.chance(80), WaitingWeeks: &weeks, AsOf: day(g.years+2025, r.IntN(600)),
		}
	}
}

// contact has addresses that nobody can have (RFC 2606), and numbers that nobody is called at.
func (g *generator) contact(r random, d *models.Provider) {
	if r.chance(80) {
		d.Website = models.OptionalString("https://" + d.Slug + ".example")
	}
	if r.chance(60) {
		d.Email = models.OptionalString("office@" + d.Slug + ".example")
	}
	if r.chance(40) {
		d.BookingURL = models.OptionalString("https://booking.example/" + d.Slug)
	}
	if len(d.Locations) == 0 || d.Locations[0].Phone == "" {
		return
	}
	area := string(d.Locations[0].Phone[:len("+1810")])
	another := func() string { return fmt.Sprintf("%s55501%02d", area, r.IntN(100)) }
	if d.Type == models.Organization {
		main := models.PhoneNumber{Purpose: models.MainPhone, Number: string(d.Locations[0].Phone)}
		main.Extension = models.OptionalString(fmt.Sprint(1 + r.IntN(99)))
		d.Phones = []models.PhoneNumber{main, {Purpose: models.IntakePhone, Number: another()}}
	}
	if r.chance(40) {
		d.Phones = append(d.Phones, models.PhoneNumber{Purpose: models.FaxPhone, Number: another()})
	}
}

// person sets what a person says of themselves.
func (g *generator) person(r random, d *models.Provider) {
	if r.chance(60) {
		d.Gender = pick(r, []models.Gender{models.Woman, models.Woman, models.Man, models.Nonbinary})
	}
	switch first, _, _ := strings.Cut(string(d.Pronouns), "/"); {
	case d.Gender == "":
	case first == "she":
		d.Gender = models.Woman
	case first == "he":
		d.Gender = models.Man
	case first == "they":
		d.Gender = models.Nonbinary
	}
	if r.chance(30) {
		d.Identities = drawn(r, 30, "Asian American", "Black", "Latina/o", "LGBTQ+", "Native American", "White")
	}
	if r.chance(12) {
		d.Faith = pick(r, []models.OptionalString{"Buddhist", "Catholic", "Christian", "Jewish", "Muslim"})
	}
	prescribes := strings.Contains(d.CredentialIDs[0], "psychiatri")
	if prescribes || r.chance(40) {
		d.Prescribes = &prescribes
	}
}

func hours(r random, zone string) *models.Hours {
	h := &models.Hours{TimeZone: zone}
	closes := pick(r, []string{"16:00", "17:00", "18:00", "19:30", "20:00"})
	for _, day := range models.DaysOfWeek()[:pick(r, []int{3, 4, 5, 5, 5})] {
		opens := pick(r, []string{"08:00", "09:00"})
		h.Weekly = append(h.Weekly, models.OpeningHours{Day: day, Opens: opens, Closes: closes})
	}
	if r.chance(20) {
		h.Weekly = append(h.Weekly, models.OpeningHours{Day: models.Saturday, Opens: "09:00", Closes: "12:00"})
	}
	if r.chance(10) {
		h.Note = "Closed in August"
	}
	return h
}

// drawn returns each of some values with a chance, possibly none.
func drawn[T any](r random, percent int, values ...T) models.Said[T] {
	some := models.Said[T]{}
	for _, value := range values {
		if r.chance(percent) {
			some = append(some, value)
		}
	}
	return some
}
