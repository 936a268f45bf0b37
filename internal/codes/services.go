package codes

import "strings"

// Service is what a facility offers, accepts or speaks according to a service code of SAMHSA.
type Service struct {
	Code          string
	Label         string
	Treatment     *Entry
	AgeGroups     []string
	SessionFormat string
	Language      string
	Payment       string
}

// ServiceOf returns the meaning of a service code, nil if the directory has no field for it.
func ServiceOf(code string) *Service { return load().services[code] }

// SplitCodes splits a list of codes, as in "SP-Spanish; MD"; what follows a hyphen is a label.
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
