package generated

import (
	"context"
	"sync"

	"findcare/internal/catalog"
	"findcare/internal/federation"
)

// SubgraphSDL is the schema as gateways of Apollo Federation 2 compose it.
var SubgraphSDL = sync.OnceValue(func() string {
	text, err := federation.SDL(sources...)
	if err != nil {
		panic(err) // the schema that this package was generated from
	}
	return text
})

// gqlgen has the two fields for gateways call these methods.

func (ec *executionContext) __resolve__service(context.Context) (federation.Service, error) {
	return federation.Service{SDL: SubgraphSDL()}, nil
}

func (ec *executionContext) __resolve_entities(
	ctx context.Context, representations []map[string]any,
) []catalog.Node {
	return federation.Entities(ctx, ec.Resolvers.Query(), representations)
}
