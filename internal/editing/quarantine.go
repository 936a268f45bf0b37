package editing

import (
	"context"

	"findcare/models"
)

// maxQuarantined is how many documents in quarantine are returned at most.
const maxQuarantined = 100

// Quarantine are the documents that are not shown since they break a rule.
type Quarantine struct {
	TotalCount int
	Documents  []QuarantinedDocument
}

// QuarantinedDocument is a document that is not shown since it breaks a rule.
type QuarantinedDocument struct {
	Kind    string
	ID      string
	Problem UserError
}

// Quarantine returns the first documents that are not shown since they break a rule.
func (e *Editor) Quarantine(ctx context.Context, first *int) (Quarantine, error) {
	size := 20
	if first != nil {
		size = *first
	}
	if size < 0 || size > maxQuarantined {
		return Quarantine{}, models.BadInput("first: %d must be from 0 to %d", size, maxQuarantined)
	}
	documents, err := e.store.QuarantinedDocuments(ctx, size)
	q := Quarantine{TotalCount: e.store.Quarantined(), Documents: make([]QuarantinedDocument, len(documents))}
	for i, d := range documents {
		q.Documents[i] = QuarantinedDocument{string(d.Kind), d.ID, userErrors(d.Fault)[0]}
	}
	return q, clientError(err)
}
