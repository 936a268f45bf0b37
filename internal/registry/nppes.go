package registry

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"findcare/internal/codes"
	"findcare/internal/registry/casing"
	"findcare/internal/tables"
	"findcare/models"
)

// The columns of NPPES's main file that are read, in the order of nppesColumns.
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
	nppesFax
	nppesOtherOrganization
	nppesOtherLastName
	nppesOtherFirstName
	nppesOtherMiddleName
	nppesOtherSuffix
	nppesDeactivated
	nppesReactivated
	nppesUpdated
	nppesTaxonomies // and three more columns for each
)

const (
	maxTaxonomies   = 15
	taxonomyColumns = 4
)

// practice begins the names of columns for the main location.
const practice = "Provider Business Practice Location Address "

func nppesColumns() []tables.Column {
	columns := []tables.Column{
		tables.Required("NPI"),
		tables.Required("Entity Type Code"),
		tables.Required("Provider Organization Name (Legal Business Name)"),
		tables.Required("Provider Last Name (Legal Name)"),
		tables.Required("Provider First Name"),
		tables.Optional("Provider Middle Name"),
		tables.Optional("Provider Name Suffix Text"),
		tables.Optional("Provider Credential Text"),
		tables.Optional("Provider First Line Business Practice Location Address"),
		tables.Optional("Provider Second Line Business Practice Location Address"),
		tables.Required(practice + "City Name"),
		tables.Required(practice + "State Name"),
		tables.Required(practice + "Postal Code"),
		tables.Optional(practice + "Country Code (If outside U.S.)"),
		tables.Optional(practice + "Telephone Number"),
		tables.Optional(practice + "Fax Number"),
		tables.Optional("Provider Other Organization Name"),
		tables.Optional("Provider Other Last Name"),
		tables.Optional("Provider Other First Name"),
		tables.Optional("Provider Other Middle Name"),
		tables.Optional("Provider Other Name Suffix Text"),
		tables.Required("NPI Deactivation Date"),
		tables.Optional("NPI Reactivation Date"),
		tables.Optional("Last Update Date"),
	}
	for i := 1; i <= maxTaxonomies; i++ {
		number := fmt.Sprint("_", i)
		columns = append(
			columns,
			tables.Column{Names: []string{"Healthcare Provider Taxonomy Code" + number}, Optional: i > 1},
			tables.Optional("Provider License Number"+number),
			tables.Optional("Provider License Number State Code"+number),
			tables.Optional("Healthcare Provider Primary Taxonomy Switch"+number),
		)
	}
	return columns
}

// nppes reads the main file of the NPI registry.
type nppes struct {
	filter    taxonomyFilter
	terms     *Terms
	fileDate  models.Date
	locations map[string][]furtherLocation // by NPI; nil if the file has none
}

func (*nppes) source() string { return "nppes" }

// taxonomyFilter decides which taxonomies are in scope.
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
	return codes.Behavioural(string(code))
}

// wanted reports whether any taxonomy of the row is in scope.
func (f *taxonomyFilter) wanted(r *tables.Rows) bool {
	for i := range maxTaxonomies {
		if f.wants(r.Fields[nppesTaxonomies+i*taxonomyColumns]) {
			return true
		}
	}
	return false
}

// read returns the entry of the current row.
func (n *nppes) read(r *tables.Rows) Entry {
	e := Entry{Line: r.Line}
	if e.Rejected = r.Complete(); e.Rejected != nil {
		return e
	}
	e.Key = r.Number(nppesNPI)
	if !models.ValidNPI(e.Key) {
		e.Rejected = notAnNPI(e.Key)
		return e
	}
	e.updated = updatedOn(&e, r)
	if n.outOfUse(&e, r); e.WithdrawnOn != "" || e.Rejected != nil {
		return e
	}
	if !n.filter.wanted(r) {
		e.NotListed, e.Skipped, e.Taxonomies = models.OutOfScope, "not in behavioural health", taxonomiesOf(r)
		return e
	}
	if !domestic(r.Text(nppesCountry)) {
		e.NotListed, e.Skipped, e.Taxonomies = models.Abroad, "outside the United States", taxonomiesOf(r)
		return e
	}
	n.describe(&e, r)
	return e
}

func notAnNPI(text string) *tables.Fault {
	return &tables.Fault{Column: "NPI", Value: text, Reason: "not an NPI: ten digits with a check digit"}
}

// outOfUse reads the dates of deactivation and reactivation. If one cannot be read, it is unknown whether the record is
// in use: the row is rejected, and its provider is no longer listed.
func (n *nppes) outOfUse(e *Entry, r *tables.Rows) {
	off, on := e.date(r, nppesDeactivated), e.date(r, nppesReactivated)
	if e.Rejected != nil {
		e.NotListed = models.Unclear
	} else if on < off {
		e.WithdrawnOn = off
	}
}

// date reads a date of the current row, and rejects the row if it is invalid.
func (e *Entry) date(r *tables.Rows, slot int) models.Date {
	if len(r.Fields[slot]) == 0 { // as in nearly all rows
		return ""
	}
	text := r.Text(slot)
	date, err := tables.ReadDate(text)
	if err != nil && e.Rejected == nil {
		e.Rejected = &tables.Fault{Column: nppesColumn(slot), Value: text, Reason: err.Error()}
	}
	return date
}

