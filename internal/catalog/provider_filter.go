package catalog

import (
	"fmt"
	"slices"
	"strings"

	"findcare/internal/search"
	"findcare/internal/search/lexicon"
	"findcare/models"
)

// ProviderFilter says which providers are wanted. All that is given must hold; an empty list counts as not given.
type ProviderFilter struct {
	Text                *string
	Conditions          []string
	AllOfConditions     []string
	Treatments          []string
	Credentials         []string
	States              []string
	Cities              []string
	Near                *Near
	Within              *Within
	Kinds               []models.ProviderKind
	SessionFormats      []models.SessionFormat
	AgeGroups           []models.AgeGroup
	Languages           []string
	Insurances          []string
	AcceptingNewClients *bool
	LicensedIn          []string
	ConfirmedSince      *models.Date
	ConfirmedBefore     *models.Date
	YearsInPractice     *int
	SessionFeeAtMost    *int
	OpenAt              []models.OpenTime
	Accessibility       []models.AccessibilityFeature
	AllOfAccessibility  []models.AccessibilityFeature
	LanguageServices    []models.LanguageService
	Genders             []models.Gender
	Identities          []string
	Faiths              []string
	Populations         []models.Population
	FreeConsultation    *bool
	SlidingScale        *bool
	Prescribes          *bool
	HasOpenings         *bool
	WaitingWeeksAtMost  *int
	Unconfirmed         *bool
}

const (
	maxValues     = 100 // in one list of a filter
	maxTextLength = 200 // in bytes
)

// filterReader reads a filter into a query, and finds its first error.
type filterReader struct {
	snapshot *Snapshot
	index    *search.Index
	query    *search.Query
	scope    strings.Builder // of cursors: the same for filters that mean the same
	text     *search.Interpretation
	ofText   bool // what is read is part of the text
	err      error
}

// read makes a query of a list and a filter. Errors name the field, the value and the rule.
func (s *Snapshot) read(list providerList, filter *ProviderFilter) (*filterReader, error) {
	r := &filterReader{snapshot: s, index: list.index, query: list.index.NewQuery()}
	if list.restrict != nil {
		list.restrict(r.query)
	}
	if filter == nil {
		return r, nil
	}
	if r.checkLengths(filter); r.err != nil {
		return nil, r.err
	}
	r.add(filter)
	r.readText(filter.Text)
	return r, r.err
}

// add adds the clauses of all but the text.
func (r *filterReader) add(filter *ProviderFilter) {
	r.documents("conditions", models.KindCondition, search.FieldConditions, filter.Conditions)
	r.allOfConditions(filter.AllOfConditions)
	r.documents("treatments", models.KindTreatment, search.FieldTreatments, filter.Treatments)
	r.documents("credentials", models.KindCredential, search.FieldCredentials, filter.Credentials)
	if codes := r.states("states", filter.States); len(codes) > 0 {
		r.any("states", search.FieldStates, codes)
	}
	if codes := r.states("licensedIn", filter.LicensedIn); len(codes) > 0 {
		r.query.Licensed(r.scoped("licensedIn", canonical(codes)), codes, r.snapshot.Today())
	}
	r.cities(filter.Cities)
	r.insurances(filter.Insurances)
	r.languages(filter.Languages)
	enums(r, "kinds", search.FieldKinds, filter.Kinds)
	enums(r, "sessionFormats", search.FieldSessionFormats, filter.SessionFormats)
	enums(r, "ageGroups", search.FieldAgeGroups, filter.AgeGroups)
	enums(r, "openAt", search.FieldOpenAt, filter.OpenAt)
	enums(r, "accessibility", search.FieldAccessibility, filter.Accessibility)
	r.allOfAccessibility(filter.AllOfAccessibility)
	enums(r, "languageServices", search.FieldLanguageServices, filter.LanguageServices)
	enums(r, "genders", search.FieldGenders, filter.Genders)
	r.spelled("identities", search.FieldIdentities, filter.Identities)
	r.spelled("faiths", search.FieldFaiths, filter.Faiths)
	enums(r, "populations", search.FieldPopulations, filter.Populations)
	r.truth("acceptingNewClients", search.FieldAcceptingNewClients, filter.AcceptingNewClients)
	r.truth("freeConsultation", search.FieldFreeConsultation, filter.FreeConsultation)
	r.truth("slidingScale", search.FieldSlidingScale, filter.SlidingScale)
	r.truth("prescribes", search.FieldPrescribes, filter.Prescribes)
	r.truth("hasOpenings", search.FieldHasOpenings, filter.HasOpenings)
	r.numbers(filter)
	r.near(filter.Near)
	r.within(filter.Within)
}

