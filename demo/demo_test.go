package demo_test

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"time"

	"findcare/demo"
	"findcare/internal/clock/clocktest"
	"findcare/models"
)

// directory makes the demo directory and reads it; references stay slugs.
func directory(t *testing.T, providers int) (*models.Directory, []byte) {
	t.Helper()
	content, err := demo.Directory(providers, clocktest.Now())
	if err != nil {
		t.Fatal(err)
	}
	d := new(models.Directory)
	for line := range bytes.Lines(content) {
		var header struct{ Type models.Kind }
		if err := json.Unmarshal(line, &header); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		document := header.Type.New()
		if document == nil {
			t.Fatalf("type %q in %s", header.Type, line)
		}
		if err := json.Unmarshal(line, document); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		d.Add(document)
	}
	return d, content
}

func documents(d *models.Directory) (list []models.Document) {
	for _, c := range d.Credentials {
		list = append(list, c)
	}
	for _, c := range d.Conditions {
		list = append(list, c)
	}
	for _, t := range d.Treatments {
		list = append(list, t)
	}
	for _, i := range d.Insurers {
		list = append(list, i)
	}
	for _, p := range d.Providers {
		list = append(list, p)
	}
	for _, a := range d.Articles {
		list = append(list, a)
	}
	return list
}

func TestDirectoryIsDeterministic(t *testing.T) {
	_, once := directory(t, demo.Providers)
	_, again := directory(t, demo.Providers)
	if !bytes.Equal(once, again) {
		t.Error("two generations differ")
	}
	if _, fewer := directory(t, 100); !bytes.HasPrefix(once, fewer) {
		t.Error("a smaller directory is not the beginning of a larger one")
	}
}

func TestCounts(t *testing.T) {
	d, _ := directory(t, demo.Providers)
	cities, states := make(map[string]bool), make(map[string]bool)
	for _, p := range d.Providers {
		for _, l := range p.Locations {
			cities[l.City+", "+l.StateCode] = true
			states[l.StateCode] = true
		}
	}
	for _, test := range []struct {
		what      string
		got, want int
	}{
		{"providers", len(d.Providers), 600},
		{"conditions", len(d.Conditions), 45},
		{"treatments", len(d.Treatments), 25},
		{"credentials", len(d.Credentials), 20},
		{"insurers", len(d.Insurers), 15},
		{"cities", len(cities), 120},
		{"states, with the District of Columbia", len(states), 51},
	} {
		if test.got != test.want {
			t.Errorf("%d %s, want %d", test.got, test.what, test.want)
		}
	}
}

// holds keeps the documents that there are, by kind and slug.
type holds map[models.Kind]map[string]bool

func (h holds) Exists(kind models.Kind, slug string) bool { return h[kind][slug] }

// Every document keeps the rules of its kind, and what it refers to is there.
func TestDocumentsAreValid(t *testing.T) {
	d, _ := directory(t, demo.Providers)
	exists := make(holds)
	for _, kind := range models.Kinds {
		exists[kind] = make(map[string]bool)
	}
	for _, document := range documents(d) {
		kind, slug := document.Kind(), document.Head().Slug
		if exists[kind][slug] {
			t.Errorf("two %s are called %s", kind.Plural(), slug)
		}
		exists[kind][slug] = true
	}
	for _, document := range documents(d) {
		kind, slug := document.Kind(), document.Head().Slug
		document.References(func(path string, to models.Kind, reference *string) {
			if !exists[to][*reference] {
				t.Errorf("%s %s: %s: there is no %s %q", kind, slug, path, to, *reference)
			}
		})
		for _, fault := range document.Validate(models.DateOf(clocktest.Now()), exists) {
			t.Errorf("%s %s: %v", kind, slug, fault)
		}
	}
}

// On any day nothing in the directory is of the future, and as many licences have expired as on another day.
func TestDirectoryOnAnyDay(t *testing.T) {
	expired := func(at time.Time) (count int) {
		d, err := demo.Documents(demo.Providers, at)
		if err != nil {
			t.Fatal(err)
		}
		today := models.DateOf(at)
		for _, document := range documents(d) {
			for _, fault := range document.Validate(today, anything{}) {
				t.Errorf("on %s: %s: %v", today, document.Head().Slug, fault)
			}
		}
		for _, p := range d.Providers {
			for _, license := range p.Licenses {
				if license.ExpiresOn < today {
					count++
				}
			}
		}
		return count
	}
	day := time.Date(2026, time.September, 21, 0, 0, 0, 0, time.UTC)
	want := expired(day)
	for _, years := range []int{-2, -1, 1, 10} {
		if got := expired(day.AddDate(years, 0, 0)); got != want {
			t.Errorf("after %d years %d licences have expired, and %d before", years, got, want)
		}
		expired(day.AddDate(years, 0, -1))
	}
}

// anything is a directory where everything exists.
type anything struct{}

func (anything) Exists(models.Kind, string) bool { return true }

// Nobody's number can be a real person's: there are no NPIs, and telephones are 555-0100 to 555-0199, which are kept
// for fiction.
func TestNothingIsReal(t *testing.T) {
	fictional := regexp.MustCompile(`^\+1[2-9]\d\d55501\d\d$`)
	d, content := directory(t, demo.Providers)
	for _, p := range d.Providers {
		if p.NPI != "" {
			t.Errorf("%s has the NPI %s", p.Slug, p.NPI)
		}
		for _, l := range p.Locations {
			if !fictional.MatchString(string(l.Phone)) {
				t.Errorf("%s has the telephone %s", p.Slug, l.Phone)
			}
		}
	}
	for _, number := range regexp.MustCompile(`\+\d{6,}`).FindAllString(string(content), -1) {
		if !fictional.MatchString(number) {
			t.Errorf("the telephone %s stands somewhere", number)
		}
	}
}

// lists counts the lists in sections.
func lists(sections []models.Section) (n int) {
	for i := range sections {
		html := models.HTML(sections[i].Body)
		n += strings.Count(html, "<ul>") + strings.Count(html, "<ol>") + lists(sections[i].Sections)
	}
	return n
}

func TestArticles(t *testing.T) {
	d, _ := directory(t, 0)
	if len(d.Articles) == 0 {
		t.Fatal("there are no articles")
	}
	for _, a := range d.Articles {
		if len(a.Sections) < 5 {
			t.Errorf("%s has %d sections, want at least 5", a.Slug, len(a.Sections))
		}
		if n := lists(a.Sections); n < 2 {
			t.Errorf("%s has %d lists, want at least 2", a.Slug, n)
		}
		if len(a.Sources) == 0 {
			t.Errorf("%s has no sources", a.Slug)
		}
		for _, source := range a.Sources {
			if !strings.HasPrefix(source.URL, "https://") {
				t.Errorf("%s: source %s is not https", a.Slug, source.URL)
			}
		}
		if a.MedicalReview == nil || !strings.HasSuffix(a.MedicalReview.Reviewer, "(demonstration)") {
			t.Errorf("%s: nobody marked as a demonstration reviewed it: %+v", a.Slug, a.MedicalReview)
		}
	}
}
