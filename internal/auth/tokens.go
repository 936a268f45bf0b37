package auth

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"findcare/internal/cache"
	"findcare/internal/clock"
	"findcare/models"
)

// Keeper stores tokens: package store does.
type Keeper interface {
	// Token returns the token of an id, without the day of its last use, or ErrNoToken.
	Token(ctx context.Context, id string) (*Token, error)
	// Tokens returns all tokens.
	Tokens(ctx context.Context) ([]Token, error)
	// AddToken stores a new token, and the record of who created it.
	AddToken(ctx context.Context, token *Token, record *models.Change) error
	// RevokeToken stores the record of a revocation, which says which token and when, and revokes the token. Where it
	// was revoked before, the first record stands, and its time is returned.
	RevokeToken(ctx context.Context, record *models.Change) (at time.Time, err error)
	// UseToken stores the last day on which a token was used.
	UseToken(ctx context.Context, id string, on models.Date) error
}

const (
	// freshFor is how long a token is cached without a query: a revocation on another server holds within this time.
	freshFor = 4 * time.Second
	// retryAfter is how soon a token is looked up again that the database was asked for in vain, so that changes are
	// accepted about as soon as the database is back.
	retryAfter = 250 * time.Millisecond
	// awayFor is how long a token may be used while the database is unavailable, from when it was last read.
	awayFor = 10 * time.Minute
	// maxCached is the maximum number of cached tokens, including those that do not exist.
	maxCached = 10_000
	// maxName is the maximum number of characters of a name.
	maxName = 100
)

// Tokens creates, lists, revokes and checks our own tokens.
type Tokens struct {
	keeper Keeper
	now    clock.Clock
	cache  *cache.Cache[string, lookup]

	revoking sync.Mutex

	mutex sync.Mutex
	epoch int // counts the revocations here, so that nothing read before one is cached after it
}

// lookup is the result of the last query for a token.
type lookup struct {
	token    *Token      // nil where there is none
	readAt   time.Time   // of the last query that succeeded
	triedAt  time.Time   // of the last query
	answered bool        // whether the last query succeeded
	usedOn   models.Date // the stored day of its last use
	epoch    int         // at the time of the query
}

// freshFor is how long what is known is used without another query.
func (l *lookup) freshFor() time.Duration {
	if l.answered {
		return freshFor
	}
	return retryAfter
}

// NewTokens returns the tokens of a keeper.
func NewTokens(keeper Keeper, now clock.Clock) *Tokens {
	return &Tokens{
		keeper: keeper,
		now:    now,
		cache:  cache.Written[string, lookup](maxCached, awayFor, now),
	}
}

// Create creates a token. Its text is for its owner, and stored nowhere. A models.Fault says which argument is invalid.
func (t *Tokens) Create(
	ctx context.Context,
	name string,
	role Role,
	expires *time.Time,
) (token *Token, text string, err error) {
	now := t.now().UTC().Truncate(time.Millisecond)
	name = strings.TrimSpace(name)
	switch {
	case name == "":
		return nil, "", models.Fault{Path: "/name", Rule: "is required"}
	case models.LineRule(name) != "":
		return nil, "", models.Fault{Path: "/name", Value: name, Rule: models.LineRule(name)}
	case utf8.RuneCountInString(name) > maxName || !utf8.ValidString(name):
		return nil, "", models.Fault{
			Path:  "/name",
			Value: name,
			Rule:  fmt.Sprintf("must be one line of at most %d characters", maxName),
		}
	case !slices.Contains(Roles(), role):
		return nil, "", models.Fault{
			Path:  "/role",
			Value: string(role),
			Rule:  "must be one of VIEWER, EDITOR, REVIEWER, ADMIN",
		}
	case expires != nil && !expires.After(now):
		return nil, "", models.Fault{
			Path:  "/expiresOn",
			Value: string(models.DateOf(*expires)),
			Rule:  "must not be in the past",
		}
	}
	token, text = newToken(name, role, now, expires)
	record, err := recordCreated(ctx, token)
	if err != nil {
		return nil, "", err
	}
	return token, text, t.keeper.AddToken(ctx, token, record)
}

// List returns all tokens, newest first.
func (t *Tokens) List(ctx context.Context) ([]Token, error) {
	tokens, err := t.keeper.Tokens(ctx)
	slices.SortFunc(tokens, func(a, b Token) int {
		if order := b.CreatedAt.Compare(a.CreatedAt); order != 0 {
			return order
		}
		return strings.Compare(a.ID, b.ID)
	})
	return tokens, err
}

