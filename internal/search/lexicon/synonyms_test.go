package lexicon

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"

	"findcare/models"
)

func TestSynonyms(t *testing.T) {
	entries, err := readSynonyms()
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) < 80 {
		t.Errorf("only %d entries", len(entries))
	}
	owner := map[string]int{}
	for i, entry := range entries {
		if reflect.DeepEqual(entry.Meaning, Meaning{}) {
			t.Errorf("%q mean nothing", entry.Phrases)
		}
		if len(entry.Phrases) == 0 {
			t.Errorf("entry %d has no phrase", i)
		}
		for _, phrase := range entry.Phrases {
			key := strings.Join(stemmedPhrase(phrase), " ")
			if other, taken := owner[key]; taken && other != i {
				t.Errorf("%q is of %q and of %q", phrase, entries[other].Phrases[0], entry.Phrases[0])
			}
			owner[key] = i
			words := Words(phrase)
			meaning, n := Meanings(append(words, "zzz"))
			if n != len(words) || n == 0 || !reflect.DeepEqual(meaning, entry.Meaning) {
				t.Errorf("Meanings(%q) = %+v, %d", phrase, meaning, n)
			}
		}
	}
}

func TestSynonymsMeanWhatThereIs(t *testing.T) {
	entries, err := readSynonyms()
	if err != nil {
		t.Fatal(err)
	}
	known := knownSlugs(t)
	ages := map[models.AgeGroup]bool{
		models.Children:    true,
		models.Teens:       true,
		models.Adults:      true,
		models.OlderAdults: true,
	}
	formats := map[models.SessionFormat]bool{models.InPerson: true, models.Video: true, models.Phone: true}
	for _, entry := range entries {
		for kind, slugs := range map[string][]string{
			"conditions": entry.Conditions, "treatments": entry.Treatments, "credentials": entry.Credentials,
		} {
			for _, slug := range slugs {
				if !known[kind+" "+slug] {
					t.Errorf("%q: no %s have the slug %q", entry.Phrases[0], kind, slug)
				}
			}
		}
		for _, age := range entry.AgeGroups {
			if !ages[age] {
				t.Errorf("%q: age group %q", entry.Phrases[0], age)
			}
		}
		for _, format := range entry.SessionFormats {
			if !formats[format] {
				t.Errorf("%q: session format %q", entry.Phrases[0], format)
			}
		}
	}
}

// knownSlugs are those of the demo, and those of testdata/seed-slugs.json, which are of the first real directory.
func knownSlugs(t *testing.T) map[string]bool {
	known := map[string]bool{}
	var seed map[string][]string
	readJSON(t, "testdata/seed-slugs.json", &seed)
	for kind, slugs := range seed {
		for _, slug := range slugs {
			known[kind+" "+slug] = true
		}
	}
	for _, kind := range []string{"conditions", "treatments", "credentials"} {
		var demo map[string][]struct {
			Slug string `json:"slug"`
		}
		readJSON(t, "../../../demo/data/"+kind+".json", &demo)
		for _, item := range demo[kind] {
			known[kind+" "+item.Slug] = true
		}
	}
	return known
}

func readJSON(t *testing.T, path string, into any) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

func TestMeanings(t *testing.T) {
	for _, test := range []struct {
		text   string
		slug   string
		length int
	}{
		{"", "", 0},
		{"zebra", "", 0},
		{"I can't sleep", "", 0},
		{"can't sleep on planes", "insomnia", 2},
		{"cutting myself", "self-harm", 2},
		{"lost someone", "grief", 2},
		{"worried about work", "generalized-anxiety", 1},
		{"panic attacks", "panic-attacks", 2},
		{"feeling down and lonely", "depression", 2},
		{"child abuse", "complex-trauma", 2},
	} {
		meaning, n := Meanings(Words(test.text))
		if n != test.length || test.slug != "" && meaning.Conditions[0] != test.slug {
			t.Errorf("Meanings(%q) = %+v, %d; want %q, %d", test.text, meaning, n, test.slug, test.length)
		}
	}
}

func BenchmarkMeanings(b *testing.B) {
	words := Words("cant sleep at night since the accident")
	b.ReportAllocs()
	for b.Loop() {
		Meanings(words)
	}
}
