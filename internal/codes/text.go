package codes

import "strings"

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
