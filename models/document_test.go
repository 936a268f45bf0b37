package models_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"findcare/models"
)

const today = models.Date("2026-03-14")

// known are the ids of documents that exist.
type known map[string]bool

func (k known) Exists(kind models.Kind, id string) bool {
	of, _ := models.KindOfID(id)
	return of == kind && k[id]
}

var (
	counselor  = models.IDOfSlug(models.KindCredential, "licensed-professional-counselor")
	depression = models.IDOfSlug(models.KindCondition, "depression")
	ketamine   = models.IDOfSlug(models.KindTreatment, "ketamine-assisted-psychotherapy")
	medicaid   = models.IDOfSlug(models.KindInsurer, "medicaid")
	nobody     = models.IDOfSlug(models.KindProvider, "nobody")
	existing   = known{counselor: true, depression: true, ketamine: true, medicaid: true}
)

func headerOf(kind models.Kind, slug string) models.Header {
	return models.Header{ID: models.IDOfSlug(kind, slug), Slug: slug, Revision: 1}
}

// valid makes a document of each kind with every field filled.
var valid = map[models.Kind]func() models.Document{
	models.KindCredential: func() models.Document { return validCredential() },
	models.KindCondition:  func() models.Document { return validCondition() },
	models.KindTreatment:  func() models.Document { return validTreatment() },
	models.KindInsurer:    func() models.Document { return validInsurer() },
	models.KindProvider:   func() models.Document { return validProvider() },
	models.KindArticle:    func() models.Document { return validArticle() },
}

func faultLines(d models.Document) string {
	var lines []string
	for _, fault := range d.Validate(today, existing) {
		lines = append(lines, fault.Error())
		first, _ := utf8.DecodeRuneInString(fault.Message())
		if unicode.IsLower(first) || strings.Contains(fault.Message(), fault.Path) {
			panic("the message of " + fault.Error() + " is " + fault.Message())
		}
	}
	return strings.Join(lines, "\n")
}

// A mutation is a change to a valid document, and the faults that it then has, one a line.
type mutation[D models.Document] struct {
	change func(D)
	want   string
}

func checkMutations[D models.Document](t *testing.T, valid func() D, mutations []mutation[D]) {
	t.Helper()
	for i, m := range mutations {
		d := valid()
		m.change(d)
		if got := faultLines(d); got != m.want {
			t.Errorf("mutation %d:\n got %s\nwant %s", i, got, m.want)
		}
	}
}

// characters is a text of so many characters, of which each takes two bytes.
func characters(n int) string { return strings.Repeat("é", n) }

func TestValidDocuments(t *testing.T) {
	for _, kind := range models.Kinds {
		d := valid[kind]()
		if faults := faultLines(d); faults != "" {
			t.Errorf("%s: %s", kind, faults)
		}
		if d.Kind() != kind {
			t.Errorf("%s says that it is a %s", kind, d.Kind())
		}
		if d.Normalize(); !reflect.DeepEqual(d, valid[kind]()) {
			t.Errorf("%s: Normalize changes what is in order: %+v", kind, d)
		}
	}
}

func TestValidateHeader(t *testing.T) {
	const slugRule = " must be lower-case letters and digits in groups joined by single hyphens, at most 120 in all"
	for _, kind := range models.Kinds {
		prefix := models.IDOfSlug(kind, "")[:4]
		idRule := ` must be "` + prefix + `" and 26 of the characters 0-9 and a-z`
		checkMutations(t, valid[kind], []mutation[models.Document]{
			{func(d models.Document) { d.Head().ID = "" }, ""}, // it is made from the slug
			{func(d models.Document) { d.Head().Slug = "" }, "/slug: is required"},
			{func(d models.Document) { d.Head().Slug = "Nikki Moorman" }, `/slug: "Nikki Moorman"` + slugRule},
			{func(d models.Document) { d.Head().ID = "1" }, `/id: "1"` + idRule},
			{
				func(d models.Document) { d.Head().ID = prefix + strings.Repeat("A", 26) },
				`/id: "` + prefix + strings.Repeat("A", 26) + `"` + idRule,
			},
			{
				func(d models.Document) { d.Head().ID = "xyz_" + strings.Repeat("0", 26) },
				`/id: "xyz_00000000000000000000000000"` + idRule,
			},
		})
	}
	checkMutations(t, validCondition, []mutation[*models.Condition]{
		{
			func(d *models.Condition) { d.ID = nobody },
			`/id: "` + nobody + `" must be "cnd_" and 26 of the characters 0-9 and a-z`,
		},
	})
}

