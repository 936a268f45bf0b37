package models_test

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"findcare/models"
)

func TestHTML(t *testing.T) {
	tests := []struct{ name, source, want string }{
		{"paragraphs", "one\n\ntwo", "<p>one</p>\n<p>two</p>"},
		{"emphasis", "*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"},
		{"list", "- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"},
		{"numbers", "3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>"},
		{"heading", "### Phase 1", "<h3>Phase 1</h3>"},
		{"quote", "> a", "<blockquote>\n<p>a</p>\n</blockquote>"},
		{
			"link",
			"[a](https://example.org/?b=c)",
			`<p><a href="https://example.org/?b=c" rel="nofollow noreferrer">a</a></p>`,
		},
		{
			"address",
			"<https://example.org>",
			`<p><a href="https://example.org" rel="nofollow noreferrer">https://example.org</a></p>`,
		},
		{"telephone", "[a](tel:988)", `<p><a href="tel:988">a</a></p>`},
		{"characters", "a < b & c", "<p>a &lt; b &amp; c</p>"},
		{"nothing", " \n ", ""},

		{"javascript", "[a](javascript:alert(1))", "<p>a</p>"},
		{"javascript in capitals", "[a](JaVaScRiPt:x)", "<p>a</p>"},
		{"javascript behind an entity", "[a](java&#115;cript:x)", "<p>a</p>"},
		{"javascript behind a tab", "[a](<java\tscript:x>)", "<p>a</p>"},
		{"data", "[a](data:text/html,b)", "<p>a</p>"},
		{"another host without a scheme", "[a](//example.org)", "<p>a</p>"},
		{"image", "![b](https://example.org/c.png) a", "<p>b a</p>"},
		{"script", "a\n\n<script>alert(1)</script>\n\nb", "<p>a</p>\n\n<p>b</p>"},
		{"handler", "a <b onclick=\"x()\">b</b>", "<p>a b</p>"},
		{"onerror", "a <img src=x onerror=alert(1)> b", "<p>a  b</p>"},
		{"frame", "<iframe src=\"https://example.org\"></iframe>", ""},
		{"comment", "a <!-- b --> c", "<p>a  c</p>"},
		{
			"title",
			`[a](https://example.org "b\" onclick=\"c")`,
			`<p><a href="https://example.org" rel="nofollow noreferrer">a</a></p>`,
		},
		{"language of code", "```\"><script>\na\n```", "<pre><code>a\n</code></pre>"},
	}
	for _, test := range tests {
		if got := models.HTML(test.source); got != test.want {
			t.Errorf("%s: %q\n got %q\nwant %q", test.name, test.source, got, test.want)
		}
	}
}

func TestPlainText(t *testing.T) {
	tests := []struct{ name, source, want string }{
		{"paragraphs", "one\n\n\n\ntwo", "one\n\ntwo"},
		{"lines of a paragraph", "one\ntwo", "one two"},
		{"hard break", "one\\\ntwo", "one\ntwo"},
		{"emphasis", "*a* **b** `c`", "a b c"},
		{"heading", "## a\nb", "a\n\nb"},
		{"list", "a\n\n- b\n- c\n\nd", "a\n\n• b\n• c\n\nd"},
		{"loose list", "- a\n\n  b\n- c", "• a\n  b\n• c"},
		{"numbers", "3. a\n4. b", "3. a\n4. b"},
		{"list in a list", "1. a\n   - b\n   - c\n2. d", "1. a\n  • b\n  • c\n2. d"},
		{"quote", "> a\n\nb", "a\n\nb"},
		{"quote of markup", "a\n\n> <div>\n\nb", "a\n\nb"},
		{"rule", "a\n\n***\n\nb", "a\n\nb"},
		{"link", "[a](https://example.org)", "a"},
		{"address", "<https://example.org>", "https://example.org"},
		{"image", "a ![b](c.png)", "a b"},
		{"markup", "a <b onclick=x>b</b>\n\n<script>\nc\n</script>\n\nd", "a b\n\nd"},
		{"code block", "```go\na  b\n```\n\nc", "a  b\n\nc"},
		{"indented code", "    a\n    b", "a\nb"},
		{"escapes", `\*a\* 1\. b`, "*a* 1. b"},
		{"entities", "&lt;b&gt; &amp; &#99;&#x64;", "<b> & cd"},
		{"escaped entity", `\&amp; &#38;amp;`, "&amp; &amp;"},
		{"escapes in code", "`\\* &amp;`", `\* &amp;`},
		{"lines of code", "`a\nb`", "a b"},
		{"nothing", " \n ", ""},
	}
	for _, test := range tests {
		if got := models.PlainText(test.source); got != test.want {
			t.Errorf("%s: %q\n got %q\nwant %q", test.name, test.source, got, test.want)
		}
	}
}

