package registry

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"findcare/internal/registry/casing"
	"findcare/internal/tables"
	"findcare/models"
)

var (
	// alias stands between two names of one provider.
	alias = regexp.MustCompile(`(?i)(?:^|[\s,;:(\-–—/]+)(?:` +
		`d\s?[/.]\s?b\s?[/.]\s?a\b\.?|d b a\b|dba\b\.?|operating as\b|doing business as\b|does business as\b|` +
		`a\s?[/.]\s?k\s?[/.]\s?a\b\.?|aka\b\.?|also known as\b|` +
		`f\s?[/.]\s?k\s?[/.]\s?a\b\.?|fka\b\.?|formerly known as\b|formerly called\b|previously known as\b|` +
		`t\s?/\s?a\b|trading as\b)[\s:,;)\-–—]*`)
	// formerly is a word of its own, too: "services for formerly homeless people".
	formerly = regexp.MustCompile(`(?i)[\s,;:(\-–—/]+(?:formerly|previously)\b[\s:,;\-–—]+`)
	// Those are told by the word before it, or after it.
	beforeFormerly = regexp.MustCompile(`(?i)(?:^|[\s(])(?:for|the|of|and|with|to|a|an|in|by)$`)
	afterFormerly  = regexp.MustCompile(
		`(?i)^(?:incarcerated|homeless|addicted|abused|battered|enslaved|unhoused|in\b)`)
)

// splitNames returns the name of a provider, and the others that stand in the same text: "Example LLC DBA Sample
// Counseling". They keep their order.
func splitNames(text string) (name string, others []string) {
	var parts []string
	rest := text
	for at := 0; at < len(rest); {
		m := alias.FindStringIndex(rest[at:])
		f := formerly.FindStringIndex(rest[at:])
		if f != nil && (m == nil || f[0] < m[0]) {
			if beforeFormerly.MatchString(rest[:at+f[0]]) || afterFormerly.MatchString(rest[at+f[1]:]) {
				at += f[1]
				continue
			}
			m = f
		}
		if m == nil {
			break
		}
		if m[1]+at == len(rest) { // nothing follows
			rest = rest[:at+m[0]]
			break
		}
		parts = append(parts, rest[:at+m[0]])
		rest, at = rest[at+m[1]:], 0
	}
	for _, part := range append(parts, rest) {
		part = balanced(strings.Trim(part, " ,;:-–—/"))
		switch {
		case part == "":
		case name == "":
			name = part
		default:
			others = append(others, part)
		}
	}
	if name == "" {
		name = text
	}
	return name, others
}

// balanced drops the parentheses of which a name has but one half.
func balanced(name string) string {
	if strings.Count(name, "(") < strings.Count(name, ")") {
		name = strings.TrimSuffix(name, ")")
	}
	if strings.Count(name, "(") > strings.Count(name, ")") {
		at := strings.LastIndex(name, "(")
		name = name[:at] + name[at+1:]
	}
	return strings.Trim(strings.Join(strings.Fields(name), " "), " ,;:-–—/")
}

// startsAlias reports whether a text begins with a word for another name: "dba Sample Counseling".
func startsAlias(text string) bool {
	for _, word := range []*regexp.Regexp{alias, formerly} {
		if m := word.FindStringIndex(" " + text); m != nil && m[0] == 0 {
			return true
		}
	}
	return false
}

// setName sets the name of an organization, with that of its part if there is one, and the others that stand in it.
func (e *Entry) setName(text, part string) {
	if startsAlias(part) {
		text, part = text+", "+part, ""
	}
	name, others := splitNames(text)
	if part != "" {
		ofPart, more := splitNames(part)
		name, others = name+", "+ofPart, append(others, more...)
	}
	if len(others) > 0 {
		e.note(NamesInName)
	}
	e.Facts.Name = name
	for _, other := range others {
		e.addOtherName(other)
	}
}

const longestName = 200

// addOtherName adds a name that the provider does not have yet, whatever its case.
func (e *Entry) addOtherName(name string) {
	same := func(other string) bool { return models.Slugify(other) == models.Slugify(name) }
	if name == "" || utf8.RuneCountInString(name) > longestName || same(e.Facts.Name) ||
		slices.ContainsFunc(e.Facts.OtherNames, same) {
		return
	}
	e.Facts.OtherNames = append(e.Facts.OtherNames, name)
}

// addOtherNames adds what NPPES has in the columns for other names: what an organization does business as or was
// called, and the former and professional names of a person.
func (e *Entry) addOtherNames(r *tables.Rows, person casing.Person) {
	if e.Facts.Type == models.Organization {
		name, others := splitNames(casing.Organization(r.Text(nppesOtherOrganization)))
		for _, other := range append([]string{name}, others...) {
			e.addOtherName(other)
		}
		return
	}
	other := casing.Person{
		Given: r.Text(nppesOtherFirstName), Middle: r.Text(nppesOtherMiddleName), Family: r.Text(nppesOtherLastName),
		Suffix: r.Text(nppesOtherSuffix),
	}.Write()
	switch strings.ToUpper(strings.Trim(other.Family, ". ")) {
	case "", "NONE", "N/A", "NA", "NULL", "SAME", "UNKNOWN":
		return
	}
	if other.Given == "" {
		other.Given = person.Given
	}
	e.addOtherName(other.Full())
}

// nameParts are the columns of a person's name, nil for an organization.
func nameParts(person casing.Person) *models.PersonName {
	if person.Family == "" {
		return nil
	}
	parts := &models.PersonName{Family: person.Family, Suffix: models.OptionalString(person.Suffix)}
	for _, given := range []string{person.Given, person.Middle} {
		if given != "" {
			parts.Given = append(parts.Given, given)
		}
	}
	return parts
}
