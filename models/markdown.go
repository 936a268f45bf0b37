package models

import (
	"bufio"
	"bytes"
	"html"
	"strconv"
	"strings"
	"sync"

	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	renderhtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

var (
	engine = sync.OnceValue(func() goldmark.Markdown {
		return goldmark.New(
			goldmark.WithExtensions(extension.Table),
			goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(tableRenderer{}, 1))),
		)
	})
	// cleaner lets through what articles need, and nothing that runs or tracks.
	cleaner = sync.OnceValue(func() *bluemonday.Policy {
		policy := bluemonday.NewPolicy()
		policy.AllowElements(
			"p",
			"br",
			"strong",
			"em",
			"code",
			"pre",
			"blockquote",
			"ul",
			"ol",
			"li",
			"hr",
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6",
			"table",
			"thead",
			"tbody",
			"tr",
			"th",
			"td",
		)
		policy.AllowAttrs("start").Matching(bluemonday.Integer).OnElements("ol")
		policy.AllowAttrs("href").OnElements("a")
		policy.AllowURLSchemes("https", "http", "mailto", "tel")
		policy.RequireNoFollowOnFullyQualifiedLinks(true)
		policy.RequireNoReferrerOnFullyQualifiedLinks(true)
		allowTables(policy)
		allowImages(policy)
		return policy
	})
)

type plainWriter struct {
	strings.Builder
	source []byte
}

func (w *plainWriter) blocks(parent ast.Node, indent string) {
	for node := parent.FirstChild(); node != nil; node = node.NextSibling() {
		switch node := node.(type) {
		case *ast.List:
			w.list(node, indent)
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			for i := range node.Lines().Len() {
				line := node.Lines().At(i)
				w.WriteString(indent + string(line.Value(w.source)))
			}
		case *tables.Table:
			w.table(node, indent)
		case *ast.HTMLBlock, *ast.ThematicBreak:
			continue
		case *ast.Paragraph, *ast.TextBlock, *ast.Heading:
			w.WriteString(indent)
			w.inline(node)
			w.WriteByte('\n')
		default:
			before := w.Len()
			w.blocks(node, indent)
			if w.Len() == before {
				continue
			}
		}
		if _, tight := node.(*ast.TextBlock); !tight && node.NextSibling() != nil {
			w.WriteByte('\n')
		}
	}
}

func (w *plainWriter) list(list *ast.List, indent string) {
	number := list.Start
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		mark := "• "
		if list.IsOrdered() {
			mark = strconv.Itoa(number) + ". "
			number++
		}
		inner := &plainWriter{source: w.source}
		inner.blocks(item, "")
		lines := strings.Split(strings.TrimSpace(inner.String()), "\n")
		for i, line := range lines {
			switch {
			case i == 0:
				w.WriteString(indent + mark + line + "\n")
			case line != "":
				w.WriteString(indent + "  " + line + "\n")
			}
		}
	}
}

func (w *plainWriter) inline(parent ast.Node) {
	for node := parent.FirstChild(); node != nil; node = node.NextSibling() {
		switch node := node.(type) {
		case *ast.Text:
			w.text(node)
			if node.HardLineBreak() {
				w.WriteByte('\n')
			} else if node.SoftLineBreak() {
				w.WriteByte(' ')
			}
		case *ast.String:
			w.Write(node.Value)
		case *ast.AutoLink:
			w.Write(node.Label(w.source))
		case *ast.RawHTML:
		default:
			w.inline(node)
		}
	}
}

// text writes what HTML would show: escapes and character references are resolved, once, but in code stand for
// themselves.
func (w *plainWriter) text(node *ast.Text) {
	value := node.Value(w.source)
	if node.IsRaw() {
		w.Write(bytes.ReplaceAll(value, []byte("\n"), []byte(" ")))
		return
	}
	var escaped bytes.Buffer
	buffer := bufio.NewWriter(&escaped)
	renderhtml.DefaultWriter.Write(buffer, value)
	_ = buffer.Flush() // writing to memory does not fail
	w.WriteString(html.UnescapeString(escaped.String()))
}

// TextFormat is a format that a Markdown text can be had in.
type TextFormat string

// The text formats.
const (
	FormatMarkdown TextFormat = "MARKDOWN"
	FormatHTML     TextFormat = "HTML"
	FormatText     TextFormat = "TEXT"
)
