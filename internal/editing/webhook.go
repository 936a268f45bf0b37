package editing

import (
	"context"
	"errors"

	"findcare/internal/webhooks"
	"findcare/models"
)

// CreateWebhookPayload is the result of the mutation createWebhook.
type CreateWebhookPayload struct {
	Webhook *models.Webhook
	// Secret is what the receiver verifies signatures with.
	Secret     *string
	UserErrors []UserError
}

// WebhookPayload is the result of the mutation sendWebhook.
type WebhookPayload struct {
	Webhook    *models.Webhook
	UserErrors []UserError
}

// ListWebhooks returns all webhooks.
func ListWebhooks(ctx context.Context, hooks *webhooks.Webhooks) ([]models.Webhook, error) {
	list, err := hooks.List(ctx)
	return list, clientError(err)
}

// CreateWebhook makes a webhook.
func CreateWebhook(
	ctx context.Context, hooks *webhooks.Webhooks, url, name string,
) (CreateWebhookPayload, error) {
	hook, err := hooks.Create(ctx, url, name)
	var fault models.Fault
	switch {
	case errors.As(err, &fault):
		return CreateWebhookPayload{UserErrors: listed(userErrors(fault))}, nil
	case err != nil:
		return CreateWebhookPayload{}, clientError(err)
	}
	secret := hook.Secret()
	return CreateWebhookPayload{hook, &secret, listed(nil)}, nil
}

// SendWebhook lets a webhook be sent to at once.
func SendWebhook(ctx context.Context, hooks *webhooks.Webhooks, id string) (WebhookPayload, error) {
	hook, err := hooks.Send(ctx, id)
	switch {
	case errors.Is(err, webhooks.ErrNotFound):
		return WebhookPayload{UserErrors: listed(noWebhook().Errors)}, nil
	case err != nil:
		return WebhookPayload{}, clientError(err)
	}
	return WebhookPayload{hook, listed(nil)}, nil
}

// DeleteWebhook ends a webhook.
func DeleteWebhook(ctx context.Context, hooks *webhooks.Webhooks, id string) (DeletePayload, error) {
	err := hooks.Delete(ctx, id)
	if errors.Is(err, webhooks.ErrNotFound) {
		return Deleted(id, noWebhook(), nil)
	}
	return Deleted(id, Outcome{}, clientError(err))
}

func noWebhook() Outcome {
	return failed(nil, models.UserErrorNotFound, "id: "+webhooks.ErrNotFound.Error(), "id")
}
