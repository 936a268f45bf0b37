package importer

import (
	"strconv"
	"strings"

	"github.com/cespare/xxhash/v2"
	"github.com/go-json-experiment/json"

	"findcare/models"
)

// entry is what one row of a registry's file says.
type entry struct {
	line int
	// key is the record's id in its registry.
	key string
	// facts is the provider as the record has it, nil where the row is skipped, rejected, or a withdrawal.
	facts *models.Provider
	// mainOnly tells that the file has only the main one of the record's locations.
	mainOnly bool
	// withdrawn is when the registry took the record out of use; "" where it is in use.
	withdrawn models.Date
	// skipped is why the row is none of the directory's business, and rejected why it cannot be read.
	skipped  string
	rejected *valueFault
	// leftOut are values that cannot be used; the rest of the row can.
	leftOut []valueFault
}

// valueFault says what is wrong with a value in a row, or with the whole row where it names no column.
type valueFault struct{ column, value, reason string }

// Error tells the reason.
func (f *valueFault) Error() string { return f.reason }

func (e *entry) leaveOut(column, value, reason string) {
	e.leftOut = append(e.leftOut, valueFault{column, value, reason})
}

// digest is a hash of all that the record says. The date of the file is none of it.
func (e *entry) digest() string {
	record := e.facts.NPIRecord
	if record != nil {
		undated := *record
		undated.FileDate = ""
		e.facts.NPIRecord = &undated
		defer func() { e.facts.NPIRecord = record }()
	}
	content, err := json.Marshal(e.facts)
	if err != nil {
		return "" // equals no other
	}
	if e.mainOnly {
		content = append(content, '+')
	}
	return hashOf(content)
}

// slugOf makes a slug that no other record has: it ends in the record's key, whatever stands in the directory by now.
func slugOf(name, key string) string {
	const most = 80
	slug := models.Slugify(name)
	if len(slug) > most {
		slug = strings.TrimRight(slug[:most], "-")
	}
	return strings.TrimLeft(slug+"-"+key, "-")
}

func hashOf(content []byte) string { return strconv.FormatUint(xxhash.Sum64(content), 36) }

// importedField is a field that imports set, and editors may.
type importedField struct {
	name string
	hash func(*models.Provider) string // "" where the field is empty
	copy func(to, from *models.Provider)
}

func fieldOf[T any](name string, at func(*models.Provider) *T, isEmpty func(T) bool) importedField {
	return importedField{
		name: name,
		hash: func(p *models.Provider) string {
			if isEmpty(*at(p)) {
				return ""
			}
			content, err := json.Marshal(*at(p))
			if err != nil {
				return "?" // as if an editor had changed it
			}
			return hashOf(content)
		},
		copy: func(to, from *models.Provider) { *at(to) = *at(from) },
	}
}

func isBlank[T ~string](s T) bool { return s == "" }
func hasNone[T any](s []T) bool   { return len(s) == 0 }

func importedFields() []importedField {
	return []importedField{
		fieldOf("npi", func(p *models.Provider) *models.OptionalString { return &p.NPI }, isBlank),
		fieldOf("kind", func(p *models.Provider) *models.ProviderKind { return &p.Type }, isBlank),
		fieldOf("name", func(p *models.Provider) *string { return &p.Name }, isBlank),
		fieldOf("credentials", func(p *models.Provider) *[]string { return &p.CredentialIDs }, hasNone),
		fieldOf("licenses", func(p *models.Provider) *[]models.License { return &p.Licenses }, hasNone),
		fieldOf("locations", func(p *models.Provider) *[]models.Location { return &p.Locations }, hasNone),
		fieldOf("treatments", func(p *models.Provider) *[]string { return &p.TreatmentIDs }, hasNone),
		fieldOf("sessionFormats", func(p *models.Provider) *[]models.SessionFormat { return &p.SessionFormats }, hasNone),
		fieldOf("ageGroups", func(p *models.Provider) *[]models.AgeGroup { return &p.AgeGroups }, hasNone),
		fieldOf("languages", func(p *models.Provider) *[]string { return &p.Languages }, hasNone),
		fieldOf("insurances", func(p *models.Provider) *[]string { return &p.Insurances }, hasNone),
	}
}

// merge brings a provider to what the record says, in the fields that no editor has changed since the last import. A field
// belongs to the import where it is as the last import left it; one that nothing was imported into, where it is empty.
func (e *entry) merge(provider *models.Provider, source string, fields []importedField) {
	last := provider.ImportedFrom(source)
	if last == nil {
		provider.Imported = append(provider.Imported, models.Imported{Source: source})
		last = &provider.Imported[len(provider.Imported)-1]
	}
	facts := *e.facts
	if e.mainOnly && len(facts.Locations) > 0 && len(provider.Locations) > 1 {
		facts.Locations = append(facts.Locations[:1:1], provider.Locations[1:]...)
	}
	set := ""
	for _, field := range fields {
		hash := last.Field(field.name)
		if field.hash(provider) == hash {
			field.copy(provider, &facts)
			hash = field.hash(&facts)
		}
		if hash != "" {
			set += " " + field.name + "=" + hash
		}
	}
	last.Record, last.Digest, last.Fields = e.key, e.digest(), set[min(1, len(set)):]
	if facts.NPIRecord != nil {
		mergeRecord(provider, *facts.NPIRecord)
	}
}

// mergeRecord keeps the date of the file in which the record first stood as it is.
func mergeRecord(provider *models.Provider, record models.NPIRecord) {
	if before := provider.NPIRecord; before != nil {
		dated := record
		dated.FileDate = before.FileDate
		if sameJSON(dated, *before) {
			record = dated
		}
	}
	provider.NPIRecord = &record
}

func sameJSON[T any](a, b T) bool {
	left, err := json.Marshal(a)
	right, err2 := json.Marshal(b)
	return err == nil && err2 == nil && string(left) == string(right)
}
