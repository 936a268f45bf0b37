package execution

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"strings"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/models"
)

// maxMessage is how many bytes of an error's message are shown.
const maxMessage = 500

// Errorf returns an error with a code and a formatted message.
func Errorf(code models.Code, format string, args ...any) *gqlerror.Error {
	return withCode(gqlerror.Errorf(format, args...), code)
}

func withCode(err *gqlerror.Error, code models.Code) *gqlerror.Error {
	errcode.Set(err, string(code))
	return err
}

func withCodes(errs gqlerror.List, code models.Code) gqlerror.List {
	for _, err := range errs {
		withCode(err, code)
	}
	return errs
}

// ErrorCode returns the code of an error, "" where it has none.
func ErrorCode(err *gqlerror.Error) models.Code {
	code, _ := err.Extensions["code"].(string)
	return models.Code(code)
}

// reports are the functions by which both executors report errors and panics.
type reports struct {
	present graphql.ErrorPresenterFunc
	recover graphql.RecoverFunc
}

// presenter gives every error a code. What is not meant for clients is logged in full and shown as "internal error".
func presenter(logger *slog.Logger) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		shown := graphql.DefaultErrorPresenter(ctx, err)
		var known *models.Error
		switch {
		case errors.As(err, &known):
			withCode(shown, known.Code)
		case shown.Extensions["code"] != nil: // of the parser, the validator or an argument
		default:
			logger.ErrorContext(ctx, "internal error",
				"error", err, "path", shown.Path.String(), "operation", operationName(ctx))
			shown = &gqlerror.Error{Message: "internal error", Path: shown.Path, Locations: shown.Locations}
			withCode(shown, models.CodeInternal)
		}
		return shown
	}
}

func operationName(ctx context.Context) string {
	if !graphql.HasOperationContext(ctx) {
		return ""
	}
	return graphql.GetOperationContext(ctx).OperationName
}

// recovered makes an internal error of a panic.
func recovered(_ context.Context, panicked any) error {
	return fmt.Errorf("panic: %v\n%s", panicked, debug.Stack())
}

// AppendErrors appends errors to dst as a JSON list: at most the first five, with long messages cut.
func AppendErrors(dst []byte, errs gqlerror.List) []byte {
	dst = append(dst, '[')
	for i, err := range errs[:min(len(errs), MaxErrors)] {
		if i > 0 {
			dst = append(dst, ',')
		}
		shown := *err
		shown.Message = shorten(err.Message)
		encoded, failed := json.Marshal(&shown)
		if failed != nil { // an extension that is no JSON
			encoded, _ = json.Marshal(&gqlerror.Error{Message: shown.Message, Path: err.Path})
		}
		dst = append(dst, encoded...)
	}
	return append(dst, ']')
}

func shorten(message string) string {
	message = strings.ToValidUTF8(message, "\uFFFD")
	if len(message) <= maxMessage {
		return message
	}
	end := maxMessage - len("…")
	for !utf8.RuneStart(message[end]) {
		end--
	}
	return message[:end] + "…"
}
