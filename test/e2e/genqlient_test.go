package e2e

import (
	"errors"
	"net/http"
	"testing"

	"github.com/Khan/genqlient/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/test/conformance/genqlient"
)

// TestGenqlient runs a Go program's generated client, with POST and with GET.
func TestGenqlient(t *testing.T) {
	t.Parallel()
	endpoint := openTestDirectory(t) + "/graphql"
	for method, client := range map[string]graphql.Client{
		"POST": graphql.NewClient(endpoint, http.DefaultClient),
		"GET":  graphql.NewClientUsingGet(endpoint, http.DefaultClient),
	} {
		t.Run(method, func(t *testing.T) {
			t.Run("a search, page by page", func(t *testing.T) { searchByPages(t, client) })
			t.Run("one of several names", func(t *testing.T) { findArticle(t, client) })
			t.Run("documents of any type", func(t *testing.T) { findNodes(t, client) })
			t.Run("an error has its code", func(t *testing.T) { findNothing(t, client) })
		})
	}
}

func searchByPages(t *testing.T, client graphql.Client) {
	filter := &genqlient.ProviderFilter{
		Near:  &genqlient.Near{At: genqlient.Place{PostalCode: new("48507")}, WithinMiles: new(500.0)},
		Kinds: []genqlient.ProviderKind{genqlient.ProviderKindIndividual},
	}
	order, nearest := genqlient.ProviderOrderDistance, 0.0
	seen := make(map[string]bool)
	var after *string
	for {
		found, err := genqlient.FindProviders(t.Context(), client, filter, &order, new(1), after)
		if err != nil {
			t.Fatal(err)
		}
		for _, edge := range found.Providers.Edges {
			provider := edge.Node
			if provider.Kind != genqlient.ProviderKindIndividual || provider.Name == "" ||
				provider.UpdatedAt.IsZero() ||
				seen[provider.Id] {
				t.Errorf("unexpected %+v", provider)
			}
			if edge.DistanceMiles == nil || *edge.DistanceMiles < nearest {
				t.Errorf("%s is not where the order has them", provider.Name)
			} else {
				nearest = *edge.DistanceMiles
			}
			seen[provider.Id] = true
		}
		if !found.Providers.PageInfo.HasNextPage {
			if len(seen) < 2 || len(seen) != found.Providers.TotalCount {
				t.Errorf("%d of %d seen", len(seen), found.Providers.TotalCount)
			}
			return
		}
		after = found.Providers.PageInfo.EndCursor
	}
}

func findArticle(t *testing.T, client graphql.Client) {
	bySlug, err := genqlient.FindArticle(
		t.Context(),
		client,
		genqlient.SlugOrID{Slug: new("ketamine-assisted-psychotherapy")},
	)
	if err != nil {
		t.Fatal(err)
	}
	topic, ok := bySlug.Article.Topic.(*genqlient.FindArticleArticleTopicTreatment)
	if !ok || topic.Label != "Ketamine-Assisted Psychotherapy (KAP)" {
		t.Errorf("topic %+v", bySlug.Article.Topic)
	}
	byID, err := genqlient.FindArticle(t.Context(), client, genqlient.SlugOrID{Id: &bySlug.Article.Id})
	if err != nil || byID.Article.Title != bySlug.Article.Title {
		t.Errorf("by id: %+v, %v", byID, err)
	}
	nobody, err := genqlient.FindArticle(t.Context(), client, genqlient.SlugOrID{Slug: new("nobody")})
	if err != nil || nobody.Article != nil {
		t.Errorf("an article that is none: %+v, %v", nobody, err)
	}
}

func findNodes(t *testing.T, client graphql.Client) {
	found, err := genqlient.FindProviders(t.Context(), client, nil, nil, new(1), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := found.Providers.Edges[0].Node
	nodes, err := genqlient.FindNodes(t.Context(), client, []string{"nonsense", want.Id})
	if err != nil {
		t.Fatal(err)
	}
	provider, ok := (*nodes.Nodes[1]).(*genqlient.FindNodesNodesProvider)
	if nodes.Nodes[0] != nil || !ok || provider.Name != want.Name {
		t.Errorf("nodes %+v", nodes.Nodes)
	}
}

func findNothing(t *testing.T, client graphql.Client) {
	_, err := genqlient.FindProviders(t.Context(), client, &genqlient.ProviderFilter{Conditions: []string{"depresion"}},
		nil, nil, nil)
	var list gqlerror.List
	if !errors.As(err, &list) || len(list) != 1 || list[0].Extensions["code"] != "BAD_USER_INPUT" {
		t.Errorf("got %v", err)
	}
}