func (r *filterReader) fail(format string, args ...any) {
	if r.err == nil {
		r.err = models.BadInput(format, args...)
	}
}

// failUnknown is for a value that is not known; the message ends with what may have been meant. Finding that takes a
// while, so it is only done for the error that is returned.
func (r *filterReader) failUnknown(name string, i int, value, rule string, meant func() string) {
	if r.err == nil {
		r.fail("filter.%s[%d]: %.80q must be %s%s", name, i, value, rule, meant())
	}
}

func (r *filterReader) checkLengths(filter *ProviderFilter) {
	r.checkLength("conditions", len(filter.Conditions))
	r.checkLength("allOfConditions", len(filter.AllOfConditions))
	r.checkLength("treatments", len(filter.Treatments))
	r.checkLength("credentials", len(filter.Credentials))
	r.checkLength("states", len(filter.States))
	r.checkLength("licensedIn", len(filter.LicensedIn))
	r.checkLength("cities", len(filter.Cities))
	r.checkLength("insurances", len(filter.Insurances))
	r.checkLength("languages", len(filter.Languages))
	r.checkLength("kinds", len(filter.Kinds))
	r.checkLength("sessionFormats", len(filter.SessionFormats))
	r.checkLength("ageGroups", len(filter.AgeGroups))
	r.checkLength("openAt", len(filter.OpenAt))
	r.checkLength("accessibility", len(filter.Accessibility))
	r.checkLength("allOfAccessibility", len(filter.AllOfAccessibility))
	r.checkLength("languageServices", len(filter.LanguageServices))
	r.checkLength("genders", len(filter.Genders))
	r.checkLength("identities", len(filter.Identities))
	r.checkLength("faiths", len(filter.Faiths))
	r.checkLength("populations", len(filter.Populations))
}

func (r *filterReader) checkLength(name string, values int) {
	if values > maxValues {
		r.fail("filter.%s: %d values must be at most %d", name, values, maxValues)
	}
}

// scoped adds a clause to the scope, and returns the name of its filter.
func (r *filterReader) scoped(name, canonical string) string {
	if r.ofText {
		return "text"
	}
	r.scope.WriteString("\n" + name + "=" + canonical)
	return name
}

func canonical(values []string) string {
	values = slices.Clone(values)
	slices.Sort(values)
	return fmt.Sprintf("%q", slices.Compact(values))
}

func (r *filterReader) any(name string, f search.Field, values []string) {
	r.query.Any(r.scoped(name, canonical(values)), f, values)
}

// ids returns those of documents that are given by slug or id.
func (r *filterReader) ids(name string, kind models.Kind, given []string) []string {
	ids := make([]string, len(given))
	for i, slugOrID := range given {
		id, ok := r.snapshot.IDOf(kind, slugOrID)
		if !ok {
			r.failUnknown(name, i, slugOrID, "the slug or id of "+models.WithIndefiniteArticle(string(kind)),
				func() string { return r.snapshot.Meant(kind, slugOrID) })
		}
		ids[i] = id
	}
	return ids
}

func (r *filterReader) documents(name string, kind models.Kind, f search.Field, given []string) {
	if ids := r.ids(name, kind, given); len(ids) > 0 {
		r.any(name, f, ids)
	}
}

func (r *filterReader) allOfConditions(given []string) {
	const name = "allOfConditions"
	if ids := r.ids(name, models.KindCondition, given); len(ids) > 0 {
		r.query.All(r.scoped(name, canonical(ids)), search.FieldConditions, ids)
	}
}

func (r *filterReader) allOfAccessibility(given []models.AccessibilityFeature) {
	const name = "allOfAccessibility"
	if values := stringsOf(given); len(values) > 0 {
		r.query.All(r.scoped(name, canonical(values)), search.FieldAccessibility, values)
	}
}

// truth is for what a provider says yes or no to; who has not said is not wanted either way.
func (r *filterReader) truth(name string, f search.Field, wanted *bool) {
	if wanted == nil {
		return
	}
	answer := "no"
	if *wanted {
		answer = "yes"
	}
	r.query.Any(r.scoped(name, canonical([]string{answer})), f, []string{search.Truth(*wanted)})
}

// states returns the codes of states.
func (r *filterReader) states(name string, given []string) []string {
	codes := make([]string, len(given))
	for i, state := range given {
		code, ok := models.StateCode(state)
		if !ok {
			r.failUnknown(name, i, state, "the two-letter code of a state, such as MI",
				func() string { return didYouMean(nearest(state, knownStates())) })
		}
		codes[i] = code
	}
	return codes
}

