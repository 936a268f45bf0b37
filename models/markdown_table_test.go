package models_test

import (
	"strings"
	"testing"

	"findcare/models"
)

func tableBox(content string) string {
	return "<div class=\"table\" tabindex=\"0\">\n<table>\n" + content + "</table>\n</div>"
}
func tableHead(cells string) string { return "<thead>\n<tr>\n" + cells + "</tr>\n</thead>\n" }
func tableBody(cells string) string { return "<tbody>\n<tr>\n" + cells + "</tr>\n</tbody>\n" }

const tableHeads = "<th scope=\"col\">a</th>\n<th scope=\"col\">b</th>\n"

var tableTests = []struct{ name, source, html, plain string }{
	{
		"pipes around", "| a | b |\n| --- | --- |\n| c | d |",
		tableBox(tableHead(tableHeads) + tableBody("<td>c</td>\n<td>d</td>\n")), "a; b\nc; d",
	},
	{
		"pipes between", "a|b\n-|-\nc|d",
		tableBox(tableHead(tableHeads) + tableBody("<td>c</td>\n<td>d</td>\n")), "a; b\nc; d",
	},
	{"no rows", "a|b\n-|-", tableBox(tableHead(tableHeads)), "a; b"},
	{
		"aligned", "a|b\n:-:|-:\nc|d",
		tableBox(tableHead("<th scope=\"col\" class=\"center\">a</th>\n<th scope=\"col\" class=\"right\">b</th>\n") +
			tableBody("<td class=\"center\">c</td>\n<td class=\"right\">d</td>\n")),
		"a; b\nc; d",
	},
	{
		"cells left out, and too many", "a|b\n-|-\nc\nd|e|f",
		tableBox(tableHead(tableHeads) + tableBody("<td>c</td>\n<td></td>\n</tr>\n<tr>\n<td>d</td>\n<td>e</td>\n")),
		"a; b\nc\nd; e",
	},
	{
		"an empty cell heads nothing", "| |b|\n|-|-|\n|c| |",
		tableBox(tableHead("<td></td>\n<th scope=\"col\">b</th>\n") + tableBody("<td>c</td>\n<td></td>\n")), "; b\nc",
	},
	{
		"marks in cells", "*a*|b\n-|-\n[c](https://example.org)|`d\\|e` f\\|g",
		tableBox(tableHead("<th scope=\"col\"><em>a</em></th>\n<th scope=\"col\">b</th>\n") +
			tableBody(`<td><a href="https://example.org" rel="nofollow noreferrer">c</a></td>`+"\n"+
				"<td><code>d|e</code> f|g</td>\n")),
		"a; b\nc; d|e f|g",
	},
	{
		"markup in cells", "a|b\n-|-\n<b onclick=x>c</b>|<script>d",
		tableBox(tableHead(tableHeads) + tableBody("<td>c</td>\n<td>d</td>\n")), "a; b\nc; d",
	},
	{
		"behind a paragraph", "first\na|b\n-|-\nc|d\n\nlast",
		"<p>first</p>\n" + tableBox(tableHead(tableHeads)+tableBody("<td>c</td>\n<td>d</td>\n")) + "\n<p>last</p>",
		"first\n\na; b\nc; d\n\nlast",
	},
	{
		"in a list", "- a|b\n  -|-\n  c|d\n- e",
		"<ul>\n<li>\n" + tableBox(tableHead(tableHeads)+tableBody("<td>c</td>\n<td>d</td>\n")) +
			"\n</li>\n<li>e</li>\n</ul>",
		"• a; b\n  c; d\n• e",
	},
	{"more heads than columns", "a|b\n|-|\nc", "<p>a|b\n|-|\nc</p>", "a|b |-| c"},
	{"in code", "```\na|b\n-|-\n```", "<pre><code>a|b\n-|-\n</code></pre>", "a|b\n-|-"},
}

func TestTables(t *testing.T) {
	for _, test := range tableTests {
		got := models.Render(test.source, nil)
		if got.HTML != test.html {
			t.Errorf("%s: %q\n got %q\nwant %q", test.name, test.source, got.HTML, test.html)
		}
		if got.Plain != test.plain {
			t.Errorf("%s: %q\n got %q\nwant %q", test.name, test.source, got.Plain, test.plain)
		}
	}
}

// TestLimitsOfTables: more of anything is shown as it was written, and may not be written.
func TestLimitsOfTables(t *testing.T) {
	row := func(cell string, n int) string { return strings.Repeat(cell+"|", n) + "\n" }
	table := func(columns int, rows string) string { return row("a", columns) + row("-", columns) + rows }
	for rule, bounds := range map[string][2]string{
		"must not have more than 100 columns in a table": {table(100, ""), table(101, "")},
		"must not have tables whose rows leave out more than 200 cells in all": {
			table(21, strings.Repeat("b\n", 10)), table(21, strings.Repeat("b\n", 10)+"b"+row("", 19)),
		},
		"must not have more than 1,000 escaped pipes": {
			table(2, row("`\\|`", 2)) + strings.Repeat("\\|", 998),
			table(2, row("`\\|`", 2)) + strings.Repeat("\\|", 999),
		},
	} {
		for i, text := range bounds {
			article := validArticle()
			article.Lead = text
			faults := article.Validate("2026-11-01", existing)
			refused := len(faults) == 1 && faults[0].Path == "/lead" && faults[0].Rule == rule && faults[0].Tolerated
			if refused != (i == 1) || i == 0 && len(faults) > 0 {
				t.Errorf("%s: %d: %.200v", rule, i, faults)
			}
			if shown := strings.Contains(models.HTML(text), "<table>"); shown != (i == 0) {
				t.Errorf("%s: %d: a table: %v", rule, i, shown)
			}
		}
	}
}
