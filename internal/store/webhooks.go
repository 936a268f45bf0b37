package store

import (
	"cmp"
	"context"
	"slices"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/models"
)

func (s *Store) webhooks() collection { return s.named(webhooksCollection) }

// AddWebhook stores a new webhook.
func (s *Store) AddWebhook(ctx context.Context, hook *models.Webhook) error {
	return s.insert(ctx, s.webhooks(), hook)
}

// Webhooks returns all webhooks, the oldest first.
func (s *Store) Webhooks(ctx context.Context) ([]models.Webhook, error) {
	hooks := []models.Webhook{}
	if s.unreachable.Load() {
		return hooks, s.available(ErrUnavailable, "list the webhooks")
	}
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	cursor, err := s.webhooks().find(ctx, bson.D{})
	if err == nil {
		err = cursor.All(ctx, &hooks)
	}
	slices.SortFunc(hooks, func(a, b models.Webhook) int {
		return cmp.Or(a.CreatedAt.Compare(b.CreatedAt), cmp.Compare(a.ID, b.ID))
	})
	return hooks, s.available(err, "list the webhooks")
}

// SaveWebhook stores a webhook in place of the turn before its own; false where another write came first, or it was
// deleted.
func (s *Store) SaveWebhook(ctx context.Context, hook *models.Webhook) (saved bool, err error) {
	defer s.Lock(hook.ID)() // some engines look, and then write
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	before := bson.D{{Key: "_id", Value: hook.ID}, {Key: "turn", Value: hook.Turn - 1}}
	matched, err := s.webhooks().replaceOne(ctx, before, hook)
	return matched > 0, s.available(err, "save the webhook "+hook.ID)
}

// DeleteWebhook deletes a webhook, and reports whether there was one.
func (s *Store) DeleteWebhook(ctx context.Context, id string) (found bool, err error) {
	defer s.Lock(id)()
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	deleted, err := s.webhooks().deleteMany(ctx, bson.D{{Key: "_id", Value: id}})
	return deleted > 0, s.available(err, "delete the webhook "+id)
}
