package registry

import (
	"slices"
	"strconv"
	"strings"

	"github.com/cespare/xxhash/v2"

	"findcare/internal/codes"
	"findcare/internal/registry/casing"
	"findcare/internal/tables"
	"findcare/models"
)

// The columns of SAMHSA's files that are read, in the order of samhsaColumns.
const (
	samhsaName1 = iota
	samhsaName2
	samhsaStreet1
	samhsaStreet2
	samhsaCity
	samhsaState
	samhsaZIP
	samhsaZIP4
	samhsaPhone
	samhsaIntake1
	samhsaIntake2
	samhsaHotline1
	samhsaHotline2
	samhsaTTY
	samhsaFax
	samhsaWebsite
	samhsaLatitude
	samhsaLongitude
	samhsaServices
	samhsaCodes // and a column for each code that the file has
)

func samhsaColumns() []tables.Column {
	return []tables.Column{
		tables.Required("name1"),
		tables.Optional("name2"),
		tables.Required("street1"),
		tables.Optional("street2"),
		tables.Required("city"),
		tables.Required("state"),
		tables.Required("zip"),
		tables.Optional("zip4"),
		tables.Optional("phone", "phone1", "telephone"),
		tables.Optional("intake1", "intake"),
		tables.Optional("intake2"),
		tables.Optional("hotline1", "hotline"),
		tables.Optional("hotline2"),
		tables.Optional("tty", "tdd"),
		tables.Optional("fax"),
		tables.Optional("website", "url"),
		tables.Optional("latitude"),
		tables.Optional("longitude"),
		tables.Optional("service_codes", "services", "service_code_info"),
	}
}

// samhsa reads lists of treatment facilities: the file of the treatment locator, and exports of FindTreatment.gov,
// which have a column for each service code or one column with all codes.
type samhsa struct {
	terms   *Terms
	columns []*codes.Service // from samhsaCodes
}

func (*samhsa) source() string { return "samhsa" }

// columnsIn returns the columns of a file, including those of its service codes.
func (s *samhsa) columnsIn(header []string) []tables.Column {
	columns := samhsaColumns()
	for _, name := range header {
		if service := codes.ServiceNamed(name); service != nil && !slices.Contains(s.columns, service) {
			s.columns = append(s.columns, service)
			columns = append(columns, tables.Optional(name))
		}
	}
	return columns
}

// samhsaText returns the text of a column, "" for NA, which some files have for nothing.
func samhsaText(r *tables.Rows, slot int) string {
	if text := r.Number(slot); text != "NA" && text != "N/A" {
		return text
	}
	return ""
}

// read returns the entry of the current row. Facilities have no number: name and address identify them.
func (s *samhsa) read(r *tables.Rows) Entry {
	e := Entry{Line: r.Line}
	if e.Rejected = r.Complete(); e.Rejected != nil {
		return e
	}
	text := func(slot int) string { return samhsaText(r, slot) }
	whole, part := casing.Organization(text(samhsaName1)), casing.Organization(text(samhsaName2))
	if whole == "" {
		e.Rejected = &tables.Fault{Column: "name1", Value: "", Reason: "the name is missing"}
		return e
	}
	phones := e.facilityPhones(text)
	place, ok := e.location(&address{
		street1: text(samhsaStreet1), street2: text(samhsaStreet2),
		city: text(samhsaCity), state: text(samhsaState), zip: text(samhsaZIP), zip4: text(samhsaZIP4),
		phones:  phones,
		columns: struct{ city, state, zip string }{"city", "state", "zip"},
	})
	if !ok {
		fault := e.Ignored[len(e.Ignored)-1]
		e.Rejected, e.Ignored = &fault, nil
		return e
	}
	name := whole
	if part != "" {
		name += ", " + part
	}
	e.point(&place, text(samhsaLatitude), text(samhsaLongitude))
	e.Key = facilityKey(name, &place) // by the whole name, so that it stays
	e.Facts = &models.Provider{Type: models.Organization, Locations: []models.Location{place}}
	e.setName(whole, part)
	e.Facts.Slug = slugOf(e.Facts.Name+" "+place.City+" "+place.StateCode, e.Key)
	e.Facts.Website = models.OptionalString(e.website("website", text(samhsaWebsite)))
	addPhones(e.Facts, phones)
	for _, service := range s.services(&e, r) {
		s.offer(e.Facts, service)
	}
	return e
}

