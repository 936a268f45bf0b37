// Package auth tells who sends a request, and what they may do.
package auth

import "context"

// Role is what somebody may do. Each role may do what those before it may.
type Role string

// The roles.
const (
	Viewer   Role = "VIEWER"
	Editor   Role = "EDITOR"
	Reviewer Role = "REVIEWER"
	Admin    Role = "ADMIN"
)

// Roles lists all roles, the least first.
var Roles = []Role{Viewer, Editor, Reviewer, Admin}

func (r Role) rank() int {
	for i, role := range Roles {
		if r == role {
			return i + 1
		}
	}
	return 0
}

// Includes tells whether somebody of this role may do what asks for the other one. An unknown role includes none.
func (r Role) Includes(other Role) bool { return other.rank() > 0 && r.rank() >= other.rank() }

// Principal is who sends a request.
type Principal struct {
	// ID is the same for the same person or program, always.
	ID string
	// Name is what they are called.
	Name string
	// Role is empty for somebody who is known and may do what anybody may.
	Role Role
	// Unconfirmed tells that the database was away when the token was looked up, so that it may have been revoked
	// meanwhile.
	Unconfirmed bool
}

type principalKey struct{}

// With returns a context of requests by a principal.
func With(ctx context.Context, principal *Principal) context.Context {
	return context.WithValue(ctx, principalKey{}, principal)
}

// Of returns who sends the request of a context, nil for anybody.
func Of(ctx context.Context) *Principal {
	principal, _ := ctx.Value(principalKey{}).(*Principal)
	return principal
}
