package auth

import (
	"context"
	"slices"

	"findcare/models"
)

// Role is what a principal may do. Each role includes those before it.
type Role string

// The roles.
const (
	Viewer   Role = "VIEWER"
	Editor   Role = "EDITOR"
	Reviewer Role = "REVIEWER"
	Admin    Role = "ADMIN"
)

// Roles returns all roles, in ascending order.
func Roles() []Role { return []Role{Viewer, Editor, Reviewer, Admin} }

// rank is 0 for an unknown role.
func (r Role) rank() int { return slices.Index(Roles(), r) + 1 }

// Includes reports whether this role may do what requires the other one. An unknown role includes none.
func (r Role) Includes(other Role) bool { return other.rank() > 0 && r.rank() >= other.rank() }

// Principal is the person or program that sends a request.
type Principal struct {
	// ID never changes for the same person or program.
	ID string
	// Name is for people.
	Name string
	// Role is empty for a known principal that may only do what anonymous requests may.
	Role Role
	// Unconfirmed reports that the database was unavailable when the token was looked up, so it may have been revoked
	// since.
	Unconfirmed bool
}

type principalKey struct{}

// With returns a context for requests of a principal.
func With(ctx context.Context, principal *Principal) context.Context {
	return context.WithValue(ctx, principalKey{}, principal)
}

// Of returns the principal of a context. Anonymous requests have none.
func Of(ctx context.Context) (principal *Principal, ok bool) {
	principal, ok = ctx.Value(principalKey{}).(*Principal)
	return principal, ok
}

// Require returns an error unless the principal of a context has a role.
//
// SECURITY: the one place where it is decided who may do what.
func Require(ctx context.Context, role Role) error {
	switch principal, ok := Of(ctx); {
	case !ok:
		return &models.Error{
			Code:    models.CodeUnauthenticated,
			Message: "this needs a token: send it as Authorization: Bearer …",
		}
	case principal.Role == "":
		return &models.Error{
			Code:    models.CodeForbidden,
			Message: "this needs the role " + string(role) + "; you have none",
		}
	case !principal.Role.Includes(role):
		return &models.Error{
			Code:    models.CodeForbidden,
			Message: "this needs the role " + string(role) + "; yours is " + string(principal.Role),
		}
	case principal.Unconfirmed && role != Viewer:
		return &models.Error{
			Code:    models.CodeUnavailable,
			Message: "the database does not answer; until it does, your token is good for reading only",
		}
	}
	return nil
}
