package models

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What a Markdown text may hold. Each bounds something that takes a parser, or a browser, more time or memory the
// deeper or the more often it stands there than the text is long.
const (
	mostContainers = 10   // block quotes and lists within each other
	mostEmphasis   = 200  // marks of emphasis in a paragraph that may be within each other
	mostBrackets   = 1000 // opening ones in a text: of links, images and references
	// empty lines on end, each of which a parser holds against all lists that it may go on with
	mostBlank = 100
	// bytes of the longest definition of a reference, times the brackets that may refer to it
	mostReferred = 2_000_000
	mostColumns  = 100
	mostFilled   = 200  // cells that rows of tables leave out, which a parser makes
	mostPipes    = 1000 // escaped ones, each of which a parser holds against all cells with one
)

// markdownRule is the rule that a Markdown text breaks, "" for none. It takes one look at the text, and does not parse
// it: what it counts is what a parser finds at the most.
func markdownRule(source string) string {
	var s markdownScan
	for line := range strings.SplitSeq(source, "\n") {
		s.line(line)
	}
	s.endParagraph()
	switch {
	case s.containers > mostContainers:
		return "must not have more than 10 block quotes and lists within each other"
	case s.emphasis > mostEmphasis:
		return "must not have more than 200 marks of emphasis in a paragraph or a table"
	case s.brackets > mostBrackets:
		return "must not have more than 1,000 opening brackets"
	case s.blanks > mostBlank:
		return "must not have more than 100 empty lines on end"
	case s.definition*s.brackets > mostReferred:
		return "must not define references that are so long and used so often"
	case s.widest > mostColumns:
		return "must not have more than 100 columns in a table"
	case s.filled > mostFilled:
		return "must not have tables whose rows leave out more than 200 cells in all"
	case s.pipes > mostPipes:
		return "must not have more than 1,000 escaped pipes"
	}
	return ""
}

// markdownScan is what was seen of a text so far.
type markdownScan struct {
	containers int // most quotes and lists within each other
	emphasis   int // most emphases within each other
	brackets   int // that open
	definition int // bytes of the longest definition of a reference
	blanks     int // most empty lines on end
	widest     int // most columns of a table
	filled     int // cells that rows leave out
	pipes      int // that are escaped

	blank int // those just before
	// of the paragraph that the lines before belong to
	opening, closing int  // marks of emphasis
	defining         int  // bytes since a line that may begin a definition
	defines          bool // there is one
	columns          int  // of the table that the lines before begin, 0 for none
}

// endParagraph ends what no emphasis and no definition goes beyond.
func (s *markdownScan) endParagraph() {
	s.emphasis = max(s.emphasis, min(s.opening, s.closing))
	if s.defines {
		s.definition = max(s.definition, s.defining)
	}
	s.opening, s.closing, s.defining, s.defines, s.columns = 0, 0, 0, false, 0
}

func (s *markdownScan) line(line string) {
	depth, content := containersOf(line)
	s.containers = max(s.containers, depth)
	if s.blank++; content != "" {
		s.blank = 0
	}
	s.blanks = max(s.blanks, s.blank)
	if endsParagraph(line) || isBullet(line) {
		s.endParagraph()
	}
	s.row(content)
	if s.defining > 0 || strings.HasPrefix(content, "[") {
		s.defining += len(line) + 1
		s.defines = s.defines || strings.Contains(line, "]:")
	}
	s.inline(content)
}

// row counts the cells of a line that may be of a table. The table goes on to the end of the paragraph that it is in.
func (s *markdownScan) row(line string) {
	s.pipes += strings.Count(line, `\|`)
	cells := cellsOf(line)
	s.filled += max(0, s.columns-cells)
	if strings.Contains(line, "-") && strings.Trim(line, "-:| \t\v\f\r") == "" { // it may end the head of a table
		s.columns = max(s.columns, cells)
		s.widest = max(s.widest, cells)
	}
}

