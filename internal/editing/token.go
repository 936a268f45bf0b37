package editing

import (
	"context"
	"errors"
	"time"

	"findcare/internal/auth"
	"findcare/models"
)

// CreateTokenPayload is what the making of a token answers.
type CreateTokenPayload struct {
	Token *auth.Token
	// Secret is the text of the token.
	Secret     *string
	UserErrors []UserError
}

// RevokeTokenPayload is what the revocation of a token answers.
type RevokeTokenPayload struct {
	Token      *auth.Token
	UserErrors []UserError
}

// CreateToken makes a token that is good through a day, without one for ever.
func CreateToken(
	ctx context.Context,
	tokens *auth.Tokens,
	name string,
	role auth.Role,
	expiresOn *models.Date,
) (CreateTokenPayload, error) {
	token, secret, err := tokens.Create(ctx, name, role, endOf(expiresOn))
	var fault models.Fault
	switch {
	case errors.As(err, &fault):
		return CreateTokenPayload{UserErrors: listed(userErrors(fault))}, nil
	case err != nil:
		return CreateTokenPayload{}, shown(err)
	}
	return CreateTokenPayload{token, &secret, listed(nil)}, nil
}

// endOf is the end of a day in UTC, nil where there is none.
func endOf(day *models.Date) *time.Time {
	if day == nil || *day == "" {
		return nil
	}
	began, _ := time.Parse(time.DateOnly, string(*day)) // the scalar lets only days through
	end := began.AddDate(0, 0, 1)
	return &end
}

// RevokeToken ends a token, the last one of an administrator by force alone.
func RevokeToken(ctx context.Context, tokens *auth.Tokens, id string, force bool) (RevokeTokenPayload, error) {
	token, err := tokens.Revoke(ctx, id, force)
	if errors.Is(err, auth.ErrLastAdmin) {
		const rule = "id: is the last token of an administrator that holds: make another one first, or give force: true"
		return RevokeTokenPayload{UserErrors: listed(failed(nil, CodeInvalid, rule, "id").Errors)}, nil
	}
	if err != nil {
		return RevokeTokenPayload{}, shown(err)
	}
	if token == nil {
		return RevokeTokenPayload{
			UserErrors: listed(failed(nil, CodeNotFound, "id: no token has this id", "id").Errors),
		}, nil
	}
	return RevokeTokenPayload{token, listed(nil)}, nil
}

// ListTokens returns all tokens.
func ListTokens(ctx context.Context, tokens *auth.Tokens) ([]auth.Token, error) {
	list, err := tokens.List(ctx)
	return list, shown(err)
}
