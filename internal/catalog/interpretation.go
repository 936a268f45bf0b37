package catalog

import (
	"cmp"
	"fmt"
	"strings"

	"findcare/internal/search"
	"findcare/models"
)

// Interpretation is how the text of a filter was read.
type Interpretation struct {
	Intents []Intent
	Unused  []UnusedWords
}

// Intent is a part of a text, read as a filter.
type Intent struct {
	Kind  IntentKind
	Words string
	Label string
	// Field and Values are those of a ProviderFilter that asks for the same.
	Field         string
	Values        []string
	CorrectedFrom *string
	// TextAsTyped is the text without the correction, nil where there is none, and TextWithout that without this part.
	TextAsTyped *string
	TextWithout string
}

// UnusedReason says why words of a text were not used.
type UnusedReason = search.UnusedReason

// UnusedWords are words of a text by which nobody was found.
type UnusedWords struct {
	Word   string
	Reason UnusedReason
	// TextWithout is the text without these words.
	TextWithout string
}

// IntentKind says what an intent is about.
type IntentKind string

// The kinds of intents.
const (
	IntentCondition     IntentKind = "CONDITION"
	IntentTreatment     IntentKind = "TREATMENT"
	IntentCredential    IntentKind = "CREDENTIAL"
	IntentInsurer       IntentKind = "INSURER"
	IntentLanguage      IntentKind = "LANGUAGE"
	IntentPlace         IntentKind = "PLACE"
	IntentLicense       IntentKind = "LICENSE"
	IntentAgeGroup      IntentKind = "AGE_GROUP"
	IntentSessionFormat IntentKind = "SESSION_FORMAT"
	IntentCost          IntentKind = "COST"
	IntentAvailability  IntentKind = "AVAILABILITY"
	IntentAccessibility IntentKind = "ACCESSIBILITY"
	IntentIdentity      IntentKind = "IDENTITY"
	IntentPopulation    IntentKind = "POPULATION"
	IntentProviderKind  IntentKind = "PROVIDER_KIND"
	IntentExperience    IntentKind = "EXPERIENCE"
	IntentPrescribing   IntentKind = "PRESCRIBING"
	IntentNPI           IntentKind = "NPI"
	IntentPhone         IntentKind = "PHONE"
	IntentName          IntentKind = "NAME"
	IntentWord          IntentKind = "WORD"
)

// intentOf is what an intent for values of a field is about, and the filter that asks for them.
var intentOf = map[search.Field]struct {
	kind IntentKind
	name string
}{
	search.FieldConditions:          {IntentCondition, "conditions"},
	search.FieldTreatments:          {IntentTreatment, "treatments"},
	search.FieldCredentials:         {IntentCredential, "credentials"},
	search.FieldStates:              {IntentPlace, "states"},
	search.FieldCities:              {IntentPlace, "cities"},
	search.FieldLanguages:           {IntentLanguage, "languages"},
	search.FieldInsurances:          {IntentInsurer, "insurances"},
	search.FieldSessionFormats:      {IntentSessionFormat, "sessionFormats"},
	search.FieldAgeGroups:           {IntentAgeGroup, "ageGroups"},
	search.FieldOpenAt:              {IntentAvailability, "openAt"},
	search.FieldAccessibility:       {IntentAccessibility, "accessibility"},
	search.FieldLanguageServices:    {IntentLanguage, "languageServices"},
	search.FieldGenders:             {IntentIdentity, "genders"},
	search.FieldIdentities:          {IntentIdentity, "identities"},
	search.FieldFaiths:              {IntentIdentity, "faiths"},
	search.FieldPopulations:         {IntentPopulation, "populations"},
	search.FieldKinds:               {IntentProviderKind, "kinds"},
	search.FieldAcceptingNewClients: {IntentAvailability, "acceptingNewClients"},
	search.FieldFreeConsultation:    {IntentCost, "freeConsultation"},
	search.FieldSlidingScale:        {IntentCost, "slidingScale"},
	search.FieldPrescribes:          {IntentPrescribing, "prescribes"},
	search.FieldHasOpenings:         {IntentAvailability, "hasOpenings"},
}

