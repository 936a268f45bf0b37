package dirformat

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestShielded(t *testing.T) {
	for cell, want := range map[string]string{
		"plain":                          "plain",
		"":                               "",
		"=1+1":                           "'=1+1",
		"+18105550123":                   "'+18105550123",
		"-5":                             "'-5",
		"@SUM(A1)":                       "'@SUM(A1)",
		`=HYPERLINK("http://x.example")`: `'=HYPERLINK("http://x.example")`,
		"=cmd|' /C calc'!A0":             "'=cmd|' /C calc'!A0",
		"\t=1":                           "'\t=1",
		"\x00=1":                         "'\x00=1",
		"\ufeff=1":                       "'\ufeff=1",
		"\u200b-1":                       "'\u200b-1",
		"＝1+1":                           "'＝1+1",
		"'=1":                            "''=1",
		"''=1":                           "'''=1",
		"'tis":                           "'tis",
		"'":                              "'",
		"1=1":                            "1=1",
		"O'Brien -5":                     "O'Brien -5",
		"नमस्ते 🙂 日本":                    "नमस्ते 🙂 日本",
		"a\r\nb\rc\nd":                   "a\nb\nc\nd",
	} {
		if got := shielded(cell); got != want {
			t.Errorf("%q: got %q, want %q", cell, got, want)
		}
	}
}

var cells = rapid.OneOf(rapid.String(), rapid.StringMatching(`['=+\-@＝ \x00\x{feff}]{0,4}[a-z;\\]{0,4}`))

// Nothing that a spreadsheet would run gets through, and everything comes back, but for the kind of line breaks.
func TestShieldedRoundTrip(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		cell := cells.Draw(r, "cell")
		safe := shielded(cell)
		if start := strings.TrimLeft(safe, "\t\n \x00\ufeff"); start != "" && strings.ContainsAny(start[:1], "=+-@") {
			r.Errorf("%q is written as %q", cell, safe)
		}
		if got, want := unshielded(safe), strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(cell); got != want {
			r.Errorf("%q comes back as %q", cell, got)
		}
	})
}

func TestListsRoundTrip(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var values []string
		for _, value := range rapid.SliceOf(cells).Draw(r, "values") {
			if value = strings.TrimSpace(value); value != "" {
				values = append(values, value)
			}
		}
		if text := joined(values); !slices.Equal(split(text), values) {
			r.Errorf("%q is written as %q, which is %q", values, text, split(text))
		}
	})
}

func TestListsAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string][]string{
		"English":           {"English"},
		"English;Spanish":   {"English", "Spanish"},
		" English ; ; es; ": {"English", "es"},
		`Plan A\; Plan B`:   {"Plan A; Plan B"},
		`back\\slash`:       {`back\slash`},
		";":                 nil,
	} {
		if got := split(text); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
