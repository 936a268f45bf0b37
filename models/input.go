package models

import "github.com/99designs/gqlgen/graphql"

// Input is what a client gives of a document: what is given changes, and null clears.
type Input interface {
	// Of is the kind of the document.
	Of() Kind
	// Apply returns what comes of a document, nil for a new one, and what cannot be given of it. The two share what
	// does not change, and what comes of it shares the input's lists.
	Apply(before Document) (after Document, faults []Fault)
}

// next is a copy of a document that was there before, or a new one.
func next[D any](before Document) *D {
	after := new(D)
	if known, ok := any(before).(*D); ok {
		*after = *known
	}
	return after
}

// set changes what is given.
func set[T any](to *T, given graphql.Omittable[T]) {
	if value, ok := given.ValueOK(); ok {
		*to = value
	}
}

// setSaid changes what is given; null means that nobody has said anything.
func setSaid[T any](to *Said[T], given graphql.Omittable[[]T]) {
	if value, ok := given.ValueOK(); ok {
		*to = value
	}
}

// setID changes the id where it is given. GraphQL makes a text of one that is null, and so it is behind a pointer.
func setID(to *Header, given graphql.Omittable[*string]) {
	switch id, ok := given.ValueOK(); {
	case !ok:
	case id == nil:
		to.ID = ""
	default:
		to.ID = *id
	}
}

// ProviderInput is what is given of a provider.
type ProviderInput struct {
	ID                  graphql.Omittable[*string]                `json:"id,omitzero"`
	Slug                graphql.Omittable[string]                 `json:"slug,omitzero"`
	NPI                 graphql.Omittable[OptionalString]         `json:"npi,omitzero"`
	Kind                graphql.Omittable[ProviderKind]           `json:"kind,omitzero"`
	Name                graphql.Omittable[string]                 `json:"name,omitzero"`
	Pronouns            graphql.Omittable[OptionalString]         `json:"pronouns,omitzero"`
	Credentials         graphql.Omittable[[]string]               `json:"credentials,omitzero"`
	Licenses            graphql.Omittable[[]License]              `json:"licenses,omitzero"`
	PracticingSince     graphql.Omittable[*int]                   `json:"practicingSince,omitzero"`
	Locations           graphql.Omittable[[]Location]             `json:"locations,omitzero"`
	Conditions          graphql.Omittable[[]string]               `json:"conditions,omitzero"`
	Treatments          graphql.Omittable[[]string]               `json:"treatments,omitzero"`
	WorksFor            graphql.Omittable[[]string]               `json:"worksFor,omitzero"`
	Statement           graphql.Omittable[OptionalString]         `json:"statement,omitzero"`
	SessionFormats      graphql.Omittable[[]SessionFormat]        `json:"sessionFormats,omitzero"`
	AgeGroups           graphql.Omittable[[]AgeGroup]             `json:"ageGroups,omitzero"`
	Languages           graphql.Omittable[[]string]               `json:"languages,omitzero"`
	Insurances          graphql.Omittable[[]string]               `json:"insurances,omitzero"`
	Coverage            graphql.Omittable[[]Coverage]             `json:"coverage,omitzero"`
	AcceptingNewClients graphql.Omittable[*bool]                  `json:"acceptingNewClients,omitzero"`
	SessionFee          graphql.Omittable[*FeeRange]              `json:"sessionFee,omitzero"`
	ConfirmedOn         graphql.Omittable[Date]                   `json:"confirmedOn,omitzero"`
	OtherNames          graphql.Omittable[[]string]               `json:"otherNames,omitzero"`
	Website             graphql.Omittable[OptionalString]         `json:"website,omitzero"`
	Email               graphql.Omittable[OptionalString]         `json:"email,omitzero"`
	Phones              graphql.Omittable[[]PhoneNumber]          `json:"phones,omitzero"`
	BookingURL          graphql.Omittable[OptionalString]         `json:"bookingUrl,omitzero"`
	Hours               graphql.Omittable[*Hours]                 `json:"hours,omitzero"`
	LanguageSkills      graphql.Omittable[[]LanguageSkill]        `json:"languageSkills,omitzero"`
	LanguageServices    graphql.Omittable[[]LanguageService]      `json:"languageServices,omitzero"`
	Accessibility       graphql.Omittable[[]AccessibilityFeature] `json:"accessibility,omitzero"`
	Gender              graphql.Omittable[Gender]                 `json:"gender,omitzero"`
	Identities          graphql.Omittable[[]string]               `json:"identities,omitzero"`
	Faith               graphql.Omittable[OptionalString]         `json:"faith,omitzero"`
	Populations         graphql.Omittable[[]Population]           `json:"populations,omitzero"`
	FreeConsultation    graphql.Omittable[*bool]                  `json:"freeConsultation,omitzero"`
	Prescribes          graphql.Omittable[*bool]                  `json:"prescribes,omitzero"`
	Availability        graphql.Omittable[*Availability]          `json:"availability,omitzero"`
	// Record is nil where the input is not what a registry says.
	Record *RecordInput `json:"record,omitzero"`
}