// Interpretation says how the text that was asked for was read; nil without one.
func (c ProviderConnection) Interpretation() *Interpretation {
	read := cmp.Or(c.asked, c.read)
	if read == nil {
		return nil
	}
	in := &Interpretation{Intents: []Intent{}, Unused: []UnusedWords{}}
	for i := range read.Intents {
		intent := c.snapshot.intent(&read.Intents[i])
		intent.TextWithout = read.Without(i)
		if intent.CorrectedFrom != nil {
			typed := read.AsTyped(i)
			intent.TextAsTyped = &typed
		}
		in.Intents = append(in.Intents, intent)
	}
	for i, u := range read.Unused {
		in.Unused = append(in.Unused, UnusedWords{u.Word, u.Reason, read.WithoutUnused(i)})
	}
	return in
}

func (s *Snapshot) intent(of *search.Intent) Intent {
	in := Intent{Words: of.Words, Values: s.filterValues(of)}
	if of.CorrectedFrom != "" {
		in.CorrectedFrom = &of.CorrectedFrom
	}
	switch of.Kind {
	case search.IntentValue:
		about := intentOf[of.Field]
		in.Kind, in.Field, in.Label = about.kind, about.name, s.labels(of)
	case search.IntentLicensedIn:
		name, _ := models.StateName(of.Values[0])
		in.Kind, in.Field, in.Label = IntentLicense, "licensedIn", "Licensed in "+name
	case search.IntentNear:
		in.Kind, in.Field, in.Label = IntentPlace, "near", "Near "+of.Values[0]
		if of.Number > 0 {
			in.Label = fmt.Sprintf("Within %d miles of %s", of.Number, of.Values[0])
		}
	case search.IntentExperience:
		in.Kind, in.Field, in.Label = IntentExperience, "yearsInPractice", models.InYears(of.Number)+" in practice"
	case search.IntentFee:
		in.Kind, in.Field, in.Label = IntentCost, "sessionFeeAtMost", fmt.Sprintf("At most $%d a session", of.Number)
	case search.IntentWait:
		label := "Openings within " + models.InWeeks(of.Number)
		in.Kind, in.Field, in.Label = IntentAvailability, "waitingWeeksAtMost", label
	case search.IntentNPI:
		in.Kind, in.Field, in.Label = IntentNPI, "text", "NPI "+of.Values[0]
	case search.IntentPhone:
		in.Kind, in.Field, in.Label = IntentPhone, "text", "Telephone number"
	case search.IntentName:
		in.Kind, in.Field, in.Label = IntentName, "text", fmt.Sprintf("Name has %q", of.Words)
	case search.IntentWord:
		in.Kind, in.Field, in.Label = IntentWord, "text", fmt.Sprintf("Mentions %q", of.Words)
	}
	return in
}

// filterValues are what the filter takes: slugs of documents.
func (s *Snapshot) filterValues(of *search.Intent) []string {
	switch of.Kind {
	case search.IntentExperience, search.IntentFee, search.IntentWait:
		return []string{fmt.Sprint(of.Number)}
	case search.IntentName, search.IntentWord, search.IntentNPI, search.IntentPhone:
		return []string{of.Words}
	case search.IntentNear:
		if of.Number > 0 {
			return []string{of.Values[0], fmt.Sprint(of.Number)}
		}
		return of.Values
	case search.IntentLicensedIn:
		return of.Values
	case search.IntentValue:
	}
	values := make([]string, len(of.Values))
	for i, value := range of.Values {
		switch of.Field {
		case search.FieldConditions:
			value = s.conditions.byID[value].Slug
		case search.FieldTreatments:
			value = s.treatments.byID[value].Slug
		case search.FieldCredentials:
			value = s.credentials.byID[value].Slug
		}
		values[i] = value
	}
	return values
}

