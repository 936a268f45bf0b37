package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"findcare/graph/generated"
	"findcare/internal/auth"
	"findcare/internal/catalog"
	"findcare/internal/editing"
	"findcare/internal/execution"
	"findcare/internal/importing"
	"findcare/internal/replication"
	"findcare/internal/webhooks"
	"findcare/models"
)

// Resolver is the root of all resolvers.
type Resolver struct {
	catalog *catalog.Catalog
	editor  *editing.Editor
	tokens  *auth.Tokens
	imports *importing.Imports
	changes *replication.Feed
	hooks   *webhooks.Webhooks
}

// Services are what resolvers need beside the directory. They may be nil where only the directory is read.
type Services struct {
	Editor   *editing.Editor
	Tokens   *auth.Tokens
	Imports  *importing.Imports
	Changes  *replication.Feed
	Webhooks *webhooks.Webhooks
}

// NewSchema returns the executable schema.
func NewSchema(directory *catalog.Catalog, services Services) execution.Schema {
	return generated.NewSchema(generated.Config{
		Resolvers: &Resolver{
			directory, services.Editor, services.Tokens, services.Imports, services.Changes, services.Webhooks,
		},
		Directives: generated.DirectiveRoot{Auth: authorize},
	})
}

// authorize is the directive @auth. It fails closed: without a principal, or with a role that is not known, nothing is
// let through.
func authorize(ctx context.Context, _ any, next graphql.Resolver, role auth.Role) (any, error) {
	if err := auth.Require(ctx, role); err != nil {
		return nil, err
	}
	return next(ctx)
}

func checkCount(ids []string) error {
	const most = 100
	if len(ids) > most {
		return models.BadInput("ids: %d ids must be at most %d", len(ids), most)
	}
	return nil
}

// checkProviderIDs refuses ids that no provider will ever have, of which a subscriber would wait for nothing.
func checkProviderIDs(ids []string) error {
	if err := checkCount(ids); err != nil {
		return err
	}
	for _, id := range ids {
		if kind, ok := models.KindOfID(id); !ok || kind != models.KindProvider {
			return models.BadInput("ids: %q must be the id of a provider", id)
		}
	}
	return nil
}
