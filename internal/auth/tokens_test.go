package auth_test

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/auth"
	"findcare/internal/clock/clocktest"
	"findcare/models"
)

func TestTokensAreStoredAsAHash(t *testing.T) {
	db := openStore(t)
	id, text := create(t, auth.NewTokens(db, clocktest.Now), "Import job", auth.Editor, nil)
	if !regexp.MustCompile(`^fc_[0-9a-hjkmnp-tv-z]{16}_[0-9a-hjkmnp-tv-z]{59}$`).MatchString(text) {
		t.Errorf("a token is %s", text)
	}
	kept, err := db.Token(t.Context(), id)
	if err != nil || kept == nil {
		t.Fatalf("%v, %v", kept, err)
	}
	content := fmt.Sprintf("%+v %s", kept, kept.Hash)
	if secret := strings.Split(text, "_")[2]; strings.Contains(content, secret[:10]) || len(kept.Hash) != 32 {
		t.Errorf("what is stored reveals the secret: %s", content)
	}
}

// A record says who did what; it never holds the token, nor the hash of its secret.
func TestRecordsHoldNoSecret(t *testing.T) {
	db, clock := openStore(t), newClock()
	tokens := auth.NewTokens(db, clock.now)
	ctx := auth.With(t.Context(), &auth.Principal{ID: "usr_ada", Name: "Ada"})
	token, text, err := tokens.Create(ctx, "Import job", auth.Editor, nil)
	if err != nil {
		t.Fatal(err)
	}
	clock.pass(time.Hour)
	ctx = auth.With(t.Context(), &auth.Principal{ID: "usr_bob", Name: "Bob"})
	if _, err := tokens.Revoke(ctx, token.ID, false); err != nil {
		t.Fatal(err)
	}
	for revision, want := range map[int64]string{
		1: "createToken by usr_ada, Ada, at 09:00", 2: "revokeToken by usr_bob, Bob, at 10:00",
	} {
		record, found, err := db.Change(t.Context(), token.ID, revision)
		if !found {
			t.Fatalf("revision %d: %v, %v", revision, record, err)
		}
		at := record.At.UTC().Format("15:04")
		if got := fmt.Sprintf("%s by %s, %s, at %s", record.Operation, record.By, record.Name, at); got != want {
			t.Errorf("%s, want %s", got, want)
		}
		content, err := bson.Marshal(record)
		if err != nil {
			t.Fatal(err)
		}
		for _, secret := range [][]byte{token.Hash, []byte(text), []byte(strings.Split(text, "_")[2][:20])} {
			if bytes.Contains(content, secret) {
				t.Errorf("the record of %s holds %q", record.Operation, secret)
			}
		}
	}
}

// Where a process dies between the record of a revocation and the revocation, another attempt finishes it, and the
// record stands.
func TestUnfinishedRevocation(t *testing.T) {
	db, clock := openStore(t), newClock()
	tokens := auth.NewTokens(db, clock.now)
	id, text := create(t, tokens, "Import job", auth.Editor, nil)
	begun := clock.now()
	record := &models.Change{ID: models.ChangeID(id, 2), DocumentID: id, Revision: 2, At: begun, By: "usr_ada"}
	if err := db.AddToken(t.Context(), &auth.Token{ID: "tok_other"}, record); err != nil {
		t.Fatal(err)
	}
	expect(t, newDoor(tokens, nil), text, 200, "Import job")
	clock.pass(time.Hour)
	revoked, err := tokens.Revoke(t.Context(), id, false)
	if err != nil || !revoked.RevokedAt.Equal(begun) {
		t.Errorf("%+v, %v; want it revoked at %v", revoked, err, begun)
	}
	expect(t, newDoor(tokens, nil), text, 401, "revoked")
}

func TestCreateValidation(t *testing.T) {
	clock := newClock()
	past := clock.now()
	tokens := auth.NewTokens(openStore(t), clock.now)
	for _, test := range []struct {
		name    string
		role    auth.Role
		expires *time.Time
		want    string
	}{
		{" ", auth.Editor, nil, "/name: is required"},
		{strings.Repeat("é", 101), auth.Editor, nil, "must be one line of at most 100 characters"},
		{"two\nlines", auth.Editor, nil, "must be one line"},
		{"x", "BOSS", nil, "/role: \"BOSS\" must be one of"},
		{"x", auth.Editor, &past, "must not be in the past"},
	} {
		if _, text, err := tokens.Create(t.Context(), test.name, test.role, test.expires); err == nil || text != "" ||
			!strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: %q, %v; want %s", test.name, text, err, test.want)
		}
	}
	if list, err := tokens.List(t.Context()); err != nil || len(list) != 0 {
		t.Errorf("%v, %v", list, err)
	}
}

