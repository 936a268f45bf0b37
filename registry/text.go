package registry

import (
	"regexp"
	"strings"
)

var (
	// spaced are initials with spaces between them, as in M. D. and Ph. D.
	spaced    = regexp.MustCompile(`\b([A-Za-z]{1,3})\. +([A-Za-z])\.`)
	separator = regexp.MustCompile(`[\s,;/&()]+`)
)

// SplitCredentials makes LICSW and MSW of "L.I.C.S.W., M.S.W.": capitals without marks, each once, in the order of the text.
func SplitCredentials(text string) []string {
	for before := ""; before != text; {
		before, text = text, spaced.ReplaceAllString(text, "$1.$2.")
	}
	var all []string
	for _, part := range separator.Split(text, -1) {
		letters := Letters(part)
		if letters == "" {
			continue
		}
		known := false
		for _, other := range all {
			known = known || other == letters
		}
		if !known {
			all = append(all, letters)
		}
	}
	return joined(all)
}

// joined puts together what somebody wrote in two words, as in PHARM D.
func joined(all []string) []string {
	for i := 0; i+1 < len(all); i++ {
		if whole := all[i] + all[i+1]; CredentialOf(whole) != nil && CredentialOf(all[i]) == nil && len(all[i+1]) == 1 {
			all = append(append(all[:i:i], whole), all[i+2:]...)
		}
	}
	return all
}

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