// labels are how people read the values of an intent: "Trauma or PTSD".
func (s *Snapshot) labels(of *search.Intent) string {
	labels := make([]string, len(of.Values))
	for i, value := range of.Values {
		switch of.Field {
		case search.FieldConditions:
			value = s.conditions.byID[value].Name
		case search.FieldTreatments:
			value = shortTreatment(s.treatments.byID[value].Treatment)
		case search.FieldCredentials:
			value = s.credentials.byID[value].Name
		case search.FieldKinds:
			value = kindPhrase(models.ProviderKind(value))
		default:
			value = labelOf(of.Field, value)
		}
		labels[i] = value
	}
	const shown = 3
	switch n := len(labels); {
	case n == 1:
		return labels[0]
	case n > shown:
		return fmt.Sprintf("%s or %d more", strings.Join(labels[:shown-1], ", "), n-shown+1)
	default:
		return strings.Join(labels[:n-1], ", ") + " or " + labels[n-1]
	}
}

// asFilter is the filter that asks for the same as an intent; empty for words of the providers' own texts.
func asFilter(in *search.Intent) (f ProviderFilter) {
	switch in.Kind {
	case search.IntentLicensedIn:
		f.LicensedIn = in.Values
	case search.IntentNear:
		miles := float64(cmp.Or(in.Number, search.DefaultMiles))
		f.Near = &Near{At: Place{Place: &in.Values[0]}, WithinMiles: &miles}
	case search.IntentExperience:
		f.YearsInPractice = &in.Number
	case search.IntentFee:
		f.SessionFeeAtMost = &in.Number
	case search.IntentWait:
		f.WaitingWeeksAtMost = &in.Number
	case search.IntentValue:
		f.setValues(in.Field, in.Values)
	}
	return f
}

func (f *ProviderFilter) setValues(field search.Field, values []string) {
	switch field {
	case search.FieldConditions:
		f.Conditions = values
	case search.FieldTreatments:
		f.Treatments = values
	case search.FieldCredentials:
		f.Credentials = values
	case search.FieldStates:
		f.States = values
	case search.FieldCities:
		f.Cities = values
	case search.FieldLanguages:
		f.Languages = values
	case search.FieldInsurances:
		f.Insurances = values
	case search.FieldSessionFormats:
		f.SessionFormats = enumsOf[models.SessionFormat](values)
	case search.FieldAgeGroups:
		f.AgeGroups = enumsOf[models.AgeGroup](values)
	case search.FieldOpenAt:
		f.OpenAt = enumsOf[models.OpenTime](values)
	case search.FieldAccessibility:
		f.Accessibility = enumsOf[models.AccessibilityFeature](values)
	case search.FieldLanguageServices:
		f.LanguageServices = enumsOf[models.LanguageService](values)
	case search.FieldGenders:
		f.Genders = enumsOf[models.Gender](values)
	case search.FieldIdentities:
		f.Identities = values
	case search.FieldFaiths:
		f.Faiths = values
	case search.FieldPopulations:
		f.Populations = enumsOf[models.Population](values)
	case search.FieldKinds:
		f.Kinds = enumsOf[models.ProviderKind](values)
	case search.FieldAcceptingNewClients:
		f.AcceptingNewClients = truthOf(values)
	case search.FieldFreeConsultation:
		f.FreeConsultation = truthOf(values)
	case search.FieldSlidingScale:
		f.SlidingScale = truthOf(values)
	case search.FieldPrescribes:
		f.Prescribes = truthOf(values)
	case search.FieldHasOpenings:
		f.HasOpenings = truthOf(values)
	}
}

func enumsOf[T ~string](values []string) []T {
	list := make([]T, len(values))
	for i, value := range values {
		list[i] = T(value)
	}
	return list
}

func truthOf(values []string) *bool {
	truth := values[0] == search.Truth(true)
	return &truth
}
