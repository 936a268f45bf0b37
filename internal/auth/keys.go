package auth

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"

	"github.com/go-jose/go-jose/v4"

	"findcare/internal/clock"
)

const (
	// keysExpiry is how long a provider's keys are used before they are fetched again, so that a withdrawn one stops
	// working.
	keysExpiry = time.Hour
	// fetchInterval is the minimum time between two fetches: clients that send invalid tokens must not make the server
	// flood the provider.
	fetchInterval = 10 * time.Second
	// maxKeys is the maximum size in bytes of a provider's keys.
	maxKeys = 1 << 20
)

// keys are the public keys of a provider. They are fetched again for a token whose key is not among them, since
// providers rotate their keys.
type keys struct {
	client  *http.Client
	address string
	now     clock.Clock

	mutex           sync.Mutex
	current         []jose.JSONWebKey
	readAt, triedAt time.Time
	failure         error // of the last try

	reading sync.Mutex // one goroutine fetches at a time, and the others wait for its result
}

// errNoKeys is that a provider's keys cannot be fetched.
var errNoKeys = errors.New("the keys of the OpenID provider cannot be fetched")

// verify returns the payload of a token that was signed with one of the keys. The parser has checked the algorithm.
func (k *keys) verify(ctx context.Context, signed *jose.JSONWebSignature) ([]byte, error) {
	current, readAt := k.known()
	if payload, ok := verifyWith(current, signed); ok {
		if k.now().Sub(readAt) > keysExpiry {
			go func() { _ = k.read(context.WithoutCancel(ctx)) }()
		}
		return payload, nil
	}
	if err := k.read(ctx); err != nil {
		return nil, err
	}
	current, _ = k.known()
	if payload, ok := verifyWith(current, signed); ok {
		return payload, nil
	}
	return nil, errForeign
}

func verifyWith(current []jose.JSONWebKey, signed *jose.JSONWebSignature) ([]byte, bool) {
	id := signed.Signatures[0].Header.KeyID
	for _, key := range current {
		if id == "" || id == key.KeyID {
			if payload, err := signed.Verify(&key); err == nil {
				return payload, true
			}
		}
	}
	return nil, false
}

func (k *keys) known() ([]jose.JSONWebKey, time.Time) {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	return k.current, k.readAt
}

// read fetches the keys, unless that was tried a moment ago.
func (k *keys) read(ctx context.Context) error {
	k.reading.Lock()
	defer k.reading.Unlock()
	k.mutex.Lock()
	triedAt, failure := k.triedAt, k.failure
	k.mutex.Unlock()
	now := k.now()
	if now.Sub(triedAt) < fetchInterval {
		return failure
	}
	found, err := k.fetch(ctx)
	k.mutex.Lock()
	defer k.mutex.Unlock()
	k.triedAt, k.failure = now, nil
	if err != nil {
		k.failure = fmt.Errorf("%w: %w", errNoKeys, err)
		return k.failure
	}
	k.current, k.readAt = found, now
	return nil
}

func (k *keys) fetch(ctx context.Context) ([]jose.JSONWebKey, error) {
	// A client that disconnects must not look like a provider that is unavailable. The HTTP client has a timeout.
	request, err := http.NewRequestWithContext(context.WithoutCancel(ctx), http.MethodGet, k.address, nil)
	if err != nil {
		return nil, err
	}
	response, err := k.client.Do(request)
	if err != nil {
		return nil, err
	}
	defer func() { _ = response.Body.Close() }()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s responds %s", k.address, response.Status)
	}
	var set jose.JSONWebKeySet
	if err := json.NewDecoder(io.LimitReader(response.Body, maxKeys)).Decode(&set); err != nil {
		return nil, fmt.Errorf("%s: %w", k.address, err)
	}
	signing := set.Keys[:0]
	for _, key := range set.Keys {
		if key.Valid() && key.IsPublic() && key.Use != "enc" {
			signing = append(signing, key)
		}
	}
	return signing, nil
}
