package catalog

import (
	"findcare/internal/search/lexicon/crisis"
	"findcare/models"
)

// Credential is a credential in a snapshot.
type Credential struct {
	*models.Credential
	key      string // the folded name
	snapshot *Snapshot
	label    string
	title    string // the label after its indefinite article
}

// Label is the name, with the abbreviation in brackets where there is one.
func (c Credential) Label() string { return c.label }

func (c Credential) head() *models.Header { return &c.Credential.Header }
func (c Credential) sortKey() string      { return c.key }

// IsNode marks Credential as a Node of the schema.
func (Credential) IsNode() {}

// IsTopic marks Credential as a Topic of the schema.
func (Credential) IsTopic() {}

// Providers are those who hold the credential.
func (c Credential) Providers(
	filter *ProviderFilter,
	orderBy *ProviderOrder,
	first *int,
	after *string,
	last *int,
	before *string,
) (ProviderConnection, error) {
	return c.snapshot.providersOf(
		models.KindCredential,
		c.ID,
		ProviderSearch{Filter: filter, OrderBy: orderBy, Page: Page{first, after, last, before}},
	)
}

// Condition is a condition in a snapshot.
type Condition struct {
	*models.Condition
	key      string // the folded name
	snapshot *Snapshot
	label    string
	crisis   func() crisis.Kinds // that it touches
}

// Label is the name, with the abbreviation in brackets where there is one.
func (c Condition) Label() string { return c.label }

func (c Condition) head() *models.Header { return &c.Condition.Header }
func (c Condition) sortKey() string      { return c.key }

// IsNode marks Condition as a Node of the schema.
func (Condition) IsNode() {}

// IsTopic marks Condition as a Topic of the schema.
func (Condition) IsTopic() {}

// Treatments are those that are used for the condition.
func (c Condition) Treatments() []Treatment { return c.snapshot.treatmentsBy[c.ID] }

// Providers are those who treat the condition.
func (c Condition) Providers(
	filter *ProviderFilter,
	orderBy *ProviderOrder,
	first *int,
	after *string,
	last *int,
	before *string,
) (ProviderConnection, error) {
	connection, err := c.snapshot.providersOf(
		models.KindCondition,
		c.ID,
		ProviderSearch{Filter: filter, OrderBy: orderBy, Page: Page{first, after, last, before}},
	)
	connection.about = c
	return connection, err
}

// Articles are those about the condition, and those that speak to it.
func (c Condition) Articles(first *int, after *string, last *int, before *string) (ArticleConnection, error) {
	return c.snapshot.articlesAbout(c.ID, Page{first, after, last, before}, c.crisis)
}

// Treatment is a treatment in a snapshot.
type Treatment struct {
	*models.Treatment
	key      string // the folded name
	snapshot *Snapshot
	label    string
	crisis   func() crisis.Kinds // that it touches
}

// Label is the name, with the abbreviation in brackets where there is one.
func (t Treatment) Label() string { return t.label }

func (t Treatment) head() *models.Header { return &t.Treatment.Header }
func (t Treatment) sortKey() string      { return t.key }

// IsNode marks Treatment as a Node of the schema.
func (Treatment) IsNode() {}

// IsTopic marks Treatment as a Topic of the schema.
func (Treatment) IsTopic() {}

// Conditions are what the treatment is used for.
func (t Treatment) Conditions() []Condition { return t.snapshot.conditions.resolve(t.ConditionIDs) }

// Providers are those who offer the treatment.
func (t Treatment) Providers(
	filter *ProviderFilter,
	orderBy *ProviderOrder,
	first *int,
	after *string,
	last *int,
	before *string,
) (ProviderConnection, error) {
	connection, err := t.snapshot.providersOf(
		models.KindTreatment,
		t.ID,
		ProviderSearch{Filter: filter, OrderBy: orderBy, Page: Page{first, after, last, before}},
	)
	connection.about = t
	return connection, err
}

// Articles are those about the treatment.
func (t Treatment) Articles(first *int, after *string, last *int, before *string) (ArticleConnection, error) {
	return t.snapshot.articlesAbout(t.ID, Page{first, after, last, before}, t.crisis)
}
