package editing

import (
	"findcare/internal/catalog"
	"findcare/models"
)

// Payload is what a mutation of one kind of documents answers.
type Payload[T any] struct {
	// Entity is the document as it is now, nil where there is none.
	Entity *T
	// Action is what was done, nil where nothing was.
	Action     *models.Action
	UserErrors []UserError
}

// The payloads of each kind.
type (
	ProviderPayload   = Payload[catalog.Provider]
	CredentialPayload = Payload[catalog.Credential]
	ConditionPayload  = Payload[catalog.Condition]
	TreatmentPayload  = Payload[catalog.Treatment]
	ArticlePayload    = Payload[catalog.Article]
)

// DeletePayload is what the deletion of a document answers.
type DeletePayload struct {
	DeletedID  *string
	UserErrors []UserError
}

// Deleted is the payload of the deletion of a document.
func Deleted(id string, outcome Outcome, err error) (DeletePayload, error) {
	payload := DeletePayload{UserErrors: listed(outcome.Errors)}
	if len(outcome.Errors) == 0 && err == nil {
		payload.DeletedID = &id
	}
	return payload, err
}

// PayloadOf is the payload of a change. Find looks the document up in the snapshot that has the change.
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

// listed is never nil: clients get a list.
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

// Difference is a field that differs between two revisions of a document, as JSON; nil where it is not there.
type Difference struct {
	Field         string
	Before, After *string
}

// Change is a change of a document, for people.
type Change struct{ *models.Change }

// Name is how whoever made the change is called.
func (c Change) Name() models.OptionalString { return models.OptionalString(c.Change.Name) }