// updatedOn returns the day on which the registry last updated the record. It only decides which of two rows counts.
func updatedOn(e *Entry, r *tables.Rows) uint32 {
	text := r.Text(nppesUpdated)
	day, err := tables.ReadDay(text)
	if err != nil {
		e.ignore(nppesColumn(nppesUpdated), text, err.Error())
	}
	const secondsADay = 24 * 60 * 60
	return uint32(max(day.Unix(), 0) / secondsADay)
}

func nppesColumn(slot int) string { return nppesColumns()[slot].Names[0] }

// domestic reports whether a country code is that of the United States or a territory; CA is Canada here.
func domestic(country string) bool {
	return country == "" || slices.Contains([]string{"US", "PR", "GU", "VI", "AS", "MP"}, strings.ToUpper(country))
}

// describe sets what the record says about the provider.
func (n *nppes) describe(e *Entry, r *tables.Rows) {
	p, person := &models.Provider{NPI: models.OptionalString(e.Key)}, casing.Person{}
	e.Facts = p
	switch entity := r.Number(nppesEntity); entity {
	case "1":
		p.Type = models.Individual
		person = personName(r)
		p.Name = person.Full()
	case "2":
		p.Type = models.Organization
		e.setName(casing.Organization(r.Text(nppesOrganization)), "")
	default:
		e.Rejected = &tables.Fault{
			Column: "Entity Type Code",
			Value:  entity,
			Reason: "neither 1, an individual, nor 2, an organization",
		}
		e.Facts = nil
		return
	}
	if p.Name == "" {
		e.Facts = nil
		e.Rejected = &tables.Fault{Column: "Provider Last Name (Legal Name)", Value: "", Reason: "the name is missing"}
		return
	}
	p.Slug = slugOf(p.Name, e.Key)
	e.addOtherNames(r, person)
	record := &models.NPIRecord{
		NPI: e.Key, Type: p.Type, Name: p.Name, Person: nameParts(person), FileDate: n.fileDate,
	}
	n.locate(e, r)
	for _, l := range p.Locations {
		if !slices.Contains(record.States, l.StateCode) {
			record.States = append(record.States, l.StateCode)
		}
	}
	held := licencesOf(r)
	record.Taxonomies = taxonomiesOf(r)
	p.NPIRecord = record
	n.qualify(e, r.Text(nppesCredentials), held, record.States)
}

// taxonomiesOf returns the taxonomy codes of a row, the primary one first.
func taxonomiesOf(r *tables.Rows) (codes []string) {
	for i := range maxTaxonomies {
		at := nppesTaxonomies + i*taxonomyColumns
		if len(r.Fields[at]) == 0 { // as most are
			continue
		}
		switch code := r.Text(at); {
		case code == "":
		case strings.EqualFold(r.Text(at+3), "Y"):
			codes = slices.Insert(codes, 0, code)
		default:
			codes = append(codes, code)
		}
	}
	unique := codes[:0]
	for _, code := range codes {
		addOnce(&unique, code)
	}
	return unique
}

func personName(r *tables.Rows) casing.Person {
	return casing.Person{
		Given: r.Text(nppesFirstName), Middle: r.Text(nppesMiddleName), Family: r.Text(nppesLastName),
		Suffix: r.Text(nppesSuffix),
	}.Write()
}

var practiceColumns = struct{ city, state, zip string }{
	practice + "City Name", practice + "State Name", practice + "Postal Code",
}

func (n *nppes) locate(e *Entry, r *tables.Rows) {
	phones := append(
		e.readPhones(practice+"Telephone Number", r.Number(nppesPhone), unnamed),
		e.readPhones(practice+"Fax Number", r.Number(nppesFax), faxLine)...,
	)
	main, ok := e.location(&address{
		street1: r.Text(nppesStreet1), street2: r.Text(nppesStreet2),
		city: r.Text(nppesCity), state: r.Text(nppesState), zip: r.Number(nppesZIP),
		phones: phones, columns: practiceColumns,
	})
	if ok {
		e.Facts.Locations = []models.Location{main}
	}
	for _, further := range n.locations[e.Key] {
		if !slices.Contains(e.Facts.Locations, further.place) {
			e.Facts.Locations = append(e.Facts.Locations, further.place)
			phones = append(phones, further.phones...)
		}
	}
	addPhones(e.Facts, phones)
	e.MainLocationOnly = n.locations == nil
}

// licence is a taxonomy of a record with the licence given for it.
type licence struct{ taxonomy, number, state string }

// licencesOf returns the taxonomies of a row with their licences, the primary one first.
func licencesOf(r *tables.Rows) (held []licence) {
	for i := range maxTaxonomies {
		at := nppesTaxonomies + i*taxonomyColumns
		l := licence{taxonomy: r.Text(at), number: r.Number(at + 1), state: strings.ToUpper(r.Text(at + 2))}
		switch {
		case l.taxonomy == "":
		case strings.EqualFold(r.Text(at+3), "Y"):
			held = slices.Insert(held, 0, l)
		default:
			held = append(held, l)
		}
	}
	return held
}
