package federation

import (
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"findcare/internal/catalog"
	"findcare/internal/execution"
	"findcare/models"
)

// Query are the fields that find one document each, for whoever sends the request.
type Query interface {
	Provider(ctx context.Context, by catalog.ProviderBy, asOf *time.Time) (*catalog.Provider, error)
	Credential(ctx context.Context, by catalog.SlugOrID) (*catalog.Credential, error)
	Condition(ctx context.Context, by catalog.SlugOrID) (*catalog.Condition, error)
	Treatment(ctx context.Context, by catalog.SlugOrID) (*catalog.Treatment, error)
	Insurer(ctx context.Context, by catalog.SlugOrID) (*catalog.Insurer, error)
	Article(ctx context.Context, by catalog.SlugOrID, asOf *time.Time) (*catalog.Article, error)
}

// key is a field that names one document of a type.
type key string

const (
	id   key = "id"
	slug key = "slug"
	npi  key = "npi"
)

// document is what a key finds.
type document interface {
	catalog.Node
	Head() *models.Header
}

// entity is a type that gateways can ask for by a key.
type entity struct {
	keys []key
	find func(ctx context.Context, query Query, by key, value string) (document, error)
}

// entities are the types of _Entity.
var entities = map[string]entity{
	"Provider": {
		[]key{id, slug, npi},
		func(ctx context.Context, query Query, by key, value string) (document, error) {
			return one(query.Provider(ctx, map[key]catalog.ProviderBy{
				id: {ID: &value}, slug: {Slug: &value}, npi: {NPI: &value},
			}[by], nil))
		},
	},
	"Credential": bySlugOrID(Query.Credential),
	"Condition":  bySlugOrID(Query.Condition),
	"Treatment":  bySlugOrID(Query.Treatment),
	"Insurer":    bySlugOrID(Query.Insurer),
	"Article": bySlugOrID(func(query Query, ctx context.Context, by catalog.SlugOrID) (*catalog.Article, error) {
		return query.Article(ctx, by, nil)
	}),
}

var names = strings.Join(slices.Sorted(maps.Keys(entities)), ", ")

func bySlugOrID[T document](field func(Query, context.Context, catalog.SlugOrID) (*T, error)) entity {
	return entity{
		[]key{id, slug},
		func(ctx context.Context, query Query, by key, value string) (document, error) {
			if by == id {
				return one(field(query, ctx, catalog.SlugOrID{ID: &value}))
			}
			return one(field(query, ctx, catalog.SlugOrID{Slug: &value}))
		},
	}
}

func one[T document](found *T, err error) (document, error) {
	if found == nil {
		return nil, err
	}
	return *found, err
}

// Entities finds the documents that a gateway names, nil where there is none. What is wrong with one is an error in its
// place, of which only as many are made as are shown, and the others are found all the same. The context is that of the
// field.
func Entities(ctx context.Context, query Query, representations []map[string]any) []catalog.Node {
	found, faults := make([]catalog.Node, len(representations)), 0
	for i, representation := range representations {
		document, err := find(ctx, query, representation)
		if document != nil {
			found[i] = document
		}
		if err == nil {
			continue
		}
		if faults++; faults <= execution.MaxErrors {
			at := graphql.WithFieldContext(ctx, &graphql.FieldContext{Index: &i})
			graphql.AddError(ctx, graphql.AddFieldLocationToError(ctx, graphql.ErrorOnPath(at, err)))
		}
	}
	return found
}

// find finds the document that has all the keys that a representation gives. A key that is null says nothing: of a
// provider without an NPI, another subgraph may send no more.
func find(ctx context.Context, query Query, representation map[string]any) (document, error) {
	name, _ := representation["__typename"].(string)
	entity, known := entities[name]
	if !known {
		return nil, models.BadInput("__typename: %q must be an entity (%s)", name, names)
	}
	var found document
	given := false
	for _, by := range entity.keys {
		value, present := representation[string(by)]
		given = given || present
		if value == nil {
			continue
		}
		text, is := value.(string)
		if !is {
			return nil, models.BadInput("%s: must be a string", by)
		}
		next, err := entity.find(ctx, query, by, text)
		if err != nil || next == nil || found != nil && found.Head().ID != next.Head().ID {
			return nil, err
		}
		found = next
	}
	if !given {
		return nil, models.BadInput("%s: one of its keys is required %q", name, entity.keys)
	}
	return found, nil
}
