package execution

import "strings"

// longestName is how many bytes a name may have that is compared with others: the time goes by the product of their
// lengths.
const longestName = 64

// HasLongName reports whether a document has a name that is too long to be compared with others.
func HasLongName(document string) bool {
	length := 0
	for i := range len(document) {
		if !isNameByte(document[i]) {
			length = 0
		} else if length++; length > longestName {
			return true
		}
	}
	return false
}

func isNameByte(b byte) bool {
	return b == '_' || b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}

// suggestion is the end of a message that names the nearest of some names, "" where none is near.
func suggestion(given string, names []string) string {
	best, least := "", len(given)*2/5+2 // one more than the most edits
	if given == "" || len(given) > longestName {
		return ""
	}
	for _, name := range names {
		if edits := distance(fold(given), fold(name)); edits < least {
			best, least = name, edits
		}
	}
	if best == "" {
		return ""
	}
	return "; did you mean " + best + "?"
}

// fold leaves out what people mix up in names: upper and lower case, and the words' separators.
func fold(name string) string {
	return strings.NewReplacer("_", "", "-", "", " ", "").Replace(strings.ToLower(name))
}

// distance is the Levenshtein distance of two short texts.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			edits := diagonal
			if a[i] != b[j] {
				edits = min(diagonal, row[j], row[j+1]) + 1
			}
			diagonal, row[j+1] = row[j+1], edits
		}
	}
	return row[len(b)]
}