// ErrLastAdmin is that a token is the last valid one of an administrator: without it nobody could create another one
// over the API.
var ErrLastAdmin = errors.New("this is the last valid token of an administrator: create another one first, or force it")

// Revoke revokes a token: here at once, and on other servers within a few seconds. It returns ErrNoToken where there is
// none of that id. The last one of an administrator is revoked only by force; administrators by JWT do not count.
func (t *Tokens) Revoke(ctx context.Context, id string, force bool) (*Token, error) {
	t.revoking.Lock() // so that two administrators cannot revoke each other's token
	defer t.revoking.Unlock()
	defer t.forget(id) // also after an error: it may have been revoked nevertheless
	tokens, err := t.keeper.Tokens(ctx)
	place := slices.IndexFunc(tokens, func(token Token) bool { return token.ID == id })
	switch {
	case err != nil:
		return nil, err
	case place < 0:
		return nil, ErrNoToken
	}
	token := &tokens[place]
	if token.RevokedAt != nil {
		return token, nil
	}
	if !force && t.isLastAdmin(tokens, id) {
		return nil, ErrLastAdmin
	}
	record, err := recordRevoked(ctx, token, t.now().UTC().Truncate(time.Millisecond))
	if err != nil {
		return nil, err
	}
	at, err := t.keeper.RevokeToken(ctx, record)
	if err != nil {
		return nil, err
	}
	token.RevokedAt = &at
	return token, nil
}

// isLastAdmin reports whether a token is the only valid one of an administrator.
func (t *Tokens) isLastAdmin(tokens []Token, id string) bool {
	now, is := t.now(), false
	for i := range tokens {
		if token := &tokens[i]; token.Role != Admin || !token.valid(now) {
			continue
		} else if token.ID != id {
			return false
		}
		is = true
	}
	return is
}

func (t *Tokens) forget(id string) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	t.epoch++
	t.cache.Delete(id)
}

func (t *Tokens) remember(id string, found lookup) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	if t.epoch == found.epoch {
		t.cache.Set(id, found)
	}
}

func (t *Tokens) currentEpoch() int {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	return t.epoch
}

// authenticate returns the principal of a token. One that is not cached is looked up where mayLookUp allows it.
func (t *Tokens) authenticate(ctx context.Context, text string, mayLookUp func() bool) (*Principal, error) {
	id, secret, ok := parse(text)
	if !ok {
		return nil, errMalformed
	}
	found, err := t.lookUp(ctx, id, mayLookUp)
	if err != nil {
		return nil, err
	}
	if err := found.token.accepts(secret, t.now()); err != nil {
		return nil, &RejectedError{Err: err, TokenID: id}
	}
	t.used(ctx, id, found)
	return &Principal{ID: id, Name: found.token.Name, Role: found.token.Role, Unconfirmed: !found.answered}, nil
}

// lookUp returns what is known of a token. While the database is unavailable, an earlier result is used.
func (t *Tokens) lookUp(ctx context.Context, id string, mayLookUp func() bool) (lookup, error) {
	asked, epoch := t.now(), t.currentEpoch()
	known, cached := t.cache.Get(id)
	if cached && asked.Sub(known.triedAt) < known.freshFor() {
		return known, nil
	}
	if known.token == nil && !mayLookUp() {
		return lookup{}, ErrTooManyFailures
	}
	// A client that disconnects must not look like a database that is unavailable.
	token, err := t.keeper.Token(context.WithoutCancel(ctx), id)
	if errors.Is(err, ErrNoToken) {
		token, err = nil, nil // which is cached, too
	}
	found := lookup{token, asked, asked, true, known.usedOn, epoch}
	if err != nil {
		if known.token == nil || asked.Sub(known.readAt) > awayFor {
			return lookup{}, &UnavailableError{err}
		}
		found.token, found.readAt, found.answered = known.token, known.readAt, false
	}
	t.remember(id, found)
	return found, nil
}

// used stores the day of use, once a day. Where that fails, the next request tries again.
func (t *Tokens) used(ctx context.Context, id string, found lookup) {
	today := models.DateOf(t.now())
	if !found.answered || found.usedOn == today {
		return
	}
	if t.keeper.UseToken(context.WithoutCancel(ctx), id, today) == nil {
		found.usedOn = today
		t.remember(id, found)
	}
}
