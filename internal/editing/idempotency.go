package editing

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"

	"github.com/go-json-experiment/json"

	"findcare/internal/auth"
	"findcare/internal/store"
	"findcare/models"
)

// earlier returns the outcome of the same request if it was made before, for callers whose checks would now fail
// because of it.
func (e *Editor) earlier(ctx context.Context, w Write) (outcome Outcome, replayed bool, err error) {
	holds := new(store.Holds)
	defer holds.Release()
	who, _ := auth.Of(ctx)
	outcome, replayed, err = e.replayed(ctx, holds, w, w.key(who), hashOf(w))
	if w.batch != nil {
		w.batch.holds.Take(holds)
	}
	return outcome, replayed, clientError(err)
}

// replayed returns the outcome of the change that was made with the key before, if there is one.
func (e *Editor) replayed(
	ctx context.Context, holds *store.Holds, w Write, key, request string,
) (outcome Outcome, replayed bool, err error) {
	if key == "" {
		return Outcome{}, false, nil
	}
	change, made, err := e.store.Repeat(ctx, holds, key, request, e.time())
	switch {
	case errors.Is(err, store.ErrKeyReused):
		return failed(nil, models.UserErrorKeyReused, "The idempotency key was used for another request"), true, nil
	case !made && err == nil:
		return Outcome{}, false, nil
	}
	outcome, err = e.replay(ctx, w, change, err)
	return outcome, true, err
}

// replay returns the outcome of a recorded change.
func (e *Editor) replay(ctx context.Context, w Write, change *models.Change, err error) (Outcome, error) {
	if err != nil {
		return Outcome{}, clientError(err)
	}
	// the change may only just have been completed
	if _, _, err := e.find(ctx, w, change.Kind, change.DocumentID); err != nil {
		return Outcome{}, clientError(err)
	}
	document, _, err := change.Document()
	return Outcome{Document: document, Action: change.Action}, err
}

// key is the idempotency key as stored: clients cannot use each other's keys, unless it is anybody's.
func (w Write) key(who *auth.Principal) string {
	if w.IdempotencyKey == nil || *w.IdempotencyKey == "" {
		return ""
	}
	id := ""
	if who != nil && !w.anybody {
		id = who.ID
	}
	sum := sha256.Sum256([]byte(id + "\x00" + *w.IdempotencyKey))
	return hex.EncodeToString(sum[:])
}

func hashOf(w Write) string {
	content, err := json.Marshal([]any{w.Operation, w.ExpectedRevision, w.Input}, json.Deterministic(true))
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:16])
}
