package catalog

import (
	"cmp"

	"findcare/models"
)

// Provider is a provider in a snapshot.
type Provider struct {
	*models.Provider
	snapshot *Snapshot
}

// ProviderOf returns a document that need not be the one in the snapshot, such as an earlier revision.
func (s *Snapshot) ProviderOf(d *models.Provider) Provider { return Provider{d, s} }

// Status reports whether the provider is listed.
func (p Provider) Status() models.ProviderStatus {
	return cmp.Or(p.Provider.Status, models.ProviderActive)
}

// IsNode marks Provider as a Node of the schema.
func (Provider) IsNode() {}

// Kind tells people from organizations.
func (p Provider) Kind() models.ProviderKind { return p.Type }

// Credentials starts with the one that the provider is listed under.
func (p Provider) Credentials() []Credential {
	return p.snapshot.credentials.resolve(p.CredentialIDs)
}

// Licenses are the licences of the provider, those that have expired among them.
func (p Provider) Licenses() []License {
	licenses := make([]License, len(p.Provider.Licenses))
	for i := range licenses {
		licenses[i] = License{&p.Provider.Licenses[i], p.snapshot}
	}
	return licenses
}

// YearsInPractice is nil where the provider has not said since when they practise.
func (p Provider) YearsInPractice() *int {
	years, known := p.Provider.YearsInPractice(p.snapshot.options.Today())
	if !known {
		return nil
	}
	return &years
}

// Conditions are what the provider treats most, in their own order: all of them, or the first ones.
func (p Provider) Conditions(first *int) ([]Condition, error) {
	ids, err := limit(p.ConditionIDs, first)
	return p.snapshot.conditions.resolve(ids), err
}

// Treatments are what the provider offers, in their own order: all of them, or the first ones.
func (p Provider) Treatments(first *int) ([]Treatment, error) {
	ids, err := limit(p.TreatmentIDs, first)
	return p.snapshot.treatments.resolve(ids), err
}

// Summary is one or two sentences made from the provider's fields.
func (p Provider) Summary() string { return string(p.AppendSummary(nil)) }

// AppendSummary appends what Summary returns.
func (p Provider) AppendSummary(dst []byte) []byte {
	title := ""
	for _, id := range p.CredentialIDs {
		if credential, ok := p.snapshot.credentials.byID[id]; ok {
			title = credential.title
			break
		}
	}
	const told = 3
	names := make([]string, 0, told)
	for _, id := range p.ConditionIDs[:min(told, len(p.ConditionIDs))] {
		if condition, ok := p.snapshot.conditions.byID[id]; ok {
			names = append(names, condition.label)
		}
	}
	return p.Provider.AppendSummary(dst, title, names, p.snapshot.options.Today())
}

// ProfileURL is the provider's page on the public site.
func (p Provider) ProfileURL() string { return string(p.AppendProfileURL(nil)) }

// ReportURL is the address of a form for readers, to report an error in the entry.
func (p Provider) ReportURL() string { return p.ProfileURL() + "/report" }

// AppendProfileURL appends what ProfileURL returns.
func (p Provider) AppendProfileURL(dst []byte) []byte {
	return append(append(append(dst, p.snapshot.options.SiteURL...), "/providers/"...), p.Slug...)
}

// Articles are about the treatments that the provider offers, in the provider's own order, and then about the
// conditions that they treat. An article about a treatment that they do not offer, a credential that they do not hold
// or an insurer that they do not take is not among them, whatever conditions it speaks to.
func (p Provider) Articles(first *int, after *string, last *int, before *string) (ArticleConnection, error) {
	page := Page{first, after, last, before}
	size, err := page.size()
	if err != nil || after != nil || last != nil || before != nil {
		size = len(p.snapshot.articles.all)
	}
	list, total := p.snapshot.articlesFor(p.Provider, size)
	c, err := newArticleConnection(list, "articles for "+p.ID, page, nil)
	c.total = total
	return c, err
}

// License is a provider's licence in a snapshot.
type License struct {
	*models.License
	snapshot *Snapshot
}

// Expired reports whether the licence has expired.
func (l License) Expired() bool { return !l.HoldsOn(l.snapshot.Today()) }

// StateName is the full name of the state.
func (l License) StateName() string {
	name, _ := models.StateName(l.State) // the rules let no other code in
	return name
}

// Credential is what the licence permits to practise as.
func (l License) Credential() (Credential, error) {
	credential, ok := l.snapshot.credentials.byID[l.CredentialID]
	if !ok {
		return Credential{}, missing(models.KindCredential, l.CredentialID)
	}
	return credential, nil
}
