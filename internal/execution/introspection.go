package execution

import (
	"context"
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/introspection"
	"github.com/vektah/gqlparser/v2/ast"
)

// kindsWith are the kinds of type for which a field of __Type is not null
// (https://spec.graphql.org/September2025/#sec-The-__Type-Type). gqlgen gives empty lists and false for the others.
var kindsWith = map[string][]ast.DefinitionKind{
	"fields":        {ast.Object, ast.Interface},
	"interfaces":    {ast.Object, ast.Interface},
	"possibleTypes": {ast.Interface, ast.Union},
	"enumValues":    {ast.Enum},
	"inputFields":   {ast.InputObject},
	"isOneOf":       {ast.InputObject},
}

// introspect resolves a field as gqlgen does, except for those that are null for the kind of their type.
func introspect(ctx context.Context, next graphql.Resolver) (any, error) {
	field := graphql.GetFieldContext(ctx)
	if field.Object == "__Type" && field.Parent != nil {
		kinds, limited := kindsWith[field.Field.Name]
		parent, ok := field.Parent.Result.(*introspection.Type)
		if limited && ok && !slices.Contains(kinds, ast.DefinitionKind(parent.Kind())) {
			//lint:ignore nilnil gqlgen's word for null
			return nil, nil
		}
	}
	return next(ctx)
}
