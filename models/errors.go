package models

import (
	"errors"
	"fmt"
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
