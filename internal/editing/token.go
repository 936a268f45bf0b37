package editing

import (
	"context"
	"errors"
	"time"

	"findcare/internal/auth"
	"findcare/internal/catalog"
	"findcare/models"
)

// CreateTokenPayload is the result of the mutation createToken.
type CreateTokenPayload struct {
	Token *auth.Token
	// Secret is the text of the token.
	Secret     *string
	UserErrors []UserError
}

// RevokeTokenPayload is the result of the mutation revokeToken.
type RevokeTokenPayload struct {
	Token      *auth.Token
	UserErrors []UserError
}

// CreateToken creates a token that is valid through a day, without one indefinitely.
func CreateToken(
	ctx context.Context, tokens *auth.Tokens, name string, role auth.Role, expiresOn *models.Date,
) (CreateTokenPayload, error) {
	token, secret, err := tokens.Create(ctx, name, role, endOf(expiresOn))
	var fault models.Fault
	switch {
	case errors.As(err, &fault):
		return CreateTokenPayload{UserErrors: listed(userErrors(fault))}, nil
	case err != nil:
		return CreateTokenPayload{}, clientError(err)
	}
	return CreateTokenPayload{token, &secret, listed(nil)}, nil
}

// endOf returns the end of a day in UTC, nil if there is no day.
func endOf(day *models.Date) *time.Time {
	if day == nil || *day == "" {
		return nil
	}
	began, _ := time.Parse(time.DateOnly, string(*day)) // the scalar accepts only valid dates
	end := began.AddDate(0, 0, 1)
	return &end
}

// RevokeToken revokes a token, the last administrator's only if forced.
func RevokeToken(ctx context.Context, tokens *auth.Tokens, id string, force bool) (RevokeTokenPayload, error) {
	token, err := tokens.Revoke(ctx, id, force)
	if errors.Is(err, auth.ErrLastAdmin) {
		const rule = "This is the last token of an administrator that holds: make another one first, or give " +
			"force: true"
		return RevokeTokenPayload{UserErrors: listed(failed(nil, models.UserErrorInvalid, rule, "id").Errors)}, nil
	}
	if errors.Is(err, auth.ErrNoToken) {
		const rule = "No token has this id"
		return RevokeTokenPayload{UserErrors: listed(failed(nil, models.UserErrorNotFound, rule, "id").Errors)}, nil
	}
	if err != nil {
		return RevokeTokenPayload{}, clientError(err)
	}
	return RevokeTokenPayload{token, listed(nil)}, nil
}

// ListTokens returns all tokens.
func ListTokens(ctx context.Context, tokens *auth.Tokens) ([]auth.Token, error) {
	list, err := tokens.List(ctx)
	return list, clientError(err)
}

// TokenConnection is a page of the tokens.
type TokenConnection struct {
	Edges      []TokenEdge
	PageInfo   catalog.PageInfo
	TotalCount int
}

// TokenEdge is a token in a list.
type TokenEdge struct {
	Node   auth.Token
	Cursor string
}

// Nodes are the tokens of the page.
func (c TokenConnection) Nodes() []auth.Token {
	nodes := make([]auth.Token, len(c.Edges))
	for i, edge := range c.Edges {
		nodes[i] = edge.Node
	}
	return nodes
}

// PageOfTokens returns a page of the tokens, the newest first.
func PageOfTokens(ctx context.Context, tokens *auth.Tokens, first *int, after *string) (*TokenConnection, error) {
	size, err := pageSize(first)
	if err != nil {
		return nil, err
	}
	list, err := ListTokens(ctx, tokens)
	if err != nil {
		return nil, err
	}
	start := 0
	if after != nil {
		if start, err = placeAfter(list, placeOfToken, *after); err != nil {
			return nil, err
		}
	}
	end := min(len(list), start+size)
	c := &TokenConnection{Edges: []TokenEdge{}, TotalCount: len(list)}
	c.PageInfo.HasPreviousPage, c.PageInfo.HasNextPage = start > 0, end < len(list)
	for _, token := range list[start:end] {
		c.Edges = append(c.Edges, TokenEdge{token, placeOfToken(&token).cursor()})
	}
	if n := len(c.Edges); n > 0 {
		c.PageInfo.StartCursor = models.OptionalString(c.Edges[0].Cursor)
		c.PageInfo.EndCursor = models.OptionalString(c.Edges[n-1].Cursor)
	}
	return c, nil
}

func placeOfToken(token *auth.Token) place { return place{token.CreatedAt, token.ID} }