// Two servers share a database. What one revokes ends there at once, and on the other within five seconds.
func TestRevocationOnAllServers(t *testing.T) {
	db, clock := openStore(t), newClock()
	here, there := auth.NewTokens(db, clock.now), auth.NewTokens(db, clock.now)
	doorHere, doorThere := newDoor(here, nil), newDoor(there, nil)
	id, text := create(t, here, "Import job", auth.Editor, nil)
	expect(t, doorHere, text, 200, "Import job")
	expect(t, doorThere, text, 200, "Import job")
	revoked, err := here.Revoke(t.Context(), id, false)
	if err != nil || revoked == nil || !revoked.RevokedAt.Equal(clock.now()) {
		t.Fatalf("%+v, %v", revoked, err)
	}
	expect(t, doorHere, text, 401, "revoked")
	clock.pass(5 * time.Second)
	expect(t, doorThere, text, 401, "revoked")

	again, err := there.Revoke(t.Context(), id, false)
	if err != nil || !again.RevokedAt.Equal(*revoked.RevokedAt) {
		t.Errorf("the second revocation says %v, %v, and the first was at %v", again.RevokedAt, err, revoked.RevokedAt)
	}
	if nobody, err := here.Revoke(t.Context(), "tok_nobody", false); nobody != nil || !errors.Is(err, auth.ErrNoToken) {
		t.Errorf("%v, %v", nobody, err)
	}
}

// Requests that look a token up while it is revoked leave nothing behind that would let it in afterwards.
func TestRevocationDuringRequests(t *testing.T) {
	db, clock := openStore(t), newClock()
	tokens := auth.NewTokens(db, clock.now)
	door := newDoor(tokens, nil)
	for range 10 {
		id, text := create(t, tokens, "Import job", auth.Editor, nil)
		var requests sync.WaitGroup
		for range 4 {
			requests.Go(func() { door.send("/graphql", "", "Bearer "+text) })
		}
		if _, err := tokens.Revoke(t.Context(), id, false); err != nil {
			t.Fatal(err)
		}
		if response := newDoor(tokens, nil).send("/graphql", "", "Bearer "+text); response.Code != 401 {
			t.Errorf("at once: status %d", response.Code)
		}
		requests.Wait()
		if response := newDoor(tokens, nil).send("/graphql", "", "Bearer "+text); response.Code != 401 {
			t.Errorf("after the requests: status %d", response.Code)
		}
	}
}

func TestLastUsedOn(t *testing.T) {
	db, clock := openStore(t), newClock()
	tokens := auth.NewTokens(db, clock.now)
	id, text := create(t, tokens, "Import job", auth.Editor, nil)
	door := newDoor(tokens, nil)
	for _, want := range []string{"2026-11-25", "2026-11-25", "2026-11-26"} {
		expect(t, door, text, 200, "Import job")
		list, err := tokens.List(t.Context())
		if err != nil || len(list) != 1 || list[0].ID != id || string(list[0].LastUsedOn) != want {
			t.Errorf("%+v, %v; want %s", list, err, want)
		}
		clock.pass(10 * time.Hour)
	}
}

// Without a token of an administrator nobody could create another one over the API.
func TestLastAdmin(t *testing.T) {
	clock := newClock()
	tokens := auth.NewTokens(openStore(t), clock.now)
	soon := clock.now().Add(time.Hour)
	create(t, tokens, "Expired", auth.Admin, &soon)
	clock.pass(2 * time.Hour)
	create(t, tokens, "Editor", auth.Editor, nil)
	first, _ := create(t, tokens, "First", auth.Admin, nil)
	second, _ := create(t, tokens, "Second", auth.Admin, nil)
	var refused []error
	var revocations sync.WaitGroup
	var mutex sync.Mutex
	for _, id := range []string{first, second} { // each by the other, at once
		revocations.Go(func() {
			_, err := tokens.Revoke(t.Context(), id, false)
			mutex.Lock()
			defer mutex.Unlock()
			if err != nil {
				refused = append(refused, err)
			}
		})
	}
	revocations.Wait()
	if len(refused) != 1 || !errors.Is(refused[0], auth.ErrLastAdmin) {
		t.Fatalf("refused: %v; want one", refused)
	}
	for _, id := range []string{first, second} {
		if revoked, err := tokens.Revoke(t.Context(), id, true); err != nil || revoked.RevokedAt == nil {
			t.Errorf("by force: %+v, %v", revoked, err)
		}
	}
	if _, err := tokens.Revoke(t.Context(), first, false); err != nil { // it is revoked already
		t.Error(err)
	}
}