// cellsOf counts the cells of a row, which may have pipes around it.
func cellsOf(line string) int {
	line = strings.TrimSpace(line)
	cells := 1 + strings.Count(line, "|") - strings.Count(line, `\|`)
	if strings.HasPrefix(line, "|") {
		cells--
	}
	if strings.HasSuffix(line, "|") {
		cells--
	}
	return cells
}

// containersOf counts the quotes and lists that a line opens or continues: by their marks, and by how far the marks are
// indented, since a list within another one begins where the other's text does, two columns further at the least.
// Content is what stands behind them.
func containersOf(line string) (depth int, content string) {
	for {
		rest := strings.TrimLeft(line, " \t\r")
		mark := containerMark(rest)
		if mark == 0 || depth > mostContainers || isThematicBreak(rest) {
			return depth, rest
		}
		columns := len(line) - len(rest) + 3*strings.Count(line[:len(line)-len(rest)], "\t")
		depth, line = depth+columns/2+1, rest[mark:]
	}
}

// containerMark is the length of the mark of a quote or a list at the beginning of a line, 0 where there is none.
func containerMark(line string) int {
	const longestNumber = 9
	if strings.HasPrefix(line, ">") {
		return 1
	}
	digits := 0
	for digits < len(line) && digits <= longestNumber && line[digits] >= '0' && line[digits] <= '9' {
		digits++
	}
	end := digits + 1
	marks := ".)"
	if digits == 0 {
		marks = "-+*"
	}
	if len(line) < end || strings.IndexByte(marks, line[digits]) < 0 ||
		len(line) > end && strings.IndexByte(" \t\r", line[end]) < 0 {
		return 0
	}
	return end
}

// endsParagraph reports whether a line ends the paragraph before: it is empty, also in quotes. Empty items of lists and
// lines that are indented far, go on with the paragraph.
func endsParagraph(line string) bool {
	for {
		rest := strings.TrimLeft(line, " \t\r")
		if rest == "" {
			return true
		}
		if indent := line[:len(line)-len(rest)]; rest[0] != '>' || len(indent) > 3 || strings.Contains(indent, "\t") {
			return false
		}
		line = rest[1:]
	}
}

// isBullet reports whether a line begins an item of a list wherever it stands: numbers other than 1, empty items and
// lines that are indented far may go on with the paragraph before.
func isBullet(line string) bool {
	rest := strings.TrimLeft(line, " ")
	return len(line)-len(rest) < 4 && !strings.HasPrefix(rest, ">") && containerMark(rest) == 1 &&
		strings.TrimSpace(rest[1:]) != ""
}

// isThematicBreak reports whether a line is one, and not lists within each other.
func isThematicBreak(line string) bool {
	if strings.IndexByte("-*_", line[0]) < 0 {
		return false
	}
	return strings.Count(line, line[:1]) >= 3 && strings.Trim(line, line[:1]+" \t\r") == ""
}

// inline counts the brackets and the marks of emphasis of a line.
func (s *markdownScan) inline(text string) {
	before := ' '
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch r {
		case '\\':
			if i+1 < len(text) && (unicode.IsPunct(rune(text[i+1])) || unicode.IsSymbol(rune(text[i+1]))) {
				size = 2
			}
		case '[':
			s.brackets++
		case '*', '_':
			for i+size < len(text) && text[i+size] == byte(r) {
				size++
			}
			after := ' '
			if i+size < len(text) {
				after, _ = utf8.DecodeRuneInString(text[i+size:])
			}
			s.marks(r, size, before, after)
		}
		before = r
		i += size
	}
}

// marks counts a run of marks of emphasis, which by what stands around it may open or close some, or both.
func (s *markdownScan) marks(mark rune, length int, before, after rune) {
	if mark == '_' && isWord(before) && isWord(after) {
		return
	}
	if !unicode.IsSpace(after) {
		s.opening += length
	}
	if !unicode.IsSpace(before) {
		s.closing += length
	}
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
