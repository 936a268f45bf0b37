package demo

import (
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"findcare/internal/codes"
	"findcare/models"
)

// WriteNPPES writes rows in the layout of the NPI registry's main file, of which a percentage is in behavioural health.
// They are about nobody, and the same parameters always give the same bytes.
func WriteNPPES(to io.Writer, rows, behaviouralPercent int) error {
	g, err := newGenerator(written)
	if err != nil {
		return fmt.Errorf("demo: %w", err)
	}
	header := nppesHeader()
	table := &nppesTable{
		generator:   g,
		width:       len(header),
		at:          make(map[string]int, len(header)),
		behavioural: behaviouralPercent,
	}
	table.people, table.organizations = codes.BehaviouralTaxonomies()
	for i, name := range header {
		table.at[name] = i
	}
	if err := writeQuoted(to, header); err != nil {
		return err
	}
	for i := range rows {
		if err := writeQuoted(to, table.row(i)); err != nil {
			return err
		}
	}
	return nil
}

// nppesNames are the first columns as CMS ships them, nppesDates those after the addresses, and nppesEnd the last ones.
var (
	nppesNames = []string{
		"NPI", "Entity Type Code", "Replacement NPI", "Employer Identification Number (EIN)",
		"Provider Organization Name (Legal Business Name)", "Provider Last Name (Legal Name)", "Provider First Name",
		"Provider Middle Name", "Provider Name Prefix Text", "Provider Name Suffix Text", "Provider Credential Text",
		"Provider Other Organization Name", "Provider Other Organization Name Type Code", "Provider Other Last Name",
		"Provider Other First Name", "Provider Other Middle Name", "Provider Other Name Prefix Text",
		"Provider Other Name Suffix Text", "Provider Other Credential Text", "Provider Other Last Name Type Code",
	}
	nppesDates = []string{
		"Provider Enumeration Date", "Last Update Date", "NPI Deactivation Reason Code", "NPI Deactivation Date",
		"NPI Reactivation Date", "Provider Sex Code", "Authorized Official Last Name", "Authorized Official First Name",
		"Authorized Official Middle Name", "Authorized Official Title or Position",
		"Authorized Official Telephone Number",
	}
	nppesEnd = []string{
		"Is Sole Proprietor", "Is Organization Subpart", "Parent Organization LBN", "Parent Organization TIN",
		"Authorized Official Name Prefix Text", "Authorized Official Name Suffix Text",
		"Authorized Official Credential Text",
	}
)

// nppesHeader returns the names of the 330 columns.
func nppesHeader() []string {
	header := slices.Clone(nppesNames)
	for _, kind := range []string{"Mailing", "Practice Location"} {
		header = append(header,
			"Provider First Line Business "+kind+" Address", "Provider Second Line Business "+kind+" Address")
		for _, part := range []string{
			"City Name", "State Name", "Postal Code", "Country Code (If outside U.S.)", "Telephone Number",
			"Fax Number",
		} {
			header = append(header, "Provider Business "+kind+" Address "+part)
		}
	}
	header = append(header, nppesDates...)
	header = append(header, numbered(15, "Healthcare Provider Taxonomy Code_", "Provider License Number_",
		"Provider License Number State Code_", "Healthcare Provider Primary Taxonomy Switch_")...)
	header = append(header, numbered(50, "Other Provider Identifier_", "Other Provider Identifier Type Code_",
		"Other Provider Identifier State_", "Other Provider Identifier Issuer_")...)
	header = append(header, nppesEnd...)
	header = append(header, numbered(15, "Healthcare Provider Taxonomy Group_")...)
	return append(header, "Certification Date")
}

// numbered repeats a group of columns.
func numbered(times int, names ...string) (columns []string) {
	for i := 1; i <= times; i++ {
		for _, name := range names {
			columns = append(columns, name+strconv.Itoa(i))
		}
	}
	return columns
}

