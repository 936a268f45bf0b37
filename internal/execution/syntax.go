package execution

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/lexer"
)

// LineEnds has every line of a document end the same way, which means the same: the lexer counts a column too many
// after the other.
func LineEnds(document string) string {
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(document)
}

// SyntaxError is what clients are told of an error that the parser met in a document. The lexer takes one byte for a
// character, and the parser does not tell at all what the lexer met where it expects something else; so the character
// is looked for here.
func SyntaxError(document string, met *gqlerror.Error) *gqlerror.Error {
	found := lexicalError(document)
	if found == nil || len(met.Locations) == 0 || len(found.Locations) == 0 ||
		before(met.Locations[0], found.Locations[0]) {
		return met
	}
	line, rest := around(document, found.Locations[0])
	return &gqlerror.Error{
		Message:   printable(lexicalMessage(found.Message, line, rest)),
		Locations: found.Locations,
	}
}

// lexicalError is the first error of the lexer, nil where there is none.
func lexicalError(document string) *gqlerror.Error {
	for tokens := lexer.New(&ast.Source{Input: document}); ; {
		token, err := tokens.ReadToken()
		var found *gqlerror.Error
		if errors.As(err, &found) {
			return found
		}
		if err != nil || token.Kind == lexer.EOF {
			return nil
		}
	}
}

func before(a, b gqlerror.Location) bool {
	return a.Line < b.Line || a.Line == b.Line && a.Column < b.Column
}

// around is the line before a place in a document, and all from that place on.
func around(document string, at gqlerror.Location) (line, rest string) {
	for range at.Line - 1 {
		_, document, _ = strings.Cut(document, "\n")
	}
	for i := range document {
		if at.Column--; at.Column == 0 {
			return document[:i], document[i:]
		}
	}
	return document, ""
}

const doubleQuotes = "“”„‟«»″＂" // that programs for texts put in place of straight ones

// lexicalMessage tells what is wrong with the first character of what is left of a document.
func lexicalMessage(message, line, rest string) string {
	here, _ := utf8.DecodeRuneInString(rest)
	curly := strings.LastIndexAny(line, doubleQuotes)
	switch {
	case message == "Unterminated string." && curly >= 0:
		quote, _ := utf8.DecodeRuneInString(line[curly:])
		return fmt.Sprintf("%s %s does not end it%s.", message, character(quote), instead(quote))
	case rest == "":
	case strings.HasPrefix(message, "Invalid character within String"):
		return fmt.Sprintf(
			"%s must not stand in a string as it is: leave it out, or write \\u%04X (not in a block string).",
			character(here),
			here,
		)
	case strings.HasPrefix(message, "Cannot "):
		return fmt.Sprintf("%s must not stand here%s.", character(here), instead(here))
	case here > unicode.MaxASCII || here < ' ': // behind a backslash or in a number, of which the lexer shows one byte
		what, _, _ := strings.Cut(message, ": ")
		return fmt.Sprintf("%s: %s must not stand here%s.", what, character(here), instead(here))
	}
	return message
}

// printable is a message of the lexer, which may hold what stands behind a backslash as it is, without control
// characters and broken ones.
func printable(message string) string {
	var b strings.Builder
	for _, r := range message {
		if unicode.IsControl(r) {
			fmt.Fprintf(&b, "U+%04X", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// character names one for people. What they could not see, or what would change how the message is shown, is not in it.
func character(r rune) string {
	if unicode.IsGraphic(r) && !unicode.Is(unicode.Mn, r) && !unicode.IsSpace(r) {
		return fmt.Sprintf("The character %c (U+%04X)", r, r)
	}
	return fmt.Sprintf("The character U+%04X", r)
}

// instead says what is to be written instead of a character that programs for texts put in its place.
func instead(r rune) string {
	switch {
	case strings.ContainsRune(doubleQuotes, r):
		return `: use straight quotes (")`
	case strings.ContainsRune("‘’‚‛‹›′＇`", r):
		return `: strings stand in straight double quotes (")`
	case unicode.IsSpace(r) || unicode.Is(unicode.Zs, r):
		return ": use a plain space"
	case strings.ContainsRune("‐‑‒–—−", r):
		return ": use a plain hyphen-minus (-)"
	case r == '…':
		return ": write three full stops (...)"
	case unicode.Is(unicode.Cf, r) || unicode.IsControl(r):
		return ": it cannot be seen; leave it out"
	}
	return ""
}
