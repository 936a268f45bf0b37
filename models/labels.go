package models

import "cmp"

// labels are how people read the values of enums that pages, facets and reasons show. No two enums share a value.
var labels = map[string]string{
	string(InPerson): "In person", string(Video): "By video", string(Phone): "By phone",

	string(Children): "Children", string(Teens): "Teens", string(Adults): "Adults", string(OlderAdults): "Older adults",

	string(Evenings): "Evening hours", string(Weekends): "Weekend hours",

	string(WheelchairEntrance):   "Entrance for wheelchairs",
	string(AccessibleExamRoom):   "Room that can be used with a wheelchair",
	string(AccessibleRestroom):   "Restroom that can be used with a wheelchair",
	string(AccessibleParking):    "Accessible parking",
	string(NearPublicTransit):    "Near public transit",
	string(SensoryAccessibility): "Quiet place with soft light",

	string(AmericanSignLanguage): "American Sign Language", string(Interpreters): "Interpreters",

	string(ElementaryProficiency): "elementary", string(LimitedProficiency): "limited",
	string(WorkingProficiency): "professional", string(AdvancedProficiency): "advanced",
	string(NativeProficiency): "native",

	string(Woman): "Woman", string(Man): "Man", string(Nonbinary): "Nonbinary person",

	string(LGBTQ): "LGBTQ+ people", string(Transgender): "Transgender people", string(Veterans): "Veterans",
	string(MilitaryFamily): "Military families", string(FirstResponders): "First responders",
	string(Couples): "Couples", string(Families): "Families", string(NewParents): "Pregnant people and new parents",
	string(DeafPeople): "Deaf and hard-of-hearing people", string(Disabled): "People with disabilities",
	string(Neurodivergent): "Neurodivergent people", string(Immigrants): "Immigrants and refugees",
	string(Students): "Students", string(JusticeInvolved): "People involved with the justice system",

	string(MainPhone): "Phone", string(IntakePhone): "Intake", string(FaxPhone): "Fax",
	string(TTYPhone): "Text telephone (TTY)",

	string(PartName): "The name", string(PartContact): "Telephone, website or email",
	string(PartLocations): "The address", string(PartCredentials): "Credentials or licences",
	string(PartCost): "Fees or insurance", string(PartAvailability): "Openings, or new clients",

	string(Monday): "Monday", string(Tuesday): "Tuesday", string(Wednesday): "Wednesday",
	string(Thursday): "Thursday", string(Friday): "Friday", string(Saturday): "Saturday", string(Sunday): "Sunday",
}

// Label returns how people read a value of an enum, and any other value as it is.
func Label[T ~string](value T) string { return cmp.Or(labels[string(value)], string(value)) }