// cities are given as "Flint", in any state, or as "Flint, Michigan" or "Flint, MI".
func (r *filterReader) cities(given []string) {
	if len(given) == 0 {
		return
	}
	cities := make([]search.City, len(given))
	for i, city := range given {
		name, state, hasState := strings.Cut(city, ",")
		state = strings.TrimSpace(state)
		if code, ok := models.StateCode(state); ok {
			state, _ = models.StateName(code)
		}
		cities[i] = search.City{Name: strings.TrimSpace(name), State: state, HasState: hasState}
	}
	r.query.AnyCity(r.scoped("cities", canonical(given)), cities)
}

// spelled is for values in the words of whoever entered them, compared without case and accents.
func (r *filterReader) spelled(name string, f search.Field, given []string) {
	if len(given) > 0 {
		r.query.AnySpelling(r.scoped(name, canonical(given)), f, given)
	}
}

// insurances are labels, or insurers by any of their names, slug or id. A label that means nothing matches nobody.
func (r *filterReader) insurances(given []string) {
	if len(given) == 0 {
		return
	}
	labels, ids := r.snapshot.insurances(given)
	r.query.AnyInsurance(r.scoped("insurances", canonical(given)), labels, ids)
}

func (r *filterReader) languages(given []string) {
	names := make([]string, len(given))
	for i, language := range given {
		name, ok := models.LanguageName(language)
		if !ok {
			r.failUnknown("languages", i, language, "a language: its English name (Spanish) or its BCP 47 tag (es)",
				func() string { return didYouMean(nearest(language, r.snapshot.knownLanguages())) })
		}
		names[i] = name
	}
	r.spelled("languages", search.FieldLanguages, names)
}

func enums[T ~string](r *filterReader, name string, f search.Field, given []T) {
	if len(given) > 0 {
		r.any(name, f, stringsOf(given))
	}
}

func stringsOf[T ~string](values []T) []string {
	list := make([]string, len(values))
	for i, value := range values {
		list[i] = string(value)
	}
	return list
}

func (r *filterReader) numbers(filter *ProviderFilter) {
	if years := filter.YearsInPractice; years != nil {
		if *years < 0 {
			r.fail("filter.yearsInPractice: %d must not be negative", *years)
		}
		// Someone whose first year is this one or later has practised for 0 years.
		latest, future := int64(r.snapshot.options.Today().Year())-int64(*years), *years == 0
		r.query.PracticingSince(r.scoped("yearsInPractice", fmt.Sprint(*years)), latest, future)
	}
	if fee := filter.SessionFeeAtMost; fee != nil {
		if *fee < 0 {
			r.fail("filter.sessionFeeAtMost: %d must not be negative", *fee)
		}
		r.query.FeeUpTo(r.scoped("sessionFeeAtMost", fmt.Sprint(*fee)), *fee)
	}
	if weeks := filter.WaitingWeeksAtMost; weeks != nil {
		if *weeks < 0 {
			r.fail("filter.waitingWeeksAtMost: %d must not be negative", *weeks)
		}
		r.query.WaitingUpTo(r.scoped("waitingWeeksAtMost", fmt.Sprint(*weeks)), *weeks)
	}
	if unconfirmed := filter.Unconfirmed; unconfirmed != nil {
		name := r.scoped("unconfirmed", fmt.Sprint(*unconfirmed))
		if from := r.snapshot.confirmedFrom(r.snapshot.Today()); *unconfirmed {
			r.query.Unconfirmed(name, from)
		} else {
			r.query.ConfirmedSince(name, from)
		}
	}
	if since := filter.ConfirmedSince; since != nil && *since != "" {
		r.query.ConfirmedSince(r.scoped("confirmedSince", string(*since)), *since)
	}
	if before := filter.ConfirmedBefore; before != nil && *before != "" {
		r.query.ConfirmedBefore(r.scoped("confirmedBefore", string(*before)), *before)
	}
}

// readText adds what a text was read as: the clauses of a filter that asks for the same, and words.
func (r *filterReader) readText(text *string) {
	if text == nil {
		return
	}
	if len(*text) > maxTextLength {
		r.fail("filter.text: %d bytes must be at most %d", len(*text), maxTextLength)
		return
	}
	in := r.index.Interpret(*text)
	if r.text = in; in.Empty() {
		return
	}
	name := r.scoped("text", strings.Join(lexicon.Words(*text), " "))
	r.ofText = true
	for i := range in.Intents {
		part := asFilter(&in.Intents[i])
		r.add(&part)
	}
	r.query.Text(name, in)
}
