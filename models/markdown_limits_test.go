package models_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"findcare/internal/clock"
	"findcare/models"
)

const longestBody = 50_000

// hostile are texts of about so many bytes that take a parser of Markdown more than their length, or did in some
// version.
func hostile(n int) map[string]string {
	rep := func(pattern string) string { return strings.Repeat(pattern, n/len(pattern)) }
	half := func(open, middle, shut string) string {
		times := n / (len(open) + len(shut))
		return strings.Repeat(open, times) + middle + strings.Repeat(shut, times)
	}
	lines := func(line func(i int) string) string {
		var b strings.Builder
		for i := 1; b.Len() < n; i++ {
			b.WriteString(line(i))
		}
		return b.String()[:n]
	}
	texts := map[string]string{
		"list by indentation": lines(func(i int) string { return strings.Repeat(" ", 2*i) + "- a\n" }),
		"list in a quote":     lines(func(i int) string { return "> " + strings.Repeat(" ", 2*i) + "- a\n" }),
		"code spans":          lines(func(i int) string { return "e" + strings.Repeat("`", i) }),
		"definitions":         lines(func(i int) string { return fmt.Sprintf("[a%d]: b\n", i) }),
		"long definition":     "[a]: " + strings.Repeat("x", n/2) + "\n\n" + strings.Repeat("[a]", n/6),
		"long title":          "[a]: b \"" + strings.Repeat("[a]:\n", n/10) + "\"\n\n" + strings.Repeat("[a]", n/6),
		"deep, then lazy":     strings.Repeat("> ", 10) + "a\n" + strings.Repeat("b\n", n/2),
		"deep, then blank":    strings.Repeat("- ", 10) + "a\n" + strings.Repeat("\n", n),
		"links, then open":    strings.Repeat("[a](", 1000) + strings.Repeat("(", n-4000),
		"emphasis": half(
			"*a ",
			"",
			" b*",
		), "strong runs": half("*", "a", "*"), "brackets": half("[", "a", "]"),
		"links in links": half(
			"[",
			"a",
			"](b)",
		), "images in images": half("![", "a", "](b)"), "emphasis past code": rep("*a `b*` ") + half("", "", "b* "),
		"emphasis past empty items": strings.Repeat("*a *a *a\n+\n", n/22) + strings.Repeat("b* b* b*\n    >\n", n/30),
		"columns":                   strings.Repeat("|", n/3) + "\n" + strings.Repeat("-|", n/3),
		"columns of text":           strings.Repeat("a|", n/4) + "\n" + strings.Repeat("-|", n/4),
	}
	for name, row := range map[string]string{
		"short rows": "a\n", "rows of an item": "+\n", "rows of a number": "2.\n", "rows of a quote": "    >\n",
		"rows of pipes": strings.Repeat("|", 101) + "\n", "rows of escaped pipes": strings.Repeat("`\\|`|", 100) + "\n",
		"rows of one cell": "`" + strings.Repeat("\\|", 100) + "`\n",
	} {
		head := strings.Repeat("a|", 100) + "\n" + strings.Repeat("-|", 100) + "\n"
		texts[name] = head + strings.Repeat(row, (n-len(head))/len(row))
		head = strings.Repeat("a|", n/8) + "\n" + strings.Repeat(":-|", n/8) + "\n"
		texts[name+", wide"] = head + strings.Repeat(row, n/8/len(row))
	}
	for _, pattern := range []string{
		">", "> ", "- ", "1. ", "> - ", "+ 1) ", "*", "_", "*a ", "_a ", "*_", "*a **a ", "a**b", "[", "[a](", "](",
		"![", "![[]()", "[a](<b", "[a](b \"",
		"`", "a``b`", "<", "<a ", "<a b='", "a <!-- ", "a <!A ", "a <? ", "a <![CDATA[ ", "<div>\n\n", "<http://a",
		"a|b\n-|-\n\n", "-|-\n", "|:\n", "|-:|\n", "a|\n-|\n", "- a|b\n  -|-\n  c|d\n",
		"- a\n", "-\n\n", "> a\n", "[a]: b\n", "[a]:\n'\n",
		"[a]: b '", " ", "\t", "\n", "a\n", "a\n\n", "#", "# a\n", "```\n", "~~~\n", "- ```\n", "|-", "&", "&amp;",
		"\\", "\\[", "\x00", "\r", "a  \n", "<a@b", "(", "\\`",
	} {
		texts[fmt.Sprintf("%q", pattern)] = rep(pattern)
	}
	return texts
}

// TestHostileMarkdown renders what would take long, or become large: either the rule keeps it from the parser, or it
// takes little.
func TestHostileMarkdown(t *testing.T) {
	refused := 0
	for name, text := range hostile(longestBody) {
		article := validArticle()
		article.Sections = []models.Section{{Heading: "What is it?", Body: text}}
		watch := clock.Start()
		for _, fault := range article.Validate("2026-11-01", existing) {
			if fault.Path == "/sections/0/body" && fault.Tolerated {
				refused++
			}
		}
		rendered := models.Render(text, nil)
		if took := watch.Elapsed(); took > 3*time.Second {
			t.Errorf("%s: %v", name, took)
		}
		if most := 3 << 20; len(rendered.HTML)+len(rendered.Plain) > most {
			t.Errorf("%s: %d bytes", name, len(rendered.HTML)+len(rendered.Plain))
		}
		if depth := depthOf(rendered.HTML); depth > 250 {
			t.Errorf("%s: %d elements within each other", name, depth)
		}
		checkHTML(t, rendered.HTML)
	}
	if refused < 15 {
		t.Errorf("only %d of the texts are refused", refused)
	}
}

