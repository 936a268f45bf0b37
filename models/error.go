package models

import (
	"errors"
	"fmt"
)

// Code says what kind of error an Error is. Clients see it as extensions.code.
type Code string

// The codes that clients may rely on.
const (
	CodeBadUserInput Code = "BAD_USER_INPUT"
	CodeNotFound     Code = "NOT_FOUND"
	CodeInternal     Code = "INTERNAL"
	CodeUnavailable  Code = "UNAVAILABLE"
	// CodeReadOnly is of changes to a database that a newer findcare has written.
	CodeReadOnly Code = "READ_ONLY"
	// CodeUnauthenticated is of requests without a valid token, CodeForbidden of those whose role does not allow it.
	CodeUnauthenticated Code = "UNAUTHENTICATED"
	CodeForbidden       Code = "FORBIDDEN"
)

// Error is an error that may be shown to whoever asked: its message names the field, the value and the rule.
// Any other error is internal; it is logged and never shown.
type Error struct {
	Code    Code
	Message string
}

// Error returns the message.
func (e *Error) Error() string { return e.Message }

// BadInput returns an Error with the code BAD_USER_INPUT and a formatted message.
func BadInput(format string, args ...any) *Error {
	return &Error{Code: CodeBadUserInput, Message: fmt.Sprintf(format, args...)}
}

// ErrorCode returns the code of the first Error in err's chain, and INTERNAL where there is none.
func ErrorCode(err error) Code {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return CodeInternal
}
