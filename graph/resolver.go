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
	"findcare/models"
)

// Resolver is the root of all resolvers.
type Resolver struct {
	catalog *catalog.Catalog
	editor  *editing.Editor
	tokens  *auth.Tokens
	imports *importing.Imports
}

// NewSchema returns the executable schema. All but the directory may be nil if nothing is changed through it.
func NewSchema(
	directory *catalog.Catalog, editor *editing.Editor, tokens *auth.Tokens, imports *importing.Imports,
) execution.Schema {
	return generated.NewSchema(generated.Config{
		Resolvers:  &Resolver{catalog: directory, editor: editor, tokens: tokens, imports: imports},
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
