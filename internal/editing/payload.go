package editing

import (
	"findcare/internal/catalog"
	"findcare/models"
)

// Payload is the result of a mutation of one kind of documents.
type Payload[T any] struct {
	// Entity is the document as it is now, nil if there is none.
	Entity *T
	// Action is what the mutation did, nil if nothing changed.
	Action     *models.Action
	UserErrors []UserError
}

// ProviderPayload is the result of a mutation of a provider.
type ProviderPayload = Payload[catalog.Provider]

// CredentialPayload is the result of a mutation of a credential.
type CredentialPayload = Payload[catalog.Credential]

// ConditionPayload is the result of a mutation of a condition.
type ConditionPayload = Payload[catalog.Condition]

// TreatmentPayload is the result of a mutation of a treatment.
type TreatmentPayload = Payload[catalog.Treatment]

// InsurerPayload is the result of a mutation of an insurer.
type InsurerPayload = Payload[catalog.Insurer]

// ArticlePayload is the result of a mutation of an article.
type ArticlePayload = Payload[catalog.Article]

// DeletePayload is the result of deleting a document.
type DeletePayload struct {
	DeletedID  *string
	UserErrors []UserError
}

// Deleted returns the payload of the deletion of a document.
func Deleted(id string, outcome Outcome, err error) (DeletePayload, error) {
	payload := DeletePayload{UserErrors: listed(outcome.Errors)}
	if len(outcome.Errors) == 0 && err == nil {
		payload.DeletedID = &id
	}
	return payload, err
}

// PayloadOf returns the payload of a change. Find looks the document up in a snapshot that has the change.
func PayloadOf[T any](outcome Outcome, err error, find func(id string) *T) (Payload[T], error) {
	payload := Payload[T]{UserErrors: listed(outcome.Errors)}
	if outcome.Action != "" {
		payload.Action = &outcome.Action
	}
	if outcome.Document != nil {
		payload.Entity = find(outcome.Document.Head().ID)
	}
	return payload, err
}

// listed replaces nil by empty lists, which clients expect.
func listed(errs []UserError) []UserError {
	if errs == nil {
		return []UserError{}
	}
	for i := range errs {
		if errs[i].Field == nil {
			errs[i].Field = []string{}
		}
	}
	return errs
}

// Difference is a field that differs between two revisions of a document, as JSON; nil on the side that lacks it.
type Difference struct {
	Field         string
	Before, After *string
}

// BeforeValue is Before as a value.
func (d Difference) BeforeValue() models.JSON { return valueOf(d.Before) }

// AfterValue is After as a value.
func (d Difference) AfterValue() models.JSON { return valueOf(d.After) }

func valueOf(text *string) models.JSON {
	if text == nil {
		return ""
	}
	return models.JSON(*text)
}

// Change is the record of a change as clients see it.
type Change struct{ *models.Change }

// Name is the name of the principal who made the change.
func (c Change) Name() models.OptionalString { return models.OptionalString(c.Change.Name) }
