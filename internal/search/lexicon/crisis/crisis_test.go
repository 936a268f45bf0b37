package crisis

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"findcare/internal/search/lexicon"
)

// readLines returns the lines of a file of testdata, without comments.
func readLines(tb testing.TB, name string) (lines []string) {
	tb.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		tb.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimRight(line, "\n"); line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return lines
}

// phrase is what people type, and the kind of crisis that it speaks of.
type phrase struct {
	text string
	kind Kinds
}

func readPhrases(tb testing.TB, name string) (phrases []phrase) {
	tb.Helper()
	for _, line := range readLines(tb, name) {
		text, kind, _ := strings.Cut(line, "\t")
		if kindsByName[kind] == 0 {
			tb.Fatalf("%s: %q is of no kind", name, line)
		}
		phrases = append(phrases, phrase{text, kindsByName[kind]})
	}
	return phrases
}

func TestPhrases(t *testing.T) {
	for name, fewest := range map[string]int{"crisis.tsv": 150, "mistyped.tsv": 30} {
		phrases := readPhrases(t, name)
		if len(phrases) < fewest {
			t.Errorf("%s has only %d phrases", name, len(phrases))
		}
		for _, p := range phrases {
			if got := In(p.text); got&p.kind == 0 {
				t.Errorf("In(%q) = %s, want %s", p.text, got, p.kind)
			}
		}
	}
}

func TestHarmless(t *testing.T) {
	lines := readLines(t, "harmless.txt")
	if len(lines) < 200 {
		t.Errorf("only %d texts", len(lines))
	}
	for _, text := range lines {
		if got := In(text); got != 0 {
			t.Errorf("In(%q) = %s, want nothing", text, got)
		}
	}
}

// Every phrase that the lexicon takes for a condition that is a crisis counts, alone and among other words.
func TestPhrasesOfTheLexicon(t *testing.T) {
	phrases := 0
	for _, entry := range lexicon.LayTerms() {
		var want Kinds
		for _, slug := range entry.Conditions {
			want |= OfCondition(slug)
		}
		for _, phrase := range entry.Phrases {
			if want == 0 {
				continue
			}
			phrases++
			for _, text := range []string{
				phrase, "I need help with " + phrase, strings.ToUpper(phrase) + ", please",
				phrase + " therapist in Flint",
			} {
				if got := In(text); got&want == 0 {
					t.Errorf("In(%q) = %s, want %s", text, got, want)
				}
			}
		}
	}
	if phrases < 20 {
		t.Errorf("only %d phrases", phrases)
	}
}

// What the lexicon takes for a condition that is a crisis counts, though no pattern has the words.
func TestTheLexiconNeedsNoPatterns(t *testing.T) {
	file := &phraseFile{Conditions: map[string]string{"grief": "suicide"}, Ambiguous: []string{"loss"}}
	patterns, err := newPatterns(file, nil)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]Kinds{
		"grief": Suicide, "since my mother passed away": Suicide, "Loss of a child": Suicide,
		"loss": 0, "away": 0, "divorce": 0,
	} {
		for _, typos := range []bool{true, false} {
			if got := patterns.kindsIn(text, typos); got != want {
				t.Errorf("%q speaks of %s, want %s", text, got, want)
			}
		}
	}
}

// A phrase counts wherever it stands among other words.
func TestPhrasesAmongOtherWords(t *testing.T) {
	phrases := append(readPhrases(t, "crisis.tsv"), readPhrases(t, "mistyped.tsv")...)
	words := strings.Fields(
		"hello today therapist madison michigan 48507 please everything appointments tuesday telehealth spanish " +
			"depression zzyzx qwrt counselor evening flint medicaid adhd and but because since",
	)
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom(phrases).Draw(t, "phrase")
		before := rapid.SliceOfN(rapid.SampledFrom(words), 0, 6).Draw(t, "before")
		after := rapid.SliceOfN(rapid.SampledFrom(words), 0, 6).Draw(t, "after")
		if alone[p.text] {
			before, after = nil, nil
		}
		text := strings.Join(append(append(before, p.text), after...), " ")
		if got := In(text); got&p.kind == 0 {
			t.Fatalf("In(%q) = %s, want %s", text, got, p.kind)
		}
	})
}

// alone are phrases that mean something else beside some words.
var alone = map[string]bool{
	"OD": true, "cutting": true, "stop cutting": true, "my teen is cutting": true, "mi hija se corta": true,
	"quiero acabar con todo": true, "going to end it tonight": true, "i have no future": true,
}

