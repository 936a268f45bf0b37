package editing

import (
	"errors"
	"fmt"
	"strings"

	"findcare/internal/store"
	"findcare/models"
)

// UserError is a fault in a request that the client can correct.
type UserError struct {
	Code models.UserErrorCode
	// Message is for people who see the field: it does not name it.
	Message string
	// Field is the path of the field in the input, such as locations, 0, postalCode.
	Field []string
}

// Located is the message with the path of the field, for those who see no form.
func (e UserError) Located() string {
	if len(e.Field) == 0 {
		return e.Message
	}
	return "/" + strings.Join(e.Field, "/") + ": " + e.Message
}

// sentence is the message of an error, as one begins a sentence.
func sentence(err error) string {
	message := err.Error()
	return strings.ToUpper(message[:1]) + message[1:]
}

// failed returns the outcome of a write that failed with one error.
func failed(document models.Document, code models.UserErrorCode, message string, field ...string) Outcome {
	return Outcome{Document: document, Errors: []UserError{{code, message, field}}}
}

func userErrors(faults ...models.Fault) (errs []UserError) {
	for _, fault := range faults {
		field := strings.Split(strings.TrimPrefix(fault.Path, "/"), "/")
		if fault.Path == "" {
			field = nil
		}
		errs = append(errs, UserError{codeOf[fault.Kind], fault.Message(), field})
	}
	return errs
}

var codeOf = map[models.FaultKind]models.UserErrorCode{
	models.FaultInvalid: models.UserErrorInvalid,
	models.FaultUnknown: models.UserErrorNotFound,
	models.FaultLoss:    models.UserErrorLoss,
}

// inInput translates the paths of faults in the document to paths in the client's input.
func (w Write) inInput(errs []UserError) []UserError {
	for i := range errs {
		if err := &errs[i]; w.place != nil && len(err.Field) > 0 {
			err.Field = strings.Split(w.place("/" + strings.Join(err.Field, "/"))[1:], "/")
		}
	}
	return errs
}

func conflictMessage(expected int, revision int64) string {
	return fmt.Sprintf(
		"Revision %d is not the current revision, %d; review the changes and try again", expected, revision,
	)
}

// clientError translates errors of an unreachable or full database for clients. Other errors stay as they are.
func clientError(err error) error {
	const advice = "; no data was lost, but it is not known whether the change was made: try again with an " +
		"idempotencyKey"
	switch {
	case errors.Is(err, store.ErrFull):
		return &models.Error{
			Code:    models.CodeUnavailable,
			Message: store.ErrFull.Error() + advice + " when there is room",
		}
	case errors.Is(err, store.ErrUnavailable):
		return &models.Error{Code: models.CodeUnavailable, Message: store.ErrUnavailable.Error() + advice}
	}
	return err
}
