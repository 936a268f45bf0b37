package registry

import (
	"regexp"
	"strings"
)

// phoneSpan is where a number stands in a cell.
type phoneSpan struct {
	start, end        int
	number, extension string // number is "" for what is no number that can be dialled, but has labels of its own
}

var (
	// wholeNumber is a number with its area code. Area codes begin with 2 to 9 and have no 9 in the middle, and
	// exchanges begin with 2 to 9 (North American Numbering Plan).
	wholeNumber = regexp.MustCompile(
		`^(?:\(?(?:\+|00)?1\)?[-. /]*)?\(? ?([2-9][0-8]\d)[ )]{0,2}[-. /*]*([2-9]\d\d)[-. *]*(\d{4})`)
	// localNumber is one without: that of the number before it.
	localNumber = regexp.MustCompile(`^([2-9]\d\d)[-. ]{1,3}(\d{4})`)
	// lineNumber is no more than the end: 608-555-0123/0124. It follows a separator.
	lineNumber = regexp.MustCompile(`^(\d{4})`)
	// vanityStart is an area code before letters.
	vanityStart = regexp.MustCompile(`^(?:\+?1[-. ]*)?\(?([2-9][0-8]\d)\)?([-. ]*)`)
	// shortCode is a service that everybody reaches at three digits, of which none is the provider's own.
	shortCode = regexp.MustCompile(`^([2-9]11|988)`)
	// foreignNumber is one of another country.
	foreignNumber = regexp.MustCompile(`^(?:\+|011[-. ]*|00)([2-9]\d{0,2})[-. (]*\d[-. ()\d]*`)
	extensionWord = regexp.MustCompile(
		`^[ ,;:(/.-]*(?:extensions?|extn|extens|exts?|xt|ex|x|#|,,|;ext=|w/ext)` +
			`[ .:#=-]*(?:no\.? |number |nr\.? )?#?(\d{1,8})`)
	// furtherExtension is a second one of the same number: x12 or 13.
	furtherExtension = regexp.MustCompile(`^(?: ?[,/&] ?| or | and )(?:extension|ext|x)?[ .:#]*(\d{1,5})`)
	hoursAfter       = regexp.MustCompile(`^ ?(?:/7|h\b|hrs?\b|hours?|-h|am\b|pm\b|:|-\d)`)
	separatorBefore  = regexp.MustCompile(`(?:[;,/|&]|\bor|\band)[ -]*\(?$`)
)

// phoneSpans finds the numbers of a cell, in their order.
func phoneSpans(text string) (spans []phoneSpan) {
	last := "" // the last number in full, whose area code those without one have
	for at := 0; at < len(text); {
		span, ok := phoneSpan{}, false
		if end := laterExtension(text, at, spans); end > at {
			spans = withLaterExtension(text, at, end, spans)
			at = end
			continue
		}
		if startsNumber(text, at) {
			span, ok = phoneAt(text, at, last, spans)
		}
		if !ok {
			at++
			continue
		}
		spans = append(spans, span)
		at = span.end
		if span.number == "" {
			continue
		}
		last = span.number
		spans = withExtensions(text, spans)
		at = spans[len(spans)-1].end
	}
	return spans
}

// startsNumber reports whether a number may start at a place: not within another one.
func startsNumber(text string, at int) bool {
	c := text[at]
	return (isDigit(c) || c == '+' || c == '(') && (at == 0 || !isDigit(text[at-1]))
}

// phoneAt reads the number that starts at a place.
func phoneAt(text string, at int, last string, before []phoneSpan) (phoneSpan, bool) {
	rest := text[at:]
	if m := foreignNumber.FindString(rest); m != "" {
		return phoneSpan{start: at, end: at + len(m)}, true
	}
	if m := matchEnd(wholeNumber, rest); m != nil {
		return phoneSpan{at, at + len(m[0]), "+1" + m[1] + m[2] + m[3], ""}, true
	}
	if number, length := vanity(rest); length > 0 {
		return phoneSpan{at, at + length, number, ""}, true
	}
	if m := matchEnd(localNumber, rest); m != nil {
		span := phoneSpan{start: at, end: at + len(m[0])}
		if last != "" {
			span.number = last[:len("+1608")] + m[1] + m[2]
		}
		return span, true
	}
	if m := matchEnd(shortCode, rest); m != nil && isShortCode(text, at) {
		return phoneSpan{start: at, end: at + len(m[0])}, true
	}
	if m := matchEnd(lineNumber, rest); m != nil && last != "" && followsNumber(text, at, before) &&
		!hoursAfter.MatchString(rest[len(m[0]):]) {
		return phoneSpan{at, at + len(m[0]), last[:len("+1608555")] + m[1], ""}, true
	}
	return phoneSpan{}, false
}

// followsNumber reports whether nothing but a separator stands between a place and the number before it.
func followsNumber(text string, at int, before []phoneSpan) bool {
	if len(before) == 0 {
		return false
	}
	last := before[len(before)-1]
	return last.extension == "" && separatorBefore.MatchString(text[last.end:at])
}

