package lexicon

import "unicode/utf8"

// Edits is how many typing errors a word of that many letters may have:
// 0 below 4, as nearly any short word resembles another, 1 from 4 to 7, and 2 from 8.
func Edits(word string) int {
	switch n := utf8.RuneCountInString(word); {
	case n < 4:
		return 0
	case n < 8:
		return 1
	default:
		return 2
	}
}

// Distance is the number of typing errors between two words: insertions, deletions, replacements and swaps of
// neighbours, counted in runes. No place is changed twice (optimal string alignment), so "ca" to "abc" is 3, not 2.
// It stops counting beyond most and returns most+1.
func Distance(a, b string, most int) int {
	var x, y [48]rune // Enough for nearly all words without allocating.
	return distance(appendRunes(x[:0], a), appendRunes(y[:0], b), most)
}

func appendRunes(runes []rune, s string) []rune {
	for _, r := range s {
		runes = append(runes, r)
	}
	return runes
}

func distance(a, b []rune, most int) int {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > most {
		return most + 1
	}
	if len(a) == 0 {
		return len(b)
	}
	return align(a, b, most)
}

// align fills the table of distances between the beginnings of a and b, of which it keeps three rows: this one,
// the last one, and the one before, for swaps. a is not longer than b.
func align(a, b []rune, most int) int {
	var space [3 * 49]int
	rows := space[:]
	width := len(b) + 1
	if 3*width > len(rows) {
		rows = make([]int, 3*width)
	}
	before, last, row := rows[:width], rows[width:2*width], rows[2*width:3*width]
	for j := range last {
		last[j] = j
	}
	least := 0 // The least of the last row.
	for i := 1; i <= len(a); i++ {
		row[0] = i
		rowLeast := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d := min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, before[j-2]+1)
			}
			row[j] = d
			rowLeast = min(rowLeast, d)
		}
		if rowLeast > most && least >= most {
			return most + 1 // A swap would start from the last row, and cost one more.
		}
		least = rowLeast
		before, last, row = last, row, before
	}
	return min(last[len(b)], most+1)
}
