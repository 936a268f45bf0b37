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
		tables.Optional("phone"),
		tables.Optional("latitude"),
		tables.Optional("longitude"),
		tables.Optional("service_codes", "services", "service_code_info"),
	}
}

// samhsa reads lists of treatment facilities: the file of the treatment locator, and exports of FindTreatment.gov,
// which have a column for each service code or one column with all codes.
type samhsa struct {
	terms *Terms
	codes []string // of the columns from samhsaCodes
}

func (*samhsa) source() string { return "samhsa" }

// columnsIn returns the columns of a file, including those of its service codes.
func (s *samhsa) columnsIn(header []string) []tables.Column {
	columns := samhsaColumns()
	for _, name := range header {
		code, _, _ := strings.Cut(strings.ToUpper(strings.TrimSpace(name)), "-")
		if codes.ServiceOf(code) != nil && !slices.Contains(s.codes, code) {
			s.codes = append(s.codes, code)
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
	name, part := casing.Organization(text(samhsaName1)), casing.Organization(text(samhsaName2))
	if name == "" {
		e.Rejected = &tables.Fault{Column: "name1", Value: "", Reason: "the name is missing"}
		return e
	}
	place, ok := e.location(&address{
		street1: text(samhsaStreet1), street2: text(samhsaStreet2),
		city: text(samhsaCity), state: text(samhsaState), zip: text(samhsaZIP), zip4: text(samhsaZIP4),
		phone:   text(samhsaPhone),
		columns: struct{ city, state, zip, phone string }{"city", "state", "zip", "phone"},
	})
	if !ok {
		fault := e.Ignored[0]
		e.Rejected, e.Ignored = &fault, nil
		return e
	}
	if part != "" {
		name += ", " + part
	}
	e.point(&place, text(samhsaLatitude), text(samhsaLongitude))
	e.Key = facilityKey(name, &place)
	e.Facts = &models.Provider{Type: models.Organization, Name: name, Locations: []models.Location{place}}
	e.Facts.Slug = slugOf(name+" "+place.City+" "+place.StateCode, e.Key)
	for _, code := range s.codesIn(r) {
		s.offer(e.Facts, codes.ServiceOf(code))
	}
	return e
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

// codesIn returns the service codes of a row.
func (s *samhsa) codesIn(r *tables.Rows) []string {
	codes := codes.SplitCodes(r.Text(samhsaServices))
	for i, code := range s.codes {
		switch strings.ToUpper(r.Number(samhsaCodes + i)) {
		case "1", "Y", "YES", "TRUE", "X":
			codes = append(codes, code)
		}
	}
	return codes
}

// offer adds what a service code means, if the directory has a field for it.
func (s *samhsa) offer(p *models.Provider, service *codes.Service) {
	if service == nil {
		return
	}
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
	if service.Payment != "" {
		addOnce(&p.Insurances, s.terms.insurance(service.Payment))
	}
}

func addOnce[T comparable](list *[]T, value T) {
	if !slices.Contains(*list, value) {
		*list = append(*list, value)
	}
}
