package models

import (
	"regexp"
	"strings"
)

// Location is an address where a provider practises.
type Location struct {
	ID     MemberID       `bson:"id,omitempty" json:"id,omitzero"`
	Street OptionalString `bson:"street,omitempty" json:"street,omitempty"`
	City   string         `bson:"city" json:"city"`
	// State is the full name, for example Michigan.
	State string `bson:"state" json:"state"`
	// StateCode is the postal code of the state, for example MI.
	StateCode string `bson:"stateCode" json:"stateCode"`
	// PostalCode is a ZIP code or ZIP+4.
	PostalCode OptionalString `bson:"postalCode,omitempty" json:"postalCode,omitempty"`
	// Phone is in E.164, for example +18105550123.
	Phone OptionalString `bson:"phone,omitempty" json:"phone,omitempty"`
	// Latitude and Longitude are degrees of WGS 84, given both or not at all.
	Latitude  *float64 `bson:"latitude,omitempty" json:"latitude,omitempty"`
	Longitude *float64 `bson:"longitude,omitempty" json:"longitude,omitempty"`
}

// Label is the address in one line, as on an envelope.
func (l *Location) Label() string { return string(l.AppendLabel(nil)) }

// AppendLabel appends what Label returns.
func (l *Location) AppendLabel(dst []byte) []byte {
	if l.Street != "" {
		dst = append(append(dst, l.Street...), ", "...)
	}
	dst = append(append(append(dst, l.City...), ", "...), l.State...)
	if l.PostalCode != "" {
		dst = append(append(dst, ' '), l.PostalCode...)
	}
	return dst
}

var postalCodePattern = pattern{
	regexp.MustCompile(`^\d{5}(-\d{4})?$`), "must be a ZIP code (48507) or ZIP+4 (48507-1234)",
}

func (l *Location) normalize() {
	trim(&l.City, &l.State, &l.StateCode)
	trim(&l.Street, &l.PostalCode, &l.Phone)
	if name, ok := StateName(l.StateCode); ok && l.State == "" {
		l.State = name
	}
	if l.StateCode == "" {
		l.StateCode = stateCodes[strings.ToLower(l.State)]
	}
	if phone, ok := dialable(string(l.Phone)); ok {
		l.Phone = OptionalString(phone)
	}
	for _, degrees := range []*float64{l.Latitude, l.Longitude} {
		if degrees != nil {
			*degrees += 0 // not all databases keep a negative zero
		}
	}
}

func (l *Location) validate(c *checker, path string) {
	c.optionalLine(path+"/street", string(l.Street), 200)
	c.line(path+"/city", l.City, 100)
	c.stateCode(path+"/stateCode", l.StateCode)
	c.note(path+"/state", Rule{Follows: "stateCode"})
	if name, ok := StateName(l.StateCode); ok && name != l.State {
		c.fault(path+"/state", l.State, "must be the name of the state %s, %q", l.StateCode, name)
	}
	c.matches(path+"/postalCode", string(l.PostalCode), postalCodePattern)
	if l.Phone != "" {
		c.phone(path+"/phone", string(l.Phone))
	}
	if (l.Latitude == nil) != (l.Longitude == nil) {
		c.fault(path, nil, "latitude and longitude must be given both or not at all")
	}
	c.degrees(path+"/latitude", l.Latitude, 90)
	c.degrees(path+"/longitude", l.Longitude, 180)
}

func (c *checker) degrees(path string, value *float64, most float64) {
	c.limits(path, -most, most)
	if value != nil && !(*value >= -most && *value <= most) {
		c.fault(path, *value, "must be from -%g to %g", most, most)
	}
}
