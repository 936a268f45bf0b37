package models

import (
	"fmt"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fault is one broken rule in a document.
type Fault struct {
	// Path is a JSON pointer (RFC 6901) into the document in the directory format.
	Path string
	// Value is what stands there; nil where something is missing.
	Value any
	// Rule says what should stand there: "must be …".
	Rule string
	// Tolerated tells that the rule is younger than documents that may be stored: those that break it are shown all the
	// same, and only a change of them is refused.
	Tolerated bool
	Kind      FaultKind
}

// FaultKind says what kind of fault it is.
type FaultKind uint8

// The kinds of faults.
const (
	// FaultInvalid is that of a rule that does not hold.
	FaultInvalid FaultKind = iota
	// FaultUnknown is that of an id of a member which there is not.
	FaultUnknown
	// FaultLoss is that of a field that would be lost without a word.
	FaultLoss
)

// Error tells the fault in one line, for example: /npi: "123" must be ten digits.
func (f Fault) Error() string {
	if f.Value == nil {
		return fmt.Sprintf("%s: %s", f.Path, f.Rule)
	}
	return fmt.Sprintf("%s: %s %s", f.Path, quote(f.Value), f.Rule)
}

// Message tells the fault to people who see where it is, for example: "123" must be ten digits.
func (f Fault) Message() string {
	if f.Value != nil {
		return quote(f.Value) + " " + f.Rule
	}
	for _, verb := range []string{"is ", "must ", "cannot ", "would "} {
		if strings.HasPrefix(f.Rule, verb) {
			return "This " + f.Rule
		}
	}
	first, size := utf8.DecodeRuneInString(f.Rule)
	return string(unicode.ToUpper(first)) + f.Rule[size:]
}

// Repeats reports whether the other fault is of the same rule and the same value, wherever that stands.
func (f Fault) Repeats(other Fault) bool {
	return f.Rule == other.Rule && reflect.DeepEqual(f.Value, other.Value)
}

// quote writes a value for people; long ones are cut.
func quote(value any) string {
	const most = 80
	text := fmt.Sprint(value)
	if utf8.RuneCountInString(text) > most {
		text = string([]rune(text)[:most]) + "…"
	}
	if _, isText := value.(string); isText {
		return fmt.Sprintf("%q", text)
	}
	return text
}

// checker collects the faults of one document.
type checker struct {
	references References
	today      Date
	faults     []Fault
	rules      map[string]Rule // nil while a document is checked; see Rules
}

// validate returns the rules that a document breaks.
func validate(document Document, today Date, references References) []Fault {
	c := &checker{references: references, today: today}
	document.check(c)
	return c.faults
}

func (c *checker) fault(path string, value any, rule string, args ...any) {
	c.faults = append(c.faults, Fault{Path: path, Value: value, Rule: fmt.Sprintf(rule, args...)})
}

// text checks a required text of at most limit characters.
func (c *checker) text(path, value string, limit int) {
	c.note(path, Rule{Required: true, MaxLength: limit})
	if strings.TrimSpace(value) == "" {
		c.fault(path, nil, "is required")
		return
	}
	c.optionalText(path, value, limit)
}

// markdown checks what a Markdown text holds; its limits come before anything parses it.
func (c *checker) markdown(path, value string) {
	c.note(path, Rule{Markdown: true})
	if rule := markdownRule(value); rule != "" {
		c.tolerated(path, value, "%s", rule)
	}
	c.images(path, value)
}

// tolerated is a fault of what may be stored, and may not be written any more.
func (c *checker) tolerated(path string, value any, rule string, args ...any) {
	c.fault(path, value, rule, args...)
	c.faults[len(c.faults)-1].Tolerated = true
}

func (c *checker) optionalText(path, value string, limit int) {
	c.note(path, Rule{MaxLength: limit})
	switch n := utf8.RuneCountInString(value); {
	case !utf8.ValidString(value):
		c.fault(path, value, "must be valid UTF-8")
	case n > limit:
		c.fault(path, value, "must have at most %d characters, not %d", limit, n)
	}
}

// list checks every member, and that none stands there twice.
func list[T comparable](c *checker, path string, values []T, check func(path string, value T)) {
	seen := make(map[T]bool, len(values))
	for i, value := range values {
		at := fmt.Sprintf("%s/%d", path, i)
		if seen[value] {
			c.fault(at, fmt.Sprint(value), "must not be listed twice")
		}
		seen[value] = true
		check(at, value)
	}
}

// References tells which documents exist, so that a document can be checked before it is stored.
type References interface {
	// Exists reports whether there is a document of that kind and id.
	Exists(kind Kind, id string) bool
}

func (c *checker) reference(kind Kind) func(path, id string) {
	return func(path, id string) {
		c.note(path, Rule{Required: true, Reference: kind})
		if !c.references.Exists(kind, id) {
			c.faults = append(c.faults, Reference{path, kind, id}.Missing())
		}
	}
}

// optionalOneOf checks a value, "" for none.
func optionalOneOf[T ~string](c *checker, path string, value T, known []T) {
	if value != "" {
		checkOneOf(c, path, value, known)
	}
}

func oneOf[T ~string](c *checker, path string, value T, known []T) {
	c.note(path, Rule{Required: true})
	checkOneOf(c, path, value, known)
}

func checkOneOf[T ~string](c *checker, path string, value T, known []T) {
	for _, k := range known {
		if value == k {
			return
		}
	}
	names := make([]string, len(known))
	for i, k := range known {
		names[i] = string(k)
	}
	if value == "" {
		c.fault(path, nil, "is required: one of %s", strings.Join(names, ", "))
		return
	}
	c.fault(path, string(value), "must be one of %s", strings.Join(names, ", "))
}
