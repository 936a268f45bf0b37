package fhir

// The resources (https://hl7.org/fhir/R4/resourcelist.html), with the elements that the directory has data for.

type practitioner struct {
	Type          string            `json:"resourceType"`
	ID            string            `json:"id"`
	Meta          meta              `json:"meta"`
	Identifier    []identifier      `json:"identifier"`
	Active        bool              `json:"active"`
	Name          []humanName       `json:"name"`
	Gender        string            `json:"gender,omitempty"`
	Qualification []qualification   `json:"qualification,omitempty"`
	Communication []codeableConcept `json:"communication,omitempty"`
}

type qualification struct {
	Identifier []identifier    `json:"identifier,omitempty"`
	Code       codeableConcept `json:"code"`
	Period     *period         `json:"period,omitempty"`
	Issuer     *reference      `json:"issuer,omitempty"`
}

type practitionerRole struct {
	Type         string            `json:"resourceType"`
	ID           string            `json:"id"`
	Meta         meta              `json:"meta"`
	Extension    []extension       `json:"extension,omitempty"`
	Active       bool              `json:"active"`
	Practitioner reference         `json:"practitioner"`
	Organization *reference        `json:"organization,omitempty"`
	Specialty    []codeableConcept `json:"specialty,omitempty"`
	Location     []reference       `json:"location,omitempty"`
	Services     []reference       `json:"healthcareService,omitempty"`
	Telecom      []contactPoint    `json:"telecom,omitempty"`

	AvailableTime          []availableTime `json:"availableTime,omitempty"`
	AvailabilityExceptions string          `json:"availabilityExceptions,omitempty"`
}

type availableTime struct {
	Days   []string `json:"daysOfWeek"`
	AllDay bool     `json:"allDay,omitempty"`
	Start  string   `json:"availableStartTime,omitempty"`
	End    string   `json:"availableEndTime,omitempty"`
}

type healthcareService struct {
	Type           string            `json:"resourceType"`
	ID             string            `json:"id"`
	Meta           meta              `json:"meta"`
	Extension      []extension       `json:"extension,omitempty"`
	Active         bool              `json:"active"`
	ProvidedBy     *reference        `json:"providedBy,omitempty"`
	Category       []codeableConcept `json:"category"`
	Location       []reference       `json:"location,omitempty"`
	Comment        string            `json:"comment,omitempty"`
	Characteristic []codeableConcept `json:"characteristic,omitempty"`
	Communication  []codeableConcept `json:"communication,omitempty"`
}

type organization struct {
	Type       string            `json:"resourceType"`
	ID         string            `json:"id"`
	Meta       meta              `json:"meta"`
	Extension  []extension       `json:"extension,omitempty"`
	Identifier []identifier      `json:"identifier"`
	Active     bool              `json:"active"`
	Kind       []codeableConcept `json:"type"`
	Name       string            `json:"name"`
	Alias      []string          `json:"alias,omitempty"`
	Telecom    []contactPoint    `json:"telecom,omitempty"`
	Address    []address         `json:"address,omitempty"`
}

type location struct {
	Type                 string         `json:"resourceType"`
	ID                   string         `json:"id"`
	Meta                 meta           `json:"meta"`
	Extension            []extension    `json:"extension,omitempty"`
	Status               string         `json:"status"`
	Name                 string         `json:"name"`
	Telecom              []contactPoint `json:"telecom,omitempty"`
	Address              address        `json:"address"`
	Position             *position      `json:"position,omitempty"`
	ManagingOrganization *reference     `json:"managingOrganization,omitempty"`

	HoursOfOperation       []hoursOfOperation `json:"hoursOfOperation,omitempty"`
	AvailabilityExceptions string             `json:"availabilityExceptions,omitempty"`
}

type hoursOfOperation struct {
	Days   []string `json:"daysOfWeek"`
	AllDay bool     `json:"allDay,omitempty"`
	Opens  string   `json:"openingTime,omitempty"`
	Closes string   `json:"closingTime,omitempty"`
}

// The data types (https://hl7.org/fhir/R4/datatypes.html).

type meta struct {
	LastUpdated string   `json:"lastUpdated"`
	Profile     []string `json:"profile,omitempty"`
}

type extension struct {
	URL                  string           `json:"url"`
	Extension            []extension      `json:"extension,omitempty"`
	ValueString          string           `json:"valueString,omitempty"`
	ValueCodeableConcept *codeableConcept `json:"valueCodeableConcept,omitempty"`
}

type identifier struct {
	Type   *codeableConcept `json:"type,omitempty"`
	System string           `json:"system,omitempty"`
	Value  string           `json:"value"`
	Period *period          `json:"period,omitempty"`
}

type codeableConcept struct {
	Extension []extension `json:"extension,omitempty"`
	Coding    []coding    `json:"coding,omitempty"`
	Text      string      `json:"text,omitempty"`
}

type coding struct {
	System  string `json:"system"`
	Code    string `json:"code"`
	Display string `json:"display,omitempty"`
}

type humanName struct {
	Text   string   `json:"text"`
	Family string   `json:"family"`
	Given  []string `json:"given,omitempty"`
	Prefix []string `json:"prefix,omitempty"`
	Suffix []string `json:"suffix,omitempty"`
}

type contactPoint struct {
	System string `json:"system"`
	Value  string `json:"value"`
	Use    string `json:"use"`
}

type address struct {
	Type       string   `json:"type"`
	Text       string   `json:"text"`
	Line       []string `json:"line,omitempty"`
	City       string   `json:"city,omitempty"`
	State      string   `json:"state"`
	PostalCode string   `json:"postalCode,omitempty"`
	Country    string   `json:"country"`
}

type position struct {
	Longitude float64 `json:"longitude"`
	Latitude  float64 `json:"latitude"`
}

type period struct {
	End string `json:"end"`
}

type reference struct {
	Reference string `json:"reference,omitempty"`
	Display   string `json:"display,omitempty"`
}
