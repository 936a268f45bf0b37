package importing_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"findcare/internal/dirformat"
	"findcare/internal/export"
	"findcare/internal/importing"
	"findcare/internal/importing/importingtest"
	"findcare/internal/store"
	"findcare/models"
	"findcare/models/modelstest"
)

// An export that is imported elsewhere and exported again is identical. Importing it into the original database changes
// nothing.
func TestRoundTrip(t *testing.T) {
	few(t, 10)
	formats := []export.Format{export.JSON, export.NDJSON}
	rapid.Check(t, func(r *rapid.T) {
		file, documents := directoryFile(r)
		here, there := importingtest.OpenStore(t), importingtest.OpenStore(t)
		if summary := mustImport(r, here, file); summary != (importing.Summary{Created: documents}) {
			r.Fatalf("first import of %d documents: %+v", documents, summary)
		}
		exports := make(map[export.Format][]byte)
		for _, format := range formats {
			exports[format] = mustExport(r, here, format)
			if bytes.Contains(exports[format], []byte(signer)) {
				r.Errorf("%s tells who signed a review off:\n%s", format, exports[format])
			}
		}
		for name, again := range map[string][]byte{
			"file": file, "JSON": exports[export.JSON], "NDJSON": exports[export.NDJSON],
		} {
			if summary := mustImport(r, here, again); summary != (importing.Summary{Unchanged: documents}) {
				r.Errorf("import of the same %s: %+v", name, summary)
			}
		}
		format := rapid.SampledFrom(formats).Draw(r, "format")
		if summary := mustImport(r, there, exports[format]); summary != (importing.Summary{Created: documents}) {
			r.Errorf("import of the %s elsewhere: %+v", format, summary)
		}
		for _, format := range formats {
			if again := mustExport(r, there, format); !bytes.Equal(again, exports[format]) {
				r.Errorf("%s of the first export:\n%s\nof the second:\n%s", format, exports[format], again)
			}
		}
	})
}

// CSV carries everything that a provider has, except the kind of its line breaks. Imported where the referenced
// documents exist, it gives the same CSV again.
func TestCSVRoundTrip(t *testing.T) {
	few(t, 10)
	rapid.Check(t, func(r *rapid.T) {
		file, _ := directoryFile(r)
		here, there := importingtest.OpenStore(t), importingtest.OpenStore(t)
		mustImport(r, here, file)
		table, lines := mustExport(r, here, export.CSV), mustExport(r, here, export.NDJSON)
		others, providers := apart(lines)
		mustImport(r, there, others)
		if summary := mustImport(
			r, there, table,
		); summary != (importing.Summary{Created: bytes.Count(providers, []byte("\n"))}) {
			r.Errorf("import of the CSV elsewhere: %+v", summary)
		}
		if again := mustExport(r, there, export.CSV); !bytes.Equal(again, table) {
			r.Errorf("the first CSV:\n%s\nthe second:\n%s", table, again)
		}
		_, again := apart(mustExport(r, there, export.NDJSON))
		if got, want := oneKindOfLineBreak(again), oneKindOfLineBreak(providers); got != want {
			r.Errorf("providers before\n%s\nand after\n%s", want, got)
		}
	})
}

// apart separates the providers of an export from the other documents. Articles are dropped.
func apart(lines []byte) (others, providers []byte) {
	for line := range bytes.Lines(lines) {
		switch {
		case bytes.HasPrefix(line, []byte(`{"type":"provider"`)):
			providers = append(providers, line...)
		case !bytes.HasPrefix(line, []byte(`{"type":"article"`)):
			others = append(others, line...)
		}
	}
	return others, providers
}

// oneKindOfLineBreak normalizes line breaks in JSON as CSV does.
func oneKindOfLineBreak(line []byte) string {
	return strings.NewReplacer(`\\`, `\\`, `\r\n`, `\n`, `\r`, `\n`).Replace(string(line))
}

