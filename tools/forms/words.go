package forms

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"findcare/models"
)

// labels are those that do not follow from the name of a field.
var labels = map[string]string{
	"acceptingNewClients": "Accepts new clients",
	"alsoKnownAs":         "Also known as",
	"asOf":                "As of",
	"bookingUrl":          "Booking page",
	"confirmedOn":         "Confirmed on",
	"email":               "Email",
	"faith":               "Faith",
	"freeConsultation":    "First conversation is free",
	"hasOpenings":         "Has openings",
	"kind":                "Person or organization",
	"languageSkills":      "How well languages are spoken",
	"lead":                "Introduction",
	"npi":                 "NPI",
	"populations":         "Knows well",
	"practicingSince":     "Practicing since (year)",
	"prescribes":          "Prescribes medication",
	"sessionFee":          "Fee for a session",
	"slug":                "Name in addresses",
	"stateCode":           "State",
	"statement":           "Statement",
	"url":                 "Web address",
	"waitingWeeks":        "Waiting time in weeks",
	"weekly":              "Hours of the week",
}

// label is how people read the name of a field, such as publishedOn.
func label(name string) string {
	if known := labels[name]; known != "" {
		return known
	}
	var words strings.Builder
	for i, r := range name {
		if r >= 'A' && r <= 'Z' && i > 0 {
			words.WriteString(" " + strings.ToLower(string(r)))
		} else {
			words.WriteRune(r)
		}
	}
	text := words.String()
	return strings.ToUpper(text[:1]) + text[1:]
}

// choices are the values of an enum.
func choices(enum *ast.Definition) (values []Choice) {
	for _, value := range enum.EnumValues {
		read := models.Label(value.Name)
		if read == value.Name {
			read = label(strings.ToLower(strings.ReplaceAll(value.Name, "_", " ")))
		}
		values = append(values, Choice{value.Name, strings.ToUpper(read[:1]) + read[1:]})
	}
	return values
}

// ofTheAPI are the sentences of a description that are for programs.
var ofTheAPI = regexp.MustCompile(`\b[Nn]ull\b|\bslugs?\b|\bempty\b|^Empty|first line|^Always|see \w+\.|E\.164|filter`)

// plain are fields whose labels say enough: what the schema says of them would only be in the way.
var plain = strings.Fields(`
	abbreviation acceptingNewClients ageGroups author body callToAction city credential currency day
	description email hasOpenings heading id insurer kind language languages latitude lead licenses
	longitude maximum minimum name network number phone postalCode practicingSince proficiency pronouns
	publishedOn publisher purpose sessionFee sessionFormats sections slidingScale slug source state
	street title treatments updatedOn url weekly
`)

// help is what the schema says of a field to people, of the input or else of what it fills in.
func help(given, shown *ast.FieldDefinition) string {
	if slices.Contains(plain, given.Name) {
		return ""
	}
	text := given.Description
	if text == "" && shown != nil {
		text = shown.Description
	}
	if text == "" {
		return ""
	}
	var sentences []string
	for sentence := range strings.SplitSeq(strings.TrimSuffix(text, "."), ". ") {
		var clauses []string
		for clause := range strings.SplitSeq(sentence, "; ") {
			if !ofTheAPI.MatchString(clause) {
				clauses = append(clauses, clause)
			}
		}
		if len(clauses) > 0 {
			sentences = append(sentences, strings.Join(clauses, "; ")+".")
		}
	}
	return strings.Join(sentences, " ")
}

func (f *Field) setLimits(rule models.Rule) {
	finite := func(limit *float64) *float64 {
		if limit == nil || math.IsInf(*limit, 0) {
			return nil
		}
		return limit
	}
	f.Min, f.Max = finite(rule.Min), finite(rule.Max)
}
