package graph

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

	coerce "findcare/internal/execution"
	"findcare/models"
)

// The codes of what is refused before anything is executed. Clients see them as extensions.code.
const (
	CodeParseFailed           models.Code = errcode.ParseFailed
	CodeValidationFailed      models.Code = errcode.ValidationFailed
	CodeTooManyTokens         models.Code = "TOO_MANY_TOKENS"
	CodeTooManyFragments      models.Code = "TOO_MANY_FRAGMENTS"
	CodeTooManyFields         models.Code = "TOO_MANY_FIELDS"
	CodeTooManyRootFields     models.Code = "TOO_MANY_ROOT_FIELDS"
	CodeTooManyAliases        models.Code = "TOO_MANY_ALIASES"
	CodeTooManyDirectives     models.Code = "TOO_MANY_DIRECTIVES"
	CodeTooManyRepeats        models.Code = "TOO_MANY_REPEATED_FIELDS"
	CodeTooDeep               models.Code = "TOO_DEEP"
	CodeTooCostly             models.Code = "TOO_COSTLY"
	CodeIntrospectionDisabled models.Code = "INTROSPECTION_DISABLED"
	CodeTimeout               models.Code = "TIMEOUT"
)

const (
	// mostErrors is how many errors a response tells of.
	mostErrors = coerce.MaxErrors
	// longestMessage is how many bytes of an error's message are shown.
	longestMessage = 500
)

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

// presenter gives every error a code. What is not meant for clients is logged whole and shown as "internal error".
func presenter(logger *slog.Logger) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		shown := graphql.DefaultErrorPresenter(ctx, err)
		var known *models.Error
		switch {
		case errors.As(err, &known):
			withCode(shown, known.Code)
		case shown.Extensions["code"] != nil: // of the parser, the validator or an argument
		default:
			logger.ErrorContext(
				ctx,
				"internal error",
				"error",
				err,
				"path",
				shown.Path.String(),
				"operation",
				operationName(ctx),
			)
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
	for i, err := range errs[:min(len(errs), mostErrors)] {
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
	if len(message) <= longestMessage {
		return message
	}
	end := longestMessage - len("…")
	for !utf8.RuneStart(message[end]) {
		end--
	}
	return message[:end] + "…"
}
