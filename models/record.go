package models

import (
	"strconv"

	"github.com/cespare/xxhash/v2"
	"github.com/go-json-experiment/json"
)

// Record is what a registry says of one provider, as one of its files has it.
type Record struct {
	// Source is the name of the registry, and Key the record's own id there.
	Source, Key string
	// Facts is the provider as the record has it, with a slug for one that is new; nil where it is not to be listed.
	Facts *Provider
	// MainLocationOnly tells that the file has only the main one of the record's locations.
	MainLocationOnly bool
	// WithdrawnOn is when the registry took the record out of use; "" where it is in use.
	WithdrawnOn Date
	// NotListed is why the directory is not to list the provider of a record that is not known to be out of use; ""
	// where it is.
	NotListed NotListedReason
	// Taxonomies are the codes of a record that is not listed.
	Taxonomies []string
	// FileDate is the date of the file.
	FileDate Date
	// Force brings the record in although it was read from a newer file before.
	Force bool
}

// NotListedReason is why the directory does not list the provider of a record.
type NotListedReason string

// The reasons.
const (
	// OutOfScope is that of a record which says that its provider is not what the directory is about.
	OutOfScope NotListedReason = "OUT_OF_SCOPE"
	// Abroad is that of a record whose provider practices in another country.
	Abroad NotListedReason = "ABROAD"
	// Unclear is that of a record that does not tell whether it is in use, as one whose dates cannot be read.
	Unclear NotListedReason = "UNCLEAR"
)

// IsListed reports whether the directory is to list the provider of the record.
func (r *Record) IsListed() bool { return r.WithdrawnOn == "" && r.NotListed == "" }

// ID is the id of the provider that an import makes of the record. It is the same everywhere.
func (r *Record) ID() string { return IDOfRecord(r.Source, r.Key) }

const npiLength = 10

// RecordKey stands for a record's key in its registry where there are millions: the number itself of an NPI, else a
// hash.
func RecordKey(key string) uint64 {
	if number, err := strconv.ParseUint(key, 10, 64); err == nil && len(key) == npiLength {
		return number
	}
	return xxhash.Sum64String(key)
}

// Digest is a hash of all that the record says. The date of the file is none of it.
func (r *Record) Digest() string {
	undated := *r.Facts
	if undated.NPIRecord != nil {
		record := *undated.NPIRecord
		record.FileDate = ""
		undated.NPIRecord = &record
	}
	content, err := json.Marshal(&undated)
	if err != nil {
		return "" // equals no other
	}
	if r.MainLocationOnly {
		content = append(content, '+')
	}
	return hashOf(content)
}

func hashOf(content []byte) string { return strconv.FormatUint(xxhash.Sum64(content), 36) }

// importedField is a field that imports set, and editors may.
type importedField struct {
	name string
	hash func(*Provider) string // "" where the field is empty
	copy func(to, from *Provider)
}

func fieldOf[T any](name string, at func(*Provider) *T, isEmpty func(T) bool) importedField {
	return importedField{
		name: name,
		hash: func(p *Provider) string {
			if isEmpty(*at(p)) {
				return ""
			}
			content, err := json.Marshal(withoutIDs(*at(p)))
			if err != nil {
				return "?" // as if an editor had changed it
			}
			return hashOf(content)
		},
		copy: func(to, from *Provider) { *at(to) = *at(from) },
	}
}

// withoutIDs is a value of a field without the ids of members, which are not what an import set.
func withoutIDs(value any) any {
	bare := &Provider{}
	switch value := value.(type) {
	case []Location:
		bare.Locations = value
	case []License:
		bare.Licenses = value
	default:
		return value
	}
	ownMembers(bare)
	eachMember(bare, func(m member) {
		id, _ := m.identity()
		*id = 0
	})
	if bare.Locations != nil {
		return bare.Locations
	}
	return bare.Licenses
}

func isBlank[T ~string](s T) bool { return s == "" }
func hasNone[T any](s []T) bool   { return len(s) == 0 }

