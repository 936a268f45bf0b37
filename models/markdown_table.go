package models

import (
	"regexp"
	"strings"

	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// tableRenderer renders tables in a box that scrolls where they are wider than the screen; browsers give the keyboard
// to it. Columns are aligned by classes: policies of pages forbid the style attribute, and HTML no longer has align.
type tableRenderer struct{}

func allowTables(policy *bluemonday.Policy) {
	policy.AllowAttrs("class").Matching(regexp.MustCompile("^table$")).OnElements("div")
	policy.AllowAttrs("tabindex").Matching(regexp.MustCompile("^0$")).OnElements("div")
	policy.AllowAttrs("scope").Matching(regexp.MustCompile("^col$")).OnElements("th")
	policy.AllowAttrs("class").Matching(regexp.MustCompile("^(center|right)$")).OnElements("th", "td")
}

// RegisterFuncs is of renderer.NodeRenderer.
func (tableRenderer) RegisterFuncs(register renderer.NodeRendererFuncRegisterer) {
	register.Register(tables.KindTable, around("<div class=\"table\" tabindex=\"0\">\n<table>\n", closeTable))
	register.Register(tables.KindTableHeader, around("<thead>\n<tr>\n", closeHeader))
	register.Register(tables.KindTableRow, around("<tr>\n", func(ast.Node) string { return "</tr>\n" }))
	register.Register(tables.KindTableCell, renderCell)
}

// around writes what stands before and behind the content of a node.
func around(before string, behind func(ast.Node) string) renderer.NodeRendererFunc {
	return func(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
		written := before
		if !entering {
			written = behind(node)
		}
		_, err := w.WriteString(written)
		return ast.WalkContinue, err
	}
}

func closeTable(table ast.Node) string {
	if table.ChildCount() > 1 {
		return "</tbody>\n</table>\n</div>\n"
	}
	return "</table>\n</div>\n"
}

func closeHeader(header ast.Node) string {
	if header.NextSibling() != nil {
		return "</tr>\n</thead>\n<tbody>\n"
	}
	return "</tr>\n</thead>\n"
}

// renderCell writes a cell. An empty one heads nothing, wherever it stands.
func renderCell(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	opening, closing := "<td", "</td>\n"
	if _, heads := node.Parent().(*tables.TableHeader); heads && node.HasChildren() {
		opening, closing = `<th scope="col"`, "</th>\n"
	}
	if !entering {
		_, err := w.WriteString(closing)
		return ast.WalkContinue, err
	}
	switch node.(*tables.TableCell).Alignment {
	case tables.AlignRight:
		opening += ` class="right"`
	case tables.AlignCenter:
		opening += ` class="center"`
	case tables.AlignLeft, tables.AlignNone:
	}
	_, err := w.WriteString(opening + ">")
	return ast.WalkContinue, err
}

// table writes each row on a line of its own, without the empty cells at its end. What stands between cells is no word.
func (w *plainWriter) table(table *tables.Table, indent string) {
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		line, empty := "", ""
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			inner := &plainWriter{source: w.source}
			inner.inline(cell)
			if content := strings.TrimSpace(inner.String()); content != "" {
				line, empty = line+empty+content, ""
			}
			empty += "; "
		}
		if line != "" {
			w.WriteString(indent + line + "\n")
		}
	}
}
