package dirformat

import (
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"findcare/models"
)

// Column is a column of the CSV form. It converts a provider to a cell, and a cell to the JSON value that it stands
// for.
type Column struct {
	// Name is a field of the directory format, with a dot before a field within it. The main location is the first one.
	Name  string
	Cell  func(*models.Provider) string
	value func(cell string) any
}

// Columns returns all columns. The first three are required in a file.
func Columns() []Column {
	return slices.Concat(firstColumns(), contactColumns(), needColumns(), recordColumns())
}

func firstColumns() []Column {
	return []Column{
		textColumn("slug", func(p *models.Provider) string { return p.Slug }),
		textColumn("kind", func(p *models.Provider) models.ProviderKind { return p.Type }),
		textColumn("name", func(p *models.Provider) string { return p.Name }),
		textColumn("id", func(p *models.Provider) string { return p.ID }),
		listColumn("formerSlugs", func(p *models.Provider) []string { return p.FormerSlugs }),
		read(asDigits, textColumn("npi", func(p *models.Provider) models.OptionalString { return p.NPI })),
		textColumn("pronouns", func(p *models.Provider) models.OptionalString { return p.Pronouns }),
		listColumn("credentials", func(p *models.Provider) []string { return p.CredentialIDs }),
		jsonColumn("licenses", func(p *models.Provider) []models.License { return p.Licenses }),
		plainColumn("practicingSince", asWhole, func(p *models.Provider) *int { return p.PracticingSince }),
		placeColumn("id", func(l *models.Location) string { return l.ID.String() }),
		placeColumn("street", func(l *models.Location) models.OptionalString { return l.Street }),
		placeColumn("city", func(l *models.Location) string { return l.City }),
		placeColumn("stateCode", func(l *models.Location) string { return l.StateCode }),
		read(
			asDigits,
			placeColumn("postalCode", func(l *models.Location) models.OptionalString { return l.PostalCode }),
		),
		read(asPhone, placeColumn("phone", func(l *models.Location) string { return nationalPhone(string(l.Phone)) })),
		plainColumn(
			"location.latitude", asDegrees, func(p *models.Provider) *float64 { return mainLocation(p).Latitude },
		),
		plainColumn(
			"location.longitude", asDegrees, func(p *models.Provider) *float64 { return mainLocation(p).Longitude },
		),
		jsonColumn(
			moreLocations,
			func(p *models.Provider) []models.Location { return p.Locations[min(1, len(p.Locations)):] },
		),
		listColumn("conditions", func(p *models.Provider) []string { return p.ConditionIDs }),
		listColumn("treatments", func(p *models.Provider) []string { return p.TreatmentIDs }),
		textColumn("statement", func(p *models.Provider) models.OptionalString { return p.Statement }),
		listColumn("sessionFormats", func(p *models.Provider) []models.SessionFormat { return p.SessionFormats }),
		listColumn("ageGroups", func(p *models.Provider) []models.AgeGroup { return p.AgeGroups }),
		listColumn("languages", func(p *models.Provider) []string { return p.Languages }),
		listColumn("insurances", func(p *models.Provider) []string { return p.Insurances }),
		plainColumn("acceptingNewClients", asTruth, func(p *models.Provider) *bool { return p.AcceptingNewClients }),
		feeColumn("currency", func(f *models.FeeRange) string { return f.Currency }),
		read(asWhole, feeColumn("minimum", func(f *models.FeeRange) string { return strconv.Itoa(f.Minimum) })),
		read(asWhole, feeColumn("maximum", func(f *models.FeeRange) string { return strconv.Itoa(f.Maximum) })),
		read(
			asTruth,
			feeColumn("slidingScale", func(f *models.FeeRange) string { return strconv.FormatBool(f.SlidingScale) }),
		),
		read(asDay, textColumn("confirmedOn", func(p *models.Provider) models.Date { return p.ConfirmedOn })),
	}
}

// contactColumns are other names, and ways to reach a provider.
func contactColumns() []Column {
	return []Column{
		listColumn("otherNames", func(p *models.Provider) []string { return p.OtherNames }),
		textColumn("website", func(p *models.Provider) models.OptionalString { return p.Website }),
		textColumn("email", func(p *models.Provider) models.OptionalString { return p.Email }),
		jsonColumn("phones", func(p *models.Provider) []models.PhoneNumber { return p.Phones }),
		textColumn("bookingUrl", func(p *models.Provider) models.OptionalString { return p.BookingURL }),
		listColumn("worksFor", func(p *models.Provider) []string { return p.WorksForIDs }),
		jsonColumn("hours", func(p *models.Provider) *models.Hours { return p.Hours }),
	}
}

