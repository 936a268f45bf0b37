package models

import (
	"fmt"
	"net/mail"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/idna"
	"golang.org/x/net/publicsuffix"
)

// PhonePurpose is what a phone number is for.
type PhonePurpose string

// The purposes of phone numbers.
const (
	MainPhone   PhonePurpose = "MAIN"
	IntakePhone PhonePurpose = "INTAKE"
	FaxPhone    PhonePurpose = "FAX"
	TTYPhone    PhonePurpose = "TTY" // a text telephone, for people who do not hear
)

// PhoneNumber is a number of a provider beside those of the locations, or one of theirs with its extension.
type PhoneNumber struct {
	Purpose PhonePurpose `bson:"purpose" json:"purpose"`
	// Number is in E.164, for example +18105550123.
	Number string `bson:"number" json:"number"`
	// Extension has digits only.
	Extension OptionalString `bson:"extension,omitempty" json:"extension,omitempty"`
}

func (p *PhoneNumber) normalize() {
	trim(&p.Number)
	trim(&p.Extension)
	if number, ok := dialable(p.Number); ok {
		p.Number = number
	}
}

var extensionPattern = pattern{regexp.MustCompile(`^\d{1,8}$`), "must have 1 to 8 digits"}

func (p *PhoneNumber) validate(c *checker, path string) {
	oneOf(c, path+"/purpose", p.Purpose, []PhonePurpose{MainPhone, IntakePhone, FaxPhone, TTYPhone})
	c.phone(path+"/number", p.Number)
	c.matches(path+"/extension", string(p.Extension), extensionPattern)
}

func (c *checker) phone(path, number string) {
	c.note(path, Rule{Format: FormatPhone})
	if _, ok := dialable(number); !ok {
		c.fault(path, number, "must be a phone number that can be dialled, such as +18105550123")
	}
}

const longestAddress = 500 // of a website, in bytes

// WebAddress returns the address of a web page as it is stored: absolute, its scheme and host in lower case. It returns
// false where the text is none. An address without a scheme gets https. The host must end in a public suffix, so that
// a slip of the hand such as www.clinic,com is not taken for one.
func WebAddress(text string) (address string, ok bool) {
	text = strings.TrimSpace(text)
	if scheme, _, found := strings.Cut(text, "://"); !found || strings.ContainsAny(scheme, "./?#") {
		text = "https://" + text
	}
	u, err := url.Parse(text)
	if err != nil || u.User != nil || u.Opaque != "" || len(text) > longestAddress {
		return "", false
	}
	host, err := idna.Lookup.ToASCII(strings.ToLower(u.Hostname()))
	if u.Scheme != "https" && u.Scheme != "http" || err != nil || !isPublicHost(host) {
		return "", false
	}
	if port := u.Port(); port != "" {
		host += ":" + port
	}
	u.Host = host
	if u.Path == "/" && u.RawQuery == "" && u.Fragment == "" {
		u.Path = ""
	}
	return u.String(), true
}

// isPublicHost reports whether a host can be one of the public Internet, by the suffixes under which names are given
// out (https://publicsuffix.org).
func isPublicHost(host string) bool {
	suffix, icann := publicsuffix.PublicSuffix(host)
	managed := icann || strings.Contains(suffix, ".") // the others are those of companies, as github.io
	return managed && host != suffix || strings.HasSuffix(host, ".example")
}

func (c *checker) webPage(path, text string) {
	c.note(path, Rule{Format: FormatURL, MaxLength: longestAddress})
	if _, ok := WebAddress(text); !ok {
		c.fault(path, text, "must be the address of a web page, such as https://clinic.example/contact")
	}
}

// emailAddress returns an email address as it is stored, its host in lower case; false where the text is none.
func emailAddress(text string) (address string, ok bool) {
	parsed, err := mail.ParseAddress(text)
	if err != nil || parsed.Name != "" || parsed.Address != text || len(text) > 254 {
		return "", false
	}
	at := strings.LastIndexByte(text, '@')
	host := strings.ToLower(text[at+1:])
	return text[:at+1] + host, isPublicHost(host)
}

// AllPhones are the number of each location and the further ones, each once, with its extension.
func (d *Provider) AllPhones() (numbers []PhoneNumber) {
	for i := range d.Locations {
		number := string(d.Locations[i].Phone)
		is := func(other PhoneNumber) bool { return other.Number == number }
		if number == "" || slices.ContainsFunc(numbers, is) {
			continue
		}
		phone := PhoneNumber{Purpose: MainPhone, Number: number}
		if at := slices.IndexFunc(d.Phones, is); at >= 0 {
			phone = d.Phones[at]
		}
		numbers = append(numbers, phone)
	}
	for _, further := range d.Phones {
		if !slices.Contains(numbers, further) {
			numbers = append(numbers, further)
		}
	}
	return numbers
}

// normalizeContact brings addresses and numbers into the form in which they are compared.
func (d *Provider) normalizeContact() {
	trim(&d.Website, &d.Email, &d.BookingURL)
	for _, page := range []*OptionalString{&d.Website, &d.BookingURL} {
		if address, ok := WebAddress(string(*page)); ok {
			*page = OptionalString(address)
		}
	}
	if address, ok := emailAddress(string(d.Email)); ok {
		d.Email = OptionalString(address)
	}
	for i := range d.Phones {
		d.Phones[i].normalize()
	}
}

func (d *Provider) validateContact(c *checker) {
	if d.Website != "" {
		c.webPage("/website", string(d.Website))
	}
	if d.BookingURL != "" {
		c.webPage("/bookingUrl", string(d.BookingURL))
	}
	c.note("/email", Rule{Format: FormatEmail})
	if d.Email != "" {
		if _, ok := emailAddress(string(d.Email)); !ok {
			c.fault("/email", string(d.Email), "must be an email address, such as office@clinic.example")
		}
	}
	const mostPhones = 20
	c.atMost("/phones", "numbers", len(d.Phones), mostPhones)
	for i := range d.Phones {
		d.Phones[i].validate(c, fmt.Sprintf("/phones/%d", i))
	}
}