// RecordInput is the record of a registry, beside what it says of the provider.
type RecordInput struct {
	Source           string          `json:"source"`
	Key              string          `json:"key"`
	FileDate         Date            `json:"fileDate"`
	WithdrawnOn      Date            `json:"withdrawnOn,omitzero"`
	MainLocationOnly bool            `json:"mainLocationOnly,omitzero"`
	NPIRecord        *NPIRecord      `json:"npiRecord,omitzero"`
	NotListed        NotListedReason `json:"notListed,omitzero"`
	Taxonomies       []string        `json:"taxonomies,omitzero"`
	Force            bool            `json:"force,omitzero"`
}

// Of returns KindProvider.
func (*ProviderInput) Of() Kind { return KindProvider }

// Apply returns what comes of a provider.
func (in *ProviderInput) Apply(before Document) (Document, []Fault) {
	d := next[Provider](before)
	if in.Record != nil {
		return d, []Fault{{Path: "/record", Rule: "is not a field of a provider"}}
	}
	setID(&d.Header, in.ID)
	set(&d.Slug, in.Slug)
	set(&d.NPI, in.NPI)
	set(&d.Type, in.Kind)
	set(&d.Name, in.Name)
	set(&d.Pronouns, in.Pronouns)
	set(&d.CredentialIDs, in.Credentials)
	set(&d.Licenses, in.Licenses)
	set(&d.PracticingSince, in.PracticingSince)
	set(&d.Locations, in.Locations)
	set(&d.ConditionIDs, in.Conditions)
	set(&d.TreatmentIDs, in.Treatments)
	set(&d.WorksForIDs, in.WorksFor)
	set(&d.Statement, in.Statement)
	set(&d.SessionFormats, in.SessionFormats)
	set(&d.AgeGroups, in.AgeGroups)
	set(&d.Languages, in.Languages)
	set(&d.Insurances, in.Insurances)
	set(&d.Coverage, in.Coverage)
	set(&d.AcceptingNewClients, in.AcceptingNewClients)
	set(&d.SessionFee, in.SessionFee)
	set(&d.ConfirmedOn, in.ConfirmedOn)
	set(&d.OtherNames, in.OtherNames)
	set(&d.Website, in.Website)
	set(&d.Email, in.Email)
	set(&d.Phones, in.Phones)
	set(&d.BookingURL, in.BookingURL)
	set(&d.Hours, in.Hours)
	set(&d.LanguageSkills, in.LanguageSkills)
	setSaid(&d.LanguageServices, in.LanguageServices)
	setSaid(&d.Accessibility, in.Accessibility)
	set(&d.Gender, in.Gender)
	setSaid(&d.Identities, in.Identities)
	set(&d.Faith, in.Faith)
	setSaid(&d.Populations, in.Populations)
	set(&d.FreeConsultation, in.FreeConsultation)
	set(&d.Prescribes, in.Prescribes)
	set(&d.Availability, in.Availability)
	return d, nil
}

// CredentialInput is what is given of a credential.
type CredentialInput struct {
	ID           graphql.Omittable[*string]        `json:"id,omitzero"`
	Slug         graphql.Omittable[string]         `json:"slug,omitzero"`
	Name         graphql.Omittable[string]         `json:"name,omitzero"`
	Abbreviation graphql.Omittable[OptionalString] `json:"abbreviation,omitzero"`
}

// Of returns KindCredential.
func (*CredentialInput) Of() Kind { return KindCredential }

// Apply returns what comes of a credential.
func (in *CredentialInput) Apply(before Document) (Document, []Fault) {
	d := next[Credential](before)
	setID(&d.Header, in.ID)
	set(&d.Slug, in.Slug)
	set(&d.Name, in.Name)
	set(&d.Abbreviation, in.Abbreviation)
	return d, nil
}

// ConditionInput is what is given of a condition.
type ConditionInput struct {
	ID           graphql.Omittable[*string]        `json:"id,omitzero"`
	Slug         graphql.Omittable[string]         `json:"slug,omitzero"`
	Name         graphql.Omittable[string]         `json:"name,omitzero"`
	Abbreviation graphql.Omittable[OptionalString] `json:"abbreviation,omitzero"`
	Description  graphql.Omittable[OptionalString] `json:"description,omitzero"`
	AlsoKnownAs  graphql.Omittable[[]string]       `json:"alsoKnownAs,omitzero"`
}

