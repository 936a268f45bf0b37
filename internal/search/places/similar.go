package places

import (
	"cmp"
	"fmt"
	"slices"
)

const zipDigits = 5

// ZIPsWithPrefix lists the known ZIP codes that start with the digits of prefix, ascending, at most so many.
// Every code starts with the empty prefix, and none with anything but digits.
func ZIPsWithPrefix(prefix string, most int) []string {
	if most <= 0 || len(prefix) > zipDigits || digits(prefix) != len(prefix) {
		return nil
	}
	width := uint32(1) // how many codes have the prefix
	for range zipDigits - len(prefix) {
		width *= 10
	}
	first := number(prefix) * width
	codes := zips().codes
	from, _ := slices.BinarySearch(codes, first)
	to, _ := slices.BinarySearch(codes, first+width)
	return format(codes[from:min(to, from+min(most, len(codes)))])
}

// SimilarZIPs lists the known ZIP codes most like one that may be mistyped, at most so many, for a message
// that says what may have been meant. For a ZIP code or ZIP+4 the fewest differing digits come first, then
// the numerically closest, then the lower; a known code is therefore the first of its own list. For anything
// else they are the codes that share the most leading digits with it, ascending, and none if not even one.
func SimilarZIPs(code string, most int) []string {
	n, ok := parse(code)
	if !ok {
		return sharingPrefix(code, most)
	}
	var similar []uint32
	// One scan for each number of differing digits: the second or third nearly always has enough, so that
	// only a few codes are ever sorted.
	for differing := 0; differing <= zipDigits && len(similar) < most; differing++ {
		from := len(similar)
		for _, known := range zips().codes {
			if differingDigits(known, n) == differing {
				similar = append(similar, known)
			}
		}
		slices.SortFunc(similar[from:], func(a, b uint32) int {
			return cmp.Or(cmp.Compare(distance(a, n), distance(b, n)), cmp.Compare(a, b))
		})
	}
	return format(similar[:max(0, min(most, len(similar)))])
}

func sharingPrefix(code string, most int) []string {
	for length := min(digits(code), zipDigits); length > 0; length-- {
		if found := ZIPsWithPrefix(code[:length], most); len(found) > 0 {
			return found
		}
	}
	return nil
}

func differingDigits(a, b uint32) (count int) {
	for ; a != b; a, b = a/10, b/10 {
		if a%10 != b%10 {
			count++
		}
	}
	return count
}

func distance(a, b uint32) uint32 { return max(a, b) - min(a, b) }

func format(codes []uint32) []string {
	if len(codes) == 0 {
		return nil
	}
	out := make([]string, len(codes))
	for i, code := range codes {
		out[i] = fmt.Sprintf("%05d", code)
	}
	return out
}
