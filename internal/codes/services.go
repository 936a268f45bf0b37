package codes

import "strings"

// Service is what a facility offers, accepts or speaks, by SAMHSA's code for it.
type Service struct {
	Code          string
	Label         string
	Treatment     *Entry
	AgeGroups     []string
	SessionFormat string
	Language      string
	Payment       string
}

// ServiceOf returns what a service code of SAMHSA means, nil where the directory has no place for it.
func ServiceOf(code string) *Service { return load().services[code] }

// SplitCodes makes codes of a list of them, as in "SP-Spanish; MD": what comes after a hyphen is a label.
func SplitCodes(text string) []string {
	var codes []string
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(";,|*\n", r) }) {
		code, _, _ := strings.Cut(part, "-")
		if code = strings.ToUpper(strings.TrimSpace(code)); code != "" {
			codes = append(codes, code)
		}
	}
	return codes
}
