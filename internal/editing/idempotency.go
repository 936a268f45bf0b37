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

// earlier is the outcome of the same request, where it was made before, for those who otherwise judge by what has
// become of it.
func (e *Editor) earlier(ctx context.Context, w Write) (outcome Outcome, repeated bool, err error) {
	holds := new(store.Holds)
	defer holds.Release()
	outcome, repeated, err = e.repeated(ctx, holds, w, w.key(auth.Of(ctx)), hashOf(w))
	if w.together != nil {
		w.together.holds.Take(holds)
	}
	return outcome, repeated, shown(err)
}

// repeated is the outcome of a change that was made before with the key, if there is one.
func (e *Editor) repeated(
	ctx context.Context,
	holds *store.Holds,
	w Write,
	key, request string,
) (outcome Outcome, repeated bool, err error) {
	if key == "" {
		return Outcome{}, false, nil
	}
	change, err := e.store.Repeat(ctx, holds, key, request, e.time())
	switch {
	case errors.Is(err, store.ErrKeyReused):
		return failed(nil, CodeKeyReused, "idempotencyKey: was used for another request"), true, nil
	case change == nil && err == nil:
		return Outcome{}, false, nil
	}
	outcome, err = e.repeat(ctx, w, change, err)
	return outcome, true, err
}

// repeat is the outcome of a change that was made before.
func (e *Editor) repeat(ctx context.Context, w Write, change *models.Change, err error) (Outcome, error) {
	if err != nil {
		return Outcome{}, shown(err)
	}
	// which it may have been finished just now
	if _, err := e.find(ctx, w, change.Kind, change.DocumentID); err != nil {
		return Outcome{}, shown(err)
	}
	document, err := change.Document()
	return Outcome{Document: document, Action: change.Action}, err
}

// key is the idempotency key as it is stored: nobody can use another's.
func (w Write) key(who *auth.Principal) string {
	if w.IdempotencyKey == nil || *w.IdempotencyKey == "" {
		return ""
	}
	id := ""
	if who != nil {
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