// isShortCode reports whether three digits stand alone, and are not the house number or the time of something.
func isShortCode(text string, at int) bool {
	const length = 3
	after := text[at+length:]
	return after == "" || strings.IndexByte(" ;,)/.", after[0]) >= 0
}

// matchEnd matches at the beginning of a text, unless a digit follows, and returns the match with its parts.
func matchEnd(pattern *regexp.Regexp, text string) []string {
	m := pattern.FindStringSubmatch(text)
	if m == nil || len(m[0]) < len(text) && isDigit(text[len(m[0])]) {
		return nil
	}
	return m
}

// withExtensions reads the extensions that follow the last number; a second one is a number of its own.
func withExtensions(text string, spans []phoneSpan) []phoneSpan {
	first := &spans[len(spans)-1]
	m := extensionWord.FindStringSubmatch(text[first.end:])
	if m == nil || !extensionEnds(text[first.end:], m) {
		return spans
	}
	first.extension = m[1]
	first.end += len(m[0])
	for {
		last := spans[len(spans)-1]
		rest := text[last.end:]
		m := furtherExtension.FindStringSubmatch(rest)
		if m == nil || !extensionEnds(rest, m) || hoursAfter.MatchString(rest[len(m[0]):]) {
			return spans
		}
		spans = append(spans, phoneSpan{last.end + len(m[0]), last.end + len(m[0]), last.number, m[1]})
	}
}

// laterWord is an extension that other words separate from its number: "608-555-0123, intake ext. 14".
var laterWord = regexp.MustCompile(`^(?:extensions?|extn|exts?|ex|x)[ .:#]*(\d{1,8})`)

// laterExtension returns the end of an extension that starts at a place behind some number, else 0.
func laterExtension(text string, at int, spans []phoneSpan) int {
	if n := len(spans) - 1; n < 0 || spans[n].number == "" || (text[at] != 'e' && text[at] != 'x') ||
		isLetter(text[at-1]) {
		return 0
	}
	m := laterWord.FindStringSubmatch(text[at:])
	if m == nil || !extensionEnds(text[at:], m) {
		return 0
	}
	return at + len(m[0])
}

// withLaterExtension adds it to the last number, or as a number of its own where it has a label of its own.
func withLaterExtension(text string, at, end int, spans []phoneSpan) []phoneSpan {
	last := &spans[len(spans)-1]
	extension := text[at+strings.IndexAny(text[at:], "0123456789") : end]
	between := strings.TrimLeft(text[last.end:at], " ")
	switch {
	case last.extension != "":
	case len(labelsIn(between)) == 0:
		last.extension, last.end = extension, end
		return spans
	case strings.HasPrefix(between, "("): // the label is that of the number: "608-555-0123 (intake) ext. 3"
		last.extension = extension
		return spans
	}
	return append(spans, phoneSpan{at, end, last.number, extension})
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' }

// extensionEnds reports whether the digits of a match are all that stands there, and no telephone number.
func extensionEnds(text string, m []string) bool {
	after := text[len(m[0]):]
	digits := text[len(m[0])-len(m[1]):]
	return (after == "" || !isDigit(after[0])) && matchEnd(wholeNumber, digits) == nil &&
		matchEnd(localNumber, digits) == nil
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// keypad are the digits of the letters from a to z on a telephone.
const keypad = "22233344455566677778889999"

// tollFree are the area codes under which numbers are spelled with words.
const tollFree = " 800 833 844 855 866 877 888 "

// vanity reads a number that is spelled with letters: 1-800-555-HELP, 800-GET-HELP. Length is 0 where there is none.
func vanity(text string) (number string, length int) {
	m := vanityStart.FindStringSubmatch(text)
	if m == nil {
		return "", 0
	}
	const wanted, fewest = 7, 3 // characters behind the area code, and letters among them
	at, letters, spaces, hyphens, digits := len(m[0]), 0, 0, 0, ""
	for ; at < len(text) && len(digits) < wanted; at++ {
		switch c := text[at]; {
		case isDigit(c):
			digits += string(c)
		case c >= 'a' && c <= 'z':
			digits += string(keypad[c-'a'])
			letters++
		case c == ' ':
			spaces++
		case c == '-' || c == '.' || c == '\'':
			hyphens++
		default:
			return "", 0
		}
	}
	if len(digits) < wanted || letters < fewest || digits[0] < '2' {
		return "", 0
	}
	for more := 0; at < len(text) && text[at] >= 'a' && text[at] <= 'z'; at++ { // dialled, and not heard
		const most = 5
		if more++; more > most {
			return "", 0
		}
	}
	joined := strings.ContainsAny(m[2], "-.") || letters < wanted || hyphens > 0
	if at < len(text) && isDigit(text[at]) || !strings.Contains(tollFree, " "+m[1]+" ") && (spaces > 0 || !joined) {
		return "", 0
	}
	return "+1" + m[1] + digits, at
}
