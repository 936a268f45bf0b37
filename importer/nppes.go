package importer

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"time"

	"findcare/models"
	"findcare/registry"
)

// The columns of NPPES's main file that matter, in the order of nppesColumns.
const (
	nppesNPI = iota
	nppesEntity
	nppesOrganization
	nppesLastName
	nppesFirstName
	nppesMiddleName
	nppesSuffix
	nppesCredentials
	nppesStreet1
	nppesStreet2
	nppesCity
	nppesState
	nppesZIP
	nppesCountry
	nppesPhone
	nppesDeactivated
	nppesReactivated
	nppesTaxonomies // and three more columns for each
)

const (
	mostTaxonomies  = 15
	taxonomyColumns = 4
)

func nppesColumns() []column {
	const practice = "Provider Business Practice Location Address "
	columns := []column{
		required("NPI"), required("Entity Type Code"), required("Provider Organization Name (Legal Business Name)"),
		required("Provider Last Name (Legal Name)"), required("Provider First Name"), optional("Provider Middle Name"),
		optional("Provider Name Suffix Text"), optional("Provider Credential Text"),
		optional("Provider First Line Business Practice Location Address"), optional("Provider Second Line Business Practice Location Address"),
		required(practice + "City Name"), required(practice + "State Name"), required(practice + "Postal Code"),
		optional(practice + "Country Code (If outside U.S.)"), optional(practice + "Telephone Number"),
		required("NPI Deactivation Date"), optional("NPI Reactivation Date"),
	}
	for i := 1; i <= mostTaxonomies; i++ {
		number := fmt.Sprint("_", i)
		columns = append(columns, column{[]string{"Healthcare Provider Taxonomy Code" + number}, i > 1},
			optional("Provider License Number"+number), optional("Provider License Number State Code"+number), optional("Healthcare Provider Primary Taxonomy Switch"+number))
	}
	return columns
}

// nppes reads the main file of the NPI registry.
type nppes struct {
	filter    taxonomyFilter
	terms     *terms
	fileDate  models.Date
	locations map[string][]models.Location // further ones by NPI; nil where the file has none
}

func (*nppes) source() string { return "nppes" }

// taxonomyFilter tells whom the directory is about.
type taxonomyFilter struct{ prefixes []string }

func (f *taxonomyFilter) wants(code []byte) bool {
	if len(code) == 0 {
		return false
	}
	for _, prefix := range f.prefixes {
		if prefix == "*" || bytes.HasPrefix(code, []byte(prefix)) {
			return true
		}
	}
	return registry.Behavioural(string(code))
}

// wanted tells whether any of the taxonomies in the row is wanted.
func (f *taxonomyFilter) wanted(r *rows) bool {
	for i := range mostTaxonomies {
		if f.wants(r.fields[nppesTaxonomies+i*taxonomyColumns]) {
			return true
		}
	}
	return false
}

// read makes an entry of the current row.
func (n *nppes) read(r *rows) entry {
	e := entry{line: r.line}
	if e.rejected = r.complete(); e.rejected != nil {
		return e
	}
	e.Key = r.number(nppesNPI)
	if !models.ValidNPI(e.Key) {
		e.rejected = &valueFault{"NPI", e.Key, "not an NPI: ten digits with a check digit"}
		return e
	}
	if off := nppesDate(r.text(nppesDeactivated)); off != "" && nppesDate(r.text(nppesReactivated)) < off {
		e.WithdrawnOn = off
		return e
	}
	if !n.filter.wanted(r) {
		e.skipped = "not in behavioural health"
		return e
	}
	if !domestic(r.text(nppesCountry)) {
		e.skipped = "outside the United States"
		return e
	}
	n.describe(&e, r)
	return e
}

// domestic tells whether a country's code is that of the United States or of a territory; CA is Canada here.
func domestic(country string) bool {
	return country == "" || slices.Contains([]string{"US", "PR", "GU", "VI", "AS", "MP"}, strings.ToUpper(country))
}

// describe fills in what the record says of the provider.
func (n *nppes) describe(e *entry, r *rows) {
	p := &models.Provider{NPI: models.OptionalString(e.Key)}
	switch entity := r.number(nppesEntity); entity {
	case "1":
		p.Type, p.Name = models.Individual, personName(r)
	case "2":
		p.Type, p.Name = models.Organization, properTitle(r.text(nppesOrganization))
	default:
		e.rejected = &valueFault{"Entity Type Code", entity, "neither 1, an individual, nor 2, an organization"}
		return
	}
	if p.Name == "" {
		e.rejected = &valueFault{"Provider Last Name (Legal Name)", "", "the name is missing"}
		return
	}
	p.Slug = slugOf(p.Name, e.Key)
	e.Facts = p
	record := &models.NPIRecord{NPI: e.Key, Type: p.Type, Name: p.Name, FileDate: n.fileDate}
	n.locate(e, r)
	for _, l := range p.Locations {
		if !slices.Contains(record.States, l.StateCode) {
			record.States = append(record.States, l.StateCode)
		}
	}
	held := licencesOf(r)
	for _, l := range held {
		if !slices.Contains(record.Taxonomies, l.taxonomy) {
			record.Taxonomies = append(record.Taxonomies, l.taxonomy)
		}
	}
	p.NPIRecord = record
	n.qualify(e, r.text(nppesCredentials), held, record.States)
}

func personName(r *rows) string {
	parts := []string{
		givenName(r.text(nppesFirstName)), givenName(r.text(nppesMiddleName)), properName(r.text(nppesLastName)), properSuffix(r.text(nppesSuffix)),
	}
	if parts[2] == "" {
		return ""
	}
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), " ")
}

var practiceColumns = struct{ city, state, zip, phone string }{
	"Provider Business Practice Location Address City Name", "Provider Business Practice Location Address State Name",
	"Provider Business Practice Location Address Postal Code", "Provider Business Practice Location Address Telephone Number",
}

func (n *nppes) locate(e *entry, r *rows) {
	main, ok := e.location(&address{
		street1: r.text(nppesStreet1), street2: r.text(nppesStreet2), city: r.text(nppesCity), state: r.text(nppesState),
		zip: r.number(nppesZIP), phone: r.number(nppesPhone), columns: practiceColumns,
	})
	if ok {
		e.Facts.Locations = []models.Location{main}
	}
	for _, further := range n.locations[e.Key] {
		if !slices.Contains(e.Facts.Locations, further) {
			e.Facts.Locations = append(e.Facts.Locations, further)
		}
	}
	e.MainLocationOnly = n.locations == nil
}

// licence is a taxonomy of a record with the licence that stands beside it.
type licence struct{ taxonomy, number, state string }

// licencesOf returns the taxonomies of a row, the primary one first.
func licencesOf(r *rows) (held []licence) {
	for i := range mostTaxonomies {
		at := nppesTaxonomies + i*taxonomyColumns
		l := licence{taxonomy: r.text(at), number: r.number(at + 1), state: strings.ToUpper(r.text(at + 2))}
		switch {
		case l.taxonomy == "":
		case strings.EqualFold(r.text(at+3), "Y"):
			held = slices.Insert(held, 0, l)
		default:
			held = append(held, l)
		}
	}
	return held
}

// nppesDate makes 2006-03-16 of 03/16/2006; "" where it is none.
func nppesDate(text string) models.Date {
	if text == "" {
		return ""
	}
	t, err := time.Parse("01/02/2006", text)
	if err != nil {
		return ""
	}
	return models.DateOf(t)
}
