package models

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// LineRule is what a text breaks that is shown as a line among others, such as a name: "" where nothing. What turns the
// direction of the text, or cannot be seen, would make one name look like another, or change how the text around it is
// shown.
func LineRule(text string) string {
	before := rune(0)
	for _, r := range text {
		switch {
		case r >= ' ' && r < utf8.RuneSelf && r != '\x7f':
		case unicode.IsControl(r) || r == '\u2028' || r == '\u2029':
			return fmt.Sprintf("must be one line without control characters, and has U+%04X", r)
		case unicode.Is(unicode.Bidi_Control, r):
			return fmt.Sprintf("must not have U+%04X, which turns the direction of the text", r)
		case isHidden(r) && !joins(before, r):
			return fmt.Sprintf("must not have U+%04X, which cannot be seen", r)
		}
		before = r
	}
	return ""
}

// PlainLine is a text without what LineRule forbids; line breaks and tabs stay, which separate words.
func PlainLine(text string) string {
	if LineRule(text) == "" {
		return text
	}
	before := rune(0)
	return strings.Map(func(r rune) rune {
		if r == '\u2028' || r == '\u2029' {
			r = '\n'
		}
		drop := unicode.IsControl(r) && r != '\n' && r != '\t' && r != '\r' || isHidden(r) && !joins(before, r)
		before = r
		if drop {
			return -1
		}
		return r
	}, text)
}

// isHidden reports whether a character has no shape of its own.
func isHidden(r rune) bool {
	return unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r) || r == '\u3164' ||
		r == '\u115f' ||
		r == '\u1160' ||
		r == '\uffa0'
}

// joins reports whether a character joins what is before it to what follows, or keeps them apart, as some scripts and
// emoji need it. In Latin, Greek and Cyrillic nobody sees it.
func joins(before, r rune) bool {
	const nonJoiner, joiner = '\u200c', '\u200d'
	if r != joiner && r != nonJoiner || before < utf8.RuneSelf {
		return false
	}
	return unicode.In(before, unicode.L, unicode.M, unicode.So, unicode.Sk) &&
		!unicode.In(before, unicode.Latin, unicode.Greek, unicode.Cyrillic)
}

// line checks a required text of one line, of at most limit characters.
func (c *checker) line(path, value string, limit int) {
	c.text(path, value, limit)
	c.oneLine(path, value)
}

func (c *checker) optionalLine(path, value string, limit int) {
	c.optionalText(path, value, limit)
	c.oneLine(path, value)
}

func (c *checker) oneLine(path, value string) {
	c.note(path, Rule{Line: true})
	if rule := LineRule(value); rule != "" && utf8.ValidString(value) && strings.TrimSpace(value) != "" {
		c.tolerated(path, value, "%s", rule)
	}
}
