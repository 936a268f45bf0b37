package attack

import (
	"bytes"
	"fmt"
	"net/http"
	"net/url"
	"strings"
)

// page is a request for a page; %d in the path is its number.
func page(path string) func(number int) request {
	return func(number int) request {
		return request{method: http.MethodGet, target: strings.ReplaceAll(path, "%d", fmt.Sprint(number))}
	}
}

// pageAttacks are by the addresses of pages.
func pageAttacks() []Attack {
	return []Attack{
		{
			Name:    "page-values",
			Sends:   "an address with 4,000 values of one list",
			Wants:   refused(414, ""),
			request: page("/find?q=%d&" + numbered(4000, "age=%&")),
		},
		{
			Name:    "page-repeats",
			Sends:   "an address with 700 values of one list",
			Wants:   refused(400, ""),
			request: page("/find?q=%d&" + numbered(700, "age=%&")),
		},
		{
			Name:    "page-lists",
			Sends:   "an address with as many values of lists as it may have",
			Wants:   answered(),
			request: page("/find?q=%d&" + numbered(100, "city=city-%&insurance=plan-%&")),
		},
		{
			Name:    "page-problem",
			Sends:   "an address with a wrong value of 8,000 bytes",
			Wants:   refused(400, ""),
			request: page("/find?q=%d&state=" + url.QueryEscape(strings.Repeat("<", 2600))),
		},
		{
			Name:    "page-slug",
			Sends:   "an address of a care page of 60 KB",
			Wants:   refused(404, ""),
			request: page("/care/%d" + strings.Repeat("x", 60_000)),
		},
		{
			Name:    "page-searches",
			Sends:   "searches for 100 results, no two the same",
			Wants:   answered(),
			request: page("/find?q=anxiety+%d&show=100"),
		},
		{
			Name:    "page-flood",
			Sends:   "searches over 300 connections, as fast as they are answered, from one address",
			Wants:   append(answered(), Answer{503, ""}),
			request: page("/find?q=anxiety+%d"),
			flood:   true,
		},
	}
}

// editorAttacks are by somebody who has a token.
func editorAttacks() []Attack {
	// What is sent is made once: to make it anew each time would take the processor away from the server.
	const title = "Draft without a number"
	draft := func(body string) func(number int) request {
		sections := make([]map[string]any, 10)
		for i := range sections {
			sections[i] = map[string]any{"heading": fmt.Sprint("Part ", i), "body": body}
		}
		template := post(
			`mutation($input: ArticleInput!) { createArticle(input: $input) { userErrors { code } } }`,
			map[string]any{"input": map[string]any{
				"title": title, "topic": map[string]any{"condition": "depression"}, "author": "Nobody",
				"lead": "Nothing.", "sections": sections,
			}},
			nil,
		).body
		return func(number int) request {
			return raw(bytes.Replace(template, []byte(title), fmt.Append(nil, "Draft ", number), 1))
		}
	}
	return []Attack{
		{
			Name:    "deep-quotes",
			Sends:   "a draft of ten sections of 50,000 >",
			Wants:   answered(),
			request: draft(strings.Repeat(">", 50_000)),
			editor:  true,
		},
		{
			Name:    "deep-lists-of-a-draft",
			Sends:   "a draft of ten sections of 25,000 lists within each other",
			Wants:   answered(),
			request: draft(strings.Repeat("- ", 24_999) + "a"),
			editor:  true,
		},
		{
			Name:    "long-references",
			Sends:   "a draft of ten sections that define a long reference and use it 8,000 times",
			Wants:   answered(),
			request: draft("[a]: " + strings.Repeat("x", 25_000) + "\n\n" + strings.Repeat("[a]", 8000)), editor: true,
		},
	}
}
