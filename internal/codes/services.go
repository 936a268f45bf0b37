package codes

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Service is what a facility offers, accepts or speaks according to a service code of SAMHSA. One of which nothing is
// said but its label is known, and the directory has no field for it.
type Service struct {
	// Code is "" for a service that has no code of its own.
	Code string
	// Label is what SAMHSA calls it, and Also are other labels that its files have had.
	Label string
	Also  []string
	// Note says what is easily mistaken.
	Note             string
	Treatment        *Entry
	AgeGroups        []string
	SessionFormat    string
	Language         string
	LanguageServices []string
	Populations      []string
	Payment          string
}

// ServiceOf returns the meaning of a service code in capitals, nil if it is unknown.
func ServiceOf(code string) *Service { return load().services[code] }

// ServiceNamed returns the service of a code or a label in any case, also of both as in SP-Spanish, nil if it is
// unknown.
func ServiceNamed(text string) *Service {
	text = strings.TrimSpace(text)
	if found := ServiceOf(strings.ToUpper(text)); found != nil {
		return found
	}
	if found := load().serviceLabels[labelKey(text)]; found != nil {
		return found
	}
	if code, _, found := cutCode(text); found {
		return ServiceOf(code)
	}
	return load().serviceLabels[labelKey(remark.ReplaceAllString(text, ""))]
}

// labelKey has the letters and digits of a label: punctuation has changed over the years.
func labelKey(label string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, strings.ToLower(strings.ReplaceAll(label, "&", "and")))
}

// remark is what stands in parentheses behind a label: "Sliding fee scale (fee is based on income)".
var remark = regexp.MustCompile(`\s*\([^()]*\)\s*$`)

// coded is a code with its label.
var coded = regexp.MustCompile(`^([A-Za-z]{1,5}\d{0,3})\s*(?:[-–—:=]|\()\s*`)

// cutCode splits a code from the label behind it.
func cutCode(text string) (code, label string, found bool) {
	m := coded.FindStringSubmatch(text)
	if m == nil {
		return "", "", false
	}
	code = strings.ToUpper(m[1])
	return code, text[len(m[0]):], ServiceOf(code) != nil
}

// ReadServices reads a list of codes and labels, in any mixture, which semicolons, commas, spaces and other marks
// separate: "SP-Spanish; MD", "CBT DBT", "Medicaid, Cognitive behavioral therapy". It returns each service once, and
// what it does not know.
func ReadServices(text string) (found []*Service, unknown []string) {
	known := make(map[*Service]bool)
	add := func(service *Service) {
		if !known[service] {
			known[service] = true
			found = append(found, service)
		}
	}
	isSeparator := func(r rune) bool { return strings.ContainsRune(";|*\n\r\t", r) }
	for part := range strings.FieldsFuncSeq(text, isSeparator) {
		unknown = append(unknown, readServices(strings.TrimFunc(part, surroundsService), add)...)
	}
	return found, unknown
}

// surroundsService reports whether a character may stand around a service without being part of it.
func surroundsService(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(".\"'", r) }

// readServices reads a part of a list, in which labels may have commas and spaces of their own.
func readServices(part string, add func(*Service)) (unknown []string) {
	if isNothing(part) {
		return nil
	}
	if service := load().serviceLabels[labelKey(part)]; service != nil {
		add(service)
		return nil
	}
	if pieces := commas(part); len(pieces) > 1 {
		for at := 0; at < len(pieces); {
			end := longestLabel(pieces[at:])
			unknown = append(unknown, readServices(strings.TrimSpace(strings.Join(pieces[at:at+end], ",")), add)...)
			at += end
		}
		return unknown
	}
	if items, ok := spaced(part); ok {
		for _, item := range items {
			if service := ServiceNamed(item); service != nil {
				add(service)
			} else {
				unknown = append(unknown, item)
			}
		}
		return unknown
	}
	if service := ServiceNamed(part); service != nil {
		add(service)
		return nil
	}
	return []string{part}
}

// isNothing reports whether a text is what files have for nothing.
func isNothing(text string) bool {
	switch strings.ToUpper(text) {
	case "", "NA", "N/A", "NONE", "-", ".":
		return true
	}
	return false
}

// commas splits a text at the commas that are not within parentheses.
func commas(text string) (pieces []string) {
	depth, start := 0, 0
	for i, r := range text {
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth = max(depth-1, 0)
		case r == ',' && depth == 0:
			pieces = append(pieces, text[start:i])
			start = i + 1
		}
	}
	return append(pieces, text[start:])
}

// longestLabel returns how many of the pieces, from the first, make one label; 1 if none do.
func longestLabel(pieces []string) int {
	const most = 6 // commas in a label, and one more
	for end := min(len(pieces), most); end > 1; end-- {
		if load().serviceLabels[labelKey(strings.Join(pieces[:end], ","))] != nil {
			return end
		}
	}
	return 1
}

// codeLike is a word that looks like a code.
var codeLike = regexp.MustCompile(`^[A-Z]{1,5}\d{0,3}$`)

// spaced splits a text that has nothing but codes and labels with spaces between them.
func spaced(text string) (items []string, ok bool) {
	words := strings.Fields(text)
	if slashed := strings.Split(text, "/"); !slices.ContainsFunc(slashed, isNoCode) {
		words = slashed // CBT/DBT
	}
	known := 0
	for at := 0; at < len(words); {
		end := at + 1
		switch n := labelledWords(words[at:]); {
		case n > 0:
			end = at + n
			known++
		case ServiceOf(strings.ToUpper(words[at])) != nil:
			known++
		case !codeLike.MatchString(words[at]):
			return nil, false
		}
		items = append(items, strings.Join(words[at:end], " "))
		at = end
	}
	return items, len(items) > 1 && known > 0
}

func isNoCode(text string) bool { return ServiceOf(strings.ToUpper(strings.TrimSpace(text))) == nil }

// labelledWords returns how many of the words, from the first, make a label, or a code with its label; 0 if none do.
func labelledWords(words []string) int {
	const most = 12
	for end := min(len(words), most); end > 0; end-- {
		text := strings.Join(words[:end], " ")
		if _, label, found := cutCode(text); found {
			text = label
		}
		if load().serviceLabels[labelKey(text)] != nil {
			return end
		}
	}
	return 0
}
