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

	"github.com/maypok86/otter/v2"

	"findcare/internal/clock"
	"findcare/models"
)

// Keeper keeps tokens: package store does.
type Keeper interface {
	// Token returns the token of an id, nil where there is none, without the day of its last use.
	Token(ctx context.Context, id string) (*Token, error)
	// Tokens returns all tokens.
	Tokens(ctx context.Context) ([]Token, error)
	// AddToken keeps a new token, and the record of who made it.
	AddToken(ctx context.Context, token *Token, record *models.Change) error
	// RevokeToken keeps that a token was revoked, and the record of that, which also tells which token and when. Where
	// it was revoked before, the first record stands, and its time is returned.
	RevokeToken(ctx context.Context, record *models.Change) (at time.Time, err error)
	// UseToken keeps the day on which a token was used last.
	UseToken(ctx context.Context, id string, on models.Date) error
}

const (
	// freshFor is for how long what was read of a token is believed: a revocation on another server holds within this
	// time.
	freshFor = 4 * time.Second
	// awayFor is for how long a token goes on reading while the database is away, counted from when it was last read
	// there.
	awayFor = 10 * time.Minute
	// mostCached bounds the tokens that are remembered, those that do not exist too.
	mostCached = 10_000
	// longestName is how many characters a name may have.
	longestName = 100
)

// Tokens makes, lists, revokes and knows tokens of our own.
type Tokens struct {
	keeper Keeper
	now    clock.Clock
	cache  *otter.Cache[string, lookup]

	revoking sync.Mutex

	mutex sync.Mutex
	epoch int // counts the revocations here, so that nothing read before one is remembered after it
}

// lookup is what was last read of a token.
type lookup struct {
	token    *Token      // nil where there is none
	readAt   time.Time   // when the database was last asked and answered
	triedAt  time.Time   // when it was last asked
	answered bool        // the last time
	usedOn   models.Date // the day that was kept of its last use
	epoch    int         // when it was asked for
}

// NewTokens returns the tokens that a keeper has. Now tells the time.
func NewTokens(keeper Keeper, now clock.Clock) *Tokens {
	return &Tokens{
		keeper: keeper,
		now:    now,
		cache: otter.Must(&otter.Options[string, lookup]{
			MaximumSize:      mostCached,
			ExpiryCalculator: otter.ExpiryWriting[string, lookup](awayFor),
			Clock:            now,
		}),
	}
}

// Create makes a token. The text is what its owner sends; it is nowhere kept. A models.Fault tells what is wrong with
// what is asked for.
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
	case utf8.RuneCountInString(name) > longestName || !utf8.ValidString(name):
		return nil, "", models.Fault{
			Path:  "/name",
			Value: name,
			Rule:  fmt.Sprintf("must be one line of at most %d characters", longestName),
		}
	case !slices.Contains(Roles, role):
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
	record, err := recordMade(ctx, token)
	if err != nil {
		return nil, "", err
	}
	return token, text, t.keeper.AddToken(ctx, token, record)
}

// List returns all tokens, the newest first.
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

// ErrLastAdmin is that a token is the last one of an administrator that holds: without it nobody could make another one
// over the API.
var ErrLastAdmin = errors.New(
	"this is the last token of an administrator that holds: make another one first, or force it",
)

// Revoke ends a token: here at once, and elsewhere within a few seconds. It returns nil where there is none of that id.
// The last one of an administrator it ends only by force; those whom an OpenID provider knows do not count.
func (t *Tokens) Revoke(ctx context.Context, id string, force bool) (*Token, error) {
	t.revoking.Lock() // two administrators who revoke each other's leave one
	defer t.revoking.Unlock()
	defer t.forget(id) // also where it failed: it may have been done nevertheless
	tokens, err := t.keeper.Tokens(ctx)
	place := slices.IndexFunc(tokens, func(token Token) bool { return token.ID == id })
	if place < 0 || err != nil {
		return nil, err
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

// isLastAdmin reports whether a token is the only one of an administrator that holds.
func (t *Tokens) isLastAdmin(tokens []Token, id string) bool {
	now, is := t.now(), false
	for i := range tokens {
		if token := &tokens[i]; token.Role != Admin || !token.holds(now) {
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
	t.cache.Invalidate(id)
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

// authenticate tells whose token a text is. A token that is not known yet is looked up where that may be done now.
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

// lookUp returns what is known of a token. While the database is away, what was read a while ago must do.
func (t *Tokens) lookUp(ctx context.Context, id string, mayLookUp func() bool) (lookup, error) {
	asked, epoch := t.now(), t.currentEpoch()
	known, cached := t.cache.GetIfPresent(id)
	if cached && asked.Sub(known.triedAt) < freshFor {
		return known, nil
	}
	if known.token == nil && !mayLookUp() {
		return lookup{}, ErrTooManyFailures
	}
	// A client that goes away must not look like a database that is away.
	token, err := t.keeper.Token(context.WithoutCancel(ctx), id)
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

// used keeps the day, once a day. It is of no consequence where that fails, and is tried again with the next request.
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