// Capitals, accents, apostrophes and punctuation change nothing.
func TestSpelling(t *testing.T) {
	for _, p := range readPhrases(t, "crisis.tsv") {
		for _, text := range []string{
			strings.ToUpper(p.text), strings.ReplaceAll(p.text, " ", "  "), p.text + "...", "\"" + p.text + "\"",
			strings.ReplaceAll(p.text, "'", "’"), strings.ReplaceAll(p.text, "'", "`"), norm.NFD.String(p.text),
		} {
			if got := In(text); got&p.kind == 0 {
				t.Errorf("In(%q) = %s, want %s", text, got, p.kind)
			}
		}
	}
}

func FuzzIn(f *testing.F) {
	for _, seed := range []string{
		"", "want to die", "kms", "\xff", "m\u00e1tame",
		strings.Repeat("kill myself ", 200), strings.Repeat("wanttodie", 40), strings.Repeat("l", 3000),
		"su1c1de", "took 40 pills", "don´t want to live", "𝓀𝒾𝓁𝓁 𝓂𝓎𝓈𝑒𝓁𝒻",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if kinds := In(text); kinds != In(strings.Clone(text)) {
			t.Errorf("In(%q) differs from itself", text)
		}
		Among(text)
	})
}

func TestResources(t *testing.T) {
	for _, test := range []struct {
		kinds Kinds
		want  []string
	}{
		{0, nil},
		{Suicide, []string{"988", "741741", "838255"}},
		{SelfHarm, []string{"988", "741741", "838255"}},
		{Overdose, []string{"1-800-222-1222", "988", "741741", "838255"}},
		{DomesticViolence, []string{"1-800-799-7233"}},
		{SexualAssault, []string{"1-800-656-4673"}},
		{ChildAbuse, []string{"1-800-422-4453"}},
		{Suicide | ChildAbuse, []string{"988", "741741", "838255", "1-800-422-4453"}},
	} {
		var numbers []string
		for _, r := range test.kinds.Resources() {
			number := string(r.CallNumber)
			if number == "" || r.Press != "" {
				number = string(r.SMSNumber)
			}
			numbers = append(numbers, number)
		}
		if !slices.Equal(numbers, test.want) {
			t.Errorf("%s brings %q, want %q", test.kinds, numbers, test.want)
		}
		if test.kinds.Resources() == nil {
			t.Errorf("%s has no list", test.kinds)
		}
	}
}

func TestResourcesHaveSources(t *testing.T) {
	numbers := regexp.MustCompile(`^(\d{3}|\d{5,6}|1-8\d\d-\d{3}-\d{4})?$`)
	for _, r := range (Suicide | SelfHarm | Overdose | DomesticViolence | SexualAssault | ChildAbuse).Resources() {
		if r.Name == "" || r.Description == "" || !strings.HasPrefix(r.URL, "https://") ||
			!strings.HasPrefix(r.Source, "https://") ||
			!r.CheckedOn.Valid() {
			t.Errorf("%+v lacks a name, description, address, source or date", r)
		}
		if r.CallNumber == "" && r.SMSNumber == "" || !numbers.MatchString(string(r.CallNumber)) ||
			!numbers.MatchString(string(r.SMSNumber)) {
			t.Errorf("%s: call %q, text %q", r.Name, r.CallNumber, r.SMSNumber)
		}
		if len(r.Kinds) == 0 || slices.ContainsFunc(r.Kinds, func(kind string) bool { return kindsByName[kind] == 0 }) {
			t.Errorf("%s is for %q", r.Name, r.Kinds)
		}
	}
}

// Earlier clients read these two.
func TestDeprecatedTexts(t *testing.T) {
	var got []string
	for _, r := range Suicide.Resources() {
		got = append(got, string(r.Phone()), string(r.Text()))
	}
	if want := []string{"988", "988", "741741", "HOME to 741741", "988, then press 1", "838255"}; !slices.Equal(
		got,
		want,
	) {
		t.Errorf("phone and text are %q, want %q", got, want)
	}
}

func BenchmarkIn(b *testing.B) {
	for name, text := range map[string]string{
		"short":        "anxiety therapist madison",
		"crisis":       "i dont want to live anymore",
		"mistyped":     "suicdal thougts and anxeity",
		"200B":         strings.Repeat("kill my self with pils ", 9)[:200],
		"200B-unknown": strings.Repeat("suicxy kilpq ", 16)[:200],
		"2000B":        strings.Repeat("i cant stop thinking about ", 80)[:2000],
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				In(text)
			}
		})
	}
}
