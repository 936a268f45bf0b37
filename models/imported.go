package models

import (
	"fmt"
	"strings"
)

// NPIRecord is what the registry of NPIs (NPPES) says under a provider's NPI. It is kept as the registry has it,
// whatever editors say of the provider.
type NPIRecord struct {
	NPI  string       `bson:"npi" json:"npi"`
	Type ProviderKind `bson:"kind" json:"kind"`
	Name string       `bson:"name" json:"name"`
	// Person is the name of a person in the registry's columns; nil where they are not known.
	Person *PersonName `bson:"person,omitempty" json:"person,omitempty"`
	// States are the two-letter codes of its practice locations.
	States []string `bson:"states,omitempty" json:"states,omitempty"`
	// Taxonomies are the codes of what the provider is, the primary one first.
	Taxonomies []string `bson:"taxonomies,omitempty" json:"taxonomies,omitempty"`
	// DeactivatedOn is when the registry took the NPI out of use.
	DeactivatedOn Date `bson:"deactivatedOn,omitempty" json:"deactivatedOn,omitempty"`
	// FileDate is the date of the file in which the record first stood as it is here.
	FileDate Date `bson:"fileDate" json:"fileDate"`
}

// PersonName is the name of a person in parts, which one text cannot tell apart: the family name of "Mary Hodge
// Spears".
type PersonName struct {
	Family string         `bson:"family" json:"family"`
	Given  []string       `bson:"given,omitempty" json:"given,omitempty"`
	Suffix OptionalString `bson:"suffix,omitempty" json:"suffix,omitempty"`
}

func (n *PersonName) validate(c *checker, path string) {
	c.line(path+"/family", n.Family, 200)
	for i, given := range n.Given {
		c.line(fmt.Sprintf("%s/given/%d", path, i), given, 200)
	}
	c.optionalLine(path+"/suffix", string(n.Suffix), 40)
}

// Imported tells what the last import from one source has set in a provider, so that the next one leaves alone what an
// editor has changed since.
type Imported struct {
	// Source is the name of the registry, and Record the record's own id there.
	Source string `bson:"source" json:"source"`
	Record string `bson:"record" json:"record"`
	// Digest is a hash of all that the record said; empty where it is to be looked at anew.
	Digest string `bson:"digest" json:"digest"`
	// Fields has a name=hash for each field that the import set, with spaces between them. It is one text because a
	// large directory holds millions of them in memory.
	Fields string `bson:"fields,omitempty" json:"fields,omitempty"`
}

// IDOfRecord is the id of a provider that an import of a registry makes. It follows from the record's own id there, and
// so is the same everywhere.
func IDOfRecord(source, record string) string { return IDOfSlug(KindProvider, source+" "+record) }

// ImportOperation is what the record of a change names as what asked for it, and as who made it, where an import did:
// of a registry, or of a file in the directory format where the source is empty.
func ImportOperation(source string) string { return strings.TrimSpace("import " + source) }

// Creation returns the record of a document's first revision, for one that an import brought in: it keeps none, since
// the document itself tells all that would stand in it.
func Creation(first Document) (*Change, error) {
	source := ""
	if provider, ok := first.(*Provider); ok {
		for _, imported := range provider.Imported {
			if provider.ID == IDOfRecord(imported.Source, imported.Record) {
				source = imported.Source
			}
		}
	}
	change, err := NewChange(nil, first)
	if err == nil {
		change.ByImport(source)
	}
	return change, err
}

// ByImport marks a change as one that an import made.
func (c *Change) ByImport(source string) {
	c.Operation = ImportOperation(source)
	c.By = c.Operation
}

// Field returns the hash of a field as the import set it, "" where it set none.
func (i *Imported) Field(name string) string {
	for part := range strings.FieldsSeq(i.Fields) {
		if hash, found := strings.CutPrefix(part, name+"="); found {
			return hash
		}
	}
	return ""
}

// ImportedFrom returns what was imported from a source, nil where nothing was.
func (d *Provider) ImportedFrom(source string) *Imported {
	for i := range d.Imported {
		if d.Imported[i].Source == source {
			return &d.Imported[i]
		}
	}
	return nil
}

// SharesName reports whether every word of a name stands in the record's; an initial stands for a word that it starts.
func (r *NPIRecord) SharesName(name string) bool {
	known := nameWords(r.Name)
	words := nameWords(name)
	for _, word := range words {
		found := false
		for _, other := range known {
			found = found || word == other || len(word) == 1 && strings.HasPrefix(other, word) ||
				len(other) == 1 && strings.HasPrefix(word, other)
		}
		if !found {
			return false
		}
	}
	return len(words) > 0
}

func nameWords(name string) []string { return strings.Split(Slugify(name), "-") }

func (r *NPIRecord) validate(c *checker) {
	if !ValidNPI(r.NPI) {
		c.fault("/npiRecord/npi", r.NPI, "must be ten digits, the last of them the check digit of the others")
	}
	oneOf(c, "/npiRecord/kind", r.Type, []ProviderKind{Individual, Organization})
	c.line("/npiRecord/name", r.Name, 200)
	if r.Person != nil {
		r.Person.validate(c, "/npiRecord/person")
	}
	list(c, "/npiRecord/states", r.States, c.stateCode)
	list(c, "/npiRecord/taxonomies", r.Taxonomies, func(path, code string) { c.line(path, code, 10) })
	c.date("/npiRecord/deactivatedOn", r.DeactivatedOn)
	c.pastDate("/npiRecord/fileDate", r.FileDate)
}

func (i *Imported) validate(c *checker, path string) {
	c.line(path+"/source", i.Source, 40)
	c.line(path+"/record", i.Record, 120)
	c.optionalLine(path+"/digest", i.Digest, 40)
	c.optionalLine(path+"/fields", i.Fields, 1000)
}