// needColumns are what people choose by beside what is treated, where and how.
func needColumns() []Column {
	return []Column{
		jsonColumn("languageSkills", func(p *models.Provider) []models.LanguageSkill { return p.LanguageSkills }),
		saidColumn(
			"languageServices",
			func(p *models.Provider) models.Said[models.LanguageService] { return p.LanguageServices },
		),
		saidColumn(
			"accessibility",
			func(p *models.Provider) models.Said[models.AccessibilityFeature] { return p.Accessibility },
		),
		textColumn("gender", func(p *models.Provider) models.Gender { return p.Gender }),
		saidColumn("identities", func(p *models.Provider) models.Said[string] { return p.Identities }),
		textColumn("faith", func(p *models.Provider) models.OptionalString { return p.Faith }),
		saidColumn("populations", func(p *models.Provider) models.Said[models.Population] { return p.Populations }),
		plainColumn("freeConsultation", asTruth, func(p *models.Provider) *bool { return p.FreeConsultation }),
		plainColumn("prescribes", asTruth, func(p *models.Provider) *bool { return p.Prescribes }),
		jsonColumn("coverage", func(p *models.Provider) []models.Coverage { return p.Coverage }),
		jsonColumn("availability", func(p *models.Provider) *models.Availability { return p.Availability }),
	}
}

// recordColumns are what imports from registries keep.
func recordColumns() []Column {
	return []Column{
		jsonColumn("confirmations", func(p *models.Provider) []models.Confirmation { return p.Confirmations }),
		jsonColumn("npiRecord", func(p *models.Provider) *models.NPIRecord { return p.NPIRecord }),
		jsonColumn("imported", func(p *models.Provider) []models.Imported { return p.Imported }),
	}
}

func textColumn[T ~string](name string, of func(*models.Provider) T) Column {
	return Column{
		Name: name, Cell: func(p *models.Provider) string { return shielded(string(of(p))) },
		value: func(cell string) any { return unshielded(cell) },
	}
}

// read returns a column with another way of reading its cells.
func read(value func(cell string) any, column Column) Column {
	column.value = value
	return column
}

// listColumn has values separated by semicolons.
func listColumn[T ~string](name string, of func(*models.Provider) []T) Column {
	return Column{
		Name: name, Cell: func(p *models.Provider) string { return shielded(joined(of(p))) },
		value: func(cell string) any { return split(unshielded(cell)) },
	}
}

// none is the cell of a list of which the provider has said that it is empty. An empty cell is one of which they have
// said nothing.
const none = "none"

// saidColumn is a listColumn that tells an empty list from one that nobody has spoken of.
func saidColumn[T ~string](name string, of func(*models.Provider) models.Said[T]) Column {
	column := listColumn(name, func(p *models.Provider) []T { return of(p) })
	cell, value := column.Cell, column.value
	column.Cell = func(p *models.Provider) string {
		if said := of(p); said != nil && len(said) == 0 {
			return none
		}
		if text := cell(p); text != none {
			return text
		}
		return `\` + none // the value, and not the empty list
	}
	column.value = func(cell string) any {
		if cell == none {
			return []string{}
		}
		return value(cell)
	}
	return column
}

// plainColumn has numbers or booleans, which are safe in a spreadsheet whatever their sign.
func plainColumn[T int | float64 | bool](name string, read func(cell string) any, of func(*models.Provider) *T) Column {
	return Column{Name: name, Cell: func(p *models.Provider) string {
		value := of(p)
		if value == nil {
			return ""
		}
		content, _ := json.Marshal(*value)
		return string(content)
	}, value: read}
}

// jsonColumn has JSON, for values made of several parts.
func jsonColumn[T any](name string, of func(*models.Provider) T) Column {
	return Column{Name: name, Cell: func(p *models.Provider) string {
		content, err := json.Marshal(of(p))
		if text := string(content); err == nil && text != "[]" && text != "null" {
			return text
		}
		return ""
	}, value: func(cell string) any {
		if value := jsontext.Value(cell); value.IsValid() {
			return value
		}
		return cell // of the wrong type, which is reported with its place
	}}
}

const (
	inLocation = "location."
	inFee      = "sessionFee."
	// moreLocations is the column of all locations but the main one.
	moreLocations = "moreLocations"
)

func placeColumn[T ~string](name string, of func(*models.Location) T) Column {
	return textColumn(inLocation+name, func(p *models.Provider) T { return of(mainLocation(p)) })
}

func feeColumn(name string, of func(*models.FeeRange) string) Column {
	return textColumn(inFee+name, func(p *models.Provider) string {
		if p.SessionFee == nil {
			return ""
		}
		return of(p.SessionFee)
	})
}

func mainLocation(p *models.Provider) *models.Location {
	if len(p.Locations) == 0 {
		return &models.Location{}
	}
	return &p.Locations[0]
}

// nationalPhone formats a North American number without a plus sign, which spreadsheets would take for a formula.
func nationalPhone(phone string) string {
	const length, area, exchange = len("+18105550123"), len("+1810"), len("+1810555")
	if national, ok := strings.CutPrefix(phone, "+1"); !ok || len(phone) != length || national[0] < '2' {
		return phone
	}
	return phone[2:area] + "-" + phone[area:exchange] + "-" + phone[exchange:]
}
