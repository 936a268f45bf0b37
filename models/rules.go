package models

import (
	"reflect"
	"regexp"
	"strings"
)

// Rule is what Validate holds a field to, as a form needs it.
type Rule struct {
	// Required says that a document without the field is refused. Of what the server fills in, it is false.
	Required bool
	// Line is a text of one line, Markdown one that is Markdown.
	Line, Markdown bool
	// MaxLength is the maximum length of a text in characters, and MaxMembers that of a list; 0 where there is none.
	MaxLength, MaxMembers int
	// Format is what kind of text it is, "" for any.
	Format Format
	// Pattern is the regular expression that a text matches, "" for any, and Says the rule in words.
	Pattern, Says string
	// Min and Max are the limits of a number, infinite where one follows from the day; nil where there is none.
	Min, Max *float64
	// Reference is the kind of the document that the field names by its id, "" where it names none.
	Reference Kind
	// Past says that a date must not be in the future.
	Past bool
	// Follows is the field beside it that this one follows from, "" for none.
	Follows string
}

// Format is what kind of text a field has.
type Format string

// The formats of texts.
const (
	FormatPhone    Format = "phone"
	FormatEmail    Format = "email"
	FormatURL      Format = "url"
	FormatNPI      Format = "npi"
	FormatState    Format = "state"
	FormatLanguage Format = "language"
	FormatInsurer  Format = "insurer" // the name of one, or another label
	FormatTimeZone Format = "timeZone"
	FormatTime     Format = "time"
	FormatCurrency Format = "currency"
)

// Rules returns what Validate holds the fields of a kind of documents to, by their paths with * for a place in a list,
// for example /locations/*/postalCode. They are noted by the checks themselves, of a document that has every field.
func Rules(kind Kind) map[string]Rule {
	sample := kind.New()
	fill(reflect.ValueOf(sample).Elem(), make(map[reflect.Type]int))
	c := &checker{references: anything{}, rules: make(map[string]Rule)}
	sample.check(c)
	return c.rules
}

// anything is a directory in which every document exists.
type anything struct{}

func (anything) Exists(Kind, string) bool { return true }

// fill gives each field a value, and each list one member. A type is nested in itself once.
func fill(v reflect.Value, within map[reflect.Type]int) {
	const nested = 2
	switch v.Kind() {
	case reflect.String:
		v.SetString("x")
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), within)
	case reflect.Slice:
		if within[v.Type().Elem()] < nested {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			fill(v.Index(0), within)
		}
	case reflect.Struct:
		within[v.Type()]++
		for field, value := range v.Fields() {
			if field.IsExported() && field.Type != reflect.TypeFor[*Unknown]() {
				fill(value, within)
			}
		}
		within[v.Type()]--
	}
}

// note adds to what is known of the rules of a field. It does nothing while a document is checked.
func (c *checker) note(path string, rule Rule) {
	if c.rules != nil {
		c.addRule(path, rule)
	}
}

func (c *checker) addRule(path string, rule Rule) {
	path = strings.ReplaceAll(path+"/", "/0/", "/*/")
	path = path[:len(path)-1]
	known := c.rules[path]
	into, from := reflect.ValueOf(&known).Elem(), reflect.ValueOf(rule)
	for i := range from.NumField() {
		if !from.Field(i).IsZero() {
			into.Field(i).Set(from.Field(i))
		}
	}
	c.rules[path] = known
}

// limits notes the limits of a number.
func (c *checker) limits(path string, least, most float64) {
	if c.rules != nil {
		c.addRule(path, Rule{Min: new(least), Max: new(most)})
	}
}

// between checks a number, nil for none.
func (c *checker) between(path string, value *int, least, most int) {
	c.limits(path, float64(least), float64(most))
	if value != nil && (*value < least || *value > most) {
		c.fault(path, *value, "must be from %d to %d", least, most)
	}
}

// atMost checks how many members a list has, which are called what.
func (c *checker) atMost(path, what string, members, most int) {
	c.note(path, Rule{MaxMembers: most})
	if members > most {
		c.fault(path, nil, "must have at most %d %s, not %d", most, what, members)
	}
}

// pattern is what a text must match, with the rule in words.
type pattern struct {
	*regexp.Regexp
	says string
}

// matches checks a text, "" for none.
func (c *checker) matches(path, value string, p pattern) {
	c.note(path, Rule{Pattern: p.String(), Says: p.says})
	if value != "" && !p.MatchString(value) {
		c.fault(path, value, "%s", p.says)
	}
}