// facilityPhones returns the numbers of a row, that to call for anything first.
func (e *Entry) facilityPhones(text func(slot int) string) (phones []phoneEntry) {
	for _, column := range [...]struct {
		slot int
		name string
		kind phoneKind
	}{
		{samhsaPhone, "phone", unnamed},
		{samhsaIntake1, "intake1", intakeLine},
		{samhsaIntake2, "intake2", intakeLine},
		{samhsaHotline1, "hotline1", urgentLine},
		{samhsaHotline2, "hotline2", urgentLine},
		{samhsaTTY, "tty", textPhone},
		{samhsaFax, "fax", faxLine},
	} {
		phones = append(phones, e.readPhones(column.name, text(column.slot), column.kind)...)
	}
	return phones
}

// facilityKey returns a key that identifies a facility.
func facilityKey(name string, place *models.Location) string {
	described := models.Slugify(strings.Join([]string{name, string(place.Street), place.City, place.StateCode}, "|"))
	return strconv.FormatUint(xxhash.Sum64String(described), 36)
}

// point sets the coordinates of a location.
func (e *Entry) point(l *models.Location, latitude, longitude string) {
	if latitude == "" && longitude == "" {
		return
	}
	north, err := strconv.ParseFloat(latitude, 64)
	east, err2 := strconv.ParseFloat(longitude, 64)
	const maxNorth, maxEast = 90, 180
	if err != nil || err2 != nil ||
		!(north >= -maxNorth && north <= maxNorth && east >= -maxEast && east <= maxEast) ||
		north == 0 && east == 0 {
		e.ignore("latitude", latitude+" "+longitude, "not a place on the Earth")
		return
	}
	l.Latitude, l.Longitude = &north, &east
}

// services returns the services of a row. A language may be given by its name where it has no code.
func (s *samhsa) services(e *Entry, r *tables.Rows) []*codes.Service {
	found, unknown := codes.ReadServices(r.Text(samhsaServices))
	for i, service := range s.columns {
		switch strings.ToUpper(r.Number(samhsaCodes + i)) {
		case "1", "Y", "YES", "TRUE", "X":
			found = append(found, service)
		}
	}
	for _, text := range unknown {
		isName := text != strings.ToUpper(text) // GA is a code, and Ga a language
		if language, ok := models.LanguageName(text); ok && isName && strings.EqualFold(language, text) {
			found = append(found, &codes.Service{Label: text, Language: language})
			continue
		}
		addOnce(&e.UnknownCodes, text)
	}
	return found
}

// offer adds what a service code means, if the directory has a field for it.
func (s *samhsa) offer(p *models.Provider, service *codes.Service) {
	if service.Treatment != nil {
		if known, ok := s.terms.get(models.KindTreatment, service.Treatment); ok {
			addOnce(&p.TreatmentIDs, known.ID)
		}
	}
	for _, ages := range service.AgeGroups {
		addOnce(&p.AgeGroups, models.AgeGroup(ages))
	}
	if service.SessionFormat != "" {
		addOnce(&p.SessionFormats, models.SessionFormat(service.SessionFormat))
	}
	if service.Language != "" {
		addOnce(&p.Languages, service.Language)
	}
	for _, help := range service.LanguageServices {
		addOnce(&p.LanguageServices, models.LanguageService(help))
	}
	for _, population := range service.Populations {
		addOnce(&p.Populations, models.Population(population))
	}
	if service.Payment != "" {
		addOnce(&p.Insurances, s.terms.insurance(service.Payment))
	}
}

func addOnce[S ~[]T, T comparable](list *S, value T) {
	if !slices.Contains(*list, value) {
		*list = append(*list, value)
	}
}