// Every reference is visited, and can be rewritten.
func TestReferences(t *testing.T) {
	for kind, want := range map[models.Kind]string{
		models.KindCredential: "",
		models.KindCondition:  "",
		models.KindTreatment:  "/conditions/0 condition",
		models.KindInsurer:    "",
		models.KindProvider: "/credentials/0 credential, /licenses/0/credential credential, " +
			"/conditions/0 condition, /treatments/0 treatment, /coverage/0/insurer insurer",
		models.KindArticle: "/topic/treatment treatment, /conditions/0 condition, " +
			"/medicalReview/credentials/0 credential",
	} {
		d := valid[kind]()
		var visited []string
		d.References(func(path string, kind models.Kind, reference *string) {
			if !existing.Exists(kind, *reference) {
				t.Errorf("%s: %s is not the id of a %s", path, *reference, kind)
			}
			visited = append(visited, path+" "+string(kind))
			*reference = "rewritten"
		})
		if got := strings.Join(visited, ", "); got != want {
			t.Errorf("%s:\n got %s\nwant %s", kind, got, want)
		}
		d.References(func(path string, _ models.Kind, reference *string) {
			if *reference != "rewritten" {
				t.Errorf("%s of %s is still %s", path, kind, *reference)
			}
		})
	}
}

// Ids are in other people's hands: that of a slug never changes.
func TestIDOfSlug(t *testing.T) {
	for kind, want := range map[models.Kind]string{
		models.KindCredential: "crd_dw5jcmaqs7z6k4gxxkhx69fxqg",
		models.KindCondition:  "cnd_2xh8vxkwne1v4w2ab7vvdcatmw",
		models.KindTreatment:  "trt_1ym1n7rx8fx5gqm5vr5bgs0q98",
		models.KindInsurer:    "ins_dv1bdsefgc9mra6hvczfb5aktr",
		models.KindProvider:   "prv_9shp4fpfnkfexw11gbw9y9qgf0",
		models.KindArticle:    "art_kxn8rpbfq3fvzchtd76b4xtejr",
	} {
		got := models.IDOfSlug(kind, "nikki-moorman")
		if got != want {
			t.Errorf("%s: got %s, want %s", kind, got, want)
		}
		if of, ok := models.KindOfID(got); of != kind || !ok {
			t.Errorf("%s: %s is the id of a %q", kind, got, of)
		}
	}
}

func TestKindOfIDRefuses(t *testing.T) {
	for _, id := range []string{
		"", "prv_", "9shp4fpfnkfexw11gbw9y9qgf0", "xyz_9shp4fpfnkfexw11gbw9y9qgf0", "PRV_9shp4fpfnkfexw11gbw9y9qgf0",
		"prv_9shp4fpfnkfexw11gbw9y9qgf", "prv_9shp4fpfnkfexw11gbw9y9qgf00", "prv_9SHP4FPFNKFEXW11GBW9Y9QGF0",
		"prv_9shp4fpfnkfexw11gbw9y9qgf0\n",
	} {
		if kind, ok := models.KindOfID(id); ok || kind != "" {
			t.Errorf("%q is the id of a %q", id, kind)
		}
	}
}

func TestKinds(t *testing.T) {
	var directory models.Directory
	for i, kind := range models.Kinds {
		d := kind.New()
		if d.Kind() != kind {
			t.Errorf("new %s is a %s", kind, d.Kind())
		}
		if directory.Add(d); directory.Len() != i+1 {
			t.Errorf("%d documents with %s, want %d", directory.Len(), kind, i+1)
		}
	}
	if len(
		directory.Credentials,
	)*len(
		directory.Conditions,
	)*len(
		directory.Treatments,
	)*len(
		directory.Insurers,
	)*len(
		directory.Providers,
	)*len(
		directory.Articles,
	) != 1 {
		t.Errorf("not one of each kind: %+v", directory)
	}
	if got := models.KindCredential.Plural(); got != "credentials" {
		t.Errorf("several are %s", got)
	}
	if got := models.Kind("person").New(); got != nil {
		t.Errorf("a person is a %T", got)
	}
}

func TestLabel(t *testing.T) {
	for _, test := range []struct {
		name         string
		abbreviation models.OptionalString
		want         string
	}{
		{"Licensed Professional Counselor", "LPC", "Licensed Professional Counselor (LPC)"},
		{"Art Therapist", "", "Art Therapist"},
		{"", "LCSW", "LCSW"},
	} {
		for _, d := range []interface{ Label() string }{
			&models.Credential{Name: test.name, Abbreviation: test.abbreviation},
			&models.Condition{Name: test.name, Abbreviation: test.abbreviation},
			&models.Treatment{Name: test.name, Abbreviation: test.abbreviation},
		} {
			if got := d.Label(); got != test.want {
				t.Errorf("%T: got %q, want %q", d, got, test.want)
			}
		}
	}
}