// depthOf is how many elements stand within each other.
func depthOf(rendered string) (deepest int) {
	depth := 0
	for i := range len(rendered) - 1 {
		if rendered[i] != '<' {
			continue
		}
		if rendered[i+1] == '/' {
			depth--
			continue
		}
		name := strings.FieldsFunc(
			rendered[i+1:min(len(rendered), i+12)],
			func(r rune) bool { return r == ' ' || r == '>' || r == '/' },
		)
		if len(name) > 0 && name[0] != "br" && name[0] != "hr" && name[0] != "img" {
			depth++
			deepest = max(deepest, depth)
		}
	}
	return deepest
}

// TestMarkdownThatMayBeWritten is what the limits are not meant for.
func TestMarkdownThatMayBeWritten(t *testing.T) {
	for name, text := range map[string]string{
		"quotes in lists in quotes": "> - a\n>   - b\n>     1. c\n>        > d",
		"ten levels":                strings.Repeat("> ", 10) + "a",
		"a thematic break":          strings.Repeat("- ", 40),
		"another":                   strings.Repeat("* ", 40) + "\n\n" + strings.Repeat("_", 200),
		"a blank to fill in":        strings.Repeat("Name: "+strings.Repeat("_", 60)+"\n", 20),
		"a long list of terms":      strings.Repeat("- **Term**: what it *means*\n", 500),
		"a numbered list of terms":  strings.Repeat("1. **Term**: what it means\n", 40),
		"names with underscores":    strings.Repeat("a_name_of_many_parts ", 1000),
		"many links":                strings.Repeat("[a](https://example.org/) and ", 900),
		"many references": strings.Repeat("[a][1] ", 100) + "\n\n" +
			strings.Repeat("[1]: https://example.org/"+strings.Repeat("x", 60)+"\n", 60),
		"many paragraphs": strings.Repeat("Some *words* and **more**.\n\n", 1500),
		"many rows": "| Name | Dose | Twice |\n| :-- | --: | :-: |\n" +
			strings.Repeat("| A *name* | 25 mg | [a](https://example.org/) |\n", 99),
		"short rows":     "| a | b | c |\n| --- | --- | --- |\n" + strings.Repeat("| **Group** |\n| d | e | f |\n", 40),
		"many tables":    strings.Repeat("> a | b\n> - | -\n> c | d\n\n", 1000),
		"quoted, spaced": strings.Repeat("> Some *words* and **more**.\n>\n", 1500),
		"code":           "```\n" + strings.Repeat("a = b * c - d; // [0]\n", 500) + "```",
	} {
		article := validArticle()
		article.Sections = []models.Section{{Heading: "What is it?", Body: text}}
		if faults := article.Validate("2026-11-01", existing); len(faults) > 0 {
			t.Errorf("%s: %.200v", name, faults)
		}
	}
}

// TestLimitsOfMarkdown gives texts that are just within each limit and just beyond it.
func TestLimitsOfMarkdown(t *testing.T) {
	referred := func(bytes int) string {
		definition := "[a]: https://example.org/"
		return definition + strings.Repeat("x", bytes-len(definition)-1) + "\n\n" + strings.Repeat("[a] ", 999)
	}
	for name, test := range map[string]struct{ within, beyond, rule string }{
		"brackets": {
			strings.Repeat("[a ", 1000), strings.Repeat("[a ", 1001), "must not have more than 1,000 opening brackets",
		},
		"blank lines": {
			"a\n" + strings.Repeat("\n", 100) + "b", "a\n" + strings.Repeat("\n", 101) + "b",
			"must not have more than 100 empty lines on end",
		},
		"references": {
			referred(2000), referred(2001), "must not define references that are so long and used so often",
		},
	} {
		for text, rule := range map[string]string{test.within: "", test.beyond: test.rule} {
			article := validArticle()
			article.Sections = []models.Section{{Heading: "What is it?", Body: text}}
			got := ""
			for _, fault := range article.Validate("2026-11-01", existing) {
				got += fault.Rule
			}
			if got != rule {
				t.Errorf("%s: %d bytes: got %q, want %q", name, len(text), got, rule)
			}
		}
	}
}

// TestTextsFromBeforeTheRule are shown as they were written, and only a change of them is refused.
func TestTextsFromBeforeTheRule(t *testing.T) {
	rendered := models.Render(
		"First.\n\n"+strings.Repeat(">", 20)+" <b>deep</b>\n"+strings.Repeat(">", 20)+" more",
		nil,
	)
	quotes := strings.Repeat("&gt;", 20)
	want := "<p>First.</p>\n<p>" + quotes + " &lt;b&gt;deep&lt;/b&gt;<br>\n" + quotes + " more</p>"
	if rendered.HTML != want {
		t.Errorf("got %s\nwant %s", rendered.HTML, want)
	}
	article := validArticle()
	article.Lead = strings.Repeat(">", 20)
	article.Sections = []models.Section{{Heading: "All", Body: strings.Repeat("word ", 9000)}, {Heading: "More"}}
	for i := range 6 {
		article.Sections[1].Sections = append(
			article.Sections[1].Sections,
			models.Section{Heading: fmt.Sprint("Part ", i), Body: strings.Repeat("word ", 9000)},
		)
	}
	faults := article.Validate("2026-11-01", existing)
	if len(faults) != 2 || faults[0].Path != "/lead" || faults[1].Path != "/sections" || !faults[0].Tolerated ||
		!faults[1].Tolerated {
		t.Errorf("%.300v", faults)
	}
}
