package registry

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// phoneLabels are the words that say what a number is for. Where several match, the first of the list counts.
var phoneLabels = []struct {
	kind  phoneKind
	words *regexp.Regexp
}{
	{textPhone, regexp.MustCompile(`\b(?:tty|tdd|ttd|tt|teletype|text ?(?:tele)?phone|relay|` +
		`(?:for )?(?:the )?(?:deaf|hearing[- ]impaired|hard[- ]of[- ]hearing))\b`)},
	{faxLine, regexp.MustCompile(`\b(?:(?:e-?|tele)?fax(?:es)?|facsimile|fx)(?:\b|\d)`)},
	{intakeLine, regexp.MustCompile(`\b(?:intakes?|admissions?|admits?|admitting|referrals?|enrollment|` +
		`new (?:clients?|patients?))\b`)},
	{urgentLine, regexp.MustCompile(`\b(?:crisis|hot-?line|emergency|emergencies|after[- ]?hours|urgent|` +
		`night|pager|beeper)\b`)},
	{mainLine, regexp.MustCompile(`\b(?:main|office|front desk|reception|general|switchboard|primary)\b`)},
	{voiceLine, regexp.MustCompile(`\b(?:voice|telephone|phone|tele?|ph|call|mobile|cell|toll[- ]?free|local|` +
		`business|clinic|direct|work|home|alternate|alt)\b`)},
}

// Letters stand for words where they can be nothing else: "f: 608…", "f 608…", "(f)", "608… f", "v/tty".
var (
	letterLabel = regexp.MustCompile(`(?:^|[^a-z0-9-])(f|p|t|o|v|m|c|w|i)(?:[:)=]|[. ]*$|/t)`)
	letterAfter = regexp.MustCompile(`^[ (]*(f|p|t|o|v|m|c|w|i)[ .)]*[;,|/]`)
	letterKinds = map[string]phoneKind{"f": faxLine, "i": intakeLine, "o": mainLine, "m": mainLine}
)

// absent are labels that say there is no such number, or that it is the one before.
var absent = regexp.MustCompile(`\b(?:no|without) (?:fax|tty|tdd)\b|` +
	`\b(?:fax|tty|tdd)[ :#-]*(?:is )?(?:none|n/?a|same|not available|upon request|unavailable)\b`)

// phoneLabel is a word that says what a number is for, in the text beside it.
type phoneLabel struct {
	kind       phoneKind
	start, end int
}

// labelsIn finds the labels of a text, in their order.
func labelsIn(text string) (labels []phoneLabel) {
	text = absent.ReplaceAllStringFunc(text, func(found string) string { return strings.Repeat(" ", len(found)) })
	taken := make([]bool, len(text))
	add := func(kind phoneKind, start, end int) {
		for i := start; i < end; i++ {
			if taken[i] {
				return
			}
			taken[i] = true
		}
		labels = append(labels, phoneLabel{kind, start, end})
	}
	for _, label := range phoneLabels {
		for _, m := range label.words.FindAllStringIndex(text, -1) {
			add(label.kind, m[0], m[1])
		}
	}
	for _, m := range append(
		letterLabel.FindAllStringSubmatchIndex(text, -1), letterAfter.FindAllStringSubmatchIndex(text, -1)...) {
		kind, known := letterKinds[text[m[2]:m[3]]]
		if !known {
			kind = voiceLine
		}
		add(kind, m[2], m[3])
	}
	slices.SortFunc(labels, func(a, b phoneLabel) int { return cmp.Compare(a.start, b.start) })
	return together(text, labels)
}

// slashed is what stands between two labels of one number: "voice/TTY", "TTY or TDD".
var slashed = regexp.MustCompile(`^ ?(?:[/&-]| or | and ) ?$`)

// together makes one label of those for the same number. One that is also spoken to is for that first.
func together(text string, labels []phoneLabel) (joined []phoneLabel) {
	for _, label := range labels {
		if n := len(joined) - 1; n >= 0 && slashed.MatchString(text[joined[n].end:label.start]) {
			joined[n].end, joined[n].kind = label.end, sharedKind(joined[n].kind, label.kind)
			continue
		}
		joined = append(joined, label)
	}
	return joined
}

// sharedKind is the kind of a number with two labels: of "main fax" it is the fax, and of "phone/fax" the phone.
func sharedKind(a, b phoneKind) phoneKind {
	if a == voiceLine || b == voiceLine || a == mainLine && b == textPhone {
		return min(a, b)
	}
	return max(a, b)
}

// phoneKinds says what each number is for, by the labels before and after it.
func phoneKinds(text string, spans []phoneSpan) []phoneKind {
	kinds := make([]phoneKind, len(spans))
	named := make([]bool, len(spans))
	name := func(i int, kind phoneKind) {
		if !named[i] {
			kinds[i], named[i] = kind, true
			return
		}
		kinds[i] = max(kinds[i], kind) // "main fax"
	}
	before := func(i int) (from int) {
		if i > 0 {
			from = spans[i-1].end
		}
		return from
	}
	style := labelStyleOf(text, spans)
	for i := range spans {
		gap := text[before(i):spans[i].start]
		for _, label := range labelsIn(gap) {
			if i > 0 && isOfTheLast(gap, label, style) {
				name(i-1, label.kind)
			} else {
				name(i, label.kind)
			}
		}
	}
	if n := len(spans) - 1; n >= 0 {
		rest := text[spans[n].end:]
		for _, label := range labelsIn(rest) {
			if !strings.HasPrefix(strings.TrimLeft(rest[label.end:], " #"), ":") {
				name(n, label.kind)
			}
		}
	}
	return kinds
}

var (
	labelSeparator = regexp.MustCompile(`[;,/|&]|\bor\b|\band\b`)
	points         = regexp.MustCompile(`^[ #]*(?:number|no\.?|line)?[ #]*[:=]`) // to what follows
)

// labelStyle is where the labels of a cell stand, by its outermost ones.
type labelStyle uint8

const (
	labelsAnywhere labelStyle = iota
	labelsFirst               // before their numbers
	labelsLast
)

func labelStyleOf(text string, spans []phoneSpan) labelStyle {
	if len(spans) == 0 {
		return labelsAnywhere
	}
	first := len(labelsIn(text[:spans[0].start])) > 0
	last := len(labelsIn(text[spans[len(spans)-1].end:])) > 0
	switch {
	case first && !last:
		return labelsFirst
	case last && !first:
		return labelsLast
	}
	return labelsAnywhere
}

// isOfTheLast reports whether a label between two numbers is that of the number before it.
func isOfTheLast(gap string, label phoneLabel, style labelStyle) bool {
	front, back := gap[:label.start], gap[label.end:]
	opened := strings.LastIndexByte(front, '(') > strings.LastIndexByte(front, ')')
	switch {
	case points.MatchString(back):
		return false
	case labelSeparator.MatchString(front):
		return false
	case opened && strings.Contains(back, ")"):
		return style != labelsFirst
	case labelSeparator.MatchString(back):
		return true
	}
	return style == labelsLast
}