type nppesTable struct {
	*generator
	width                 int
	at                    map[string]int // the index of each column
	behavioural           int            // percent
	people, organizations []string       // taxonomies
}

// others are taxonomies outside behavioural health.
var others = []string{
	"207Q00000X",
	"207R00000X",
	"1223G0001X",
	"225100000X",
	"183500000X",
	"163W00000X",
	"363LF0000X",
	"111N00000X",
	"152W00000X",
	"332B00000X",
}

// row returns the i-th row.
func (t *nppesTable) row(i int) []string {
	r := random{rand.New(rand.NewPCG(330, uint64(i)))}
	row := make([]string, t.width)
	set := func(column, value string) { row[t.at[column]] = strings.ToUpper(value) }
	set("NPI", numberOf(i))
	set("Provider Enumeration Date", "05/23/2005")
	set("Last Update Date", "07/08/2007")
	if r.chance(6) {
		set("NPI Deactivation Date", "03/16/2006")
		return row
	}
	taxonomy := pick(r, others)
	organization := r.chance(20)
	if r.chance(t.behavioural) {
		taxonomy = pick(r, t.people)
		if organization {
			taxonomy = pick(r, t.organizations)
		}
	}
	if organization {
		set("Entity Type Code", "2")
		set("Employer Identification Number (EIN)", "<UNAVAIL>")
		set(
			"Provider Organization Name (Legal Business Name)",
			pick(r, t.generator.people.Organizations)+" "+strconv.Itoa(i)+" LLC",
		)
	} else {
		set("Entity Type Code", "1")
		set("Provider Last Name (Legal Name)", pick(r, t.generator.people.FamilyNames))
		set("Provider First Name", pick(r, t.generator.people.GivenNames))
		set("Provider Middle Name", string(rune('A'+r.IntN(26))))
		set(
			"Provider Credential Text",
			pick(r, []string{"", "L.C.S.W.", "LPC", "MSW, LICSW", "M.D.", "PH.D.", "PSY.D.", "LMFT", "R.N."}),
		)
		set("Provider Sex Code", pick(r, []string{"F", "M", "X"}))
	}
	t.practice(r, set)
	set("Healthcare Provider Taxonomy Code_1", taxonomy)
	set("Healthcare Provider Primary Taxonomy Switch_1", "Y")
	return row
}

// practice sets the addresses and the licence.
func (t *nppesTable) practice(r random, set func(column, value string)) {
	home := t.cityWeights.pick(r)
	line := fmt.Sprintf("%d %s", 1+r.IntN(9900), pick(r, t.generator.people.Streets))
	phone := fmt.Sprintf("%s55501%02d", t.areaCodes[home.StateCode], r.IntN(100))
	for _, kind := range []string{"Business Mailing Address", "Business Practice Location Address"} {
		set("Provider First Line "+kind, line)
		set("Provider "+kind+" City Name", home.City)
		set("Provider "+kind+" State Name", home.StateCode)
		set("Provider "+kind+" Postal Code", fmt.Sprintf("%s%04d", home.PostalCode, 1+r.IntN(9999)))
		set("Provider "+kind+" Country Code (If outside U.S.)", "US")
		set("Provider "+kind+" Telephone Number", phone)
	}
	set("Provider License Number_1", fmt.Sprintf("DEMO-%06d", r.IntN(1_000_000)))
	set("Provider License Number State Code_1", home.StateCode)
}

// numberOf returns the i-th NPI with a valid check digit.
func numberOf(i int) string {
	for digit := range 10 {
		if npi := fmt.Sprintf("1%08d%d", i, digit); models.ValidNPI(npi) {
			return npi
		}
	}
	panic("no digit is the check digit") // a bug: one always is
}

func writeQuoted(to io.Writer, row []string) error {
	var b strings.Builder
	for i, field := range row {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('"')
		b.WriteString(strings.ReplaceAll(field, `"`, `""`))
		b.WriteByte('"')
	}
	b.WriteByte('\n')
	_, err := io.WriteString(to, b.String())
	return err
}
