package e2e

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// longWords is a directory in which every text is one word, as long as the rules let it be.
func longWords(t *testing.T) (path string) {
	t.Helper()
	word := func(length int) string { return strings.Repeat("Wren", length/4) }
	code := "```\n" + word(300) + "\n```"
	markdown := strings.Join([]string{
		word(500), "# " + word(200), "- " + word(200), "1. " + word(200), "> " + word(200), "`" + word(200) + "`", code,
		"[" + word(200) + "](https://care.example/" + word(200) + ")", "https://care.example/" + word(300),
		"**" + word(200) + "**",
		"| " + word(100) + " | " + word(100) + " |\n| --- | --- |\n| " + word(100) + " | " + word(100) + " |",
	}, "\n\n")
	return ndjsonOf(t, longDocuments(word, markdown))
}

// ndjsonOf writes a file of documents, each with its type.
func ndjsonOf(t *testing.T, documents []object) (path string) {
	t.Helper()
	var file strings.Builder
	for _, document := range documents {
		kind := document["type"]
		delete(document, "type")
		line, err := json.Marshal(document)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&file, "{\"type\":%q,%s\n", kind, line[1:]) // the type comes first
	}
	path = filepath.Join(t.TempDir(), "directory.ndjson")
	if err := os.WriteFile(path, []byte(file.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

type object = map[string]any

func longDocuments(word func(length int) string, markdown string) []object {
	return []object{
		{"type": "credential", "slug": "credential", "name": word(200), "abbreviation": word(20)},
		{
			"type": "condition", "slug": "condition", "name": word(200), "abbreviation": word(20),
			"description": word(5000), "alsoKnownAs": []string{word(200)},
		},
		{
			"type": "treatment", "slug": "treatment", "name": word(200), "abbreviation": word(20),
			"description": word(5000), "alsoKnownAs": []string{word(200)}, "conditions": []string{"condition"},
		},
		{
			"type": "provider", "slug": "wren", "name": word(200), "kind": "INDIVIDUAL", "pronouns": word(40),
			"credentials": []string{"credential"},
			"licenses":    []object{{"credential": "credential", "state": "MI", "number": word(60)}},
			"locations": []object{{
				"street": word(200), "city": word(100), "stateCode": "MI", "postalCode": "48507",
				"phone": "+18105550123",
			}},
			"conditions": []string{"condition"}, "treatments": []string{"treatment"}, "statement": word(5000),
			"insurances": []string{word(120)}, "languages": []string{"Spanish"}, "worksFor": []string{"organization"},
			"identities": []string{word(60)}, "faith": word(60), "otherNames": []string{word(200)},
		},
		{"type": "insurer", "slug": "insurer", "name": word(110)},
		{
			"type": "provider", "slug": "organization", "name": word(196), "kind": "ORGANIZATION",
			"locations": []object{{"city": "Flint", "stateCode": "MI", "phone": "+18105550123"}},
			"phones":    []object{{"purpose": "MAIN", "number": "+18105550123", "extension": "12345678"}},
			"website":   "https://" + strings.Repeat(strings.ToLower(word(30))+".", 4) + "example",
			"email":     strings.ToLower(word(30)) + "@clinic.example", "bookingUrl": "https://clinic.example",
			"coverage": []object{{"insurer": "insurer", "plan": word(120), "network": "IN_NETWORK"}},
			"hours": object{
				"timeZone": "America/Argentina/ComodRivadavia", "note": word(200),
				"weekly": []object{{"day": "WEDNESDAY", "opens": "09:00", "closes": "17:30"}},
			},
			"conditions": []string{"condition"}, "treatments": []string{"treatment"},
		},
		{
			"type": "article", "slug": "article", "title": word(200), "topic": object{"treatment": "treatment"},
			"lead": markdown, "author": word(200),
			"publishedOn": "2025-03-01", "updatedOn": "2025-03-02", "conditions": []string{"condition"},
			"sections": []object{{
				"heading": word(200), "body": markdown, "sections": []object{{"heading": word(196), "body": markdown}},
			}},
			"sources": []object{{
				"title": word(500), "publisher": word(200), "url": "https://care.example/" + word(500),
			}},
			"medicalReview": object{
				"reviewer": word(200), "credentials": []string{"credential"}, "reviewedOn": "2025-03-01",
			},
			"callToAction": object{"heading": word(200), "body": word(2000)},
		},
		{
			"type": "article", "slug": "another", "title": word(196), "topic": object{"condition": "condition"},
			"lead": word(500), "author": word(200), "publishedOn": "2025-03-01", "updatedOn": "2025-03-02",
		},
	}
}

// A word that is wider than the screen goes on in the next line; nobody has to scroll sideways to read a page (WCAG
// 2.2, 1.4.10 Reflow).
func TestALongWordDoesNotWidenAPage(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	mustRun(t, "import", "--data", data, longWords(t))
	base := openServer(t, "--data", data, "--demo=false").url
	page, complaints := newPage(t, base)
	word := strings.Repeat("Wren", 40)
	find := func(parameters ...string) string {
		query := url.Values{}
		for i := 0; i < len(parameters); i += 2 {
			query.Add(parameters[i], parameters[i+1])
		}
		return "/find?" + query.Encode()
	}
	for _, path := range []string{
		"/care/article", "/care/another", "/find", "/providers/wren", "/providers/organization",
		find("q", word), find("text", word),
		find("condition", "condition", "treatment", "treatment", "credential", "credential"),
		find("insurance", strings.Repeat("Wren", 30), "language", "Spanish", "city", strings.Repeat("Wren", 25)+", MI"),
		find("insurance", word[:118]), "/care/" + word, "/providers/" + word,
	} {
		for _, width := range []int64{320, 1024} {
			const measure = `(() => {
				const width = document.documentElement.clientWidth
				const wide = [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right ` +
				`> width + 1 && !e.closest(".quiet, pre, table, svg"))
				return document.documentElement.scrollWidth > width ? document.documentElement.scrollWidth + " px: ` +
				`" + wide.slice(-3).map(e => e.outerHTML.slice(0, 120)).join("\n") : ""
			})()`
			if err := chromedp.Do(page, chromedp.EmulateViewport(width, 800), chromedp.Navigate(base+
				path)); err != nil {
				t.Fatal(err)
			}
			wide, err := chromedp.Run(page, chromedp.Evaluate[string](measure))
			if err != nil || wide != "" {
				t.Errorf("%s at %d px: %v %s", path, width, err, wide)
			}
		}
	}
	for _, complaint := range complaints() {
		if !strings.Contains(complaint, "404") && !strings.Contains(complaint, "400") {
			t.Error(complaint)
		}
	}
}
