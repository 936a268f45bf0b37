package models

import (
	"bytes"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// Text is a Markdown text in every format.
type Text struct{ Markdown, HTML, Plain string }

// Render renders Markdown in every format, from one parse, with the images that come from the hosts. A text that breaks
// the rule for Markdown, which only one from before that rule can, is not parsed: it is shown as it was written.
func Render(markdown string, hosts ImageHosts) Text {
	if markdownRule(markdown) != "" {
		return asWritten(markdown)
	}
	source := []byte(markdown)
	parsed := parse(source)
	hosts.show(parsed, source)
	plain := &plainWriter{source: source}
	plain.blocks(parsed, "")
	var b bytes.Buffer
	if err := engine().Renderer().Render(&b, source, parsed); err != nil {
		return asWritten(markdown) // writing to memory does not fail
	}
	return Text{markdown, strings.TrimSpace(cleaner().Sanitize(b.String())), strings.TrimSpace(plain.String())}
}

// parse parses a text that keeps the rule for Markdown.
func parse(source []byte) ast.Node { return engine().Parser().Parse(text.NewReader(source)) }

// asWritten shows a text with all its marks, paragraph by paragraph.
func asWritten(markdown string) Text {
	plain := strings.TrimSpace(strings.ToValidUTF8(markdown, "�"))
	var paragraphs []string
	for paragraph := range strings.SplitSeq(plain, "\n\n") {
		if paragraph = strings.TrimSpace(paragraph); paragraph != "" {
			paragraphs = append(
				paragraphs,
				"<p>"+strings.ReplaceAll(html.EscapeString(paragraph), "\n", "<br>\n")+"</p>",
			)
		}
	}
	return Text{markdown, strings.Join(paragraphs, "\n"), plain}
}

// In is the text in a format.
func (t Text) In(format TextFormat) string {
	switch format {
	case FormatHTML:
		return t.HTML
	case FormatText:
		return t.Plain
	}
	return t.Markdown
}

// HTML renders Markdown as HTML that is safe to put into a page, without images.
func HTML(markdown string) string { return Render(markdown, nil).HTML }

// PlainText returns the words of Markdown without its marks: paragraphs apart by an empty line, list items on lines
// of their own behind "• " or their number, rows of tables on lines of their own with semicolons between their cells.
func PlainText(markdown string) string { return Render(markdown, nil).Plain }