// few reduces the number of checks, unless -rapid.checks sets it, since each check opens databases.
func few(t *testing.T, checks int) {
	if f := flag.Lookup("rapid.checks"); f.Value.String() == f.DefValue {
		_ = f.Value.Set(fmt.Sprint(checks))
		t.Cleanup(func() { _ = f.Value.Set(f.DefValue) })
	}
}

func mustImport(t *rapid.T, db *store.Store, content []byte) importing.Summary {
	t.Helper()
	summary, err := importing.Import(t.Context(), db, dirformat.Bytes("file", content), now, nil)
	if err != nil {
		t.Fatalf("%v\nin\n%s", err, content)
	}
	return summary
}

func mustExport(t *rapid.T, db *store.Store, format export.Format) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := export.Export(t.Context(), &b, db, export.Options{Format: format, Unpublished: true}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// directoryFile returns a valid file with documents of all kinds in any order, as people write them: untrimmed, phone
// numbers in many spellings, references by slug or by id.
func directoryFile(t *rapid.T) (file []byte, documents int) {
	g := generator{t, make(map[models.Kind][]*models.Header)}
	var lines []string
	for _, kind := range models.Kinds {
		atLeast := 0
		if kind == models.KindCondition {
			atLeast = 1 // for articles to be about
		}
		slugs := rapid.SliceOfNDistinct(
			rapid.StringMatching(`[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}`),
			atLeast,
			6,
			rapid.ID,
		).Draw(t, string(kind)+" slugs")
		for i, slug := range slugs {
			head := models.Header{Slug: slug}
			if rapid.Bool().Draw(t, "renamed") { // an id that does not follow from the slug
				head.ID = models.IDOfSlug(kind, "once called "+slug)
				head.FormerSlugs = []string{"once-called-" + slug}
			}
			content, err := json.Marshal(g.document(kind, head, i))
			if err != nil {
				t.Fatal(err)
			}
			lines = append(lines, fmt.Sprintf(`{"type":%q,%s`, kind, content[1:]))
			g.heads[kind] = append(g.heads[kind], &head)
		}
	}
	return []byte(strings.Join(rapid.Permutation(lines).Draw(t, "lines"), "\n")), len(lines)
}

type generator struct {
	*rapid.T
	heads map[models.Kind][]*models.Header // of the documents so far
}

func (g generator) document(kind models.Kind, head models.Header, number int) models.Document {
	switch kind {
	case models.KindCredential:
		return &models.Credential{Header: head, Name: g.line(), Abbreviation: g.optionalLine()}
	case models.KindCondition:
		return &models.Condition{
			Header:       head,
			Name:         g.line(),
			Abbreviation: g.optionalLine(),
			Description:  g.optional(),
			AlsoKnownAs:  g.texts(),
		}
	case models.KindTreatment:
		return &models.Treatment{
			Header:       head,
			Name:         g.line(),
			AlsoKnownAs:  g.texts(),
			ConditionIDs: g.references(models.KindCondition),
		}
	case models.KindInsurer:
		return &models.Insurer{Header: head, Name: g.line(), AlsoKnownAs: g.texts()}
	case models.KindProvider:
		return g.provider(head, number)
	}
	return g.article(head)
}

func (g generator) provider(head models.Header, number int) *models.Provider {
	kind := models.Individual
	if number%2 == 0 {
		kind = models.Organization
	}
	p := &models.Provider{
		Header: head, Type: kind, Name: g.line(), Pronouns: g.optionalLine(),
		CredentialIDs: g.references(models.KindCredential), ConditionIDs: g.references(models.KindCondition),
		TreatmentIDs: g.references(models.KindTreatment), Statement: g.optional(), Insurances: g.texts(),
		Languages:           []string{pick(g, "English", "es", "pt-BR", " farsi", "zh-Hant")},
		SessionFormats:      rapid.SliceOfNDistinct(rapid.Just(models.Video), 0, 1, rapid.ID).Draw(g.T, "formats"),
		AgeGroups:           []models.AgeGroup{pick(g, models.Children, models.Adults)},
		PracticingSince:     rapid.Ptr(rapid.IntRange(1900, now.Year()), true).Draw(g.T, "since"),
		AcceptingNewClients: rapid.Ptr(rapid.Bool(), true).Draw(g.T, "accepting"),
	}
	if g.maybe() {
		modelstest.DrawNeeds(g.T, p)
		p.LanguageSkills = nil // the languages are other ones
	}
	if g.maybe() {
		p.NPI = npi(number)
	}
	if g.maybe() {
		p.NPIRecord = &models.NPIRecord{
			NPI: string(npi(number)), Type: p.Type, Name: "Wren \"W\" Examplar; =1",
			States: []string{"MI", "WI"}, Taxonomies: []string{"101YM0800X"}, FileDate: g.date(),
		}
		p.Imported = []models.Imported{
			{Source: "nppes", Record: string(npi(number)), Digest: "3w5e11264sgsf", Fields: "name=1 npi=2"},
		}
	}
	if g.maybe() {
		p.ConfirmedOn = g.date()
		minimum := rapid.IntRange(0, 500).Draw(g.T, "fee")
		p.SessionFee = &models.FeeRange{
			Currency: pick(g, "USD", "CAD"), Minimum: minimum, Maximum: 2 * minimum, SlidingScale: g.maybe(),
		}
	}
	g.coverage(p)
	heads := g.heads[models.KindProvider]
	for i := 0; i < len(heads) && kind == models.Individual; i += 2 {
		p.WorksForIDs = append(p.WorksForIDs, g.referencesTo(models.KindProvider, heads[i])...)
	}
	for _, id := range g.references(models.KindCredential) {
		p.Licenses = append(p.Licenses, models.License{
			CredentialID: id, State: pick(g, "MI", " WI "), Number: g.optionalLine(), ExpiresOn: pick(g, "", g.date()),
		})
	}
	for range rapid.IntRange(0, 2).Draw(g.T, "locations") {
		p.Locations = append(p.Locations, g.location())
	}
	return p
}

func (g generator) location() models.Location {
	l := models.Location{
		Street:     g.optionalLine(),
		City:       g.line(),
		PostalCode: pick[models.OptionalString](g, "", "48507", "48507-1234 "),
	}
	l.Phone = pick[models.OptionalString](
		g, "", "(810) 555-0123", "810.555.0199", "+1 810 555 0123", "+44 20 7946 0958",
	)
	l.State, l.StateCode = pick(g, "", "Michigan"), "MI"
	if l.State != "" {
		l.StateCode = pick(g, "", "MI")
	}
	if g.maybe() {
		zero := rapid.SampledFrom([]float64{0, math.Copysign(0, -1)}) // which not all databases keep apart
		latitude := rapid.OneOf(zero, rapid.Float64Range(-90, 90)).Draw(g.T, "latitude")
		longitude := rapid.OneOf(zero, rapid.Float64Range(-180, 180)).Draw(g.T, "longitude")
		l.Latitude, l.Longitude = &latitude, &longitude
	}
	return l
}

func (g generator) coverage(p *models.Provider) {
	for _, id := range g.references(models.KindInsurer) {
		p.Coverage = append(p.Coverage, models.Coverage{
			InsurerID: id, Plan: g.optionalLine(), Network: pick(g, "", models.OutOfNetwork),
			Source: pick(g, "", models.SaidByInsurer), AsOf: pick(g, "", g.date()),
		})
	}
}

// signer is the id of the principal who signs medical reviews, which no export contains.
const signer = "usr_who_signs"

func (g generator) article(head models.Header) *models.Article {
	a := &models.Article{
		Header:       head,
		Title:        g.line(),
		Lead:         g.text(),
		Author:       g.line(),
		ConditionIDs: g.references(models.KindCondition),
	}
	a.Topic.ConditionID = g.heads[models.KindCondition][0].Slug
	if credentials := g.references(models.KindCredential); len(credentials) > 0 {
		a.Topic = models.Topic{CredentialID: credentials[0]}
		a.MedicalReview = &models.MedicalReview{Reviewer: g.line(), CredentialIDs: credentials, ReviewedOn: g.date()}
		if g.maybe() {
			a.MedicalReview.Signature = &models.Signature{By: signer, Name: "Ada"}
		}
	}
	a.PublishedOn = g.date()
	a.UpdatedOn = max(a.PublishedOn, g.date())
	for i := range rapid.IntRange(0, 2).Draw(g.T, "sections") {
		section := models.Section{Heading: fmt.Sprint("Part ", i), Body: string(g.optional())}
		if g.maybe() {
			section.Sections = []models.Section{{Heading: fmt.Sprint("More of part ", i), Body: g.text()}}
		}
		a.Sections = append(a.Sections, section)
		a.Sources = append(
			a.Sources,
			models.Source{Title: g.line(), Publisher: g.optionalLine(), URL: "https://example.org/?q=<&>"},
		)
	}
	if g.maybe() {
		a.Status, a.PublishedOn = pick(g, models.ArticleDraft, models.ArticleInReview), pick(g, "", a.PublishedOn)
	}
	if g.maybe() {
		a.CallToAction = &models.CallToAction{Heading: g.line(), Body: g.text()}
	}
	return a
}

var texts = rapid.OneOf(
	rapid.StringN(1, 20, -1).Filter(func(s string) bool { return strings.TrimSpace(s) != "" }),
	rapid.SampledFrom(
		[]string{"a\x00b", "$set", "a.b", "</script>", "a\u2028b", "\ufeffa", "null", " x ", "नमस्ते 🙂 日本"},
	),
	rapid.SampledFrom([]string{"=1+1", "'=1", "+1", "-1", "@a", "'quoted'", `a; b\; "c", d`, "a\r\nb\rc", "＝1"}),
)

// lines are texts that are allowed where a single line is required.
var lines = rapid.Map(texts, func(text string) string {
	return strings.NewReplacer("\r", " ", "\n", " ", "\t", " ").Replace(models.PlainLine(text))
}).Filter(func(s string) bool { return strings.TrimSpace(s) != "" })

func (g generator) text() string { return texts.Draw(g.T, "text") }

func (g generator) line() string { return lines.Draw(g.T, "line") }

func (g generator) optionalLine() models.OptionalString {
	return models.OptionalString(rapid.OneOf(rapid.Just(""), lines).Draw(g.T, "optional line"))
}

func (g generator) texts() []string {
	return rapid.SliceOfNDistinct(lines, 0, 3, strings.TrimSpace).Draw(g.T, "texts")
}

func (g generator) optional() models.OptionalString {
	return models.OptionalString(rapid.OneOf(rapid.Just(""), texts).Draw(g.T, "optional text"))
}

func (g generator) maybe() bool { return rapid.Bool().Draw(g.T, "maybe") }

func (g generator) date() models.Date {
	return models.DateOf(now.AddDate(0, 0, -rapid.IntRange(0, 10_000).Draw(g.T, "days ago")))
}

// references returns some documents of a kind, each once, by slug or by id.
func (g generator) references(kind models.Kind) (references []string) {
	return g.referencesTo(kind, g.heads[kind]...)
}

// referencesTo are references to some of the documents.
func (g generator) referencesTo(kind models.Kind, heads ...*models.Header) (references []string) {
	for _, head := range heads {
		switch pick(g, "none", "slug", "id") {
		case "slug":
			references = append(references, head.Slug)
		case "id":
			id := head.ID
			if id == "" {
				id = models.IDOfSlug(kind, head.Slug)
			}
			references = append(references, id)
		}
	}
	return references
}

func pick[T any](g generator, from ...T) T { return rapid.SampledFrom(from).Draw(g.T, "choice") }

// npi returns a number with a valid check digit, a different one for each provider.
func npi(number int) models.OptionalString {
	for digit := range 10 {
		if candidate := fmt.Sprintf("1%08d%d", number, digit); models.ValidNPI(candidate) {
			return models.OptionalString(candidate)
		}
	}
	panic("no digit is the check digit")
}