var importedFields = []importedField{
	fieldOf("npi", func(p *Provider) *OptionalString { return &p.NPI }, isBlank),
	fieldOf("kind", func(p *Provider) *ProviderKind { return &p.Type }, isBlank),
	fieldOf("name", func(p *Provider) *string { return &p.Name }, isBlank),
	fieldOf("credentials", func(p *Provider) *[]string { return &p.CredentialIDs }, hasNone),
	fieldOf("licenses", func(p *Provider) *[]License { return &p.Licenses }, hasNone),
	fieldOf("locations", func(p *Provider) *[]Location { return &p.Locations }, hasNone),
	fieldOf("treatments", func(p *Provider) *[]string { return &p.TreatmentIDs }, hasNone),
	fieldOf("sessionFormats", func(p *Provider) *[]SessionFormat { return &p.SessionFormats }, hasNone),
	fieldOf("ageGroups", func(p *Provider) *[]AgeGroup { return &p.AgeGroups }, hasNone),
	fieldOf("languages", func(p *Provider) *[]string { return &p.Languages }, hasNone),
	fieldOf("otherNames", func(p *Provider) *[]string { return &p.OtherNames }, hasNone),
	fieldOf("website", func(p *Provider) *OptionalString { return &p.Website }, isBlank),
	fieldOf("phones", func(p *Provider) *[]PhoneNumber { return &p.Phones }, hasNone),
	fieldOf("languageServices", func(p *Provider) *Said[LanguageService] { return &p.LanguageServices },
		Said[LanguageService].IsZero),
	fieldOf("populations", func(p *Provider) *Said[Population] { return &p.Populations },
		Said[Population].IsZero),
	fieldOf("insurances", func(p *Provider) *[]string { return &p.Insurances }, hasNone),
}

// Merge returns a provider brought to what the record says, in the fields that no editor has changed since the last
// import. A field belongs to the import where it is as the last import left it; one that nothing was imported into,
// where it is empty. Before is nil for a provider that is new. The revision is that of before.
func (r *Record) Merge(before *Provider) *Provider {
	provider := &Provider{Header: Header{ID: r.ID(), Slug: r.Facts.Slug}}
	if before != nil {
		*provider = *before
		provider.Imported = append([]Imported(nil), before.Imported...)
	}
	last := provider.ImportedFrom(r.Source)
	if last == nil {
		provider.Imported = append(provider.Imported, Imported{Source: r.Source})
		last = &provider.Imported[len(provider.Imported)-1]
	}
	facts := *r.Facts
	if r.MainLocationOnly && len(facts.Locations) > 0 && len(provider.Locations) > 1 {
		facts.Locations = append(facts.Locations[:1:1], provider.Locations[1:]...)
	}
	set := ""
	for _, field := range importedFields {
		hash := last.Field(field.name)
		if field.hash(provider) == hash {
			field.copy(provider, &facts)
			hash = field.hash(&facts)
		}
		if hash != "" {
			set += " " + field.name + "=" + hash
		}
	}
	last.Record, last.Digest, last.Fields = r.Key, r.Digest(), set[min(1, len(set)):]
	if facts.NPIRecord != nil {
		provider.mergeRecord(*facts.NPIRecord)
	}
	provider.Normalize()
	return provider
}

// mergeRecord keeps the date of the file in which the record first stood as it is.
func (d *Provider) mergeRecord(record NPIRecord) {
	if before := d.NPIRecord; before != nil {
		dated := record
		dated.FileDate = before.FileDate
		if sameJSON(dated, *before) {
			record = dated
		}
	}
	d.NPIRecord = &record
}

func sameJSON[T any](a, b T) bool {
	left, err := json.Marshal(a)
	right, err2 := json.Marshal(b)
	return err == nil && err2 == nil && string(left) == string(right)
}

// Withdraw tells what becomes of a provider whose record is not to be listed. What an import had put there is gone.
// What an editor had put there stays, and is held against the record as it is now; after is nil where it is so already.
func (r *Record) Withdraw(before *Provider) (after *Provider, gone bool) {
	if before.ID == r.ID() {
		return nil, true
	}
	if before.NPIRecord == nil {
		return nil, false
	}
	changed := *before
	if changed.NPIRecord = r.against(*before.NPIRecord); changed.NPIRecord != nil &&
		sameJSON(*changed.NPIRecord, *before.NPIRecord) {
		return nil, false
	}
	if changed.NPIRecord != nil {
		changed.NPIRecord.FileDate = r.FileDate
	}
	changed.Imported = undigested(before.Imported) // so that a record that comes back is looked at
	return &changed, false
}

// against is what is known of a record that is not to be listed; nil where that is nothing.
func (r *Record) against(known NPIRecord) *NPIRecord {
	known.DeactivatedOn = r.WithdrawnOn
	switch r.NotListed {
	case Unclear:
		return nil
	case Abroad:
		known.Taxonomies, known.States = r.Taxonomies, nil
	case OutOfScope:
		known.Taxonomies = r.Taxonomies
	}
	return &known
}

// SameButDigests reports whether two states of a provider differ in nothing but what imports know of the records that
// they came from, as after a file with fewer columns.
func SameButDigests(a, b *Provider) bool {
	left, right := *a, *b
	left.Imported, right.Imported = undigested(a.Imported), undigested(b.Imported)
	return SameContent(&left, &right)
}

func undigested(all []Imported) []Imported {
	copied := append([]Imported(nil), all...)
	for i := range copied {
		copied[i].Digest = ""
	}
	return copied
}