// hosts are those whose images are shown.
var hosts = models.ImageHosts{"images.example", "photos.example"}

func FuzzMarkdown(f *testing.F) {
	for _, seed := range []string{
		"# a\n\n- b\n  1. c\n\n> d\n\n`e`\n\n```\nf\n```", "[a](https://example.org \"b\") <https://c.org> ![d](e)",
		"<script>alert(1)</script>", "[a](javascript:b)", "<img src=x onerror=y>", "[a]: javascript:b\n[a]",
		"\\&amp; &#0; &#xd800; \x00",
		"a | b\n:-: | -:\n`c\\|d` | ![e](https://images.example/f.png)\ng", "![a](https://images.example\\@b.example/)",
		"![*a* ![b](c)](https://IMAGES.example/&quot;?d=e#f \"g\")", "- a|b\n  -|-\n  c\n\n> |d|\n> |-|\n",
		"<a href=\"java&#x0A;script:b\">c</a>", "```\"><script>\na\n```", "***\n- - -\n* * a\\\n", "\xff",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		text := models.Render(source, hosts)
		rendered, plain := text.HTML, text.Plain
		checkHTML(t, rendered)
		article := &models.Article{Lead: source}
		article.Validate("2026-11-01", existing) // of no text does it fail
		for _, fault := range hosts.Foreign(article) {
			if strings.Contains(rendered, fmt.Sprintf(`src="%s"`, fault.Value)) {
				t.Errorf("%v, but it is shown in %q", fault, rendered)
			}
		}
		if utf8.ValidString(source) && !(utf8.ValidString(rendered) && utf8.ValidString(plain)) {
			t.Errorf("not valid UTF-8: %q, %q", rendered, plain)
		}
		if plain != strings.TrimSpace(plain) {
			t.Errorf("space around %q", plain)
		}
	})
}

// checkHTML finds elements and attributes that can run, load or track something.
func checkHTML(t *testing.T, rendered string) {
	t.Helper()
	elements := strings.Fields(
		"p br strong em code pre blockquote ul ol li hr h1 h2 h3 h4 h5 h6 a table thead tbody tr th td div img",
	)
	fixed := []string{
		"div class=table", "div tabindex=0", "th scope=col", "th class=center", "th class=right", "td class=center",
		"td class=right", "img loading=lazy", "img decoding=async", "img referrerpolicy=no-referrer",
	}
	tokens := html.NewTokenizer(strings.NewReader(rendered))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return
		case html.CommentToken, html.DoctypeToken:
			t.Errorf("%s in %q", tokens.Token(), rendered)
		case html.StartTagToken, html.SelfClosingTagToken:
			token := tokens.Token()
			if !slices.Contains(elements, token.Data) {
				t.Errorf("<%s> in %q", token.Data, rendered)
			}
			for _, attribute := range token.Attr {
				switch token.Data + " " + attribute.Key {
				case "a href":
					address, err := url.Parse(attribute.Val)
					if err != nil || !slices.Contains([]string{"https", "http", "mailto", "tel"}, address.Scheme) {
						t.Errorf("link to %q in %q", attribute.Val, rendered)
					}
				case "img src":
					if address, err := url.Parse(attribute.Val); err != nil || address.Scheme != "https" ||
						!slices.Contains(hosts, address.Host) || address.User != nil {
						t.Errorf("image of %q in %q", attribute.Val, rendered)
					}
				case "a rel", "ol start", "img alt":
				default:
					if slices.Contains(fixed, token.Data+" "+attribute.Key+"="+attribute.Val) {
						continue
					}
					t.Errorf("%s of <%s> in %q", attribute.Key, token.Data, rendered)
				}
			}
		}
	}
}