// Of returns KindCondition.
func (*ConditionInput) Of() Kind { return KindCondition }

// Apply returns what comes of a condition.
func (in *ConditionInput) Apply(before Document) (Document, []Fault) {
	d := next[Condition](before)
	setID(&d.Header, in.ID)
	set(&d.Slug, in.Slug)
	set(&d.Name, in.Name)
	set(&d.Abbreviation, in.Abbreviation)
	set(&d.Description, in.Description)
	set(&d.AlsoKnownAs, in.AlsoKnownAs)
	return d, nil
}

// TreatmentInput is what is given of a treatment.
type TreatmentInput struct {
	ID           graphql.Omittable[*string]        `json:"id,omitzero"`
	Slug         graphql.Omittable[string]         `json:"slug,omitzero"`
	Name         graphql.Omittable[string]         `json:"name,omitzero"`
	Abbreviation graphql.Omittable[OptionalString] `json:"abbreviation,omitzero"`
	Description  graphql.Omittable[OptionalString] `json:"description,omitzero"`
	AlsoKnownAs  graphql.Omittable[[]string]       `json:"alsoKnownAs,omitzero"`
	Conditions   graphql.Omittable[[]string]       `json:"conditions,omitzero"`
}

// Of returns KindTreatment.
func (*TreatmentInput) Of() Kind { return KindTreatment }

// Apply returns what comes of a treatment.
func (in *TreatmentInput) Apply(before Document) (Document, []Fault) {
	d := next[Treatment](before)
	setID(&d.Header, in.ID)
	set(&d.Slug, in.Slug)
	set(&d.Name, in.Name)
	set(&d.Abbreviation, in.Abbreviation)
	set(&d.Description, in.Description)
	set(&d.AlsoKnownAs, in.AlsoKnownAs)
	set(&d.ConditionIDs, in.Conditions)
	return d, nil
}

// InsurerInput is what is given of an insurer.
type InsurerInput struct {
	ID          graphql.Omittable[*string]  `json:"id,omitzero"`
	Slug        graphql.Omittable[string]   `json:"slug,omitzero"`
	Name        graphql.Omittable[string]   `json:"name,omitzero"`
	AlsoKnownAs graphql.Omittable[[]string] `json:"alsoKnownAs,omitzero"`
}

// Of returns KindInsurer.
func (*InsurerInput) Of() Kind { return KindInsurer }

// Apply returns what comes of an insurer.
func (in *InsurerInput) Apply(before Document) (Document, []Fault) {
	d := next[Insurer](before)
	setID(&d.Header, in.ID)
	set(&d.Slug, in.Slug)
	set(&d.Name, in.Name)
	set(&d.AlsoKnownAs, in.AlsoKnownAs)
	return d, nil
}

// ArticleInput is what is given of an article.
type ArticleInput struct {
	ID           graphql.Omittable[*string]       `json:"id,omitzero"`
	Slug         graphql.Omittable[string]        `json:"slug,omitzero"`
	Title        graphql.Omittable[string]        `json:"title,omitzero"`
	Topic        graphql.Omittable[Topic]         `json:"topic,omitzero"`
	Lead         graphql.Omittable[string]        `json:"lead,omitzero"`
	Sections     graphql.Omittable[[]Section]     `json:"sections,omitzero"`
	Conditions   graphql.Omittable[[]string]      `json:"conditions,omitzero"`
	Author       graphql.Omittable[string]        `json:"author,omitzero"`
	PublishedOn  graphql.Omittable[Date]          `json:"publishedOn,omitzero"`
	UpdatedOn    graphql.Omittable[Date]          `json:"updatedOn,omitzero"`
	Sources      graphql.Omittable[[]Source]      `json:"sources,omitzero"`
	CallToAction graphql.Omittable[*CallToAction] `json:"callToAction,omitzero"`
}

// Day is the day of the update that is given, "" for none.
func (in *ArticleInput) Day() Date { return in.UpdatedOn.Value() }

// Of returns KindArticle.
func (*ArticleInput) Of() Kind { return KindArticle }

// Apply returns what comes of an article.
func (in *ArticleInput) Apply(before Document) (Document, []Fault) {
	d := next[Article](before)
	setID(&d.Header, in.ID)
	set(&d.Slug, in.Slug)
	set(&d.Title, in.Title)
	set(&d.Topic, in.Topic)
	set(&d.Lead, in.Lead)
	set(&d.Sections, in.Sections)
	set(&d.ConditionIDs, in.Conditions)
	set(&d.Author, in.Author)
	set(&d.PublishedOn, in.PublishedOn)
	set(&d.UpdatedOn, in.UpdatedOn)
	set(&d.Sources, in.Sources)
	set(&d.CallToAction, in.CallToAction)
	return d, nil
}
