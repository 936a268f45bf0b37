package graph

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/catalog"
	"findcare/models"
)

// parsedDocuments is how many parsed and validated query documents are kept.
const parsedDocuments = 1000

// NewHandler serves GraphQL over HTTP, by POST and GET. The catalog must have a snapshot by then.
func NewHandler(directory *catalog.Catalog, logger *slog.Logger) http.Handler {
	present := presenter(logger)
	server := handler.New(newExecutor(Config{Resolvers: &Resolver{}}, present, panicError))
	server.AddTransport(transport.Options{})
	server.AddTransport(transport.GET{})
	server.AddTransport(transport.POST{})
	server.SetQueryCache(lru.New[*ast.QueryDocument](parsedDocuments))
	server.Use(extension.Introspection{})
	server.Use(&oneOfVariables{})
	server.AroundOperations(func(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
		return next(withSnapshot(ctx, directory.Current()))
	})
	server.SetErrorPresenter(present)
	server.SetRecoverFunc(panicError)
	return server
}

// panicError is the error that a panic becomes, with the stack for the log.
func panicError(_ context.Context, panicked any) error {
	return fmt.Errorf("panic: %v\n%s", panicked, debug.Stack())
}

// presenter gives every error a code. What is not meant for clients is logged whole and shown as "internal error".
func presenter(logger *slog.Logger) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		shown := graphql.DefaultErrorPresenter(ctx, err)
		var known *models.Error
		switch {
		case errors.As(err, &known):
			errcode.Set(shown, string(known.Code))
		case shown.Extensions["code"] != nil: // of the parser or the validator
		case argumentsUnread(ctx):
			errcode.Set(shown, string(models.CodeBadUserInput))
		case unreadRequest(ctx, err):
			shown = &gqlerror.Error{Message: `the body of the request must be JSON such as {"query": "…", "variables": {…}}`}
			errcode.Set(shown, string(models.CodeBadUserInput))
		default:
			logger.ErrorContext(ctx, "internal error", "error", err, "path", shown.Path.String())
			shown = &gqlerror.Error{Message: "internal error", Path: shown.Path, Locations: shown.Locations}
			errcode.Set(shown, string(models.CodeInternal))
		}
		return shown
	}
}

// argumentsUnread tells whether the current field's arguments could not be decoded: gqlgen then reports a plain error
// and has not set them yet.
func argumentsUnread(ctx context.Context) bool {
	field := graphql.GetFieldContext(ctx)
	return field != nil && field.Field.Field != nil && field.Args == nil && len(field.Field.Arguments) > 0
}

// unreadRequest tells whether err is gqlgen's report of a body that it could not read: a client's mistake, which comes
// before there is any operation.
func unreadRequest(ctx context.Context, err error) bool {
	var report *gqlerror.Error
	return !graphql.HasOperationContext(ctx) && errors.As(err, &report)
}
