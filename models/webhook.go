package models

import (
	"crypto/rand"
	"encoding/base64"
	"strings"
	"time"
)

// Webhook is an address that is told that the directory has changed, and how far that went.
type Webhook struct {
	ID  string `bson:"_id"`
	URL string `bson:"url"`
	// Name says what the webhook is for.
	Name      string    `bson:"name"`
	CreatedAt time.Time `bson:"createdAt"`
	CreatedBy string    `bson:"createdBy"`
	// Key signs what is sent. Its text is shown once, when the webhook is created.
	Key []byte `bson:"key"`

	// Told is the version of the directory that was told last, "" where the next one is to be told in any case; Asked
	// counts how often somebody has asked for that.
	Told  string `bson:"told"`
	Asked int    `bson:"asked"`
	// Cursor is the one that was told with it.
	Cursor string `bson:"cursor"`

	LastAttemptAt   *time.Time `bson:"lastAttemptAt,omitempty"`
	LastDeliveredAt *time.Time `bson:"lastDeliveredAt,omitempty"`
	// FailingSince is when the first of the attempts failed that have failed since a delivery; Failures counts them.
	FailingSince  *time.Time     `bson:"failingSince,omitempty"`
	Failures      int            `bson:"failures"`
	LastFailure   OptionalString `bson:"lastFailure,omitempty"`
	NextAttemptAt *time.Time     `bson:"nextAttemptAt,omitempty"`

	// Turn counts the writes of this document: each follows the one before. ClaimedUntil is until when the server that
	// has claimed the webhook sends to it, unless it dies.
	Turn         int64      `bson:"turn"`
	ClaimedUntil *time.Time `bson:"claimedUntil,omitempty"`
}

const (
	webhookPrefix = "hook_"
	webhookKey    = 32 // bytes
	// secretPrefix is that of secrets by the Standard Webhooks specification.
	secretPrefix = "whsec_"
)

// NewWebhook returns a webhook with an id and a key of its own.
func NewWebhook(url, name string, at time.Time) *Webhook {
	hook := &Webhook{
		ID: webhookPrefix + strings.ToLower(rand.Text()), URL: url, Name: name, CreatedAt: at,
		Key: make([]byte, webhookKey),
	}
	_, _ = rand.Read(hook.Key) // never fails
	return hook
}

// Secret is the key as receivers are given it.
func (w *Webhook) Secret() string { return secretPrefix + base64.StdEncoding.EncodeToString(w.Key) }
