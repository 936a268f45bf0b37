package execution_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"findcare/internal/execution"
)

// syntaxError is what is told of a document, with its place, "" where the parser takes it.
func syntaxError(document string) string {
	document = execution.LineEnds(document)
	_, err := parser.ParseQuery(&ast.Source{Input: document})
	var met *gqlerror.Error
	if !errors.As(err, &met) {
		return ""
	}
	told := execution.SyntaxError(document, met)
	return fmt.Sprintf("%d:%d %s", told.Locations[0].Line, told.Locations[0].Column, told.Message)
}

func TestSyntaxErrorsNameTheCharacter(t *testing.T) {
	for _, test := range []struct{ document, want string }{
		{
			"{ provider(by: {slug: “wren”}) { name } }",
			`1:23 The character “ (U+201C) must not stand here: use straight quotes (").`,
		},
		{
			"{ provider(\r\n  by: {slug: ”wren”}) { name } }",
			`2:14 The character ” (U+201D) must not stand here: use straight quotes (").`,
		},
		{
			"{ provider(\r  by: {slug: «wren»}) { name } }",
			`2:14 The character « (U+00AB) must not stand here: use straight quotes (").`,
		},
		{
			"{ provider(by: {slug: \"wren”}) { name } }",
			`1:42 Unterminated string. The character ” (U+201D) does not end it: use straight quotes (").`,
		},
		{
			"{ provider(by: {slug: ‘wren’}) { name } }",
			`1:23 The character ‘ (U+2018) must not stand here: strings stand in straight double quotes (").`,
		},
		{
			"{ provider(by: {slug: 'wren'}) { name } }",
			`1:23 Unexpected single quote character ('), did you mean to use a double quote (")?`,
		},
		{"{\u00a0name }", "1:2 The character U+00A0 must not stand here: use a plain space."},
		{"{ na\u200bme }", "1:5 The character U+200B must not stand here: it cannot be seen; leave it out."},
		{"{ \x00name }", "1:3 The character U+0000 must not stand here: it cannot be seen; leave it out."},
		{"{ \u007fname }", "1:3 The character U+007F must not stand here: it cannot be seen; leave it out."},
		{"{ \u202ename }", "1:3 The character U+202E must not stand here: it cannot be seen; leave it out."},
		{
			"{ n(a: \"b\u0007\") }",
			`1:10 The character U+0007 must not stand in a string as it is: leave it out, or write \u0007 (not in a ` +
				`block string).`,
		},
		{
			"{ n(a: \"\"\"b\n\u0007\"\"\") }",
			`2:1 The character U+0007 must not stand in a string as it is: leave it out, or write \u0007 (not in a ` +
				`block string).`,
		},
		{
			"{ n(a: -“1”) }",
			`1:9 Invalid number, expected digit but got: The character “ (U+201C) must not stand here: use straight ` +
				`quotes (").`,
		},
		{`{ n(a: "\é") }`, `1:10 Invalid character escape sequence: The character é (U+00E9) must not stand here.`},
		{"{ n(a: \"\\u\x00\") }", `1:10 Invalid character escape sequence: \uU+0000") .`},
		{`{ n(a: "\q") }`, `1:10 Invalid character escape sequence: \q.`},
		{"{ n(a: –1) }", "1:8 The character – (U+2013) must not stand here: use a plain hyphen-minus (-)."},
		{"{ …F }", "1:3 The character … (U+2026) must not stand here: write three full stops (...)."},
		{"{ prénom }", "1:5 The character é (U+00E9) must not stand here."},
		{"{ name", "1:7 Expected Name, found <EOF>"},
		{"{ ) “ }", "1:3 Expected Name, found )"}, // what comes first is told
		{"{ a(b: \"“curly” is fine in a string\") }", ""},
	} {
		if got := syntaxError(test.document); got != test.want {
			t.Errorf("%q:\n got %s\nwant %s", test.document, got, test.want)
		}
	}
}

// Whatever stands in a document, what is told of it can be shown.
func FuzzSyntaxError(f *testing.F) {
	f.Add("{ provider(by: {slug: “wren”}) { name } }")
	f.Add("\"\\u\x00")
	f.Add("{ a(b: \"\\u“\") }\r\n\"\"\" \x01")
	f.Fuzz(func(t *testing.T, document string) {
		if !utf8.ValidString(document) {
			return
		}
		told := syntaxError(document)
		if !utf8.ValidString(told) ||
			strings.ContainsFunc(told, func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' }) {
			t.Errorf("%q: %q", document, told)
		}
	})
}
