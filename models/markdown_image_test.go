package models_test

import (
	"fmt"
	"strings"
	"testing"

	"findcare/models"
)

func TestImages(t *testing.T) {
	image := func(address, alt string) string {
		return fmt.Sprintf(
			`<p><img src="%s" alt="%s" loading="lazy" decoding="async" referrerpolicy="no-referrer"></p>`, address, alt,
		)
	}
	tests := []struct{ name, source, html, plain string }{
		{"shown", "![b](https://images.example/c.png)", image("https://images.example/c.png", "b"), "b"},
		{"capitals", "![b](HTTPS://Images.Example/c.png)", image("https://images.example/c.png", "b"), "b"},
		{
			"a query", "![b](https://images.example/c?w=1&h=2#d)", image("https://images.example/c?w=1&amp;h=2#d", "b"),
			"b",
		},
		{"a title", `![b](https://images.example/c "d")`, image("https://images.example/c", "b"), "b"},
		{
			"marks", "![*b* \\* `c` &amp; \"d\"](https://images.example/e)",
			image("https://images.example/e", "b * c &amp; &#34;d&#34;"), `b * c & "d"`,
		},
		{"a reference", "![b][c]\n\n[c]: https://images.example/d", image("https://images.example/d", "b"), "b"},
		{
			"in a link", "[![b](https://images.example/c)](https://example.org)",
			`<p><a href="https://example.org" rel="nofollow noreferrer"><img src="https://images.example/c" alt="b" ` +
				`loading="lazy" decoding="async" referrerpolicy="no-referrer"></a></p>`, "b",
		},
		{
			"in an image", "![b ![c](https://images.example/d)](https://images.example/e)",
			image("https://images.example/e", "b c"), "b c",
		},

		{"another host", "![b *c* &lt;](https://example.org/d)", "<p>b c &lt;</p>", "b c <"},
		{"another host around", "![b ![c](https://images.example/d)](https://example.org/e)", "<p>b c</p>", "b c"},
		{"a host below", "![b](https://a.images.example/c)", "<p>b</p>", "b"},
		{"a port", "![b](https://images.example:8443/c)", "<p>b</p>", "b"},
		{"a user", "![b](https://a@images.example/c)", "<p>b</p>", "b"},
		{"a user that looks like the host", "![b](https://images.example@example.org/c)", "<p>b</p>", "b"},
		{"a backslash", "![b](https://images.example\\\\@example.org/c)", "<p>b</p>", "b"},
		{"no encryption", "![b](http://images.example/c)", "<p>b</p>", "b"},
		{"no scheme", "![b](//images.example/c)", "<p>b</p>", "b"},
		{"no host", "![b](/c)", "<p>b</p>", "b"},
		{"data", "![b](data:image/png;base64,AAAA)", "<p>b</p>", "b"},
		{"no address", "![b](https://images.example%zz/)", "<p>b</p>", "b"},
		{"no text", "a ![](https://images.example/c)", "<p>a </p>", "a"},
		{"markup", `<img src="https://images.example/c" alt="b">`, "", ""},
	}
	for _, test := range tests {
		got := models.Render(test.source, hosts)
		if got.HTML != test.html {
			t.Errorf("%s: %q\n got %q\nwant %q", test.name, test.source, got.HTML, test.html)
		}
		if got.Plain != test.plain {
			t.Errorf("%s: %q\n got %q\nwant %q", test.name, test.source, got.Plain, test.plain)
		}
		checkHTML(t, got.HTML)
	}
}

// TestImagesThatMayBeWritten have a text, and are of hosts that the operator has named.
func TestImagesThatMayBeWritten(t *testing.T) {
	article := validArticle()
	article.Lead = "![](https://images.example/a) ![b](https://example.org/c)"
	article.Sections = []models.Section{{Heading: "Outer", Sections: []models.Section{
		{Heading: "Inner", Body: "| ![ ](d) |\n| --- |\n| ![e](https://photos.example/f) |"},
	}}}
	list := func(faults []models.Fault) string {
		var b strings.Builder
		for _, fault := range faults {
			fmt.Fprintln(&b, fault)
		}
		return b.String()
	}
	faults := article.Validate("2026-11-01", existing)
	const noText = "must have a text that says what the image shows: ![text](address)\n"
	want := `/lead: "https://images.example/a" ` + noText + `/sections/0/sections/0/body: "d" ` + noText
	if got := list(faults); got != want || !faults[0].Tolerated {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	const named = "must be an image at https:// of a host that the operator has named: images.example, photos.example\n"
	want = `/lead: "https://example.org/c" ` + named + `/sections/0/sections/0/body: "d" ` + named
	if got := list(hosts.Foreign(article)); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	const none = `/lead: "https://images.example/a" must not be an image: the operator has not named a host of images`
	got := list(models.ImageHosts(nil).Foreign(article))
	if !strings.HasPrefix(got, none+"\n") || strings.Count(got, "\n") != 4 {
		t.Errorf("got\n%s", got)
	}
}
